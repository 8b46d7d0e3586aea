"""What the rules for meetings and calls share: the draft that a match gives, and who is in it."""

import re

from kg.extract.actor_lists import OBJECT
from kg.extract.draft import Draft
from kg.extract.modality import FROM_AFAR
from kg.extract.setting import dates_in, is_long_ago, is_recent, names_day, place_before, told, when, where
from kg.extract.syntax.scope import is_denied
from kg.extract.view import Party, View, people_of, things_of
from kg.model import Confidence, Factuality, Thing
from kg.text.shape import pattern

_ON_THE_SAME_VISIT = re.compile(
    r"\b(?:also|then|later)\s(?:due|scheduled|expected|set|to)\b|\bduring\s(?:his|her|their|the)\s(?:visit|stay|trip)\b"
)


def telling(
    view: View,
    match: re.Match[str],
    rule: str,
    parties: list[Party],
    factuality: Factuality,
    trigger: tuple[int, int],
    talks: str = "",
    roles: dict[str, str] | None = None,
) -> Draft:
    parties = joined(_without_own_states(view, parties), _in_presence(view, match))
    formats = bodies(view, [party.thing for party in parties])
    if "o-Chairs" in view.words or "o-chairs" in view.words:
        # “The Co-Chairs met X”: they took part, whoever they were.
        formats = ()
    if formats and any(party.thing.kind == "person" for party in parties):
        # A body that met somebody is the format of the meeting.
        parties = [party for party in parties if not bodies(view, [party.thing])]
    if is_denied(view.main, trigger[0]):
        factuality = Factuality.DENIED
    factuality = told(view, trigger[0], factuality)
    start, end = when(view, trigger[0], factuality)
    if start == view.document.issued and _DOING.search(view.main, 0, trigger[1]):
        # “Was received on Thursday by X before sitting down with Y”: on the same day.
        days = {(one.first, one.last) for one in dates_in(view)}
        start = next(iter(days))[0] if len(days) == 1 and len(next(iter(days))[0]) == 10 else start
    if _SO_HAD.search(view.main, 0, match.start()) is not None:
        # “Her talk with X had taken place on Tuesday; so had a dinner with Y”: on the same day.
        same = {one.first for one in dates_in(view)}
        start = same.pop() if len(same) == 1 else None
    if factuality is Factuality.PRESUPPOSED and _had_just(view, match, start, parties):
        factuality = Factuality.HAPPENED
    elif factuality is Factuality.HAPPENED and not view.is_lead and is_long_ago(view.document.news_day, start):
        factuality = Factuality.PRESUPPOSED
    begin = max(match.start() - 30, 0)
    if talks.startswith("meeting"):
        begin = max(begin, view.main.rfind(";", 0, match.start()) + 1)
    if "subject" in match.re.groupindex and _AND.search(view.main, max(match.end("subject"), 0), trigger[0]):
        # “Spoke with X by phone and received Y”: what is told of the first says nothing of the second.
        begin = trigger[0]
    afar = FROM_AFAR.search(view.main, begin, end_of_clause(view.main, match.end(), 40))
    if (
        afar
        and afar[0] == "Virtual"
        and re.match(r"[^.;]{0,40}\b(?:Leaders['’]\sMeeting|Summit)\b", view.main[afar.end() :])
    ):
        afar = None
    # “Y joined virtually” says nothing of where the others sat.
    if afar and re.search(
        r"\b(?:joined|joining|participat\w+|attend\w*|took\spart)\s(?:\w+\s)?$", view.main[: afar.start()]
    ):
        afar = None
    if afar is None and rule == "meeting.discussed":
        afar = _DURING_CALL.search(view.main, match.end(), end_of_clause(view.main, match.end(), 160))
    reported = factuality is Factuality.HAPPENED and _REPORTED.search(view.main, 0, match.start()) is not None
    if reported and start == view.document.issued and not names_day(view, start):
        start = None
    places = where(view, trigger[1]) or place_before(view, trigger[0])
    if re.match(r"(?i)conversations?$", talks) and not places and _of_calls(view):
        talks = "call"
    category = "Call" if afar or re.search(r"(?i)\b(?:calls?|phone|telephone)\b", talks) else "Meeting"
    confidence = min((party.confidence for party in parties), key=_ORDER.index, default=Confidence.HIGH)
    return Draft.of(
        view,
        category,
        factuality,
        rule,
        parties=parties,
        roles=roles or {},
        during_visit=factuality is Factuality.PLANNED and bool(_ON_THE_SAME_VISIT.search(view.main)),
        start=start,
        end=end,
        places=places if not afar else (),
        formats=formats,
        confidence=confidence,
        event_kind="summit" if "summit" in talks.lower() else None,
        label=talks.lower() or None,
        reported=reported,
    )


