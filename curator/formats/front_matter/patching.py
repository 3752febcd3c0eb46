"""Patching: edited fields written into front matter in place, every other byte as it was.

Each edit replaces one value where it stands. The result is read again and compared: if it does not
say exactly what it should, nothing is written and the reason is told.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from typing import Any, cast

from curator.domain.articles import LISTS, Fields, changed_fields
from curator.domain.errors import CuratorError, UnreadableFile
from curator.formats import dates
from curator.formats.encodings.line_ends import LineEnds, with_lf
from curator.formats.front_matter import fact_lists, mapping, parsing
from curator.formats.front_matter.field_keys import KEYS, NEW_KEYS, plain
from curator.formats.front_matter.mapping import MappedField
from curator.formats.front_matter.places import Edit, Place, Syntax, applied, refused
from curator.formats.front_matter.wanted_values import FactList, Wanted, agrees

_EXPORT = "Export the article instead: that makes a new file."
_NONE = object()


class NothingToPatch(CuratorError):
    """A file into which nothing can be written without making it another file."""


class NoFrontMatter(NothingToPatch):
    """A file that has no front matter, so that edited fields have no place in it."""


def patched(
    original: str, before: Fields, after: Fields, facts: FactList | None = None, encoding: str = "utf-8"
) -> str:
    """A file's text with the fields that differ between `before` and `after` written into its front matter.

    `before` is what the desk showed of the file: a damaged title that nobody edited stays damaged. `facts`
    take the place of those that stand under their key. What the file's encoding has no bytes for is written
    by its number, so that the file keeps its encoding. Raises CuratorError with line and reason for what
    cannot be done without touching other bytes.
    """
    wanted = Wanted(changed_fields(before, after), before, after, facts)
    if not wanted.names and facts is None:
        return original
    text, ends = with_lf(original), LineEnds(original) if "\r" in original else None
    place = parsing.split(text)
    if not place.style:
        raise NoFrontMatter("The file has no front matter to write into.", _EXPORT)
    patch = _Patch(text[place.start : place.end], place.style, place.line, wanted, encoding)
    if patch.is_done():
        return original
    edits = patch.edits()
    moved = [Edit(each.start + place.start, each.end + place.start, each.text) for each in edits]
    if not patch.is_plainly_right(edits):
        _verify(text, moved, patch.values, wanted)
    return applied(original, [ends.moved(edit) for edit in moved] if ends else moved)


class _Patch:
    """Edits of one front matter."""

    def __init__(self, source: str, style: str, line: int, wanted: Wanted, encoding: str) -> None:
        self._source = source
        self._line = line
        self._syntax = _syntax(style, encoding)
        values, self._root = self._syntax.opened(source, line)
        if values is None:
            raise NoFrontMatter("The file has no front matter to write into.", _EXPORT)
        self.values = values
        self._wanted = wanted
        self._field = mapping.each_field(values)
        self._was: dict[str, MappedField] = {}

    def is_done(self) -> bool:
        """Whether all that is wanted stands there; CuratorError if the facts' key holds something else."""
        facts = self._wanted.facts
        if facts is not None:
            if any(plain(facts.key) in keys for keys in KEYS.values()):
                raise refused(self._line, f"{facts.key} is the key of a field, not of facts")
            there = self.values.get(facts.key)
            if there not in (None, "", []) and not fact_lists.is_list(there):
                raise refused(self._line, f"the key {facts.key} holds something that is no list of facts")
        return not self._wanted.names and self._wanted.has_facts(self.values)

    def edits(self) -> list[Edit]:
        """The edits of the source."""
        if self._root.fault:
            raise refused(self._line, self._root.fault)
        edits: list[Edit] = []
        for name in self._wanted.names:
            self._was[name] = self._field(name)
            for key in self._was[name].keys or ("",):
                edits += self._edited(name, key)
        facts = self._wanted.facts
        return (
            edits if facts is None or self._wanted.has_facts(self.values) else [*edits, *self._facts(facts)]
        )

    def is_plainly_right(self, edits: Sequence[Edit]) -> bool:
        """Whether the edited entries, read by themselves, say what they should; if not, all is to be read."""
        wanted = self._wanted
        if "language" in wanted.names:
            return False  # dates are read by it
        again = self._syntax.part(self._source, edits)
        if again is None:
            return False
        own = {key for name in wanted.names for key in (self._was[name].keys or KEYS[name])}
        own |= {wanted.facts.key} if wanted.facts is not None else set()
        if any(value != self.values.get(key, _NONE) for key, value in again.items() if key not in own):
            return False
        values: Mapping[str, Any] = ChainMap(again, cast("dict[str, Any]", self.values))
        field = mapping.each_field(values)
        return wanted.has_facts(values) and all(
            agrees(field(name).value, wanted.value(name, self._was[name].value)) for name in wanted.names
        )

    def _facts(self, facts: FactList) -> list[Edit]:
        place = self._root.member(facts.key)
        if place is not None and place.fault:
            raise refused(self._line_of(place), place.fault)
        return self._syntax.maps(self._source, self._root, facts.key, facts.items)

    def _edited(self, name: str, key: str) -> list[Edit]:
        place = self._root.member(key)
        if place is None:
            unused = self._empty_key(name)
            if unused is None:
                value = getattr(self._wanted.after, name)
                key = key or self._new_key(name)  # one that is merged in gets a value of its own
                return [self._syntax.added(self._source, self._root, key, value)]
            key, place = unused
        if place.fault:
            raise refused(self._line_of(place), place.fault)
        try:
            if name in LISTS:
                return self._list(name, key, place)
            place = _single(place)
            return [self._syntax.replaced(self._source, place, self._written(name, key))]
        except ValueError as reason:
            raise refused(self._line_of(place), str(reason)) from None

    def _line_of(self, place: Place) -> int:
        return self._line + self._source.count("\n", 0, place.start)

    def _empty_key(self, name: str) -> tuple[str, Place] | None:
        """A key of the field that stands there without a value."""
        for key in self.values:
            known = plain(key) in KEYS[name]
            place = self._root.member(key) if known and not self.values[key] else None
            if place is not None:
                return key, place
        return None

    def _new_key(self, name: str) -> str:
        key = NEW_KEYS[name]
        if key in self.values:
            raise refused(self._line, f"the key {key} holds something that is not understood")
        return key

    def _written(self, name: str, key: str) -> str | int | None:
        value = getattr(self._wanted.after, name)
        if name == "published":
            return dates.respelled(value, mapping.one_line(self.values.get(key))) if value else None
        return value

    def _list(self, name: str, key: str, place: Place) -> list[Edit]:
        new: tuple[str, ...] = getattr(self._wanted.after, name)
        if place.kind == "text":
            written = self.values.get(key)
            if written:
                joined = ", ".join(new)
                return [self._syntax.replaced(self._source, place, joined or "")]
            listed = ", ".join(self._syntax.scalar(item, "", flow=True) for item in new)
            return [Edit(place.start, place.end, f" [{listed}]")]
        if place.kind == "mapping":
            raise ValueError("its names are keys of a mapping")
        old: tuple[str, ...] = getattr(self._wanted.before, name)
        raw = mapping.names(self.values[key])
        if not len(old) == len(raw) == len(place.items):
            raise ValueError("its items are not those the desk shows")
        return self._syntax.relisted(
            self._source, place, [old.index(item) if item in old else item for item in new]
        )


