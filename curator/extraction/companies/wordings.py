"""Wordings: words and pieces of patterns of single languages, from resources/companies/wordings.toml."""

from __future__ import annotations

import tomllib
from functools import cache

from curator import paths

_SPACE = "[ \u00a0]"


def listed(thing: str) -> list[str]:
    """What is listed for the thing in any language, as it is written in the list."""
    return [item for items in _sections()[thing].values() for item in items.split()]


def worded(thing: str) -> frozenset[str]:
    """The words listed for the thing."""
    return frozenset(item.replace("~", " ") for item in listed(thing))


def either(thing: str) -> str:
    """A pattern of which each alternative is a piece listed for the thing."""
    return "|".join(listed(thing)).replace("~", _SPACE)


@cache
def _sections() -> dict[str, dict[str, str]]:
    with paths.resource("companies", "wordings.toml").open("rb") as file:
        return tomllib.load(file)
