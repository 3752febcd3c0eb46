"""Amounts in Swahili, where what is counted stands before its number: "dola milioni 30", "kilomita 40"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from curator.extraction.numbers import numeral_value
from curator.extraction.rewriting.rewritten_items import Item, Rewriting, rule
from curator.extraction.words import Node

_CURRENCIES = {
    "dola": "USD",
    "dola za Marekani": "USD",
    "shilingi": "KES",
    "shilingi za Kenya": "KES",
    "shilingi za Tanzania": "TZS",
    "euro": "EUR",
    "yuro": "EUR",
    "pauni": "GBP",
}
_UNITS = {
    "kilo": "kilogram",
    "kilogramu": "kilogram",
    "tani": "ton",
    "lita": "litre",
    "mita": "metre",
    "kilomita": "kilometre",
    "sentimita": "centimetre",
    "milimita": "millimetre",
    "kilomita za mraba": "square kilometre",
    "mita za mraba": "square metre",
    "mita za ujazo": "cubic metre",
    "hekta": "hectare",
    "ekari": "acre",
    "megawati": "megawatt",
    "mapipa": "barrel",
    "nyuzi": "degree",
    "nyuzijoto": "degree Celsius",
    "miaka": "year",
    "miezi": "month",
    "wiki": "week",
    "siku": "day",
    "dakika": "minute",
}
_SCALES = {"elfu": 3, "laki": 5, "milioni": 6, "bilioni": 9, "trilioni": 12}
_NUMBERS = {
    word: value
    for value, words in enumerate(
        "- - wawili|mbili|miwili watatu|tatu|mitatu wanne|nne|minne tano|mitano sita saba nane|minane"
        " tisa kumi".split()
    )
    for word in words.split("|")
    if word != "-"
}
_HALF = Decimal("0.5")


def _counted(work: Rewriting, match: re.Match[str]) -> None:
    first, last = work.span(match, 0)
    if first is None or work.language(first) != "sw":
        return
    written = match["number"]
    number = Decimal(_NUMBERS[written]) if written in _NUMBERS else numeral_value(written, ".")
    if number is None:
        return
    value = (number + _HALF if match["half"] else number).scaleb(_SCALES.get(match["scale"] or "", 0))
    name = " ".join(match["measure"].split())
    unit = _CURRENCIES.get(name)
    measure = Node({"currency": unit} if unit else {"unit": _UNITS[name]})
    start, end = match.span()
    counted = Item(start, end - 1, Node({"number": str(value)}), "n", "x")  # no item may be empty
    work.replace(first, last, [counted, Item(end - 1, end, measure, "C" if unit else "U", "x")])


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted((word.replace(" ", r"\s") for word in words), key=len, reverse=True))


_COUNTED = (
    rf"\b(?P<measure>{_either([*_CURRENCIES, *_UNITS])})\s(?:(?P<scale>{_either(_SCALES)})\s)?"
    rf"(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?|{_either(_NUMBERS)})\b(?!,?\d)(?P<half>\sna\snusu\b)?"
)

RULES = (rule(r"\w", _COUNTED, _counted),)
"""The one rule, for texts that have lines in Swahili."""
