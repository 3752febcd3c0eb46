"""Lines whose damage lost nothing come back whole, by every page, beside clean and otherwise damaged ones."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, PAGES, Channel
from curator.domain.repairs import applied, undone

pytestmark = pytest.mark.repetitive(after=2)  # each case goes the way of the first ones
CLEAN = [
    "Sedmnáct starostů z Pošumaví odmítlo novou skládku, protože leží příliš blízko pramenů.",
    "Åsa och Örjan bor vid ån där älgarna går över vägen på hösten.",
    "Kapten Ærlig sier at båten kommer når været blir bedre, „Én ting til“ – og så går han.",
    "O mês de abril trouxe chuva, e os produtores não têm onde guardar a maçã.",
    "«Éramos pocos», dijo Begoña: “Él no vendrá”, y nadie preguntó por qué.",
    "Щороку в листопаді Ганна переписує від руки рецепти своєї прабабусі.",
]
LINES = [
    "Գյուղի կամուրջը վերանորոգեցին անցյալ աշնանը, և հիմա այն ավելի լայն է։",
    "ძველი ხიდი შარშან შეაკეთეს და ახლა უფრო ფართოა.",
    "पुराना पुल पिछले साल ठीक किया गया और अब वह चौड़ा है।",
    "สะพานเก่าได้รับการซ่อมเมื่อปีที่แล้ว",
    "Köhnə körpü keçən il təmir edildi və indi daha genişdir.",
    "Su bàndidu de Sàssari at abbandonadu sa tzitade.",
    "Le pont 🌉 était fermé — l’été dernier, on a mis « du neuf ».",
    "日銀は金利を据え置き　円は小幅に上昇した",
    "Šest mostů, Študentje in Škofja Loka",
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("line", LINES)
def test_a_line_read_by_a_wrong_page_comes_back(line: str, page: str) -> None:
    text = f"{line}\n{line}\n{line}"
    assert clean(Channel(page).damaged(text)).text == text


@pytest.mark.parametrize("line", LINES)
def test_a_line_read_wrongly_twice_comes_back(line: str) -> None:
    text = f"{line}\n{line}"
    assert clean(Channel("cp1252", times=2).damaged(text)).text == text


@pytest.mark.parametrize("page", PAGES)
def test_clean_lines_between_damaged_ones_stay(page: str) -> None:
    channel = Channel(page)
    damaged = "\n".join(channel.damaged(line) if n % 2 else line for n, line in enumerate(CLEAN * 2))
    cleaned = clean(damaged)
    assert cleaned.text == "\n".join(CLEAN * 2)
    assert applied(damaged, cleaned.repairs) == cleaned.text
    assert undone(cleaned.text, cleaned.repairs) == damaged


@pytest.mark.parametrize(("one", "two"), [("cp1252", "mac-roman"), ("cp1250", "cp1252"), ("cp1254", "cp437")])
def test_lines_damaged_by_two_pages_come_back(one: str, two: str) -> None:
    channels = (Channel(one), Channel(two))
    text = "\n".join(CLEAN)
    damaged = "\n".join(channels[n % 2].damaged(line) for n, line in enumerate(CLEAN))
    assert clean(damaged).text == text


def test_some_lines_read_twice_and_some_once_come_back() -> None:
    lines = ["Škofja Loka je mesto.", *CLEAN]
    damaged = "\n".join(Channel("cp1252", times=1 + n % 2).damaged(line) for n, line in enumerate(lines))
    assert clean(damaged).text == "\n".join(lines)


def test_a_line_read_by_two_pages_in_turn_comes_back_and_says_so() -> None:
    line = "Größe und Übermut für alle Köche, schöne Grüße"
    damaged = Channel("cp1251").damaged(Channel("cp1252").damaged(line))
    cleaned = clean(f"{damaged}\n{damaged}")
    assert cleaned.text == f"{line}\n{line}"
    assert {repair.channel for repair in cleaned.repairs} == {
        "UTF-8 read as windows-1252, then as windows-1251"
    }


@pytest.mark.parametrize("page", ["cp1252", "cp1254", "cp1250", "latin-1"])
def test_damaged_words_among_clean_ones_are_repaired_and_no_others(page: str) -> None:
    channel = Channel(page)
    lines = [" ".join(_every_third(line.split(), channel)) for line in CLEAN[:5]]
    assert clean("\n".join(lines)).text == "\n".join(CLEAN[:5])


def _every_third(words: list[str], channel: Channel) -> list[str]:
    return [channel.damaged(word) if n % 3 == 0 else word for n, word in enumerate(words)]


def test_a_reading_twice_that_lost_bytes_is_not_undone_by_half() -> None:
    text = "Včera přišel zedník a opravil zeď.\nDnes prší.\nZítra se vrátí i s bratrem, řekl."
    assert "Ã" not in clean(Channel("cp1252", DROPPED, 2).damaged(text)).text


@pytest.mark.parametrize(
    "line",
    [
        "NESCAFÉ® und ROSÉ™ bleiben Marken; NESCAFÉ® auch im Glas, ROSÉ™ in der Dose.",
        "Welle Ø±0,1 mm, Bohrung Ø±0,2 mm, Nabe Ø±0,3 mm",
        "├┤o┼┐o┼┐o┼┐o┼┐o",
        "├┤├┤├┤├┤├┤├┤├┤├┤├┤├┤├┤├┤├┤├┤",
        "█▓▒░ █▓▒░ █▓▒░ █▓▒░ █▓▒░ █▓▒░ █▓▒░",
        "lim x→−∞ √π/2, (–∞, +∞), sin√π, 2√∂",
        "« C’è », «È», “É”, d’été, l’École, «Été», “Às”",
        "Il est blessé…» Et lui aussi, blessé…» Tous deux blessé…»",
        "партії, лінії, серії «аі…»; Її мрії…»",
    ],
)
def test_brands_measures_drawings_and_quotes_stay(line: str) -> None:
    text = f"{line}\n{line}\n{line}"
    assert clean(text).text == text


def test_a_line_that_reads_as_another_damage_is_no_line_read_back() -> None:
    text = "La lluvia volvió después de un año sin cosecha en la región.\n\nTras la sequía, un respiro.\n"
    damaged = text
    for _ in range(2):
        damaged = damaged.encode().decode("cp1252", "ignore").replace("\xad", "")
    assert clean(damaged, "es").text == text


def test_a_short_line_of_a_damaged_document_is_read_though_it_shows_nothing_else() -> None:
    text = "L’été a été très sec, la récolte en a pâti.\n\nDans l’abbaye\n\nOn a moissonné très tôt.\n"
    damaged = text.encode().decode("mac_roman").replace("\xa0", " ")
    assert clean(damaged, "fr").text == text


@pytest.mark.parametrize(
    "table",
    [
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
        "ÇüéâäàåçêëèïîìÄÅ ÉæÆôöòûùÿÖÜ¢£¥₧ƒ áíóúñÑªº¿⌐¬½¼¡«»",
    ],
)
def test_the_letters_of_a_page_in_a_row_stay(table: str) -> None:
    assert clean(table).text == table
