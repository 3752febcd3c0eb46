"""Front matter: finding it at the top of a text, and its values as plain data.

YAML between `---`, TOML between `+++`, JSON as an object or between `;;;`, as Jekyll, Hugo and
python-frontmatter have them. That library writes front matter here (`writers.markdown_files`) and is
the tests' second opinion; it does not read, because it strips the text and keeps no places, which
patching a file needs. Nothing is constructed but text, numbers, truth values, lists and mappings;
size and depth are capped before a parser sees a character.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from curator.domain.storable import storable
from curator.formats.front_matter.limits import MOST_CHARACTERS, refusal


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Front matter and its place: `start` and `end` enclose what stands between the delimiters.

    `body` is where the text after the closing delimiter begins. `line` is the number of the file's
    line in which `start` stands, counted from one.
    """

    style: str
    start: int = 0
    end: int = 0
    body: int = 0
    line: int = 1
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    notes: tuple[str, ...] = ()


NONE = FrontMatter("")
_CLOSES = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
    ";;;": re.compile(r"^;;;[ \t]*$", re.MULTILINE),
}
_OPENS = re.compile(r"(?:[ \t]*\n)*(---|\+\+\+|;;;)[ \t]*\n")
_OPENS_JSON = re.compile(r"\s*(?=\{\s*(?:\"|\}))")
_STYLES = {"---": "yaml", "+++": "toml", ";;;": "json"}
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\"']?[^\s:#][^\n:]{0,100}:(?:\s|$)")


def split(text: str) -> FrontMatter:
    """The place of the front matter in a text with LF line ends, without its values; NONE if it has none.

    Raises UnreadableFile for front matter too long to be read.
    """
    opening = _OPENS.match(text)
    if opening is None:
        return _split_json(text)
    mark, start = opening[1], opening.end()
    closing = _CLOSES[mark].search(text, start)
    if closing is None:
        if _KEY.match(text, start):
            return FrontMatter("", notes=(f"The front matter is not closed by {mark}; it is read as text.",))
        return NONE
    if mark == "---" and not _may_be_yaml(text[start : closing.start()]):
        return NONE
    return _placed(text, _STYLES[mark], start, closing.start(), closing.end())


def read(text: str) -> FrontMatter:
    """The front matter of a text with LF line ends, with its values; NONE if it has none.

    Raises UnreadableFile with the line for what cannot be read.
    """
    place = split(text)
    if not place.style:
        return place
    loaded = loads(text[place.start : place.end], place.style, place.line)
    if loaded is None:
        return NONE
    values, notes = loaded
    return FrontMatter(place.style, place.start, place.end, place.body, place.line, values, tuple(notes))


def loads(source: str, style: str, line: int = 1) -> tuple[dict[str, Any], list[str]] | None:
    """The values of front matter in one of the styles, and notes on it; None if it is no mapping.

    `line` is the number of its first line, for messages. Raises UnreadableFile.
    """
    values, notes = _loader(style)(source, line)
    if values is None:
        return {}, notes
    return (storable(values), notes) if isinstance(values, dict) else None


def _may_be_yaml(source: str) -> bool:
    """Whether text between two rules is meant as YAML, rather than being prose after a rule."""
    return (
        not source.strip()
        or bool(_KEY.match(source))
        or source.lstrip().startswith(("{", "#", "?", "%", "&", "!"))
    )


def _split_json(text: str) -> FrontMatter:
    opening = _OPENS_JSON.match(text)
    if opening is None:
        return NONE
    from curator.formats.front_matter.json_reading import end_of_object

    start = opening.end()
    return _placed(text, "json", start, *([end_of_object(text, start)] * 2))


def _placed(text: str, style: str, start: int, end: int, after: int) -> FrontMatter:
    line = text.count("\n", 0, start) + 1
    if end - start > MOST_CHARACTERS:
        raise refusal(line, f"it is longer than {MOST_CHARACTERS // 1024:,} kB")
    rest = re.compile(r"[ \t]*(?:\n|$)").match(text, after)
    return FrontMatter(style, start, end, rest.end() if rest else after, line)


def _loader(style: str) -> Callable[[str, int], tuple[Any, list[str]]]:
    if style == "yaml":
        from curator.formats.front_matter.yaml_reading import load
    elif style == "toml":
        from curator.formats.front_matter.toml_reading import load
    else:
        from curator.formats.front_matter.json_reading import load
    return load
