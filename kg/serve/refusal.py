"""What a request is answered with where it gets no answer: a status and one line that says why and what to do."""

from collections.abc import Mapping

from kg.errors import KgError


class Refusal(KgError):
    """A request that is not answered; `status` is HTTP's."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})


def busy(message: str, seconds: int = 1) -> Refusal:
    """The refusal of a request that would be answered a little later."""
    return Refusal(503, message, {"Retry-After": str(seconds)})
