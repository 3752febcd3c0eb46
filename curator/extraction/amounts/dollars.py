"""Whose dollars are meant where a text names another country's before, and nowhere America's."""

from __future__ import annotations

import re
from dataclasses import replace

from curator.domain.facts import Fact, FactKind

_OTHERS = frozenset({"AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})
_BARE = re.compile(r".*(?<![^\W\d_])(?:dollars?|cents?)\Z", re.DOTALL)
_AMERICAN = re.compile(r"\$|¢|US|U\.S|American")


def of_the_text(facts: list[Fact]) -> list[Fact]:
    """The facts with English dollars and cents that name no country read as the one other dollar of the text.

    A text that also writes a plain "$", US$ or American dollars keeps them apart: nothing is changed.
    """
    money = [fact for fact in facts if fact.kind is FactKind.MONEY]
    others = {fact.unit for fact in money if fact.unit in _OTHERS}
    american = [fact for fact in money if fact.unit == "USD"]
    if len(others) != 1 or any(_AMERICAN.search(fact.quote) for fact in american):
        return facts
    unit = others.pop()
    return [
        replace(fact, unit=unit) if fact.unit == "USD" and _BARE.match(fact.quote) else fact for fact in facts
    ]
