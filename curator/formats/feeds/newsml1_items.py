"""NewsML 1 (IPTC, versions 1.0 to 1.2): the news items of a file, with their text in XHTML, NITF or plain.

Of texts side by side the first is taken; pictures are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices, Collection, Entry, Head
from curator.formats.documents.bylines import author_of
from curator.formats.feeds import nitf_stories
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
)
from curator.formats.feeds.xml_items import markup_of, text_of
from curator.formats.feeds.xml_streams import elements, local, root_name
from curator.formats.readers import Claim

_ROOT = "NewsML"
_ITEM = "NewsItem"


def claim(head: Head) -> Claim:
    """Sure of a file whose root is NewsML."""
    return Claim.CERTAIN if root_name(head.text) == _ROOT else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The items with a text, in their order."""
    number = 0
    for element in elements(stream, frozenset((_ITEM,))):
        text = _text(element) if local(element) == _ITEM else None
        if text is not None:
            number += 1
            yield entry_of(replace(_item(element, text), place=f"item {number}"), path, number)
    if not number:
        raise UnreadableFile("There is no news item with a text in the file.")


def _text(element: Any) -> Any:  # noqa: ANN401 - elements of lxml
    """The first content of an item that is a text, None where all are pictures or elsewhere."""
    for content in every(element, "ContentItem"):
        if attribute(first(content, "MediaType"), "FormalName").casefold() in ("", "text"):
            data = first(content, "DataContent")
            if data is not None and text_of(data).strip():
                return data
    return None


def _item(element: Any, text: Any) -> FeedItem:  # noqa: ANN401 - elements of lxml
    language = language_of(*(attribute(each, "FormalName") for each in every(element, "Language")))
    dates = (line(first(element, name)) for name in ("DateLineDate", "FirstCreated", "ThisRevisionCreated"))
    published, written = date_of(*dates, language=language)
    status = attribute(first(element, "Status"), "FormalName")
    said = FeedItem(
        place="",
        fields=replace(_fields(element), published=published, language=language),
        body="",
        guid=line(first(element, "PublicIdentifier")),
        written={**written, **kept(status=status, slugline=line(first(element, "SlugLine")))},
    )
    return _with_text(said, text, line(first(element, "DateLine")))


def _fields(element: Any) -> Fields:  # noqa: ANN401 - an element of lxml
    return Fields(
        title=line(first(element, "HeadLine")),
        description=line(first(element, "SubHeadLine")),
        source=_party(first(element, "Provider")) or line(first(element, "ProviderId")),
        author=author_of(line(first(element, "ByLine"))),
        importance=importance_of(attribute(first(element, "Urgency"), "FormalName")),
        tags=distinct(map(line, every(element, "KeywordLine"))),
    )


def _party(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    return attribute(first(element, "Party"), "FormalName")


def _with_text(said: FeedItem, data: Any, dateline: str) -> FeedItem:  # noqa: ANN401 - an element of lxml
    nitf = first(data, nitf_stories.ROOT)
    if nitf is not None:
        return nitf_stories.joined(said, nitf_stories.story(nitf))
    body = next(every(data, "body.content", "body"), None)
    page = data if body is None else body
    lead(page, dateline)
    return replace(said, body=markup_of(page), is_html=True)


COLLECTION = Collection("newsml", (".xml",), claim, entries, singles=(".xml",))
