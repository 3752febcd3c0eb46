"""Bodies as HTML: whatever an article holds, nothing of it runs or is fetched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from curator.formats.writers import bodies

ALLOWED = {
    *("p", "a", "em", "strong", "s", "code", "pre", "br", "hr", "ul", "ol", "li", "blockquote", "span"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}


def tree(fragment):
    return lxml_html.fragment_fromstring(fragment, create_parent="div")


def test_markdown_becomes_html_with_its_links_absolute(story):
    found = tree(bodies.html(story(body="# Head\n\n*One* [two](/three) & `four`\n\n| A |\n|---|\n| b |")))
    assert [each.tag for each in found] == ["h1", "p", "table"]
    assert found.find(".//a").get("href") == "https://daily.example/three"
    assert found.text_content().split() == ["Head", "One", "two", "&", "four", "A", "b"]


def test_a_picture_is_a_link_to_it_and_not_loaded(story):
    text = "![The hall](https://x.example/h.png) [![in](a.png)](https://y.example/)"
    found = tree(bodies.fragment(text, "markdown"))
    assert not found.findall(".//img")
    assert [(each.get("href"), each.text) for each in found.iter("a")] == [
        ("https://x.example/h.png", "The hall"),
        ("https://y.example/", "in"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java\nscript:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "![a](data:image/png;base64,xx)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        '[a](https://x.example/"onmouseover="alert(1))',
        "<https://x.example/\x00\x01>",
        "[a](<javascript:alert(1)>)",
        "[a]: javascript:alert(1)\n\n[a]",
        "<svg/onload=alert(1)>",
        "`<script>`",
        "```\n</code><script>\n```",
        "| <script> |\n|---|\n| ![x](javascript:y) |",
    ],
)
@pytest.mark.parametrize("markup", ["markdown", "plain"])
def test_nothing_runs_and_nothing_is_fetched(text, markup):
    check(bodies.fragment(text, markup, "https://x.example/"))


SIGNS = "<>[]()!\"'&`*_#|:/\\\n\t javscripthe=x-1.\x00\u202e\ud800"


@given(st.text(alphabet=SIGNS, max_size=80), st.booleans())
def test_nothing_runs_whatever_is_written(text, is_markdown):
    check(bodies.fragment(text, "markdown" if is_markdown else "plain", "https://x.example/"))


def check(fragment):
    fragment.encode()
    found = tree(fragment)
    for each in list(found.iter())[1:]:
        assert each.tag in ALLOWED
        assert set(each.attrib) <= {"href", "class", "start", "style"}
        assert re.match(r"https?://|mailto:", each.get("href", "http://"))
        assert re.fullmatch(r"(?:text-align:(?:left|right|center))?", each.get("style", ""))


def test_words_of_plain_text_are_escaped_and_keep_their_lines():
    fragment = bodies.fragment("One <b> & two\n\nA list:\n- a\n- b", "plain")
    assert "<p>One &lt;b&gt; &amp; two</p>" in fragment
    assert tree(fragment).text_content().split() == "One <b> & two A list: • a • b".split()


def test_a_text_without_markup_has_its_words_alone(story):
    article = story(body="# Head\n\nOne **two** [three](https://x.example).")
    assert bodies.plain(article) == "Head\n\nOne two three."


def test_a_long_text_takes_linear_time(grows_linearly):
    grows_linearly(lambda text: bodies.fragment(text, "markdown"), "[a](b) ![c](d) " * 6_000)
