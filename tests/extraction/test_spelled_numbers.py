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
        ("el", "Μισθός χιλίων διακοσίων ευρώ.", "1200", "EUR"),
    ],
)
def test_spelled_numbers_are_read_whole(language: str, text: str, value: str, unit: str):
    (found,) = extract(text, language, "2026-05-20")
    assert (found.value, found.unit) == (Decimal(value), unit)
