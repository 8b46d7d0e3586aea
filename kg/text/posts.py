"""Which post an office phrase denotes, and who held a post on a day.

Tenures are compared at the precision that they are written in: a tenure from “2014” covers all of 2014.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.iris import slug
from kg.model import Thing
from kg.reference import Reference
from kg.text.office import Office

FOREIGN = ("foreign", "external")
DENOTED = 10_000
"""Office phrases of which is kept which post they denote."""
# Offices whose bearers in an OSCE release are the OSCE's own, where the words name no other body.
OSCE_POSTS = {
    "secretary-general": "osce-secretary-general",
    "high-commissioner": "hcnm",
}
# A post's name that says which body's it is: by an abbreviation, or as the Chair's own title.
SAYS_WHOSE = re.compile(r"\b[A-Z]\w*[A-Z]|-in-Office\b")


@dataclass(frozen=True, slots=True)
class Holding:
    """One curated tenure: who held which post from when to when, in the precision of the source."""

    person: str
    post: str
    start: str
    end: str
    acting: bool

    def covers(self, day: str) -> bool:
        """Whether the tenure can include this ISO day, both ends inclusive at their own precision."""
        begun = not self.start or self.start <= day[: len(self.start)]
        not_over = not self.end or self.end >= day[: len(self.end)]
        return begun and not_over


class Posts:
    """The posts and tenures of the reference facts, ready for look-up."""

    def __init__(self, reference: Reference, things: dict[tuple[str, str], Thing]) -> None:
        self._things = things
        self.by_post: dict[str, list[Holding]] = defaultdict(list)
        self.by_person: dict[str, list[Holding]] = defaultdict(list)
        of_chair = "Special Representative of the OSCE Chairperson-in-Office "
        self._mandates = {
            slug(thing.label.removeprefix(of_chair).replace("the ", "")): thing
            for (kind, _), thing in things.items()
            if kind == "post" and thing.label.startswith(of_chair)
        } | {
            slug(name.removeprefix("Special Representative ")): things["post", row.id]
            for row in reference.posts
            if row.label.startswith(of_chair)
            for name in row.aliases
            if name.startswith("Special Representative for ")
        }
        self._of_body = dict(_titles_of_bodies(reference, things))
        for row in reference.tenures:
            holding = Holding(row.person, row.post, row.from_, row.to or row.as_of or "", row.acting)
            self.by_post[row.post].append(holding)
            self.by_person[row.person].append(holding)
        self._denoted: dict[tuple[object, ...], Thing] = {}

    def holders(self, post: str, day: str | None) -> list[str]:
        """The people who held this post on this ISO day, acting holders only where there is no other.

        On a day of hand-over both stand in the list.
        """
        if day is None:
            return []
        held = [one for one in self.by_post.get(post, ()) if one.covers(day)]
        regular = [one.person for one in held if not one.acting]
        return list(dict.fromkeys(regular or [one.person for one in held]))

    def held_by(self, person: str, day: str | None) -> list[str]:
        """The posts that this person held on this ISO day."""
        if day is None:
            return []
        return list(dict.fromkeys(one.post for one in self.by_person.get(person, ()) if one.covers(day)))

    def _of_chair(self, office: Office, osce: bool) -> Thing | None:
        """The post of a Special Representative of the Chairperson-in-Office, by what it is for."""
        own = all(one.key in {"osce", "osce-chairpersonship"} for one in office.organizations)
        if office.family != "special-representative" or not own:
            return None
        chair = re.match(r"of .*?Chair(?:person|man|woman)?-in-Office\b,?\s*", office.portfolio)
        mandate = office.portfolio[chair.end() :] if chair is not None else office.portfolio
        if not mandate or (chair is None and not osce and not office.organizations):
            return None
        mandate = slug(mandate.replace("the ", "")).replace("transnistria", "transdniestria")
        return self._mandates.get(mandate)

    def mandates(self) -> tuple[Thing, ...]:
        """The posts of Special Representatives of the Chairperson-in-Office, each for a region or a process."""
        return tuple({one.key: one for one in self._mandates.values()}.values())

    def known(self, key: str) -> Thing | None:
        """The post of the reference facts with this key."""
        return self._things.get(("post", key))

    def denoted(self, office: Office, organization: Thing | None, osce: bool = False) -> Thing:
        """The post that an office phrase denotes, of this state or body where one is known.

        `osce` says that the release is the OSCE's, whose own Secretary General needs no name of the body.
        """
        if office.post is not None and not office.portfolio and office.family == "post":
            return office.post
        # What of an office counts here: a release asks again and again for the same few.
        asked = (office.title, office.family, office.portfolio, office.rank, office.organizations, organization, osce)
        found = self._denoted.get(asked)
        if found is None:
            if len(self._denoted) >= DENOTED:
                self._denoted.clear()
            found = self._denoted[asked] = self._find(office, organization, osce)
        return found

    def _find(self, office: Office, organization: Thing | None, osce: bool) -> Thing:
        deputy = office.rank == "deputy" or _UNDER_ANOTHER.match(office.title) is not None
        if organization is None and osce and not office.portfolio and not deputy:
            own = self.known(OSCE_POSTS.get(office.family, ""))
            if own is not None:
                return own
        if organization is not None:
            for key in _known_keys(office, organization, deputy, osce):
                known = self.known(key)
                if known is not None:
                    return known
            throne = self.known(f"monarch-{organization.key}") if _reigns(office) else None
            # A queen is not in the office of a king; where both can reign, the post has another name.
            if throne is not None and throne.label.startswith((office.title, "Monarch ")):
                return throne
            titled = self._of_body.get((organization.key, slug(_title_words(office))))
            if titled is not None and office.rank != "deputy":
                return titled
        of_chair = self._of_chair(office, osce)
        if of_chair is not None:
            return of_chair
        words = _title_words(office)
        if organization is not None and organization.kind == "state" and not deputy and _to_the_osce(office, osce):
            label = f"Permanent Representative of {organization.label} to the OSCE"
            return Thing("post", f"permrep-{organization.key}", label, "Post", organization=organization)
        if office.rank == "deputy" and _DEPUTY.match(words) is None:
            words = f"Deputy {words}"
        if organization is not None:
            known = self.known(f"{slug(words)}-{organization.key}")
            if known is not None:
                return known
        accredited = _ACCREDITED.fullmatch(office.portfolio) if office.family == "ambassador" else None
        if accredited is not None and organization is not None:
            # “Ambassador of Slovenia in the Slovak Republic” and “Slovenia's Ambassador to Slovakia” are in one post.
            label = f"{office.title} of {organization.label} to {accredited['where']}"
            return Thing("post", slug(label), label, "Post", organization=organization)
        of = f" of {organization.label}" if organization is not None else ""
        if organization is not None and organization.kind == "place":
            # A territory whose minister's title names it: the same post, however it is said whose he is.
            return Thing("post", slug(f"{words}{of}"), f"{words}{of}", "Post")
        key = f"{_family_key(office, words, deputy)}-{organization.key}" if organization is not None else slug(words)
        if organization is not None and is_foreign_minister(office):
            words = _foreign_minister(words, deputy)
        return Thing("post", key, f"{words}{of}", "Post", organization=organization)


def _titles_of_bodies(
    reference: Reference, things: dict[tuple[str, str], Thing]
) -> Iterator[tuple[tuple[str, str], Thing]]:
    """The posts of bodies by body and bare title: “Director” of a council whose post is “Director of the Council”."""
    names = {row.id: (row.name, *row.aliases) for row in reference.organisations}
    names |= {row.id: (row.name, *row.aliases) for row in reference.missions}
    for post in reference.posts:
        thing = things.get(("post", post.id))
        if thing is None:
            continue
        for name in (post.label, *post.aliases):
            for body in names.get(post.organisation, ()):
                for joint in (f" of the {body}", f" of {body}"):
                    if name.endswith(joint):
                        yield (post.organisation, slug(name.removesuffix(joint))), thing
                if name.startswith(f"{body} "):
                    yield (post.organisation, slug(name.removeprefix(f"{body} "))), thing


_DEPUTY = re.compile(r"(?:\w+ )?deputy\b", re.IGNORECASE)
# Titles of whoever serves under the one in the office that the rest of the title names.
_UNDER_ANOTHER = re.compile(
    r"(?:(?:first|second|principal|senior|parliamentary|executive|general) )?(?:deputy|vice|assistant|associate|junior)\b",
    re.IGNORECASE,
)

_MINISTRY = " Ministry"
_HEADS_IT = re.compile(r"of the (?:[A-Z][a-z]+ )?Ministry\b")


def is_foreign_minister(office: Office) -> bool:
    """Whether an office phrase is a foreign minister's, under whatever title."""
    if office.family == "foreign-minister":
        return True
    # A State Secretary serves under the minister, and so do others who are in the ministry.
    if office.title.startswith("State Secretar") or (
        _MINISTRY in office.portfolio and not _HEADS_IT.match(office.portfolio)
    ):
        return False
    if office.family == "secretary-of-state" and not office.portfolio:
        return any(thing.key == "united-states-of-america" for thing in office.organizations)
    named = office.portfolio.lower()
    return office.family in {"minister", "secretary-of-state", "secretary", "head"} and any(
        word in named for word in FOREIGN
    )


