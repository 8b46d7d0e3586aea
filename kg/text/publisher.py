"""Whose release it is, and so whose offices it may call by their bare titles.

“The Secretary General” is the OSCE's in an OSCE release and the United Nations' in one of theirs. A title that names
no body stands for somebody whom the text does not name only in a release of that body, or in one without a publisher
that speaks of this body and of no other one with such an office.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from kg.model import Thing
from kg.resources import resource
from kg.text.cover import Cover
from kg.text.document import Document
from kg.text.lazy import lazy
from kg.text.office import Office
from kg.text.posts import OSCE_POSTS, SAYS_WHOSE

OWN = frozenset({"osce", "osce-chairpersonship", "osce-secretariat"})
OWN_NAMES = re.compile(r"\b(?:OSCE|CSCE|Chair(?:person|man|woman)-in-Office)\b")
# Whose office of the same title a release may mean as well.
RIVALS = {
    "secretary-general": frozenset({"united-nations", "nato", "council-of-europe", "osce-pa", "asean", "oecd"}),
    "high-commissioner": frozenset({"united-nations", "unhcr", "ohchr"}),
}
# The OSCE writes this title so; the United Nations, with a hyphen.
OWN_SPELLING = frozenset({"Secretary General"})
# Offices of which a state has one, which its own releases give no name of the state.
NATIONAL = frozenset(
    {"president", "vice-president", "prime-minister", "chancellor", "foreign-minister", "secretary-of-state"}
)
MINISTRY = re.compile(
    r"\b(?:(?P<foreign>(?:Ministry|Department) (?:of|for) Foreign Affairs|Foreign Ministry|MFA)|Government)\b"
)
_SECRETARIAT = re.compile(r"\b(?:Secretariat|Executive Committee|General Secretariat)\b")
BODIES = ("state", "de-facto-entity", "organization", "institution", "mission", "format")


@dataclass(frozen=True, slots=True)
class Site:
    """A government's website: the key of its state, and whether it is the foreign ministry's own."""

    state: str
    of_foreign_ministry: bool


@cache
def sites() -> Mapping[str, Site]:
    """The rows of `sites.csv` by host."""
    with resource("data", "lexicon", "sites.csv").open(encoding="utf-8", newline="") as file:
        return {row["host"]: Site(row["state"], row["minister"] == "foreign-minister") for row in csv.DictReader(file)}


class Publisher:
    """What a release's source, address and words say of the body that speaks in it."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @lazy
    def is_osce(self) -> bool:
        """Whether the source or the address is the OSCE's."""
        release = self.document.release
        source = release.source.value.lower() if release.source is not None else ""
        return "osce" in source or "csce" in source or self.host == "osce.org" or self.host.endswith(".osce.org")

    @lazy
    def host(self) -> str:
        """The host of the release's address; empty where it has none."""
        url = self.document.release.url
        return (urlsplit(url).hostname or "") if url is not None else ""

    @lazy
    def site(self) -> Site | None:
        """The government whose site the release comes from, or whose ministry its source is: it calls its own officials by bare titles."""
        labels = self.host.split(".")
        known = filter(None, (sites().get(".".join(labels[start:])) for start in range(len(labels) - 1)))
        return next(known, None) or self._ministry

    @property
    def _ministry(self) -> Site | None:
        """The government that the source names as such: “Ministry of Foreign Affairs of Georgia”."""
        release = self.document.release
        source = release.source.value if release.source is not None else ""
        ministry = MINISTRY.search(source)
        hits = self.document.words.gazetteer.find(source) if ministry is not None else ()
        states = {one.thing.key for hit in hits for one in hit.entries if one.thing.kind == "state"}
        if ministry is None or len(states) != 1:
            return None
        return Site(states.pop(), ministry["foreign"] is not None)

    def own_foreign_ministry(self) -> Thing | None:
        """The state whose foreign ministry issued the release."""
        if self.site is None or not self.site.of_foreign_ministry:
            return None
        return self.document.words.thing("state", self.site.state)

    def own_minister(self, office: Office) -> Thing | None:
        """The state whose official a bare national title means in a release of its government."""
        if self.site is None or office.portfolio or office.rank is not None or office.plural:
            return None
        if office.family in {"minister", "secretary"}:
            known = self.site.of_foreign_ministry and office.title in {"Minister", "Secretary"}
        else:
            known = office.family in NATIONAL
        return self.document.words.thing("state", self.site.state) if known else None

    def own_body(self, office: Office) -> Thing | None:
        """The organization other than the OSCE whose office a bare title means in a release of its own: the United Nations' Secretary-General."""
        release = self.document.release
        if self.is_osce or release.source is None or office.portfolio or office.rank is not None or office.plural:
            return None
        rivals = RIVALS.get(office.family, frozenset())
        hits = self.document.words.gazetteer.find(release.source.value)
        named = {entry.thing for hit in hits for entry in hit.entries if entry.thing.key in rivals}
        named |= {
            entry.thing.organization
            for hit in hits
            for entry in hit.entries
            if entry.thing.organization is not None and entry.thing.organization.key in rivals
        }
        return named.pop() if len(named) == 1 else None

    @lazy
    def unsigned(self) -> bool:
        """Whether neither a source nor an address is known."""
        return self.document.release.source is None and self.document.release.url is None

    @lazy
    def named(self) -> frozenset[str]:
        """The keys of the states and bodies that the release names, offices' and formats' names apart."""
        found: set[str] = set()
        for paragraph in self.document.paragraphs:
            bodies = [item for item in paragraph.names if item.entries and item.entries[0].thing.kind in BODIES]
            if not bodies:
                continue
            offices = Cover(len(paragraph.text), paragraph.offices)
            begun = {item.start for item in paragraph.names if item.code in "GF"}
            found |= {
                item.entries[0].thing.key
                for item in bodies
                if offices.free(item.start, item.end) and item.end + 1 not in begun
            }
        return frozenset(found)

    @lazy
    def offices(self) -> frozenset[str]:
        """The keys of the known posts that the release names in full."""
        return frozenset(
            item.payload.post.key
            for paragraph in self.document.paragraphs
            for item in paragraph.offices
            if isinstance(item.payload, Office) and item.payload.post is not None
        )

    @lazy
    def names_osce(self) -> bool:
        """Whether the OSCE itself, an institution or a mission of it is named outside other names."""
        # Most releases name nothing that could be the OSCE's, whatever else counts for being named.
        keys = {
            item.entries[0].thing.key
            for paragraph in self.document.paragraphs
            for item in paragraph.names
            if item.entries
        }
        own = list(filter(self._of_the_osce, keys))
        return bool(own) and not self.named.isdisjoint(own)

    def _of_the_osce(self, key: str) -> bool:
        things = self.document.words.things
        return key in OWN or ("mission", key) in things or ("institution", key) in things

    def says_only(self, office: Office) -> bool:
        """Whether an office of this title without a body is the OSCE's here."""
        own = OSCE_POSTS.get(office.family)
        if own is None:
            return self.is_osce or self.unsigned or self.names_osce
        if self.is_osce:
            return True
        if own in self.offices:
            # “Secretary General X” in a release of another secretariat that also names the OSCE's in full: its own.
            return not self._of_other_secretariat
        if not self.unsigned or self.named & RIVALS[office.family]:
            return False
        if self.names_osce:
            return True
        # Named only inside other names, the OSCE is spoken of by somebody else.
        return office.title in OWN_SPELLING and "OSCE" not in self.document.release.text

    @lazy
    def _of_other_secretariat(self) -> bool:
        source = self.document.release.source
        return not self.is_osce and source is not None and _SECRETARIAT.search(source.value) is not None

    def own_secretariat(self, office: Office) -> Thing | None:
        """The organization whose secretariat issued the release, where an office phrase is that of its Secretary General."""
        release = self.document.release
        bare = not (office.portfolio or office.organizations or office.plural or office.post)
        if office.family != "secretary-general" or not bare or not self._of_other_secretariat or release.source is None:
            return None
        hits = self.document.words.gazetteer.find(release.source.value)
        named = {one.thing for hit in hits for one in hit.entries if one.thing.kind == "organization"}
        return named.pop() if len(named) == 1 else None

    def may_mean(self, office: Office, post: Thing) -> bool:
        """Whether an office phrase may stand for the post's holder, whom the text does not name."""
        if office.post is None or (office.organizations and office.family != "post"):
            return True
        if SAYS_WHOSE.search(office.title) or self._names_a_body(office.title):
            return True
        if OWN_NAMES.search(post.label):
            return self.is_osce or (self.unsigned and self.names_osce)
        return post.organization is None or post.organization.key in self.named

    def _names_a_body(self, words: str) -> bool:
        hits = self.document.words.gazetteer.find(words, without=words)
        return any(entry.thing.kind in BODIES for hit in hits for entry in hit.entries)
