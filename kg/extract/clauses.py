"""Clauses as sentences of their own: “X, who received them on Monday, said …” tells that X received them.

Rules read a sentence without its relative clauses, so that what is told in one is not told of the sentence's subject.
Here each clause that commas set off is read by itself, its “who” being the one before it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.actor_lists import LIST
from kg.extract.doubt import without_open
from kg.extract.makers import made_by
from kg.extract.plurals import PLURAL
from kg.extract.view import Party, View
from kg.text.document import Actor
from kg.text.rule import look
from kg.text.shape import Item, between, pattern

_CLAUSE = re.compile(
    r",\swho\s(?P<told>(?:[^,;“”]{1,30},\s(?:however|though|too|in\sturn),\s)?[^,;“”]{3,160}?)(?:,|(?=[.!?]?[\s”’\")]*$))"
)
# Those whom a clause is about: all of a list where it names nobody else.
_BEFORE = rf"(?P<all>(?:{PLURAL}|{LIST}|{{A}}))(?:\s\([^()]*\))?$"
_ONE = rf"(?P<all>(?:{PLURAL}|{{A}}))(?:\s\([^()]*\))?$"
# What several did together, so that “who” is all of a list: “A and B, who had met in X”.
_OF_ALL = (
    r"^(?:(?:both|all|have|were|are)\s|(?:had\s)?(?:(?:also|last|first|then|previously)\s)*(?:met|meet|spoken?|talked|sat|gathered)\b"
    r"(?!\s(?:with|to|him|her|them)\b)(?![^,;]*{A}))"
)


# “The Office, whose Head, X, briefed her, …”: X did.
_WHOSE = r",\swhose\s[^,;“”{A}]{0,60}(?P<who>{A}),\s(?P<told>[^,;“”]{3,120}),"


def relative_clauses(view: View) -> Iterator[View]:
    """The relative clauses of a sentence, each as the sentence that its subject and its words would make."""
    text = view.unquoted
    if ", whose " in text:
        for match in pattern(_WHOSE).finditer(text):
            begin, told = match.start("told"), match["told"]
            blank = " " * match.start("who") + match["who"]
            clause = f"{blank}{' ' * (begin - len(blank))}{told}{' ' * (len(text) - match.end('told'))}"
            yield _sentence(view, clause, view.main_subject)
    if ", who " not in text:
        return
    for match in _CLAUSE.finditer(text):
        who = _BEFORE if pattern(_OF_ALL).match(match["told"]) else _ONE
        before = pattern(who).search(text, 0, match.start())
        if before is None:
            continue
        begin, told = match.start("told"), match["told"]
        subject = text[before.start("all") : before.end("all")]
        blank = " " * before.start("all")
        clause = f"{blank}{subject}{' ' * (begin - before.end('all'))}{told}{' ' * (len(text) - match.end('told'))}"
        yield _sentence(view, clause, view.main_subject)


def _sentence(view: View, words: str, about: Iterable[Party]) -> View:
    """The view of a sentence with only these words, whatever the attribute that a rule reads them from."""
    sentence = replace(view, about=tuple(about))
    look(words)
    sentence.__dict__["unquoted"] = words
    sentence.__dict__["main"] = without_open(words)
    look(sentence.__dict__["main"])
    return sentence


_SAYING = r"(?:said|says|stated|added|noted|stressed|underlined|emphasized|explained|told)"
_SPEAKER = (
    rf"\b{_SAYING}\s(?:the\s)?(?P<behind>{{A}})"
    rf"|(?P<before>{{A}})(?:,[^,;{{A}}]{{2,90}},)?\s(?:(?:also|today|\w+ly)\s)*{_SAYING}\b"
)
_DONE = r"(?:met|held|had|spoke|spoken|visited|discussed|received|conferred|travelled|chaired|hosted|convened|briefed|(?:will|plan\sto|intend\sto|am\sto)\s(?:also\s|then\s)?(?:meet|hold|have|visit|receive|speak|travel|host|chair))"
_FIRST_PERSON = re.compile(
    rf"(?<![\w’'])(?:(?P<we>[Ww]e)(?=\s(?:\w+\s){{0,3}}?(?:meet\sagain|{_DONE})\b)|(?P<I>I)(?=\s(?:\w+\s){{0,3}}?{_DONE}\b)|(?P<my>[Mm]y)(?=\s(?:\w+\s){{0,2}}?(?:meetings?|talks|visit|conversations?|call|discussions|consultations)\b))"
)


def in_first_person(view: View) -> Iterator[View]:
    """What somebody says to have done, as a sentence of it: “I met X in Riga,” said Y; “my talks with X” in Y's statement."""
    if _FIRST_PERSON.search(view.text) is None:
        return
    speaker = pattern(_SPEAKER).search(view.unquoted) if view.paragraph.quotes else None
    if speaker is not None:
        yield from _of_speaker(view, speaker["behind"] or speaker["before"])
        return
    makers = made_by(view)
    if makers:
        yield from _of_makers(view, makers)


def _of_speaker(view: View, who: str) -> Iterator[View]:
    """What stands in quotation marks and was said by one whom the sentence names."""
    for match in _FIRST_PERSON.finditer(view.text):
        if match["I"] and view.paragraph.quoted(view.shape.start(match.start())):
            end = _end_of_clause(view, match.end())
            told = f"{' ' * match.start()}{who}{view.text[match.end() : end]}{' ' * (len(view.text) - end)}"
            yield _sentence(view, told, view.parties(who))


# “I”, and “we” where it means those who sat together.
_SELF = re.compile(r"(?<![\w’'.])(?:I(?![\w’'.])|me\b)")
_WE = re.compile(
    r"(?<![\w’'])[Ww]e(?=\s(?:(?:will|have|had|also|both|then|all|\w+ly)\s)*(?:meet\sagain|met|discussed|agreed|reviewed|exchanged|talked|spoke)\b)"
)


def _of_makers(view: View, makers: list[Party]) -> Iterator[View]:
    """A sentence of a statement, as one that names its maker for “I”, and for “we” those who sat together or made it together."""
    document, sentence = view.document, view.sentence
    text, maker = view.paragraph.text, makers[0]
    found = [
        (one.span(), Actor((maker.thing,), document.posts_of(maker.thing), "pronoun"))
        for one in (_SELF.finditer(text, sentence.start, sentence.end) if len(makers) == 1 else ())
    ]
    several = tuple(one.thing for one in makers) if len(makers) > 1 else document.together
    several = several if maker.thing in several else ()
    offices = [document.posts_of(one)[:1] for one in several]
    if several and all(offices):
        all_of_them = Actor(tuple(several), tuple(one for office in offices for one in office), "pronoun")
        found += [(one.span(), all_of_them) for one in _WE.finditer(text, sentence.start, sentence.end)]
    named = between(document.items[view.paragraph.index], sentence.start, sentence.end)
    items = [
        *(one for one in named if one.end <= sentence.end),
        *(Item(*span, "A", payload=actor) for span, actor in found),
    ]
    shape = view.paragraph.shape(sorted(items, key=lambda one: one.start), sentence.start, sentence.end)
    # The marks around a statement make nothing in it a quotation.
    plain = replace(view.paragraph, quotes=[])
    yield _sentence(replace(view, shape=shape, paragraph=plain), shape.text, makers)


def _end_of_clause(view: View, position: int) -> int:
    """Where the sentence within the quotation, or the quotation, ends behind a position of the shape."""
    for offset in range(position, len(view.text)):
        if view.text[offset] in '.;!?”"' or not view.paragraph.quoted(view.shape.start(offset)):
            return offset
    return len(view.text)
