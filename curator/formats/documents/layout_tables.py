"""Layout tables: tables of mail and old pages that set where things stand, taken for what they hold.

A table that says it is for presentation, or whose cells hold headings, paragraphs, pictures or tables
instead of words, is no table of data (WCAG 2.2, technique H51 and failure F46); one with heading cells is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from typing import Any

_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_BLOCKS = frozenset("table h1 h2 h3 h4 h5 h6 p ul ol div img blockquote hr center".split())
_PARTS = frozenset("table tbody thead tfoot tr td th".split())
_FOR_PRESENTATION = frozenset({"presentation", "none"})


def without_layout_tables(page: str) -> str:
    """The HTML with each layout table, row and cell as a division; as it is where it has none."""
    if not _TABLE.search(page):
        return page
    html: Any = import_module("lxml.html")  # which has no types
    try:
        body = html.document_fromstring(page).find("body")
    except (html.etree.LxmlError, ValueError):
        return page
    if body is None:
        return page
    found = [table for table in body.iter("table") if _is_for_layout(table)]
    if not found:
        return page
    for part in (body, *chain.from_iterable([*_parts(table)] for table in found)):
        part.tag = "div"
    return html.tostring(body, encoding="unicode")


def _is_for_layout(table: Any) -> bool:  # noqa: ANN401 - an element of lxml
    if table.get("role", "").strip().lower() in _FOR_PRESENTATION:
        return True
    own = list(_parts(table))
    if any(part.tag == "th" for part in own):
        return False
    cells = [part for part in own if part.tag == "td"]
    held = any(each.tag in _BLOCKS for cell in cells for each in cell.iterdescendants())
    return held or len(cells) <= 1


def _parts(table: Any) -> Iterator[Any]:  # noqa: ANN401 - elements of lxml
    """The table with its rows and cells, those of tables inside it left out."""
    waiting = [table]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += [each for each in part if each.tag in _PARTS and each.tag != "table"]
