"""News: whether something came into a library that this program did not bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.store import latest

if TYPE_CHECKING:
    from curator.services.library import Library


def reached(library: Library) -> tuple[int, ...]:
    """How far the library has come: equal as long as nothing is brought into it, edited or taken back."""
    with library.reading() as connection:
        return latest.latest(connection)