# “Albania's Head of State” is its President.
_HEADS = {"of State": ("president", "monarch"), "of Government": ("head-of-government",)}


def _known_keys(office: Office, organization: Thing, deputy: bool, osce: bool) -> list[str]:
    """The keys that the reference facts may use for this office, likeliest first."""
    state = organization.key
    if organization.kind == "mission":
        return [f"head-{state}"] if office.family == "head" and not deputy else []
    if is_foreign_minister(office):
        return ["russia-deputy-fm"] if deputy and state == "russian-federation" else ([] if deputy else [f"fm-{state}"])
    if deputy and office.family != "vice-president":
        return []
    if _reigns(office):
        return [f"{slug(office.title)}-{state}"]
    if office.family == "head" and office.portfolio in _HEADS:
        return [f"{one}-{state}" for one in _HEADS[office.portfolio]]
    if office.family == "president" and state == "osce-pa":
        return ["osce-pa-president"]
    if office.family == "president" and not office.portfolio:
        return [f"president-{state}"]
    if office.family in {"prime-minister", "chancellor"} and not office.portfolio:
        return [f"head-of-government-{state}"]
    if _to_the_osce(office, osce):
        return [f"permrep-{state}"]
    if office.family == "high-representative":
        return ["eu-high-representative"] if state == "european-union" else []
    if office.family == "secretary-general":
        return [
            {
                "osce": "osce-secretary-general",
                "united-nations": "un-secretary-general",
                "nato": "nato-secretary-general",
                "council-of-europe": "coe-secretary-general",
                "osce-pa": "osce-pa-secretary-general",
            }.get(state, "")
        ]
    if office.family == "high-commissioner" and state == "osce":
        return ["hcnm"]
    chairs = office.family == "chair" and office.title.startswith("Chair")
    if chairs and state in {"osce", "osce-chairpersonship"} and not office.portfolio:
        return ["cio"]
    if office.family == "director" and state in {"odihr", "cpc"}:
        return [f"{state}-director"]
    return []


