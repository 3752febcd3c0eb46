"""A text as tokens: numerals, words, single signs and paragraph breaks, each with its place.

Scripts written without spaces (Han, kana, Hangul, Thai, Lao, Khmer) give one token a character; the lexicon's
phrases join them again, so that every language is matched in the same way.
"""

from __future__ import annotations

import re
from typing import NamedTuple

UNSPACED = "\u0e00-\u0eff\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
UNSPACED_SIGN = re.compile(f"[{UNSPACED}]")
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0981-\u0dff"
_LETTER = rf"[^\W\d_{UNSPACED}]"
_USUAL = "A-Za-zÀ-ÖØ-öø-\u024fΑ-Ωα-ωάέήίόύώΆΈΉΊΌΎΏϊϋΐΰЀ-ҁҊ-ԯ"
"""Letters of the scripts that most words are in: a short set, so that they are passed over fast."""
_MORE = rf"(?:{_LETTER}|[{_MARKS}])*"
_VULGAR = "½¼¾⅓⅔⅛⅜⅝⅞"

NUMERAL = (
    r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?!\d)"
    rf"|(?:\d+[ \u00a0]?)?[{_VULGAR}]"
    r"|(?<![^\s$€£(])\.\d+(?![.,]?\d)"
    r"|\d+(?:[.,．٬٫·]\d+|['’]\d{3}(?!\d))*"
)
"""A run of digits with the separators inside it: groups of three after a space or `'`, or any of `.,`."""

WORD = rf"{_LETTER}{_MORE}"

TOKEN = re.compile(rf"[{_USUAL}]+{_MORE}|(?=[\d{_VULGAR}.])(?:{NUMERAL})|{WORD}|\n[^\S\n]*\n\s*|\S")
"""One token; a paragraph break (a blank line) is a token of its own, other white space is none."""


class Tokens(NamedTuple):
    """The tokens of a line with their places in the text."""

    tokens: list[str]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def tokenized(text: str, begin: int, end: int) -> Tokens:
    """The tokens of the line of a text that begins and ends so."""
    spans = [match.span() for match in TOKEN.finditer(text, begin, end)]
    if not spans:
        return Tokens([], (), ())
    starts, ends = zip(*spans, strict=True)
    return Tokens([text[start:end] for start, end in spans], starts, ends)


def surface_tokens(surface: str) -> list[str]:
    """The tokens of a lexicon entry: hyphens are left out, a trailing `*` stays with its word."""
    found = re.findall(rf"(?:{NUMERAL}|{WORD}|\S)\*?", surface)
    return [token for token in found if token not in {"-", "\u2011", "*"}]
