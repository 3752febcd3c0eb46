"""What pages are made of: blocks of runs, each run the very words at their place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is set as."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CODE = "code"
    ROW = "row"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together in one style: `text[start:end]`, verbatim.

    `before` is what is shown between the run before and this one: nothing, a space or a line break;
    it belongs to no place in the text. `link` is the target of a link, "" for none. `picture` marks what is
    said of a picture, `cell` counts the columns in a row of a table.
    """

    start: int
    end: int
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False
    link: str = ""
    picture: bool = False
    before: str = ""
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item of a list, line of code or row of a table.

    `level` is a heading's (1 to 6), and 1 for the heading row of a table. `depth` is how many lists a
    block stands in, `bullet` what stands before an item ("•", "3."); a paragraph with a depth goes on
    in the item before it. `quote` is how many block quotes it stands in.
    """

    kind: BlockKind
    runs: tuple[Run, ...]
    level: int = 0
    depth: int = 0
    bullet: str = ""
    quote: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a text in reading order; their runs ascend and do not overlap."""

    blocks: tuple[Block, ...]

    def runs(self) -> Iterator[Run]:
        """All runs in reading order."""
        for block in self.blocks:
            yield from block.runs
