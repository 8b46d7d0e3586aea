"""Other spellings of a name that writers use without meaning anything else: British and American, long and short."""

import re
from collections.abc import Iterator

_PAIRS = (
    (("Co-operation", "Cooperation"), ("Cooperation", "Co-operation")),
    (("Co-ordinat", "Coordinat"), ("Coordinat", "Co-ordinat")),
    (("Organization", "Organisation"), ("Organisation", "Organization")),
    (("Centre", "Center"), ("Center", "Centre")),
    (("United Nations ", "UN "), ("United Nations ", "U.N. ")),
)


def spellings(name: str) -> Iterator[str]:
    """The other spellings of the name of a body, post or document, each once, in a fixed order."""
    found = [name]
    for pairs in _PAIRS:
        for form in tuple(found):
            found += [form.replace(old, new) for old, new in pairs if old in form]
    yield from dict.fromkeys(found[1:])


def without_hyphens(name: str) -> Iterator[str]:
    """A person's name with its hyphens written as spaces, and such a surname: “Ana Lund Berg”, “Lund Berg”."""
    if "-" in name:
        yield name.replace("-", " ")
        surname = name.rsplit(maxsplit=1)[-1]
        if "-" in surname and surname != name:
            yield surname.replace("-", " ")


_ARMENIAN = re.compile(r"(?P<stem> \w{3,}[^aeiouy ])(?P<ending>yan|ian)$")


_RUSSIAN = re.compile(r"(?:Ye|E)(?=(?:vg|vh|kat|len|gor|fim|meli)\w* )")


def of_people(name: str) -> Iterator[str]:
    """The other spellings of a person's name: without hyphens, with “-ian” for “-yan” and “E-” for “Ye-” or the other way round."""
    yield from without_hyphens(name)
    first = _RUSSIAN.match(name)
    if first is not None:
        yield ("E" if first[0] == "Ye" else "Ye") + name[first.end() :]
    match = _ARMENIAN.search(name)
    if match is not None:
        yield name[: match.end("stem")] + ("ian" if match["ending"] == "yan" else "yan")
