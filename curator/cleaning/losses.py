"""Losses: what a channel did to undefined bytes, soft hyphens and no-break spaces, by what is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curator.cleaning.channels import Loss
from curator.cleaning.pages import RUN, Page, read_strictly

_MOST_UNITS = 4_000


def loss_of(known: Page, lines: Iterable[str]) -> Loss:
    """What the channel did to undefined bytes, soft hyphens and no-break spaces, by what is seen."""
    controls = hyphens = spaces = replaced = asked = cut = parted = seen = 0
    soft, fixed = known.values.get("\xad"), known.values.get("\xa0")
    for line in lines:
        for run in RUN.finditer(line):
            sight = known.sight(run[0])
            controls += sight.controls
            hyphens += sight.hyphens
            spaces += sight.spaces
            cut += len(sight.cuts)
            seen += sight.units
            for start, end in sight.cuts:
                first, last = run.start() + start, run.start() + end
                behind = line[last : last + 2]
                replaced += behind[:1] == "\ufffd"
                asked += behind[:1] == "?"
                parted += _is_parted(known, line, first, last)
        if seen > _MOST_UNITS:
            break
    if controls:
        lost = None
    elif replaced:
        lost = "\ufffd"
    elif asked >= 2 and asked * 2 > cut - parted:
        lost = "?"
    else:
        lost = "" if cut else None
    return Loss(
        undefined=lost if known.undefined else None,
        soft_hyphen="\xad" if soft is None or hyphens or not cut else "",
        no_break_space="\xa0" if fixed is None or spaces or not cut else " " if parted else "",
    )


def loss_of_both(known: Page, lines: Sequence[str]) -> Loss:
    """The loss of two readings, taken to be the same in both."""
    outer, inner = loss_of(known, lines), loss_of(known, [read_strictly(known, line) for line in lines])
    if outer.undefined is None and any(known.sight(run).cuts for line in lines for run in RUN.findall(line)):
        return outer
    undefined = inner.undefined if outer.undefined is None else outer.undefined
    kept = outer.soft_hyphen and inner.soft_hyphen
    seen = any("\xa0" in line for line in lines)
    spaces = "\xa0" if seen else min(outer.no_break_space, inner.no_break_space, key=len)
    return Loss(undefined, kept, spaces)


def _is_parted(known: Page, line: str, start: int, end: int) -> bool:
    """Whether the space after a cut sequence must be its no-break space."""
    behind = line[end : end + 2]
    if behind[:1] != " ":
        return False
    follower = behind[1:]
    if follower in {"", " ", ",", ".", ";", ":", ")", "!", "?", "\n"}:
        return True
    tail = known.values.get(follower, 0)
    if 0x80 <= tail <= 0xBF:
        return True
    alone = start == 0 or not (line[start - 1].isalnum() or line[start - 1] > "\x7f")
    return alone and end - start == 1 and known.values[line[start]] in {0xC3, 0xC5, 0xD0}
