"""Samples: what is looked at closely of a damaged document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from curator.cleaning.pages import RUN, Page

SIZE = 6_000
"""Code points of damaged lines that are enough to tell what was lost; of one line, too."""

_BEFORE_MARK = re.compile("(?<![^\x00-\x7f])[^\x00-\x7f]+(?=[ ?])")


@dataclass(frozen=True, slots=True)
class Sample:
    """The first damaged lines of a document, and how often each run of characters beyond ASCII is there."""

    lines: tuple[str, ...]
    runs: Counter[str] = field(init=False)
    before_marks: list[tuple[str, int, int]] = field(init=False)
    """The runs that a space or a question mark follows: line, start, end."""

    def __post_init__(self) -> None:
        runs = Counter(run for line in self.lines for run in RUN.findall(line))
        marked = [(line, *found.span()) for line in self.lines for found in _BEFORE_MARK.finditer(line)]
        object.__setattr__(self, "runs", runs)
        object.__setattr__(self, "before_marks", marked)

    def read(self, known: Page) -> Sample:
        """The sample with whole sequences of a page read and cut ones left out."""
        return Sample(tuple(known.read_strictly(line) for line in self.lines))


def sampled(lines: Iterable[str]) -> Sample:
    """So many of the lines as are looked at."""
    chosen: list[str] = []
    size = 0
    for line in lines:
        chosen.append(line[:SIZE])
        size += len(line)
        if size > SIZE:
            break
    return Sample(tuple(chosen))