_ACCREDITED = re.compile(r"(?:to|in|for) (?:the )?(?P<where>[A-ZÀ-Ž].*)")
_TO_OSCE = re.compile(r"osce|\bto (?:the )?organization for security and co-?operation in europe", re.IGNORECASE)


def _to_the_osce(office: Office, osce: bool) -> bool:
    """Whether an office phrase is a Permanent Representative's to the OSCE, which its own release need not say."""
    permanent = office.title.lower() == "permanent representative" and osce
    # “The Ambassador of Japan to the OSCE” is its Permanent Representative, too.
    return office.family in {"representative", "ambassador"} and (
        _TO_OSCE.search(office.portfolio) is not None or (permanent and office.portfolio in {"", "in Vienna"})
    )


def _reigns(office: Office) -> bool:
    return office.family == "monarch" and not office.portfolio


# What tells a deputy of a foreign minister, or one who assists him, from the minister's other deputies.
_RANKED = re.compile(r"(?P<rank>First Deputy|(?:Parliamentary |Senior )?Vice|Assistant|Associate)[ -]", re.IGNORECASE)


def _of_rank(words: str) -> str:
    """What the key of a post of a foreign ministry begins with, by its title: “first-deputy-”."""
    ranked = _RANKED.match(words)
    return f"{slug(ranked['rank']).removesuffix('deputy')}".rstrip("-") + "-" if ranked is not None else ""


def _foreign_minister(words: str, deputy: bool) -> str:
    """The title of a foreign minister or a deputy in one form; one of another rank than these keeps his own."""
    if _RANKED.match(words) is not None:
        return words
    return "Deputy Foreign Minister" if deputy else "Foreign Minister"


def _family_key(office: Office, words: str, deputy: bool) -> str:
    if is_foreign_minister(office):
        return _of_rank(words) + ("deputy-fm" if deputy else "fm")
    if office.family == "prime-minister" and not office.portfolio:
        return "prime-minister"
    return slug(words)


def _title_words(office: Office) -> str:
    portfolio = f" {office.portfolio}" if office.portfolio else ""
    return f"{office.title[:1].upper()}{office.title[1:]}{portfolio}"
