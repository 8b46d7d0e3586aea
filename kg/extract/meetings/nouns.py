"""Meetings and calls told by a noun: “the talks between X and Y”, “the meeting”, “no meeting was held”."""

import re

from kg.extract.actor_lists import LIST, OBJECT
from kg.extract.draft import Draft
from kg.extract.meetings.apart import later, own_setting
from kg.extract.meetings.circles import circles, states_of, with_again
from kg.extract.meetings.telling import joined, telling, travellers
from kg.extract.meetings.wording import NO_COMPANY
from kg.extract.merge import COUNTED
from kg.extract.modality import FROM_AFAR, PRESUPPOSED, of_noun, of_verb
from kg.extract.setting import dates_in, names_day, where
from kg.extract.topics import TOPICS
from kg.extract.view import AT_BODY, Party, View, people_of
from kg.model import Factuality, Thing
from kg.text.rule import Rule
from kg.text.shape import pattern

# What those who met said of another meeting: “they lauded the summit with Y and Z”, where neither may have been.
_JUDGED = Rule(r"\b(?:laud|prais|welcom|commend|applaud|hail|recall|recogni[sz]|acknowledg)(?:ed|s|ing)\b[^;]*$")


# “Will stay in touch, in close consultation with allies”: how something is done, no talks.
_IN_CONSULTATION = re.compile(r"\bin\s(?:(?:close|full|regular|continued|constant)\s)?$")


# “The visit provides the Minister with the opportunity for talks with X”: talks that there may be.
_OPPORTUNITY = re.compile(
    r"\b(?:(?:opportunity|opportunities|chances?)\s(?:for|of)|(?:occasion|platform|forum|venue|scope)\sfor)\s(?:[\w-]+\s){0,4}$"
)
# “Took the opportunity for a talk with X”: had.
_TAKEN = re.compile(r"\b(?:ha[ds]|have|took|taken|used|seized|welcomed)\s(?:[\w-]+\s){0,4}$")


def _is_offered(view: View, match: re.Match[str]) -> bool:
    """Whether only an opportunity for talks is told, of which nobody says that it was taken."""
    offered = _OPPORTUNITY.search(view.main, 0, match.start())
    return offered is not None and _TAKEN.search(view.main, 0, offered.start()) is None


# “Co-chaired the second meeting of the Strategic Dialogue with X”: told by its verb.
_MEETING_OF = re.compile(r"\b(?:meeting|session|round)\sof\s(?:the\s|an?\s)?[^;,.]{0,60}$")


def _is_of_meeting(view: View, match: re.Match[str]) -> bool:
    """Whether a dialogue is the body whose meeting is told before it."""
    return match["talks"] == "Dialogue" and _MEETING_OF.search(view.main, 0, match.start("talks")) is not None


# “This was the fourth meeting of the two”: the one told before.
_COUNTED = re.compile(
    r"^\W*(?:This|It|That|Today['’]s)\s(?:was|is|has\sbeen|had\sbeen|mark(?:s|ed))\s(?:already\s|also\s)?(?:the|their|an?)\s(?:[\w-]+\s){0,4}$"
)


_FOR_WHOM_COUNTED = re.compile(
    r"\bfor\s(?:whom|him|her|them|both)\s(?:this|it)\s(?:was|is|had\sbeen)\s(?:already\s)?(?:the|his|her|their)\s(?:[\w-]+\s){0,3}$"
)


def _is_counted_aside(view: View, match: re.Match[str]) -> bool:
    """Whether talks are only counted in an aside: “Y, for whom it was the third talk with X this year”, the one told before."""
    return _FOR_WHOM_COUNTED.search(view.main, 0, match.start("talks")) is not None


# “Supported the opening of accession talks with X”, “welcomed the start of negotiations with Y”: what states do, of which somebody speaks.
_OF_STATES = re.compile(
    r"\b(?:[Aa]ccession|[Mm]embership|[Ee]nlargement|[Aa]ssociation|[Ww]ithdrawal)\s$"
    r"|\b(?:support|back|endors|welcom|prais|commend|applaud|hail|favou?r|encourag|call|await|oppos|criticiz|criticis|condemn|regret)\w*\b[^;]*\b(?:start|opening|beginning|launch(?:ing)?|resumption|continuation|conclusion|renewal|idea|prospect)s?\sof\s(?:the\s)?(?:[\w-]+\s){0,3}$"
)


def _is_of_states(view: View, match: re.Match[str], others: list[Party]) -> bool:
    """Whether somebody only speaks of talks with states, of which none of their people is named."""
    return not people_of(others) and _OF_STATES.search(view.main, 0, match.start("talks")) is not None


_MINE = re.compile(r"\b[Mm]y\s(?:[\w-]+\s){0,3}$")


