"""Query tokens: the pieces of a query by their places, each condition checked as far as it can be alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curator.domain.errors import QueryError
from curator.domain.queries.amounts import amounts
from curator.domain.queries.dates import is_date
from curator.domain.queries.trees import ALIASES, FIELDS, HAS, ORDERED, STATES, Comparison, Field, Node, Words


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query, by its place."""

    kind: str  # "(", ")", "-", "or", "condition"
    start: int
    end: int
    node: Node | None = None


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a query in order; `QueryError` at one that cannot be understood."""
    place = 0
    while place < len(text):
        character = text[place]
        if character.isspace():
            place += 1
        elif character in "()|":
            yield Token("or" if character == "|" else character, place, place + 1)
            place += 1
        elif character == "-" and place + 1 < len(text) and not text[place + 1].isspace():
            yield Token("-", place, place + 1)
            place += 1
        else:
            token = _condition_at(text, place)
            yield token
            place = token.end


def _condition_at(text: str, start: int) -> Token:
    if text[start] in _QUOTES:
        value, end = _phrase(text, start)
        if not value.strip():
            raise QueryError("There is nothing between the quotes.", start, end)
        return Token("condition", start, end, Words(value, phrase=True, start=start, end=end))
    end = _word_end(text, start, stop_at_colon=True)
    if end < len(text) and text[end] == ":" and end > start and _names_a_field(text[start:end]):
        return _field_at(text, start, end)
    if text[start] == ":":
        raise QueryError("A field is missing before “:”.", start, start + 1, _fields_hint())
    end = _word_end(text, start)
    word = text[start:end]
    if word in ("or", "OR"):
        return Token("or", start, end)
    return Token("condition", start, end, Words(word, phrase=False, start=start, end=end))


def _field_at(text: str, start: int, colon: int) -> Token:
    typed = text[start:colon].casefold()
    name = ALIASES.get(typed, typed)
    if name not in FIELDS:
        raise QueryError(f"Unknown field: {text[start:colon]}.", start, colon, _fields_hint())
    comparison, place = _comparison_at(text, colon + 1)
    if place < len(text) and text[place] in _QUOTES:
        value, end = _phrase(text, place)
        node = Field(name, comparison, value, quoted=True, start=start, end=end)
    else:
        end = _word_end(text, place)
        node = Field(name, comparison, text[place:end], quoted=False, start=start, end=end)
    _check(node, place)
    return Token("condition", start, end, node)


def _comparison_at(text: str, place: int) -> tuple[Comparison, int]:
    for comparison in (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.MORE, Comparison.LESS):
        if text.startswith(comparison.value, place):
            return comparison, place + len(comparison.value)
    if text.startswith("=", place):
        return Comparison.EQUAL, place + 1
    return Comparison.MATCHES, place


def _check(field: Field, place: int) -> None:
    """Refuse what no article could ever match, with the place of the value."""
    by_size = field.comparison not in (Comparison.MATCHES, Comparison.EQUAL)
    if by_size and field.name not in ORDERED:
        ordered = ", ".join(sorted(ORDERED))
        raise QueryError(
            f"“{field.comparison.value}” cannot be used with {field.name}.",
            place - len(field.comparison.value),
            field.end,
            f"Fields that can be compared by size are {ordered}.",
        )  # fmt: skip
    if field.wants_none or field.wants_any:
        if by_size:
            raise QueryError(f"A value is missing after “{field.comparison.value}”.", field.start, field.end)
        return
    problem = _problem(field)
    if problem:
        raise QueryError(problem, place, field.end)


def _problem(field: Field) -> str:
    value = field.value
    if field.name == "importance" and value not in ("0", "1", "2", "3", "4", "5"):
        return f"Importance is a number from 1 to 5, not “{value}”."
    if field.name == "id" and not (value.isascii() and value.isdigit() and len(value) < _LONGEST_ID):
        return f"An id is a whole number, not “{value}”."
    if field.name == "amount" and not amounts(value):
        return f"An amount is written 1e9usd, 5bn, 300MW or 20%, not “{value}”."
    if field.name in ("published", "due") and not all(is_date(part) for part in value.split("..", 1)):
        return f"A date is written 2026, 2026-01 or 2026-01-27, not “{value}”."
    if field.name in ("state", "is") and value.casefold() not in STATES:
        return f"A state is inbox, in_review, reviewed or unreviewed, not “{value}”."
    if field.name == "has" and value.casefold() not in HAS:
        return f"“has:” takes {', '.join(HAS)}, not “{value}”."
    return ""


_LONGEST_ID = 19


_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»"}


def _phrase(text: str, start: int) -> tuple[str, int]:
    closing = _QUOTES[text[start]]
    letters: list[str] = []
    place = start + 1
    while place < len(text):
        character = text[place]
        if character == "\\" and text[place + 1 : place + 2] in ("\\", '"'):
            letters.append(text[place + 1])
            place += 2
            continue
        if character in closing:
            return "".join(letters), place + 1
        letters.append(character)
        place += 1
    raise QueryError("This quote is not closed.", start, len(text))


def _word_end(text: str, start: int, *, stop_at_colon: bool = False) -> int:
    place = start
    while place < len(text):
        character = text[place]
        if character.isspace() or character in '()|"' or (stop_at_colon and character == ":"):
            break
        place += 1
    return place


def _names_a_field(word: str) -> bool:
    """Whether the word before a colon can be meant as a field: letters only, so that 10:30 is a word."""
    return word.replace("_", "").isalpha() and word.casefold() not in ("http", "https")


def _fields_hint() -> str:
    return f"Fields are {', '.join(FIELDS)}."
