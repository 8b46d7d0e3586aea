"""When and where an event was: from its own sentence, not from the dateline."""

import re
from dataclasses import replace
from datetime import date, timedelta

from kg.extract.syntax.scope import content_clause, end_of_word
from kg.extract.view import View
from kg.model import Factuality, Thing
from kg.text.dates import DateMention
from kg.text.name_words import not_names
from kg.text.rule import Rule
from kg.text.shape import pattern
from kg.text.title_table import portfolio_words

# Words that put an event at a time that the text does not name: no date is then better than today's.
VAGUE = Rule(
    r"\b(?:last (?:week(?:end)?|month|year|night|autumn|spring|summer|winter)|next (?:week|month|year)|earlier this (?:week|month|year)|later this (?:week|year)|this (?:week|month|year)|recent(?:ly)?(?! (?:been )?(?:re-?)?(?:appointed|elected|named|nominated|established|created|adopted|launched|signed|published)\b)|previous(?:ly)?|"
    r"(?:days?|weeks?|months?|years?) ago|in the (?:coming|past|last|next)|since|soon|(?:day|evening|night|week) before|on the eve of|(?:first|second|third|fourth|last|final) day of|in due course|(?:at|over|during|on) the (?:past |last )?weekend|in the (?:near )?future|upcoming|forthcoming)\b",
    re.IGNORECASE,
)
# “Spoke with X and agreed on a meeting next month”: what is to be says nothing of when what was done was.
_TO_COME_BEHIND = Rule(r"\band\s(?:also\s)?agreed\s(?:(?:up)?on|to)\b[^;]*$")
PLACE = r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s(?:the\s)?(?:(?:(?:\w+|{D})\s){0,2}(?:city|town|village|capital|border crossing)(?:,?\s(?:of\s)?))?)(?P<place>{L}(?:/{L})?|{D}\scapital(?!\s(?:of\s|city\s)?{L}|\s[A-Z]))"
TO_PLACE = r"\bto\s(?:the\s)?(?:(?:city|town|village|capital)\sof\s)?(?P<place>{L})"


def dates_in(view: View) -> list[DateMention]:
    """The dates of a sentence outside quotations, offsets in the paragraph."""
    return [
        one
        for one in view.paragraph.dates
        if view.sentence.start <= one.start < view.sentence.end
        and not view.paragraph.quoted(one.start)
        and not _of_dateline(view, one)
        and not _HOLIDAY.search(view.paragraph.text, max(0, one.start - 50), one.start)
    ]


def names_day(view: View, day: str | None) -> bool:
    """Whether a sentence names a day itself, so that nothing has it only by default."""
    return any(one.first == day for one in dates_in(view))


def names_date_before(view: View, position: int) -> bool:
    """Whether a sentence names a date before a position of its shape."""
    return any(view.shape.at(one.start) < position for one in dates_in(view))


# “Celebrating the Statehood Day, 13 July”, “on the occasion of Europe Day (9 May)”: when a holiday is kept, and nothing else was.
_HOLIDAY = re.compile(
    r"(?<!\b[Oo]n )(?:\b[Tt]he |\b[Oo]f |\b[Bb]efore |\b[Aa]head of |\b[Ff]or |\bmark(?:ing|ed) |\bcelebrat(?:ing|ed) )(?:[A-Z][\w’'-]+ ){1,3}Day(?: on |, on |, | \(| )(?:the )?$"
)


PAST = re.compile(r"^\W*\w*(?:ed|met|held|had|took|spoke|saw|sat|led|went|paid|made|began|was|were)\b")


# “The meeting between A and B was held on …”.
_WAS_HELD = pattern(r"[\w-]+\s(?:of|between|with)\s[^;.]{1,80}?\s(?:was\sheld|took\splace|were\sheld)\b")


def _of_dateline(view: View, mention: DateMention) -> bool:
    """Whether a date is the dateline's: it says when the release was written, not when something was."""
    text = view.paragraph.text
    return (
        not mention.spoken
        and mention.start < 120
        and bool(re.match(r"\s?[-–—]\s", text[mention.end : mention.end + 3]))
    )


def told(view: View, trigger: int, factuality: Factuality) -> Factuality:
    """The same factuality, but planned where a present tense stands with a day that is still to come."""
    if factuality is not Factuality.HAPPENED or view.document.issued is None:
        return factuality
    if PAST.search(view.unquoted[trigger : trigger + 30]) or _WAS_HELD.match(view.unquoted, trigger):
        return factuality
    position = view.shape.start(min(trigger, len(view.text) - 1))
    days = [one for one in dates_in(view) if len(one.first) == 10 and _same_clause(view, one, position)]
    content = content_clause(view.main, trigger, end_of_word(view.main, trigger))
    if content is not None:
        # “Said after talks with X that the round would resume on 19 March”: the day is the round's.
        days = [one for one in days if view.shape.at(one.start) < content]
    # “In a statement on 10 May, he welcomed the meeting in Y on 16 May”: the day before it is another's.
    days = [one for one in days if one.start >= position] or days
    return Factuality.PLANNED if days and all(one.first > view.document.issued for one in days) else factuality


_AND_VERB = re.compile(r"[^;]*,\s(?:and|then)\s(?:also\s|then\s|later\s)?$")


def _of_several_before(view: View, found: list[DateMention], position: int) -> bool:
    """“Met X on Monday and Y on Tuesday, and held talks with Z”: two days told of others, none of the last."""
    last = max(one.end for one in found)
    several = last <= position and len({one.first for one in found}) > 1
    return several and _AND_VERB.fullmatch(view.paragraph.text, last, position) is not None


