"""Extensions: readers, writers and extractors that other packages add by entry points.

The built-in ones are entry points too, named in a table by the room that has them; so there is one way to
find, load and replace any of them. A package declares its own in its pyproject.toml:

    [project.entry-points."curator.writers"]
    minutes = "our_desk.minutes:WRITER"
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from curator.domain.errors import CuratorError

READERS = "curator.readers"
COLLECTIONS = "curator.collections"
WRITERS = "curator.writers"
EXTRACTORS = "curator.extractors"

Kind = TypeVar("Kind")

_log = logging.getLogger(__name__)


def points(group: str, built_in: Mapping[str, str]) -> dict[str, EntryPoint]:
    """The entry points of a group by name: the built-in ones in their order, then what was installed.

    An installed one with the name of a built-in one takes its place.
    """
    ours = {name: EntryPoint(name, value, group) for name, value in built_in.items()}
    return ours | {point.name: point for point in _installed(group)}


@cache
def _installed(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of other packages; packages come and go between runs only."""
    return tuple(sorted(entry_points(group=group), key=lambda point: point.name))


def every(
    group: str, built_in: Mapping[str, str], kind: type[Kind] | tuple[type[Kind], ...]
) -> dict[str, Kind]:
    """All that can be loaded of a group, by name; what cannot is logged and missing."""
    found: dict[str, Kind] = {}
    for name, point in points(group, built_in).items():
        try:
            found[name] = loaded(point, kind)
        except CuratorError as error:
            _log.warning("%s", error)
    return found


def loaded(point: EntryPoint, kind: type[Kind] | tuple[type[Kind], ...]) -> Kind:
    """What an entry point names; CuratorError with the reason where it cannot be had or is no `kind`."""
    try:
        found = point.load()
    except Exception as error:
        _log.exception("The extension %s cannot be loaded.", point.name)
        raise CuratorError(
            f"The extension “{point.name}” cannot be loaded ({type(error).__name__}: {error}).",
            f"Update or remove the package that has {point.value}.",
        ) from error
    if not isinstance(found, kind):
        raise CuratorError(
            f"The extension “{point.name}” is a {type(found).__name__}, which is not what it should be.",
            f"Update or remove the package that has {point.value}.",
        )
    return found
