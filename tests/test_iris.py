"""The IRIs of things: a name gives the same slug whichever way it is folded."""

import string

from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from kg.iris import LONGEST_SLUG, slug

WORDS = st.text(string.ascii_letters + string.digits + " ", min_size=1, max_size=60)
ANY = st.text(string.ascii_letters + string.digits + " -_'’.,&;#éßœ½²Ⅳıİ\t\n", max_size=60)


@given(WORDS | ANY)
def test_plain_words_are_folded_as_all_others(text: str) -> None:
    folded = slugify(text)
    assert slug(text) == folded if folded else len(slug(text)) == 12


def test_a_long_name_is_cut_and_stays_itself() -> None:
    one, other = "word " * 30 + "end", "word " * 30 + "and"
    assert len(slug(one)) == LONGEST_SLUG
    assert slug(one) != slug(other)