def _factuality(view: View, match: re.Match[str], joint: str, at_theirs: bool) -> Factuality:
    """Whether talks with somebody are told as done; `at_theirs` of “at their meeting with X”."""
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    if at_theirs and not re.search(r"\b(?:will|are to|plan to)\b", view.main):
        factuality = Factuality.PRESUPPOSED
    behind = re.search(
        r"\b(?:[Ff]ollowing|[Aa]fter|[Ss]peaking after)\s(?:[\w-]+\s){0,3}$", view.main[: match.start("talks")]
    )
    if factuality is Factuality.PRESUPPOSED and behind is not None and joint == "with":
        factuality = Factuality.HAPPENED
    if re.search(r"\b(?:days?|weeks?|months?|years?|hours?)\s(?:after|since)\s(?:the\s)?$", view.main[: match.start()]):
        factuality = Factuality.PRESUPPOSED
    if view.is_title and factuality is Factuality.PRESUPPOSED:
        return Factuality.HAPPENED
    return factuality


def _rule(view: View, match: re.Match[str]) -> str:
    """The rule of a meeting told by its noun, or of one told before that is only counted."""
    counted = view.document.talked and _COUNTED.search(view.main, 0, match.start("talks")) is not None
    return COUNTED if counted else "meeting.noun"


# “The President's”, but not “today's”.
_SOMEBODYS = re.compile(
    r"\b(?!(?:\w*day|[Tt]omorrow|week|month|year|morning|afternoon|evening|night)['’])\w+['’]s?\s(?:[\w-]+\s){0,3}$"
)


_OTHER_SIDE = rf",?\sand\s(?:with\s)?(?P<other>{OBJECT})"


_OPENS = re.compile(r"\W*(?:An?|The|His|Her|Their|Its|This|Today['’]s|Yesterday['’]s)\s(?:[\w-]+\s){0,3}$")


def _sides(view: View, match: re.Match[str], joint: str) -> list[Party]:
    """Those between or with whom talks were.

    In “a meeting between A, and B took place” B begins no clause of his own, since it takes two, nor in “her talks with
    A, and B focused on trade”, where the verb is of the talks.
    """
    named = view.objects(match)
    if (joint in {"between", "among"} and len(named) == 1) or (
        joint == "with" and _OPENS.match(view.main, 0, match.start("talks")) is not None
    ):
        other = pattern(_OTHER_SIDE).match(view.main, match.end())
        return joined(named, view.parties(other["other"]) if other is not None else [])
    return named


def between(view: View, match: re.Match[str]) -> list[Draft]:
    if (
        is_appeal(view, match)
        or none_planned(view, match)
        or _is_of_meeting(view, match)
        or _is_offered(view, match)
        or _is_counted_aside(view, match)
    ):
        return []
    if re.match(r"(?i)consultation", match["talks"]) and _IN_CONSULTATION.search(view.main, 0, match.start("talks")):
        return []
    joint = match["joint"].removesuffix("the ").split()[-1]
    parties = others = _sides(view, match, joint)
    if _is_of_states(view, match, others):
        return []
    owners = view.parties(match["owner"]) if match["owner"] else []
    if joint in {"between", "among"} and _DISCUSSED.search(view.main, 0, match.start("talks")):
        # “Met X to discuss the UN-led talks between B and C”: these are what they spoke of.
        return []
    if joint == "with" and (
        _WON_FOR.search(view.main, 0, match.start("talks")) or _FACILITATING.search(view.main, 0, match.start("talks"))
    ):
        # “Spoke of chances of persuading B to prepare for a dialogue with C”: a dialogue of B's, if any.
        return []
    judged = False
    theirs = re.search(
        r"\b(?P<how>(?:at|during|after|following)\s)?(?P<whose>[Ii]ts|[Tt]heir|our)\s(?:\w+\s)?$",
        view.main[max(0, match.start() - 36) : match.start("talks")],
    )
    if theirs is not None:
        # “Both Presidents agreed at their meeting with X”: of those whom the sentence, or the one before, is about.
        about = view.main_subject if theirs["whose"] == "their" else [Party(one) for one in view.document.acting]
        owners = people_of(about) if theirs["whose"].lower() == "their" else []
        if len(owners) < 2 or joint != "with":
            return []
    told = _told_of_his(view, match) if joint == "with" and not owners else []
    if view.about and not owners and _MINE.search(view.main, 0, match.start("talks")):
        # “My meetings with X”, in somebody's own statement.
        owners = list(view.about)
    # “The President's meeting with X”, whoever the President is, is not the speaker's.
    if not owners and _SOMEBODYS.search(view.main[: match.start("talks")]):
        return []
    if (
        joint == "of"
        and sum(one.thing.kind == "person" for one in parties) < 2
        and "with" not in view.main[match.end() : match.end() + 8]
    ):
        return []
    if joint in {"of", "by"}:
        other = pattern(rf"^,?\swith\s(?P<other>{OBJECT})").match(view.main[match.end() :])
        parties = joined(parties, view.parties(other["other"]) if other is not None else [])
    elif joint not in {"between", "among"}:
        owners = owners or told or _saying(view, match) or main_subject(view, match)
        if _OTHER_TALKS.search(view.main, 0, match.start()) and re.match(
            r"\s(?:then\s)?(?:followed|ensued)\b", view.main[match.end() :]
        ):
            owners = []
        owners = owners or travellers(view)
        judged = view.they_open and _JUDGED.search(view.main, 0, match.start("talks")) is not None
        parties = parties if judged else joined(owners, parties)
    people_or_bodies = [one for one in parties if one.thing.kind != "format"]
    if len(people_or_bodies) < 2 or NO_COMPANY.search(view.main[match.end("talks") : match.start("joint")]):
        return []
    if not any(one.thing.kind == "person" for one in parties) and not settled(view, match):
        return []
    at_theirs = theirs is not None and theirs["how"] is not None
    factuality = Factuality.PRESUPPOSED if judged or told else _factuality(view, match, joint, at_theirs)
    if joint == "with" and not judged and _saying(view, match):
        factuality = Factuality.HAPPENED
    # “Talks in Y with X”: there.
    there = pattern(r"{L}").search(view.main, match.end("talks"), match.start("object")) is not None
    trigger = (match.start("talks"), match.end("talks") if there else match.end())
    # “His meetings with A and B” were two, unless they are of a kind (“a series of meetings”).
    several = (
        match["talks"].lower() == "meetings"
        and (len(owners) == 1 or len(states_of(others)) == len(others) > 1)
        and all(one.thing.kind == "person" for one in others)
    )
    by_with = with_again(view, match["object"], others)
    groups = by_with or circles(match["object"], others, owners, Factuality.HAPPENED)
    further = _further(view, match, owners if joint == "with" else [], factuality, trigger)
    if joint == "with" and (several or len(groups) > 1):
        return [
            *(
                telling(view, match, "meeting.noun", joined(owners, group), factuality, trigger, match["talks"])
                for group in ([[one] for one in others] if several and not by_with else groups)
            ),
            *further,
        ]
    draft = telling(view, match, _rule(view, match), parties, factuality, trigger, match["talks"])
    _without_default_day(view, match, draft, bool(judged or told))
    return [draft, *further]


