from decimal import Decimal

import pytest

from curator.domain.facts import Approximation, Fact, FactKind, Status
from curator.extraction import extract


def only(text: str, language: str, kind: FactKind = FactKind.MONEY) -> Fact:
    (fact,) = [fact for fact in extract(text, language) if fact.kind is kind]
    return fact


def test_the_span_is_the_core_words_without_the_approximator():
    fact = only("Sie zahlt bis zu 70 Milliarden US-Dollar an die Werft.", "de")
    assert (fact.quote, fact.approximation) == ("70 Milliarden US-Dollar", Approximation.UP_TO)
    assert (fact.value, fact.unit) == (Decimal(70_000_000_000), "USD")


def test_a_range_shares_scale_and_currency():
    fact = only("Das kostet 10–20 Mrd. €.", "de")
    assert (fact.value, fact.low, fact.high, fact.unit) == (None, Decimal(10**10), Decimal(2 * 10**10), "EUR")


def test_a_change_from_one_amount_to_another_is_two_facts():
    facts = extract("It rose from $2 billion to $19 billion.", "en")
    assert [fact.value for fact in facts] == [Decimal(2 * 10**9), Decimal(19 * 10**9)]


def test_dollars_and_cents_are_one_amount():
    assert only("It was 5 dollars and 20 cents.", "en").value == Decimal("5.2")


def test_a_bare_dollar_sign_says_that_it_is_ambiguous():
    assert only("It cost $5.", "en").rule.endswith("ambiguous")
    assert not only("It cost US$5.", "en").rule.endswith("ambiguous")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("zwei Milliarden Euro", "de", "2000000000"),
        ("half a billion euros", "en", "500000000"),
        ("dvě a půl miliardy eur", "cs", "2500000000"),
        ("3万5千欧元", "zh", "35000"),
        ("две трети миллиона евро", "ru", "666666.666666667"),
        ("zweihundertfünfzig Euro", "de", "250"),
        ("1.234 Euro", "de", "1234"),
        ("1.234 euros", "en", "1.234"),
        ("1,234 euros", "en", "1234"),
        ("1 234 567 eur", "cs", "1234567"),
        ("12 500,50 eur", "cs", "12500.5"),
        ("1’234 Euro", "de", "1234"),
        ("€5bn", "en", "5000000000"),
        ("2½ million euros", "en", "2500000"),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(text: str, language: str, value: str):
    assert only(f"x {text}.", language).value == Decimal(value)


def test_a_german_billion_is_a_million_million_and_an_english_one_within_it_is_not():
    assert only("Das sind 2 Billionen Euro.", "de").value == Decimal(2 * 10**12)
    assert only('Er sagte "$100 billion" dazu.', "de").value == Decimal(10**11)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 amerických dolarů", "USD"),
        ("5 kanadských dolarů", "CAD"),
        ("5 Kč", "CZK"),
        ("HK$5", "HKD"),
        ("C$5", "CAD"),
        ("R$5", "BRL"),
        ("5 švýcarských franků", "CHF"),
        ("PLN 5", "PLN"),
    ],
)
def test_currencies_are_known_by_sign_code_name_and_nationality(text: str, unit: str):
    assert only(f"Stojí to {text} denně.", "cs").unit == unit


def test_what_the_text_calls_unconfirmed_is_marked():
    assert only("提出以超过 10 亿美元（未经确认）的价格收购。", "zh").status is Status.UNCONFIRMED
    assert only("Firma plánuje investovat 5 milionů eur.", "cs").status is Status.PLANNED
    assert only("Firma investovala 5 milionů eur. Plánuje víc.", "cs").status is Status.STATED


@pytest.mark.parametrize(
    ("text", "language", "points"),
    [
        ("Turnout was 61.4 percent, 3.2 points up on 2021.", "en", "3.2"),
        ("It fell half a point to 4.5 percent.", "en", "0.5"),
        ("Calò di un punto e mezzo percentuale.", "it", "1.5"),
        ("Räntan höjdes med 25 punkter till 2 procent.", "sv", "0.25"),
    ],
)
def test_points_beside_a_percentage_are_of_it(text: str, language: str, points: str):
    found = [fact.value for fact in extract(text, language) if fact.unit == "percentage point"]
    assert found == [Decimal(points)]


