"""Writers: the formats articles can be exported in, built-in ones and those that packages add."""

from __future__ import annotations

import logging
from importlib.metadata import EntryPoint

from curator import extensions
from curator.domain.errors import CuratorError
from curator.formats.writing import FileWriter, FolderWriter, Writer

BUILT_IN = {
    "markdown": "curator.services.mending:WRITER",
    "jsonl": "curator.formats.writers.json_lines:WRITER",
    "csv": "curator.formats.writers.csv_files:WRITER",
}
"""Where each format is, in the order they are offered; programs with a window add theirs with `add`."""

_added: dict[str, str] = {}
_log = logging.getLogger(__name__)


def add(name: str, value: str) -> None:
    """Offer also the writer at `value` ("module:object")."""
    _added[name] = value


def names() -> tuple[str, ...]:
    """The names of all formats, in the order they are offered."""
    return tuple(_points())


def writers() -> tuple[Writer, ...]:
    """All formats in the order they are offered; what cannot be loaded is logged and missing."""
    found: list[Writer] = []
    for point in _points().values():
        try:
            found.append(_loaded(point))
        except CuratorError as error:
            _log.warning("%s", error)
    return tuple(found)


def writer(name: str) -> Writer:
    """The format of this name; CuratorError if there is none or it cannot be loaded."""
    point = _points().get(name)
    if point is None:
        raise CuratorError(f"There is no format “{name}”.", f"Formats are: {', '.join(names())}.")
    return _loaded(point)


def _points() -> dict[str, EntryPoint]:
    return extensions.points(extensions.WRITERS, BUILT_IN | _added)


def _loaded(point: EntryPoint) -> Writer:
    return extensions.loaded(point, (FileWriter, FolderWriter))