def _without_default_day(view: View, match: re.Match[str], draft: Draft, recalled: bool) -> None:
    """Take the release's day from a meeting that has it only for want of another, where it is one told before or only recalled."""
    # “The conversation with X” is the one told before, whenever that was.
    told_before = re.search(r"\b[Tt]h(?:e|is)\s$", view.main[: match.start("talks")]) is not None
    if (told_before or draft.rule == COUNTED) and draft.start == view.document.issued:
        draft.start = draft.start if names_day(view, draft.start) else None
    before = view.main[max(0, match.start() - 40) : match.start("talks")]
    recalled = recalled or (PRESUPPOSED.search(before) is not None and draft.factuality is Factuality.PRESUPPOSED)
    if recalled and draft.start == view.document.issued:
        draft.start = draft.end = None


def _further(
    view: View, match: re.Match[str], owners: list[Party], factuality: Factuality, trigger: tuple[int, int]
) -> list[Draft]:
    """The further ones of “meetings with A in X on Monday and B in Y on Tuesday”."""
    drafts = []
    for other, begins, ends in later(view, match.end("object")) if owners else ():
        draft = telling(view, match, "meeting.noun", joined(owners, other), factuality, trigger, match["talks"])
        own_setting(view, draft, begins, ends)
        drafts.append(draft)
    return drafts


def of_both(view: View, match: re.Match[str]) -> list[Draft]:
    """“A and B's meeting in X on 2 May”, “A and B, meeting in X, agreed”: of the two or more who are named."""
    parties = people_of(view.parties(match["subject"]))
    if len(parties) < 2:
        return []
    noun = next(one for one in ("talks", "there", "here") if match[one])
    factuality = of_noun(view.main, match.start(noun), match.end(noun))
    return [telling(view, match, "meeting.noun", parties, factuality, match.span(noun), match[noun])]


# “Said that X had told him that his discussions with Y were helpful”: X's, and before.
_TOLD = r"(?P<who>{A})\s(?:(?:had|has|also|then)\s)*(?:told|informed|assured|reported\sto)\s(?:him|her|them|(?:the\s)?{A})\sthat\s(?:his|her)\s(?:[\w-]+\s){0,2}$"


def _told_of_his(view: View, match: re.Match[str]) -> list[Party]:
    """Whoever told somebody else that his own talks were so, by the words before the talks of the match; else nobody."""
    begin = match.start("talks")
    before = view.main[max(0, begin - 90) : begin]
    told = pattern(_TOLD).search(before) if " that h" in before else None
    return people_of(view.parties(told["who"])) if told is not None else []


