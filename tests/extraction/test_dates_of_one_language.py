"""Dates whose form only one language has."""

from curator.domain.facts import FactKind
from curator.extraction import extract
from tests.extraction.marked import stated

_TODAY = "2026-11-18"


def _days(text: str, language: str) -> list[str]:
    return [str(stated(fact)[1]) for fact in extract(text, language, _TODAY) if fact.kind is FactKind.DATE]


def test_lithuanian_after_so_many_weeks_is_a_day_only_of_what_is_to_come():
    assert _days("Rinkimai vyks po dviejų savaičių.", "lt") == ["2026-12-02..2026-12-02"]
    assert _days("Po dviejų savaičių jis grįžo namo.", "lt") == []


def test_a_latvian_weekday_has_the_word_for_next_or_last_in_it():
    assert _days("Nākamotrdien notiks sēde.", "lv") == ["2026-11-24..2026-11-24"]
    assert _days("Pagājušotrešdien notika sēde.", "lv") == ["2026-11-11..2026-11-11"]


def test_romanian_din_opens_a_span_only_where_it_opens_the_sentence():
    assert _days("Din 2020, firma a crescut.", "ro") == ["2020-01-01..None"]
    assert _days("Bilanțul din 2020 a fost bun.", "ro") == ["2020-01-01..2020-12-31"]
