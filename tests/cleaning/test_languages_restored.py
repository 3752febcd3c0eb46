"""Prose that no table was made from comes back word for word, or nearly, in languages of every script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel

pytestmark = pytest.mark.repetitive
TEXTS = Path(__file__).parents[1] / "bench" / "texts"
WORD = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+")
LINES = 6


def prose(language: str) -> str:
    lines = (TEXTS / f"{language}.txt").read_text(encoding="utf-8").split("\n")
    return "\n".join(lines[:LINES])


def restored(text: str, cleaned: str) -> float:
    one, two = WORD.findall(text), WORD.findall(cleaned)
    damaged = [(a, b) for a, b in zip(one, two, strict=True) if not a.isascii()]
    return sum(a == b for a, b in damaged) / len(damaged)


@pytest.mark.parametrize("language", ["bg", "el", "hu", "ja", "pl", "sr", "uk", "vi", "zh"])
def test_hardly_a_word_stays_damaged(language: str) -> None:
    text = prose(language)
    assert restored(text, clean(Channel("cp1254", DROPPED).damaged(text)).text) >= 0.985


def test_korean_comes_back_but_for_a_few_words() -> None:
    text = prose("ko")
    assert restored(text, clean(Channel("cp1254", DROPPED).damaged(text)).text) >= 0.97


@pytest.mark.parametrize(
    ("language", "least"), [("zh", 0.7), ("ja", 0.65), ("ko", 0.45), ("el", 0.85), ("uk", 0.8)]
)
def test_most_comes_back_where_every_second_byte_was_lost(language: str, least: float) -> None:
    text = prose(language)
    cleaned = clean(Channel("latin-1", DROPPED).damaged(text))
    assert cleaned.language == language
    assert restored(text, cleaned.text) >= least
