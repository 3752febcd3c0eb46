"""NITF (IPTC's News Industry Text Format, versions 2 and 3): stories, one a file.

The inline elements that only enrich a text (`person`, `money`, `chron`) are its words; the dateline leads
the first paragraph. Pictures, films and notes to editors are left out of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any, BinaryIO

from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.documents.bylines import author_of
from curator.formats.feeds.feed_items import FeedItem, date_of, entry_of
from curator.formats.feeds.urgencies import importance_of
from curator.formats.feeds.xml_elements import (
    attribute,
    distinct,
    every,
    first,
    kept,
    language_of,
    lead,
    line,
    own_language,
)
from curator.formats.feeds.xml_items import is_on_web, markup_of, rename
from curator.formats.feeds.xml_streams import elements, local, root_name, untyped_etree
from curator.formats.readers import Claim

ROOT = "nitf"

_AS_HTML = {"hl1": "h1", "hl2": "h2", "bq": "blockquote", "block": "div", "nitf-table": "div"}
_OF_HTML = frozenset(
    """h1 h2 h3 h4 p div blockquote em strong b i u q a br hr ol ul li dl dt dd pre table caption thead tbody
    tfoot tr th td sub sup""".split()
)
_LEFT_OUT = ("media", "nitf-table-metadata", "table-metadata", "custom-table", "note", "fn", "alt-code")


def claim(head: Head) -> Claim:
    """Sure of a file whose root is NITF's."""
    return Claim.CERTAIN if root_name(head.text) == ROOT else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The story of the file."""
    number = 0
    for element in elements(stream, frozenset((ROOT,))):
        number += 1
        yield entry_of(replace(story(element), place=f"story {number}"), path, number)
    if not number:
        raise UnreadableFile("There is no story in the file.")


def story(element: Any) -> FeedItem:  # noqa: ANN401 - an element of lxml
    """What an `nitf` element says. Its text is taken out of the element, which can't be asked again."""
    head, top = first(element, "head"), first(element, "body.head")
    language = language_of(own_language(element), own_language(first(element, "body")))
    published, written = date_of(*_dates(head, top), language=language)
    status = attribute(first(head, "docdata"), "management-status")
    contents = every(element, "body.content")  # a note to editors has its own
    content = next((each for each in contents if local(each.getparent()) != "note"), None)
    return FeedItem(
        place="",
        fields=replace(_of_head(head), **_of_top(top, head), published=published, language=language),
        body=_body(content, line(first(top, "dateline"))),
        is_html=True,
        guid=attribute(first(head, "doc-id"), "id-string"),
        written={**written, **kept(status=status)},
    )


def joined(said: FeedItem, story: FeedItem) -> FeedItem:
    """The item with the text of a story, and with what only the story says of itself."""
    names = [each.name for each in fields_of(Fields) if not getattr(said.fields, each.name)]
    more: dict[str, Any] = {name: getattr(story.fields, name) for name in names}
    return replace(
        said, fields=replace(said.fields, **more), body=story.body, is_html=True, guid=said.guid or story.guid
    )


def _of_head(head: Any) -> Fields:  # noqa: ANN401 - an element of lxml
    """What is said about the story."""
    publication, subject = first(head, "pubdata"), first(head, "tobject.subject")
    address = attribute(publication, "ex-ref")
    keywords = [attribute(each, "key") for each in every(head, "keyword")]
    matters = [attribute(each, "tobject.subject.matter") for each in every(head, "tobject.subject")]
    return Fields(
        title=line(first(head, "title")),
        source=attribute(publication, "name") or attribute(first(head, "doc.copyright"), "holder"),
        category=attribute(subject, "tobject.subject.type"),
        importance=importance_of(attribute(first(head, "urgency"), "ed-urg")),
        companies=distinct(map(line, every(first(head, "identified-content"), "org"))),
        tags=distinct((*keywords, *matters)),
        url=address if is_on_web(address) else "",
    )


def _of_top(top: Any, head: Any) -> dict[str, Any]:  # noqa: ANN401 - elements of lxml
    """The fields that stand above the text, as far as they do."""
    people = distinct(map(line, every(first(top, "byline"), "person")))
    said = {
        "title": line(first(top, "hl1")) or line(first(top, "hedline")),
        "description": line(first(top, "abstract")) or line(first(top, "hl2")),
        "source": line(first(top, "distributor")),
        "author": ", ".join(people) or author_of(line(first(top, "byline"))),
        "note": line(first(top, "note")) or attribute(first(head, "ed-msg"), "info"),
    }
    return {name: value for name, value in said.items() if value}


def _dates(head: Any, top: Any) -> Iterator[str]:  # noqa: ANN401 - elements of lxml
    """Where the day of publication may stand, the most telling first."""
    yield attribute(first(head, "date.issue"), "norm")
    yield attribute(first(head, "pubdata"), "date.publication")
    yield attribute(first(top, "story.date"), "norm")
    yield attribute(first(head, "date.release"), "norm")
    yield line(first(head, "date.issue"))
    yield line(first(top, "story.date"))


def _body(content: Any, dateline: str) -> str:  # noqa: ANN401 - an element of lxml
    """The text as HTML."""
    if content is None:
        return ""
    etree = untyped_etree()
    etree.strip_elements(content, *(f"{{*}}{name}" for name in _LEFT_OUT), with_tail=False)
    for each in content.iterdescendants():
        rename(each, _AS_HTML.get(local(each), local(each)))
    enriching = {each.tag for each in content.iterdescendants() if local(each) not in {*_OF_HTML, ""}}
    etree.strip_tags(content, *enriching)
    lead(content, dateline)
    return markup_of(content)


COLLECTION = Collection("nitf", (".nitf", ".xml"), claim, entries, singles=(".nitf", ".xml"))
