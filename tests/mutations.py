"""Spoils queries, ontology and dates one at a time, and shows that a test breaks each time.

    python tests/mutations.py [HOW_MANY]

A misspelt or exchanged property is caught by the query's own case, run in process, or by the comparison of
terms in `test_terms.py`; a renamed term by that comparison; the swapped dates of a tenure by the check for
them. Without HOW_MANY every mutation is tried. Ends with 1 if one of them breaks nothing.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import pyoxigraph as ox
from cases.running import (
    CASES,
    construct,
    data_files,
    expected_files,
    expected_rows,
    load,
    parameters,
    run_rules,
    select,
)
from test_terms import complaints, declared, misnamed, ontology_texts, query_texts

from kg import library, reference
from kg.graphs import REFERENCE
from kg.terms import KG, RDF

SEED = 4
CASE = "its case"
TERMS = "the comparison of terms"
DATES = "the check for dates"

_BODY = re.compile(
    r"(?P<kept>\"[^\"\n]*\"|<[^>\s]*>|#.*$|^PREFIX.*$)|(?<![\w:?$])(?P<name>(?:kg|dct|rdfs|skos|schema):[a-z][\w-]*\w)",
    re.MULTILINE,
)
_LISTED = re.compile(r"\bVALUES\b[^{]*\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Mutation:
    """One thing spoilt; `broken` names the tests that break, and none where nobody would notice."""

    kind: str
    name: str
    broken: Callable[[], tuple[str, ...]]


def mutations() -> tuple[Mutation, ...]:
    """Every mutation, always in the same order."""
    return (*misspelt(), *exchanged(), *renamed(), *swapped())


def sample(count: int) -> tuple[Mutation, ...]:
    """So many mutations of every kind in turn, the same each time."""
    chance = random.Random(SEED)
    kinds: dict[str, list[Mutation]] = {}
    for mutation in mutations():
        kinds.setdefault(mutation.kind, []).append(mutation)
    shuffled = [chance.sample(found, len(found)) for found in kinds.values()]
    return tuple(shuffled[place % len(shuffled)][place // len(shuffled)] for place in range(count))


# Queries


def names_in(text: str) -> list[str]:
    """The properties, and concepts, that a query names, each once, in their order."""
    return list(dict.fromkeys(match["name"] for match in _BODY.finditer(text) if match["name"]))


def with_name(text: str, old: str, new: str) -> str:
    """The query with a name written otherwise wherever it stands."""
    return _BODY.sub(lambda match: new if match["name"] == old else match[0], text)


def misspelt() -> Iterator[Mutation]:
    """Each property of each query with two letters changed about."""
    for query, text in tested().items():
        for name in names_in(text):
            spoilt = name[:-2] + name[-1] + name[-2] if name[-1] != name[-2] else f"{name}x"
            yield Mutation("misspelt", f"{query}: {spoilt}", partial(of_query, query, with_name(text, name, spoilt)))


def exchanged() -> Iterator[Mutation]:
    """One property of each query exchanged for another of the ontology, which only its case can tell.

    Lists after `VALUES` are left alone: a case has some of what they name, never all.
    """
    others = sorted(f"kg:{name}" for name, about in declared(ontology_texts()).items() if is_property(about))
    for query, text in tested().items():
        listed = set(names_in(" ".join(_LISTED.findall(text))))
        own = [name for name in names_in(text) if name in others and name not in listed]
        chance = random.Random(f"{SEED} {query}")
        if own:
            old = chance.choice(own)
            new = chance.choice([name for name in others if name not in own])
            told = f"{query}: {new} for {old}"
            yield Mutation("exchanged", told, partial(of_query, query, with_name(text, old, new)))


def is_property(about: dict[str, list[str]]) -> bool:
    """Whether a term of the ontology is an object property or a datatype property."""
    return any(one.endswith(("ObjectProperty", "DatatypeProperty")) for one in about[RDF.type.value])


def tested() -> dict[str, str]:
    """The queries that have cases, by folder and name."""
    return {name: text for name, text in query_texts().items() if name.split("/")[0] in ("answers", "rules", "checks")}


def of_query(query: str, text: str) -> tuple[str, ...]:
    """What breaks when a query has this text."""
    folder, name = query.split("/")
    name = re.sub(r"^[0-9]+-", "", name) if folder == "rules" else name
    breaks = {"answers": answer_breaks, "rules": rule_breaks, "checks": check_breaks}[folder]
    found = [CASE] if breaks(name, text) else []
    if next(misnamed(query, text, known_names()), None):
        found.append(TERMS)
    return tuple(found)


@cache
def known_names() -> frozenset[str]:
    """The terms that the ontology declares."""
    return frozenset(declared(ontology_texts()))


@cache
def case_store(data: Path, *, twice: bool = False, derived: bool = False) -> ox.Store:
    """A case's data in one graph or in two, with what the rules derive or without."""
    store = load(data, twice=twice)
    if derived:
        run_rules(store)
    return store