def when(view: View, trigger: int, factuality: Factuality) -> tuple[str | None, str | None]:
    """The first and last day of an event whose verb or noun stands at `trigger` of the shape; ISO or None.

    The date nearest to the trigger in its clause; else, for what happened, the release's own day, unless
    the words put it at another time. A dateline's date counts as the lead's day.
    """
    position = view.shape.start(trigger) if trigger < len(view.text) else view.sentence.end
    found = [one for one in dates_in(view) if len(one.first) == 10 or not one.spoken]
    in_reach = [
        one
        for one in found
        if _same_clause(view, one, position)
        and _near(view, one, trigger)
        and not _aside(view, one, trigger)
        and not _of_visit(view, one, trigger)
        and not _of_visit_before(view, one, trigger)
        and not _OF_DOCUMENT.search(view.paragraph.text, max(0, one.start - 50), one.start)
        and not _IN_OFFICE_SINCE.search(view.paragraph.text, max(0, one.start - 50), one.start)
        and not _CONCERNING.search(view.paragraph.text, max(position, one.start - 150), one.start)
        and not (one.spoken and _TOLD_ON.search(view.paragraph.text, position, one.start) is not None)
    ]
    # “The first round since January 2019 was held on 2 March”.
    own = [one for one in in_reach if not _SINCE.search(view.paragraph.text, max(0, one.start - 20), one.start)]
    in_reach = own or in_reach
    if factuality is Factuality.HAPPENED:
        issued = view.document.issued
        before = [one for one in in_reach if issued is None or one.first <= issued or len(one.first) < 10]
        # “When in Riga on 8 September, X met Y”, though the header has the day on which the journey began.
        in_reach = before or [one for one in in_reach if _opens(view, one, position)]
    if factuality is Factuality.PLANNED and view.document.issued is not None:
        in_reach = [one for one in in_reach if not (one.spoken and _of_what_was_done(view, one))]
        in_reach = [one for one in in_reach if not _of_other_occasion(view, one, position)]
        in_reach = [to_come(view, one, position) for one in in_reach]
        in_reach = [one for one in in_reach if one.last >= view.document.issued[: len(one.last)]]
        if any(one.start >= position and one.first > view.document.issued for one in in_reach):
            # “In a statement on 10 May, he welcomed the meeting in Y on 16 May.”
            in_reach = [one for one in in_reach if one.first != view.document.issued or one.start >= position]
    if factuality is Factuality.PRESUPPOSED:
        in_reach = [gone_by(view, one) for one in in_reach]
    if factuality in {Factuality.DENIED, Factuality.CALLED_FOR}:
        in_reach = [
            to_come(view, one, position)
            if len(one.first) == 7 and _INTENDED.search(view.paragraph.text, max(0, one.start - 30), one.start)
            else one
            for one in in_reach
        ]
    after = _day_after(view, trigger, factuality)
    if after is not None:
        return after, None
    if in_reach and _of_several_before(view, in_reach, position):
        return None, None
    if in_reach:
        in_reach = _of_own_clause(view, in_reach, position) or in_reach
        nearest = min(in_reach, key=lambda one: min(abs(one.start - position), abs(one.end - position)))
        return nearest.first, nearest.until
    if view.is_title:
        return None, None
    day, issued = view.document.day, view.document.issued
    if _SAME_DAY.search(view.unquoted):
        # What was done was not on the day of a plan that is told before it.
        fits = factuality is not Factuality.HAPPENED or day is None or issued is None or day <= issued
        return (day if fits else view.document.first_day), None
    if (
        factuality in {Factuality.HAPPENED, Factuality.PRESUPPOSED}
        and _EVE.search(view.unquoted)
        and day is not None
        and not is_long_ago(issued, day)
    ):
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat(), None
    if factuality is not Factuality.PRESUPPOSED and _DAY_AFTER.search(view.unquoted) and view.document.day is not None:
        next_day = (date.fromisoformat(view.document.day) + timedelta(days=1)).isoformat()
        over = issued is None or factuality is not Factuality.HAPPENED or next_day <= issued
        return (next_day if over else None), None
    if factuality is Factuality.HAPPENED and _DAY_AFTER.search(view.unquoted):
        return None, None
    if factuality is Factuality.HAPPENED and not VAGUE.search(
        _TO_COME_BEHIND.sub("", _ASIDE_OF_SHAPE.sub("", _without_asides(view, trigger)))
    ):
        # Where the text tells of another day, what it goes on with need not be of the release's.
        first = view.document.first_day if not _of_earlier_journey(view) else ""
        return (view.document.issued if first in {None, view.document.issued} else None), None
    return None, None


def _opens(view: View, mention: DateMention, position: int) -> bool:
    """Whether a sentence begins with a day, and what was done then stands behind it."""
    text = view.paragraph.text
    return mention.end <= position and _OPENING.fullmatch(text, view.sentence.start, mention.start) is not None


_OPENING = re.compile(
    r"\W*(?:[^–—;]{0,60}\s[–—-]\s)?(?:On|From|(?:When|While|During|In|At)\b[^,;.]{1,40}\s(?:on|of))\s"
)