_WON_FOR = Rule(
    r"\b(?:persuad(?:e[sd]?|ing)|convinc(?:es?|ing)|induc(?:e[sd]?|ing)|prevail(?:s|ed|ing)?\supon)\s(?!that\b)[^;]{2,160}?\sto\s(?!the\b|an?\b)"
    r"(?:(?!\b(?:at|after|during|following|before)\b)[^;])*$"
)
# “Appointed B as her adviser for facilitating the talks with C”: what B is for.
_FACILITATING = re.compile(
    r"\b(?:facilitat|mediat|conduct|lead|coordinat|co-ordinat|support|prepar|advanc|resum)ing\s(?:(?:the|his|her|its|their|direct|future|further)\s)?(?:[\w-]+\s){0,2}$"
)
_DISCUSSED = re.compile(r"\bdiscuss(?:ed|es|ing)?\s(?:(?!(?:at|during|in|on)\b)[^\s,;]+\s){0,4}$")
# “The two will work together, A told reporters after the talks with B”: A's talks, whatever is said before.
_SAID_AFTER = (
    rf",\s(?P<who>{LIST})\s(?:(?:also|then|today|yesterday|\w+ly)\s)*(?:said|says|told\s[^,;{{A}}]{{2,40}}?|announced|stated|noted|added|confirmed|declared|stressed|emphasi[sz]ed)"
    r"\s(?:[^,;{A}]{0,60}?\s)?(?:after|following|during|at)\s(?:(?:the|his|her|their|an?)\s)?(?:[\w-]+\s){0,3}?$"
)
_OF_SAID_AFTER = Rule(r"\b(?:after|following|during|at)\s(?:[\w-]+\s){0,4}$")


def _saying(view: View, match: re.Match[str]) -> list[Party]:
    """The people who said what the sentence begins with at, or after, the talks of the match."""
    begin = match.start("talks")
    if _OF_SAID_AFTER.search(view.main, max(0, begin - 60), begin) is None:
        return []
    said = pattern(_SAID_AFTER).search(view.main, 0, begin)
    return people_of(view.parties(said["who"])) if said is not None else []


def continued(view: View, match: re.Match[str]) -> list[Draft]:
    """“The talks opened with a meeting with X and continued with Y”: of those who travel, with Y."""
    owners = travellers(view)
    known = {one.thing for one in owners}
    others = [one for one in view.objects(match) if one.thing.kind == "person" and one.thing not in known]
    if not owners or not others:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    return [telling(view, match, "meeting.noun", joined(owners, others), factuality, match.span("verb"))]


_DID = r"(?P<verb>signed|announced|agreed|adopted|approved|issued|told|said|declared|decided|pledged|released|reached|initialled|endorsed|unveiled)\b"
_THEN = r"(?:(?:also|jointly|both|today|yesterday|then|later)\s)*"
_AFTER = r"(?:[Aa]fter|[Ff]ollowing)\s(?:(?:an?|their|(?:[\w-]+\s)?(?:hours|days)\sof|(?:the\s)?(?:(?:first|second)\s)?(?:day|round)\sof)\s)?(?:(?!with\b|between\b)[a-z-]+\s){0,3}?(?P<talks>talks|meeting|negotiations|discussions|consultations)\s(?=(?:today\s|yesterday\s)?(?:in|near|outside|at|on)\s(?:the\s)?{LN})"
# “The Presidents of A and B signed a paper after talks near X on 2 May”, “After a meeting in X, A and B announced …”.
DONE_AFTER = rf"(?P<subject>{LIST}),?\s{_THEN}{_DID}[^;.{{ASEGFH}}]{{0,90}}?\s{_AFTER}"
AFTER_DONE = rf"{_AFTER}[^;.{{ASEGFH}}]{{2,60}}?,\s(?P<subject>{LIST}),?\s{_THEN}{_DID}"


def done_after(view: View, match: re.Match[str]) -> list[Draft]:
    """What people of several states did after talks of which nobody else is named: the talks were theirs."""
    people = people_of(view.parties(match["subject"]))
    if len(people) < 2 or len(states_of(people)) < 2:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    if factuality not in {Factuality.HAPPENED, Factuality.PRESUPPOSED}:
        return []
    return [telling(view, match, "meeting.noun", people, Factuality.HAPPENED, match.span("talks"), match["talks"])]


# “Said this after the talks that she held with Y”: talks that are reported.
_HELD_THEN = re.compile(r"\b(?:[Aa]fter|[Ff]ollowing|[Dd]uring|[Aa]t)\s(?:an?|the)\s(?:[\w-]+\s){0,2}$")


def which_they_held(view: View, match: re.Match[str]) -> list[Draft]:
    """“Gave an account of the talks that X and Y held in Z on 29 March”: of those who held them."""
    meant = view.parties(match["subject"])
    if match["subject"] in {"he", "she", "they"}:
        # “After a meeting that she had with Y”: the one whom the sentence is about, or several.
        meant = meant or view.main_subject
        meant = meant if (len(meant) == 1) == (match["subject"] != "they") else []
    parties = joined(meant, view.objects(match))
    if not meant or sum(one.thing.kind != "format" for one in parties) < 2:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    if _HELD_THEN.search(view.main, 0, match.start("talks")):
        factuality = Factuality.HAPPENED
    if match["verb"].startswith("had h") and factuality is Factuality.HAPPENED:
        factuality = Factuality.PRESUPPOSED
    return [telling(view, match, "meeting.noun", parties, factuality, match.span("verb"), match["talks"])]


