"""Who stands behind a verb as the other side of what it tells: its object, or those behind its preposition."""

import re
from typing import NamedTuple

from kg.extract.plurals import PLURAL
from kg.extract.syntax.adverbials import ADVERBIAL
from kg.extract.syntax.lists import Enumeration, enumeration
from kg.text.shape import pattern

# What no words between a verb and its preposition may hold: somebody else, or another clause.
_CLAUSE = r"(?:who|whom|which|whose|where|when|while|that|he|she|they|it|was|were|is|are|has|have|had|will|would|said|told|met|held)"
_AND_DID = r"(?:and|but)\s(?:(?:also|then|later|\w+ly)\s)*(?:[a-z]+ed|spoke|saw|gave|took|went|made|came)"
_STOP_TOPIC = rf";|{{A}}|\s(?:{_CLAUSE}|{_AND_DID})\b"
# “Met to discuss trade with X”, “spoke before the talks with X”: another verb's, or a noun's.
_STOP = rf"{_STOP_TOPIC}|\s(?:after|before|as|if|because|since|until|whether|how|why|what|ahead\sof|prior)\s|\sto\s(?!(?:the|his|her|their|an?|its)\s)[a-z]"
_FAR = 160
# What leads to the other side, and what must not stand before it.
_LEADS = {
    "with": (r",?\s(?:together\s|jointly\s)?with\s", _STOP),
    "topic-with": (r",?\swith\s", _STOP_TOPIC),
    "to": (r",?\sto\s", _STOP),
    "on": (r",?\s(?:up)?on\s", _STOP),
    "of": (r"\sof\s", _STOP),
    "for": (r"\s(?:for|in\shonou?r\sof)\s", _STOP),
    "by": (r",?\sby\s", _STOP),
}
# “Discussed relations with X”: no talks with him.
_BOND = re.compile(
    r"\b(?:relations?|relationship|ties|links?|bonds?|co-?operation|partnership|alliance|agreements?|solidarity|war|deal|interview|conflict|dispute|border|connections?|letter|contract|treaty|friendship|contacts?|dealings|work)$"
)
_ADVERBIAL = rf",?\s{ADVERBIAL}(?=[,\s])"
_PRONOUN = re.compile(
    r"(?P<word>him|her|them)\b(?!\s(?!(?:as\swell|too|also|again|alone|twice|briefly|there|here|later|today|yesterday|tomorrow|this|last|earlier|by|on|in|at|for|to|and|over|during|before|after|separately|together|about|instead|afterwards|personally|individually)\b)[\w\ue000-\uf8ff])"
)


class Complement(NamedTuple):
    """The other side as a verb's words lead to it: a list, or a word that means people told of before, and where it stands."""

    start: int
    listed: Enumeration | None
    word: str | None

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.listed.end if self.listed is not None else self.start + len(self.word or "")


def behind(text: str, position: int, takes: str) -> Complement | None:
    """The other side behind a verb that ends at a position, by what it takes; None where nobody stands there."""
    if takes == "object":
        return _object(text, position)
    lead, stop = _LEADS[takes]
    end = min(len(text), position + _FAR)
    for match in pattern(lead).finditer(text, position, end):
        barrier = pattern(stop).search(text, position, match.start() + 1)
        if barrier is not None:
            return None
        found = _who(text, match.end()) if _BOND.search(text, position, match.start()) is None else None
        # “Gave a dinner for the delegations”: whoever they are.
        if found is not None and (takes != "for" or found.listed is not None):
            return found
    return None


_WITH_IN_FRONT = re.compile(r"(?:^|;\s)\W*(?:[^;–—]{0,60}[–—-]\s)?[Ww]ith\s")
# Between those in front and the verb: an aside, and the verb's own subject.
_TO_THE_VERB = r"(?:,[^;{A}]{2,90})?(?:,|\s{2,})\s?[^;,]{0,50}?{A}[^;,{A}]{0,60}"


def in_front(text: str, position: int) -> Complement | None:
    """Those with whom a sentence opens before the verb that ends at a position: “With A, B discussed trade”."""
    front = None
    for match in _WITH_IN_FRONT.finditer(text, 0, position):
        front = match
    found = _who(text, front.end()) if front is not None else None
    if found is None or found.end >= position:
        return None
    verb = text.rfind(" ", 0, position) + 1
    return found if pattern(_TO_THE_VERB).fullmatch(text, found.end, verb) is not None else None


def _object(text: str, position: int) -> Complement | None:
    """The object of a verb, right behind it or behind when and where: “received in X yesterday, 2 March, the Envoy, A”."""
    places = [position]
    while (adverbial := pattern(_ADVERBIAL).match(text, places[-1])) is not None:
        places.append(adverbial.end())
    for place in reversed(places):
        begin = _SPACE.match(text, place)
        found = _who(text, begin.end()) if begin is not None else None
        if begin is not None and found is not None:
            apart = begin[0].startswith(",") or text[place - 1] == ","
            return None if apart and _ITS_VERB.match(text, found.end) is not None else found
    return None


# “A and B met in X on Monday, C recalled”: C does something else.
_ITS_VERB = re.compile(r"\s(?:(?:also|then|later|\w+ly)\s)?(?:said|says|told|will|would|is|was|has|had|[a-z]{2,}ed)\b")
_SPACE = re.compile(r",?\s")


# “At the residence of A”: no object.
_OF = re.compile(r"(?:of|for|on|and)\s")


# Words for several: “the three”, “the delegation”, and those who chair a format together.
_SEVERAL = rf"(?P<word>{PLURAL}|(?:the\s)?{{F}}(?![’'\w-])(?!\sof\b))"


def _who(text: str, position: int) -> Complement | None:
    """Those who stand at a position."""
    pronoun = _PRONOUN.match(text, position)
    if pronoun is not None:
        return Complement(position, None, pronoun["word"])
    listed = enumeration(text, position) if _OF.match(text, position) is None else None
    if listed is not None:
        return Complement(position, listed, None)
    several = pattern(_SEVERAL).match(text, position)
    return Complement(position, None, several["word"]) if several is not None else None