# “She noted that a good meeting had been held with the President”: another one than that at which she says so.
_REPORTED = re.compile(
    r"\b(?:noted|said|recalled|mentioned|reported|added|stated|explained|informed\s[^,;]{1,40})\sthat\s[^;]*$"
)


# “Discussed the situation in X during a phone conversation held on Monday”.
_DURING_CALL = re.compile(
    r"\b(?:during|in|over) (?:an?|the|their|today['’]s|yesterday['’]s) (?:[\w-]+ ){0,2}?(?:(?:tele)?phone|video) (?:calls?|conversations?|conference|talks?)\b"
)
# “Ahead of his meeting with X in Y, Z spoke by phone with W”: the meeting was none by phone.
# “Conferred with X in the presence of A and B, and C and D had a talk”: A and B were there with X.
_PRESENT = pattern(
    rf"(?:\s[^;.,{{AEGFH}}]{{1,40}})?\sin\sthe\spresence\sof\s(?P<who>{OBJECT})(?=,\s(?:and|while)\s(?:the\s)?{{A}})"
)


def _in_presence(view: View, match: re.Match[str]) -> list[Party]:
    """In whose presence a meeting was had, where the sentence goes on with another one."""
    if "presence" not in view.main:
        return []
    present = _PRESENT.match(view.main, match.end())
    return people_of(view.parties(present["who"])) if present is not None else []


_SO_HAD = re.compile(r"(?:;|,?\sand)\sso\s(?:had|has|have|was|were|did)\s(?:also\s)?$")
_OTHER_CLAUSE = re.compile(
    r";|,?\s(?:while|whereas|but)\s|,?\sand\s(?:(?:also|then|later)\s)?(?:had|held|spoke|talked|telephoned|phoned|called)\b|,\s(?:the\s)?[\ue000-\uf8ff]\s(?:also\s)?(?:spoke|talked|held|had|telephoned|phoned|called|discussed)\b"
)


def end_of_clause(text: str, begin: int, far: int) -> int:
    """Where what is said of a meeting ends: so many characters on, or where another clause begins."""
    end = min(len(text), begin + far)
    other = _OTHER_CLAUSE.search(text, begin, end)
    return other.start() if other is not None else end


_CALLS = re.compile(r"\b(?:tele)?phone\s(?:calls|conversations|talks)\b|\bon\sthe\s(?:tele)?phone\b", re.IGNORECASE)


def _of_calls(view: View) -> bool:
    """Whether the headline or the lead says that somebody was on the telephone: the conversations told behind were calls."""
    first = view.document.paragraphs[:2]
    return any(_CALLS.search(one.text) is not None for one in first)


_HAD = re.compile(
    r"\bhad\s(?:also\s)?(?:been\s)?\w+ed\b|\bhad\s(?:also\s)?(?:met|spoken|held|given|had|seen|sat|come|paid)\b"
)
_BEHIND = re.compile(
    r"\b(?:already|previous(?:ly)?|earlier(?!\s(?:on\s\w+day|today|this|in\sthe\s(?:day|morning|afternoon))\b)|last(?!\snight\b)|before|recall\w*|since)\b"
)

_DAY_BEFORE = re.compile(r"\bthe\s(?:(?:evening|night|day)\sbefore|previous\s(?:evening|night|day))\b", re.IGNORECASE)


