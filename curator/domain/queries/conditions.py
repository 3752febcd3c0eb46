"""The single conditions of a query, as an editor ticks them on and off."""

from __future__ import annotations

from curator.domain.errors import QueryError
from curator.domain.queries.parsing import quoted
from curator.domain.queries.tokens import tokens


def condition(field: str, value: str) -> str:
    """A condition that a field has a value, quoted where it must be."""
    plain = value.isidentifier() or (value.replace("-", "").isalnum() and not value.startswith("-"))
    return f"{field}:{value.lower() if plain else quoted(value)}"


def conditions(query: str) -> list[str]:
    """The conditions of a query in order, each with the minus that leaves it out; brackets and “or” apart.

    Joined by spaces they mean the same. Of a query that is not understood, its words.
    """
    found: list[str] = []
    try:
        for token in tokens(query):
            words = query[token.start : token.end]
            if found and found[-1] == "-":
                found[-1] += words
            else:
                found.append(words)
    except QueryError:
        return query.split()
    return found


def toggled(query: str, condition: str, *, leave_out: bool = False) -> str:
    """The query with a condition added, or without it if it holds the condition or leaves it out already."""
    found = conditions(query)
    left_out = f"-{condition}"
    if condition in found or left_out in found:
        return " ".join(each for each in found if each not in (condition, left_out))
    return " ".join([*found, left_out if leave_out else condition])
