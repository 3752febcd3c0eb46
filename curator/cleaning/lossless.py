"""Lossless mojibake: lines whose damage can be undone byte by byte, by ftfy (Speer 2019).

Only `ftfy.fix_encoding` is asked, never `fix_text`, and its answer stands only where reading it by some
code page gives the line back: so nothing is guessed, and the place of each character is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.cleaning.channels import Channel, decoded
from curator.cleaning.edits import Edit
from curator.domain.repairs import RepairKind

CONFIDENCE = 0.99
_PAGES = ("cp1252", "latin-1", "cp1254", "cp1250", "cp1251", "mac-roman", "cp437", "cp1253", "cp1257", "iso8859-2")
_LONGEST = 20_000
_PIECE = re.compile(r"[^\s!-/:-@\[-`{-~]+")
_DOUBTFUL = re.compile("[\x80-\x9f\u0300-\u036f\ufffd]")


def lossless_edits(line: str, start: int) -> list[Edit]:
    """The edits that undo a line's damage, none if ftfy finds none; `start` is the line's place."""
    if len(line) > _LONGEST:
        return []
    from ftfy import fix_encoding  # noqa: PLC0415 - 40 ms that clean text never needs

    fixed = fix_encoding(line)
    if fixed == line or _DOUBTFUL.search(fixed):
        return []
    for channel in _channels():
        pieces = _aligned(line, fixed, channel)
        if pieces is not None:
            return list(_edits(line, fixed, pieces, channel, start))
    return []


def _channels() -> Iterator[Channel]:
    for times in (1, 2):
        for page in _PAGES:
            yield Channel(page, times=times)


def _aligned(line: str, fixed: str, channel: Channel) -> list[int] | None:
    """Where in the damaged line each character of the fixed one begins; None if it isn't its image.

    Characters may also stand undamaged: ftfy mends single sequences within a line.
    """
    places: list[int] = []
    place = 0
    for character in fixed:
        places.append(place)
        image = channel.image(character) if not character.isascii() else character
        if line.startswith(image, place):
            place += len(image)
        elif line.startswith(character, place):
            place += 1
        else:
            return None
    places.append(place)
    return places if place == len(line) else None


def _edits(line: str, fixed: str, places: list[int], channel: Channel, start: int) -> Iterator[Edit]:
    for match in _PIECE.finditer(fixed):
        begin, end = places[match.start()], places[match.end()]
        if line[begin:end] != match[0]:
            yield Edit(
                start + begin, start + end, match[0], RepairKind.MOJIBAKE, channel.name, CONFIDENCE
            )


def suspicious(page: str) -> tuple[str, str]:
    """The characters a page has for UTF-8 lead bytes, and for continuation bytes."""
    leads = "".join(decoded(page, byte) for byte in range(0xC2, 0xF5))
    return leads, "".join(decoded(page, byte) for byte in range(0x80, 0xC0))
