"""Meetings told by the programme of one whose doings a text reports, with their other side alone.

“His interlocutors included A; B; and C”, “the day brought talks with A, with B and with C”, “besides A, who gave a dinner
for her, she saw B”, “she was with A at nine and with B at ten”, “the farewell call of A”, “the following meetings took
place: – with A; – with B”.
"""

import re
from collections.abc import Iterator

from kg.extract.actor_lists import LIST, OBJECT, SUBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.circles import circles
from kg.extract.meetings.telling import joined, telling, travellers
from kg.extract.meetings.wording import TALKS
from kg.extract.modality import DENIED, PLANNED, of_noun, of_verb
from kg.extract.view import Party, View, people_of
from kg.model import Factuality
from kg.text.pronouns import fits
from kg.text.rule import Rule
from kg.text.shape import pattern


def whose(view: View, pronoun: str) -> list[Party]:
    """Whom “his” or “her” means in a sentence: the one whom a sentence before it in the paragraph is about, else those whose doings are told."""
    about = view.document.subject
    word = "she" if pronoun.lower() == "her" else "he"
    if view.sentence.index > 0 and about is not None and about != view.document.protagonist and fits(about, word):
        before = view.document.actors[view.paragraph.index]
        if any(one.end <= view.sentence.start and about in getattr(one.payload, "things", ()) for one in before):
            return [Party(about)]
    return travellers(view)


# “Her interlocutors in X included A and B”, “among his interlocutors were A; B; and, at B's suggestion, C”.
_WHOSE = r"(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[Tt]he)\s(?:(?:first|second|third|last|next|final|other|main|further|most\simportant)\s)*"
INTERLOCUTORS = rf"\b(?P<among>[Aa]mong(?:st)?\s)?{_WHOSE}(?P<talks>interlocutors?)\s(?:[^;{{AEG}}]{{0,40}}?)\b(?:included?|includes|were|was|figured)(?:(?:,?\s(?:too|also|likewise|as\s(?:always|before|usual|ever)|once\smore|again))+,?)?\s(?P<object>{OBJECT})"
_MORE = rf"(?:[;,]\s(?:and\s)?|;?,?\sand\s|;?,?\sand,\s|[;,]\s)(?:[a-z][^,;.{{A}}]{{3,60}},\s)?(?P<object>{OBJECT})"


def interlocutors(view: View, match: re.Match[str]) -> list[Draft]:
    """Whom somebody spoke with, one by one."""
    if match["whose"].lower() == "the" and not match["among"]:
        return []
    owners = whose(view, match["whose"])
    known = {one.thing for one in owners}
    found, more = view.objects(match), pattern(_MORE).match(view.main, match.end())
    while more is not None:
        found, more = joined(found, view.objects(more)), pattern(_MORE).match(view.main, more.end())
    if ";" in view.main[match.end("talks") :]:
        # Each between semicolons, whatever words stand with them.
        found = joined(*(people_of(view.parties(one)) for one in view.main[match.end("talks") :].split(";")))
    others = [one for one in found if one.thing.kind == "person" and one.thing not in known]
    if not owners:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    trigger = match.span("talks")
    return [telling(view, match, "meeting.noun", joined(owners, [one]), factuality, trigger) for one in others]


_SAW = r"(?:met|saw|received|(?:spoke|talked|conferred)(?=\s(?:with|to)\s)|(?:held|had)\s(?:[\w-]+\s){0,2}?(?:talks|meetings?|consultations|discussions|a\sconversation)(?=\swith\s))"
# “Besides President A, who gave a lunch in her honour, she saw Minister B.”
BESIDES = (
    rf"^\W*(?:[^;.{{A}}]{{3,40}},\s)?(?:[Bb]esides|[Ii]n\saddition\sto|[Aa]part\sfrom|[Aa]side\sfrom|[Aa]s\swell\sas)\s(?P<first>{OBJECT})(?:,|\s{{3,}},?|,[^;{{A}}]{{3,90}},)\s?"
    rf"(?P<subject>{SUBJECT})\s(?:(?:also|then|later)\s)*(?P<verb>{_SAW})(?:\s(?:also|then))?\s(?:(?:with|to)\s)?(?P<object>{OBJECT})"
)
_HONOURED = re.compile(
    r"\b(?:gave|offered|hosted|held)\s(?:an?|the)\s(?:[\w-]+\s){0,2}?(?:dinner|lunch|luncheon|breakfast|reception|banquet)\b|\breceived\s(?:him|her|them)\b"
)


