"""What front matter may be at most, and how it is refused."""

from __future__ import annotations

import re

from curator.domain.errors import UnreadableFile

MOST_CHARACTERS = 1 << 20
"""The longest front matter that is read."""

MOST_LEVELS = 64
"""How deeply its values may be nested."""

MOST_VALUES = 20_000
"""How many values it may hold, aliases unfolded."""


def refusal(line: int, reason: str) -> UnreadableFile:
    """What to raise for front matter that cannot be read."""
    return UnreadableFile(
        f"Front matter, line {line}: {reason}.", "Mend that line in the file and import it again."
    )


def refuse_depth(source: str, line: int) -> None:
    """Raise UnreadableFile for more brackets open at a time than any honest front matter has.

    Brackets within quotes count too: a text that holds so many is none either.
    """
    level = 0
    for match in re.finditer(r"[\[\]{}]", source):
        level = level + 1 if match[0] in "[{" else max(0, level - 1)
        if level > MOST_LEVELS:
            where = line + source.count("\n", 0, match.start())
            raise refusal(where, f"more than {MOST_LEVELS} brackets are nested")
