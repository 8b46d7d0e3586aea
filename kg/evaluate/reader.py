"""The facts of a gold file: from checked JSON objects to gold, each with the place of its quotes."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.evaluate.gold import (
    ACT_TYPES,
    EVENT_CLASSES,
    EVENT_ROLES,
    FACTUALITIES,
    FORBIDDEN_KINDS,
    FORMAT_ROLES,
    MENTION_TYPES,
    RANKS,
    Forbidden,
    GoldAct,
    GoldEvent,
    GoldHeader,
    GoldMembership,
    GoldMention,
    GoldParticipant,
    GoldTenure,
    Name,
)
from kg.evaluate.values import (
    FieldError,
    count_of,
    date_of,
    known_keys,
    name_of,
    optional_word,
    stretch_of,
    text_of,
    word_of,
    words_of,
)
from kg.model import Span

PATTERN_KEYS = {
    "tenure": "holder post rank quote",
    "event": "class factuality start end number place participants roles formats discusses quote",
    "act": "speaker type about addressed_to factuality quote",
    "membership": "member format role factuality quote",
    "mention": "entity type quote within",
    "header": "part value other_than title",
}
EVENT_KEYS = (
    "id class factuality start end number place formats discusses also part_of participants quote quotes optional"
)
NAME_KEYS = ("holder", "post", "speaker", "place", "member", "format", "entity")
LIST_KEYS = ("participants", "formats", "discusses", "about", "addressed_to", "other_than")
HEADER_PARTS = ("title", "issued", "place", "source", "field")


class Reader:
    """Reads the objects of one file, whose quotes stand in `text`."""

    def __init__(self, text: str) -> None:
        self.text = text

    def quotes(self, field: str, record: Mapping[str, Any]) -> tuple[Span, ...]:
        """Where the quotes stand; a quote that stands in several places counts at all of them."""
        values = record.get("quotes", [record["quote"]] if "quote" in record else [])
        if not isinstance(values, list) or not values:
            raise FieldError(f"{field}.quote", "missing; give the words that say so")
        found: list[Span] = []
        for value in values:
            spans = list(self.places(text_of(f"{field}.quote", value)))
            if not spans:
                raise FieldError(f"{field}.quote", f"does not occur in the text: {value!r}")
            found += spans
        return tuple(found)

    def places(self, words: str) -> Iterator[Span]:
        """Every place of these words in the text."""
        start = self.text.find(words)
        while start >= 0:
            yield Span(start, start + len(words))
            start = self.text.find(words, start + 1)

    def header(self, value: Any) -> GoldHeader:
        if not isinstance(value, dict):
            raise FieldError("header", "expected an object")
        known_keys("header", value, "title issued places source fields")
        return GoldHeader(
            title=text_of("header.title", value["title"]) if value.get("title") else None,
            issued=date_of("header.issued", value.get("issued")),
            places=self.names("header.places", value.get("places", [])),
            source=name_of("header.source", value["source"]) if value.get("source") is not None else None,
            fields=self.names("header.fields", value.get("fields", [])),
            given=frozenset(value),
        )

    def names(self, field: str, value: Any) -> tuple[Name, ...]:
        if not isinstance(value, list):
            raise FieldError(field, "expected a list")
        return tuple(name_of(field, one) for one in value)

    def mention(self, field: str, record: Mapping[str, Any]) -> GoldMention:
        known_keys(field, record, "entity type start end quote optional")
        span = stretch_of(field, [record.get("start"), record.get("end")], self.text)
        if span.of(self.text) != record.get("quote"):
            raise FieldError(f"{field}.quote", f"{record.get('quote')!r}, but the text there is {span.of(self.text)!r}")
        return GoldMention(
            name_of(f"{field}.entity", record.get("entity")),
            words_of(f"{field}.type", record.get("type"), MENTION_TYPES),
            span,
            bool(record.get("optional", False)),
        )

    def tenure(self, field: str, record: Mapping[str, Any]) -> GoldTenure:
        known_keys(field, record, "holder post rank quote quotes optional")
        return GoldTenure(
            name_of(f"{field}.holder", record.get("holder")),
            name_of(f"{field}.post", record.get("post")),
            optional_word(f"{field}.rank", record.get("rank"), RANKS),
            self.quotes(field, record),
            bool(record.get("optional", False)),
        )

    def participant(self, field: str, record: Any) -> GoldParticipant:
        if not isinstance(record, dict):
            raise FieldError(field, "expected an object")
        known_keys(field, record, "actor posts on_behalf_of role optional")
        return GoldParticipant(
            name_of(f"{field}.actor", record.get("actor")),
            self.names(f"{field}.posts", record.get("posts", [])),
            self.names(f"{field}.on_behalf_of", record.get("on_behalf_of", [])),
            optional_word(f"{field}.role", record.get("role"), EVENT_ROLES),
            frozenset(record),
            bool(record.get("optional", False)),
        )

    def event(self, field: str, record: Mapping[str, Any]) -> GoldEvent:
        known_keys(
            field,
            record,
            EVENT_KEYS,
        )
        participants = record.get("participants", [])
        if not isinstance(participants, list):
            raise FieldError(f"{field}.participants", "expected a list")
        place = record.get("place")
        return GoldEvent(
            id=text_of(f"{field}.id", record.get("id")),
            classes=words_of(f"{field}.class", record["class"], EVENT_CLASSES) if record.get("class") else (),
            factuality=optional_word(f"{field}.factuality", record.get("factuality"), FACTUALITIES),
            start=date_of(f"{field}.start", record.get("start")),
            end=date_of(f"{field}.end", record.get("end")),
            places=(name_of(f"{field}.place", place),) if place is not None else (),
            formats=self.names(f"{field}.formats", record.get("formats", [])),
            discusses=self.names(f"{field}.discusses", record.get("discusses", [])),
            part_of=text_of(f"{field}.part_of", record["part_of"]) if record.get("part_of") else None,
            number=count_of(f"{field}.number", record.get("number")),
            also=self.names(f"{field}.also", record.get("also", [])),
            participants=tuple(
                self.participant(f"{field}.participants[{index}]", one) for index, one in enumerate(participants)
            ),
            spans=self.quotes(field, record),
            given=frozenset(record),
            optional=bool(record.get("optional", False)),
        )

    def membership(self, field: str, record: Mapping[str, Any]) -> GoldMembership:
        known_keys(field, record, "member format role factuality quote quotes optional")
        return GoldMembership(
            name_of(f"{field}.member", record.get("member")),
            name_of(f"{field}.format", record.get("format")),
            word_of(f"{field}.role", record.get("role"), FORMAT_ROLES),
            optional_word(f"{field}.factuality", record.get("factuality"), FACTUALITIES),
            self.quotes(field, record),
            bool(record.get("optional", False)),
        )

    def act(self, field: str, record: Mapping[str, Any]) -> GoldAct:
        known_keys(field, record, "speaker type about addressed_to conveyed_by also factuality quote quotes optional")
        if "speaker" not in record:
            raise FieldError(f"{field}.speaker", "missing; give null where the text names nobody")
        return GoldAct(
            None if record["speaker"] is None else name_of(f"{field}.speaker", record["speaker"]),
            words_of(f"{field}.type", record.get("type"), ACT_TYPES),
            self.names(f"{field}.about", record.get("about", [])),
            self.names(f"{field}.addressed_to", record.get("addressed_to", [])),
            name_of(f"{field}.conveyed_by", record["conveyed_by"]) if record.get("conveyed_by") else None,
            self.names(f"{field}.also", record.get("also", [])),
            optional_word(f"{field}.factuality", record.get("factuality"), FACTUALITIES),
            self.quotes(field, record),
            frozenset(record),
            bool(record.get("optional", False)),
        )

    def forbidden(self, field: str, record: Mapping[str, Any]) -> Forbidden:
        known_keys(field, record, "kind match why beyond")
        kind = word_of(f"{field}.kind", record.get("kind"), FORBIDDEN_KINDS)
        match = record.get("match")
        patterns: list[Any] = match if isinstance(match, list) else [match]
        for pattern in patterns:
            if not isinstance(pattern, dict) or not pattern:
                raise FieldError(f"{field}.match", "expected an object with at least one key, or a list of them")
            self._pattern(f"{field}.match", kind, pattern)
        beyond = count_of(f"{field}.beyond", record.get("beyond")) or 0
        return Forbidden(kind, tuple(patterns), text_of(f"{field}.why", record.get("why")), beyond)

    def _pattern(self, field: str, kind: str, pattern: Mapping[str, Any]) -> None:
        for key, value in pattern.items():
            if key not in PATTERN_KEYS[kind].split():
                raise FieldError(f"{field}.{key}", f"not a key for kind {kind}; see data/gold/README.md")
            if key == "quote" and not any(self.places(text_of(f"{field}.quote", value))):
                raise FieldError(f"{field}.quote", f"does not occur in the text: {value!r}")
            if key in LIST_KEYS:
                self.names(f"{field}.{key}", value)
            if key in NAME_KEYS and (value is not None or key == "post"):
                name_of(f"{field}.{key}", value)
            if key == "roles":
                if not isinstance(value, dict):
                    raise FieldError(f"{field}.roles", "expected an object from names to roles")
                for name, role in value.items():
                    word_of(f"{field}.roles.{name}", role, EVENT_ROLES)
            if key == "rank":
                for rank in value if isinstance(value, list) else [value]:
                    optional_word(f"{field}.rank", rank, RANKS)
            if key == "within":
                stretch_of(f"{field}.within", value, self.text)
        vocabularies = {
            "class": EVENT_CLASSES,
            "factuality": FACTUALITIES,
            "part": HEADER_PARTS,
        }
        if kind == "act":
            vocabularies["type"] = ACT_TYPES
        if kind == "mention":
            vocabularies["type"] = MENTION_TYPES
        for key, vocabulary in vocabularies.items():
            if key in pattern:
                words_of(f"{field}.{key}", pattern[key], vocabulary)
