"""Which addresses may be connected to, and that no name, redirect or form of a number leads to another."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import httpx
import pytest
import trustme
from publisher_site import ROBOTS, Harvester, Reply, Site, page, serving

from kg.errors import InputError
from kg.harvest import addresses, of_address
from kg.harvest.addresses import is_inside, is_never_meant, resolve

NAME = "publisher.example"
ELSEWHERE = "127.0.0.2"
"""Another address of this machine, which the tests of a public one take for inside."""


@pytest.mark.parametrize(
    "address",
    """
    127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 0.1.2.3 224.0.0.1
    240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 ::1 :: fe80::1 fe80::1%1 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe
    2002:7f00:1:: 2002:a9fe:a9fe:: 2001:0:4136:e378:8000:63bf:80ff:fffe
    """.split(),
)
def test_addresses_inside(address: str) -> None:
    assert is_inside(address)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "193.0.6.139", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"],
)
def test_addresses_of_the_world(address: str) -> None:
    assert not is_inside(address)
    assert not is_never_meant(address)


def test_a_private_network_may_be_allowed_but_not_where_clouds_keep_keys() -> None:
    assert not any(map(is_never_meant, ("127.0.0.1", "10.0.0.1", "192.168.1.1", "::1", "fd00::1")))
    never = ("169.254.169.254", "::ffff:169.254.169.254", "fe80::1", "::", "0.0.0.0", "224.0.0.1")  # noqa: S104
    assert all(map(is_never_meant, never))


@pytest.mark.parametrize(
    "form", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "127.0.0.1", "localhost", "::1"]
)
def test_every_form_of_this_machine_is_seen_through(form: str) -> None:
    try:
        found = asyncio.run(resolve(form, 80))
    except OSError:
        return  # this system's resolver does not take the form for an address
    assert found
    assert all(map(is_inside, found))


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


@pytest.fixture
def harvest(site: Site, tmp_path: Path) -> Harvester:
    return Harvester(site, tmp_path / "harvest")


def names(*turns: tuple[str, ...] | None) -> tuple[Callable[[str, int], Awaitable[tuple[str, ...]]], list[str]]:
    """A resolver that gives these addresses in turn, the last for good, and what it was asked for."""
    asked: list[str] = []

    async def give(host: str, _: int) -> tuple[str, ...]:
        turn = turns[min(len(asked), len(turns) - 1)]
        asked.append(host)
        if turn is None:
            raise socket.gaierror(-2, "Name or service not known")
        return turn

    return give, asked


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's first address passes for one of the world, so that a public server can be played."""
    monkeypatch.setattr(addresses, "is_inside", lambda address: address != "127.0.0.1" and is_inside(address))


def refused(harvest: Harvester, url: str, **more: object) -> str:
    with pytest.raises(InputError) as caught:
        harvest(of_address(url), allow_private=False, **more)
    assert not harvest.folder.exists()
    return str(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_refused_and_never_connected_to(site: Site, harvest: Harvester, host: str) -> None:
    said = refused(harvest, site.url("/1", host), attempts=1)
    assert "is the machine itself or its network; --allow-private allows it" in said or "Name or service" in said
    assert site.asked == []


def test_the_address_of_clouds_is_refused_whatever_is_allowed(harvest: Harvester) -> None:
    with pytest.raises(InputError, match=r"address 169\.254\.169\.254 is no publisher's: link-local"):
        harvest(of_address("http://169.254.169.254/latest/meta-data/"))


def test_one_address_inside_among_several_is_enough(site: Site, harvest: Harvester, public: None) -> None:
    resolver, _ = names(("127.0.0.1", "10.0.0.1"))
    assert "its host's address 10.0.0.1 is" in refused(harvest, site.url("/1", NAME), resolver=resolver)
    assert site.asked == []


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site, harvest: Harvester, public: None) -> None:
    site.pages["/1"] = page(1)
    resolver, asked = names(("127.0.0.1",))
    assert harvest(of_address(site.url("/1", NAME)), allow_private=False, resolver=resolver).new == 1
    assert asked == [NAME, NAME]
    assert {one.headers["Host"] for one in site.asked} == {f"{NAME}:{site.port}"}


def test_a_name_that_turns_inside_is_refused_at_the_next_request(site: Site, harvest: Harvester, public: None) -> None:
    site.pages["/1"] = page(1)
    resolver, _ = names(("127.0.0.1",), (ELSEWHERE,))
    assert f"its host's address {ELSEWHERE} is" in refused(harvest, site.url("/1", NAME), resolver=resolver)
    assert site.paths(robots=True) == [ROBOTS]


def test_a_redirect_inside_is_refused_even_to_a_host_that_was_allowed(
    site: Site, harvest: Harvester, public: None
) -> None:
    site.pages["/1"] = Reply(status=302, headers={"Location": f"http://inside.example:{site.port}/1"})
    resolver, _ = names(("127.0.0.1",), ("127.0.0.1",), (ELSEWHERE,))
    said = refused(harvest, site.url("/1", NAME), resolver=resolver, hosts=frozenset({"inside.example"}))
    assert f"its host's address {ELSEWHERE} is" in said
    assert site.paths() == ["/1"]


def test_an_address_that_does_not_answer_is_passed_over_for_the_next(
    site: Site, harvest: Harvester, public: None
) -> None:
    site.pages["/1"] = page(1)
    resolver, _ = names(("::1", "127.0.0.1"))
    assert harvest(of_address(site.url("/1", NAME)), resolver=resolver).new == 1


def test_a_name_that_is_none_is_refused(site: Site, harvest: Harvester) -> None:
    resolver, _ = names(None)
    assert "Name or service not known" in refused(harvest, site.url("/1", NAME), resolver=resolver)
    resolver, _ = names(())
    assert "has no address" in refused(harvest, site.url("/1", NAME), resolver=resolver)


@pytest.mark.parametrize(("named", "is_good"), [(NAME, True), ("other.example", False)])
def test_a_certificate_is_held_against_the_name_and_not_the_number(
    named: str, is_good: bool, harvest: Harvester, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    authority = trustme.CA()
    certified = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(named).configure_cert(certified)
    trusted = httpx.create_ssl_context()
    authority.configure_trust(trusted)
    monkeypatch.setattr(addresses, "_certificates", lambda: trusted)
    resolver, _ = names(("127.0.0.1",))
    with serving(certified) as site:
        site.pages["/1"] = page(1)
        url = site.url("/1", NAME).replace("http:", "https:")
        if is_good:
            assert harvest(of_address(url), resolver=resolver).new == 1
        else:
            with pytest.raises(InputError, match="certificate"):
                harvest(of_address(url), resolver=resolver, attempts=1)
