"""Number words of teens, tens and hundreds, in the languages of which little else is known, too."""

from decimal import Decimal

import pytest

from curator.extraction import extract


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("ar", "بلغت الخسائر ثلاثمئة مليون دولار.", "300000000", "USD"),
        ("ar", "تبرع بخمسة عشر مليون دولار.", "15000000", "USD"),
        ("ar", "كلف المشروع خمسة وعشرين مليون دولار.", "25000000", "USD"),
        ("ar", "خصصت مئة وخمسين مليون درهم.", "150000000", "AED"),
        ("ar", "خصصت مائتي مليون ريال.", "200000000", "SAR"),
        ("he", "הפרס הוא שלוש מאות אלף שקל.", "300000", "ILS"),
        ("he", "ההשקעה היא עשרים וחמישה מיליון דולר.", "25000000", "USD"),
        ("fa", "دویست و پنجاه میلیون دلار هزینه شد.", "250000000", "USD"),
        ("ur", "پندرہ ارب روپے دیے گئے۔", "15000000000", "PKR"),
        ("ka", "ჯარიმა ხუთასი ათასი დოლარია.", "500000", "USD"),
        ("hy", "Ծախսը տասներկու միլիոն դրամ է։", "12000000", "AMD"),
        ("et", "Toetus on kolmsada miljonit eurot.", "300000000", "EUR"),
        ("lv", "Atbalsts ir pieci simti tūkstoši eiro.", "500000", "EUR"),
        ("lt", "Parama siekia penkis šimtus tūkstančių eurų.", "500000", "EUR"),
        ("sq", "Gjoba është pesëqind mijë euro.", "500000", "EUR"),
        ("mk", "Казната е двесте милиони денари.", "200000000", "MKD"),
        ("is", "Sektin er fimm hundruð þúsund evrur.", "500000", "EUR"),
        ("ga", "Chosain an droichead daichead milliún euro.", "40000000", "EUR"),
        ("cy", "Costiodd ugain miliwn o bunnoedd.", "20000000", "GBP"),
        ("af", "Die boete is vyfhonderdduisend dollar.", "500000", "USD"),
        ("mt", "Swiet mitt miljun ewro.", "100000000", "EUR"),
        ("fil", "Aabot sa dalawang daang milyong piso.", "200000000", "PHP"),
        ("ta", "அரசு நூறு கோடி ரூபாய் ஒதுக்கியது.", "1000000000", "INR"),
        ("id", "Nilainya satu setengah miliar rupiah.", "1500000000", "IDR"),
        ("ms", "Nilainya dua setengah bilion ringgit.", "2500000000", "MYR"),
        ("ru", "Ремонт стоил около тысячи рублей.", "1000", "RUB"),
        ("uk", "Дрон пролетів понад тисячі кілометрів.", "1000", "kilometre"),
        ("sk", "Pokuta je tisícpäťsto eur.", "1500", "EUR"),
        ("de", "Nach anderthalbstündiger Sitzung gingen sie.", "1.5", "hour"),
        ("ne", "सरकारले ५ अर्ब रुपैयाँ दियो।", "5000000000", "NPR"),
        ("te", "200 కోట్ల రూపాయలు ఖర్చు.", "2000000000", "INR"),
        ("mn", "Үнэ нь 3590 төгрөг.", "3590", "MNT"),
        ("km", "តម្លៃ 50 លានដុល្លារ។", "50000000", "USD"),
        ("am", "መንግሥት 2.5 ቢሊዮን ብር መደበ።", "2500000000", "ETB"),
        ("eu", "Inflazioa ehuneko 2,7koa izan da.", "2.7", "%"),
        ("mt", "L-inflazzjoni laħqet it-2.4%.", "2.4", "%"),
        ("he", "הדירה נמכרה בארבעה מיליון שקל.", "4000000", "ILS"),
        ("it", "Un caffè costa un euro e trenta.", "1.3", "EUR"),
        ("it", "Offrono dieci euro e venti persone ringraziano.", "10", "EUR"),
        ("el", "Μισθός χιλίων διακοσίων ευρώ.", "1200", "EUR"),
    ],
)
def test_spelled_numbers_are_read_whole(language: str, text: str, value: str, unit: str):
    (found,) = extract(text, language, "2026-05-20")
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_half_numbers_make_ranges():
    (found,) = extract("Вложат полтора-два миллиарда долларов.", "ru", "2026-05-20")
    assert (found.low, found.high, found.unit) == (Decimal(1_500_000_000), Decimal(2_000_000_000), "USD")


def test_thousands_without_an_approximator_are_no_thousand():
    assert extract("Они прошли тысячи километров.", "ru", "2026-05-20") == []


def test_a_hebrew_change_says_by_how_much_and_to_what():
    found = extract("הבנק הוריד את הריבית ב-0.25% ל-4%.", "he", "2026-05-20")
    assert [fact.value for fact in found] == [Decimal("0.25"), Decimal(4)]
