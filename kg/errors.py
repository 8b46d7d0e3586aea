"""The tree of errors that a caller may catch.

    KgError
    ├── InputError            a path, file or page that cannot be read as what it is given for
    │   ├── ReleaseRefused    one release among many: named in the summary, never stops a build
    │   └── FetchRefused      one address among many: named in the summary, never stops a harvest
    ├── ReferenceError        a cell of the reference facts that is not what its column expects
    ├── StoreError            a store that is missing, locked, of another version, or unreachable
    ├── QueryError            SPARQL that does not parse or that the store refuses
    └── ParameterError        a question's parameter that is unknown, missing, ill-typed or ambiguous

Each message is one line that says what is wrong, where, and what to do.
"""


class KgError(Exception):
    """Anything that a user can mend; the command line prints its message and exits with 2."""


class InputError(KgError):
    """A path, file or page that cannot be read as what it is given for."""


class ReleaseRefused(InputError):
    """A file that is not a release that a loader can read; the build counts it and goes on."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class FetchRefused(InputError):
    """An address that was not fetched, or whose answer was not kept; the harvest counts it and goes on.

    `later` says that nothing is wrong with the address itself: its host asked for a pause, or was given up.
    """

    def __init__(self, url: str, reason: str, *, later: bool = False) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason
        self.later = later


class ReferenceError(KgError):  # noqa: A001 - the field's word; the builtin concerns weak references
    """A cell of the reference facts that is not what its column expects."""


class StoreError(KgError):
    """A store that is missing, held by somebody else, of another version, or unreachable."""


class QueryError(KgError):
    """SPARQL that does not parse, or that the store refuses to run."""


class ParameterError(KgError):
    """A parameter of a question that is unknown, missing, of the wrong type, or ambiguous."""
