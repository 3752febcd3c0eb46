"""Bare lines: a title or a name out of a text that may be HTML where none belongs."""

from __future__ import annotations

import re
from html import unescape

from curator.formats.documents.headlines import opens
from curator.formats.documents.html_pages import bare_text
from curator.formats.front_matter.mapping import one_line

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+\d*);")

_FIRST = 20_000
"""Characters of a text among which its lead stands, with all their markup."""


def words(text: str) -> str:
    """One line of text, without the markup that many programs put where none belongs."""
    return one_line(bare_text(text) if _MARKUP.search(text) else text)


def begins_with(body: str, lead: str, title: str, *, is_html: bool) -> bool:
    """Whether a text begins with its lead, so that both would be read."""
    begun = body[:_FIRST]
    return bool(lead) and opens(bare_text(begun) if is_html else begun, lead, title)


def line(text: str) -> str:
    """One line of text, its entities resolved and nothing else."""
    return one_line(unescape(text))
