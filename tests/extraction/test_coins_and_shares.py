"""Small coins beside the larger ones, and shares that stand alone, in languages of small word lists."""

from decimal import Decimal

import pytest

from curator.extraction import extract


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("Літр каштуе 2 рублі 15 капеек.", "be", "2.15", "BYN"),
        ("ডিমের দাম ১২ টাকা ৫০ পয়সা।", "bn", "12.5", "BDT"),
        ("ڈالر 281 روپے 40 پیسے کا ہے۔", "ur", "281.4", "PKR"),
        ("ლიტრი 3 ლარი და 15 თეთრი ღირს.", "ka", "3.15", "GEL"),
        ("Litri 1 manat 15 qəpik oldu.", "az", "1.15", "AZN"),
        ("Kaina pakilo 4 centais.", "lt", "0.04", "EUR"),
        ("Hind langes kolm senti.", "et", "0.03", "EUR"),
        ("Dividen 3.5 sen sesaham.", "ms", "0.035", "MYR"),
        ("הדלק עלה ב-12 אגורות.", "he", "0.12", "ILS"),
        ("Le courant coûte 25,9 ct./kWh à Sion.", "fr", "0.259", "CHF"),
        ("Sekt er 500.000 kr. á mann.", "is", "500000", "ISK"),
        ("அரசு ரூ.5 லட்சம் வழங்கும்.", "ta", "500000", "INR"),
        ("Its profit was ₹184.6 cr.", "en", "1846000000", "INR"),
        ("El salario sería de 1'560.000 pesos colombianos.", "es", "1560000", "COP"),
    ],
)
def test_coins_and_signs_of_a_country_are_read(text: str, language: str, value: str, unit: str):
    (fact,) = extract(text, language)
    assert (fact.value, fact.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Чвэрць прадукцыі пайшла на экспарт.", "be", "0.25"),
        ("মজুরির এক-তৃতীয়াংশ বকেয়া।", "bn", "0.333333"),
        ("ایک تہائی ملازمین فارغ۔", "ur", "0.333333"),
        ("მესამედი ემიგრაციაშია.", "ka", "0.333333"),
        ("Մեկ երրորդը արտագաղթել է։", "hy", "0.333333"),
        ("İşçilərin üçdə biri gedib.", "az", "0.333333"),
        ("Një e treta u shit.", "sq", "0.333333"),
        ("Þriðjungur starfsmanna er erlendur.", "is", "0.333333"),
        ("Жұмысшылардың үштен екісі кетті.", "kk", "0.666667"),
        ("Un quarto in meno dell'anno scorso.", "it", "0.25"),
    ],
)
def test_a_share_stands_alone(text: str, language: str, value: str):
    assert [(fact.value, fact.unit) for fact in extract(text, language) if fact.unit == "share"] == [
        (Decimal(value), "share")
    ]


def test_half_of_the_money_is_no_coin():
    assert [fact.unit for fact in extract("Cam jumătate din bani vin de la stat.", "ro")] == ["share"]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("কোম্পানির আয় ১২ দশমিক ৫ শতাংশ বেশি।", "bn", "12.5"),
        ("महंगाई 5 दशमलव 25 प्रतिशत रही।", "hi", "5.25"),
        ("দাম ২ দশমিক ০৫ কোটি টাকা।", "bn", "20500000"),
    ],
)
def test_a_word_for_the_point_stands_between_digits(text: str, language: str, value: str):
    assert [fact.value for fact in extract(text, language)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cuộc họp kéo dài hai tiếng rưỡi.", "vi"),
        ("ประชุมสองชั่วโมงครึ่ง", "th"),
        ("Rapat berlangsung dua jam setengah.", "id"),
        ("İclas iki saat yarım çəkdi.", "az"),
        ("Жиын екі жарым сағат болды.", "kk"),
        ("Նիստը տևեց երկուսուկես ժամ։", "hy"),
        ("Sēde ilga divarpus stundas.", "lv"),
    ],
)
def test_two_hours_and_a_half_are_told_in_one_word(text: str, language: str):
    assert [(fact.value, fact.unit) for fact in extract(text, language)] == [(Decimal("2.5"), "hour")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Trvalo to půlhodinu.", "cs"),
        ("Čakal polhodinu.", "sk"),
        ("Ждали полчаса.", "ru"),
        ("Потяг запізнився на півгодини.", "uk"),
        ("Цягнік спазніўся на паўгадзіны.", "be"),
        ("Była półgodzinna przerwa.", "pl"),
        ("Het duurde een halfuur.", "nl"),
        ("Det tog en halvtimme.", "sv"),
        ("Félórás késés.", "hu"),
        ("Vėlavo pusvalandį.", "lt"),
        ("Kavējās pusstundu.", "lv"),
    ],
)
def test_half_an_hour_is_one_word(text: str, language: str):
    assert [(fact.value, fact.unit) for fact in extract(text, language)] == [(Decimal("0.5"), "hour")]