# “No meeting of the two is foreseen on that occasion, contrary to reports”: one that might have been.
_NAMED_OCCASION = re.compile(
    r"\b(?:on\s(?:that|this|the)\soccasion|next\s(?:week|month)|this\sweek|contrary\sto|during\s(?:the|this|that|his|her)\s(?:visit|stay|summit|session)|(?:on|in)\sthe\s(?:margins|sidelines)|tomorrow|today)\b"
)


def none_planned(view: View, match: re.Match[str]) -> bool:
    """Whether a sentence says only that no such meeting is planned, which denies nothing that might have been."""
    none = re.search(r"\b[Nn]o\s(?:[\w-]+\s){0,2}$", view.main[: match.start("talks")]) is not None
    coming = re.search(
        r"\b(?:is|are|was|were)\s(?:\w+\s)?(?:foreseen|planned|scheduled|expected|envisaged)\b",
        view.main[match.start() :],
    )
    return none and coming is not None and not _NAMED_OCCASION.search(view.main, match.end())


def is_appeal(view: View, match: re.Match[str]) -> bool:
    """Whether a “call” is for something: “supported calls of the EU for new elections” tells of no conversation."""
    if match["talks"].lower() not in {"call", "calls"}:
        return False
    return re.match(r"\s(?:for|to\s[a-z]|upon)\b", view.main[match.end() :]) is not None


_TOOK_PLACE = re.compile(r"[^;]{0,140}?\b(?:took\splace|(?:was|were)\s(?:also\s)?(?:held|conducted))\b")


def settled(view: View, match: re.Match[str]) -> bool:
    """Whether talks between states or bodies, none of whose people are named, are told with a day or a place."""
    if re.fullmatch(r"(?i)meetings?|summit|calls?|encounters?", match["talks"]) and match["talks"][-1:] != "s":
        return True
    if any(len(one.first) == 10 for one in dates_in(view)) and _TOOK_PLACE.match(view.main, match.end("talks")):
        return True
    if re.search(
        r"\b(?:part\sof|continu\w+|ongoing|close|regular|further|bilateral)\s(?:[\w-]+\s){0,3}$",
        view.main[: match.start("talks")],
    ):
        return False
    spoken = [one for one in dates_in(view) if len(one.first) == 10]
    return bool(spoken or where(view, match.end("talks")))


# “President A met them; talks with B followed”: what comes before the semicolon is another meeting.
_OTHER_TALKS = re.compile(r";[^;]*$")
_ITS_OWN = r"\s(?:[a-z-]+\s){0,2}?(?:official|envoy|mediator|negotiator|representative|diplomat|chief|head|spokes\w+)s?,?\s(?={A})"
_BEFORE = rf"(?P<subject>{LIST}),?\s(?!of\b)[^;]*$"


# “X's meeting with Y was followed by talks with Z”: by X's.
_FOLLOWED_BY = (
    rf"(?P<owner>{LIST})['’]s?\s[^;]{{3,140}}?\s(?:was|were|is|will\sbe)\s(?:\w+\s)?followed\sby\s(?:[\w-]+\s){{0,4}}$"
)


_WITH_OTHERS = re.compile(
    r"\b(?:with|included|comprised|brought|featured)\s(?:[^;.,\ue000-\uf8ff]{0,40}?\s)?(?:visits?\sto|calls?\son|(?:meetings?|talks|conversations?|consultations|discussions|session)\swith)\s(?:the\s)?$"
)


def main_subject(view: View, match: re.Match[str]) -> list[Party]:
    """Who holds a meeting that is only named “the meeting with X”: the one that the sentence is about."""
    after = view.main[match.end() :]
    following = pattern(
        r"^[^;]{0,60}?,\s(?:(?:the|his|her)\s)?(?:(?:{SG}|[A-Z]\w+)['’]s\s)?(?P<subject>{AEH})(?:\s\w+|,\s(?:[a-z]+ed|said|told|spoke)\b)"
    ).search(after)
    if (
        re.match(r"^\W*(?:In|During|At|After|Following|Before|Ahead\sof|Prior\sto|On|Speaking)\b", view.main)
        and following
    ):
        return view.parties(following["subject"])
    if re.match(r"^\W*(?:(?:An?|The|Another)\s)?(?:[\w-]+\s){0,2}$", view.main[: match.start("talks")]):
        # “A meeting with Y is planned for May, X said”, “talks with Y centred on Z, X said”.
        speaker = pattern(
            r",\s(?P<subject>{A})\s(?:(?:also|today|\w+ly)\s)*(?:said|announced|noted|added|stated|confirmed)\b"
        )
        saying = speaker.search(after)
        if saying is not None:
            return view.parties(saying["subject"])
    if pattern(_TOPIC_OF).match(view.main, 0, match.start("talks")) is not None:
        # “Ukraine was also the main topic of a joint meeting with Y”: of those whose doings the text reports.
        return []
    owner = pattern(_FOLLOWED_BY).search(view.main, 0, match.start("talks"))
    if owner is not None:
        return people_of(view.parties(owner["owner"]))
    before = list(pattern(_BEFORE).finditer(view.main[: match.start()]))
    if view.they_open:
        return view.main_subject
    if before and view.in_aside(before[0], "subject") and not people_of(view.parties(before[0]["subject"])):
        return []
    if before and _WITH_OTHERS.search(view.main, max(0, before[0].start() - 60), before[0].start()):
        # “The tour began with a visit to X and talks with Y”: of neither.
        return []
    if before and not AT_BODY.search(view.main, max(0, before[0].start() - 10), before[0].start()):
        parties = view.parties(before[0]["subject"])
        if not people_of(parties) and pattern(_ITS_OWN).match(view.main, before[0].end("subject")) is not None:
            # “UN official X followed talks with Y”: X did.
            return people_of(view.main_subject)
        return parties
    programme = pattern(
        rf"(?P<owner>{LIST})['’]s?\s(?:[\w-]+\s){{0,2}}(?:programme|schedule|agenda|itinerary|visit|trip|stay)\b"
    ).search(view.main, 0, match.start())
    return view.parties(programme["owner"]) if programme is not None else []


