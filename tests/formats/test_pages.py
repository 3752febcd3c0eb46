"""A page shows the very words of the text, each at its place, and no word is lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.spans import Span
from curator.formats.blocks.page_blocks import BlockKind
from curator.formats.blocks.pages import page


def shown(text, markup="markdown", span=None):
    """The page as one string a block: marks for styles, for reading in a test."""
    blocks = []
    for block in page(text, markup, span).blocks:
        words = ""
        for run in block.runs:
            marks = "*" * run.strong + "/" * run.emphasis + "`" * run.code + "~" * run.struck
            piece = f"{marks}{text[run.start : run.end]}{marks[::-1]}"
            words += run.before + (f"<{piece}|{run.link}>" if run.link else piece)
        head = {"heading": "#" * block.level + " ", "code": "``` ", "rule": "---", "row": "| "}.get(
            block.kind, ""
        )
        bullet = f"{'  ' * (block.depth - 1)}{block.bullet} " if block.bullet else "  " * block.depth
        blocks.append("> " * block.quote + bullet + head + words)
    return blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# One ##\n\nTwo\nlines\n\n## Three\ntext", ["# One", "Two lines", "## Three", "text"]),
        ("Title\n=====\nx", ["# Title", "x"]),
        (
            "a **b** *c* ***d*** _e_ `f*` ~~g~~",
            ["a **b** /c/ */d/* /e/ `f*` ~~g~~".replace("**b**", "*b*").replace("~~g~~", "~g~")],
        ),
        (
            "[text](https://x.example/a_b_c 'title') and [not a link]",
            ["<text|https://x.example/a_b_c> and [not a link]"],
        ),
        ("![picture](http://x.example/p.png) here", ["picture here"]),
        ("**bold [link](http://a.example/) on**", ["*bold *<*link*|http://a.example/>* on*"]),
        (
            "see https://a.example/x_y_z, or <https://b.example>.",
            [
                "see <https://a.example/x_y_z|https://a.example/x_y_z>, or <https://b.example|https://b.example>."
            ],
        ),
        ("- a\n- b\n  - c\n\n  more b\n1. d\n2. e", ["• a", "• b", "  • c", "  more b", "1. d", "2. e"]),
        ("> quoted\nlazily\n>\n> - a", ["> quoted lazily", "> • a"]),
        ("```py\nx = 1\n\ny\n```\n\n    z", ["``` `x = 1`\n`y`", "``` `z`"]),
        ("a\n\n---\n\nb", ["a", "---", "b"]),
        ("| a | b\\|c |\n|---|---|\n| **1** | 2 |", ["| ab\\|c".replace("\\|", "|"), "| *1*2"]),
        ("one  \ntwo\\\nthree", ["one\ntwo\nthree"]),
        ("snake_case_word and 2*3*4", ["snake_case_word and 2/3/4"]),
        ("\\*not\\* &amp; <b>html</b>", ["*not* &amp; <b>html</b>"]),
        ("1. **崛起**：公司\n2. **需求。**很大", ["1. *崛起*：公司", "2. *需求。*很大"]),
        ("第一行\n第二行", ["第一行第二行"]),
        ("[a](<b c>) [d]: http://e.example", ["<a|b c> [d]: <http://e.example|http://e.example>"]),
        ("**unclosed and `this", ["**unclosed and `this"]),
    ],
)
def test_markdown_is_set(text, blocks):
    assert shown(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "One para.\n\nShort heading\n\nThe longer paragraph follows here.",
            ["One para.", "### Short heading", "The longer paragraph follows here."],
        ),
        ("  • one\n\n  • two\n    goes on\n\nEnd.", ["• one", "• two goes on", "End."]),
        ("- one\n- two\n  - three", ["• one", "• two", "  • three"]),
        ("– Tak pojďme, řekl.\n\nA šli.", ["– Tak pojďme, řekl.", "A šli."]),
        ("1. one\n2. two", ["1. one", "2. two"]),
        ("First\nSecond\nThird", ["First\nSecond\nThird"]),
        ("See www.a.example/x.", ["See <www.a.example/x|https://www.a.example/x>."]),
        ("# not **markup**", ["# not **markup**"]),
        (
            "Reuters, 5 June 2024\n\nThe longer paragraph follows here.",
            ["Reuters, 5 June 2024", "The longer paragraph follows here."],
        ),
    ],
)
def test_plain_text_is_set(text, blocks):
    assert shown(text, "plain") == blocks


def test_hard_wrapped_lines_are_joined():
    line = "These words were wrapped by a program at some seventy characters a line"
    assert shown(f"{line}\n{line}\nend.", "plain") == [f"{line} {line} end."]


def test_a_part_of_a_text_keeps_its_places():
    text = "Title\n\nSome *body* here"
    (block,) = page(text, "markdown", Span(7, len(text))).blocks
    assert [text[run.start : run.end] for run in block.runs] == ["Some ", "body", " here"]
    assert block.kind is BlockKind.PARAGRAPH


PIECES = st.sampled_from(
    [
        *[
            "word",
            "Wort9",
            "č",
            "云",
            "。",
            "*",
            "**",
            "_",
            "`",
            "``",
            "~~",
            "[",
            "]",
            "](http://t.example/T)",
            "![",
            "(",
            ")",
            "<",
            ">",
            "|",
            "```",
            "\\",
            "&amp;",
            ".",
        ],
        *("\n", "\n\n", "  \n", "# ", "- ", "1. ", "> ", "    ", "\t", "|---|---|\n", "---\n", "===\n"),
        *(" ", " ", "\u00a0", "\x00", "\x85", "\u2028", "\r", "http://u.example/a_b"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
TARGET = re.compile(r"\]\([^\n]*?\)|(?:```|~~~)[^\n]*")


@settings(max_examples=200)
@given(TEXTS, st.sampled_from(["markdown", "plain"]))
def test_every_word_is_shown_once_at_its_place(text, markup):
    runs = list(page(text, markup).runs())
    assert all(run.start < run.end for run in runs)
    assert all(one.end <= two.start for one, two in pairwise(runs))
    covered = {place for run in runs for place in range(run.start, run.end)}
    hidden = {place for match in TARGET.finditer(text) for place in range(*match.span())}
    bullets = {place for match in re.finditer(r"\d+(?=[.)])", text) for place in range(*match.span())}
    lost = {place for place, char in enumerate(text) if char.isalnum()} - covered - hidden - bullets
    assert not lost, [text[place] for place in sorted(lost)]


HOSTILE = {
    "a long line": "word " * 50_000,
    "quotes": "> " * 50_000 + "x",
    "lists": "- " * 50_000 + "x",
    "stars": "*" * 50_000 + "x",
    "star pairs": "*a _b " * 50_000,
    "closed emphasis": "*a* **b** _c_ " * 8_000,
    "closers": "a* b_ " * 50_000,
    "brackets": "[" * 50_000 + "x",
    "links": "[a](b " * 50_000,
    "pictures": "![" * 25_000 + "](x)" * 25_000,
    "ticks": "".join("`" * (n % 300) + "a" for n in range(2000)),
    "angles": "<a@" * 25_000,
    "parentheses": "[a](" + "(" * 50_000,
    "titles": '[a](b "' * 30_000,
    "lines": "x\n" * 25_000,
    "empty items": "-\n" * 50_000,
    "table": "|a" * 2000 + "\n" + "|-" * 2000 + "\n" + "|a\n" * 2000,
    "fences": "```\n" * 50_000,
    "nested": "\n".join("  " * n + "- x" for n in range(1000)),
    "quote ladder": "\n".join(">" * n + " x" for n in range(1000)),
    "addresses": "http://" + "a." * 25_000,
    "underlines": "a\n" * 50_000 + "===",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("markup", ["markdown", "plain"])
def test_hostile_texts_are_set_in_linear_time(name, markup, grows_linearly):
    grows_linearly(lambda text: list(page(text, markup).runs()), HOSTILE[name])


def test_what_is_said_of_a_picture_is_marked():
    text = "See ![new *cranes*](c.png) and [![quay](q.png)](https://example.org), ![](x.png)."
    said = [text[run.start : run.end] for run in page(text, "markdown").runs() if run.picture]
    assert said == ["new ", "cranes", "quay"]
