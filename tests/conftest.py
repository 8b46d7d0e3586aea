"""What several test modules share: servers that are started once."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from servers import SERVERS, Server


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    """The servers that run, by their names; each is started when it is first asked for."""
    with ExitStack() as stack:
        yield _Started(tmp_path_factory, stack)


class _Started(dict[str, Server]):
    def __init__(self, folders: pytest.TempPathFactory, stack: ExitStack) -> None:
        super().__init__()
        self._folders = folders
        self._stack = stack

    def __missing__(self, name: str) -> Server:
        self[name] = self._stack.enter_context(SERVERS[name](self._folders.mktemp(name)))
        return self[name]


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, started: dict[str, Server]) -> Server:
    """Each of the servers in turn, as they are set up."""
    return started[request.param]
