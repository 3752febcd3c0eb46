"""Wordings: words and pieces of patterns of single languages, from the files of resources/companies."""

from __future__ import annotations

import tomllib
from functools import cache

from curator import paths

_SPACE = "[ \u00a0]"


def listed(thing: str) -> list[str]:
    """What is listed for the thing in any language, as it is written in the list."""
    return [item for items in sections("wordings")[thing].values() for item in items.split()]


def lines(thing: str) -> list[str]:
    """What is listed for the thing, a line a language."""
    return [*sections("wordings")[thing].values()]


def worded(thing: str) -> frozenset[str]:
    """The words listed for the thing."""
    return frozenset(item.replace("~", " ") for item in listed(thing))


def either(thing: str) -> str:
    """A pattern of which each alternative is a piece listed for the thing."""
    return "|".join(listed(thing)).replace("~", _SPACE)


@cache
def sections(name: str) -> dict[str, dict[str, str]]:
    """What a file lists, by thing and language: words with blanks between."""
    with paths.resource("companies", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
