"""YAML front matter: to plain data through its node tree, so that nothing is ever constructed.

Scalars follow YAML 1.2's core schema, without octal numbers: `no` is Norway and dates stay as they
are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from curator.domain.changes import Value
from curator.formats.front_matter.limits import MOST_LEVELS, MOST_VALUES, refusal, refuse_depth
from curator.formats.front_matter.shielding import Shield

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _CoreLoader(_Loader):
    """A loader that knows only what the core schema calls null, true, false and a number."""

    yaml_implicit_resolvers: dict[str | None, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


_TAGS = "tag:yaml.org,2002:"
for _name, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})", list("-+0123456789")),
    ("float", r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}(?:[eE][-+]?[0-9]{1,2})?", list("-+0123456789")),
    ("merge", r"<<", ["<"]),
):
    _CoreLoader.add_implicit_resolver(f"{_TAGS}{_name}", re.compile(f"^(?:{_pattern})$"), _first)

TEXT = f"{_TAGS}str"
"""The tag of a node that is plain text."""

_KINDS = ("null", "bool", "int", "float", "merge", "str", "seq", "map")
_OWN_TAGS = frozenset(f"{_TAGS}{name}" for name in _KINDS)
_OBJECT = re.compile(r"/[\w./-]+:")
"""What a tag has that names a class, a function or a module: "python/object/apply:", "ruby/object:"."""
_COMPACT = re.compile(rf"^[ ]*(?:[-?:][ \t]+){{{MOST_LEVELS}}}", re.MULTILINE)
_ALIAS = re.compile(r"(?:^|[\s\[{,:-])[&*][^\s\[\]{},]")

_TABBED = re.compile(r" *\t")

_REASONS = (
    ("while scanning a quoted scalar", "a quote is not closed"),
    ("found character '\\t'", "a tab stands where only spaces may"),
    ("found a tab character", "a tab stands where only spaces may"),
    ("mapping values are not allowed", "a colon followed by a space needs quotes around the value"),
    ("expected ',' or ']'", "a [ is not closed"),
    ("expected ',' or '}'", "a { is not closed"),
    ("while parsing a flow", "a bracket is not closed"),
    ("could not find expected ':'", "a key without a colon"),
    ("expected <block end>", "the indentation does not fit the line before"),
    ("did not find expected key", "the indentation or a quote does not fit the line before"),
    ("did not find expected '-' indicator", "the indentation of the list does not fit"),
    ("found undefined alias", "an alias (*) names nothing"),
    ("found character that cannot start", "a value begins with a sign that needs quotes"),
    ("found unknown escape", "an unknown escape (\\) in a double-quoted value"),
    ("expected a single document", "a second document begins"),
    ("found undefined tag handle", "an unknown tag (!)"),
)


def load(source: str, line: int) -> tuple[Any, list[str]]:
    """The value of YAML front matter and notes on it; `line` is that of its first line in the file.

    Raises UnreadableFile with the line.
    """
    shield = Shield.of(source)
    notes: list[str] = []
    root = composed(shield.raised(source), line)
    return None if root is None else _Values(line, shield, notes).of(root), notes


def values_of(node: Node, line: int, shield: Shield) -> Value:
    """The values of a node tree that `composed` gave."""
    return _Values(line, shield, []).of(node)


def composed(source: str, line: int) -> Node | None:
    """The node tree of YAML front matter that is neither too deep nor a bomb; None if it is empty.

    Raises UnreadableFile with the line.
    """
    refuse_depth(source, line)
    compact = _COMPACT.search(source)
    if compact:
        raise refusal(
            line + source.count("\n", 0, compact.start()), f"more than {MOST_LEVELS} levels are nested"
        )
    try:
        _refuse_bombs(source, line)
        loader = _CoreLoader(source)
        try:
            return loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        raise _told(error, source, line) from None
    except yaml.YAMLError as error:
        raise refusal(line, str(error).splitlines()[0]) from None


def _told(error: yaml.MarkedYAMLError, source: str, line: int) -> Exception:
    said = f"{error.context or ''} {error.problem or ''}"
    reason = next((reason for sign, reason in _REASONS if sign in said), said.strip())
    opened = "not closed" in reason and error.context_mark is not None
    mark = error.context_mark if opened else error.problem_mark or error.context_mark
    at = mark.line if mark else 0
    if _TABBED.match("".join(source.split("\n", at + 1)[at : at + 1])):
        reason = "a tab stands where only spaces may"
    return refusal(line + at, reason)


def _refuse_bombs(source: str, line: int) -> None:
    """Walk the parser's events, which needs no recursion, and count what the aliases unfold to."""
    tied = ("&" in source or "*" in source) and _ALIAS.search(source)
    if not tied and source.count("\n") < MOST_LEVELS:
        return  # without aliases, and too few lines to be nested deeply by indentation
    counter = _Counter()
    events = cast("Iterator[yaml.Event]", yaml.parse(source, Loader=_CoreLoader))  # pyright: ignore[reportUnknownMemberType]
    for event in events:
        fault = counter.count(event)
        if fault:
            raise refusal(line + event.start_mark.line, fault)


