"""Posts that somebody was in before: “from 2007 to 2009, she served as Minister”, “he was previously Head of the Mission”."""

import re
from collections.abc import Iterator

from kg.extract.setting import dates_in
from kg.extract.view import View, post_of
from kg.model import Confidence, Tenure, Thing
from kg.text.rule import Rule
from kg.text.shape import pattern

_ADVERBS = r"(?:(?:previously|formerly|earlier|also|first|last|then|most\srecently)\s)*"
_SERVED = (
    rf"(?P<who>{{A}})\s(?:(?:had|has)\s)?{_ADVERBS}(?:(?:served|worked|acted)(?:\s(?:from|between|in|until|for)\s[^,;.{{A}}]{{2,40}}?)?\sas"
    rf"|was|been|(?:held|occupied)\sthe\s(?:post|position|office)s?\sof)\s{_ADVERBS}(?P<posts>[^;:]*)"
)
_OF_CAREER = Rule(r"\b(?:served|worked|acted|was|been|held|occupied)\s")
_YEAR = r"(?:[A-Z][a-z]+\s)?(?:19|20)\d\d"
# Words by which what somebody was is over: a period that has an end, “previously”, “before she took this post up”.
_OVER = re.compile(
    rf"\b(?:[Ff]rom|[Bb]etween)\s{_YEAR}\s(?:to|until|till|and)\s{_YEAR}|\b[Uu]ntil\s{_YEAR}|\({_YEAR}\s?[-–—]\s?{_YEAR}\)"
    r"|\b(?:previously|Previously|formerly|Formerly)\b"
    r"|^\W*(?:Before|Prior\sto)\s(?:(?:this|that|his|her|taking|joining|becoming|assuming|being)\b|[a-z]+ing\b)"
)
# “Was Chairperson-in-Office in 2010”, said in a later year.
_IN_YEAR = pattern(
    r"\b(?:was|served)\b[^;]*\bin\s(?P<year>{N})(?=\W*$|,)|^\W*[Ii]n\s(?P<first>{N}),?\s[^;]*\b(?:was|served)\b"
)
_ONGOING = re.compile(
    r"\b(?:since|currently|to\s(?:this\sday|date|the\spresent)|until\s(?:now|today))\b|[-–—]\s?(?:present|today)"
)
# Where the list of posts ends and another thought begins.
_BEYOND = re.compile(r"\b(?:when|where|who|whom|which|that|before|after|while|until\sher|until\shis)\b")


# What stands before the first post and between two: “a Member of Parliament and …, (2005 – 2009), and the …”.
_LEADS = r"(?:(?:the|an?|its|their|both|as)\s|[A-Z][\w-]+(?:\s(?:of|for|and)\s(?:the\s)?[A-Z][\w-]+)*(?:\s\([^()]*\))?(?:,|,?\sand)?\s)*"
_NEXT = rf"{_LEADS}(?P<title>{{AO}})(?:\s(?:at|in|of)\s(?:the\s)?{{GSL}})?(?:\s\([^()]*\))?(?:,\sand|,|\sand)?\s?"


def _listed(stretch: str) -> Iterator[str]:
    """The titles of a list that a stretch begins with."""
    position = 0
    while (match := pattern(_NEXT).match(stretch, position)) is not None:
        yield match["title"]
        position = match.end()


def careers(view: View) -> Iterator[Tenure]:
    """The posts that a sentence of somebody's career says that he was in, and is no longer."""
    if not _OF_CAREER.stands_in(view.main) or not _is_over(view) or _ONGOING.search(view.main):
        return
    for match in view.search(_SERVED):
        people = [one.thing for one in view.parties(match["who"]) if one.thing.kind == "person"]
        if len(people) != 1:
            continue
        held = {post.iri for post, rank in view.document.posts_of(people[0]) if rank is None}
        end = _BEYOND.search(match["posts"])
        stretch = match["posts"][: end.start()] if end is not None else match["posts"]
        state: Thing | None = None
        for title in _listed(stretch):
            post = _of_state(view, post_of(view, title), state)
            own = post.organization if post is not None else None
            state = own if own is not None and own.kind == "state" else state
            if post is not None and post.iri not in held:
                yield Tenure(people[0], post, view.support("career", Confidence.MEDIUM), "former")


# What the keys of the posts of states begin with, by the title alone.
_KEYS = {"Foreign Minister": "fm-", "President": "president-", "Prime Minister": "head-of-government-"}


def _of_state(view: View, post: Thing | None, state: Thing | None) -> Thing | None:
    """The post of the state named before it in a list, where a title alone does not say whose: “X's Prime Minister and Foreign Minister”."""
    if post is None or state is None or post.organization is not None or post.label not in _KEYS:
        return post
    return view.document.words.thing("post", f"{_KEYS[post.label]}{state.key}") or post


def _is_over(view: View) -> bool:
    """Whether words of the sentence say that what somebody was is over when the release is written."""
    if _OVER.search(view.main) is not None:
        return True
    told, issued = _IN_YEAR.search(view.main), view.document.issued
    if told is None or issued is None:
        return False
    place = max(told.start("year"), told.start("first"))
    return any(
        len(one.first) == 4 and one.first < issued[:4] for one in dates_in(view) if view.shape.at(one.start) == place
    )
