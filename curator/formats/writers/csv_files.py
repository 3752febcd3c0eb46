"""CSV: one row an article, by RFC 4180, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.domain.facts import Decision
from curator.formats.writing import FileWriter

COLUMNS = (
    *("id", "path", "title", "description", "published", "source", "author", "language", "category"),
    *("importance", "companies", "tags", "note", "url", "slug", "state", "sets"),
    *("facts_accepted", "facts_open", "words"),
)
"""The heading of a file."""

BOM = "\ufeff"
"""Makes spreadsheets read the file as UTF-8; it stands before the heading."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LIST = "; "


def csv_heading(*, bom: bool = False) -> str:
    """The first row, with its line end."""
    return (BOM if bom else "") + _row(COLUMNS)


def csv_row(article: Article) -> str:
    """The article as one row, with its line end; lists are joined by semicolons.

    Text a spreadsheet would run as a formula gets an apostrophe before it.
    """
    fields = article.fields
    decided = [fact.decision for fact in article.facts]
    values = {
        **{name: getattr(fields, name) for name in COLUMNS if hasattr(fields, name)},
        "id": article.id,
        "path": article.path,
        "state": article.state.value,
        "companies": _LIST.join(fields.companies),
        "tags": _LIST.join(fields.tags),
        "sets": _LIST.join(article.sets),
        "facts_accepted": sum(decision in (Decision.ACCEPTED, Decision.EDITED) for decision in decided),
        "facts_open": sum(decision in (Decision.PROPOSED, Decision.SKIPPED) for decision in decided),
        "words": len(article.text.split()),
    }
    return _row(neutral(values[name]) for name in COLUMNS)


def neutral(value: object) -> str:
    """A value as text no spreadsheet takes for a formula; None is empty."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue()


def _write(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    stream.write(csv_heading(bom=True).encode())
    stream.writelines(csv_row(each.article).encode("utf-8", "backslashreplace") for each in articles)


WRITER = FileWriter("csv", "CSV", "one row an article", ".csv", _write)
