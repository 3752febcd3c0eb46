"""News: whether something came into a library that this program did not bring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from curator.store import latest

if TYPE_CHECKING:
    from curator.services.library import Library


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a library has come: the last article, version of an article and step of the journal."""

    article: int = 0
    version: int = 0
    step: int = 0

    def after_step(self) -> Reached:
        """How far it has come after one more change."""
        return replace(self, step=self.step + 1)


def reached(library: Library) -> Reached:
    """How far the library has come: equal as long as nothing is brought into it, edited or taken back."""
    with library.reading() as connection:
        return Reached(*latest.latest(connection))
