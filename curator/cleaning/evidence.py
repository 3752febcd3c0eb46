"""Evidence: whether a document is damaged, and by which channel.

UTF-8 read by a code page leaves pairs that prose hardly ever has: a character of a lead byte followed by
those of its continuation bytes. What the document shows most of, and explains best, is its channel.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from curator.cleaning.channels import PAGES, Channel, Loss
from curator.cleaning.losses import loss_of, loss_of_both
from curator.cleaning.lossless import lossless_edits
from curator.cleaning.pages import PLAUSIBLE, RUN, Page, is_strong, page
from curator.cleaning.samples import Sample, sampled

SAMPLE = 2_000
"""Code points of damaged lines that are looked at."""
_FIRST_LINES = 20
_ENOUGH = 12
_REPLACED = re.compile("[ÃÄÅ]\ufffd")
_SIGHTED = 100_000
"""Code points in which rare signs are looked for."""


@dataclass(slots=True)
class Tally:
    """What was counted of one page in the lines that show it."""

    whole: int = 0
    strong: int = 0
    cut: int = 0
    other: int = 0

    @property
    def score(self) -> float:
        """How well the page explains what is seen."""
        return self.whole + 0.3 * self.cut - 1.5 * self.other


def evident_channels(lines: Sequence[str]) -> list[Channel]:
    """The channels that explain the damaged lines of a document best; none where too little shows.

    Several where what they lose tells them apart, but not what can be seen.
    """
    runs = _runs(lines)
    tallies = {name: _tally(page(name), runs) for name in PAGES}
    scores = {name: tally.score for name, tally in tallies.items() if tally.strong and tally.score > 0}
    if not scores:
        return [Channel("cp1252", Loss("\ufffd"))] if any(_REPLACED.search(line) for line in lines) else []
    best = max(scores.values())
    signs = _shows_signs(lines)
    if signs and scores.get("latin-1") == best and "cp1252" in scores:
        best = max(score for name, score in scores.items() if name != "latin-1")
        del scores["latin-1"]
    strongest = max(tally.strong for name, tally in tallies.items() if scores.get(name) == best)
    sample = sampled(lines)
    if strongest < _ENOUGH and not _agreed(sample.lines):
        return []
    names = [name for name, score in scores.items() if score > best - 1e-9]
    channels: list[Channel] = []
    for name in names:
        if name == "cp1252" and not signs and _is_cut(sample):
            channels.append(Channel("latin-1", loss_of(page("latin-1"), sample)))
        elif name != "latin-1" or len(names) == 1:
            known = page(name)
            if _times(known, sample) == 2:
                return [Channel(name, loss_of_both(known, sample), 2)]
            channels.append(Channel(name, loss_of(known, sample)))
    return channels


def _agreed(lines: Sequence[str]) -> bool:
    """Whether ftfy, too, takes one of the first lines for damaged."""
    return any(lossless_edits(line, 0) for line in lines[:_FIRST_LINES])


def _runs(lines: Sequence[str]) -> list[tuple[str, str]]:
    """The lines that are counted in, each with what is beyond ASCII near its beginning."""
    chosen: list[tuple[str, str]] = []
    looked = 0
    for line in lines:
        looked += len(line)
        if looked > 10 * SAMPLE:
            break
        chosen.append((line, " ".join(RUN.findall(line, 0, SAMPLE))))
    return chosen


def _tally(known: Page, lines: Sequence[tuple[str, str]]) -> Tally:
    tally = Tally()
    seen = 0
    for line, runs in lines:
        mixed = len(known.mixed.findall(line, 0, SAMPLE)) if known.mixed is not None else 0
        if not mixed and not known.telling.search(runs):
            continue
        counts = Counter(known.unit.findall(runs))
        strong = sum(count for (whole, _, _), count in counts.items() if whole and is_strong(known, whole))
        strong = max(strong, mixed)
        if not strong:
            continue
        tally.strong += strong
        for (whole, cut, other), count in counts.items():
            if whole:
                good = PLAUSIBLE.match(known.read(whole) or "\x00")
                tally.whole += count * len(whole) if good else 0
                tally.other += 0 if good else count * len(whole)
            elif cut:
                tally.cut += count * len(cut)
            elif other != "\ufffd":
                tally.other += count
        seen += len(line)
        if seen > SAMPLE:
            break
    return tally


def _shows_signs(lines: Sequence[str]) -> bool:
    """Whether bytes 80-9F show as the signs that windows-1252 has for them; in ISO-8859-1 they get lost."""
    known = page("cp1252")
    looked = 0
    for line in lines:
        if any(known.sight(run).signs for run in RUN.findall(line, 0, _SIGHTED)):
            return True
        looked += len(line)
        if looked > _SIGHTED:
            break
    return False


def _is_cut(sample: Sample) -> bool:
    """Whether any sequence misses a byte."""
    return any(page("cp1252").sight(run).cuts for run in sample.runs)


def _times(known: Page, sample: Sample) -> int:
    """Two where the lines, once read rightly, are still full of sequences."""
    if known.name != "cp1252":
        return 1
    outer = inner = 0
    for run, count in sample.runs.items():
        sight = known.sight(run)
        outer += count * sight.wholes
        # A lead that got lost the second time, and a continuation byte of the first.
        inner += count * (sight.continuing + known.sight(sight.text).strong)
    return 2 if inner >= 2 and inner * 6 >= outer else 1
