"""Line ends: a text with LF alone, and the way back to places in the text as it was."""

from __future__ import annotations

import re
from bisect import bisect_left

from curator.formats.front_matter.places import Edit

_END = re.compile("\r\n?")


def with_lf(text: str) -> str:
    """The text with LF line ends."""
    return _END.sub("\n", text) if "\r" in text else text


class LineEnds:
    """Where the line ends of a text stand that `with_lf` made one character, and how its first one is."""

    def __init__(self, original: str) -> None:
        self._pairs = [match.start() - number for number, match in enumerate(re.finditer("\r\n", original))]
        first = re.search("\r\n|\r|\n", original)
        self._first = first[0] if first else "\n"

    def moved(self, edit: Edit) -> Edit:
        """An edit of the text with LF as one of the text as it was, with line ends as its first one."""
        start, end = (place + bisect_left(self._pairs, place) for place in (edit.start, edit.end))
        return Edit(start, end, edit.text.replace("\n", self._first))
