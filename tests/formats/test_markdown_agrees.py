"""Our reading of Markdown against markdown-it-py's, block by block and style by style."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.formats.blocks.page_blocks import BlockKind
from curator.formats.blocks.pages import page

markdown_it = pytest.importorskip("markdown_it")

PARSER = markdown_it.MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
PARSER.disable(["html_block", "html_inline", "reference", "entity"])

LINES = st.sampled_from(
    [
        *(
            "text here",
            "more *words* and **strong _both_ on**",
            "`code *x*` and [a *link*](http://x.example 't')",
        ),
        *(
            "# Head",
            "## Head ##",
            "- item",
            "  - nested",
            "    - deep",
            "  cont",
            "1. one",
            "2. two",
            "   three",
        ),
        *(
            "> quote",
            "> - in a quote",
            "> ",
            "",
            "",
            "",
            "---",
            "***",
            "===",
            "```",
            "code",
            "    indented",
            "10) ten",
        ),
        *(
            "| a | b |",
            "|---|---|",
            "| c | d",
            "* star",
            "   + plus",
            "-- dash",
            "#nohash",
            "a ~~b~~ c",
            "![p](q) r",
        ),
        *(
            "*a **b* c**",
            "**a*b**c*",
            "_a_b_",
            "a\\*b* c*",
            "[a](b",
            "***x***",
            "snake_case_x",
            "*a\n b*",
            "``a ` b``",
        ),
    ]
)


def ours(text):
    found = []
    for block in page(text, "markdown").blocks:
        if block.kind is BlockKind.RULE:
            found.append(("rule", "", 0))
            continue
        words = [
            (
                text[run.start : run.end].strip(),
                (run.strong, run.emphasis, run.code, run.struck, bool(run.link)),
            )
            for run in block.runs
        ]
        kind = "paragraph" if block.kind is BlockKind.ITEM else block.kind.value
        if kind == "code":
            words = [(" ".join(" ".join(piece for piece, _ in words).split()), None)]
        found.append((kind, merged(words), block.level if block.kind is BlockKind.HEADING else 0))
    return found


def merged(words):
    """Neighbours in one style as one, blanks apart."""
    result = []
    for piece, style in words:
        if result and result[-1][1] == style:
            result[-1] = (result[-1][0] + piece, style)
        elif piece:
            result.append((piece, style))
    return [("".join(piece.split()), style) for piece, style in result if piece.split()]


def styled(children):
    depth = dict.fromkeys(("strong", "em", "code", "s", "link"), 0)
    words = []
    for child in children:
        name = child.type.rsplit("_", 1)[0]
        if child.nesting:
            depth[name] += child.nesting
        elif child.type == "image":
            words += [
                (piece, tuple(map(bool, depth.values())) if not any(style) else style)
                for piece, style in styled(child.children)
            ]
        elif child.type not in ("softbreak", "hardbreak"):
            style = [count > 0 for count in depth.values()]
            style[2] = child.type == "code_inline"
            words.append((child.content, tuple(style)))
    return words


def theirs(text):
    found, row, kind, level = [], None, "paragraph", 0
    for token in PARSER.parse(text):
        if token.type == "heading_open":
            kind, level = "heading", int(token.tag[1])
        elif token.type == "heading_close":
            kind, level = "paragraph", 0
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            found.append(("row", merged(row), 0))
            row = None
        elif token.type == "inline":
            words = styled(token.children)
            if row is not None:
                row += words
            elif merged(words):
                found.append((kind, merged(words), level))
        elif token.type in ("fence", "code_block") and token.content.strip():
            found.append(("code", merged([(" ".join(token.content.split()), None)]), 0))
        elif token.type == "hr":
            found.append(("rule", "", 0))
    return found


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, max_size=9).map("\n".join))
def test_blocks_and_styles_are_those_of_markdown_it(text):
    assert ours(text) == theirs(text)
