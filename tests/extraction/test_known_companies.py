"""Companies of the shipped table: of many countries, and as other scripts write them."""

from __future__ import annotations

import pytest

from curator.extraction.companies.found_companies import find_companies


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lån gav Resurs Bank och Bonesupport.", ["Resurs Bank", "Bonesupport"]),
        ("Hypotéku schválila Max banka, dům staví Finep.", ["Max banka", "Finep"]),
        ("O empréstimo veio do Banrisul e da Aegea.", ["Banrisul", "Aegea"]),
        ("Paskolą gavo „Rokiškio sūris“.", ["Rokiškio sūris"]),
        ("Yhtiöt Terveystalo ja Pihlajalinna kasvoivat.", ["Terveystalo", "Pihlajalinna"]),
        ("استثمرت هواوي وسابك في المصنع", ["Huawei", "SABIC"]),
        ("سهام ایران‌خودرو رشد کرد", ["Iran Khodro"]),
        ("בנק הפועלים ושופרסל הודיעו", ["Bank Hapoalim", "Shufersal"]),
        ("आज इंडिगो और अमूल ने कहा", ["IndiGo", "Amul"]),
        ("Procter &\nGamble and Marks\n& Spencer fell.", ["Procter & Gamble", "Marks & Spencer"]),
        ("瑞幸咖啡与蜜雪冰城都在扩张。", ["Luckin Coffee", "Mixue"]),
        ("メルカリとイオンが提携する。", ["Mercari", "Aeon"]),
        ("고려아연은 영풍과 다퉜다.", ["Korea Zinc", "Young Poong"]),
        ("北京东部、上海信息产业、高通胀", []),
        ("リチウムイオン電池のイオン交換", []),
    ],
)
def test_the_table_knows_companies_of_many_countries(text, found):
    assert [fact.name for fact in find_companies(text)] == found
