"""Placing: where each article of an export goes, never outside the folder and never two in one place."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from curator.domain.errors import CuratorError

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f\\]")
LONGEST = 240
"""Bytes of a name at most: file systems take 255, and the half-written file has a longer one."""


class Places:
    """Gives out places below a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._taken: set[str] = set()
        self._folders: set[Path] = set()

    def of(self, path: str) -> Path:
        """The place for a path of the library, its folder made; CuratorError if it would lie outside.

        A path that differs from one given out only by case or Unicode form gets a number.
        """
        parts = [_safe(part) for part in path.split("/") if part not in ("", ".")] or ["article.md"]
        place = self.folder.joinpath(*self._free(parts))
        self._make(place.parent)
        if place.exists() and not place.is_file():
            kind = "folder" if place.is_dir() else "device"
            raise CuratorError(f"A {kind} has this name already. ({place})", "Export to an empty folder.")
        return place

    def _free(self, parts: list[str]) -> list[str]:
        *folders, name = parts
        stem, dot, suffix = name.rpartition(".")
        if not stem:
            stem, dot, suffix = name, "", ""
        number, free = 1, name
        while _key([*folders, free]) in self._taken:
            number += 1
            free = f"{stem} ({number}){dot}{suffix}"
        self._taken.add(_key([*folders, free]))
        return [*folders, free]

    def _make(self, folder: Path) -> None:
        """Make the folder, unless a link on the way leads out of the export."""
        if folder in self._folders:
            return
        existing = folder
        while not existing.exists() and existing != self.folder:
            existing = existing.parent
        if not existing.resolve().is_relative_to(self.folder.resolve()):
            raise CuratorError(f"A link leads out of the folder. ({existing})", "Export to an empty folder.")
        folder.mkdir(parents=True, exist_ok=True)
        self._folders.add(folder)


def _safe(part: str) -> str:
    """A name that is one everywhere: no parent folder, no device, nothing that ends in a dot or space."""
    name = _FORBIDDEN.sub("_", part)
    if name.endswith((".", " ")):
        name = name.rstrip(". ") + "_"
    if _RESERVED.match(name):
        name = f"_{name}"
    data = name.encode("utf-8", "replace")
    if len(data) > LONGEST:
        stem, dot, suffix = name.rpartition(".")
        ending = f"{dot}{suffix}" if stem and len(suffix) < 12 else ""
        name = data[: LONGEST - len(ending.encode())].decode("utf-8", "ignore") + ending
    return name


def _key(parts: list[str]) -> str:
    return unicodedata.normalize("NFC", "/".join(parts)).casefold()
