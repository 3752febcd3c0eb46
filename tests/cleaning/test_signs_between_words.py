"""How well signs fit between the words beside them."""

from __future__ import annotations

import pytest

from curator.cleaning.models.priors import priors
from curator.cleaning.models.signs import Signs


def _score(language: str, text: str, sign: str, *, marked: bool = False) -> float:
    place = text.index(sign)
    return Signs(language, priors(language), marked=marked).between(text, place, place + 1)


def test_what_is_ascii_counts_nothing() -> None:
    text = 'said: "so" (and so)'
    assert Signs("en", priors("en"), marked=False).between(text, 0, len(text)) == 0


@pytest.mark.parametrize("sign", ["’", "–"])
def test_apostrophes_and_dashes_join_words_as_quotes_never_do(sign: str) -> None:
    assert _score("fr", f"quelqu{sign}un", sign) - priors("fr")[sign] == 0
    assert _score("fr", "quelqu”un", "”") - priors("fr")["”"] < 0


def test_an_apostrophe_stands_before_what_dutch_elides() -> None:
    assert _score("nl", "’s", "’") > _score("nl", "’avond", "’")
    assert _score("nl", "’s", "’") > _score("de", "’s", "’")


def test_opening_quotes_stand_before_words_and_closing_ones_behind_them() -> None:
    assert _score("cs", "„ano", "„") > _score("cs", "ano„", "„")
    assert _score("cs", "ano“", "“") > _score("cs", "ano„", "„")


def test_a_closing_quote_stands_behind_a_vowel_sign_as_behind_a_letter() -> None:
    marked = _score("hi", "दिल्ली”", "”", marked=True)
    assert marked == _score("hi", "नगर”", "”", marked=True)


def test_a_digit_of_another_script_is_unlikely_beside_a_letter() -> None:
    assert _score("ar", "سنة٢", "٢") < _score("ar", "سنة ٢", "٢")