def _day_after(view: View, trigger: int, factuality: Factuality) -> str | None:
    """The day behind the one named last before “the next morning” close to a trigger, in its sentence or, where it opens that, before it."""
    if factuality is Factuality.PRESUPPOSED:
        return None
    near = _DAY_AFTER.search(view.unquoted, max(0, trigger - _CLOSE), trigger + _CLOSE)
    if near is None:
        return None
    begin = view.shape.start(near.start())
    own = [one for one in dates_in(view) if one.start < begin and _is_day(one)]
    if own:
        last = own[-1]
    elif view.document.day is None and re.fullmatch(r"\W*(?:[Oo]n\s)?", view.unquoted[: near.start()]):
        pages = view.document.paragraphs[max(0, view.paragraph.index - 1) : view.paragraph.index + 1]
        before = [one for page in pages for one in page.dates if page.index < view.paragraph.index or one.start < begin]
        if not before or not _is_day(before[-1]):
            return None
        last = before[-1]
    else:
        return None
    day = (date.fromisoformat(last.first) + timedelta(days=1)).isoformat()
    issued = view.document.issued
    return day if factuality is not Factuality.HAPPENED or issued is None or day <= issued else None


# “A conversation with X concerning the visit that Y proposes to make in February”: the visit's.
_CONCERNING = re.compile(
    r",?\s(?:concerning|regarding)\s(?:the|an?|his|her|their)\s(?:[\w-]+\s){0,3}?(?:visit|trip|journey|meeting|session|summit|conference|round|elections?|talks)\b[^;,.]{0,90}$"
)
_CLOSE = 45
"""Characters around a trigger within which “the next day” is said of it."""


def _is_day(mention: DateMention) -> bool:
    return len(mention.first) == len("2000-01-01") and mention.first == mention.last


def _without_asides(view: View, trigger: int) -> str:
    """The sentence of an event as far as it says when that was: without what else a clause says of somebody, “who was recently appointed”."""
    aside = _ASIDE_OF_CAREER.search(view.unquoted)
    inside = aside is not None and aside.start() <= trigger < aside.end()
    return view.unquoted if aside is None or inside else _ASIDE_OF_CAREER.sub("", view.unquoted)


_ASIDE_OF_CAREER = re.compile(
    r",\s(?:who\s)?(?:(?:was|has\sbeen|is|had\sbeen)\s)?(?:\w+ly\s)?(?:(?:was|has\sbeen|is)\s)?(?:appointed|named|elected|nominated|designated|arrived|returned|took\soffice)\b[^,;]*"
)


# “Will brief X on the session that took place on 14 April”: no plan is for that day.
_TOOK_PLACE = re.compile(r"\b(?:that|which)\s(?:took\splace|(?:was|were)\sheld|ended|concluded)\b[^;,]{0,40}$")
# “Will discuss the work of the Assembly, including its session taking place on 29 June”: that is the session's.
_TALKED_OF = re.compile(
    r"\b(?:on|about|including|discuss|review|regarding|concerning|for)\s(?:the|its|their|his|her)\s(?:[\w’'-]+\s){0,4}?(?P<noun>[Ss]ession|[Mm]eeting|[Cc]onference|[Ss]ummit|[Ff]orum|[Ss]eminar|[Cc]ouncil|[Ee]lections?)"
    r"\s(?:taking\splace|(?:due\s|scheduled\s)?to\s(?:be\sheld|take\splace)|(?:scheduled|planned|due|set)\s(?:for|on))\b[^;,]{0,40}$"
)


def _of_other_occasion(view: View, mention: DateMention, position: int) -> bool:
    """Whether a date is that of an occasion, over or to come, of which somebody is to speak at what is planned."""
    text, begin = view.paragraph.text, max(view.sentence.start, position, mention.start - 130)
    if _TOOK_PLACE.search(text, max(begin, mention.start - 70), mention.start) is not None:
        return True
    occasion = _TALKED_OF.search(text, begin, mention.start)
    return occasion is not None and occasion.start("noun") > position


_SINCE = re.compile(r"\bsince\s(?:early\s|late\s|mid-)?$")


# “During his four-day visit last week, X visited …”: whatever a release reports was then.
_EARLIER_JOURNEY = Rule(
    r"(?:^|[.!?]\s)(?:During|On|In the course of|As part of) (?:his|her|their|the|this|a) (?:[\w-]+ ){0,4}?(?:visit|trip|tour|mission)(?: to [A-Z][^,;.]{1,40}?)?,? (?:(?:late |early )?last (?:week|month)|earlier this (?:week|month))\b"
)


# “The safety of journalists was discussed last week at the conference in X”: of a lead, whose news is of then.
_NEWS_OF_LAST_WEEK = Rule(
    r"^(?!.{0,300}\b(?:today|yesterday)\b)[^.]{0,260}?(?<!\bthat )(?<!\bwhich )\b(?:discussed|visited|travell?ed to|took part|participated|attended|gathered|convened|met|held talks|held meetings|took place|was held|were held) (?:[^.,;]{2,60} )?last (?:week|month)\b"
)


def _of_earlier_journey(view: View) -> bool:
    """Whether a release reports a journey of some day of the week or month before, which it does not name."""
    document = view.document
    if document.of_earlier_journey is None:
        document.of_earlier_journey = any(_EARLIER_JOURNEY.stands_in(one.text) for one in document.paragraphs) or any(
            _NEWS_OF_LAST_WEEK.stands_in(one.text) for one in document.paragraphs[1:2]
        )
    return document.of_earlier_journey


# Where the same subject's next verb begins: “will brief X in Y on 27 February, and plan to meet Z in March”.
_NEXT_VERB = re.compile(
    r",?\s(?:and|before|then)\s(?:(?:also|then|later|subsequently)\s|(?:the\s)?(?:[A-ZÀ-Ž][\w’-]+\s){1,4})?(?:will|plans?|intends?|is|are|was|were|had|has|travel\w*|visit\w*|receiv\w*|[a-z]+ed|met|meets|meeting|held|holds|holding|spoke)\b"
)


