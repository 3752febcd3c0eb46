"""Column names: which column of anybody's table holds which field, told by its heading and what is in it.

Headings are words of the languages that newsrooms write in; they are compared without case, accents and
signs. A column that no heading gives is told by its cells: addresses, days, long text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from curator.domain.folding import folded
from curator.formats.dates import published
from curator.paths import resource

FIELDS = (
    *("title", "text", "description", "published", "source", "author", "language", "category", "importance"),
    *("companies", "tags", "note", "url", "slug"),
)
"""What a column can hold; "text" is the body."""

LONG_TEXT = 200
"""Characters of a column's mean cell from which it is the text, if no heading says so."""

_MONTH = len("2026-04")
_SIGNS = re.compile(r"[^\w]+|_+")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ADDRESS = re.compile(r"https?://\S+")

_UTC = ("utc", "gmt")
"""What follows a heading of moments that are sure: WordPress has `date`, by the clock of its site, too."""

EXACT, PART = 2, 1
"""How well a heading fits: it is a name of the field, or begins or ends with one."""

_OTHER = frozenset(
    "image img photo picture thumbnail thumb avatar logo icon count number id size length file video audio "
    "bild foto obrázek изображение фото 图片 画像 이미지 updated modified crawled scraped downloaded".split()
)
"""What makes a heading one of something else: image_url, comments_count."""


def guessed(columns: Sequence[str], samples: Sequence[Sequence[str]]) -> dict[str, str]:
    """Field → heading for the columns that are understood, each once; `samples` are some rows' cells."""
    found: dict[str, str] = {}
    scores = sorted(
        (
            (fitness(column, field), -place, field, column)
            for place, column in enumerate(columns)
            for field in FIELDS
        ),
        key=lambda each: (-each[0], -each[1], FIELDS.index(each[2])),
    )
    for score, _, field, column in scores:
        if score and field not in found and column not in found.values():
            found[field] = column
    return _by_cells(found, columns, samples)


def _by_cells(
    found: dict[str, str], columns: Sequence[str], samples: Sequence[Sequence[str]]
) -> dict[str, str]:
    cells = {
        column: [row[n] for row in samples if n < len(row) and row[n]] for n, column in enumerate(columns)
    }
    left = [column for column in columns if column not in found.values() and cells[column]]
    if "url" not in found:
        addresses = (each for each in left if all(map(_ADDRESS.fullmatch, cells[each])))
        if address := next(addresses, None):
            found["url"] = address
            left.remove(address)
    if "published" not in found:
        dated = [each for each in left if _is_of_days(each, cells[each])]
        if len(dated) == 1:
            found["published"] = dated[0]
            left.remove(dated[0])
    if "text" not in found:
        means = {column: sum(map(len, cells[column])) / len(cells[column]) for column in left}
        longest = max(means, key=lambda each: means[each], default=None)
        if longest is not None and means[longest] >= LONG_TEXT:
            found["text"] = longest
    return found


def _is_of_days(heading: str, cells: Sequence[str]) -> bool:
    """Whether all cells are dates to the day at least, under a heading that names no other date."""
    return not _OTHER.intersection(_words(heading)) and all(
        len(published(cell) or "") > _MONTH for cell in cells
    )


def fitness(heading: str, field: str) -> int:
    """How well a heading names a field; 0 for not at all."""
    words = _words(heading)
    if not words:
        return 0
    known = _phrases(field)
    if words in known:
        return EXACT
    if words[-1] in _UTC and words[:-1] in known:
        return EXACT + 1
    if _OTHER.intersection(words):
        return 0
    return PART if (words[-1],) in known or (words[0],) in known else 0


def _words(heading: str) -> tuple[str, ...]:
    return tuple(filter(None, _SIGNS.split(folded(_HUMPS.sub(" ", heading)))))


@cache
def _phrases(field: str) -> frozenset[tuple[str, ...]]:
    return frozenset(_words(name) for name in _names().get(field, ()))


@cache
def _names() -> dict[str, list[str]]:
    """The names of each field in all languages."""
    found: dict[str, list[str]] = {}
    names: list[str] = []
    for line in resource("columns.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            names = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            names += line.partition(" ")[2].split(",")
    return found


def column_of(columns: Sequence[str], wanted: str) -> str | None:
    """The column that an editor names: by its heading, case and accents aside, or by its number from 1."""
    for column in columns:
        if column == wanted:
            return column
    for column in columns:
        if folded(column.strip()) == folded(wanted.strip()):
            return column
    number = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else 0
    return columns[number - 1] if 1 <= number <= len(columns) else None


def mapping_of(
    columns: Sequence[str], samples: Sequence[Sequence[str]], chosen: Mapping[str, str]
) -> dict[str, str]:
    """Field → heading, as chosen, else as guessed; a choice that is no column is left out."""
    wanted = {field: column_of(columns, name) for field, name in chosen.items() if name}
    taken = {column for column in wanted.values() if column}
    found = {
        field: column
        for field, column in guessed(columns, samples).items()
        if field not in chosen and column not in taken
    }
    return found | {field: column for field, column in wanted.items() if column}
