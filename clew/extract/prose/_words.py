"""A list of words written with spaces between goes in; the set of them comes out. Every lexicon of a language is one."""


def words(text: str) -> frozenset[str]:
    """Return the words of a list written with spaces between."""
    return frozenset(text.split())
