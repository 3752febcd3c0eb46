"""JSON front matter: an object at the very top of the file, or between `;;;`."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from curator.formats.front_matter.limits import MOST_CHARACTERS, MOST_LEVELS, refusal

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]|"', re.DOTALL)
_LONGEST_NUMBER = 18


def end_of_object(text: str, start: int) -> int:
    """Where the object that begins at `start` ends.

    Raises UnreadableFile for one that is not closed, or nested too deeply.
    """
    level = 0
    for token in _TOKEN.finditer(text, start, start + 2 * MOST_CHARACTERS):
        sign = token[0]
        if sign == '"':
            raise refusal(_line(text, token.start()), "a quote is not closed")
        if sign in "[{":
            level += 1
            if level > MOST_LEVELS:
                raise refusal(_line(text, token.start()), f"more than {MOST_LEVELS} brackets are nested")
        elif sign in "]}":
            level -= 1
            if level == 0:
                return token.end()
    raise refusal(_line(text, start), "a { is not closed")


def load(source: str, line: int) -> tuple[Any, list[str]]:
    """The value of JSON front matter and notes on it; `line` is that of its first line in the file.

    Raises UnreadableFile with the line.
    """
    notes: list[str] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in pairs:
            if key in values:
                notes.append(f"Front matter: “{key[:40]}” stands twice; the last is taken.")
            values[key] = value
        return values

    stripped = source.lstrip()
    if stripped:
        end_of_object(source, len(source) - len(stripped))
    try:
        decoder = json.JSONDecoder(
            object_pairs_hook=mapping,
            parse_int=_integer,
            parse_float=_decimal,
            parse_constant=str,
            strict=False,
        )
        return decoder.decode(source) if stripped else None, notes
    except json.JSONDecodeError as error:
        raise refusal(line + error.lineno - 1, f"{error.msg[:1].lower()}{error.msg[1:]}") from None


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _decimal(digits: str) -> float | str:
    number = float(digits)
    return number if math.isfinite(number) else digits


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
