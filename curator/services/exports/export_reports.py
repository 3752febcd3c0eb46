"""Reports of exports: what was written where, and what could not be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportFailure:
    """An article that could not be written, and why."""

    article_id: int
    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: the articles, the files they are in, and the manifest that describes them."""

    out: Path
    written: tuple[int, ...]
    files: tuple[Path, ...]
    failed: tuple[ExportFailure, ...] = ()
    manifest: Path | None = None
