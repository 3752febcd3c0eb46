"""Languages of a small overlay read the measures, points and parts of the year that the news is full of."""

from decimal import Decimal

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract

REFERENCE = "2026-05-20"


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("be", "Уначы будзе да 7 градусаў марозу.", -7, "degree"),
        ("kk", "Түнде 18 градус аяз болады.", -18, "degree"),
        ("hy", "Գիշերը կլինի մինուս 4 աստիճան։", -4, "degree"),
        ("sq", "Natën pritet minus 3 gradë.", -3, "degree"),
        ("fa", "دمای هوا منفی ۵ درجه بود.", -5, "degree Celsius"),
        ("tr", "Hava sıfırın altında 9 dereceydi.", -9, "degree"),
        ("ka", "დღეს 12 გრადუსი იყო.", 12, "degree"),
        ("bn", "তাপমাত্রা ছিল ৩১ ডিগ্রি।", 31, "degree"),
        ("be", "Вецер дасягаў 80 кіламетраў у гадзіну.", 80, "kilometre per hour"),
        ("vi", "Gió mạnh 60 km/giờ.", 60, "kilometre per hour"),
        ("ca", "Van caure 35 litres per metre quadrat.", 35, "litre per square metre"),
        ("hr", "Palo je 35 litara po četvornom metru.", 35, "litre per square metre"),
        ("cy", "Cwympodd 20 milimetr o law.", 20, "millimetre"),
        ("ta", "40 மெகாவாட் ஆலை திறக்கப்பட்டது.", 40, "megawatt"),
    ],
)
def test_measures_are_read(language: str, text: str, value: int, unit: str):
    (found,) = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.QUANTITY]
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("az", "Uçot dərəcəsi 2 faiz bəndi artıb.", 2),
        ("kk", "Мөлшерлеме 1 пайыздық тармаққа төмендеді.", 1),
        ("ur", "شرح سود میں 2 فیصد پوائنٹ کمی ہوئی۔", 2),
        ("fil", "Tumaas ito nang 3 percentage points.", 3),
    ],
)
def test_points_are_no_percentages(language: str, text: str, value: int):
    (found,) = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.PERCENT]
    assert (found.value, found.unit) == (Decimal(value), "percentage point")


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("ur", "دوسری سہ ماہی میں نقصان ہوا۔", "2026-04-01", "2026-06-30"),
        ("cy", "Bu colled yn yr ail chwarter 2025.", "2025-04-01", "2025-06-30"),
        ("sw", "Hasara ilikuwa katika robo ya pili 2025.", "2025-04-01", "2025-06-30"),
        ("ur", "کام 2027 کے آخر تک مکمل ہوگا۔", "None", "2027-12-31"),
        ("th", "โครงการจะแล้วเสร็จภายในสิ้นปีหน้า", "None", "2027-12-31"),
        ("eu", "Obrak 2028ra arte luzatuko dira.", "None", "2028-12-31"),
        ("ta", "கடந்த ஆண்டு நஷ்டம் ஏற்பட்டது.", "2025-01-01", "2025-12-31"),
        ("fi", "Vuotta aiemmin yhtiö teki tappiota.", "2025-01-01", "2025-12-31"),
        ("is", "Á laugardag verður fundur.", "2026-05-23", "2026-05-23"),
    ],
)
def test_parts_of_the_year_are_read(language: str, text: str, low: str, high: str):
    (found,) = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.DATE]
    assert (str(found.low), str(found.high)) == (low, high)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ta", "திட்டத்துக்கு 30 கோடி ரூபாய் ஒதுக்கப்பட்டது.", 300_000_000),
        ("cy", "Costiodd £3.5 miliwn.", 3_500_000),
        ("ga", "Leathmhilliún euro a chosain sé.", 500_000),
    ],
)
def test_scales_are_read(language: str, text: str, value: int):
    (found,) = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.MONEY]
    assert found.value == value


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("et", "Avariis sai viga 52-aastane naine.", 52, "year"),
        ("mk", "Повреден е 52-годишен велосипедист.", 52, "year"),
        ("is", "Í nótt verður 12 stiga frost.", -12, "degree"),
        ("zh", "夜间最低-7℃。", -7, "degree Celsius"),
        ("lv", "Vējš sasniedza 18 metrus sekundē.", 18, "metre per second"),
        ("fr", "La voiture consomme 15 kWh aux 100 km.", 15, "kilowatt hour per 100 kilometres"),
        ("cs", "Auto spotřebuje 6 litrů na 100 km.", 6, "litre per 100 kilometres"),
        ("nl", "De fabriek stoot 400 ton CO2 uit.", 400, "ton of CO2"),
    ],
)
def test_ages_and_compound_measures_are_read(language: str, text: str, value: int, unit: str):
    (found,) = [fact for fact in extract(text, language, REFERENCE) if fact.kind is FactKind.QUANTITY]
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_half_a_ton_is_not_half_a_million():
    money, cargo = extract("Apreenderam R$ 1,2 milhão e meia tonelada de cocaína.", "pt", REFERENCE)
    assert (money.value, cargo.value) == (Decimal(1_200_000), Decimal("0.5"))


def test_hebrew_prepositions_leave_the_number_free():
    (found,) = extract("הנזק הוערך בכ-3 מיליון שקל.", "he", REFERENCE)
    assert (found.value, found.unit) == (Decimal(3_000_000), "ILS")


def test_the_old_sign_of_rupees_is_pakistans():
    (found,) = extract("A kilo of sugar costs ₨ 160.", "en", REFERENCE)[-1:]
    assert (found.value, found.unit) == (Decimal(160), "PKR")


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("he", "ההכנסות גדלו בחצי מיליון שקל.", 500_000, "ILS"),
        ("lt", "Nuostolis siekia pusę milijono eurų.", 500_000, "EUR"),
        ("lt", "Sunkvežimis vežė aštuonias tonas.", 8, "ton"),
        ("ka", "მანქანა ცხრა ტონას იწონის.", 9, "ton"),
    ],
)
def test_inflected_numbers_are_read(language: str, text: str, value: int, unit: str):
    (found,) = extract(text, language, REFERENCE)
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_whole_points_beside_a_percentage_are_its_points_where_they_compare():
    text = "Turnout was 58%, four points lower than expected; the index rose 30 points."
    share, points = extract(text, "en", REFERENCE)
    assert (share.unit, points.unit, points.value) == ("%", "percentage point", Decimal(4))


def test_a_market_is_no_sunday():
    text = "Bazar günü seçki olacaq. Bazar iqtisadiyyatı inkişaf edir, bazarda qiymətlər artıb."
    found = [fact.quote for fact in extract(text, "az", REFERENCE) if fact.kind is FactKind.DATE]
    assert found == ["Bazar günü"]
