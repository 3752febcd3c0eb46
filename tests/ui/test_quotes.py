"""The quote of a fact shows its words apart from what stands around them, without Markdown's marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from curator.domain.articles import StoredFact
from curator.domain.facts import Decision, Evidence, Fact, FactKind, Verdict
from curator.ui.look import theme
from curator.ui.widgets.quotes import is_leftward, paint_quote, pieces


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("They pay about **40 million euros** and more.", "They pay about |40 million euros| and more."),
        ("A [bill](u) of 40 million euros", "A bill of |40 million euros|"),
        ("## 40 million euros\n\nNext.", "|40 million euros|"),
        ("(40 million euros)", "(|40 million euros|)"),
        ("| North | 40 million euros | 12% | 14 |", "North · |40 million euros| · 12% · 14"),
        ("|North|40 million euros|12%|", "North · |40 million euros| · 12%"),
        ("| Far to the east in the bay | 40 million euros |", "east in the bay · |40 million euros|"),
    ],
)
def test_words_stand_apart_as_they_do_in_the_text(text: str, shown: str) -> None:
    start = text.index("40")
    end = text.index("euros") + 5
    fact = Fact(FactKind.MONEY, start, end, text[start:end])
    evidence = Evidence.of(text, start, end)
    stored = StoredFact(1, 1, fact, evidence, Decision.PROPOSED, Verdict.UNCHECKED, "", "", "extractor")
    assert "|".join(pieces(stored)).strip("|") == shown.strip("|")


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("Am 3. März 2026 schließt das Werk.", "3. März 2026", "Am |3. März 2026| schließt das Werk."),
        ("3. března 2026 podnik zavře.", "3. března 2026", "|3. března 2026| podnik zavře."),
        (
            "Sie feiern am 9. und am 3. Mai und nie im Herbst.",
            "3. Mai",
            "feiern am 9. und am |3. Mai| und nie im Herbst.",
        ),
        ("Plan:\n\n- das Werk am 3. Mai", "3. Mai", "das Werk am |3. Mai"),
        ("Plan:\n\n2. das Werk am 3. Mai", "3. Mai", "das Werk am |3. Mai"),
    ],
)
def test_the_number_of_a_day_is_no_mark_of_a_list(text: str, quote: str, shown: str) -> None:
    start, end = text.index(quote), text.index(quote) + len(quote)
    fact = Fact(FactKind.DATE, start, end, quote)
    evidence = Evidence.of(text, start, end)
    stored = StoredFact(1, 1, fact, evidence, Decision.PROPOSED, Verdict.UNCHECKED, "", "", "extractor")
    assert "|".join(pieces(stored)).strip("|") == shown.strip("|")


@pytest.mark.parametrize(
    ("text", "leftward"),
    [
        ("40 million", False),
        ("40 مليون يورو", True),
        ("«הנמל» Port", True),
        ("Port הנמל", False),
        ("12", False),
    ],
)
def test_a_text_runs_as_its_first_letter_does(text: str, leftward: bool) -> None:
    assert is_leftward(text) is leftward


def test_an_arabic_quote_begins_at_the_right_with_what_stands_before_its_words(qapp: object) -> None:
    text = "قال رئيس البلدية 40 مليون يورو"
    start = text.index("40")
    fact = Fact(FactKind.MONEY, start, len(text), text[start:])
    evidence = Evidence.of(text, start, len(text))
    stored = StoredFact(1, 1, fact, evidence, Decision.PROPOSED, Verdict.UNCHECKED, "", "", "extractor")
    picture = QImage(400, 24, QImage.Format.Format_RGB32)
    picture.fill(theme.current().color("base"))
    painter = QPainter(picture)
    paint_quote(painter, QRectF(picture.rect()), stored, theme.serif(9), theme.serif(9, 600))
    painter.end()
    blank = picture.pixel(0, 0)
    inked = [x for x in range(400) if any(picture.pixel(x, y) != blank for y in range(24))]
    assert inked[0] > 100
    assert inked[-1] > 390
