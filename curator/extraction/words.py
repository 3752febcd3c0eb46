"""The words of a language as tables: what each may mean in an amount or a date, and which phrases it opens.

Each meaning is a kind and a value; a kind has a letter for amounts, one for dates, or both
(`curator.extraction.kinds`).
"""

from __future__ import annotations

from typing import Any

from curator.extraction.compounds import Compounds
from curator.extraction.kinds import AMOUNT_LETTERS, DATE_LETTERS

_AMOUNTS = {kind: (rank, letter) for rank, (kind, letter) in enumerate(AMOUNT_LETTERS.items())}
_DATES = {kind: (rank, letter) for rank, (kind, letter) in enumerate(DATE_LETTERS.items())}
_NONE = (99, "x")


class Node:
    """What a word means and which phrases it opens.

    `terms` maps kinds to values; `amount` and `date` are its letters in the two grammars ("x" for none);
    `hedge` says that it tells of plans or doubts. `owner` is the language that may change it.
    """

    __slots__ = ("amount", "date", "hedge", "next", "owner", "terms")

    def __init__(self, terms: dict[str, Any], following: Words | None = None, owner: str = "") -> None:
        self.terms = terms
        self.next = following
        self.owner = owner
        self.amount = "x"
        self.date = "x"
        self.hedge = False

    def settle(self) -> None:
        """Take the letters anew from the terms."""
        terms = self.terms
        self.amount = min((_AMOUNTS[kind] for kind in terms if kind in _AMOUNTS), default=_NONE)[1]
        self.date = min((_DATES[kind] for kind in terms if kind in _DATES), default=_NONE)[1]
        if self.date == "x" and "fraction" in terms:
            self.date = "~" if terms["fraction"] == "1/2" else "+"
        elif self.date == "x" and "approx" in terms:
            self.date = "≈"
        self.hedge = "status" in terms or "to_come" in terms

    def following(self, owner: str) -> Words:
        """The words that go on its phrases, those of the owner to add to."""
        if self.next is None:
            self.next = Words(owner=owner)
        elif self.next.owner != owner:
            self.next = self.next.shared(owner)
        return self.next


_LONGEST_WORD = 90
_FIRST_KEPT, _NEXT_KEPT = 1 << 16, 1 << 11
"""First words, and words that go on one phrase, so many of which are kept once they are worked out."""
_LONGEST_ENDING = 7
_LEAST_CAPITALS = 4


class Words(dict[str, Node | None]):
    """Words to nodes; inflected and compounded words are worked out once and kept.

    `opens` says that these are first words, not those that go on a phrase ("km 2"): digits are none. Tables
    and nodes are shared between languages; what another owner made is copied before it is changed.
    """

    def __init__(self, compounds: Compounds | None = None, *, opens: bool = False, owner: str = "") -> None:
        super().__init__()
        self.opens = opens
        self.owner = owner
        self.exact: dict[str, Node] = {}
        self.folded: dict[str, Node] = {}
        self.stems: dict[str, Node] = {}
        self.compounds = compounds

    def shared(self, owner: str, compounds: Compounds | None = None) -> Words:
        """The same words for another owner to add to."""
        words = Words(compounds, opens=self.opens, owner=owner)
        words.exact = self.exact.copy()
        words.folded = self.folded.copy()
        words.stems = self.stems.copy()
        return words

    def __missing__(self, word: str) -> Node | None:
        if len(word) > _LONGEST_WORD or (self.opens and word[0].isdecimal()):
            return None
        if len(self) > (_FIRST_KEPT if self.opens else _NEXT_KEPT):
            self.clear()
        node = self[word] = self._found(word)
        return node

    def opening(self, token: str) -> Node:
        """The node that a lexicon token leads to, ours to change; made if need be."""
        table, key = self._place(token)
        node = table.get(key)
        if node is None:
            node = table[key] = Node({}, owner=self.owner)
        elif node.owner != self.owner:
            node = table[key] = Node(dict(node.terms), node.next, self.owner)
        return node

    def forget(self, token: str) -> None:
        """Leave out a whole word's own meanings (phrases that it opens stay)."""
        for table in (self.exact, self.folded):
            node = table.get(token)
            if node is not None:
                table[token] = Node({}, node.next, self.owner)

    def _place(self, token: str) -> tuple[dict[str, Node], str]:
        if token.endswith("*"):
            return self.stems, token[:-1].casefold()
        if token.startswith("="):
            return self.exact, token[1:]
        return self.folded, token.casefold()

    def _found(self, word: str) -> Node | None:
        exact = self.exact.get(word)
        if exact is None and len(word) >= _LEAST_CAPITALS and word.isupper():
            exact = self.exact.get(word.capitalize())  # MILLIARDEN in a headline
        folded_word = word.casefold().replace("i\u0307", "i")
        folded = self.folded.get(folded_word)
        if exact is not None and folded is not None:
            return _joined(folded, exact)
        node = exact or folded
        if node is None or not node.terms:
            stem = self._by_stem(folded_word)
            node = stem if node is None or stem is None else _joined(stem, node)
            node = node or exact or folded
        elif (stem := self._by_stem(folded_word)) is not None and stem.next is not None:
            following = stem.next if node.next is None else _joined(stem, node).next
            node = Node(node.terms, following)  # "теравата" is a unit, and opens "терават* сат*"
        by_stem = exact is None and folded is None and node is not None and "scale" in node.terms
        if (node is None or by_stem) and self.compounds is not None:
            terms = self.compounds.terms(folded_word)
            node = Node(terms) if terms else node  # "tisícpäťsto" is no case of a thousand
        if node is not None:
            node.settle()
            if node.amount == "K" and "currency" in node.terms and word.islower():
                node.amount = "C"  # "280 tisíc eur 13. novembra": a word for euros, no code
        return node

    def _by_stem(self, word: str) -> Node | None:
        stems = self.stems
        if not stems:
            return None
        for length in range(len(word), max(1, len(word) - _LONGEST_ENDING), -1):
            node = stems.get(word[:length])
            if node is not None:
                return node
        return None


def _joined(first: Node, second: Node) -> Node:
    """A node with the meanings and phrases of both, which stay as they are."""
    following = second.next if first.next is None else first.next  # a table is falsy until used
    if first.next is not None and second.next is not None and first.next is not second.next:
        following = Words()
        for table in ("exact", "folded", "stems"):
            mine = getattr(following, table)
            mine.update(getattr(first.next, table))
            for key, node in getattr(second.next, table).items():
                mine[key] = node if key not in mine else _joined(mine[key], node)
    joined = Node({**first.terms, **second.terms}, following)
    joined.settle()
    return joined
