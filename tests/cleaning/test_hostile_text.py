"""Hostile text: time stays linear, nothing is raised, and what can't be cleaned comes back as it was."""

from __future__ import annotations

import random

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.domain.repairs import applied, undone

SIZE = 200_000
RANDOM = random.Random(4)
DAMAGED = Channel("cp1254", DROPPED).damaged("Příliš žluťoučký kůň úpěl ďábelské ódy.\n" * 40)
RUSSIAN = Channel("cp1252", DROPPED).damaged("Съешь ещё этих мягких французских булок, да выпей чаю.\n" * 40)
SHADOWY = Channel("latin-1", DROPPED)
KOREAN = SHADOWY.damaged("정부는 다음 달부터 새로운 지원 제도를 시행한다고 밝혔다.\n" * 40)
JAPANESE = SHADOWY.damaged("政府は来月から新しい支援制度を始めると発表した。\n" * 40)
LONG = "ÃÅÄâelm" * 9 + " "
TEXTS = {
    "lead letters": "Ã" * SIZE,
    "two lead letters": "ÃÐ" * (SIZE // 2),
    "leads of three": "å" * SIZE,
    "leads and spaces": "Ã " * (SIZE // 2),
    "sequences in one line": "Ã©Å¡ÄÃ" * (SIZE // 7),
    "question marks": "Ã?Â?â?" * (SIZE // 6),
    "combining marks": "e" + "\u0301\u0316" * (SIZE // 2),
    "entities": "&amp;" * (SIZE // 5),
    "unlike entities": "".join(f"&#{200 + n % 9000}; " for n in range(SIZE // 8)),
    "ampersands": "&amp" * (SIZE // 4),
    "angles and code": "`<a" * (SIZE // 3),
    "controls": "\x00\x01" * (SIZE // 2),
    "C1 controls": "\x85\x93" * (SIZE // 2),
    "C1 controls in words": "a\x85 \x93b" * (SIZE // 10),
    "lone surrogates": "a\ud800b\udc00" * (SIZE // 4),
    "random": "".join(chr(RANDOM.randrange(0x20, 0x3000)) for _ in range(SIZE)),
    "random leads and tails": "".join(RANDOM.choice("ÃÅÄÐÑâ€™œ¡©") for _ in range(SIZE // 16)),
    "words of leads and tails": "".join(RANDOM.choice("ÃÅÄÐÑâ€™œ¡© ") for _ in range(SIZE // 16)),
    "words of leads": "".join(RANDOM.choice("ÃÅÄÐÑâe ") for _ in range(SIZE)),
    "damaged prose and words of leads": DAMAGED + "".join(RANDOM.choice("ÃÅÄab ") for _ in range(SIZE // 16)),
    "damaged prose and long words": DAMAGED + "".join(RANDOM.choice(LONG) for _ in range(SIZE // 16)),
    "damaged Russian and words of leads": RUSSIAN
    + "".join(RANDOM.choice("ÐÑÐÑа ") for _ in range(SIZE // 16)),
    "damaged Korean and a run of leads": KOREAN + "ì" * (SIZE // 16),
    "damaged Korean and unlike leads": KOREAN + "".join(RANDOM.choice("ìëêí") for _ in range(SIZE // 16)),
    "damaged Japanese and a run of leads": JAPANESE + "ã" * (SIZE // 16),
    "a giant damaged line": Channel("cp1254", DROPPED).damaged("Přílišžluťoučkýkůňúpělďábelskéódy" * 2000),
    "Chinese in one line": Channel("cp1254", DROPPED).damaged("中国经济增长迅速" * 3000),
    "no language": Channel("cp1252", DROPPED).damaged("ሰላም ለዓለም እንዴት ናችሁ ዛሬ " * 500),
}


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_comes_back_whole_in_linear_time(name: str, grows_linearly) -> None:
    text = TEXTS[name]
    cleaned = grows_linearly(clean, text)
    assert applied(text, cleaned.repairs) == cleaned.text
    assert undone(cleaned.text, cleaned.repairs) == text


def test_a_run_of_leads_is_left_while_the_prose_beside_it_is_read() -> None:
    prose, run = KOREAN.split("\n")[0], "ì" * 2_000
    line, run_line = clean(f"{KOREAN}{run}\n{prose}", "ko").text.split("\n")[-2:][::-1]
    assert run_line == run
    assert line == clean(KOREAN, "ko").text.split("\n")[0]


def test_binary_comes_back_with_a_note() -> None:
    text = bytes(range(256)).decode("latin-1") * 40
    cleaned = clean(text)
    assert cleaned.text == text
    assert cleaned.notes


def test_lone_surrogates_stay_with_a_note() -> None:
    cleaned = clean("text \ud800 text")
    assert cleaned.text == "text \ud800 text"
    assert cleaned.notes


@pytest.mark.repetitive
def test_of_countless_sequences_that_run_together_the_first_are_read_and_the_rest_stays() -> None:
    random_signs = random.Random(5)
    text = "".join(random_signs.choice("ÃÅÄÐÑâ€™œ¡©") for _ in range(40_000))
    cleaned = clean(text)
    assert undone(cleaned.text, cleaned.repairs) == text
    assert any("could not be read" in note for note in cleaned.notes)
    assert clean(text) == cleaned
