from decimal import Decimal

import pytest

from curator.domain.facts import Approximation, Fact, FactKind, Status
from curator.extraction import extract


def only(text: str, language: str, kind: FactKind = FactKind.MONEY) -> Fact:
    (fact,) = [fact for fact in extract(text, language) if fact.kind is kind]
    return fact


def test_the_span_is_the_core_words_without_the_approximator():
    fact = only("Sie zahlt bis zu 100 Milliarden US-Dollar an die Firma.", "de")
    assert (fact.quote, fact.approximation) == ("100 Milliarden US-Dollar", Approximation.UP_TO)
    assert (fact.value, fact.unit) == (Decimal(100_000_000_000), "USD")


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
