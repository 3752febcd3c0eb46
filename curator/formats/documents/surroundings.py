"""Surroundings: what stands around an article's words: bylines, links to the original, remarks."""

from __future__ import annotations

import re

from curator.domain.spans import Span
from curator.formats.blocks.paragraphs import last_paragraphs, paragraphs
from curator.formats.documents.bylines import byline, dateline
from curator.formats.documents.translation_remarks import is_remark
from curator.formats.drafts import Draft

_LINK = re.compile(r"\s*\[(?P<label>[^\]\n]{1,120})\]\(\s*<?(?P<url>https?://[^\s<>]+?)>?\s*\)\s*")
_ADDRESS = re.compile(r"[\W_]*(?P<url>https?://[^\s<>()\[\]\"']+)[\W_]*")
_ORIGINAL = re.compile(
    r"původní|zdroj|originál|eredeti|forrás|oryginał|źródło|original|source|quelle|fuente|fonte|bron|kilde|källa|"
    r"článek|article|artikel|read more|read the|full story|оригинал|источник|източник|джерел|първоначал|"
    r"прочети|原文|来源|來源|出典|元記事|원문|출처|المصدر|link|odkaz|odkiaz",
    re.IGNORECASE,
)
_FIRST, _LAST = 3, 4


def gather(draft: Draft, text: str, start: int = 0) -> None:
    """Take source, author, date and link from the first and last paragraphs of a body.

    The words stay where they are.
    """
    first: list[Span] = []
    for span in paragraphs(text, start, min(len(text), start + 4000)):
        first.append(span)
        if len(first) == _FIRST:
            break
    last = [span for span in last_paragraphs(text, start, _LAST) if span not in first]
    language = draft.fields.language
    for span in first:
        _from_lines(draft, span.of(text))
        draft.offer_byline(dateline(span.of(text), language), "dateline")
    for span in reversed(last):
        _from_lines(draft, span.of(text))
    for span in [*first, *reversed(last)]:
        if is_remark(span.of(text)):
            draft.notes.append("The article says that it was translated by machine.")


def _from_lines(draft: Draft, paragraph: str) -> None:
    for line in paragraph.split("\n")[:4]:
        if len(line) > 2000:
            continue
        link = _LINK.fullmatch(line)
        if link and _ORIGINAL.search(link["label"]):
            draft.offer("url", link["url"], "link")
        address = _ADDRESS.fullmatch(line)
        if address:
            draft.offer("url", address["url"], "link")
        draft.offer_byline(byline(line, draft.fields.language), "byline")