def _single(place: Place) -> Place:
    """The one scalar in a place: itself, the only item of a list, or the name of a mapping."""
    if place.kind == "list" and len(place.items) == 1:
        return _single(place.items[0])
    if place.kind == "mapping":
        place = next(
            (place.members[key] for key in ("name", "title", "label") if key in place.members), place
        )
    if place.kind != "text":
        raise ValueError("the value is a list or mapping")
    if place.fault:
        raise ValueError(place.fault)
    return place


def _syntax(style: str, encoding: str) -> Syntax:
    if style == "yaml":
        from curator.formats.front_matter.yaml_places import YamlSyntax

        return YamlSyntax(encoding)
    if style == "json":
        from curator.formats.front_matter.json_places import JsonSyntax

        return JsonSyntax(encoding)
    from curator.formats.front_matter.toml_places import TomlSyntax

    return TomlSyntax(encoding)


def _verify(text: str, edits: Sequence[Edit], values: Mapping[str, Any], wanted: Wanted) -> None:
    """Raise CuratorError unless the patched front matter says what it should, and nothing else changed."""
    try:
        again = parsing.read(applied(text, edits))
    except UnreadableFile as error:
        raise refused(1, f"it could not be read any more ({error.message.rstrip('.')})") from None
    was, now = mapping.mapped(values), mapping.mapped(again.values)
    wrong = [
        name
        for name in wanted.names
        if not agrees(getattr(now.fields, name), wanted.value(name, getattr(was.fields, name)))
    ]
    wrong += [name for name in changed_fields(was.fields, now.fields) if name not in wanted.names]
    own = wanted.facts.key if wanted.facts is not None else None
    if not wrong and not wanted.has_facts(again.values):
        wrong.append(str(own))
    if not wrong and any(values[key] != again.values.get(key, _NONE) for key in was.unknown if key != own):
        wrong.append("a key nobody edited")
    if wrong:
        raise refused(again.line, f"{wrong[0]} would not come out as it should")