def _of_own_clause(view: View, mentions: list[DateMention], position: int) -> list[DateMention]:
    """The dates without those of the verb before, where one stands behind the event's own."""
    text = view.paragraph.text
    if len(mentions) < 2 or not any(one.start >= position for one in mentions):
        return mentions
    return [one for one in mentions if one.start >= position or _NEXT_VERB.search(text, one.end, position) is None]


_DONE_THEN = re.compile(
    r"\b(?:spoke|met|held|called|hosted|convened|received|said|announced|discussed|arrived|visited)\b[^,;]{0,40}$"
)


def _of_what_was_done(view: View, mention: DateMention) -> bool:
    """Whether “today” is when somebody spoke of a plan: “spoke by phone today with X about the coming visit”."""
    if mention.first != view.document.issued:
        return False
    return _DONE_THEN.search(view.paragraph.text, view.sentence.start, mention.start) is not None


_WEEKDAY = re.compile(r"^(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", re.IGNORECASE)


_YEAR = re.compile(r"\d{4}")


def _next_year(mention: DateMention) -> DateMention:
    """The same day of the next year: what is to be held “on 5 December”, told in March."""
    first, last = (f"{int(day[:4]) + 1}{day[4:]}" for day in (mention.first, mention.last))
    return replace(mention, first=first, last=last) if first[5:] != "02-29" != last[5:] else mention


# “Planned for June”: what was to be.
_INTENDED = Rule(r"\b(?:planned|scheduled|announced|foreseen|due|set|envisaged)\s(?:for|in|on)\s(?:the\s\w+\sof\s)?$")


def gone_by(view: View, mention: DateMention) -> DateMention:
    """The same date, but a year before where what is told as behind names a day without a year that is to come."""
    issued = view.document.issued
    if issued is None or len(mention.first) < 7 or mention.first <= issued or mention.spoken:
        return mention
    if _YEAR.search(view.paragraph.text[mention.start : mention.end]) or mention.first[5:] == "02-29":
        return mention
    first, last = (f"{int(day[:4]) - 1}{day[4:]}" for day in (mention.first, mention.last))
    return replace(mention, first=first, last=last)


def to_come(view: View, mention: DateMention, position: int) -> DateMention:
    """The same date, but the next such month where a plan names a month without a year: “planned for July”."""
    issued, words = view.document.issued, view.paragraph.text[mention.start : mention.end]
    if issued is not None and mention.spoken and mention.first < issued and _WEEKDAY.search(words):
        day = (date.fromisoformat(mention.first) + timedelta(days=7)).isoformat()
        return replace(mention, first=day, last=day)
    if issued is not None and len(mention.first) == 10 and mention.last < issued and not mention.spoken:
        return _next_year(mention) if not _YEAR.search(words) else mention
    if issued is None or len(mention.first) != 7 or mention.first >= issued[:7] or any(map(str.isdigit, words)):
        return mention
    if re.search(r"\b(?:who|whom|which|spoke|met|had|was|were)\b", view.paragraph.text[position : mention.start]):
        return mention
    month = f"{int(mention.first[:4]) + 1}{mention.first[4:]}"
    return replace(mention, first=month, last=month)


_SAME_DAY = re.compile(
    r"\b(?:[Oo]n\sthe|[Tt]he|[Tt]hat)\ssame\s(?:day|morning|afternoon|evening)\b|\b(?:[Ee]arlier|[Ee]arly|[Ll]ater?)\s(?:on\s)?that\s(?:same\s)?(?:day|morning|afternoon|evening|night)\b|^\W*(?:On\s)?[Tt]hat\s(?:day|morning|afternoon|evening|night)\b|\b(?:[Oo]n\s)?that\s(?:evening|night|afternoon|morning)\b(?!\s(?:the|he|she|they|when)\b)"
)
_DAY_AFTER = re.compile(
    r"\b[Tt]he\s(?:following|next)\s(?:day|morning|afternoon|evening)\b|\b[Tt]he\sday\safter\b(?!\s\w)"
)
_EVE = re.compile(
    r"\b[Oo]n\sthe\seve\sof\sthe\s(?:talks|meetings?|round|session|summit|conference|seminar|consultations|discussions|negotiations|forum)\b"
    r"|\b[Tt]he\s(?:(?:evening|night|day)\sbefore(?=\W*$|[,;])|previous\s(?:evening|night|day)\b)"
)
# “The agreement of 12 August 2008”: the day of a document, not of what the sentence tells.
_OF_DOCUMENT = re.compile(
    r"\b(?:agreements?|measures|decisions?|resolutions?|mandate|treaty|accords?|protocols?|declarations?|memorandums?|memoranda|law|decree|convention|charter)"
    r"\s(?:of|dated|from|signed\son)\s$",
    re.IGNORECASE,
)
# “The Prime Minister, in office since February”: nothing was then but an appointment.
_IN_OFFICE_SINCE = re.compile(
    r"\b(?:in\s(?:the\s)?(?:office|post)|who\shas\s\w+|at\sthe\shelm)\s(?:[^,;.]{0,20}\s)?since\s$"
)
# “X met Y last week, Z told journalists today”: the day is the telling's.
_TOLD_ON = re.compile(r",\s[^,;]{2,80}?\s(?:said|told|announced|stated|reported|confirmed|noted|wrote)\b[^,;]{0,60}$")
_OF_VISIT = re.compile(r"\b(?:visit|trip|tour|stay)\b[^,;.]{0,40}$")


