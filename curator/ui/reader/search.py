"""Finding words in a page, without regard to case, accents and kinds of space."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from curator.domain.folding import folded
from curator.ui.reader.places import Places

_BREAK = "\u2029"


@lru_cache(maxsize=4096)
def _fold(sign: str) -> str:
    if sign == _BREAK:
        return sign
    return " " if sign.isspace() else folded(sign)


class Haystack:
    """A page's words ready for searching; `raw` is `QTextDocument.toRawText()`."""

    def __init__(self, raw: str) -> None:
        table = {sign: _fold(sign) for sign in set(raw)}
        self._folded = raw.translate({ord(sign): fold for sign, fold in table.items()})
        self._places = Places()
        self._places.add(0, 0, raw)
        self._uneven(raw, {sign: len(fold) for sign, fold in table.items() if len(fold) != 1})

    def _uneven(self, raw: str, lengths: dict[str, int]) -> None:
        """Note where folding makes more or less of a character than one: folded place, own place."""
        self._starts, self._targets = [0], [0]
        if not lengths:
            return
        shift = 0
        for match in re.finditer(f"[{re.escape(''.join(lengths))}]", raw):
            at, length = match.start(), lengths[match.group()]
            shift += length - 1
            self._starts.append(at + 1 + shift)
            self._targets.append(at + 1)

    def find(self, needle: str) -> list[tuple[int, int]]:
        """Where the needle stands: pairs of Qt positions, in order and without overlap."""
        wanted = "".join(map(_fold, needle))
        if not wanted.strip():
            return []
        return [
            (
                self._places.position(self._offset(hit.start())),
                self._places.position(self._offset(hit.end() - 1) + 1),
            )
            for hit in re.finditer(re.escape(wanted), self._folded)
        ]

    def _offset(self, place: int) -> int:
        """The character of the page that a folded one came from."""
        index = bisect_right(self._starts, place) - 1
        offset = self._targets[index] + place - self._starts[index]
        following = self._targets[index + 1] if index + 1 < len(self._targets) else None
        return offset if following is None else min(offset, following - 1)