_TOPIC_OF = r"\W*(?:[^;{A}]{0,120}?)\b(?:was|were)\s(?:also\s)?(?:the\s|among\sthe\s)?(?:[\w-]+\s){0,2}?(?:topics?|subjects?|focus|themes?)\s(?:of|at|for)\s(?:an?|the|his|her|their)\s(?:[\w-]+\s){0,3}$"


def joined_later(view: View, match: re.Match[str]) -> list[Draft]:
    groups = match.groupdict()
    parties = joined(view.parties(match["subject"]), view.parties(groups.get("object")))
    if not parties:
        return []
    factuality = of_verb(view.main, match.end("subject"), match.start("verb"), match["verb"])
    if match.start("verb") < match.start("subject"):
        factuality = Factuality.HAPPENED
    draft = telling(view, match, "meeting.joined", parties, factuality, (match.start("verb"), match.end("verb")))
    draft.refers_back = True
    draft.of_all = bool(re.search(r"s$", groups.get("these_talks") or "")) and "talks" not in match[0]
    draft.start = draft.end = None
    draft.places = ()
    return [draft]


# “This followed their meeting in Y”: another one.
_ANOTHER = re.compile(r"\b(?:since|follow(?:s|ed)(?:\sup\son)?|builds?\s(?:up)?on|built\s(?:up)?on|recall(?:s|ed))\s$")


_GOES_BACK_TO = re.compile(
    r"\s(?:(?:was|is|marks|marked|comes\sas|came\sas)\s(?:an?|the)\s(?:[a-z]+\s)?(?:continuation|follow-up|sequel|resumption|result|outcome|return)\s(?:of|to)"
    r"|follow(?:s|ed)(?:\sup\son)?|continue[sd]|resume[sd]|buil(?:t|ds)\s(?:up)?on)\s(?=[^;]*\b(?:talks|meetings?|consultations|discussions|visits?|negotiations|summit|contacts|session|round)\b)"
)


_SEVERAL = 2
_BRIEFED_ON = re.compile(
    r"\b(?:briefed|informed|updated)\b[^;]*\s(?:on|about|of)\s(?:the|their|his|her)\s(?:[\w-]+\s){0,2}?$"
)


def back(view: View, match: re.Match[str]) -> list[Draft]:
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    # “The first since the meeting in Y” names another one.
    if is_appeal(view, match) or _ANOTHER.search(view.main, 0, match.start()):
        return []
    if factuality in {Factuality.PLANNED, Factuality.CALLED_FOR} or re.match(
        r"\w+\s(?:previous|last|next)\b", match[0]
    ):
        return []
    if _BRIEFED_ON.search(view.main, 0, match.start("talks")):
        # “A and B briefed C on their recent conversation”: theirs, not the one at which they did.
        people = people_of(view.main_subject) if match[0].lower().startswith("their") else []
        if len(people) < _SEVERAL:
            return []
        return [
            telling(view, match, "meeting.noun", people, Factuality.PRESUPPOSED, match.span("talks"), match["talks"])
        ]
    draft = telling(
        view,
        match,
        "meeting.again",
        [],
        factuality,
        (match.start("talks"), match.end("talks")),
        match["talks"],
    )
    draft.refers_back = True
    # “They discussed the airport in Y” tells what about, not where.
    if re.match(r"discuss|review|exchang|talk(?:ed)?\b|consult", match["talks"]):
        draft.places = ()
    if draft.start == view.document.issued:
        draft.start = None
    if _GOES_BACK_TO.match(view.main, match.end("talks")):
        # “The meeting was the continuation of talks held in Y in June”: there and then were the talks before it.
        draft.places, draft.start, draft.end = (), None, None
    draft.during_visit = bool(
        re.search(
            r"\b(?:during|as part of|in the course of|within the framework of|on)\b[^.;]{0,60}\bvisit\b",
            view.main[match.end() :],
        )
    )
    return [draft]


