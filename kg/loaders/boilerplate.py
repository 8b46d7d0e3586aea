"""What pages print around a release's own paragraphs: captions, contacts, related news, the body once more."""

import re

from kg.loaders.dateline import dateline
from kg.model import Span

_SHORT = 80
_CAPTION_LENGTH = 600

KIND = re.compile(
    r"(?:press releases?|press statements?|news ?items?|news ?room|news|statements?|media advisor(?:y|ies)"
    r"|speech(?:es)?|stor(?:y|ies)|features?"
    r"|announcements?|interviews?|blogs?|news releases?|news and press releases?|joint statements?"
    r"|spot reports?|readouts?|statements and releases|(?:daily|weekly|status|situation) reports?|fact ?sheets?"
    r"|opinions?|communiqu[eé]s?|remarks)",
    re.IGNORECASE,
)
"""The line that says what kind of text a page holds."""

# A heading after which nothing belongs to the release.
_TAIL = re.compile(
    r"(?:related(?: \w+){0,2}"
    r"|(?:more|latest|recent|other|all) (?:news|stories|press releases|statements|articles|updates)"
    r"|more (?:on|from|about) [^.]*|see also|read (?:more|also|next)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in).*|most (?:read|popular|viewed)"
    r"|share(?: (?:this|on|via)\b[^.]*)?|tags|attachments?|downloads?|follow us.*|links"
    r"|(?:media |press )?contacts?(?: (?:details|information|us|persons?))?|about (?:the )?osce|where we are"
    r"|primary country|report details|download (?:report|pdf|document)[^.]*|newsletters?|subscribe\b.*|sign up\b.*"
    r"|leave a (?:review|comment|reply)|news ?line|advertisement"
    r"|back to top|print(?: this page)?|footer(?: menu)?|source link|[-–—* ]*ends?[-–—* ]*|-30-"
    r"|photo gallery|comments?|topics|documents)\s*:?",
    re.IGNORECASE,
)
_HASHES = re.compile(r"(?:\\?#\s*){3,}+(?:\[\]\(\))?")
# A paragraph that opens a list of contacts; nothing after it belongs to the release.
_CONTACT = re.compile(
    r"\*{0,3}(?:for (?:further|more|additional) (?:information|details|inquiries|queries)\b"
    r"|for (?:pdf|media|press|interviews?|attachments|links to sources)\b(?=.{0,80}(?:contact|visit|call|write|:))"
    r"|(?:media|press)(?: and \w+)? (?:contacts?|enquiries|inquiries|office)s?\s*:|contacts?\s*:)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+|\b00)\d[\d ()/.\-]{7,}|\b(?:tel|phone|mobile|cell|fax|e-?mail)\b\.?\s*:", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}")
