"""Text read as ISO-8859-15 or ISO-8859-2, whose controls got lost, is read as those pages have it."""

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.domain.repairs import undone

TEXTS = {
    "fi": "Jyväskylän kaupunki selvittää, pysyvätkö sähköbussit reitillä myös talvella. Ensimmäiset linjat "
    "lähtevät asemalta kello kuusi, ja hyödyt näkyvät jo syksyllä.",
    "da": "Søren Ærø har købt tre både på øen og vil sejle med børn hele året. Vindmøllerne står stille, og "
    "færgen kører først igen, når isen er væk.",
    "sk": "Železnica medzi Žilinou a Košicami dostane nové vlaky. Hovorkyňa povedala, že prvé z nich prídu "
    "už na jeseň, ľudia v Ďurďošíku však čakajú na nižšie ceny lístkov.",
    "ru": "Завод в Иркутске построят к осени. По словам директора, сырьё должно поступать из соседних "
    "областей, а батарей хватит на два года.",
}


def _dropped(text: str, page: str) -> str:
    return "".join([sign for sign in text.encode().decode(page) if not "\x80" <= sign <= "\x9f"])


@pytest.mark.parametrize(
    ("language", "page"),
    [
        ("fi", "iso8859-15"), ("fi", "iso8859-2"), ("da", "iso8859-15"),
        ("sk", "iso8859-2"), ("ru", "iso8859-15"), ("ru", "iso8859-2"),
    ],
)  # fmt: skip
def test_as_much_comes_back_as_from_iso_8859_1(language: str, page: str) -> None:
    text = TEXTS[language]
    damaged = _dropped(text, page)
    cleaned = clean(damaged)
    assert cleaned.text == clean(_dropped(text, "latin-1")).text
    assert cleaned.channel.startswith(f"UTF-8 read as ISO-8859-{page.rpartition('-')[2]}")
    assert undone(cleaned.text, cleaned.repairs) == damaged


@pytest.mark.parametrize("page", ["cp1252", "cp1254"])
@pytest.mark.parametrize(
    "title",
    [
        "OPRAVY MOSTU ZAČNÚ AŽ PO SVIATKOCH, TVRDÍ ÚRAD",
        "DERSELBE EFFEKT FÜR DIE TÜR WIE FÜR DAS FÜNFTE RÜCKTOR",
    ],
)
def test_capitals_by_windows_pages_are_not_taken_for_a_narrow_page(title: str, page: str) -> None:
    assert "ISO-8859" not in clean(Channel(page, DROPPED).damaged(title)).channel
