"""What somebody took an occasion to say: “X took the opportunity to thank Y for her support”."""

from collections.abc import Iterator

from kg.extract.actor_lists import LIST
from kg.extract.acts import objects, reach, verbs_in
from kg.extract.view import View
from kg.model import Act, Confidence
from kg.text.rule import Rule

_OF_OCCASION = Rule(r"\b(?:opportunity|occasion|chance)\b")
_TOOK = (
    rf"(?P<subject>{LIST})\s(?:(?:also|then|further)\s)*(?P<verb>took|used|seized)\s(?:the|this|that)\s(?:opportunity|occasion|chance)"
    r"(?:\sof\s[^;,{A}]{3,60}?)?\sto\s(?:\w+ly\s|also\s)?"
)


def on_occasion(view: View) -> Iterator[Act]:
    """The acts of those who took an opportunity for them, told by an infinitive."""
    if not _OF_OCCASION.stands_in(view.unquoted):
        return
    text = view.unquoted
    for match in view.search(_TOOK):
        found = verbs_in(text, "first_person")
        for number, one in enumerate(found):
            if one.start != match.end():
                continue
            about, addressed = objects(view, text, one, reach(text, found, number))
            for speaker in view.subject(match):
                yield Act(
                    speaker=speaker.thing,
                    act_type=one.verb.act_type,
                    support=view.support("act.occasion", Confidence.HIGH),
                    about=tuple(thing for thing in about if thing != speaker.thing),
                    addressed_to=tuple(addressed),
                )
