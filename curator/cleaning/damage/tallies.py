"""Tallies: how much of what is beyond ASCII in lines each code page explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from curator.cleaning.damage.channels import PAGES
from curator.cleaning.damage.pages import RUN, page

SAMPLE = 2_000
"""Code points of lines that show a page, which are enough."""
_MOST_LOOKED = 20_000
"""Code points of all lines in which such are looked for."""
ENOUGH = 12
"""Strong sequences that show a page well enough."""
CUT_AMID = re.compile("(?<=[a-z])[ÃÄÅ](?=[a-z\\s,.;:!?]|$)|[ÃÄÅ]\ufffd")
"""Matches what is left of a sequence in a word: a capital, where no word has any, or what replaced a byte."""
_SCATTERED = 0.1
_ALONE = 0.5


@dataclass(slots=True)
class Tally:
    """What was counted of one page in the lines that show it."""

    whole: int = 0
    strong: int = 0
    cut: int = 0
    alone: int = 0
    """What of the cut begins as no whole sequence does."""
    other: int = 0
    lines: int = 0
    """How many lines showed enough; 0 where all of them did not."""

    @property
    def found(self) -> float:
        """How much of what is seen the page explains."""
        return self.whole + 0.3 * self.cut

    @property
    def score(self) -> float:
        """How well the page explains what is seen."""
        return self.found - 1.5 * self.other

    @property
    def is_scattered(self) -> bool:
        """Whether undamaged words stand among the damaged ones."""
        return self.other > _SCATTERED * self.whole or self.alone > _ALONE * self.whole


def beginnings(lines: Iterable[str]) -> tuple[str, ...]:
    """The beginnings of the lines that are looked at."""
    looked = 0
    found: list[str] = []
    for line in lines:
        found.append(line[:SAMPLE])
        looked += len(line)
        if looked > _MOST_LOOKED:
            break
    return tuple(found)


def tallies_of(lines: Sequence[str]) -> dict[str, Tally]:
    """What each page explains; once one is seen often enough, the others are looked for in the same lines."""
    looked = beginnings(lines)
    signs = set("".join(looked))
    tallies: dict[str, Tally] = {}
    for name in PAGES:
        if page(name).leads.isdisjoint(signs):
            continue
        tally = tallies[name] = tally_of(name, looked)
        if tally.lines and tally.strong >= ENOUGH:
            looked = looked[: tally.lines]
    return tallies


@lru_cache(maxsize=16)
def tally_of(name: str, lines: tuple[str, ...]) -> Tally:
    """What a page explains of some lines; remembered, as the same ones are asked for again."""
    tally = Tally()
    known = page(name)
    units = known.units
    seen = 0
    chosen: list[str] = []
    for number, line in enumerate(lines, 1):
        runs = runs_of(line)
        if not known.telling.search(runs):
            continue
        sequences = known.sequences.findall(runs)
        strong = sum([units[part].is_strong for part in sequences])
        if not strong or tally.strong < ENOUGH:
            strong = max(strong, len(known.mixed.findall(line)))
        if not strong:
            continue
        tally.strong += strong
        tally.other += len(runs) - runs.count(" ") - runs.count("\ufffd")
        tally.alone -= _cut_amid(line)
        chosen += sequences
        seen += len(line)
        if seen >= SAMPLE:
            tally.lines = number
            break
    counts = Counter(chosen)
    leads = {part[0] for part in counts if units[part].is_good}
    for part, count in counts.items():
        unit = units[part]
        if unit.is_good:
            tally.whole += count * len(part)
        elif unit.is_cut:
            tally.cut += count * len(part)
            tally.alone += 0 if part[0] in leads else count
    tally.other -= tally.whole + tally.cut
    return tally


@lru_cache(maxsize=64)
def runs_of(line: str) -> str:
    """What is beyond ASCII in a line; several pages are asked for the same lines."""
    return " ".join(RUN.findall(line))


@lru_cache(maxsize=64)
def _cut_amid(line: str) -> int:
    """How often something is left of a sequence in a word."""
    return len(CUT_AMID.findall(line))
