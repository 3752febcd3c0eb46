"""Days by their number alone, scores before them, months that are names, spans of months and decades."""

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract

REFERENCE = "2025-10-21"


def dates(text: str, language: str) -> list[str]:
    found = extract(text, language, REFERENCE)
    return [f"{fact.low}..{fact.high}" for fact in found if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("pt", "O banco informou no último dia 9 que a taxa subiu.", "2025-10-09"),
        ("es", "La feria abrió el pasado día 14 en Lugo.", "2025-10-14"),
        ("ko", "통계청은 물가가 내렸다고 2일 발표했다.", "2025-10-02"),
        ("cs", "Na hřišti vyhráli 5:1 a v úterý 28. října hrají doma.", "2025-10-28"),
        ("ne", "आगामी आइतबार बैठक बस्नेछ।", "2025-10-26"),
    ],
)
def test_a_day_is_told_by_its_number(language: str, text: str, day: str):
    assert dates(text, language) == [f"{day}..{day}"]


@pytest.mark.parametrize(
    ("language", "text", "span"),
    [
        ("en", "In the April–June quarter of 2024 fees were waived.", "2024-04-01..2024-06-30"),
        ("ar", "وارتفعت المبيعات في الأشهر التسعة الأولى من عام 2024.", "2024-01-01..2024-09-30"),
        ("fa", "در شش ماهه نخست سال فروش رشد کرد.", "2025-03-21..2025-09-22"),
        ("fa", "در دهه ۱۳۴۰ پل ساخته شد.", "1961-03-21..1971-03-20"),
        ("de", "Mitte der Siebziger spielte er in Kiel.", "1974-01-01..1976-12-31"),
        ("ar", "كان ذلك في أوائل السبعينيات.", "1970-01-01..1973-12-31"),
        ("vi", "Đầu những năm 1990, ông về quê.", "1990-01-01..1993-12-31"),
        ("th", "ครึ่งแรกของปี 2567 กำไรลดลง", "2024-01-01..2024-06-30"),
        ("tr", "Rapor ayın başında açıklandı.", "2025-10-01..2025-10-10"),
        ("ja", "台風は18日夜から19日朝にかけて通過した。", "2025-10-18..2025-10-19"),
        ("ro", "Podul se redeschide la primăvară.", "2026-03-01..2026-05-31"),
    ],
)
def test_a_span_is_read_whole(language: str, text: str, span: str):
    assert dates(text, language) == [span]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Psal o tom Karel Srpen v Olomouci."),
        ("pl", "Mówił o tym Adam Grudzień z Łodzi."),
        ("es", "El Museo del 2 de Mayo abre tarde."),
        ("pt", "Cada dia 9 pessoas ligam."),
    ],
)
def test_names_and_counts_are_no_dates(language: str, text: str):
    assert dates(text, language) == []
