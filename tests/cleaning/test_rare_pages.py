"""Documents that went whole through a page seldom met are read back; prose stays."""

from __future__ import annotations

import pytest

from curator.cleaning import clean, clean_parts
from curator.domain.repairs import applied, undone

TEXTS = {
    "sv": "Riksbanken lät räntan vara.\n\nBolaget satsade på Malmö; ”räntan sjunker”, sade chefen.\n",
    "el": "Η τράπεζα διατήρησε το επιτόκιο.\n\nΗ εταιρεία επενδύει στη Θεσσαλονίκη, «όπως πέρυσι».\n",
    "he": "הבנק הותיר את הריבית.\n\nהחברה דיווחה על רווח של 1.2 מיליארד שקל.\n",
    "hi": "बैंक ने रेपो दर बरकरार रखी।\n\nकंपनी ने मुंबई में निवेश किया।\n",
    "cs": "Banka ponechala sazbu beze změny.\n\nFirma investuje v Plzni, „inflace klesá“, řekl šéf.\n",
    "sw": "Benki imeacha riba.\n\n“Mfumuko wa bei unashuka”, alisema. Kampuni ya Ng’ang’a iliwekeza.\n",
}
PAGES = """
cp1253 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-5 iso8859-9 cp850 cp852 cp866 koi8-r mac-roman
""".split()


def damaged(text: str, page: str) -> str:
    return "".join([bytes([byte]).decode(page, "ignore") or chr(byte) for byte in text.encode()])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", TEXTS)
def test_a_document_read_by_a_rare_page_comes_back(language: str, page: str) -> None:
    text = TEXTS[language]
    bad = damaged(text, page)
    cleaned = clean(bad)
    assert cleaned.text == text
    assert applied(bad, cleaned.repairs) == text
    assert undone(text, cleaned.repairs) == bad


def test_chinese_read_as_gbk_comes_back() -> None:
    text = "油价下跌\n企业发展 经济增长\n北京天气 今天下雨\n"
    cleaned = clean(text.encode().decode("gbk"))
    assert cleaned.text == text
    assert cleaned.channel == "UTF-8 read as GBK"


def test_only_the_body_may_have_gone_through_a_rare_page() -> None:
    front = "---\ntitle: Größe und Übermut\nauthor: Žofie Dvořáková\n---\n"
    text = front + TEXTS["el"] * 3
    assert clean(front + damaged(TEXTS["el"] * 3, "koi8-r")).text == text
    title, body = clean_parts(["Größe", damaged(TEXTS["cs"], "cp852")])
    assert (title.text, body.text) == ("Größe", TEXTS["cs"])


def test_code_keeps_what_a_rare_page_would_read() -> None:
    code = f"```\n{damaged(TEXTS['sv'], 'cp850')}```\n"
    assert clean(code).text == code


@pytest.mark.parametrize(
    "text",
    [
        "Η «Γ» και η “Γ” ομάδα: Γ‘ και Δ’.\n",
        "├── čtení\n│   └── řád\n└── ß\n",
        "УРА! Сара, дай рапиру: «Рап», №1.\n",
        "Ένα Γ€, δύο Γ€.\n",
        "鍚戒汉 是 两 个 字。\n",
    ],
)
def test_prose_with_signs_of_a_rare_page_stays(text: str) -> None:
    assert clean(text).text == text
