"""Citations: the articles as BibTeX (biblatex, in UTF-8) and as CSL-JSON.

Both take a date at the precision that is known; CSL has no times, so that an instant is its day there. A name
that is not surely a person's stays whole. An article has the same key in both, by which texts cite it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.formats.writers import bodies, moments
from curator.formats.writers.json_texts import filled, write_list
from curator.formats.writers.persons import Person, persons
from curator.formats.writing import FileWriter

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_SPECIAL = re.compile(r"[\\{}~^#$%&_]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_LONGEST_WORD = 20


class Keys:
    """Keys of a bibliography: family name or source, year and first word of the title, each given once."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def of(self, article: Article) -> str:
        """A new key for an article: "novak2031plant", "novak2031plant-2"."""
        fields = article.fields
        people = persons(fields.author, fields.language)
        name = (people[0].family or people[0].whole) if people else fields.source
        year = "".join(str(part) for part in moments.parts(fields.published)[:1])
        long_words = (word for word in map(_plain, fields.title.split()) if len(word) > 3)
        key = f"{_plain(name)}{year}{next(long_words, _plain(fields.title))}" or f"article{article.id}"
        self._given[key] = self._given.get(key, 0) + 1
        return key if self._given[key] == 1 else f"{key}-{self._given[key]}"


def _plain(text: str) -> str:
    """The letters and digits of ASCII in a text without its accents."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]", "", bare)[:_LONGEST_WORD]


def entry(article: Article, key: str) -> str:
    """The article as an entry of BibTeX: an article of its source, without one an online page."""
    fields = article.fields
    kind = "article" if fields.source else "online"
    members = {
        "title": f"{{{escaped(fields.title)}}}" if fields.title else "",
        "author": " and ".join(map(_name, persons(fields.author, fields.language))),
        "journaltitle": escaped(fields.source),
        "entrysubtype": "newspaper" if fields.source else "",
        "date": moments.stated(fields.published),
        "url": bodies.web_address(fields.url),
        "language": escaped(fields.language),
        "abstract": escaped(fields.description),
        "keywords": ", ".join(escaped(tag).replace(",", ";") for tag in fields.tags),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in members.items() if value)
    return f"@{kind}{{{key},\n{lines}}}\n"


def escaped(text: str) -> str:
    """Text as TeX sets it: signs with a meaning escaped, braces so that every program counts them right."""
    return _SPECIAL.sub(lambda sign: _ESCAPES[sign[0]], " ".join(_UNSEEN.sub(" ", text).split()))


def _name(person: Person) -> str:
    if not person.family:
        return f"{{{escaped(person.whole)}}}"
    return f"{escaped(person.family)}, {escaped(person.given)}"


def citation(article: Article, key: str) -> dict[str, Any]:
    """The article as an item of CSL-JSON 1.0.2."""
    fields = article.fields
    date_parts = list(moments.parts(fields.published))
    return {
        "id": key,
        "type": "article-newspaper" if fields.source else "webpage",
        **filled(
            title=fields.title,
            author=[
                {"family": each.family, "given": each.given} if each.family else {"literal": each.whole}
                for each in persons(fields.author, fields.language)
            ],
            issued={"date-parts": [date_parts]} if date_parts else None,
            abstract=fields.description,
            language=fields.language,
            section=fields.category,
            keyword=", ".join(fields.tags),
            URL=bodies.web_address(fields.url),
        ),
        **({"container-title": fields.source} if fields.source else {}),
    }


def _write_bibtex(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    keys = Keys()
    entries = (entry(each.article, keys.of(each.article)) for each in articles)
    stream.writelines(each.encode() + b"\n" for each in entries)


def _write_csl(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    keys = Keys()
    write_list((citation(each.article, keys.of(each.article)) for each in articles), stream)


BIBTEX = FileWriter("bibtex", "BibTeX", "the articles as references, for LaTeX", ".bib", _write_bibtex)
CSL = FileWriter(
    "csl-json", "CSL-JSON", "the articles as references, for Zotero, pandoc and others", ".json", _write_csl
)
