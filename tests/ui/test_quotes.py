"""The quote of a fact shows its words apart from what stands around them, without Markdown's marks."""

from __future__ import annotations

import pytest

from curator.domain.articles import StoredFact
from curator.domain.facts import Decision, Evidence, Fact, FactKind, Verdict
from curator.ui.widgets.quotes import pieces


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("They pay about **40 million euros** and more.", "They pay about |40 million euros| and more."),
        ("A [bill](u) of 40 million euros", "A bill of |40 million euros|"),
        ("## 40 million euros\n\nNext.", "|40 million euros|"),
        ("(40 million euros)", "(|40 million euros|)"),
    ],
)
def test_words_stand_apart_as_they_do_in_the_text(text: str, shown: str) -> None:
    start = text.index("40")
    end = text.index("euros") + 5
    fact = Fact(FactKind.MONEY, start, end, text[start:end])
    evidence = Evidence.of(text, start, end)
    stored = StoredFact(1, 1, fact, evidence, Decision.PROPOSED, Verdict.UNCHECKED, "", "", "extractor")
    assert "|".join(pieces(stored)).strip("|") == shown.strip("|")
