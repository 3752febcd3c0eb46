"""Plain blocks: paragraphs, lists and headings of a text that carries no markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curator.domain.spans import Span
from curator.formats.blocks.inlines import plain_runs
from curator.formats.blocks.page_blocks import Block, BlockKind
from curator.formats.blocks.paragraphs import paragraphs

_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<bullet>[•·▪‣◦●○■□*–-]|\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_ALWAYS = "•·▪‣◦●○■□"
"""Nothing but bullets; a dash, star or number needs company, as it may open speech or a date."""

_LONGEST_HEADING = 80
_FINAL = re.compile(r"[.!?…:;,。！？：；，、\"“”»)\]]\s*$")
_LIKE_BYLINE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[:：]|^(?:By|Von|Par|Por|Di|Od|Af|Av) ")
_WRAPPED_AT = range(50, 121)
_FULL = 0.72


@dataclass(slots=True)
class _Piece:
    """Lines that belong together: a paragraph, or an item with its bullet."""

    lines: list[Span]
    bullet: str = ""
    indent: int = 0


def plain_blocks(text: str, start: int, end: int) -> list[Block]:
    """The blocks of the plain text that stands from `start` to `end`."""
    company = _company(text, start, end)
    found = [list(_pieces(text, span, company)) for span in paragraphs(text, start, end)]
    blocks: list[Block] = []
    indents: list[int] = []
    for place, pieces in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        for piece in pieces:
            if piece.bullet:
                blocks.append(_item(text, piece, indents))
                continue
            indents.clear()
            heading = len(pieces) == 1 and following is not None and _is_heading(text, piece, following[0])
            kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
            runs = plain_runs(text, piece.lines, _gap(text, piece.lines))
            if runs:
                blocks.append(Block(kind, tuple(runs), 3 if heading else 0))
    return blocks


def _company(text: str, start: int, end: int) -> frozenset[str]:
    """The signs that stand before more than one line, and so are bullets."""
    counts: dict[str, int] = {}
    for match in re.finditer(rf"^{_BULLET.pattern}", text[start:end], re.MULTILINE):
        sign = _sign(match["bullet"])
        counts[sign] = counts.get(sign, 0) + 1
    return frozenset(sign for sign, count in counts.items() if count > 1)


def _sign(bullet: str) -> str:
    return bullet[-1] if bullet[0].isdigit() else bullet


def _pieces(text: str, span: Span, company: frozenset[str]) -> Iterator[_Piece]:
    piece: _Piece | None = None
    place = span.start
    for line in text[span.start : span.end].split("\n"):
        match = _BULLET.match(line)
        own = Span(place, place + len(line))
        place = own.end + 1
        if match and (match["bullet"] in _ALWAYS or _sign(match["bullet"]) in company):
            if piece:
                yield piece
            words = Span(own.start + match.end(), own.end)
            indent = len(match["indent"].expandtabs(4))
            piece = _Piece([words], match["bullet"] if match["bullet"][0].isdigit() else "•", indent)
        elif piece:
            piece.lines.append(own)
        else:
            piece = _Piece([own])
    if piece:
        yield piece


def _item(text: str, piece: _Piece, indents: list[int]) -> Block:
    """An item of a list; those indented further than the one before stand deeper."""
    while indents and piece.indent < indents[-1]:
        indents.pop()
    if not indents or piece.indent > indents[-1] + 1:
        indents.append(piece.indent)
    return Block(
        BlockKind.ITEM, tuple(plain_runs(text, piece.lines, " ")), 0, min(len(indents), 6), piece.bullet
    )


def _is_heading(text: str, piece: _Piece, following: _Piece) -> bool:
    """Whether a paragraph is a short line alone, without an end, before something longer."""
    words = text[piece.lines[0].start : piece.lines[-1].end].strip()
    if len(piece.lines) > 1 or not 2 < len(words) <= _LONGEST_HEADING or _FINAL.search(words):
        return False
    if not any(map(str.isalpha, words)) or _is_byline(words):
        return False
    after = following.lines[-1].end - following.lines[0].start
    return bool(following.bullet) or after > len(words) * 1.5


def _is_byline(words: str) -> bool:
    """Whether a line says who reported when; the tables that know are loaded only for likely ones."""
    if not _LIKE_BYLINE.search(words):
        return False
    from curator.formats.documents.bylines import byline

    return byline(words) is not None


def _gap(text: str, lines: list[Span]) -> str:
    """What stands between the lines: a space where they were wrapped by a program, else a break."""
    if len(lines) < 2:
        return " "
    lengths = [len(text[line.start : line.end].rstrip()) for line in lines]
    longest = max(lengths)
    wrapped = longest in _WRAPPED_AT and all(length >= longest * _FULL for length in lengths[:-1])
    return " " if wrapped else "\n"
