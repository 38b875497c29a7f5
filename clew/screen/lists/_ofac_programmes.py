"""What OFAC's programmes say of a list: programmes in; the list's name and what its listings mean out."""

from collections.abc import Sequence

AUTHORITY = "US Treasury, Office of Foreign Assets Control"
KINDS = {"individual": "person", "vessel": "unknown", "aircraft": "unknown"}  # all else is an organisation
# Programmes of the lists that are not the SDN list; they do not block property.
CONSOLIDATED = frozenset(
    {"NS-PLC", "UKRAINE-EO13662", "CMIC-EO13959", "561-Related", "ISA", "CAPTA", "NS-MBS", "HIFPAA"}
)


def list_name(programmes: Sequence[Sequence[str]]) -> str:
    """Return ofac-cons where most entries are of programmes that do not block, else ofac-sdn."""
    others = sum(bool(CONSOLIDATED.intersection(one)) for one in programmes)
    return "ofac-cons" if programmes and others > len(programmes) / 2 else "ofac-sdn"


def measure_of(programmes: Sequence[str]) -> str:
    """Return what a listing under these programmes means: one that blocks outweighs one that does not."""
    return "sectoral" if programmes and CONSOLIDATED.issuperset(programmes) else "blocking"