def _of_visit(view: View, mention: DateMention, trigger: int) -> bool:
    """Whether a date is a visit's on which something else was: “talks with X on his trip to Y from 9 to 11 May”."""
    before = view.unquoted[: view.shape.at(mention.start)]
    visit = _OF_VISIT.search(before)
    return visit is not None and visit.start() > trigger + 40 and mention.first != mention.last


# “Following her visit to Riga in January, she …”.
_AFTER_VISIT = re.compile(
    r"^\W*(?:Following|After|Since)\s(?:his|her|their)\s(?:[\w-]+\s){0,3}(?:visit|trip|journey)\b[^,;]*,"
)


_FOLLOWING_UP = re.compile(r"^\W*(?:As\s(?:a\s)?follow-up\sto|In\s(?:a\s)?follow-up\sto|Following\sup\son)\s")


def _of_visit_before(view: View, mention: DateMention, trigger: int) -> bool:
    """Whether a date is that of the visit before, with which the sentence opens."""
    opening = _AFTER_VISIT.match(view.unquoted)
    if opening is None and _RECALLING.match(view.unquoted) is not None:
        place = view.shape.at(mention.start)
        return place < trigger and ", " in view.unquoted[place:trigger]
    if opening is None and _FOLLOWING_UP.match(view.unquoted) is not None:
        # “As a follow-up to the summit in X on 20 June, Y travelled …”: the day is the summit's.
        place = view.shape.at(mention.start)
        return place < trigger and ", " in view.unquoted[place:trigger]
    if opening is None and (context := _CONTEXT.match(view.unquoted)) is not None:
        # Of a few days ago the release itself may tell.
        place = view.shape.at(mention.start)
        behind = _AND_THEN.search(view.unquoted, place, trigger) is not None
        return context.end() <= place < trigger and behind and not is_recent(view.document.issued, mention.first)
    return opening is not None and view.shape.at(mention.start) < opening.end() <= trigger


# “In the context of the meeting between A and B on 19 November in X the Co-Chairs held talks”: the day is that meeting's.
_CONTEXT = re.compile(
    r"^\W*(?:In\s(?:the\s)?(?:context|light|wake|framework|continuation)\sof|As\sa\scontinuation\sof|Further\sto|Against\sthe\s(?:background|backdrop)\sof|Following|After)\s(?:up\son\s)?"
    r"(?:the|their|an?|last|this|earlier)\s(?:[\w-]+\s){0,3}?(?:meetings?|summit|talks|conversations?|consultations|negotiations|discussions|agreements?|understandings?)\s(?:of|between|among|reached|with|held)\s"
)
_AND_THEN = pattern(r",\s|{AF}")


# “Recalling its statement in X on 26 June, the group welcomes the meetings of A and B”: the day is the statement's.
_RECALLING = re.compile(
    r"^\W*(?:Recalling|Reaffirming|Reiterating|Referring\sto|Noting|Welcoming|Building\son|In\sline\swith|In\saccordance\swith|Mindful\sof|Bearing\sin\smind|On\sthe\sbasis\sof|Based\son|Pursuant\sto)\b"
)
_ASIDE_OF_SHAPE = pattern(r"\bsince\s{N}")


def _near(view: View, mention: DateMention, trigger: int) -> bool:
    """A bare year is an event's only right beside it, or where it opens the sentence: elsewhere it dates something else."""
    if len(mention.first) > 4:
        return True
    place = view.shape.at(mention.start)
    return 0 <= place - trigger < 30 or _IN_YEAR.fullmatch(view.unquoted, 0, place) is not None


# “In 2018, X visited Y”.
_IN_YEAR = pattern(r"\W*(?:{L}[^–—-]{0,40}[–—-]\s)?(?:(?:Back|Already|Earlier)\s)?[Ii]n\s")


# “The meeting with X, which took place in Y on 2 March, was devoted to …”: of the meeting itself.
_WHICH_WAS = re.compile(
    r",?\s(?:(?:which|that)\swill|to|due\sto|scheduled\sto)\s(?:be\sheld|take\splace)\b(?=[^;,]*$)|,\s(?:which|that)\s(?:also\s)?(?:took\splace|(?:was|were)\sheld|(?:is|are)\s(?:due|scheduled|planned|set|expected)\sto\s(?:take\splace|be\sheld)|concluded|ended|opened|began|started|resumed|closed)\b(?=[^;,]*$)"
)
# “They spoke about the summit, which will be held on 2 March”: that is the summit's.
_OTHER_OCCASION = pattern(
    r"\s(?:(?:[Ss]ummit|[Cc]onference|[Ss]ession|[Ff]orum|[Aa]ssembly|[Cc]ongress|[Ee]lections?|[Mm]inisterial|[Cc]ouncil)\b|{M})"
)


