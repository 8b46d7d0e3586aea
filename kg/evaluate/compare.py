"""Header, mentions, tenures and memberships of a reading against one gold file."""

from collections.abc import Iterator
from dataclasses import replace

from kg.evaluate.case import Case
from kg.evaluate.gold import ANY, GoldMembership, GoldMention, GoldTenure, Name
from kg.evaluate.names import Names
from kg.evaluate.outcome import Outcome, Topic, Verdict, sentence, shown
from kg.evaluate.posts import DEPUTY, words
from kg.model import Heading, Membership, Mention, Span, Tenure, Thing

ARTICLES = ("the ", "The ", "THE ", "a ", "A ")
UNSCORED_MENTIONS = frozenset({"FieldOfWork", "Meeting", "Series"})
"""Classes of things whose names the gold files do not mark."""


def header(case: Case) -> Iterator[Outcome]:
    """Title, date, places, source and fields of work, each as far as the gold states it."""
    gold = case.gold.header
    if case.gold.items is not None:
        read = str(len(case.readings)) if case.readings else None
        yield from case.compare_value(_in_header("items"), str(case.gold.items), read)
    if gold is None:
        return
    release = case.readings[0].release if case.readings else None
    headings = case.facts(Heading)

    def things(role: str) -> list[Thing]:
        return [one.thing for one in headings if one.role == role]

    if "title" in gold.given:
        title = " ".join(release.title.value.split()) if release is not None else ""
        yield from case.compare_value(_in_header("title"), gold.title, title or None)
    if "issued" in gold.given:
        issued = release.issued.value if release is not None and release.issued is not None else None
        yield from case.compare_value(_in_header("issued"), gold.issued, issued)
    sources = (gold.source,) if gold.source is not None else ()
    for key, role, wanted in (
        ("places", "place", gold.places),
        ("source", "source", sources),
        ("fields", "field", gold.fields),
    ):
        if key in gold.given:
            yield from case.compare_set(_in_header(role), wanted, things(role))


def _in_header(part: str) -> Topic:
    return Topic("header", part, "")


def bare(text: str, span: Span) -> Span:
    """A mention's place without a leading article."""
    words_there = span.of(text)
    article = next((one for one in ARTICLES if words_there.startswith(one)), "")
    return Span(span.start + len(article), span.end)


def mentions(case: Case) -> Iterator[Outcome]:
    """Names at their exact places, a leading article aside."""
    if "mentions" not in case.gold.given:
        return
    text = case.gold.text
    found: dict[tuple[Span, str], Mention] = {}
    for one in case.facts(Mention):
        annotated = not any(stretch.covers(one.span) for stretch in case.gold.unannotated)
        if annotated and one.thing.category not in UNSCORED_MENTIONS:
            found.setdefault((bare(text, one.span), one.thing.iri.value), one)

    def likeness(gold: GoldMention, mention: Mention) -> float:
        if bare(text, gold.span) != bare(text, mention.span):
            return 0.0
        if gold.entity == ANY:
            return 1.0
        right_kind = any(case.names.same_kind(one, mention.thing) for one in gold.types)
        return float(right_kind and case.names.same(gold.entity, mention.thing))

    def tell(verdict: Verdict, span: Span, what: str) -> Outcome:
        around = " ".join(text[max(0, span.start - 40) : span.end + 40].split())
        written = " ".join(span.of(text).split())
        return Outcome("mentions", verdict, f"“{written}” {span.start}–{span.end} is {what}", around)

    yield from case.compare_facts(
        case.gold.mentions,
        list(found.values()),
        likeness,
        tell_gold=lambda one: tell(Verdict.MISSING, one.span, shown(one.entity)),
        tell_found=lambda one: tell(Verdict.EXTRA, one.span, one.thing.label),
    )


def canonical_rank(post: str, rank: str | None) -> str | None:
    """The rank of a tenure; a deputy whose title says so is one whether or not the rank repeats it."""
    return DEPUTY if rank is None and DEPUTY in words(post) else rank


def without_deputy(name: Name) -> Name:
    """Names of a post without the word “Deputy”, for comparing posts whose rank says it."""
    return tuple(" ".join(one.replace("Deputy", "").replace("deputy", "").split()) for one in name)


def same_post_and_rank(post: Name, thing: Thing, rank: str | None, names: Names) -> bool:
    """Whether two posts agree, where a deputy's may be written with the word or without it."""
    if names.same(post, thing):
        return True
    if rank != DEPUTY:
        return False
    plain = replace(thing, label=without_deputy((thing.label,))[0])
    return names.same(without_deputy(post), plain)


def same_tenure(gold: GoldTenure, tenure: Tenure, names: Names) -> bool:
    """Whether holder, post and rank agree."""
    rank = canonical_rank(gold.post[0], gold.rank)
    if rank != canonical_rank(tenure.post.label, tenure.rank) or not names.same(gold.holder, tenure.holder):
        return False
    return same_post_and_rank(gold.post, tenure.post, rank, names)


def tenures(case: Case) -> Iterator[Outcome]:
    """Who holds which post in which rank."""
    if "tenures" not in case.gold.given:
        return
    found: dict[tuple[str, str, str | None], Tenure] = {}
    for one in case.facts(Tenure):
        found.setdefault((one.holder.iri.value, one.post.iri.value, one.rank), one)
    yield from case.compare_facts(
        case.gold.tenures,
        list(found.values()),
        lambda gold, one: float(same_tenure(gold, one, case.names)),
        tell_gold=lambda one: Outcome(
            "tenures",
            Verdict.MISSING,
            f"{shown(one.holder)} is {one.rank + ' ' if one.rank else ''}{shown(one.post)}",
            sentence(case.gold.text, one.spans),
        ),
        tell_found=lambda one: Outcome("tenures", Verdict.EXTRA, tell_tenure(one), case.where(one.support)),
    )


def memberships(case: Case) -> Iterator[Outcome]:
    """Who has which role in which format."""
    if "memberships" not in case.gold.given:
        return

    def likeness(gold: GoldMembership, one: Membership) -> float:
        same = case.names.same(gold.member, one.member) and case.names.same(gold.format, one.format)
        return float(same and gold.role == one.role)

    yield from case.compare_facts(
        case.gold.memberships,
        case.facts(Membership),
        likeness,
        tell_gold=lambda one: Outcome(
            "memberships",
            Verdict.MISSING,
            f"{shown(one.member)} is {one.role} of {shown(one.format)}",
            sentence(case.gold.text, one.spans),
        ),
        tell_found=lambda one: Outcome("memberships", Verdict.EXTRA, tell_membership(one), case.where(one.support)),
    )


def tell_tenure(one: Tenure) -> str:
    """A tenure that was read in words."""
    return f"{one.holder.label} is {one.rank + ' ' if one.rank else ''}{one.post.label}"


def tell_membership(one: Membership) -> str:
    """A membership that was read in words."""
    return f"{one.member.label} is {one.role} of {one.format.label}"
