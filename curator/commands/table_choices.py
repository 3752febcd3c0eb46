"""What `curator import --map` chooses, and what `--dry-run` shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from curator import paths as places
from curator.commands import printing
from curator.domain.errors import CuratorError
from curator.formats.collections import Choices, Look
from curator.formats.tables.column_names import FIELDS, mapping_of
from curator.services.imports import choosing

_SHOWN = 40


def chosen(given: Sequence[str]) -> Choices:
    """The columns named as FIELD=COLUMN; CuratorError for a field there is not."""
    columns: dict[str, str] = {}
    for each in given:
        field, sign, column = each.partition("=")
        field = field.strip().casefold()
        if not sign or field not in FIELDS:
            raise CuratorError(
                f"“{each}” does not say which column has which field.",
                f"Write FIELD=COLUMN; fields are {', '.join(FIELDS)}.",
            )
        columns[field] = column.strip()
    return Choices(columns)


def show(paths: Sequence[Path], choices: Choices, *, as_json: bool) -> int:
    """Show how each table would be read; nothing is imported."""
    for path in map(places.named, paths):
        if not path.exists():
            raise CuratorError(f"There is no such file. ({path})")
    looks = {path: look for path in paths if (look := choosing.look(places.named(path))) is not None}
    if not looks:
        raise CuratorError("There is no table among these files.", "--dry-run shows how tables are read.")
    if as_json:
        printing.json_document([_json(path, look, choices) for path, look in looks.items()])
        return 0
    for path, look in looks.items():
        printing.line(f"{path}: {len(look.columns)} columns")
        if look.is_ours:
            printing.line("Curator wrote it; everything in it comes back as it was.")
            continue
        mapping = mapping_of(look.columns, look.samples, choices.columns)
        rows = [
            (field, mapping[field], _sample(look, mapping[field])) for field in FIELDS if field in mapping
        ]
        others = [column for column in look.columns if column not in mapping.values()]
        rows += [("(kept beside)", column, _sample(look, column)) for column in others]
        printing.table(rows, ("field", "column", "first row"))
    return 0


def _sample(look: Look, column: str) -> str:
    place = look.columns.index(column)
    cells = (" ".join(row[place].split()) for row in look.samples if place < len(row))
    cell = next(filter(None, cells), "")
    return cell if len(cell) <= _SHOWN else cell[: _SHOWN - 1] + "…"


def _json(path: Path, look: Look, choices: Choices) -> dict[str, object]:
    return {
        "path": str(path),
        "columns": list(look.columns),
        "ours": look.is_ours,
        "mapping": mapping_of(look.columns, look.samples, choices.columns),
    }
