"""Signs of currencies, cents and scales, as the press of many countries writes them."""

from decimal import Decimal

import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract


def money(text: str, language: str) -> list[Fact]:
    return [fact for fact in extract(text, language) if fact.kind is FactKind.MONEY]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("R50 billion", "en", "50000000000", "ZAR"),
        ("R1,500", "en", "1500", "ZAR"),
        ("N250 million", "en", "250000000", "NGN"),
        ("KSh 1,200", "en", "1200", "KES"),
        ("RM20", "en", "20", "MYR"),
        ("$A20m", "en", "20000000", "AUD"),
        ("$US50", "en", "50", "USD"),
        ("Tk 500 crore", "en", "5000000000", "BDT"),
        ("GHS 30", "en", "30", "GHS"),
        ("5.000 FCFA", "fr", "5000", "XOF"),
        ("500 DH", "fr", "500", "MAD"),
        ("S/ 1,200 millones", "es", "1200000000", "PEN"),
        ("Q150 millones", "es", "150000000", "GTQ"),
        ("u$s 500", "es", "500", "USD"),
        ("RD$ 1,500", "es", "1500", "DOP"),
        ("1.000 Kz", "pt", "1000", "AOA"),
        ("100 Mrd. US-$", "de", "100000000000", "USD"),
    ],
)
def test_a_sign_tells_the_currency(text: str, language: str, value: str, unit: str):
    (fact,) = money(f"x {text}.", language)
    assert (fact.value, fact.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "AMD 7900",
        "PHP 8.1",
        "COP 28 in Dubai",
        "COP26",
        "the R50 road",
        "the N1",
        "ALL 50 STATES",
        "1080p",
        "50 Cent raps",
        "route Q500",
    ],
)
def test_what_only_looks_like_a_sign_is_no_money(text: str):
    assert money(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("12€50", "fr", "12.5"),
        ("12 euros 50", "fr", "12.5"),
        ("ten euros fifty", "en", "10.5"),
        ("zwölf Euro fünfzig", "de", "12.5"),
        ("5 euro e 40", "it", "5.4"),
        ("1500,-- Euro", "de", "1500"),
        ("$.50", "en", "0.5"),
        (".5 dollars", "en", "0.5"),
    ],
)
def test_cents_are_read_without_their_name(text: str, language: str, value: str):
    assert money(f"x {text}.", language)[0].value == Decimal(value)


@pytest.mark.parametrize(
    "text", ["10 dollars 50 people paid", "5 euros 15 May", "10 dollars, 20 came", "12 euros 2019"]
)
def test_a_number_of_something_else_is_not_cents(text: str):
    assert money(text, "en")[0].value in {Decimal(5), Decimal(10), Decimal(12)}


@pytest.mark.parametrize(
    ("text", "value"), [("$1.3 B", "1300000000"), ("$2 M", "2000000"), ("$5 B-side", "5")]
)
def test_a_letter_after_a_space_is_a_scale_only_where_nothing_goes_on(text: str, value: str):
    assert money(f"x {text}.", "en")[0].value == Decimal(value)


@pytest.mark.parametrize("language", ["pt", "es"])
def test_a_thousand_at_the_end_of_a_sentence_is_no_million(language: str):
    (fact,) = money("Custa R$ 15 mil. Depois, nada.", language)
    assert fact.value == Decimal(15000)


def test_pounds_that_weigh_are_no_money():
    assert money("The calf weighed 90 pounds and ate 12 pounds of hay.", "en") == []
    assert [fact.value for fact in money("It cost 90 pounds of public money.", "en")] == [Decimal(90)]


def test_a_minus_with_a_space_or_inside_the_sign_counts():
    facts = extract("La baisse (- 11,4 %) et un recul de – 2,4 %.", "fr")
    assert [fact.value for fact in facts] == [Decimal("-11.4"), Decimal("-2.4")]
    assert money("a loss of $-5m", "en")[0].value == Decimal(-5_000_000)


def test_points_are_of_percent_where_they_lead_to_a_percentage():
    assert [fact.unit for fact in extract("It fell four points to 61 percent.", "en")] == [
        "percentage point",
        "%",
    ]
    assert [fact.unit for fact in extract("The index lost 30 points, or 2 percent.", "en")] == ["%"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between two million and four million pounds", "2000000", "4000000"),
        ("between two hundred and three hundred dollars", "200", "300"),
        ("three million-four million pounds", "3000000", "4000000"),
    ],
)
def test_spelled_numbers_that_repeat_their_scale_are_two(text: str, low: str, high: str):
    (fact,) = money(text, "en")
    assert (fact.low, fact.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a $2 million 5-year plan", "2000000"),
        ("a £1.2m 3-bed house", "1200000"),
        ("$3 billion 2030 goal", "3e9"),
    ],
)
def test_an_amount_ends_before_another_number(text: str, value: str):
    assert money(text, "en")[0].value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("two to three hundred dollars", "en", "200", "300"),
        ("two to three hundred thousand dollars", "en", "200000", "300000"),
        ("zwei- bis dreitausend Euro", "de", "2000", "3000"),
        ("deux à trois cents euros", "fr", "200", "300"),
        ("five to five hundred dollars", "en", "5", "500"),
    ],
)
def test_the_first_of_two_spelled_numbers_shares_the_hundreds_of_the_second(
    text: str, language: str, low: str, high: str
):
    (fact,) = money(text, language)
    assert (fact.low, fact.high) == (Decimal(low), Decimal(high))
