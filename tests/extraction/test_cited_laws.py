"""A year by which a law is cited is no date; the day on which it was given is one."""

import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract

REFERENCE = "2026-03-12"


def dates(text: str, language: str) -> list[Fact]:
    return [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The fee is set by Law No. 61 of 2022."),
        ("en", "The Order (S.I. 2023 No. 114) sets the fee."),
        ("it", "Il danno è regolato dall'art. 2043 c.c."),
        ("fr", "Selon l'art. 1902 du Code civil, le prêt est gratuit."),
        ("en", "Ministers amended the Harbours Act 2011."),
        ("pl", "Stawkę określa ustawa (Dz.U. z 2021 r. poz. 305)."),
        ("pl", "Zgodnie z Dz. U. z 2019 poz. 88 opłata jest stała."),
        ("bg", "Таксата е според Закона за водите (ДВ, бр. 67 от 1999 г.)."),
        ("mk", "Законот (Сл. весник бр. 12 од 2015) е сменет."),
        ("cs", "Poplatek stanoví vyhláška č. 31 z roku 2019."),
        ("de", "Die Gebühr steht im Gesetz (BGBl. I 2019 S. 402)."),
        ("de", "Die Gebühr steht im Gesetz (BGBl. 2023 I Nr. 17)."),
        ("nl", "Het tarief staat in de wet (Stb. 2017, 88)."),
        ("ro", "Taxa este stabilită prin Ordonanța nr. 27 din 2011."),
        ("it", "La tariffa segue la legge n. 84 del 1994."),
        ("da", "Gebyret følger af lov nr. 311 af 2017."),
        ("et", "Tasu määrab seadus (RT I 2012, 17)."),
        ("id", "Tarif itu diatur Undang-Undang Nomor 17 Tahun 2008."),
        ("ms", "Yuran itu ditetapkan Akta 2014."),
        ("ar", "وتحدد الرسوم بموجب القانون رقم 61 لسنة 2022."),
        ("zh", "收费标准见交通部2019年第12号令。"),
        ("ja", "料金は平成25年法律第61号による。"),
    ],
)
def test_the_year_of_a_law_is_no_date(language: str, text: str):
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("es", "La Ley 27/2014, de 27 de noviembre, fija la tasa.", "2014-11-27"),
        ("ca", "La Llei 5/2017, de 28 de març, fixa la taxa.", "2017-03-28"),
        ("pt", "A Lei n.º 50/2018, de 16 de agosto, fixa a taxa.", "2018-08-16"),
        ("it", "Il d.lgs. 36/2023, del 31 marzo, fissa la tariffa.", "2023-03-31"),
    ],
)
def test_the_day_of_a_law_is_of_the_year_in_its_number(language: str, text: str, day: str):
    assert [(str(fact.low), str(fact.high)) for fact in dates(text, language)] == [(day, day)]


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("en", "It was the No. 1 song of 2023 and act of the year.", "2023"),
        ("pl", "W gazecie z 2021 r. nic nie było.", "2021"),
        ("bg", "Бройката от 2024 г. е изчерпана.", "2024"),
        ("zh", "2018年第22号台风登陆。", "2018"),
    ],
)
def test_other_years_are_dates(language: str, text: str, year: str):
    assert f"{year}-01-01" in [str(fact.low) for fact in dates(text, language)]
