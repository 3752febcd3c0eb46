"""Bodies: an article's words as HTML that is safe anywhere, and without any markup.

Nothing an article holds is ever run or fetched by who reads the HTML: it has no scripts and no styles,
markup that was written as HTML stays visible text, a picture becomes a link to it, and links lead to the
web or to mail alone.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from curator.domain.articles import Article
from curator.formats.blocks.page_blocks import Block
from curator.formats.blocks.pages import MOST_MARKUP, page

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import OptionsDict

SCHEMES = ("http", "https", "mailto")
"""What links may begin with."""

NOWHERE = "-"
"""Stands for the target of a link that nobody may be sent to."""

UNWRITTEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that XML forbids or advises against, and HTML too."""

_IN_NO_ADDRESS = re.compile('[\\s<>"\\\\^`{|}\x00-\x20\x7f-\x9f\ud800-\udfff]')


def html(article: Article) -> str:
    """The body as a fragment of HTML; links are absolute where the article's own address is known."""
    return fragment(article.body.of(article.text), article.markup, article.fields.url)


def fragment(text: str, markup: str, base: str = "") -> str:
    """A text as a fragment of HTML; `markup` is "markdown" or "plain", `base` is what links are seen from."""
    text = UNWRITTEN.sub("\ufffd", text)
    if markup == "markdown" and len(text) <= MOST_MARKUP:
        return _markdown().render(text, {"base": base}).strip()
    return "\n".join(f"<p>{'<br />'.join(map(_escaped, lines))}</p>" for lines in _plain(text))


def plain(article: Article) -> str:
    """The body without markup: a line for each paragraph, heading, item or row, a blank line between."""
    found = page(article.text, article.markup, article.body).blocks
    return "\n\n".join(words for block in found if (words := _words(article.text, block)))


def web_address(target: str, base: str = "") -> str:
    """Where a link leads, absolute; "" where it leads nowhere that a reader may be sent."""
    try:
        whole = urljoin(base, target.strip())
        parts = urlsplit(whole)
    except ValueError:
        return ""
    named = parts.netloc if parts.scheme in ("http", "https") else parts.path
    if parts.scheme not in SCHEMES or not named or _IN_NO_ADDRESS.search(whole):
        return ""
    return whole


def _plain(text: str) -> list[list[str]]:
    """The lines of each paragraph."""
    return [_words(text, block).split("\n") for block in page(text, "plain").blocks]


def _words(text: str, block: Block) -> str:
    words = "".join(run.before + text[run.start : run.end] for run in block.runs)
    return f"{block.bullet} {words}" if block.bullet else words


def _escaped(text: str) -> str:
    return escape(text, quote=False)


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    made.add_render_rule("link_open", _link_open)
    made.add_render_rule("link_close", _link_close)
    made.add_render_rule("image", _image)
    return made


def _link_open(
    _: RendererHTML, tokens: Sequence[Token], place: int, __: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    """The beginning of a link; links are never inside one another, so that one place holds what is open."""
    env["open"] = web_address(str(tokens[place].attrGet("href") or ""), env["base"]) or NOWHERE
    return "<span>" if env["open"] == NOWHERE else f'<a href="{escape(env["open"])}">'


def _link_close(
    _: RendererHTML, __: Sequence[Token], ___: int, ____: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    return "</span>" if env.pop("open", NOWHERE) == NOWHERE else "</a>"


def _image(
    _: RendererHTML, tokens: Sequence[Token], place: int, __: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    """A picture's words, as a link to it; inside another link the words alone."""
    token = tokens[place]
    target = web_address(str(token.attrGet("src") or ""), env["base"])
    words = _escaped(token.content or target)
    return words if not target or "open" in env else f'<a href="{escape(target)}">{words}</a>'
