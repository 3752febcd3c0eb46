from decimal import Decimal

import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract


def shares(text: str, language: str) -> list[Fact]:
    return [fact for fact in extract(text, language, "2018-03-14") if fact.unit == "share"]


@pytest.mark.parametrize(
    ("text", "language", "quote", "value"),
    [
        ("Two thirds of voters agreed.", "en", "Two thirds", "0.666667"),
        ("A third of the budget is gone.", "en", "third", "0.333333"),
        ("Half the population left.", "en", "Half", "0.5"),
        ("Three quarters of respondents agree.", "en", "Three quarters", "0.75"),
        ("It needs 2/3 of the votes.", "en", "2/3", "0.666667"),
        ("Zwei Drittel der Deutschen sind dafür.", "de", "Zwei Drittel", "0.666667"),
        ("Две трети жителей против.", "ru", "Две трети", "0.666667"),
        ("Polovina lidí souhlasí.", "cs", "Polovina", "0.5"),
        ("半数以上の人が賛成した。", "ja", "半数", "0.5"),
        ("三分之二的人同意。", "zh", "三分之二", "0.666667"),
    ],
)
def test_a_fraction_of_something_is_a_share(text: str, language: str, quote: str, value: str):
    (fact,) = shares(text, language)
    assert (fact.kind, fact.quote, fact.value) == (FactKind.QUANTITY, quote, Decimal(value))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In the second half of the year", "en"),
        ("Profit rose for three quarters in a row", "en"),
        ("The third man came first", "en"),
        ("Die zweite Hälfte 2019", "de"),
        ("v polovině roku", "cs"),
        ("two and a half million", "en"),
        ("half a billion dollars", "en"),
        ("they work 24/7", "en"),
    ],
)
def test_halves_and_quarters_of_a_time_or_a_number_are_no_shares(text: str, language: str):
    assert shares(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Obchod dává desetiprocentní slevu.", "cs", 10),
        ("Zavedli pětadvacetiprocentní clo.", "cs", 25),
        ("Čaká sa päťpercentný rast.", "sk", 5),
        ("Bank kupił pięcioprocentowy pakiet akcji.", "pl", 5),
        ("В магазинах двадцатипроцентная скидка.", "ru", 20),
        ("Запровадили десятивідсоткове мито.", "uk", 10),
        ("Петпроцентният дял се продава.", "bg", 5),
        ("Najavili su petpostotni rast plaća.", "hr", 5),
        ("Sledila je petodstotna rast plač.", "sl", 5),
        ("Húszszázalékos emelés jön.", "hu", 20),
    ],
)
def test_adjectives_of_a_number_and_percent_are_percentages(text: str, language: str, value: int) -> None:
    (found,) = extract(text, language)
    assert (found.kind, found.value) == (FactKind.PERCENT, value)
