"""Numbers written as one word: "zweihundertfünfzig", "tweeënhalf"; with a unit "dreitägig"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any


class Compounds:
    """The number words of a language that join without a space, from its table's `compounds`.

    `parts` maps a part to its value; `links` are parts without one ("und", "e"); `half` are parts that add
    one half ("einhalb", "enhalf"); `units` maps stems of adjectives after a number to units ("tägig" to day).
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._values = {part: Decimal(value) for part, value in content.get("parts", {}).items()}
        self._halves = set(content.get("half", ()))
        self._links = set(content.get("links", ()))
        self._pattern: re.Pattern[str] | None = None
        self._parts: set[str] = set()
        self._lengths: list[int] = []
        self._units: dict[str, str] = content.get("units", {})
        stems = "|".join(map(re.escape, sorted(self._units, key=len, reverse=True)))
        self._measured = re.compile(f"(.+?)({stems})\\w{{0,3}}\\Z") if stems else None
        self._openings = {part[:2] for part in self._values}

    def terms(self, word: str) -> dict[str, Any]:
        """{"number": value} for a compound number, {"worded": value, kind: unit} with a unit, else {}."""
        if word[:2] not in self._openings:
            return {}
        if self._measured is not None and (match := self._measured.match(word)) is not None:
            number = self._values.get(match[1]) or self.terms(match[1]).get("number")
            unit = self._units[match[2]]
            kind = "percent" if unit == "%" else "unit"
            return {} if number is None else {"worded": str(number), kind: unit}
        parts = self._split(word)
        if not parts:
            return {}
        value = self._value(parts)
        return {} if value is None else {"number": str(value)}

    def _split(self, word: str) -> list[str]:
        """The parts of a word, longer ones first: cento-venti, but cent-ottanta; [] if it is no compound."""
        if self._pattern is None:
            every = {*self._values, *self._links, *self._halves}
            self._lengths = sorted({len(part) for part in every}, reverse=True)
            self._pattern = re.compile(f"(?:{'|'.join(map(re.escape, every))})+\\Z")
            self._parts = every
        if not self._pattern.match(word):
            return []
        found: list[str] = []
        dead: set[int] = set()
        at = 0
        while at < len(word):
            part = next((p for p in self._openings_at(word, at) if at + len(p) not in dead), "")
            if part:
                found.append(part)
                at += len(part)
            else:
                dead.add(at)
                at -= len(found.pop())
        return found if len(found) > 1 else []

    def _openings_at(self, word: str, at: int) -> Iterator[str]:
        parts = (word[at : at + length] for length in self._lengths if at + length <= len(word))
        return (part for part in parts if part in self._parts)

    def _value(self, parts: list[str]) -> Decimal | None:
        total = group = Decimal(0)
        for part in parts:
            if part in self._halves:
                return total + group + Decimal("0.5")
            value = self._values.get(part)
            if value is None:
                continue
            if value >= 1000:
                total += (group or 1) * value
                group = Decimal(0)
            elif value == 100:
                group = (group or 1) * 100
            else:
                group += value
        return total + group
