"""The real articles the program was made for, where they are at hand."""

from pathlib import Path

import pytest

from curator.formats import read

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not beside the checkout")


@pytest.mark.parametrize(
    ("number", "published", "source", "companies", "title_length"),
    [
        ("000", "2026-01-27T03:25:33Z", "Digitimes", ("Nvidia", "CoreWeave"), 82),
        ("001", "2025-12-02T16:02:35Z", "CNA", ("Amazon", "Nvidia"), 68),
        ("002", None, "", (), 102),
        ("003", "2024-06-05T04:00:03Z", "ft", (), 22),
        ("004", "2025-09-23", "", (), 116),
    ],
)
def test_a_real_article_shows_the_right_fields(number, published, source, companies, title_length):
    (path,) = SEEDS.glob(f"{number}_*.txt")
    found = read(path.read_bytes(), path.name)
    assert found.fields.published == published
    assert found.fields.source == source
    assert found.fields.companies == companies
    assert len(found.fields.title) == title_length
    assert found.body.of(found.text)[:200].count(found.fields.title) == 0