def _own_clause(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words “which took place” before `end` that are said of the event told at `start`, and of no other between them."""
    which = _WHICH_WAS.search(text, start, end)
    return which if which is not None and _OTHER_OCCASION.search(text, start, which.start()) is None else None


# “In Kyiv, where he arrived yesterday evening, X met Y today.”
_WHERE_CLAUSE = re.compile(r",\swhere\s[^,;]{3,100},")


# “To discuss the Partnership, which had been launched at the summit of 7 May”: when something else was done.
_WHICH_HAD_BEEN = re.compile(
    r",\swhich\s(?:(?:had|has|have)\sbeen|was|were)\s(?:\w+ly\s)?(?:launch|sign|adopt|establish|found|creat|publish|elect|appoint|propos|impos|introduc|ratifi|initial|set\sup|endors|approv|inaugurat|beg[au]n)\w*\b[^;]*$"
)


def _aside(view: View, mention: DateMention, trigger: int) -> bool:
    """Whether a date stands in a relative clause (“the visit, which began on 5 October, …”) and the trigger does not, or the other way round."""
    place = view.shape.at(mention.start)
    if trigger < place and _own_clause(view.unquoted, trigger, place) is not None:
        return False
    if ", where " in view.unquoted and any(
        one.start() < place < one.end() and not one.start() < trigger < one.end()
        for one in _WHERE_CLAUSE.finditer(view.unquoted)
    ):
        return True
    if ", which " in view.unquoted:
        other = _WHICH_HAD_BEEN.search(view.unquoted, trigger)
        if other is not None and other.start() < place:
            return True
    inside = view.main[trigger : trigger + 2] == "  " != view.unquoted[trigger : trigger + 2]
    return (view.main[place : place + 1] == " ") != inside


LONG_AGO = 10
"""Days before a release after which what it tells is background."""


def is_long_ago(issued: str | None, day: str | None) -> bool:
    """Whether a day, month or year is so far behind the release that the event is only recalled in it."""
    if day is None or issued is None:
        return False
    if len(day) < 10:
        return day < issued[: len(day)]
    last = date.fromisoformat(day if len(day) == 10 else f"{day}-28")
    return last + timedelta(days=LONG_AGO) < date.fromisoformat(issued)


RECENT = 3
"""Days before a release of which it is still the news."""


def is_recent(issued: str | None, day: str | None) -> bool:
    """Whether a day is so near before a release that the release tells of it as news."""
    if day is None or issued is None or len(day) != 10 or day > issued:
        return False
    return date.fromisoformat(day) + timedelta(days=RECENT) >= date.fromisoformat(issued)


NUMBERS = {
    word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
LASTING = Rule(
    rf"\b(?P<number>{'|'.join(NUMBERS)}|\d)(?:-day|\sday(?=\s(?:[a-z]+\s){{0,2}}(?:visit|trip|tour|mission|meeting|conference|seminar|round|session))|\sdays\sof)\b",
    re.IGNORECASE,
)
ENDING = re.compile(
    r"\b(?:conclud\w+|ended|ends|ending|wound\sup|(?:wrapped|wrapping)\sup|complet(?:ed|ing)|finished|closed|c[ao]mes?\sto\san\send)\b",
    re.IGNORECASE,
)


_AT_END = re.compile(r"(?i)(?:at|towards|by)\sthe\s(?:end|close)\sof\b")


def lasting(view: View, verb: str, start: str | None, end: str | None) -> tuple[str | None, str | None]:
    """The days of an event of which only the last is told: “wound up a two-day visit”, “the round ended today”.

    How long it was gives its first day; else that stays open.
    """
    ending = ENDING.search(verb) or _AT_END.match(verb) or (LASTING.search(verb) and ENDING.search(view.words))
    if start is None or end is not None or len(start) != 10 or not ending:
        return start, end
    length = LASTING.search(view.words)
    if length is None:
        return None, start
    days = NUMBERS.get(length["number"].lower()) or int(length["number"])
    return ((date.fromisoformat(start) - timedelta(days=days - 1)).isoformat(), start) if days > 1 else (start, None)


# “The first such round since June 2014, ended today”: the aside's date ends with it.
_DATED_ASIDE = re.compile(r"\b(?:since|before|after|following)\s(?:(?:\w+\s)?(?:\d{1,2}\s)?[A-Z][a-z]+\s)?\d{4}(?=\W)")

# “Released on 22 April at a meeting of the Council”: the day is the meeting's.
_AT_A_SESSION = re.compile(r"(?<=\w)\s(?:at|during)\s(?:an?|the)\s(?:[\w-]+\s){0,2}(?:meeting|session)\sof\sthe\s$")

# “On Monday, before the Council opened, she was received”: the day is the verb's.
_SET_OFF = re.compile(r",\s(?:(?:shortly|just|immediately)\s)?(?:before|after|following)\s[^,;]{3,80},(?=\s)")


def _same_clause(view: View, mention: DateMention, position: int) -> bool:
    low, high = sorted((mention.start, position))
    # “The day before yesterday” has words of its own that part clauses elsewhere.
    text = view.paragraph.text[low:high].replace("day before yesterday", "")
    between = _SET_OFF.sub(",", _DATED_ASIDE.sub("", _AT_A_SESSION.sub("", text)))
    return ";" not in between and not re.search(
        r",\s(?:says?|said|reads?|according\sto)\s(?:an?|the)\s[^,;]*\b(?:statement|message|report|release|communiqu[ée])\b|\b(?:after|following|(?:as|in) (?:an? )?follow-up to|since|before|signed|adopted|(?:originally|first|recently) (?:released|published|presented|issued|launched|unveiled)|agreed on|preparations? (?:for|of)|preparing for|ahead of|prior to|upcoming|forthcoming|the (?:[\w-]+ )?(?:talks|meetings?|session|round|summit|conference|consultations) held)\b|\bof the $"
        r"|\bthat (?:[A-Z][\w’-]+|he|she|they|it) (?:ha[sd] )?(?:[a-z]+ed|put|will|would|made|took|had|was)\b|, (?:who|whose)\b|, which (?!took|was|were|began|started|concluded|ended|opened|resumed|closed|will|is|are|ha)",
        between,
    )


_WHERE = r"(?P<place>{L}|{S}(?=,?\swhere\s(?:(?:he|she|they)\s|(?:the\s)?{A})))(?:\s(?:today|yesterday|tomorrow|(?:on\s)?{N}|on\s\w+day|(?:this|next|last)\s\w+))?,?\swhere\s(?=[^;{L}]*$)"


# “Will go to X for talks with Y”, “travelled to X to meet Y”.
_GOING_FOR = r"\b(?:(?:go(?:es|ing)?|went|travel\w*|fl(?:y|ew|ying)|came|coming)\s(?:[a-z]+\s){0,2}?to|(?:remained|remains?|stayed|stays?)\s(?:behind\s)?in)\s(?P<place>{L})\s[^;.{L}]{0,24}?\b(?:for|to\s(?:meet|hold|see|have|confer|consult|negotiate|report|brief|talk|speak))\b"
_NOUN_AND_VERB = 40
"""Characters that a noun or verb of meeting can have with the words before it."""


SPOKEN_OF = r"meetings?|conversations?|talks|visits?|trips?|contacts?|consultations|discussions"
"""What somebody is told of, which was elsewhere and before."""
# “Briefed her on their recent conversation in X”: of where that was, nothing of where they sat.
_ON_TALKS = re.compile(rf"\b(?:on|about|of)\s(?:his|her|their)\s(?:[\w-]+\s){{0,3}}?(?:{SPOKEN_OF}|calls?)\b")


def where(view: View, trigger_end: int, arrival: bool = False) -> tuple[Thing, ...]:
    """The place of an event whose verb or noun ends at `trigger_end` of the shape, or nothing."""
    rule = TO_PLACE if arrival else PLACE
    text = view.unquoted
    best: re.Match[str] | None = next(iter(pattern(_WHERE).finditer(text, 0, trigger_end)), None)
    if best is not None:
        # “Travelled to X, where she met Y.”
        return tuple(view.places(best["place"]))
    going = next(iter(pattern(_GOING_FOR).finditer(text, 0, trigger_end)), None) if best is None else None
    best = going if going is not None and going.end() > trigger_end - _NOUN_AND_VERB else best
    earlier: re.Match[str] | None = None
    several = False
    first, last = text.rfind(";", 0, trigger_end) + 1, text.find(";", trigger_end)
    for match in pattern(rule).finditer(text, first, last if last >= 0 else len(text)):
        if (
            match.start() < trigger_end
            and not re.match(
                r"^(?:[^,;]{0,60}, |\W*(?:Today|Earlier today|Yesterday)?\s?)$", text[first : match.start()]
            )
            and match.start() > first + 25
            and not (_AT_OCCASION.search(text, first, match.start()) and _OF_OCCASION.match(text, match.end()))
            and _MEETING_THERE.match(text, match.end(), trigger_end) is None
        ):
            several = several or (earlier is not None and earlier["place"] != match["place"])
            continue
        if (
            match.start() < trigger_end
            and match.start() > first + 1
            and _NEXT_VERB.search(text, match.end(), trigger_end)
        ):
            # “Will brief X, in Y on Monday, and plan to meet Z in W”: Y only where no other place is told.
            several = several or (earlier is not None and earlier["place"] != match["place"])
            earlier = match
            continue
        if match.start() < trigger_end and _ON_TALKS.search(text, match.end(), trigger_end):
            # “Briefed X in Y on her meeting with Z in W”: that was in W.
            earlier = match
            continue
        between = text[trigger_end : match.start()]
        if match.start() >= trigger_end and _ON_TALKS.search(between):
            continue
        if _AT_MEETING.search(text, trigger_end, match.start()) is not None:
            # “Exchanged views on the situation in X at a meeting held in Y”.
            best = match
            break
        if (which := _own_clause(between, 0, len(between))) is not None:
            between = f"{between[: which.start()]},{between[which.end() :]}"
        if match.start() >= trigger_end and pattern(
            r"[;]|\bto\s(?!meet|see|visit|hold|attend|the\b|an?\b)[a-z]+\b|\b(?:but|while|whereas|after|before|since|following|call(?:s|ed)?\s(?:for|on)|urg(?:es?|ed)|attack\w*|killing\w*|regret\w*|said|that|which|where|who|on the situation|developments|conflict|situation|elections?|war|crisis|events|reforms?|violence|hostilities|progress|ceasefire|engagement|upcoming|forthcoming|the\s(?:[\w-]+\s)?(?:talks|meetings?|session|round|summit|conference|consultations)\sheld)\b"
        ).search(between):
            continue
        best = match
        break
    # “Met X in Y and Z in W, and held talks with V”: two places told of others, none of the last.
    best = best or (earlier if not several else None)
    if best is not None and _AND_PLACE.match(text, best.end()) is not None:
        # “Meetings in X and Y, including with A and B”: who was met where is not said.
        return ()
    if best is None:
        return (
            _host_city(view, text, trigger_end)
            or _seat(view, text, trigger_end)
            or _city_of_office(view, text, trigger_end)
            or _unknown_place(view, text, trigger_end)
        )
    return tuple(view.places(best["place"]))


# “On 3 May, on the margins of the session of the Assembly in X, A met B”: there.
_AT_OCCASION = re.compile(r"\b(?:sidelines|margins|fringes)\s(?:of\s)?[^;]{3,120}$")
_OF_OCCASION = pattern(r",|\s(?:today\s|yesterday\s)?(?:[Tt]he\s)?{A}")
_AT_MEETING = re.compile(
    r"\b(?:at|during|in)\s(?:an?|their|his|her)\s(?!(?:next|last|previous|earlier|recent|future)\b)(?:[\w-]+\s){0,2}?(?:meeting|conversation|encounter|working\s(?:lunch|dinner|breakfast))\s(?:held\s|that\stook\splace\s|which\stook\splace\s)?(?:(?:today|yesterday)\s)?$"
)
# “The rest of the day she spent in X, meeting with Y”.
_MEETING_THERE = re.compile(r",\s(?:\w+ly\s)?(?:meeting|holding|having|conducting|receiving|seeing|conferring)\b")
_AND_PLACE = pattern(r"(?:,\s{L})*,?\sand\s(?:in\s)?{L}(?!['’-])(?!\s\w+ed\b)")
# “Last week's Riga meeting between A and B”: there.
_BEFORE_NOUN = pattern(
    r"(?:['’]s|\b(?:the|a|[Tt]heir|[Hh]is|[Hh]er|[Tt]he|[Aa]t|[Ff]irst|[Ss]econd|[Tt]hird|[Ll]ast|[Rr]ecent)|{N})\s(?P<place>{L})\s$"
)


def place_before(view: View, trigger: int) -> tuple[Thing, ...]:
    """The city that stands right before a noun for a meeting, which begins at `trigger` of the shape."""
    match = _BEFORE_NOUN.search(view.unquoted, 0, trigger)
    return tuple(view.places(match["place"])) if match is not None else ()


# Houses and rooms where people are met, the first of which lends its name to a body, too.
_SEAT = pattern(r"\b(?:at|in)\sthe\s(?P<seat>{G}|Oval\sOffice)(?!['’]s?|\s(?:[A-Z]|{AG}))")
_BEFORE_SEAT = pattern(r"[^;{AEF}]{0,60}(?:{A}(?:,?\sand\s{A})?)?[^;{AEF}]{0,60}")
_SEATS = frozenset({"White House", "Oval Office", "Kremlin"})


def _seat(view: View, text: str, trigger_end: int) -> tuple[Thing, ...]:
    """The house where people were met: “at the White House”, “in the Oval Office”."""
    near = (one for one in _SEAT.finditer(text, trigger_end) if _BEFORE_SEAT.fullmatch(text, trigger_end, one.start()))
    match = next(near, None)
    if match is None or re.search(r"\b(?:to|that|which|who|before|after)\b", text[trigger_end : match.start()]):
        return ()
    item = view.shape.items.get(match["seat"])
    name = match["seat"] if item is None else view.paragraph.text[item.start : item.end]
    return (Thing("place", name, name, "Place"),) if name in _SEATS else ()


# “On 18 May the town of X hosted a seminar, which included talks between A and B.”
_HOST_CITY = pattern(
    r"\W*(?:[^–—;]{0,60}\s[–—-]\s)?(?:(?:[A-Z]\w+|{N}|[A-Z]\w+\s{N})(?:\s[^,;.{A}]{0,20})?,?\s)?(?:[Tt]he\s(?:(?:[a-z]+|{D})\s){0,2}?(?:city|town|village|capital)(?:\sof)?,?\s)?(?P<place>{L}),?\s(?:also\s|today\s)?(?:host(?:s|ed)|was\sthe\svenue\s(?:of|for)|will\s(?:also\s)?host)\s"
)


def _host_city(view: View, text: str, trigger_end: int) -> tuple[Thing, ...]:
    """The city that is said to have hosted what is told."""
    match = _HOST_CITY.match(text, 0, trigger_end) if "host" in text or "venue" in text else None
    return tuple(view.places(match["place"])) if match is not None else ()


_AT_OFFICE = pattern(r"\bat\sthe\s(?P<office>{G})(?!['’]s?)")
_IN_CITY = re.compile(r" in (?P<city>[A-Z][\w’-]+)$")


def _city_of_office(view: View, text: str, trigger_end: int) -> tuple[Thing, ...]:
    """The city of a body's office at which people met, where its name ends with it: “at the OSCE Centre in Ashgabat”."""
    match = _AT_OFFICE.search(text, trigger_end)
    item = view.shape.items.get(match["office"]) if match is not None else None
    if match is None or item is None or pattern(r"[;{AEF}]").search(text, trigger_end, match.start()):
        return ()
    city = _IN_CITY.search(view.paragraph.text, item.start, item.end)
    named = view.document.words.gazetteer.named(city["city"]) if city is not None else ()
    return tuple(one.thing for one in named if one.thing.kind == "place")[:1]


_FARTHEST_PLACE = 90
_NEW_PLACE = re.compile(
    r"\bin (?:the (?:town|village|city) of )?(?P<name>[A-Z][a-zà-ž]+(?:[-/][A-ZÀ-Ž][\wà-ž]+)*"
    r"(?:\s(?:Bay|Beach|Castle|City|Falls|Heights|Hills|Island|Lake|Park|Springs|Valley))?)(?=[\s,.;]|$)"
)


_AFTER_PLACE = re.compile(
    r" (?:on|today|yesterday|tomorrow|to|for|and|with|this|from|where|when|by|at|as|earlier|later|last|next|before|after|during|under|between|was|were|is|will|has|had|between|organi[sz]ed|attended)\b| \W"
)


def _unknown_place(view: View, text: str, trigger_end: int) -> tuple[Thing, ...]:
    """A place that no list knows, named right behind the event: “at a centre in Panj”."""
    match = _NEW_PLACE.search(text, trigger_end)
    if match is None or match["name"] in not_names() or match["name"] in portfolio_words():
        return ()
    between = text[trigger_end : match.start()]
    if len(between) > _FARTHEST_PLACE or pattern(
        r"[;]|\b(?:said|that|which|but|on(?!\s{N})|decision|ruling|faith|trust|confidence|interest|case)\b"
    ).search(between):
        return ()
    after = text[match.end() : match.end() + 2]
    if after[:1] == " " and (after[1:2].isupper() or not _AFTER_PLACE.match(text, match.end())):
        return ()
    return (Thing("place", match["name"], match["name"], "Place"),)
