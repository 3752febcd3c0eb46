"""Manifests: what an export holds, written beside it, so that anybody can check it is still that.

A manifest is JSON with the SHA-256 of each file. It knows no clock: the same library and choice give the
same manifest. Beside `morning.csv` it is called `morning.csv.manifest.json`, and likewise beside a folder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curator import paths, versions
from curator.domain.errors import CuratorError
from curator.domain.exports import Edition, MadeBy
from curator.domain.progress import Progress, silent
from curator.services.files.replacing import replacing

SUFFIX = ".manifest.json"
VERSION = 1

MOST_BYTES = 256 << 20
"""The largest manifest that is read."""


@dataclass(frozen=True, slots=True)
class About:
    """What a manifest says of an export beside its files."""

    format: str
    query: str | None
    """The query that chose the articles; None where they were chosen by hand."""
    edition: Edition
    ids: Sequence[int]
    """The articles written."""
    left_out: tuple[tuple[int, str, str], ...]
    """Chosen articles that are not in it: id, path, and why."""
    made_by: MadeBy


@dataclass(frozen=True, slots=True)
class Verified:
    """What checking an export found; paths are as the manifest has them."""

    manifest: Path
    whole: tuple[str, ...]
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Files in an exported folder that the manifest does not name; no fault of the export."""

    @property
    def is_whole(self) -> bool:
        """Whether every file is as it was written."""
        return not self.changed and not self.missing


def place_of(out: Path) -> Path:
    """Where the manifest of an export is."""
    return out.with_name(out.name + SUFFIX)


def write(out: Path, files: Sequence[Path], about: About) -> Path:
    """Write the manifest of an export and give its place."""
    place = place_of(out)
    text = json.dumps(_data(out, files, about), ensure_ascii=False, indent=1) + "\n"
    with replacing(place) as stream:
        stream.write(text.encode("utf-8", "backslashreplace"))
    return place


def _data(out: Path, files: Sequence[Path], about: About) -> dict[str, Any]:
    contents = about.edition.contents
    return {
        "manifest": VERSION,
        "curator": versions.version(),
        "format": about.format,
        "title": about.edition.title,
        "query": about.query,
        "updated": about.edition.updated,
        "contents": {
            "accepted_only": contents.accepted_only,
            "repaired": contents.repaired,
            "facts_key": contents.facts_key,
            "template": hashlib.sha256(contents.template.encode()).hexdigest() if contents.template else None,
        },
        "engines": {
            "cleaning": list(about.made_by.cleaning),
            "extraction": list(about.made_by.extraction),
        },
        "editors": list(about.made_by.editors),
        "chosen": about.edition.count,
        "written": len(about.ids),
        "articles": list(about.ids),
        "left_out": [
            {"id": number, "path": path, "reason": reason} for number, path, reason in about.left_out
        ],
        "files": [
            {"path": each.relative_to(out.parent).as_posix(), "size": size, "sha256": checksum}
            for each in files
            for size, checksum in [_checksum(each)]
        ],
    }


def verify(export: Path, progress: Progress = silent) -> Verified:
    """Check an export against its manifest; `export` is the file, the folder, or the manifest itself.

    CuratorError if there is no manifest or it cannot be understood. Cancelled passes through.
    """
    export = paths.named(export).absolute()
    place = export if export.name.endswith(SUFFIX) else place_of(export)
    listed = _read(place)
    whole: list[str] = []
    changed: list[str] = []
    missing: list[str] = []
    for done, (name, size, checksum) in enumerate(listed):
        progress(done, len(listed), name)
        file = place.parent / name
        if not file.is_file():
            missing.append(name)
        elif _checksum(file) != (size, checksum):
            changed.append(name)
        else:
            whole.append(name)
    progress(len(listed), len(listed), "")
    folder = place.with_name(place.name.removesuffix(SUFFIX))
    unknown = _unknown(folder, {name for name, _, _ in listed}) if folder.is_dir() else ()
    return Verified(place, tuple(whole), tuple(changed), tuple(missing), tuple(unknown))


def _unknown(folder: Path, known: set[str]) -> Iterator[str]:
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder.parent).as_posix()
        if name not in known and file.is_file():
            yield name


def _read(place: Path) -> list[tuple[str, int, str]]:
    """Path, size and checksum of each file that a manifest lists, all of them below its folder."""
    try:
        if place.stat().st_size > MOST_BYTES:
            raise CuratorError(f"The manifest is too large to be one. ({place})")
        data = json.loads(place.read_text("utf-8"))
        version = int(data.get("manifest", 0))
        files = [(str(each["path"]), int(each["size"]), str(each["sha256"])) for each in data["files"]]
    except FileNotFoundError as error:
        raise CuratorError(
            f"There is no manifest. ({place})",
            "Name the file or folder that was exported; it lies beside it.",
        ) from error
    except OSError as error:
        raise CuratorError(f"The manifest cannot be read: {error.strerror or error}. ({place})") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CuratorError(f"This is no manifest of Curator. ({place})") from error
    if version > VERSION:
        raise CuratorError(f"A newer Curator wrote this manifest. ({place})", "Update Curator.")
    for name, _, _ in files:
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise CuratorError(f"The manifest names a file outside its folder: {name}. ({place})")
    return files


def _checksum(file: Path) -> tuple[int, str]:
    """The size of a file in bytes, and its SHA-256."""
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256")
        return stream.tell(), digest.hexdigest()