@pytest.mark.parametrize("text", ["Sie hat 28,5 Punkte.", "The DAX rose 0.4 percent to 324.5 points."])
def test_points_of_games_and_indexes_are_of_no_percentage(text: str):
    assert [fact for fact in extract(text, "en") if fact.unit == "percentage point"] == []


def test_half_a_million_is_no_one_and_a_half():
    assert only("Das kostet eine halbe Million Euro.", "de").value == Decimal(500_000)
    assert only("Het kost een half miljoen euro.", "nl").value == Decimal(500_000)


def test_points_of_percent_have_their_own_unit():
    facts = extract("It fell 25 basis points, or 0.5 percentage points, to 4%.", "en")
    assert [(fact.value, fact.unit) for fact in facts] == [
        (Decimal("0.25"), "percentage point"),
        (Decimal("0.5"), "percentage point"),
        (Decimal(4), "%"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("ein 10-Gigawatt-Rechenzentrum", "de", 10, "gigawatt"),
        ("10 гигавата мощност", "bg", 10, "gigawatt"),
        ("10吉瓦", "zh", 10, "gigawatt"),
        ("5 GW", "pl", 5, "gigawatt"),
        ("35 kilometrů čtverečních", "cs", 35, "square kilometre"),
        ("3 тысячи тонн", "ru", 3000, "ton"),
        ("100 000 nejnovějším Nvidia H100 GPU", "cs", 100_000, "GPU"),
        ("168 megawatthodin", "cs", 168, "megawatt hour"),
        ("It froze at -18C.", "en", -18, "degree Celsius"),
        ("-12 °C", "en", -12, "degree Celsius"),
        ("minus pět stupňů", "cs", -5, "degree"),
    ],
)
def test_quantities_have_english_unit_names(text: str, language: str, value: int, unit: str):
    fact = only(f"{text} a", language, FactKind.QUANTITY)
    assert (fact.value, fact.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "The H100, GPT-4, COVID-19 and Boeing 737-800 are names.",
        "See https://example.org/2018/5-million-dollars and mail 5usd@example.org.",
        "Several hundred million dollars were lost.",
        "Model 70B beats v2.5.1 by 3:1.",
    ],
)
def test_names_addresses_and_vague_words_are_no_facts(text: str):
    assert [fact for fact in extract(text, "en") if fact.kind is not FactKind.COMPANY] == []


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("It cost 1/2 million dollars.", "en", "500000", "USD"),
        ("It cost 3 1/2 million euros.", "en", "3500000", "EUR"),
        ("It cost a million and a half dollars.", "en", "1500000", "USD"),
        ("He found €5 and 20 cents.", "en", "5.2", "EUR"),
        ("It lost -$5 million.", "en", "-5000000", "USD"),
        ("Det kostar MSEK 300.", "sv", "300000000", "SEK"),
        ("Det kostar 20:14 kronor.", "sv", "20.14", "SEK"),
        ("Cela coûte 5 M€.", "fr", "5000000", "EUR"),
        ("En billett koster kr 500.", "nb", "500", "NOK"),
        ("Dluží 2 miliony 300 tisíc korun.", "cs", "2300000", "CZK"),
        ("Дължи 1 милиард и 200 милиона лева.", "bg", "1200000000", "BGN"),
        ("Оценили в 4 млн 560 тыс. 300 рублей.", "ru", "4560300", "RUB"),
        ("投资一点二亿元。", "zh", "120000000", "CNY"),
        ("股价为新台币232元。", "zh", "232", "TWD"),
        ("Tschechien zahlt 400 Millionen Kronen.", "de", "400000000", "CZK"),
        ("Pakistan paid half a million rupees.", "en", "500000", "PKR"),
    ],
)
def test_amounts_are_read_in_the_forms_that_papers_use(text: str, language: str, value: str, unit: str):
    fact = only(text, language)
    assert (fact.value, fact.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Cayeron de 3.100 a 2.750 millones de euros.", "es", [3_100_000_000, 2_750_000_000]),
        ("Revenue rose from 3.1 to 3.7 billion dollars.", "en", [3_100_000_000, 3_700_000_000]),
        ("He stole $3,500 and two bicycles.", "en", [3500]),
        ("Es kostet 10 statt 7,5 Milliarden Euro.", "de", [10_000_000_000, 7_500_000_000]),
    ],
)
def test_two_amounts_are_no_range(text: str, language: str, values: list[int]):
    found = [fact for fact in extract(text, language) if fact.kind is FactKind.MONEY]
    assert [fact.value for fact in found] == [Decimal(value) for value in values]


