"""Changes of chairs, tenures and roles in formats: facts that last from one date to another."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode

from kg.clocks import not_after
from kg.diff.model import Change
from kg.diff.side import Side
from kg.diff.wording import evidence, joined, period
from kg.terms import KG, KG_NAMESPACE

CLASSES = frozenset({KG.Chairpersonship, KG.Tenure, KG.FormatMembership})
ONLY_SAID = frozenset({KG.planned, KG.calledFor, KG.denied})


def changes(old: Side, new: Side, nodes: Sequence[NamedNode]) -> Iterator[Change]:
    """The changes of those of the nodes that differ; the same fact under new dates has a new IRI, and is one change."""
    gone: dict[tuple[object, ...], list[NamedNode]] = defaultdict(list)
    come: dict[tuple[object, ...], list[NamedNode]] = defaultdict(list)
    for node in nodes:
        if node not in new.about:
            gone[_same(old, node)].append(node)
        elif node not in old.about:
            come[_same(new, node)].append(node)
        else:
            yield from _changed(old, new, node)
    for same in gone.keys() | come.keys():
        before, after = gone[same], come[same]
        while before and after:
            yield _corrected(old, new, before.pop(), after.pop())
        yield from (_withdrawn(old, node) for node in before)
        for node in after:
            yield _added(new, node)
            yield from _contradicted(old, new, node)


def _same(side: Side, node: NamedNode) -> tuple[object, ...]:
    """What makes two of these the same but for their dates; a statement without dates is never a dated one."""
    who = (KG.isHeldBy, KG.hasHolder, KG.hasPost, KG.hasRank, KG.hasMember, KG.ofFormat)
    dated = bool(period(side, node))
    kind = next(iter(sorted(str(one) for one in side.classes(node) & CLASSES)))
    key: list[object] = [kind, dated, *(side.nodes(node, one) for one in who)]
    if kind == str(KG.Chairpersonship):
        # One state's terms in different years are not one.
        key.append(node)
    return tuple(key)


def _word(side: Side, node: NamedNode) -> tuple[str, str]:
    """The section that a fact belongs to, and what it is called."""
    classes = side.classes(node)
    if KG.Chairpersonship in classes:
        return "chair", "chair"
    return ("offices", "tenure") if KG.Tenure in classes else ("formats", "membership")


def _added(new: Side, node: NamedNode) -> Change:
    section, word = _word(new, node)
    starts, ends = new.texts(node, KG.startDate), new.texts(node, KG.endDate)
    told = new.values(node, KG.hasFactuality)
    if told and told <= ONLY_SAID:
        change = f"{word} told of"
    elif word == "chair":
        change = "chair added"
    elif not (starts or ends):
        change = f"{word} stated"
    elif ends:
        change = f"{word} added"
    else:
        change = "tenure began" if word == "tenure" else "member joined"
    return Change(section, change, node.value, new.label(node), "", _told(new, node), new.sources(node))


def _contradicted(old: Side, new: Side, node: NamedNode) -> Iterator[Change]:
    """Full tenures of the same post that stood before, and that the new one cannot be true beside."""
    if KG.Tenure not in new.classes(node) or new.values(node, KG.hasRank):
        return
    posts = new.values(node, KG.hasPost)
    for other in new.by_class[KG.Tenure]:
        if other not in old.about or new.values(other, KG.hasRank) or not posts & new.values(other, KG.hasPost):
            continue
        if _overlap(new, node, other):
            same = new.values(node, KG.hasHolder) == new.values(other, KG.hasHolder)
            change = f"claim now contradicted: {'other dates' if same else 'other holder'}"
            was, now = (f"{joined(new.texts(one, KG.hasHolder))}, {period(new, one)}" for one in (other, node))
            yield Change("offices", change, other.value, new.label(other), was, now, new.sources(node))


def _overlap(side: Side, one: NamedNode, other: NamedNode) -> bool:
    """Whether two tenures certainly have more than the day of a hand-over in common."""
    begun = sorted((start, node.value, node) for node in (one, other) for start in side.texts(node, KG.startDate)[:1])
    if len(begun) < 2:
        return False
    (_, _, earlier), (later_start, _, _) = begun
    ends = side.texts(earlier, KG.endDate)
    return bool(ends) and not not_after(ends[-1], later_start)


def _withdrawn(old: Side, node: NamedNode) -> Change:
    section, word = _word(old, node)
    change = f"{word} withdrawn" if period(old, node) or word == "chair" else f"{word} no longer stated"
    return Change(section, change, node.value, old.label(node), _told(old, node), "", old.sources(node))


def _corrected(old: Side, new: Side, before: NamedNode, after: NamedNode) -> Change:
    section, word = _word(new, after)
    was, now = _state(old, before), _state(new, after)
    change = f"{word} corrected"
    if not old.texts(before, KG.endDate) and new.texts(after, KG.endDate):
        change = "tenure ended" if word == "tenure" else "member left"
    return Change(section, change, after.value, new.label(after), was, now, new.sources(after))


def _changed(old: Side, new: Side, node: NamedNode) -> Iterator[Change]:
    section, word = _word(new, node)
    was, now = _state(old, node), _state(new, node)
    if was == now:
        yield from evidence(old, new, node, section)
        return
    change = f"{word} corrected"
    if word == "chair" and (_people(old, node) != _people(new, node)):
        change = "chair changed"
    elif word != "chair" and not old.texts(node, KG.endDate) and new.texts(node, KG.endDate):
        change = "tenure ended" if word == "tenure" else "member left"
    yield Change(section, change, node.value, new.label(node), was, now, new.sources(node))


def _people(side: Side, node: NamedNode) -> tuple[Iterable[NamedNode], ...]:
    return side.nodes(node, KG.isHeldBy), side.nodes(node, KG.hasChairperson)


def _state(side: Side, node: NamedNode) -> str:
    """Who, as what and from when to when, in words."""
    words = [
        *side.texts(node, KG.isHeldBy),
        *side.texts(node, KG.hasChairperson),
        *(concept(one) for one in side.nodes(node, KG.hasRank)),
        *(concept(one) for one in side.nodes(node, KG.hasRole)),
        *(concept(one) for one in side.nodes(node, KG.hasFactuality)),
        period(side, node),
    ]
    return joined(words) or "without dates"


def _told(side: Side, node: NamedNode) -> str:
    """The same, and for what is only said, on which days."""
    if period(side, node):
        return _state(side, node)
    said = [f"as of {day}" for day in side.texts(node, KG.asOf)]
    return joined([_state(side, node).replace("without dates", ""), *said]) or "without dates"


def concept(node: NamedNode) -> str:
    """A role, rank or factuality in a word."""
    return node.value.removeprefix(KG_NAMESPACE).removeprefix("role-").removeprefix("rank-")
