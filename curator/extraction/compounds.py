"""Numbers written as one word: "zweihundertfünfzig", "tweeënhalf", "femtioåtta", "huszonöt"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any


class Compounds:
    """The number words of a language that join without a space, from its table's `compounds`.

    `parts` maps a part to its value; `links` are parts without one ("und", "e"); `half` are parts that add
    one half ("einhalb", "enhalf").
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._values = {part: Decimal(value) for part, value in content.get("parts", {}).items()}
        self._halves = set(content.get("half", ()))
        self._links = set(content.get("links", ()))
        self._pattern: re.Pattern[str] | None = None
        self._openings = {part[:2] for part in self._values}

    def terms(self, word: str) -> dict[str, Any]:
        """{"number": value} for a compound number, else {}."""
        if word[:2] not in self._openings:
            return {}
        parts = self._split(word)
        if not parts:
            return {}
        value = self._value(parts)
        return {} if value is None else {"number": str(value)}

    def _split(self, word: str) -> list[str]:
        if self._pattern is None:
            every = sorted({*self._values, *self._links, *self._halves}, key=len, reverse=True)
            self._pattern = re.compile("|".join(map(re.escape, every)))
        found: list[str] = []
        at = 0
        while at < len(word):
            match = self._pattern.match(word, at)
            if match is None:
                return []
            found.append(match.group())
            at = match.end()
        return found if len(found) > 1 else []

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