def besides(view: View, match: re.Match[str]) -> list[Draft]:
    """One whom somebody saw besides others, and these, each met apart."""
    subjects = people_of(view.parties(match["subject"]))
    known = {one.thing for one in subjects}
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    drafts = []
    for named in ("first", "object"):
        stretch = match[named]
        others = [one for one in people_of(view.parties(stretch)) if one.thing not in known]
        for group in circles(stretch, others, subjects, factuality) if subjects and others else ():
            roles: dict[str, str] = {}
            clause = view.unquoted[match.start("first") : match.start("subject")]
            if match["verb"] == "received" or (named == "first" and _HONOURED.search(clause)):
                hosts, guests = (subjects, group) if match["verb"] == "received" else (group, subjects)
                roles = {one.thing.iri.value: "host" for one in hosts} | {
                    one.thing.iri.value: "guest" for one in guests
                }
            parties = joined(subjects, group)
            drafts.append(telling(view, match, "meeting.verb", parties, factuality, match.span("verb"), roles=roles))
    return drafts


# “Was with A at nine o'clock and with B at half past ten”: later ones are read behind the first.
_CLOCK = r"\s(?:at|from|until|till|by)\s(?:noon|midday|half\spast\s\w+|(?:a\s)?quarter\s(?:past|to)\s\w+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}(?:[.:]\d\d)?)(?:\s(?:a\.?m\.?|p\.?m\.?|o['’]clock|hours))?)"
WAS_WITH = rf"(?P<subject>{LIST}){{GAP}}\s(?P<verb>was|were|sat)\s(?:then\s|first\s|already\s)?with\s(?P<object>{OBJECT})(?P<clock>,?{_CLOCK})(?P<rest>(?:,?\sand\swith\s{OBJECT},?{_CLOCK})*)".replace(
    "{GAP}", r"(?:,\s[^;.{A}]{2,90},|\s{3,},?)?"
)


def was_with(view: View, match: re.Match[str]) -> list[Draft]:
    """With whom somebody was at which hours."""
    subjects = people_of(view.subject(match))
    known = {one.thing for one in subjects}
    stretches = [match["object"], *re.split(r",?\sand\swith\s", match["rest"])[1:]]
    drafts = []
    for stretch in stretches:
        others = [one for one in people_of(view.parties(stretch)) if one.thing not in known]
        if subjects and others:
            parties = joined(subjects, others)
            drafts.append(telling(view, match, "meeting.verb", parties, Factuality.HAPPENED, match.span("verb")))
    return drafts


# “She was in conversation at that hour with A.”
IN_TALKS = rf"(?P<subject>{SUBJECT})\s(?:(?:also|then|still|already|had)\s)*(?P<verb>was|were|been)\s(?:still\s|deep\s)?in\s(?:conversation|talks|consultations|discussions|a\smeeting)\s(?:[^;.,{{A}}]{{0,30}}?\s)?with\s(?P<object>{OBJECT})"


# “The consultations that were to have been held with him took place instead with his deputy, A.”
INSTEAD = (
    rf"\b(?P<talks>{TALKS})\s(?:(?:that|which)\s)?(?:had\sbeen|was|were)\s(?:to\s(?:have\s)?(?:been\s|be\s)?)?(?:held|had|planned|scheduled|announced|taken\splace|take\splace|foreseen|agreed|arranged)\s"
    rf"[^;.]{{0,90}}?\b(?P<verb>took\splace|(?:was|were)\s(?:held|conducted))\s(?:instead\s)?with\s(?:instead\s)?(?P<object>{OBJECT})"
)