class _Counter:
    """Counts levels and values in a stream of events."""

    def __init__(self) -> None:
        self._total = 0
        self._sizes: dict[str, int] = {}
        self._opened: list[tuple[str | None, int]] = []

    def count(self, event: yaml.Event) -> str:
        """Take in one event; what is wrong with it, or ""."""
        if isinstance(event, yaml.CollectionStartEvent):
            self._opened.append((event.anchor, self._total))
            self._total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = self._opened.pop()
            self._sizes[anchor or ""] = self._total - before
        elif isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _ in self._opened):
                return f"the alias *{event.anchor} holds itself"
            self._total += self._sizes.get(event.anchor or "", 1)
        elif isinstance(event, yaml.ScalarEvent):
            self._total += 1
            self._sizes[event.anchor or ""] = 1
        if len(self._opened) > MOST_LEVELS:
            return f"more than {MOST_LEVELS} levels are nested"
        return f"more than {MOST_VALUES:,} values, its aliases unfolded" if self._total > MOST_VALUES else ""


class _Values:
    """Turns nodes into text, numbers, truth values, None, lists and mappings."""

    def __init__(self, line: int, shield: Shield, notes: list[str]) -> None:
        self._line = line
        self._shield = shield
        self._notes = notes

    def of(self, node: Node) -> Value:
        if node.tag not in _OWN_TAGS:
            tag = self._shield.lowered(node.tag.removeprefix(_TAGS))
            if _OBJECT.search(tag):
                self._note(node, f"the tag {tag[:60]} asks for an object of a program; its value is left out")
                return None
            self._note(node, f"the tag {tag[:60]} is ignored")
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if isinstance(node, SequenceNode):
            return [self.of(each) for each in node.value]
        return self._mapping(node) if isinstance(node, MappingNode) else None

    def _scalar(self, node: ScalarNode) -> Value:
        written: str = node.value
        kind = node.tag.removeprefix(_TAGS)
        if kind == "null":
            return None
        if kind == "bool":
            return written.lower() == "true"
        if kind in ("int", "float") and _NUMBER.fullmatch(written):
            return int(written) if kind == "int" else float(written)
        return self._shield.lowered(written)

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        values: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key_node, value_node in node.value:
            value = self.of(value_node)
            if key_node.tag == f"{_TAGS}merge" and not key_node.style:
                for each in cast("list[Value]", value if isinstance(value, list) else [value]):
                    merged = {**each, **merged} if isinstance(each, dict) else merged
                continue
            key = self._key(key_node)
            if key in values:
                self._note(key_node, f"“{key[:40]}” stands twice; the last is taken")
            values[key] = value
        return {**merged, **values} if merged else values

    def _key(self, node: Node) -> str:
        if isinstance(node, ScalarNode):
            return self._shield.lowered(node.value)
        self._note(node, "a list or mapping as a key")
        return str(self.of(node))

    def _note(self, node: Node, what: str) -> None:
        self._notes.append(f"Front matter, line {self._line + node.start_mark.line}: {what}.")


_NUMBER = re.compile(r"[-+]?[0-9]{1,18}(?:\.[0-9]{1,17}(?:[eE][-+]?[0-9]{1,2})?)?")
