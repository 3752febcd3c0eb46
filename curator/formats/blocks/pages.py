"""Pages: a reading text as blocks of runs, each run the very words at their place in the text.

What is shown is never copied or rewritten: a run says from where to where and how it is set, so
that every place on the page leads to the exact characters, and back. Markup is left out of runs.
"""

from __future__ import annotations

from curator.domain.spans import Span
from curator.formats.blocks.page_blocks import Page

MOST_MARKUP = 1 << 20
"""Longer texts are shown as plain paragraphs: no article is so long, and they must not hold up the desk."""


def page(text: str, markup: str, span: Span | None = None) -> Page:
    """The blocks of a text, or of the part in `span`; `markup` is "markdown" or "plain".

    The runs' places are places in the whole text. Never fails: what cannot be read as markup is set as
    plain paragraphs.
    """
    start, end = span or Span(0, len(text))
    if markup == "markdown" and end - start <= MOST_MARKUP:
        from curator.formats.blocks.markdown_blocks import markdown_blocks

        return Page(tuple(markdown_blocks(text, start, end)))
    from curator.formats.blocks.plain_blocks import plain_blocks

    return Page(tuple(plain_blocks(text, start, end)))