def _had_just(view: View, match: re.Match[str], start: str | None, parties: list[Party]) -> bool:
    """Whether “on Sunday, X had spoken with Y” is of the days just before the release and of its own people: news, and no background."""
    words = view.main[: match.end()].replace("day before yesterday", "")
    if not is_recent(view.document.issued, start) or not _HAD.search(words) or _BEHIND.search(words):
        return False
    if _DAY_BEFORE.search(view.main.replace("day before yesterday", "")):
        return False
    first = {thing.iri for items in view.document.items[:2] for item in items for thing in things_of(item)}
    return any(party.thing.iri in first for party in parties)


def persons(view: View, parties: list[Party]) -> list[Party]:
    """Those of several parties who are persons; where none is, a format's Co-Chairs, who are persons whoever they are."""
    people = people_of(parties)
    if people or not re.search("o-[Cc]hairs", view.words):
        return people
    return [one for one in parties if one.thing.kind == "format"]


def _without_own_states(view: View, parties: list[Party]) -> list[Party]:
    """The parties without a state for which one of the people acts: nobody meets his own state."""
    own = {
        post.organization.iri
        for one in parties
        if one.thing.kind == "person"
        for post, _ in one.posts or view.document.posts_of(one.thing)
        if post.organization is not None
    }
    return [one for one in parties if one.thing.kind != "state" or one.thing.iri not in own]


_ORDER = [Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH]


_ASKING = re.compile(
    r"\b(?:urg(?:es?|ed|ing)|call(?:s|ed|ing)?\s(?:on|upon)|invit(?:es?|ed|ing)|ask(?:s|ed|ing)?|encourag(?:es?|ed|ing)|press(?:es|ed|ing)?)\s[^;,]{3,60}\sto\s(?:\w+ly\s)?$"
)


def subject(view: View, match: re.Match[str]) -> tuple[list[Party], int]:
    """The subject of a match, and where the words between it and its verb begin."""
    between = view.main[match.end("subject") : max(match.end("subject"), match.start("verb"))]
    # “X urged the sides to meet”: X is not among those who are to meet.
    if _ASKING.search(between):
        return [], match.end("subject")
    parties = view.subject(match)
    if not parties and _MARGINS_OF.search(view.main, 0, match.start("subject")):
        # “In the margins of the Assembly, A, B and C sat down together”: the Assembly did not.
        parties = people_of(view.parties(match["subject"].partition(", ")[2]))
    goal = all(one.thing.kind == "state" for one in parties) and _GOAL.search(view.main, 0, match.start("subject"))
    if parties and not goal and all(one.thing.kind in BODY_KINDS for one in parties):
        goal = _SEEN.search(view.main, 0, match.start("subject"))
    if parties and goal and _PURPOSE.search(between):
        # “X will travel to Georgia on 2 March to meet Y”: X will.
        parties = people_of(view.main_subject) or parties
    went = match.start("subject") < view.behind_front or _WENT_TO.search(view.main, 0, match.start("subject"))
    if len(parties) > 1 and parties[0].thing.kind == "state" and went:
        # “On the second day of his visit to Georgia, the Minister X and the Ambassador Y met …”: Georgia did not.
        parties = parties[1:]
    return parties, match.end("subject")


_MARGINS_OF = re.compile(
    r"^\W*(?:[^–—]{0,60}[–—-]\s)?(?:On|In|At)\sthe\s(?:margins|sidelines|fringes|opening|eve|occasion|start|end)\sof\s(?:the\s)?$"
)
_WENT_TO = re.compile(
    r"^\W*(?:[^–—]{0,60}[–—-]\s)?(?:On|During|In|At|As|Within|While|Following|After|Before|Ahead)\b[^,;.]*\b(?:visit|trip|journey|stay|tour|travels?|arrival)\s(?:to|in|of)\s(?:the\s)?$"
)
_AND = re.compile(r"\b(?:and|but)\b")
# Before a state that somebody travels to, and what the journey is for.
_GOAL = re.compile(r"\b(?:to|visit(?:s|ed|ing)?|in|for)\s(?:the\s)?$")
_SEEN = re.compile(r"\b(?:visit(?:s|ed|ing)?|(?:visits?|trip)\sto|(?:called|calls|call)\s(?:at|on))\s(?:the\s)?$")
BODY_KINDS = frozenset({"organization", "institution", "mission"})
_PURPOSE = re.compile(r"\sto\s(?:\w+ly\s|also\s)?$")


