"""Readings: a text as items, tokens and phrases with what the lexicons say of them, ready for the grammars.

Each item has a letter in the alphabet of amounts and one in that of dates (`curator.extraction.kinds`); the
letters of a whole text make two strings, over which the grammars are regular expressions.
"""

from __future__ import annotations

from decimal import Decimal

from curator.extraction.lexicon import Lexicon
from curator.extraction.numbers import fraction_value, numeral_value, writes_points
from curator.extraction.words import Node

_NEAR = 6


class Reading:
    """The items of one text, as parallel lists; `hedges` are the items that tell of plans or doubts."""

    __slots__ = ("_pointed", "amounts", "dates", "ends", "hedges", "lexicons", "nodes", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.nodes: list[Node | None] = []
        self.lexicons: list[Lexicon] = []
        self.amounts: list[str] = []
        self.dates: list[str] = []
        self.hedges: list[int] = []
        self._pointed: bool | None = None

    def written(self, item: int) -> str:
        """The words of an item."""
        return self.text[self.starts[item] : self.ends[item]]

    def term(self, item: int, kind: str) -> str | None:
        """What an item means as that kind, None if it is none."""
        node = self.nodes[item]
        return None if node is None else node.terms.get(kind)

    def says(self, item: int, kind: str) -> bool:
        """Whether an item begins with one of the words that its language, or English, has for something."""
        return self.written(item).split(" ")[0].casefold() in self.lexicons[item].said.get(kind, ())

    def writes(self, item: int, trait: str) -> bool:
        """Whether the language of an item has a trait in its writing of amounts."""
        return trait in self.lexicons[item].traits

    def tight(self, item: int) -> bool:
        """Whether an item stands directly after the one before it."""
        return item > 0 and self.ends[item - 1] == self.starts[item]

    def number(self, item: int) -> Decimal | None:
        """The value of a numeral, number word, scale or fraction."""
        node = self.nodes[item]
        if node is None:
            written, lexicon_ = self.written(item), self.lexicons[item]
            american = "," in written and "both_decimals" in lexicon_.traits and self._is_american(item)
            return numeral_value(written, "." if american else lexicon_.decimal)
        letter = self.amounts[item]
        terms = node.terms
        if letter == "f":
            return fraction_value(terms["fraction"])
        if letter == "X":
            return Decimal(1_000_000)
        for kind in (
            ("glued_scale",) if letter == "g" else ("scale", "one_scale", "hundred", "number", "article")
        ):
            if kind in terms:
                return Decimal(terms[kind])
        return None

    def _is_american(self, item: int) -> bool:
        """Whether Spanish writes a comma for thousands, as from Mexico to Peru.

        By the sign before it ("$1,500"), the money after it ("18,400 millones de soles"; prices in
        euros have three decimals at the pump), or the decimals of the whole text.
        """
        if item > 0 and self.amounts[item - 1] in "Yyk" and self.written(item - 1) not in {"€", "£"}:
            return True
        if self._pointed is None:
            self._pointed = writes_points(self.text)
        return self._pointed or self._counts_other_money(item)

    def _counts_other_money(self, item: int) -> bool:
        for at in range(item + 1, min(item + _NEAR, len(self.amounts))):
            if self.amounts[at] in "CK":
                unit = self.term(at, "code") or self.term(at, "currency") or "EUR"
                return not unit.startswith("EUR")
            if self.amounts[at] not in "SsXol":
                return False
        return False

    def integer(self, item: int) -> int | None:
        """The value of digits or a number word as a whole number, None if it is none."""
        node = self.nodes[item]
        if node is not None:
            for kind in ("ordinal", "roman", "number", "article", "half_fixed"):
                if kind in node.terms and "." not in node.terms[kind] and "/" not in node.terms[kind]:
                    return int(node.terms[kind])
            return None
        written = self.written(item)
        return int(written) if written.isdecimal() and len(written) <= 6 else None
