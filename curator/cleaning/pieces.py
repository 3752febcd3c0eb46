"""Pieces: the stretches of a line that are read as one, by channel."""

from __future__ import annotations

import re
from functools import cache

from curator.cleaning.channels import Channel
from curator.cleaning.pages import page

_LONGEST = 4000


@cache
def pieces_of(channel: Channel) -> re.Pattern[str]:
    """Matches runs of letters, digits and anything beyond ASCII, with at least one of the last.

    Where lost characters became spaces or question marks, these belong to the run.
    """
    known = page(channel.page)
    leads = "".join(re.escape(sign) for sign, byte in sorted(known.values.items()) if 0xC2 <= byte <= 0xF4)
    tails = "".join(re.escape(sign) for sign, byte in sorted(known.values.items()) if 0x80 <= byte <= 0xBF)
    losses = (channel.loss.undefined, channel.loss.no_break_space, channel.loss.soft_hyphen)
    marks = "".join(sign for sign in "? " if sign in losses)
    inner = "[A-Za-z0-9'\\u0080-\\U0010ffff]"
    if marks:
        cut = f"[{leads}][{tails}]{{0,2}}[{marks}]{{1,2}}[{tails}]?"
        inner = f"(?:{cut}|[{marks}](?=[{tails}])|{inner})"
    return re.compile(f"[A-Za-z0-9']{{0,40}}(?=[^\\x00-\\x7f]){inner}{{1,{_LONGEST}}}")


def sequences_of(channel: Channel) -> re.Pattern[str]:
    """Matches letters and digits in ASCII with sequences of lead and continuation characters."""
    known = page(channel.page)
    return re.compile(f"(?:[A-Za-z0-9']{{1,40}}|{known.unit.pattern.split('|([^')[0]})+")
