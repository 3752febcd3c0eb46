"""Losses: what a channel did to undefined bytes, soft hyphens and no-break spaces, by what is seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from curator.cleaning.channels import Loss, decoded
from curator.cleaning.pages import Page, read_strictly

_MOST_UNITS = 4_000


def loss_of(known: Page, lines: Iterable[str]) -> Loss:
    """What the channel did to undefined bytes, soft hyphens and no-break spaces, by what is seen."""
    undefined = {chr(byte) for byte in range(0x80, 0xA0) if "\x80" <= decoded(known.name, byte) <= "\x9f"}
    controls = hyphens = spaces = replaced = asked = cut = parted = seen = 0
    soft, fixed = known.values.get("\xad"), known.values.get("\xa0")
    for line in lines:
        for match in known.unit.finditer(line):
            if match[1]:
                controls += not undefined.isdisjoint(match[1])
                hyphens += "\xad" in match[1]
                spaces += "\xa0" in match[1]
            elif match[2]:
                cut += 1
                behind = line[match.end() : match.end() + 2]
                replaced += behind[:1] == "\ufffd"
                asked += behind[:1] == "?"
                parted += _is_parted(known, line, match, behind)
            seen += 1
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
        undefined=lost if undefined else None,
        soft_hyphen="\xad" if soft is None or hyphens or not cut else "",
        no_break_space="\xa0" if fixed is None or spaces or not cut else " " if parted else "",
    )


def loss_of_both(known: Page, lines: Sequence[str]) -> Loss:
    """The loss of two readings, taken to be the same in both."""
    outer, inner = loss_of(known, lines), loss_of(known, [read_strictly(known, line) for line in lines])
    if outer.undefined is None and any(match[2] for line in lines for match in known.unit.finditer(line)):
        return outer
    undefined = inner.undefined if outer.undefined is None else outer.undefined
    kept = outer.soft_hyphen and inner.soft_hyphen
    seen = any("\xa0" in line for line in lines)
    spaces = "\xa0" if seen else min(outer.no_break_space, inner.no_break_space, key=len)
    return Loss(undefined, kept, spaces)


def _is_parted(known: Page, line: str, match: re.Match[str], behind: str) -> bool:
    """Whether the space after a cut sequence must be its no-break space."""
    if behind[:1] != " ":
        return False
    follower = behind[1:]
    if follower in {"", " ", ",", ".", ";", ":", ")", "!", "?", "\n"}:
        return True
    tail = known.values.get(follower, 0)
    if 0x80 <= tail <= 0xBF:
        return True
    alone = match.start() == 0 or not (line[match.start() - 1].isalnum() or line[match.start() - 1] > "\x7f")
    return alone and known.values[match[2]] in {0xC3, 0xC5, 0xD0} if len(match[2]) == 1 else False
