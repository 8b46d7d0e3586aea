"""The real releases beside the repository, where they are there."""

from pathlib import Path

import pytest
import yaml

from kg.loaders import load
from kg.text.clean import clean

SHARED = Path(__file__).parents[2] / "shared" / "releases"
READOUTS = sorted((SHARED / "white-house").glob("*.md")) if SHARED.is_dir() else []

pytestmark = pytest.mark.skipif(not READOUTS, reason="the shared releases are not here")


def test_the_seed() -> None:
    (path,) = (SHARED / "osce").glob("*.txt")
    (read,) = load(path.name, path.read_bytes())
    assert read.title.value == (
        "OSCE Chairperson-in-Office Edi Rama meets Russia’s Foreign Minister Sergey Lavrov in Moscow to discuss "
        "how to address challenges to Europe’s security"
    )
    assert read.issued is not None
    assert (read.issued.value, read.issued.span.of(read.text)) == ("2020-02-26", "26 February 2020")
    assert [place.value for place in read.places] == ["Moscow"]
    assert read.source is not None
    assert read.source.value == "OSCE Chairpersonship"
    assert [field.value for field in read.fields] == ["Conflict prevention and resolution"]
    assert len(read.body) == 9
    words = " ".join(clean(read.text, span).text for span in read.body)
    assert words.startswith("MOSCOW, 26 February 2020 – OSCE Chairperson-in-Office")
    assert words.endswith("that we must all embrace.”")
    assert "men of the OSCE Special Monitoring Mission" in words
    assert "Finland" not in words
    assert "2025" not in words


def test_every_readout_has_its_front_matters_title_date_and_address() -> None:
    slugs = set()
    for path in READOUTS:
        (read,) = load(path.name, path.read_bytes())
        front = yaml.safe_load(path.read_text(encoding="utf-8").split("\n---\n")[0])
        title = " ".join(front["title"].replace("\u2060", "").replace("withDom", "with Dom").split())
        assert (read.title.value, read.url) == (title, front["source_url"])
        assert read.issued is not None
        assert read.issued.value == front["date"]
        slugs.add(read.slug)
        for span in read.body:
            words = clean(read.text, span).text
            assert words
            assert not set(words) & set("\u00a0\u00ad\n*\\<>")
    assert len(slugs) == len(READOUTS)