def test_spelled_numbers_between_and_and_make_a_range():
    fact = only("The debt is between two and three billion dollars.", "en")
    assert (fact.low, fact.high) == (Decimal(2 * 10**9), Decimal(3 * 10**9))


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("tres años y medio de cárcel", "es", "3.5", "year"),
        ("a crowd saw 135,5 m i 140 m", "pl", "140", "metre"),
        ("1.2m tonnes of grain", "en", "1200000", "ton"),
        ("Man braucht einen halben Liter Milch.", "de", "0.5", "litre"),
        ("Er woog een halve kilo goud.", "nl", "0.5", "kilogram"),
        ("Han fik seks et halvt års fængsel.", "da", "6.5", "year"),
        ("She stays for three more years.", "en", "3", "year"),
        ("Ночью мороз до 12 градусов.", "ru", "-12", "degree"),
        ("列車は時速300キロで走る。", "ja", "300", "kilometre per hour"),
        ("A renda caiu quase um terço.", "pt", "0.333333", "share"),
    ],
)
def test_quantities_take_their_half_and_their_scale(text: str, language: str, value: str, unit: str):
    found = [fact for fact in extract(f"x {text} a", language) if fact.kind is FactKind.QUANTITY]
    assert (found[-1].value, found[-1].unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["37.1m passengers flew", "A pint costs more", "at 15:30 hours", "第38分钟破门"]
)
def test_millions_of_people_and_clock_times_are_no_quantities(text: str):
    language = "en" if text.isascii() else "zh"
    assert [fact for fact in extract(text, language) if fact.kind is FactKind.QUANTITY] == []


def test_a_plan_holds_within_its_clause():
    facts = extract("It plans a bridge, but paid 5 million euros for a tunnel.", "en")
    assert [fact.status for fact in facts if fact.kind is FactKind.MONEY] == [Status.STATED]


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("Vodič je imal 1,2 promila v krvi.", "sl", "per mille"),
        ("Kierowca miał 2,3 promila.", "pl", "per mille"),
        ("Kuljettajalla oli 1,1 promillea.", "fi", "per mille"),
        ("Mreža daje 400 megabita u sekundi.", "hr", "megabit per second"),
        ("Sieť dáva 200 megabitov za sekundu.", "sk", "megabit per second"),
        ("Jezero ima 7 kubičnih metara.", "hr", "cubic metre"),
        ("Bilo je 30 stupnjeva Celzija.", "hr", "degree Celsius"),
    ],
)
def test_units_of_several_words_are_read_whole(text: str, language: str, unit: str) -> None:
    (found,) = extract(text, language)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("It will be -8 to -12 °C.", "en", -12, -8),
        ("zwischen -3 und +4 Grad", "de", -3, 4),
        ("von -2 bis 5 Grad", "de", -2, 5),
        ("minus 5 bis 10 Grad", "de", -10, -5),
        ("Teploty klesnou na -8 až -12 °C.", "cs", -12, -8),
        ("до -8…-12 °C", "ru", -12, -8),
        ("气温降至零下8至零下12摄氏度。", "zh", -12, -8),
        ("氷点下8度から氷点下12度まで下がる。", "ja", -12, -8),
    ],
)
def test_both_ends_of_a_range_of_temperatures_keep_their_signs(text: str, language: str, low: int, high: int):
    (fact,) = extract(text, language)
    assert (fact.low, fact.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("třídenní cesta", "cs", 3, "day"),
        ("dwudniowy szczyt", "pl", 2, "day"),
        ("трёхдневный визит", "ru", 3, "day"),
        ("двугодишен план", "bg", 2, "year"),
        ("petogodišnji plan", "hr", 5, "year"),
        ("двогодишњи план", "sr", 2, "year"),
        ("zweijährige Frist", "de", 2, "year"),
    ],
)
def test_an_adjective_of_a_number_and_a_unit_is_a_quantity(text: str, language: str, value: int, unit: str):
    (fact,) = extract(text, language)
    assert (fact.value, fact.unit, fact.quote) == (value, unit, text.split(maxsplit=1)[0])


@pytest.mark.parametrize(
    ("text", "unit"), [("5mm of rain", "millimetre"), ("$5mm", "USD"), ("3cm", "centimetre")]
)
def test_mm_is_millions_behind_a_sign_of_money_only(text: str, unit: str):
    (fact,) = extract(text, "en")
    assert fact.unit == unit
