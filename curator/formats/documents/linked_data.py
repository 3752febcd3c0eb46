"""Linked data: the article that a page's JSON-LD describes in the words of schema.org.

Pages write it with faults: wrapped in comments, with a comma or line break too many, with entities of HTML.
What an object only refers to ("@id") is looked up in all scripts of the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any, cast

from curator.domain.articles import Fields
from curator.domain.changes import Value
from curator.domain.errors import UnreadableFile
from curator.formats import dates
from curator.formats.front_matter.json_reading import end_of_object
from curator.formats.front_matter.mapping import names, one_line
from curator.formats.language_codes import language_code

_ARTICLE = re.compile(r"(?:.*[:/#])?(?:\w*Article|(?:Blog|LiveBlog|SocialMedia)Posting|Report)")
_OPENED = re.compile(r"\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)")
_COMMA_TOO_MANY = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', re.DOTALL)
_PARTS = ("@graph", "mainEntity", "mainEntityOfPage")
"""The keys under which an object holds others that the page is about."""
_DEEPEST = 4
_ON_WEB = ("http://", "https://")


def stated(scripts: Iterable[str]) -> Fields:
    """The fields of the first article that the scripts describe, empty ones where they describe none."""
    things = [each for script in scripts for each in _things(_loaded(script))]
    article = next(filter(_is_article, things), None)
    if article is None:
        return Fields()
    known = {one_line(each.get("@id")): each for each in things if "name" in each}
    pages = (_address(article.get(key)) for key in ("url", "mainEntityOfPage", "@id"))
    return Fields(
        title=_text(article.get("headline")) or _text(article.get("name")),
        description=_text(article.get("description")),
        published=dates.published(one_line(article.get("datePublished"))),
        source=_named(article.get("publisher"), known),
        author=_named(article.get("author") or article.get("creator"), known),
        language=language_code(one_line(article.get("inLanguage"))),
        category=next(iter(names(article.get("articleSection"))), ""),
        tags=tuple(map(unescape, names(article.get("keywords")))),
        url=next(filter(None, pages), ""),
    )


def _loaded(script: str) -> Value:
    """The value of a script, its small faults mended; None for one that can't be understood."""
    opened = _OPENED.match(script)
    text = (script[opened.end() :] if opened else script).lstrip()
    try:
        text = text[: end_of_object(text, 0)] if text[:1] in ("{", "[") else ""
        return _parsed(text) or _parsed(_COMMA_TOO_MANY.sub(lambda match: match[1] or "", text))
    except (UnreadableFile, RecursionError):
        return None


def _parsed(text: str) -> Value:
    try:
        return json.loads(text, strict=False)
    except ValueError:
        return None


def _things(loaded: Value, depth: int = 0) -> Iterator[dict[str, Any]]:
    for each in cast("list[Value]", loaded if isinstance(loaded, list) else [loaded]):
        if isinstance(each, dict) and depth < _DEEPEST:
            thing = cast("dict[str, Any]", each)
            yield thing
            for part in _PARTS:
                yield from _things(thing.get(part), depth + 1)


def _is_article(thing: Mapping[str, Any]) -> bool:
    kind = thing.get("@type")
    kinds = cast("list[Value]", kind) if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in kinds)


def _text(value: Value) -> str:
    return one_line(unescape(one_line(value)))


def _named(value: Value, known: Mapping[str, Mapping[str, Any]]) -> str:
    """The names of people or organisations, those that are only referred to among them."""
    found: list[str] = []
    for each in cast("list[Value]", value if isinstance(value, list) else [value]):
        thing = cast("dict[str, Any]", each) if isinstance(each, dict) else {}
        name = _text(each) or _text(cast("Value", known.get(one_line(thing.get("@id")))))
        if name and not name.startswith(_ON_WEB):
            found.append(name)
    return ", ".join(dict.fromkeys(found))


def _address(value: Value) -> str:
    """The web address that an object or a text is."""
    thing = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    text = value if isinstance(value, str) else one_line(thing.get("@id"))
    return text if text.startswith(_ON_WEB) else ""
