"""Dirt other than mojibake goes, on record; what a script, a picture or an author needs stays."""

from __future__ import annotations

import pytest

from curator.cleaning import clean
from curator.domain.repairs import RepairKind, applied, undone

CLEANED = [
    ("\ufeffZpráva o počasí", "Zpráva o počasí", RepairKind.CONTROL),
    ("ï»¿Zpráva o počasí", "Zpráva o počasí", RepairKind.MOJIBAKE),
    ("п»їПогода завтра", "Погода завтра", RepairKind.MOJIBAKE),
    ("one\r\ntwo\rthree", "one\ntwo\nthree", RepairKind.LINE_END),
    ("one\u2028two\x0bthree\x0cfour", "one\ntwo\nthree\nfour", RepairKind.CONTROL),
    ("\x1b[1mBreaking\x1b[0m news", "Breaking news", RepairKind.CONTROL),
    ("nul\x00l and void\x7f", "null and void", RepairKind.CONTROL),
    ("It\x92s \x93late\x94 \x96 go", "It’s “late” – go", RepairKind.CONTROL),
    ("caf&eacute; &amp;amp; bar&#8217;s", "café & bar’s", RepairKind.ENTITY),
    ("Donau\xaddampf\xadschiff", "Donaudampfschiff", RepairKind.INVISIBLE),
    ("word\u200b, another\u2060 one", "word, another one", RepairKind.INVISIBLE),
    ("he said \u202ahello\u202c there", "he said hello there", RepairKind.INVISIBLE),
    ("cafe\u0301, u\u0308ber", "café, über", RepairKind.NORMALIZATION),
    (
        "The oﬃce has an eﬃcient ﬁnance ﬂow.",
        "The office has an efficient finance flow.",
        RepairKind.NORMALIZATION,
    ),
]


@pytest.mark.parametrize(("text", "expected", "kind"), CLEANED)
def test_dirt_goes_on_record(text: str, expected: str, kind: RepairKind) -> None:
    cleaned = clean(text)
    assert cleaned.text == expected
    assert {repair.kind for repair in cleaned.repairs} == {kind}
    assert applied(text, cleaned.repairs) == expected
    assert undone(expected, cleaned.repairs) == text


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d🔬 ⚠\ufe0f 🏴\U000e0067\U000e0062\U000e007f",
        "می\u200cخواهم \u202bخبر\u202c",
        "שלום\u200e (abc) \u2067עולם\u2069",
        "हिन्\u200dदी, ภาษา\u200bไทย",
        "10\xa0000, 5\u202f%, 3\u2009m, a\u2011b",
        "The ﬁ ligature; Ms. Oﬀner and Mr. Graﬀ; Œuvre, Ærø",
        "`&amp;` and https://example.org/?a=1&amp;b=2",
        "Kelvin 300 \u212a, \u2126, ＡＢＣ",
    ],
)
def test_what_is_needed_or_meant_stays(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Wrongly decoded, “Ã©” stands for “é”, and â€™ for ’.",
        "Aus „für“ wird dann „fÃ¼r“.",
        "| é | Ã© |\n| ü | Ã¼ |\n| ß | ÃŸ |",
    ],
)
def test_a_text_about_mojibake_keeps_its_examples(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.text == text
    assert cleaned.repairs == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From 40 % to â‰¥40 % in a year.", "From 40 % to ≥40 % in a year."),
        ("She said â€œyesâ€\x9d and he said “no”.", "She said “yes” and he said “no”."),
        ("Die Kölner Ã¼bergeben schöne BrÃ¼cken.", "Die Kölner übergeben schöne Brücken."),
    ],
)
def test_few_damaged_words_among_clean_ones_are_repaired(text: str, expected: str) -> None:
    assert clean(text).text == expected


def test_a_damaged_line_of_megabytes_is_repaired() -> None:
    text = "Größe und Übermut prägen für viele die schönen Künste. " * 2_000
    assert clean(text.encode().decode("cp1252", "ignore")).text.count("Größe") == 2_000