def answer_breaks(name: str, text: str) -> bool:
    """Whether a question with this text gives other rows than its case wants."""
    question = library.question(name)._replace(text=text)
    folder = CASES / name
    (data,) = data_files(folder)
    store = case_store(data, derived=True)
    return any(
        select(store, question.bind(parameters(question, params))) != expected_rows(expected)
        for params, expected in expected_files(folder)
    )


def rule_breaks(name: str, text: str) -> bool:
    """Whether a rule with this text adds other triples than its case wants."""
    folder = CASES / "rules" / name
    (data,) = data_files(folder)
    wanted = {quad.triple for quad in ox.parse((folder / "expected.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)}
    return set(construct(case_store(data), text)) != wanted


def check_breaks(name: str, text: str) -> bool:
    """Whether a check with this text finds other things than its case wants, or anything in clean data."""
    folder = CASES / "checks" / name
    (data,) = data_files(folder)
    (clean,) = data_files(CASES / "checks" / "clean")
    wanted = expected_rows(folder / "expected.csv")
    found = select(case_store(data), text)
    rows = sorted(row[:3] for row in found[1:]) != sorted(row[:3] for row in wanted[1:])
    return rows or len(select(case_store(clean), text)) > 1


# Ontology


def renamed() -> Iterator[Mutation]:
    """Each term renamed in the file that declares it."""
    for file in ("core", "concepts"):
        text = ontology_texts()[file]
        for name in declared({"core": "", "concepts": "", file: text}):
            spoilt = re.sub(rf"\bkg:{re.escape(name)}(?![\w-])", f"kg:{name}New", text)
            assert spoilt != text
            yield Mutation("renamed", f"ontology/{file}.ttl: kg:{name}", partial(of_ontology, file, spoilt))


def of_ontology(file: str, text: str) -> tuple[str, ...]:
    """What breaks when a file of the ontology has this text."""
    return (TERMS,) if next(complaints({**ontology_texts(), file: text}, query_texts()), None) else ()


# Dates


def swapped() -> Iterator[Mutation]:
    """Each tenure of the reference facts that has two different dates, with the dates swapped."""
    for tenure, start, end in tenures():
        yield Mutation(
            "swapped", f"{tenure.value}: {start.value} to {end.value}", partial(of_dates, tenure, start, end)
        )


@cache
def tenures() -> tuple[tuple[ox.NamedNode, ox.Literal, ox.Literal], ...]:
    """The tenures whose two dates differ as far as both are written."""
    found: dict[ox.NamedNode, dict[ox.NamedNode, ox.Literal]] = {}
    kinds = set()
    for quad in reference.quads(reference.load()):
        if quad.predicate == RDF.type and quad.object == KG.Tenure:
            kinds.add(quad.subject)
        elif quad.predicate in (KG.startDate, KG.endDate):
            found.setdefault(quad.subject, {})[quad.predicate] = quad.object
    pairs = (
        (tenure, dates[KG.startDate], dates[KG.endDate])
        for tenure, dates in found.items()
        if tenure in kinds and len(dates) == 2
    )
    return tuple(sorted((one for one in pairs if differ(one[1].value, one[2].value)), key=str))


def differ(start: str, end: str) -> bool:
    """Whether two dates of any precision are not the same as far as both are written."""
    length = min(len(start), len(end))
    return start[:length] != end[:length]


def of_dates(tenure: ox.NamedNode, start: ox.Literal, end: ox.Literal) -> tuple[str, ...]:
    """What breaks when a tenure begins on its last day and ends on its first."""
    (check,) = (check for check in library.checks() if check.name == "ends-before-it-begins")
    store = ox.Store()
    store.extend(
        [
            ox.Quad(tenure, RDF.type, KG.Tenure, REFERENCE),
            ox.Quad(tenure, KG.startDate, end, REFERENCE),
            ox.Quad(tenure, KG.endDate, start, REFERENCE),
        ]
    )
    return (DATES,) if len(select(store, check.text)) > 1 else ()


def main() -> int:
    """Try the mutations, print how many of each kind broke what, and name those that broke nothing."""
    chosen = sample(int(sys.argv[1])) if len(sys.argv) > 1 else mutations()
    counted: Counter[tuple[str, str]] = Counter()
    unnoticed = []
    for mutation in chosen:
        broken = mutation.broken()
        counted[mutation.kind, " and ".join(broken) or "nothing"] += 1
        if not broken:
            unnoticed.append(f"{mutation.kind}: {mutation.name}")
    for (kind, broken), count in sorted(counted.items()):
        print(f"{kind:<10} {count:>5}  break {broken}")
    print(*unnoticed, sep="\n")
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