_CREDIT = re.compile(r"\((?:OSCE|ODIHR|Photo|AP|AFP|EPA|Reuters|UN|MFA|Credit)\b[ /:][^()]{0,100}\)|\(OSCE\)")
_CAPTION = re.compile(
    r"\(photo\)|photo(?: caption| credit|s)?\s*:|photo caption\b|caption\s*:|image(?: credit)?\s*:",
    re.IGNORECASE,
)
_DETAILS = re.compile(r"\s*(?:photo details|download(?: photo)?|view full size)[\s.]*$", re.IGNORECASE)
_SKIPPED = re.compile(
    r"©.*|copyright\b.*|all rights reserved.*|photo details|download(?: photo| image)?|skip to .*|listen|print"
    r"|(?:also )?available in\b[^.]{0,80}"
    r"|(?:publish(?:ed|ing date)|posted|updated|last (?:updated|modified))\b.{0,40}"
    r"|(?:original )?source\s*: .{1,80}|please refer to the attached (?:file|infographic|map)s?\.?"
    r"|you are here\b.*|[^.>»›]{1,60}(?: [>»›] [^.>»›]{1,60}){2,}|loading\.*|no comments|print +e-?mail|by +/ .{0,60}"
    r"|[\W_]*|!\[[^\[\]]{0,300}\]\([^()]{0,2000}\)\W*",
    re.IGNORECASE,
)
_FIGURES = ("<figure", "<img", "<iframe", "<script", "<style")
_SENTENCE_END = re.compile(r"(?<=[.!?…”])\s+")
_NOT_WORD = re.compile(r"[\W_]+")
_ELLIPSIS = re.compile(r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*(?:read more)?\s*$", re.IGNORECASE)


def own_paragraphs(text: str, spans: list[Span], title: Span | None = None) -> tuple[Span, ...]:
    """The paragraphs that are the release's own, in order, without boilerplate and without repetitions.

    A caption that runs into the dateline is cut from its paragraph. `title` is cut where it is repeated.
    """
    kept: list[Span] = []
    for span in spans:
        words = span.of(text)
        if ends_release(words):
            if kept:
                break
            continue
        if not is_boilerplate(words):
            kept.append(span)
        elif (opening := dateline(text, span)) is not None and opening.start > span.start:
            kept.append(Span(opening.start, span.end))
    kept = [_from_dateline(text, span) if index < 3 else span for index, span in enumerate(kept)]
    return tuple(_once(text, kept, title))


def ends_release(words: str) -> bool:
    """Whether a paragraph is a heading or opening after which nothing belongs to the release."""
    if _HASHES.fullmatch(words) or _CONTACT.match(words):
        return True
    return len(words) <= _SHORT and _TAIL.fullmatch(words) is not None


def is_boilerplate(words: str) -> bool:
    """Whether a paragraph is what pages print anywhere: a caption, a credit, a path of links, a telephone number."""
    if words.startswith(_FIGURES):
        return True
    if len(words) <= _CAPTION_LENGTH:
        if _SKIPPED.fullmatch(words) or KIND.fullmatch(words):
            return True
        if ("@" in words and _EMAIL.search(words)) or (len(words) <= 2 * _SHORT and _PHONE.search(words)):
            return True
        return is_caption(words)
    return False


def is_caption(words: str) -> bool:
    """Whether a paragraph is a photo's caption: it says so, or it ends in a photographer's credit."""
    if len(words) > _CAPTION_LENGTH:
        return False
    undetailed = _DETAILS.sub("", words).rstrip(" .")
    ends = [credit.end() for credit in _CREDIT.finditer(undetailed)]
    return bool(ends and ends[-1] == len(undetailed)) or _CAPTION.match(words) is not None


def _from_dateline(text: str, span: Span) -> Span:
    opening = dateline(text, span)
    return Span(opening.start, span.end) if opening is not None and opening.start > span.start else span


def _once(text: str, spans: list[Span], title: Span | None) -> list[Span]:
    """The spans without the title's repetition and without what was said before, sentence for sentence."""
    heading = folded(title.of(text)) if title is not None else ""
    longest = 2 * len(heading)
    bodies = [
        span
        for span in spans
        if span.end - span.start > longest
        or (title is not None and span.covers(title))
        or folded(span.of(text)) != heading
    ]
    keys = [_sentence_keys(text, span) for span in bodies]
    leads = _cut_leads(text, bodies)
    seen: set[str] = set()
    kept = []
    for index, (span, sentences) in enumerate(zip(bodies, keys, strict=True)):
        if index in leads or (sentences and seen.issuperset(sentences)):
            continue
        seen.update(sentences)
        kept.append(span)
    return kept or spans[:1]


def _sentence_keys(text: str, span: Span) -> list[str]:
    words = span.of(text)
    opening = dateline(text, span)
    if opening is not None:
        words = text[opening.end : span.end]
    return [" ".join(each) for part in _SENTENCE_END.split(words) if len(each := part.strip("–—- ").split()) > 2]


def _cut_leads(text: str, spans: list[Span]) -> set[int]:
    """Indexes of leads that break off in an ellipsis and that a later paragraph gives in full."""
    leads = set()
    for index, span in enumerate(spans[:3]):
        words = span.of(text)
        ellipsis = _ELLIPSIS.search(words[-40:])
        if ellipsis is None:
            continue
        beginning = folded(words[: len(words) - len(words[-40:]) + ellipsis.start()])
        if beginning and any(
            folded(text[other.start : other.start + len(words) + 200]).startswith(beginning)
            for other in spans[index + 1 : index + 4]
        ):
            leads.add(index)
    return leads


def folded(words: str) -> str:
    """The words in lower case with single spaces and no punctuation, to compare headings and leads by."""
    return _NOT_WORD.sub(" ", words).strip().casefold()
