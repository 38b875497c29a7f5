"""Every error Clew raises on purpose; anything else that escapes is a bug and shows its trace.

ClewError
├── CaseError
│   ├── NotACase          the folder holds no case
│   ├── CaseBusy          another run is writing this case
│   ├── CaseTooNew        written by a newer Clew than this one
│   └── CaseDamaged       a stored file is not the one the manifest names
├── InputError
│   ├── UnreadableFile    a reader could not make pages of a file
│   │   ├── LimitPassed    it expands, or asks for, more than the limits allow
│   │   └── WrongPassword  a password does not open it, or a part of it
│   ├── BadMapping        a table mapping file that cannot be used
│   ├── BadList           a sanctions list that is in no known format
│   ├── BadNames          a file of names to screen that cannot be read as one
│   ├── FetchFailed       a list could not be fetched from its address
│   ├── BadChannel        a channel's reliability that cannot be recorded
│   ├── ProviderFailed    a language model could not be asked
│   ├── BadSetting        a setting that does not exist, or a value it cannot take
│   ├── BadTime           a point in time that cannot be read
│   └── BadQuery          a search that asks for nothing
├── NoReaderProcess       the processes that read files, or extract claims, cannot be started
├── ScreeningStopped      a process that screened names ended before its time
├── NoSpark               Spark is not installed, or does not start
├── TookTooLong           the extraction of a document took more CPU time than it may
├── NotWhileReading       a library asked for the network or another program while a file was read
├── BadClaim              a claim that says nothing, or says it in no known word
│   └── QuoteMismatch     the quoted words do not stand where the span says
├── BadJudgement          a judgement that cannot be recorded
├── BadReview             a review or a correction that cannot be recorded
├── BadRequest            a request to a party, or its answer, that cannot be recorded
├── BadLeaf               a leaf to switch off that is written wrongly
├── MissingModel          the package that carries a model is not installed
├── MissingExtra          a package that only some commands need is not installed
├── BadModel              a file of weights that holds something else
└── UnknownId             no record has this id, or several begin with it
"""


class ClewError(Exception):
    """Root of the tree. The doors print its message on one line and exit 2."""


class CaseError(ClewError):
    """Something is wrong with the case folder as a whole."""


class NotACase(CaseError):
    """The folder holds no case."""


class CaseBusy(CaseError):
    """Another run is writing this case and did not finish while we waited."""


class CaseTooNew(CaseError):
    """The case was written by a newer Clew than this one."""


class CaseDamaged(CaseError):
    """A stored file is missing, or its bytes are not the ones the manifest names."""


class InputError(ClewError):
    """Something the user handed in cannot be used."""


class UnreadableFile(InputError):
    """A reader could not make pages of a file. The read stage turns it into a ledger row."""


class LimitPassed(UnreadableFile):
    """A file, or a part of it, expands to or asks for more than the limits of reading allow."""


class WrongPassword(UnreadableFile):
    """A password does not open a file, or a part of it."""


class BadMapping(InputError):
    """A table mapping file cannot be used."""


class BadList(InputError):
    """A sanctions list is in no format Clew knows, or breaks the one it claims."""


class BadNames(InputError):
    """A file of names to screen is in no format Clew reads, lacks a column, or does not go on where it was left."""


class FetchFailed(InputError):
    """A list could not be fetched from the address it is published at; the library is as it was."""


class BadChannel(InputError):
    """A channel's reliability cannot be recorded as given."""


class ProviderFailed(InputError):
    """A language model cannot be asked: no answer, or one in another form than agreed."""


class BadSetting(InputError):
    """A setting does not exist, or cannot take this value."""


class BadTime(InputError):
    """A point in time is not written in a way Clew can read."""


class BadQuery(InputError):
    """A search holds no word to look for."""


class NoReaderProcess(ClewError):
    """The processes that read files, or extract claims, cannot be started; something is wrong with the installation, not with a file."""


class ScreeningStopped(ClewError):
    """A process that screened names ended before its time; what was screened before is kept, and the run can go on."""


class NoSpark(ClewError):
    """Spark was asked for, and pyspark is not installed or Java is missing."""


class TookTooLong(ClewError):
    """The extraction of a document took more CPU time than the setting allows; the document has a gap that says so."""


class NotWhileReading(ClewError, PermissionError):
    """A library asked for the network or for another program while a file was read; libraries know how to take a refusal."""


class BadClaim(ClewError):
    """A claim says nothing, or says it in a word the vocabulary does not hold."""


class QuoteMismatch(BadClaim):
    """The quoted words do not stand at the place the span names."""


class BadJudgement(ClewError):
    """A judgement on identity cannot be recorded as given."""


class BadReview(ClewError):
    """A decision on a claim, or a correction of it, cannot be recorded as given."""


class BadRequest(ClewError):
    """A request to a party, or what became of it, cannot be recorded as given."""


class BadLeaf(ClewError):
    """A leaf to switch off is written wrongly, or names nothing in the case."""


class MissingModel(ClewError):
    """The package that carries a model of a language is not installed."""


class MissingExtra(ClewError):
    """A package that only some commands need is not installed; the message says which extra brings it."""


class BadModel(ClewError):
    """A file of weights holds something else than numbers, and is not read."""


class UnknownId(ClewError):
    """No record has this id, or several begin with it."""
