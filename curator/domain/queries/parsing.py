"""The search language: from what an editor types to a tree of conditions.

    query      = any { ("or" | "OR" | "|") any }          every word beside another must hold
    any        = condition { condition }
    condition  = "-" condition | "(" query ")" | [ field ":" [ comparison ] ] value
    value      = word | "phrase"
    comparison = ":" then one of  >=  <=  >  <  =

`field:*` means the field is set, `field:` that it is empty; a `*` at the end of a word stands for
any letters, as does one anywhere in the value of a field that holds names.
"""

from __future__ import annotations

from curator.domain.errors import QueryError
from curator.domain.queries.tokens import Token, tokens
from curator.domain.queries.trees import EVERYTHING, And, Node, Not, Or, Query
from curator.domain.storable import storable_text


def parse(text: str) -> Query:
    """What the query means, or `QueryError` with the place that cannot be understood."""
    return Query(text, _Parser(storable_text(text)).whole())


def quoted(value: str) -> str:
    """The value as it has to be written in a query to be taken by the letter."""
    plain = value.isascii() and value.replace("-", "").replace(".", "").replace("_", "").isalnum()
    if plain and not value.startswith("-") and value.casefold() != "or":
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(tokens(text))
        self.place = 0
        conditions = [token for token in self.tokens if token.node is not None]
        if len(conditions) > _MOST:
            message = f"A query has {_MOST} words and conditions at most."
            hint = "Put the articles into a set, part by part, and ask for that."
            raise QueryError(message, conditions[_MOST].start, len(text), hint)

    def whole(self) -> Node:
        tree = self._alternatives(depth=0)
        if (token := self._peek()) is not None:
            message = "This bracket closes nothing." if token.kind == ")" else "Something is missing here."
            raise QueryError(message, token.start, token.end)
        return tree

    def _peek(self) -> Token | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def _alternatives(self, depth: int) -> Node:
        parts = [self._all_of(depth)]
        while (token := self._peek()) is not None and token.kind == "or":
            self.place += 1
            if parts[-1] == EVERYTHING or (following := self._all_of(depth)) == EVERYTHING:
                raise QueryError("“or” needs a condition on both sides.", token.start, token.end)
            parts.append(following)
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all_of(self, depth: int) -> Node:
        parts: list[Node] = []
        while (token := self._peek()) is not None and token.kind not in ("or", ")"):
            parts.append(self._condition(token, depth))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _condition(self, token: Token, depth: int) -> Node:
        self.place += 1
        if token.kind == "-":
            following = self._peek()
            if following is None or following.kind in ("or", ")"):
                raise QueryError("“-” needs something to leave out.", token.start, token.end)
            if depth > _DEEPEST:
                raise QueryError("The query is nested too deeply.", token.start, token.end)
            return Not(self._condition(following, depth + 1))
        if token.kind == "(":
            return self._bracket(token, depth)
        assert token.node is not None
        return token.node

    def _bracket(self, opening: Token, depth: int) -> Node:
        if depth > _DEEPEST:
            raise QueryError("The query is nested too deeply.", opening.start, opening.end)
        inside = self._alternatives(depth + 1)
        closing = self._peek()
        if closing is None or closing.kind != ")":
            raise QueryError("This bracket is not closed.", opening.start, opening.end)
        if inside == EVERYTHING:
            raise QueryError("There is nothing between the brackets.", opening.start, closing.end)
        self.place += 1
        return inside


_DEEPEST = 50
_MOST = 300
"""More would not fit into one statement: SQLite takes 1,000 parts, and a word may be up to three."""
