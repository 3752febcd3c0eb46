"""Mending: a damaged file with its own lines, repaired as its article was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from curator.domain.articles import Article
from curator.domain.errors import UnreadableFile
from curator.domain.facts import Decision
from curator.domain.repairs import Repair, applied


def repaired_file(article: Article, text: str) -> str | None:
    """The text of an article's file with all repairs that stand, front matter included.

    The file is cleaned as a whole, which keeps its lines; what an editor decided for a damaged word
    holds there too. None where the file then does not read as the article does, as when one word was
    decided differently in two places.
    """
    from curator import cleaning, formats

    words = {
        each.repair.before: each.repair.before if each.decision is Decision.REJECTED else each.repair.after
        for each in (*article.repairs, *article.field_repairs)
        if each.decision in {Decision.REJECTED, Decision.EDITED}
    }
    cleaned = cleaning.clean(text, article.fields.language or None)
    mended = applied(text, _decided(cleaned.repairs, words))
    try:
        document = formats.read(mended.encode("utf-8", "surrogatepass"), article.path)
    except UnreadableFile:
        return None
    return mended if document.text == article.text else None


def _decided(repairs: Iterable[Repair], words: Mapping[str, str]) -> Iterator[Repair]:
    """The repairs with the words that editors decided on."""
    for repair in repairs:
        yield replace(repair, after=words.get(repair.before, repair.after))
