"""The last look of the desk, kept at closing so that the next start shows it before the library is open.

Opening a library takes longest to import, not to read. The first page of the list and the article that
was open are therefore kept beside the library's state; the desk shows them at once, then reads the
library and shows what has changed since. A snapshot is never written back.
"""

from __future__ import annotations

import logging
import pickle
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from curator import paths
from curator.domain.articles import Article
from curator.domain.listings import Order, Page

log = logging.getLogger(__name__)
VERSION = 3
ROWS = 100
"""Rows of the list that are kept; a screen shows a dozen."""
MARKS = 1_000
"""Facts, and repairs, of the article that are kept: more than the first screens of it hold."""
_ALLOWED = ("curator.domain.", "datetime", "decimal")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the list and the reader showed; `version` is of this class and the domain's."""

    version: int
    library: str
    query: str
    order: Order
    text_scale: float
    page: Page
    article: Article


def read(library: Path) -> Snapshot | None:
    """The snapshot of a library, None where there is none that can be used."""
    try:
        with _place().open("rb") as file:
            found = _Reader(file).load()
    except FileNotFoundError:
        return None
    except Exception:
        log.info("the snapshot could not be read", exc_info=True)
        return None
    fits = isinstance(found, Snapshot) and (found.version, found.library) == (VERSION, str(library))
    return found if fits else None


def write(snapshot: Snapshot) -> None:
    """Keep a snapshot; failing to is no fault."""
    place = _place()
    half = place.with_name(f"{place.name}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(pickle.dumps(replace(snapshot, article=_begun(snapshot.article)), protocol=5))
        half.replace(place)
    except OSError:
        log.info("the snapshot could not be kept", exc_info=True)


def _begun(article: Article) -> Article:
    """The article with what stands in its first screens: all of a long one takes a second to keep."""
    return replace(article, facts=article.facts[:MARKS], repairs=article.repairs[:MARKS])


class _Reader(pickle.Unpickler):
    """Makes the domain's values and nothing else, whatever the file says."""

    def find_class(self, module: str, name: str) -> object:
        if module == __name__ and name == "Snapshot":
            return Snapshot
        # So does Python 3.11.2 pickle a member of an enumeration.
        if (module, name) == ("builtins", "getattr"):
            return _member
        if module.startswith(_ALLOWED) and "." not in name:
            return super().find_class(module, name)
        message = f"{module}.{name} has no place in a snapshot"
        raise pickle.UnpicklingError(message)


def _member(enumeration: object, name: str) -> Enum:
    if not (isinstance(enumeration, type) and issubclass(enumeration, Enum)):
        message = f"{enumeration!r} has no place in a snapshot"
        raise pickle.UnpicklingError(message)
    return enumeration[name]


def _place() -> Path:
    return paths.data_folder() / "last-desk.pickle"