def raised(view: View, match: re.Match[str]) -> list[Draft]:
    """“X also raised human rights”, X being one of those who met: what the meeting told before was about."""
    speakers = view.parties(match["subject"])
    if not speakers or speakers[0].thing not in view.document.together or len(view.document.together) < 2:
        return []
    draft = _about(view, view.things(view.main[match.end("talks") :], TOPICS), Factuality.HAPPENED)
    draft.parties = speakers
    return [draft]


def agenda(view: View, match: re.Match[str]) -> list[Draft]:
    """“F and the conflict are expected to be on the agenda”: what the meetings told last are to be about."""
    stretch = match["topics"] or match["rest"] or ""
    factuality = Factuality.PLANNED if re.search(r"\b(?:is|are|will|expected|due)\b", match[0]) else Factuality.HAPPENED
    draft = _about(view, view.things(stretch, TOPICS), factuality)
    draft.of_all = True
    return [draft]


def _about(view: View, things: list[Thing], factuality: Factuality) -> Draft:
    """What adds its subjects, but no bodies that are only named, to the talks told before."""
    kept = [one for one in things if one.kind not in {"institution", "organization"} or one.category == "DecisionBody"]
    return Draft.of(view, "Meeting", factuality, "meeting.about", discusses=kept, refers_back=True)


def with_all(view: View, match: re.Match[str]) -> list[Draft]:
    """“A lunch with all three was called off”: of the people whom the sentence names before, where these are so many."""
    numbers = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
    people = people_of(view.parties(view.main[: match.start()]))
    number = numbers.get(match["number"].split()[-1], len(people))
    if len(people) < 2 or len(people) != number:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end())
    return [telling(view, match, "meeting.noun", people, factuality, match.span("talks"), match["talks"])]


# “No meeting between X and Y was on the agenda”, “no meeting with X is in sight”: none was planned, which denies nothing.
_ON_AGENDA = re.compile(
    r"\s(?:is|are|was|were)\s(?:\w+\s)?(?:on\sthe\s(?:agenda|programme|schedule)|in\s(?:sight|prospect|the\soffing))\b"
)


def none_held(view: View, match: re.Match[str]) -> list[Draft]:
    if none_planned(view, match) or _ON_AGENDA.search(view.main, match.end("talks")):
        return []
    draft = telling(
        view,
        match,
        "meeting.none",
        joined(list(view.main_subject), people_of(view.objects(match))) if match["object"] else list(view.main_subject),
        Factuality.DENIED,
        (match.start("talks"), match.end()),
        match["talks"],
    )
    return [draft] if draft.parties else []


def none_with(view: View, match: re.Match[str]) -> list[Draft]:
    """“A met B and C; none took place with D”: a meeting of the one whom the sentence is about that did not take place."""
    owners = people_of(view.main_subject)
    others = [one for one in view.objects(match) if one.thing.kind == "person" and one not in owners]
    if not owners or not others:
        return []
    return [telling(view, match, "meeting.none", joined(owners, others), Factuality.DENIED, match.span("talks"))]


def among_those(view: View, match: re.Match[str]) -> list[Draft]:
    """“X was among those whom she met”; with “not” they did not meet."""
    owners = people_of(view.parties(match["subject"]))
    factuality = Factuality.DENIED if match["denied"] else Factuality.HAPPENED
    return [
        telling(view, match, "meeting.verb", joined(owners, [one]), factuality, match.span("verb"))
        for one in view.objects(match)
        if owners and one.thing.kind == "person"
    ]


def meetings_planned(view: View, match: re.Match[str]) -> list[Draft]:
    """“Meetings are planned with X and with Y”: of the one whom the text is about, one by one; “between X and Y”: of those."""
    trigger = match.span("talks")
    if match["joint"] != "with":
        parties = view.objects(match)
        return (
            [telling(view, match, "meeting.planned", parties, Factuality.PLANNED, trigger)] if len(parties) > 1 else []
        )
    subject = view.document.subject
    if subject is None:
        return []
    others = [one for one in view.objects(match) if one.thing != subject]
    groups = [others] if match["talks"].lower() == "meeting" else [[one] for one in others]
    return [
        telling(view, match, "meeting.planned", [Party(subject), *group], Factuality.PLANNED, trigger)
        for group in groups
        if group
    ]


# “A call on X to release them”; “a call on X to discuss it” is a visit.
_TO_ACT = re.compile(
    r",?\sto\s(?:[a-z]+ly\s)?(?!discuss|review|convey|present|exchange|hear|thank|congratulate|bid|take|talk|say|introduce)[a-z]+\b"
)


def is_call_to_act(text: str, end: int) -> bool:
    """Whether “a call on X” asks X to do something, by what follows the words for X that end at a position."""
    return _TO_ACT.match(text, end) is not None


