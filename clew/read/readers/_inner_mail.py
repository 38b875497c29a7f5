"""The storage of a mail inside an Outlook mail goes in; the same questions can be asked of it as of a mail by itself."""

from oxmsg import Message
from oxmsg.properties import Properties

_HEAD = 24  # bytes before the list of properties: [MS-OXMSG] 2.4.1.2; a mail by itself has 32, which the library takes for all


class InnerMail(Message):
    """A mail that is attached to another."""

    @property
    def properties(self) -> Properties:
        """The properties of the mail."""
        return Properties(self._storage, properties_header_offset=_HEAD)
