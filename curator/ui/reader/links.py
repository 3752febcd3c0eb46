"""Links in the page: the words that one is made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtGui import QTextBlock


def words_of_link(block: QTextBlock, target: str, position: int) -> tuple[int, int] | None:
    """From where to where in the page the link to `target` reaches that a position lies in or at the end of.

    None where there is none. A link may change its style; words between two links to one address part them.
    """
    for address, pieces in groupby(_pieces(block), key=lambda piece: piece[0]):
        places = [place for _, *ends in pieces for place in ends]
        if address == target and places[0] <= position <= places[-1]:
            return places[0], places[-1]
    return None


def _pieces(block: QTextBlock) -> Iterator[tuple[str, int, int]]:
    """The pieces of a block that look alike: where each leads ("" for nowhere), its start and its end."""
    steps = block.begin()
    while not steps.atEnd():
        piece = steps.fragment()
        yield piece.charFormat().anchorHref(), piece.position(), piece.position() + piece.length()
        steps += 1
