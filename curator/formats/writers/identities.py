"""Identities: the one name by which programs know an article, a company or a fact again."""

from __future__ import annotations

import re
from uuid import UUID, uuid5

from curator.domain.articles import Article, StoredFact
from curator.domain.exports import Edition
from curator.domain.folding import folded
from curator.formats.writers.bodies import web_address

OURS = UUID("6a3f0d52-5b0c-5c7e-9a53-4c9d1f0a7be1")
"""The namespace of the names Curator gives, by RFC 9562."""

NAMESPACE = f"urn:uuid:{OURS}"
"""What marks words of Curator's own in other formats: an XML namespace, a JSON-LD prefix."""

GUID = "guid"
"""The front-matter key under which an article keeps the identity it came with."""

_NAMED = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:[^\s<>\"{}|\\^`\x00-\x20\x7f-\U0010ffff]{1,2000}")


def identity(article: Article) -> str:
    """The URI of an article: what it came with, else its web address, else a UUID of where it lay.

    It stays as it is when the article is edited, and when it is exported and imported again.
    """
    fields = article.fields
    return identity_of(article.path, article.source_path, fields.url, article.unknown.get(GUID))


def identity_of(path: str, source_path: str, url: str, guid: object) -> str:
    """The URI of the article with this path, place, address, and identity that it came with."""
    if isinstance(guid, str) and is_uri(guid):
        return guid
    address = web_address(url)
    return address if is_uri(address) else made_of("article", path, source_path)


def is_uri(text: str) -> bool:
    """Whether a text is an absolute URI by RFC 3986, in ASCII."""
    return bool(_NAMED.fullmatch(text))


def made_of(*parts: str) -> str:
    """The UUID, as a URN, that the same parts always give."""
    whole = "\n".join(parts).encode("utf-8", "backslashreplace").decode()
    return uuid5(OURS, whole).urn


def of_company(name: str) -> str:
    """The URN of a company, however its name is spelled in small and capital letters."""
    return made_of("company", folded(name))


def of_fact(article: str, fact: StoredFact) -> str:
    """The URN of a fact in the article of this identity: its place, its kind and what it says."""
    value = fact.fact
    said = (value.kind, value.start, value.end, value.quote, value.name, value.unit)
    return made_of("fact", article, *(str(each) for each in said))


def of_edition(edition: Edition) -> str:
    """The URN of an export: the same title and query are the same series."""
    return made_of("edition", edition.title, edition.query)


class Identities:
    """Names that are given once in a file; who comes second with the same one gets another."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, article: Article) -> str:
        """The article's identity in this file."""
        name = identity(article)
        for count in range(1, len(self._given) + 2):
            if name not in self._given:
                break
            name = made_of("article", article.path, article.source_path, *([str(count)] * (count > 1)))
        self._given.add(name)
        return name
