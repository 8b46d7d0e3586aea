"""Who heads a body, told by a verb: “X, who heads the Council”, “the Commission, chaired by X”."""

from collections.abc import Iterator

from kg.extract.view import View
from kg.model import Confidence, Tenure, Thing
from kg.text.office import Office
from kg.text.rule import Rule
from kg.text.shape import pattern

_HEADING = Rule(r"\b(?:heads|leads|runs|directs|chairs|headed\sby|chaired\sby|directed\sby)\b")
_BODY = r"(?:the\s)?(?P<body>{G})"
_NOW = r"(?:(?:now|currently|presently|also)\s){0,2}"
_HEADS = pattern(
    rf"(?P<who>{{A}})(?:\s\([^()]*\))?,?\s(?:who\s)?{_NOW}(?P<verb>heads|leads|runs|directs|chairs)\s{_BODY}"
    r"(?=[,.;)”]|\s(?:and|in|since|on|with|as|told|said|noted|has|will|was|is)\b|\s[–—-]\s|$)"
)
_HEADED = pattern(rf"{_BODY},?\s(?:which\sis\s|is\s)?(?P<verb>headed|chaired|directed)\sby\s(?:its\s)?(?P<who>{{A}})")
_TITLES = {
    "heads": ("Head", "head"),
    "leads": ("Head", "head"),
    "headed": ("Head", "head"),
    "runs": ("Head", "head"),
    "directs": ("Director", "director"),
    "directed": ("Director", "director"),
    "chairs": ("Chair", "chair"),
    "chaired": ("Chair", "chair"),
}
_TOO_WIDE = frozenset({"osce", "osce-chairpersonship", "european-union", "united-nations", "nato"})
"""Whose head is called otherwise: of whoever chairs them the rules for their own offices tell."""


def heading(view: View) -> Iterator[Tenure]:
    """The offices of those who are told to head, to direct or to chair a body, where none in it is told of them."""
    if not _HEADING.stands_in(view.unquoted):
        return
    for rule in (_HEADS, _HEADED):
        for match in rule.finditer(view.unquoted):
            people = [one.thing for one in view.parties(match["who"]) if one.thing.kind == "person"]
            body = view.shape.items[match["body"]].entries
            if len(people) != 1 or not body or _is_too_wide(body[0].thing):
                continue
            post = _post(view, *_TITLES[match["verb"]], body[0].thing)
            held = view.document.posts_of(people[0])
            if all(rank is not None or one.organization != body[0].thing for one, rank in held):
                yield Tenure(people[0], post, view.support("heading", Confidence.MEDIUM), None)


def _is_too_wide(body: Thing) -> bool:
    """Whether nobody is called the head of such a body, or of which one is told elsewhere: a delegation."""
    return body.key in _TOO_WIDE or "elegation" in body.label


def _post(view: View, title: str, family: str, body: Thing) -> Thing:
    """The post of whoever heads a body."""
    return view.document.words.posts.denoted(Office(title, family, False, (body,)), body)
