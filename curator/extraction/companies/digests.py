"""Digests: new names at the head of a list's items that tell of funding, "- Quillmark, Toronto: $8m seed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.name_words import CAPITAL, NAME_WORD, is_institution
from curator.extraction.companies.spellings import CAPITALS
from curator.extraction.companies.wordings import either
from curator.extraction.languages import is_frequent

_LONGEST_HEAD = 60
_ITEM = re.compile(
    r"^[ \t]{0,8}(?:[-*•–—]|\d{1,2}[.)])[ \t]{1,4}(?:\*\*|__)?"
    rf"(?P<name>{CAPITAL}[\w.’'-]{{0,30}}(?:[ \u00a0](?:&[ \u00a0])?{CAPITAL}{NAME_WORD}){{0,3}})(?:\*\*|__)?"
    rf"(?:,[ \u00a0][{CAPITALS}][\w’'-]*(?:[ \u00a0-][{CAPITALS}][\w’'-]*){{0,2}}"
    r"|[ \u00a0]\([^()\n\d]{2,40}\))?"
    r"(?:\*\*|__)?(?:[ \u00a0]?[:–—-](?:\*\*|__)?[ \u00a0]|[ \u00a0](?=\())(?P<rest>[^\n]{0,240})",
    re.MULTILINE,
)
"""An item: a name of capitals, perhaps its town, a colon or a dash, and what is told of it."""
_FUNDING = re.compile(rf"\b(?i:{either('funding_items')})")
_FIGURE = re.compile(r"\d")
_NO_NAME = frozenset({Cue.PLACE, Cue.LONE, Cue.MEDIUM, Cue.INSTITUTION, Cue.COMPANY, Cue.ROLE, Cue.NATIONAL})


def digest_names(text: str) -> Iterator[Span]:
    """The names at the head of list items whose line tells of a round of funding, with a figure."""
    for item in _ITEM.finditer(text):
        name, rest = item["name"], item["rest"]
        if len(name) > _LONGEST_HEAD or not (_FIGURE.search(rest) and _FUNDING.search(rest)):
            continue
        first = name.split()[0]
        plain = " " not in name and (is_frequent(name) or not cues(name).isdisjoint(_NO_NAME))
        if len(name) > 2 and not plain and Cue.GIVEN not in cues(first) and not is_institution(name):
            yield Span(*item.span("name"))
