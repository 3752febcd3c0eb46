"""What the elements of news formats say: by name wherever they stand below another, in any vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from curator.formats.documents.bare_lines import words
from curator.formats.feeds.xml_items import LANGUAGE, text_of
from curator.formats.feeds.xml_streams import local
from curator.formats.language_codes import language_code

_PUBLISHED = ("status", "usable")
_DATELINE_STANDS = 60
"""How many characters of a paragraph may hold the dateline already."""


def every(element: Any, *names: str) -> Iterator[Any]:  # noqa: ANN401 - elements of lxml
    """The elements of these names below another, in their order; none below None."""
    return iter(()) if element is None else element.iterdescendants(*(f"{{*}}{name}" for name in names))


def first(element: Any, name: str) -> Any:  # noqa: ANN401 - elements of lxml
    """The first element of a name below another, None where there is none."""
    return next(every(element, name), None)


def attribute(element: Any, name: str) -> str:  # noqa: ANN401 - an element of lxml
    """An attribute as a line of words, "" where there is none."""
    return "" if element is None else words(element.get(name) or "")


def line(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """All text of an element as one line, "" for None."""
    return "" if element is None else words(text_of(element))


def distinct(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that say something, each once."""
    return tuple(dict.fromkeys(filter(None, lines)))


def language_of(*stated: str) -> str:
    """The first language that is understood of several tags."""
    return next((code for tag in stated if tag and (code := language_code(tag))), "")


def own_language(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    """The language that an element says it is in, "" if it doesn't."""
    return "" if element is None else element.get(LANGUAGE) or element.get("lang") or ""


def kept(**said: str) -> dict[str, str]:
    """What no field is for, as front matter.

    That is the status of what is not, or no longer, published, and the slugline, which the stories on one
    topic share, so that it is no slug.
    """
    return {name: value for name, value in said.items() if value and (name, value.casefold()) != _PUBLISHED}


def lead(content: Any, dateline: str) -> None:  # noqa: ANN401 - an element of lxml
    """Put the dateline before the first paragraph, as it is printed, unless it stands there already."""
    paragraph = next((each for each in content.iter() if local(each) == "p" and text_of(each).strip()), None)
    if paragraph is None or not dateline:
        return
    place = dateline.strip("(").split()[0].casefold().strip(",.)")
    if place not in text_of(paragraph)[:_DATELINE_STANDS].casefold():
        paragraph.text = f"{dateline.rstrip(' –—-')} – {(paragraph.text or '').lstrip()}"
