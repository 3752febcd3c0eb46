"""HTML pages: main text and metadata, nothing run, nothing fetched, nothing slow."""

from contextlib import suppress

import pytest

from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.formats import read
from curator.formats.documents.html_metadata import metadata
from curator.formats.documents.html_pages import bare_text

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Mill opens | The Site</title>
<meta property="og:title" content="Mill opens"><meta property="og:site_name" content="The Site">
<meta property="article:published_time" content="2027-03-04T10:00:00+01:00">
<meta name="author" content="Jane Doe">
<meta name="description" content="In short."><link rel="canonical" href="https://site.example/mill"></head>
<body><nav><a href="/">Home</a> <a href="/x">More</a></nav><article><h1>Mill opens</h1>
<p>The mill opened with <b>bold</b> words and a <a href="https://e.example/x">link</a>,
which is long enough.</p>
<h2>Details</h2><p>It makes 5 &amp; 6 things, and there is a lot to say of them in one paragraph of text.</p>
<ul><li>One item of the list</li><li>Another item of it</li></ul>
<script>alert("boo")</script><img src="http://tracker.example/p.png" alt="pic"></article>
<footer>Copyright</footer></body></html>"""


def test_a_page_gives_main_text_as_markdown_and_its_metadata():
    found = read(PAGE.encode(), "mill.html")
    assert found.fields == Fields(
        title="Mill opens", description="In short.", published="2027-03-04T09:00:00Z", source="The Site",
        author="Jane Doe", language="en", url="https://site.example/mill",
    )  # fmt: skip
    assert found.text.startswith(
        "Mill opens\n\nIn short.\n\nThe mill opened with **bold** words and a [link](https:"
    )
    assert "\n\n## Details\n\n" in found.text
    assert "\n- One item of the list\n- Another item of it" in found.text
    assert "5 & 6" in found.text
    assert not any(word in found.text for word in ("boo", "tracker", "Home", "Copyright"))
    assert (found.format, found.markup) == ("html", "markdown")


def test_a_lone_tilde_of_a_range_is_not_escaped():
    page = PAGE.replace("It makes 5", "It cost 3~5% or ~~2~~ of 700억~800억원. It makes 5")
    found = read(page.encode(), "mill.html")
    assert "3~5%" in found.text
    assert "700억~800억원" in found.text
    assert "\\~\\~2" in found.text


def test_json_ld_is_read_as_data():
    html = (
        '<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "A",'
        ' "datePublished": "2026-02-03", "author": [{"@type": "Person", "name": "B"}],'
        ' "publisher": {"name": "C"}}]}'
        "</script>"
    )
    assert metadata(html) == Fields(title="A", published="2026-02-03", author="B", source="C")
    assert metadata('<script type="application/ld+json">' + "[" * 100_000 + "</script>") == Fields()


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ('<a rel="author" href="/ann">Ann <b>Lee</b></a>', "Ann Lee"),
        ('<div itemprop="author"><div>Ann Lee</div></div><div>More</div>', "Ann Lee"),
        ('<a class="p-author h-card" href="/ann">Ann Lee</a> and <a rel="author">Bo Ray</a>', "Ann Lee"),
        ('<p class="authors">Ann Lee</p>', ""),
        (f'<p rel="author">{"words " * 40}</p>', ""),
    ],
)
def test_a_writer_who_is_only_shown_is_the_author(markup: str, author: str) -> None:
    assert metadata(f"<html><body><article><h1>Quay</h1>{markup}<p>Text.</p></article>").author == author


def test_a_story_as_medium_exports_it_gives_subtitle_and_address() -> None:
    page = """<article class="h-entry"><h1 class="p-name">Quay</h1>
    <section class="p-summary">In short.</section>
    <p>Text.</p><footer><time class="dt-published" datetime="2026-03-03T09:00:00.000Z">March 3</time>
    <a href="https://m.example/p/1" class="p-canonical">Link</a></footer></article>"""
    found = metadata(page)
    assert (found.description, found.url) == ("In short.", "https://m.example/p/1")
    assert found.published == "2026-03-03T09:00:00Z"


def test_a_page_without_main_text_falls_back_to_all_its_text():
    assert bare_text("<p>One <b>two</b><script>x</script><p>three<style>y</style>") == "One two\n\nthree"
    assert read(b"<html><body><div>Hi</div></body></html>", "x.html").text == "Hi"


def test_a_page_under_front_matter_has_its_fields():
    found = read(("---\ntitle: Own\nlang: de\n---\n" + PAGE).encode(), "x.html")
    assert (found.fields.title, found.fields.language, found.fields.author) == ("Own", "de", "Jane Doe")


def test_a_declared_charset_counts():
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1250"').replace("bold", "žluť")
    assert "**žluť**" in read(page.encode("cp1250"), "x.html").text


HOSTILE = {
    "deep": "<div>" * 40_000 + "text",
    "unclosed": "<html><body>" + "<b><i>" * 20_000 + "text",
    "paragraphs": "<p>" * 40_000 + "text",
    "tables": "<table><tr><td>" * 5000 + "text",
    "declarations": "<html>text" + "<!" * 100_000,
    "ampersands": "<html><p>" + "&" * 100_000,
    "attributes": "<html><p>text<p " + "a " * 100_000,
    "names": "<html><p>text<p " + " ".join(f"a{number}" for number in range(40_000)),
    "quotes": "<html><p>text" + "<a b='" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_or_refused_in_linear_time(name, grows_linearly):
    def read_it(text):
        with suppress(UnreadableFile):
            read(text.encode(), "x.html")

    grows_linearly(read_it, HOSTILE[name])