def instead(view: View, match: re.Match[str]) -> list[Draft]:
    """Talks that somebody had with another than was planned."""
    owners, others = travellers(view), people_of(view.objects(match))
    known = {one.thing for one in others}
    if not owners or not others or any(one.thing in known for one in owners):
        return []
    parties = joined(owners, others)
    return [telling(view, match, "meeting.noun", parties, Factuality.HAPPENED, match.span("verb"), match["talks"])]


# “Within the framework of the visit the following meetings took place:”, “In the afternoon she met:”.
_HEADING = Rule(
    r"\b(?:[Mm]eetings|[Tt]alks|[Cc]onsultations|[Cc]onversations|[Dd]iscussions|[Bb]ilaterals)\b(?!\s(?:on|about)\s)[^;]*:\W*$|\b(?:met|meets?|received|saw|spoke|talked)\b(?:\s[^;:]{0,60})?:\W*$"
)
_HAPPENED = re.compile(
    r"\b(?:took\splace|were\s(?:also\s)?(?:held|conducted|organi[sz]ed)|held|had|has|met|meets|received|saw|spoke|talked|conducted|included|comprised)\b"
)
_SUBJECTS = re.compile(r"\b(?:discuss|topics?|issues|subjects|questions|points|agree|conclu|decid|about)\w*\b")
_ITEM = (
    r"^\W*(?:(?:an?|one|the)\s)?(?:(?P<joint>joint|trilateral|quadrilateral)\s)?(?:(?:[a-z-]+\s){0,2}?(?P<talks>one|meetings?|talks?|calls?|conversations?|discussions?|lunch|dinner|breakfast|consultations?)\s)?"
    rf"(?P<with>with\s)?(?P<object>{OBJECT})"
)
_BULLET = re.compile(r"^\s*(?:[—–•*·-]\s|\(?[a-z\d][.)]\s)")
# A whole item, whose bullet is not kept: “with A;”, “the Minister of Defence, A, in the evening;”.
_BARE = pattern(r"^\W*(?:with\s|(?:the\s)?{A}(?:,\s[^;.{A}]{2,60}|\s\([^()]*\))?\s*[;.,]?\W*$)")


_OF_ANOTHER = re.compile(r"\b(?:previous|last|earlier|next)\s")


def listed(view: View) -> Iterator[Draft]:
    """The meetings of a list below a colon, each item with its other side alone, of those whose doings the text reports."""
    document = view.document
    if view.is_title:
        return
    if view.main.rstrip().endswith(":"):
        if _HEADING.stands_in(view.main) and not _SUBJECTS.search(view.main) and not DENIED.search(view.main):
            planned = PLANNED.search(view.main) is not None
            if planned or _HAPPENED.search(view.main):
                subjects = tuple(one.thing for one in people_of(view.main_subject)) or tuple(
                    one.thing for one in travellers(view)
                )
                document.programme = (view.paragraph.index, subjects, planned)
        return
    if document.programme is None or view.sentence.index > 0:
        return
    last, subjects, planned = document.programme
    if last != view.paragraph.index - 1 or (_BULLET.match(view.words) is None and _BARE.match(view.main) is None):
        document.programme = None
        return
    document.programme = (view.paragraph.index, subjects, planned)
    match = pattern(_ITEM).match(view.main)
    if match is None or (match["talks"] and not match["with"]):
        return
    factuality = Factuality.PLANNED if planned else Factuality.HAPPENED
    if DENIED.search(view.main, match.end()):
        return
    owners = [Party(one) for one in subjects]
    others = [one for one in people_of(view.objects(match)) if one.thing not in subjects]
    talks = match["talks"] if match["talks"] not in {None, "one"} else "meeting"
    for group in [others] if match["joint"] else circles(match["object"], others, owners, factuality):
        if owners and group:
            parties = joined(owners, group)
            draft = telling(view, match, "meeting.noun", parties, factuality, match.span("object"), talks)
            draft.factuality = factuality
            if draft.start == document.issued or _OF_ANOTHER.search(view.main, match.end()):
                draft.start = draft.end = None
            yield draft
