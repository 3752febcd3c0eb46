"""OPML 2.0: the sources of the articles as an outline, with what is known of their sites.

Where the feed of a source is found is not known, so that an outline is of the type "link", to its site; a
source whose articles have no address is an outline of its name alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import BinaryIO
from urllib.parse import urlsplit

from curator.domain.exports import Edition, Exported
from curator.domain.folding import folded
from curator.formats.writers import bodies, moments
from curator.formats.writers.xml_texts import DECLARATION, element, opening, optional, parent
from curator.formats.writing import FileWriter


class _Source:
    """What the articles say of their source."""

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.sites: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.articles = 0

    def outline(self) -> str:
        name, site = _first(self.names), _first(self.sites)
        about = {"type_": "link", "url": site} if site else {}
        languages = sorted(self.languages)
        if len(languages) == 1:
            about["language"] = languages[0]
        articles = f"{self.articles} article{'s' * (self.articles != 1)}"
        return element("outline", text=name, title=name, **about, description=articles)


def _first(counted: Counter[str]) -> str:
    """What was counted most often, of several the first by the alphabet."""
    return min(counted, key=lambda each: (-counted[each], each), default="")


def _site(url: str) -> str:
    parts = urlsplit(bodies.web_address(url))
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme in ("http", "https") else ""


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    sources: dict[str, _Source] = {}
    for each in articles:
        fields = each.article.fields
        site = _site(fields.url)
        name = fields.source.strip() or site.partition("://")[2].strip("/")
        if not name:
            continue
        source = sources.setdefault(folded(name), _Source())
        source.articles += 1
        source.names[name] += 1
        if site:
            source.sites[site] += 1
        if fields.language:
            source.languages[fields.language] += 1
    title = edition.title or "Curator"
    changed = moments.by_mail(moments.first_instant(edition.newest))
    head = [element("title", title), *optional("dateModified", changed)]
    outlines = [sources[name].outline() for name in sorted(sources)]
    stream.write((DECLARATION + opening("opml", version="2.0") + "\n").encode())
    stream.write((parent("head", head) + parent("body", outlines) + "</opml>\n").encode())


WRITER = FileWriter(
    "opml", "OPML", "the sources of the articles, with their sites, for feed readers", ".opml", _write
)
