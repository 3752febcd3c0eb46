"""NewsML-G2 (IPTC): news items by themselves or in a message, with their text in XHTML, NITF or plain.

Pictures and films are passed over, and packages, which say no more than which items belong together.
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
    own_language,
)
from curator.formats.feeds.xml_items import markup_of, text_of
from curator.formats.feeds.xml_streams import elements, local, root_name
from curator.formats.readers import Claim

_ITEM = "newsItem"
_ROOTS = (_ITEM, "newsMessage")
_TEXT = ("", "text", "composite")
_ORGANISATION = "organisation"


def claim(head: Head) -> Claim:
    """Sure of a file whose root is that of an item or a message."""
    return Claim.CERTAIN if root_name(head.text) in _ROOTS else Claim.NO


def entries(stream: BinaryIO, path: str, _choices: Choices) -> Iterator[Entry]:
    """The items with a text, in their order."""
    number = 0
    for element in elements(stream, frozenset((_ITEM,))):
        if local(element) != _ITEM or _code(first(element, "itemClass")) not in _TEXT:
            continue
        number += 1
        place = f"item {number}"
        elsewhere = attribute(first(element, "remoteContent"), "href")
        if elsewhere and first(element, "inlineXML") is None and first(element, "inlineData") is None:
            yield Entry(place, "", reason=f"The text is not in the file, but in another: {elsewhere}.")
        else:
            yield entry_of(replace(_item(element), place=place), path, number)
    if not number:
        raise UnreadableFile("There is no news item with a text in the file.")


def _item(element: Any) -> FeedItem:  # noqa: ANN401 - an element of lxml
    about = first(element, "itemMeta")
    content = first(element, "contentMeta")
    language = language_of(attribute(first(content, "language"), "tag"), own_language(element))
    dates = (line(first(part, name)) for part, name in ((content, "contentCreated"), (about, "firstCreated")))
    published, written = date_of(*dates, line(first(about, "versionCreated")), language=language)
    status = _code(first(about, "pubStatus"))
    said = FeedItem(
        place="",
        fields=replace(_fields(element, about, content, language), published=published, language=language),
        body="",
        guid=attribute(element, "guid"),
        written={**written, **kept(status=status, slugline=line(first(content, "slugline")))},
    )
    return _with_text(said, first(element, "contentSet"), line(first(content, "dateline")))


def _fields(element: Any, about: Any, content: Any, language: str) -> Fields:  # noqa: ANN401 - elements of lxml
    subjects = list(every(content, "subject"))
    organisations = [each for each in subjects if _local_code(each.get("type", "")) == _ORGANISATION]
    creators = ", ".join(distinct(_name(each, language) for each in every(content, "creator")))
    return Fields(
        title=_by_role(content, "headline", "main") or line(first(about, "title")),
        description=_by_role(content, "description", "summary"),
        source=_name(first(content, "infoSource"), language)
        or line(first(content, "creditline"))
        or _name(first(about, "provider"), language)
        or _name(first(element, "copyrightHolder"), language)
        or _code(first(about, "provider")),
        author=author_of(line(first(content, "by"))) or creators,
        importance=importance_of(line(first(content, "urgency"))),
        companies=distinct(_name(each, language) for each in organisations),
        tags=distinct(
            (
                *(_name(each, language) for each in subjects if each not in organisations),
                *map(line, every(content, "keyword")),
            )
        ),
        note=line(first(about, "edNote")),
    )


def _with_text(said: FeedItem, contents: Any, dateline: str) -> FeedItem:  # noqa: ANN401 - an element of lxml
    """The item with its text in the form that says most of how it is set."""
    for inline in every(contents, "inlineXML"):
        nitf = first(inline, nitf_stories.ROOT)
        if nitf is not None:
            return nitf_stories.joined(said, nitf_stories.story(nitf))
        body = first(inline, "body")
        page = inline if body is None else body
        lead(page, dateline)
        if text_of(page).strip():
            return replace(said, body=markup_of(page), is_html=True)
    texts = [(text_of(each), "html" in each.get("contenttype", "")) for each in every(contents, "inlineData")]
    text, is_html = max(
        (each for each in texts if each[0].strip()), key=lambda each: each[1], default=("", False)
    )
    return replace(said, body=text, is_html=is_html)


def _by_role(element: Any, name: str, role: str) -> str:  # noqa: ANN401 - an element of lxml
    """The line of the first element of a name that has the role, else of the first."""
    found = list(every(element, name))
    return line(
        next((each for each in found if _local_code(each.get("role", "")) == role), next(iter(found), None))
    )


def _name(element: Any, language: str) -> str:  # noqa: ANN401 - an element of lxml
    """What a thing is called in the language of the item, else as it is called first."""
    names = list(every(element, "name"))
    ours = (each for each in names if language_of(own_language(each)) == language)
    return line(next(ours, next(iter(names), None)))


def _code(element: Any) -> str:  # noqa: ANN401 - an element of lxml
    return _local_code(attribute(element, "qcode"))


def _local_code(qcode: str) -> str:
    """The code without the alias of its vocabulary."""
    return qcode.rpartition(":")[2]


COLLECTION = Collection("newsml-g2", (".xml",), claim, entries, singles=(".xml",))
