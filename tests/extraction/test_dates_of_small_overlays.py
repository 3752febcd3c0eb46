"""Spans, parts and days in languages with a smaller word list."""

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract

REFERENCE = "2026-01-14"


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("mk", "Во првите шест месеци од 2024 година извозот падна.", "2024-01-01..2024-06-30"),
        ("lt", "Per pirmuosius šešis 2024 metų mėnesius eksportas smuko.", "2024-01-01..2024-06-30"),
        ("az", "2024-cü ilin ilk altı ayında ixrac azalıb.", "2024-01-01..2024-06-30"),
        ("kk", "2024 жылдың алғашқы алты айында экспорт азайды.", "2024-01-01..2024-06-30"),
        ("ms", "Pada separuh pertama 2024, eksport susut.", "2024-01-01..2024-06-30"),
        ("is", "Á fyrri hluta ársins 2024 dróst útflutningur saman.", "2024-01-01..2024-06-30"),
        ("lt", "XVIII a. pabaigoje čia stovėjo dvaras.", "1767-09-01..1800-12-31"),
        ("az", "XIX əsrin əvvəllərində burada dəyirman olub.", "1801-01-01..1834-04-30"),
        ("ca", "Vivia a Vic a mitjans dels anys setanta.", "1974-01-01..1976-12-31"),
        ("gl", "A mina pechou a finais dos anos 70.", "1977-01-01..1979-12-31"),
        ("et", "Tee on suletud maikuu lõpuni, täpsemalt mai lõpuni.", "None..2026-05-31"),
        ("sl", "Predsinočnjim je snežilo.", "2026-01-12..2026-01-12"),
        ("be", "Пазаўчора быў снег.", "2026-01-12..2026-01-12"),
        ("is", "Leikurinn fer fram á laugardag.", "2026-01-17..2026-01-17"),
        ("sr", "Odluka br. 21 od 7. maja 2012. i dalje važi.", "2012-05-07..2012-05-07"),
    ],
)
def test_words_of_a_small_overlay_tell_the_days(language: str, text: str, days: str):
    found = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.DATE]
    assert [f"{fact.low}..{fact.high}" for fact in found][-1:] == [days]
