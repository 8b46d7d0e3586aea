"""A sentence as extractors see it: its shape, the actors in a match, and where a match stands in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.model import Confidence, Span, Support, Thing
from kg.text.annotate import Paragraph, Sentence
from kg.text.resolve import Actor, Document
from kg.text.shape import Item, Shape, between, pattern

# Who can act: people, states, entities, bodies, formats and a state's chair.
ACTOR = "{ASEGFH}"
NOT_ACTOR = r"[^;{ASEGFH}]"
_DETERMINERS = r"(?:(?:the|his|her|its|their|with|also|both|to|then|by|of|staff\sof)\s)*"
_ONE = rf"{ACTOR}(?:['’]s\s(?:delegation|representatives?)\b)?(?:\sof\s(?:{{L}}|[A-Z][\w.'’-]+(?:\s[A-Z][\w’-]+)?))?(?:\s\((?:{{GF}}|[A-Z][\w-]{{1,8}})\))?"
# One actor, or several whose last is joined by a conjunction: “A, B” alone is an aside and its owner.
LIST = (
    rf"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Bb]oth|[Aa]nd)\s)*{_ONE}"
    rf"(?:(?:,\s{_DETERMINERS}{_ONE})*(?:,?\sand\s|,?\sas\swell\sas\s|,?\stogether\swith\s|,?\salong\swith\s|\s&\s|,\sthen\s){_DETERMINERS}{_ONE})*"
)


# “(SMM)” behind a body's name, “(France)” behind a person's.
# Those who sat together, by a word for all of them.
ALL = (
    r"(?:[Tt]hey|[Tt]he\s(?:two\s|three\s|four\s)?(?:leaders|sides|presidents|ministers|officials|interlocutors|partners|principals|parties"
    r"|ambassadors|envoys|co-facilitators|co-chairs|Co-Chairs|moderators)"
    r"|[Bb]oth\s(?:leaders|sides|ministers|presidents|officials|ambassadors|envoys|co-facilitators|co-chairs)?|[Tt]he\stwo)"
)
_ABBREVIATION = re.compile(r"\([^()]*\)")
_RELATIVE = re.compile(
    r"(?P<clause>,\s(?:who|which|whose|whom)\s[^,;“”]{3,120}),|(?P<with>,\swith\s(?:(?:both|each)\sof\s)?whom\s[^,;“”.]{3,120})"
)


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: a thing, the posts named beside it with ranks, and how surely it is meant."""

    thing: Thing
    posts: tuple[tuple[Thing, str | None], ...] = ()
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True)
class View:
    """One sentence of a document, with all its items folded."""

    document: Document
    paragraph: Paragraph
    sentence: Sentence
    shape: Shape

    @property
    def text(self) -> str:
        """The folded sentence."""
        return self.shape.text

    @property
    def words(self) -> str:
        """The sentence as its clean copy has it, nothing folded."""
        return self.paragraph.text[self.sentence.start : self.sentence.end]

    @cached_property
    def without_topics(self) -> "View":
        """The same sentence with fields of work left as the ordinary words that they are."""
        kept = [item for item in self.shape.items.values() if item.code != "T"]
        kept.sort(key=lambda item: item.start)
        shape = self.paragraph.shape(kept, self.sentence.start, self.sentence.end)
        return View(self.document, self.paragraph, self.sentence, shape)

    @property
    def is_title(self) -> bool:
        """Whether this is the release's headline."""
        return self.paragraph.is_title

    @property
    def is_lead(self) -> bool:
        """Whether this is the first sentence of the body."""
        return self.sentence.index == 0 and self.paragraph.index == 1

    @cached_property
    def unquoted(self) -> str:
        """The folded sentence with what stands in quotation marks blanked out, same length."""
        if not self.paragraph.quotes:
            return self.text
        characters = [
            " " if self.paragraph.quoted(start) else character
            for character, start in zip(self.text, self.shape.starts, strict=True)
        ]
        return "".join(characters)

    @cached_property
    def main(self) -> str:
        """The unquoted sentence with relative clauses (“, who chairs the OSCE this year,”) blanked out, too."""
        text = self.unquoted
        for match in _RELATIVE.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    @cached_property
    def main_subject(self) -> list[Party]:
        """Whom the sentence is about: its first actor that owns nothing and stands behind no preposition."""
        for match in pattern(rf"(?P<who>{LIST})(?!['’])(?=\s|,)").finditer(self.unquoted):
            before = self.unquoted[max(0, match.start() - 14) : match.start()]
            if re.search(r"\b(?:of|with|by|for|in|from|to|between|at|on|against|about|and)\s(?:the\s)?$", before):
                continue
            parties = self.parties(match["who"])
            if parties:
                return parties
        return []

    def subject(self, match: re.Match[str], verb: str = "verb") -> list[Party]:
        """The subject of a rule's match: the actors before the verb, unless they are another verb's object.

        In “X met Y and visited Z” the actor before “visited” is Y, but who visited is X.
        """
        between = self.unquoted[match.end("subject") : max(match.end("subject"), match.start(verb))]
        if re.match(r",?\s(?:and|but|then)\s|,\s(?:also\s|then\s)*$", between):
            return self.main_subject
        if self.is_title and self.main_subject and match.start("subject") > 0 and "," in between:
            return self.main_subject
        before = self.unquoted[max(0, match.start("subject") - 24) : match.start("subject")]
        parties = self.parties(match["subject"])
        if re.search(
            r"\b(?:joined|accompanied|flanked)\sby\s(?:the\s)?$|\b(?:alongside|together\swith|along\swith)\s(?:the\s)?$",
            before,
        ):
            known = {party.thing.iri for party in self.main_subject}
            return [*self.main_subject, *(party for party in parties if party.thing.iri not in known)]
        company = pattern(
            rf"^\W*(?:{{L}}[^–—-]{{0,40}}[–—-]\s)?(?:Accompanied|Joined|Flanked)\sby\s(?P<who>{LIST}),\s(?:the\s)?$"
        )
        with_them = company.match(self.unquoted[: match.start("subject")])
        if with_them is not None:
            known = {party.thing.iri for party in parties}
            return [*parties, *(party for party in self.parties(with_them["who"]) if party.thing.iri not in known)]
        return parties

    def search(self, rule: str, quoted: bool = False) -> Iterator[re.Match[str]]:
        """The matches of a rule in the sentence, outside quotations and relative clauses unless told otherwise."""
        return pattern(rule).finditer(self.text if quoted else self.main)

    def parties(self, stretch: str | None) -> list[Party]:
        """The actors folded into a stretch of the shape, in order, each once."""
        found: dict[str, Party] = {}
        for item in self.shape.found(_ABBREVIATION.sub("", stretch or "")):
            for party in _parties(item):
                found.setdefault(party.thing.iri.value, party)
        return list(found.values())

    def things(self, stretch: str, codes: str) -> list[Thing]:
        """The named things of these classes in a stretch of the shape, in order, each once."""
        found: dict[str, Thing] = {}
        for item in self.shape.found(stretch):
            if item.code in codes:
                for thing in things_of(item):
                    found.setdefault(thing.iri.value, thing)
        return list(found.values())

    def support(self, rule: str, confidence: Confidence = Confidence.HIGH) -> Support:
        """Support by this whole sentence."""
        return Support((self.sentence.span,), rule, confidence)

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the shape stands in the text as read."""
        return self.paragraph.source(*self.shape.source(start, end))


def things_of(item: Item) -> tuple[Thing, ...]:
    """The things that an item stands for."""
    if isinstance(item.payload, Actor):
        return item.payload.things
    return (item.entries[0].thing,) if item.entries else ()


def _parties(item: Item) -> list[Party]:
    if isinstance(item.payload, Actor):
        actor = item.payload
        if len(actor.things) > 1:
            return [
                Party(thing, (post,), actor.confidence) for thing, post in zip(actor.things, actor.posts, strict=True)
            ]
        return [Party(thing, actor.posts, actor.confidence) for thing in actor.things]
    return [Party(thing) for thing in things_of(item) if item.code in "SEGF"]


def views(document: Document) -> Iterator[View]:
    """The sentences of a document in order, each with its shape."""
    for index in range(len(document.paragraphs)):
        yield from views_of_paragraph(document, index)


def views_of_paragraph(document: Document, index: int) -> list[View]:
    """The sentences of one paragraph, each with its shape; made once for a document."""
    made = document.views.get(index)
    if made is None:
        paragraph, items = document.paragraphs[index], document.items[index]
        made = []
        for sentence in paragraph.sentences:
            inside = [one for one in between(items, sentence.start, sentence.end) if one.end <= sentence.end]
            shape = paragraph.shape(inside, sentence.start, sentence.end)
            made.append(View(document, paragraph, sentence, shape))
        document.views[index] = made
    return made


def post_of(view: View, stretch: str | None) -> Thing | None:
    """The post that a title standing alone in a stretch names."""
    for item in view.shape.found(stretch or ""):
        actor = item.payload
        if isinstance(actor, Actor) and actor.office is not None:
            if actor.posts:
                return actor.posts[0][0]
            organization = actor.office.organizations[0] if actor.office.organizations else None
            return view.document.words.posts.denoted(actor.office, organization, True)
    return None
