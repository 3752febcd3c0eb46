"""Pieces: the stretches of a line that are read as one, by channel."""

from __future__ import annotations

import re
from functools import cache

from curator.cleaning.damage.channels import Channel
from curator.cleaning.damage.pages import page

_LONGEST = 4000


@cache
def pieces_of(channel: Channel) -> re.Pattern[str]:
    """Matches runs of letters, digits and anything beyond ASCII, with at least one of the last.

    Where lost characters became spaces or question marks, these belong to the run.
    """
    losses = (channel.loss.undefined, channel.loss.no_break_space, channel.loss.soft_hyphen)
    marks = "".join(sign for sign in "? " if sign in losses)
    inner = "[A-Za-z0-9'\\u0080-\\U0010ffff]"
    if marks:
        inner = f"(?:{_cut(channel, f'[{marks}]')}|{inner})"
    return re.compile(f"[A-Za-z0-9']{{0,40}}+(?=[^\\x00-\\x7f]){inner}{{1,{_LONGEST}}}")


def _cut(channel: Channel, mark: str) -> str:
    """Matches sequences, whole or with marks in them; of text read twice whatever may be one."""
    two, three, four = (_class(channel, *span) for span in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4)))
    tail = _class(channel, 0x80, 0xBF)
    if channel.times != 1:
        return f"(?:{two}|{three}|{four}){tail}{{0,2}}{mark}{{1,2}}{tail}?|{mark}(?={tail})"
    return (
        f"{two}{tail}|{three}{tail}{{2}}|{four}{tail}{{3}}|{two}{mark}|{three}{tail}?{mark}{{1,2}}{tail}?"
        f"|{four}{tail}{{0,2}}{mark}{{1,2}}{tail}?|{mark}(?={tail})"
    )


def _class(channel: Channel, first: int, last: int) -> str:
    values = page(channel.page).values
    return (
        "[" + "".join(re.escape(sign) for sign, byte in sorted(values.items()) if first <= byte <= last) + "]"
    )


@cache
def sequences_of(channel: Channel) -> re.Pattern[str]:
    """Matches letters and digits in ASCII with sequences of lead and continuation characters."""
    return re.compile(f"(?:[A-Za-z0-9']{{1,40}}|{page(channel.page).unit.pattern.split('|([^')[0]})+")