_BARE = frozenset(
    {
        "meet",
        "hold",
        "have",
        "host",
        "convene",
        "chair",
        "discuss",
        "receive",
        "welcome",
        "visit",
        "see",
        "join",
        "speak",
    }
)


_DOING = re.compile(
    r"(?:^|;)(?P<main>[^;]*)\b(?:before|after|prior\sto|while)\s(?:also\s|then\s)?(?:meeting|holding|having|sitting\sdown|receiving|hosting|conferring)$"
)
_COMING = re.compile(
    r"\b(?:will|(?:is|are)\s(?:also\s)?(?:to|due\sto|set\sto|scheduled\sto|expected\sto)|plans?\sto|intends?\sto)\s(?!(?:[^;]*\b(?:met|held|received|visited|attended|spoke)\b))"
)


def bare(view: View, match: re.Match[str], subjects: list[Party], factuality: Factuality) -> Factuality:
    """The same factuality, but planned where a bare form stands behind one person: the infinitive of an earlier verb.

    So is what somebody does before or after what is still to come: “will visit X before meeting Y”.
    """
    doing = _DOING.search(view.main, 0, match.end("verb"))
    if doing is not None and factuality is Factuality.HAPPENED and _COMING.search(doing["main"]):
        return Factuality.PLANNED
    alone = match["verb"] in _BARE and len(subjects) == 1 and subjects[0].thing.kind == "person" and not view.is_title
    if not alone or re.search(r"\b(?:to|did)\s(?:\w+\s)?$", view.main[: match.start("verb")]):
        return factuality
    return Factuality.PLANNED if factuality is Factuality.HAPPENED else factuality


def travellers(view: View) -> list[Party]:
    """Those whose doings the text reports: its protagonist, with who is in one office or on one journey with him.

    Owners of a meeting that is told with its other side alone: “a courtesy call on Y followed”.
    """
    whose = view.document.protagonist or view.document.subject
    if whose is None:
        return []
    together = [*view.document.members.values(), *(one.people for one in view.document.companies if one.travelling)]
    several = next((some for some in together if whose in some), (whose,))
    return [Party(one, confidence=Confidence.MEDIUM) for one in several]


def whom(view: View, words: str) -> list[Party]:
    """Whom “him”, “them” or “his guest” means: those of the sentence around, of the one before, or whose doings are told."""
    if words == "them":
        return view.parties("they")
    if view.about:
        return people_of(view.about)[:1]
    return travellers(view)[:1]


def joined(*groups: list[Party]) -> list[Party]:
    found: dict[str, Party] = {}
    for group in groups:
        for party in group:
            found.setdefault(party.thing.iri.value, party)
    return list(found.values())


def bodies(view: View, things: list[Thing]) -> tuple[Thing, ...]:
    """The formats and decision-making bodies among things: a format that “met” is the format of its meeting.

    An institution whose meetings the reference facts list as a format, as the Troika, counts as that format.
    """
    found = []
    for thing in things:
        own = view.document.words.thing("format", f"{thing.key}-format") if thing.kind == "institution" else None
        if thing.kind == "format" or thing.category == "DecisionBody":
            found.append(thing)
        elif own is not None:
            found.append(own)
    return tuple(found)


# “The Quartet — A, B and C — met”, “the Group, consisting of A and B, met”: a format, and who sat there for it.
SAT_FOR = r"(?:\s[–—-]+\s|\s\(|,\s(?:which\s)?(?:consist(?:ing|s)\sof|made\sup\sof|compris(?:ing|es)|compos(?:ed)\sof|comprised\sof|bringing\stogether)\s)(?:the\s)?"
_FORMAT_BEFORE = rf"(?P<body>{{FG}})(?:\s\([^()]*\))?{SAT_FOR}$"


def format_before(view: View, position: int) -> tuple[Thing, ...]:
    """The format or body that stands before those of it whose list begins at a position."""
    before = pattern(_FORMAT_BEFORE).search(view.main, 0, position)
    return bodies(view, view.things(before["body"], "FG")) if before is not None else ()
