"""The words of one language: what each may mean in an amount or a date, and how to find it fast.

A lexicon is a frozen table in `resources/lexicon`, made by `packaging/data/build_lexicon.py` from CLDR and
one overlay file a language. Each entry is a kind, a value and its surfaces (`curator.extraction.kinds`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from curator.extraction.compounds import Compounds
from curator.extraction.words import Words
from curator.paths import resource


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language joined with English and the international signs."""

    language: str
    decimal: str
    order: str
    first_class: bool
    traits: frozenset[str]
    """How the language writes amounts, where grammars differ: prices with a colon, nouns with capitals."""
    said: Mapping[str, frozenset[str]]
    """Words by what they do beside amounts ("comparing", "than"), English among them."""
    words: Words


@cache
def table(language: str) -> dict[str, Any]:
    """The frozen table of a language, empty if there is none."""
    path = resource("lexicon", f"{language}.json")
    if not path.is_file():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@cache
def languages() -> tuple[str, ...]:
    """The languages there are tables for."""
    return tuple(
        sorted(
            path.stem
            for path in resource("lexicon").glob("*.json")
            if path.stem not in {"und", "frequent", "confidence"}
        )
    )


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon for texts in `language`: international signs, English, then the language itself."""
    own = table(language) or table("en")
    words = _international(with_english="en" not in {language, own.get("language")}).shared(
        language, Compounds(own.get("compounds", {}))
    )
    if language != "en" and own.get("language") != "en":
        for word in own.get("stop", ()):
            words.forget(word)
    if "also" in own:
        _add(words, table(own["also"]))
    _add(words, own)
    return Lexicon(
        language=language,
        decimal=own.get("decimal", "."),
        order=own.get("order", "dmy"),
        first_class=bool(own.get("first_class")),
        traits=frozenset(own.get("traits", "").split()),
        said=_said(own, table("en")),
        words=words,
    )


def _said(*tables: dict[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for content in tables:
        for kind, words in content.get("said", {}).items():
            found[kind] = found.get(kind, frozenset()) | frozenset(words.split())
    return found


@cache
def _international(*, with_english: bool) -> Words:
    """The international signs, and the words of English that all languages share."""
    words = Words(opens=True)
    _add(words, table("und"))
    if with_english:
        words = words.shared("en+")
        _add(words, table("en"))
    return words


@cache
def shared_currencies() -> dict[str, dict[str, str]]:
    """Words for a currency that several countries share ("crown"): countries to their currencies."""
    found: dict[str, dict[str, str]] = table("und").get("heads", {})
    return found


def _add(words: Words, content: dict[str, Any]) -> None:
    owner = words.owner
    for kind, value, surfaces in content.get("terms", ()):
        for surface in surfaces.split("|"):
            first, *others = surface.split(" ")
            node = words.opening(first)
            for token in others:
                node = node.following(owner).opening(token)
            node.terms[kind] = value
