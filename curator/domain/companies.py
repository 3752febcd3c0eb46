"""Companies: one canonical name, and the other names it goes by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Company:
    """A company the library or the shipped table knows."""

    name: str
    aliases: tuple[str, ...] = ()
