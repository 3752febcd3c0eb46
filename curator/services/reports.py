"""Reports of work on many articles or files: what became of each, and of all together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from enum import StrEnum


class Item(Protocol):
    """What became of one article or file."""

    @property
    def outcome(self) -> StrEnum:
        """In a word."""
        ...

    @property
    def article_id(self) -> int | None:
        """Its article, if there is one."""
        ...

    @property
    def changed(self) -> bool:
        """Whether the article, or its file, is another now."""
        ...


ItemT_co = TypeVar("ItemT_co", bound=Item, covariant=True)


@dataclass(frozen=True)  # with slots, too, a generic alias of it cannot be called
class Report(Generic[ItemT_co]):
    """What became of each, in the order given; of some only, if the work was `cancelled`."""

    items: tuple[ItemT_co, ...]
    cancelled: bool = False

    @property
    def counts(self) -> Counter[StrEnum]:
        """How many came out how."""
        return Counter(item.outcome for item in self.items)

    @property
    def article_ids(self) -> tuple[int, ...]:
        """The articles that are others now, or whose files are."""
        return tuple(item.article_id for item in self.items if item.changed and item.article_id is not None)