_FOR_GUESTS = rf"\s(?:for|in\shonou?r\sof)\s(?P<who>{OBJECT})"


def meal(view: View, match: re.Match[str]) -> list[Draft]:
    """“The talks were followed by a lunch hosted by Y”: of Y and of whose doings the text reports, or of those it was for."""
    hosts = people_of(view.objects(match))
    named = pattern(_FOR_GUESTS).match(view.main, match.end("object"))
    guests = people_of(view.parties(named["who"])) if named is not None else []
    guests = guests or main_subject(view, match) or travellers(view)
    guests = [one for one in guests if one.thing.kind == "person" and one.thing not in {host.thing for host in hosts}]
    if not hosts or not guests:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    roles = {one.thing.iri.value: "host" for one in hosts} | {one.thing.iri.value: "guest" for one in guests}
    parties = joined(guests, hosts)
    return [telling(view, match, "meeting.reception", parties, factuality, match.span("talks"), roles=roles)]


def interlocutors(view: View, match: re.Match[str]) -> list[Draft]:
    """“Her interlocutors in X included A and B”: of whose doings the text reports, one with each."""
    owners = travellers(view)
    known = {one.thing for one in owners}
    others = [one for one in view.objects(match) if one.thing.kind == "person" and one.thing not in known]
    if not owners:
        return []
    factuality = of_noun(view.main, match.start("talks"), match.end("talks"))
    return [telling(view, match, "meeting.noun", [*owners, one], factuality, match.span("talks")) for one in others]


_SHORT = 40
"""Characters behind a verb within which words say that it was by telephone."""


# “Whom she went to see in X afterwards”: a stop of the journey that is reported.
_NEXT_STOP = re.compile(
    r"[^,;]{0,50}?\b(?:afterwards|subsequently|next|(?:in|during)\sthe\s(?:morning|afternoon|evening)|(?:the\ssame|that)\s(?:day|morning|afternoon|evening))(?=\W*$|,)"
)


_WHAT_THERE = re.compile(r"compared|exchanged|had\b|held")
_MET_WITH = pattern(
    r"\b(?:met|meets?|meeting|received|hosted|saw|seen|talks|conferred|spoken?|talked|lunch|dinner|conversation)\b[^;{A}]{0,60}$"
)


def with_whom(view: View, match: re.Match[str]) -> list[Draft]:
    """“A and B, with both of whom he spoke in January”: told in passing, so presupposed; “whom she will meet in May”: planned."""
    others = view.objects(match)
    if match["each"] is None and len(others) > 1:
        others = others[-1:]
    if _WHAT_THERE.match(match["verb"]) and _MET_WITH.search(view.unquoted, 0, match.start()):
        # “Met with X, with whom she exchanged views on Y”: at that meeting.
        return []
    spoken = "call" if match["verb"].startswith(("sp", "talk")) else ""
    trigger = (match.start("verb"), match.end("verb"))
    if FROM_AFAR.search(view.unquoted, match.end(), min(len(view.unquoted), match.end() + _SHORT)):
        spoken = "call"
    factuality = Factuality.PLANNED if match["coming"] else Factuality.HAPPENED
    drafts = []
    for one in others:
        subjects = view.main_subject if match["subject"] in {"he", "she", "they"} else view.parties(match["subject"])
        if one.thing in {subject.thing for subject in subjects}:
            # “Bishop X, whom she went to see afterwards, was concerned.”
            subjects = travellers(view)
        parties = joined(subjects, [one])
        drafts.append(telling(view, match, "meeting.whom", parties, factuality, trigger, spoken))
        if factuality is Factuality.PLANNED or _NEXT_STOP.match(view.unquoted, match.end()):
            continue
        drafts[-1].factuality = Factuality.PRESUPPOSED
        if drafts[-1].start == view.document.issued:
            drafts[-1].start = None
    return [one for one in drafts if len(one.parties) > 1]


# ““We are glad that A is here,” said B at the end of their meeting in X.”
AFTER_THEIRS = (
    rf"\b(?:said|stressed|stated|declared|underlined|emphasi[sz]ed|noted|added|highlighted|told\s\w+)\s(?P<subject>{LIST})\s"
    r"(?:at\sthe\s(?:end|close|conclusion)\sof|after|following)\stheir\s(?:[\w-]+\s)?(?P<talks>meeting|talks|conversation|encounter)\b(?!\s(?:with|of|between)\b)"
)


def after_theirs(view: View, match: re.Match[str]) -> list[Draft]:
    """The meeting after which somebody spoke of the only other one whom the sentence names: it was theirs."""
    speakers = people_of(view.parties(match["subject"]))
    if len(speakers) != 1:
        return []
    others = [one for one in people_of(view.parties(view.text[: match.start()])) if one.thing != speakers[0].thing]
    if len({one.thing for one in others}) != 1:
        return []
    parties = joined(speakers, others)
    return [telling(view, match, "meeting.noun", parties, Factuality.HAPPENED, match.span("talks"), match["talks"])]
