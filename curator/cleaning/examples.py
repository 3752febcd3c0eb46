"""Examples: lines that show damaged words quoted, or beside what they should read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curator.cleaning.edits import Edit, Found, edited
from curator.cleaning.lines import Line, moved, with_edits

_MOST = 12
"""Repairs of a text that may be about mojibake: one that has more is damaged."""
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"„[^„\n]{1,80}?[“”](?!\w)|(?<!\w)“[^“\n]{1,80}?”(?!\w)|«[^«»\n]{1,80}»|»[^«»\n]{1,80}«")
"""Matches what stands in quotation marks that damage would not have spared."""


def without_examples(found: Found, lines: Sequence[Line]) -> Found:
    """What was found, without the edits of lines in which all that is repaired stands undamaged, too."""
    if not 0 < sum(map(len, found.edits)) <= _MOST:
        return found
    for line, edits in with_edits(found, lines):
        if not _are_examples(line.text, edits):
            found.edits[line.part] += [moved(edit, line.start) for edit in edits]
    if not any(found.edits):
        return Found(found.edits)
    return found


def _are_examples(line: str, edits: Sequence[Edit]) -> bool:
    if _are_quoted(line, edits):
        return True
    rest = edited(line, [edit._replace(after=" ") for edit in edits])
    read = [word for edit in edits for word in _WORD.findall(edit.after) if not word.isascii()]
    signs = {
        sign
        for edit in edits
        for sign in edit.after
        if sign > "\x7f" and not (sign.isalnum() or sign.isspace())
    }
    return bool(read) and set(_WORD.findall(rest)).issuperset(read) and signs.issubset(rest)


def _are_quoted(line: str, edits: Sequence[Edit]) -> bool:
    """Whether all that would change stands in quotation marks, and most of the line does not."""
    quoted = [match.span() for match in _QUOTED.finditer(line)]
    if not quoted or 2 * sum(end - start for start, end in quoted) > len(line):
        return False
    # A piece has the quotation marks with it, and signs behind them.
    return all(
        any(
            start <= edit.start and line[end : edit.end].isascii()
            for start, end in quoted
            if edit.start < end
        )
        for edit in edits
    )
