"""What WordPress, Ghost, feed readers and others export becomes articles, with what each says of them."""

import io
import json

import pytest

from curator import formats
from curator.domain.articles import Document
from curator.domain.errors import UnreadableFile
from curator.formats.collections import HEAD, Choices, Head
from curator.formats.feeds import ghost_exports, json_feeds, reader_streams, xml_feeds
from curator.formats.json_files import json_lists
from curator.formats.readers import Claim

WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Uferblatt</title><language>de-DE</language>
<wp:author><wp:author_login>lena</wp:author_login>
<wp:author_display_name><![CDATA[Lena Moor]]></wp:author_display_name></wp:author>
<item><title>Mühle schließt</title><link>https://ufer.example/muehle</link>
<pubDate>Tue, 03 Mar 2026 08:00:00 +0000</pubDate><dc:creator>lena</dc:creator>
<excerpt:encoded><![CDATA[Nach 90 Jahren.]]></excerpt:encoded>
<content:encoded><![CDATA[<!-- wp:paragraph --><p>Die Mühle schließt im Juni 2026.</p>]]></content:encoded>
<wp:post_name>muehle-schliesst</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category">Wirtschaft</category><category domain="post_tag">Mühlen</category></item>
<item><title>logo.png</title><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status></item>
<item><title>Startseite</title><wp:post_type>nav_menu_item</wp:post_type></item>
<item><title>Entwurf</title><content:encoded><![CDATA[<p>Noch offen.</p>]]></content:encoded>
<wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item></channel></rss>"""

GHOST = {
    "db": [
        {
            "meta": {"exported_on": 1772524800000},
            "data": {
                "posts": [
                    {
                        "id": "1",
                        "title": "Quarry reopens",
                        "slug": "quarry",
                        "html": "<p>The quarry cost £4m.</p>",
                        "status": "published",
                        "published_at": "2026-03-03T09:00:00.000Z",
                        "custom_excerpt": "After a year.",
                    },
                    {"id": "2", "title": "Later", "plaintext": "Soon.", "status": "draft", "type": "post"},
                    {"id": "3", "title": "About us", "html": "<p>Us.</p>", "type": "page"},
                ],
                "tags": [{"id": "t", "name": "Stone"}],
                "posts_tags": [{"post_id": "1", "tag_id": "t"}],
                "users": [{"id": "u", "name": "Ann Lee"}],
                "posts_authors": [{"post_id": "1", "author_id": "u"}],
                "settings": [{"key": "title", "value": "The Pit"}, {"key": "locale", "value": "en"}],
            },
        }
    ]
}

STREAM = {
    "id": "user/1/state/com.google/starred",
    "items": [
        {
            "id": "tag:1",
            "title": "Dockers win",
            "published": 1772528400,
            "canonical": [{"href": "https://a.example/1"}],
            "summary": {"content": "<p>Pay rises by 4.5%.</p>"},
            "author": "Ann Lee",
            "categories": ["user/1/label/ports", "user/1/state/com.google/read", "Labour"],
            "origin": {"title": "Quay News"},
        },
        {
            "id": "2",
            "title": "Ferry sold",
            "published": 1772528400000,
            "alternate": [{"href": "https://a.example/2"}],
            "content": {"content": "<p>For €9m.</p>"},
            "summary": {"content": "In short."},
            "origin": {"title": "Quay News"},
        },
    ],
}


def documents(collection, data: str) -> list[Document]:
    assert collection.claim(Head(data.encode()[:HEAD], "export.json")) is Claim.CERTAIN
    found = list(collection.entries(io.BytesIO(data.encode()), "export.json", Choices()))
    assert not any(each.reason for each in found)
    return [formats.read(each.data, each.path) for each in found]


def test_wordpress_tells_excerpt_slug_category_writer_and_drafts() -> None:
    mill, draft = documents(xml_feeds.COLLECTION, WXR)
    fields = mill.fields
    assert (fields.title, fields.description, fields.slug) == (
        "Mühle schließt",
        "Nach 90 Jahren.",
        "muehle-schliesst",
    )
    assert (fields.author, fields.category, fields.tags) == ("Lena Moor", "Wirtschaft", ("Mühlen",))
    assert mill.body.of(mill.text).strip() == "Die Mühle schließt im Juni 2026."
    assert "status" not in mill.front_matter
    assert draft.front_matter["status"] == "draft"


def test_ghost_tells_site_tags_writers_and_drafts_and_no_pages() -> None:
    quarry, later = documents(ghost_exports.COLLECTION, json.dumps(GHOST))
    fields = quarry.fields
    assert (fields.title, fields.source, fields.language) == ("Quarry reopens", "The Pit", "en")
    assert (fields.author, fields.tags, fields.description) == ("Ann Lee", ("Stone",), "After a year.")
    assert fields.published == "2026-03-03T09:00:00Z"
    assert later.front_matter["status"] == "draft"


def test_feed_readers_tell_source_address_moment_and_labels() -> None:
    dockers, ferry = documents(reader_streams.COLLECTION, json.dumps(STREAM))
    assert (dockers.fields.source, dockers.fields.url) == ("Quay News", "https://a.example/1")
    assert dockers.fields.published == ferry.fields.published == "2026-03-03T09:00:00Z"
    assert dockers.fields.tags == ("ports", "Labour")
    assert dockers.body.of(dockers.text).strip() == "Pay rises by 4.5%."
    assert ferry.fields.description == "In short."


@pytest.mark.parametrize("published", [True, "soon", -5, 1e30, None])
def test_a_moment_that_is_none_leaves_the_date_open(published: object) -> None:
    item = {**STREAM["items"][0], "published": published, "crawled": 1}
    (read,) = documents(reader_streams.COLLECTION, json.dumps({"items": [item]}))
    assert read.fields.published is None


def test_a_json_feed_is_no_stream_of_a_reader() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"content_text": "A"}]}
    head = Head(json.dumps(feed).encode(), "feed.json")
    assert reader_streams.claim(head) is Claim.NO
    assert json_feeds.claim(head) is Claim.CERTAIN


def two(title: str, text: str, *, rendered: bool = False) -> list[dict[str, object]]:
    """Two articles under these keys, their words wrapped as a web interface does it."""
    rows = [("Dock", "It opens."), ("Mill", "It shuts.")]
    return [
        {
            key: {"rendered": words} if rendered else words
            for key, words in zip((title, text), row, strict=True)
        }
        for row in rows
    ]


@pytest.mark.parametrize(
    "value",
    [
        two("title", "text"),
        two("title", "content", rendered=True),
        {"status": "ok", "articles": two("title", "content")},
        {"response": {"results": two("headline", "body")}},
        {"hits": {"hits": [{"_id": "1", "_source": each} for each in two("title", "text")]}},
        {"@graph": [{"@type": "Organization", "name": "The Pit"}, *two("headline", "text")]},
    ],
)
def test_a_list_of_objects_gives_an_article_each(value: object) -> None:
    data = json.dumps(value)
    assert json_lists.claim(Head(data.encode(), "news.json")) is Claim.SUFFIX
    found = list(json_lists.entries(io.BytesIO(data.encode()), "news.json", Choices()))
    read = [formats.read(each.data, each.path) for each in found]
    assert [each.fields.title for each in read] == ["Dock", "Mill"]
    assert [each.body.of(each.text).strip() for each in read] == ["It opens.", "It shuts."]


@pytest.mark.parametrize("value", [{"a": [{"b": 1}]}, [{}], {"a": []}, [1, 2]])
def test_a_list_of_anything_else_says_which_keys_it_has(value: object) -> None:
    with pytest.raises(UnreadableFile, match="No key is a title or a text; keys are"):
        list(json_lists.entries(io.BytesIO(json.dumps(value).encode()), "news.json", Choices()))


def test_a_list_of_feeds_says_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match="OPML lists feeds") as refused:
        formats.read(b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', "feeds.opml")
    assert refused.value.hint


def test_the_keys_of_a_list_are_looked_at_where_it_is_not_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.dumps(two("headline", "body")).encode()
    found = json_lists.look(io.BytesIO(data), "news.json")
    assert (found.columns, found.guess) == (("headline", "body"), {"title": "headline", "text": "body"})
    monkeypatch.setattr(json_lists, "MOST_LOOKED_AT", 10)
    with pytest.raises(UnreadableFile):
        json_lists.look(io.BytesIO(data), "news.json")


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("port.adoc", "= Port reopens\n\nDockers get 4.5% more.\n", "AsciiDoc"),
        ("port.org", "#+TITLE: Port reopens\nDockers get 4.5% more.\n", "Org mode"),
        ("port.rst", "Port reopens\n============\n\nDockers get ``4.5%`` more.\n", "reStructuredText"),
        ("port.tex", "\\title{Port reopens}\nDockers get 4.5\\% more.\n", "LaTeX"),
    ],
)
def test_a_text_in_another_markup_is_told_with_what_to_do(name, text, kind):
    with pytest.raises(UnreadableFile, match=kind) as refused:
        formats.read(text.encode(), name)
    assert "Markdown" in refused.value.hint


def test_a_text_with_front_matter_is_read_whatever_its_name():
    assert formats.read(b"---\ntitle: Port reopens\n---\nDockers get more.\n", "port.org").fields.title


def read_list(value: object) -> list[Document]:
    """The articles of a JSON list as they are imported."""
    data = json.dumps(value).encode()
    found = json_lists.entries(io.BytesIO(data), "news.json", Choices())
    return [formats.read(each.data, each.path) for each in found]


def test_articles_of_schema_org_have_their_body_and_section() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "Dock opens",
        "articleSection": "Ports",
        "author": [{"@type": "Person", "name": "Ida Vik"}],
        "publisher": {"@type": "Organization", "name": "Quay News"},
        "datePublished": "2026-03-03",
        "articleBody": "It opens on Monday.",
    }
    (read,) = read_list({"@context": "https://schema.org", "@graph": [article]})
    assert read.body.of(read.text).strip() == "It opens on Monday."
    fields = read.fields
    assert (fields.category, fields.author, fields.source) == ("Ports", "Ida Vik", "Quay News")


def test_reviews_of_claims_are_told_to_be_no_articles() -> None:
    graph = [
        {"@type": "CreativeWork", "name": "checked", "description": "1 of 2 facts are checked."},
        {"@type": "ClaimReview", "claimReviewed": "It cost 5 %.", "name": "A claim"},
    ]
    with pytest.raises(UnreadableFile, match="no article, but CreativeWork, ClaimReview"):
        read_list({"@graph": graph})


def test_references_give_their_names_and_days() -> None:
    authors = [{"family": "Vik", "given": "Ida"}, {"literal": "Quay Desk"}]
    one = {"title": "Dock opens", "author": authors, "container-title": "Quay News", "abstract": "Soon."}
    rows = [one | {"issued": {"date-parts": [[2026, 3, 3]]}}, one | {"issued": {"date-parts": [[2026, 4]]}}]
    first, second = (each.fields for each in read_list(rows))
    assert (first.author, first.source) == ("Ida Vik, Quay Desk", "Quay News")
    assert (first.published, second.published) == ("2026-03-03", "2026-04")


@pytest.mark.parametrize("parts", [[], [[]], [["x"]], None, [2026], {"a": 1}])
def test_a_reference_with_a_broken_day_is_read_all_the_same(parts: object) -> None:
    (read,) = read_list([{"title": "Dock opens", "issued": {"date-parts": parts}}])
    assert read.fields.title == "Dock opens"


def of_list(value: object) -> list[Document]:
    found = json_lists.entries(io.BytesIO(json.dumps(value).encode()), "posts.json", Choices())
    return [formats.read(each.data, each.path) for each in found]


def test_what_wordpress_answers_is_read_without_its_markup_and_numbers() -> None:
    text = "The town sold its old mill to a baker for three million crowns."
    post = {
        "id": 7,
        "date": "2026-03-03T08:15:00",
        "date_gmt": "2026-03-03T07:15:00",
        "slug": "mill",
        "title": {"rendered": "The mill &#8211; <em>sold</em>"},
        "content": {"rendered": f"<p>{text}</p><p>It was built in 1884.</p>"},
        "author": 3,
        "categories": [4],
        "tags": [],
    }
    excerpts = ("<p>What a mill is &amp; costs [&hellip;]</p>\n", f"<p>{text[:50]} [&hellip;]</p>\n", "")
    read = of_list(
        [post | {"slug": f"{n}", "excerpt": {"rendered": each}} for n, each in enumerate(excerpts)]
    )
    assert {
        (each.fields.title, each.fields.published, each.fields.author, each.fields.category) for each in read
    } == {("The mill – sold", "2026-03-03T07:15:00Z", "", "")}
    assert [each.fields.description for each in read] == ["What a mill is & costs […]", "", ""]
    assert read[0].front_matter["author_"] == 3


def test_events_of_a_timeline_are_articles_of_their_day() -> None:
    events = [
        {
            "start_date": {"year": "2026", "month": "3", "day": "3"},
            "text": {"headline": "Sold", "text": "To Lo."},
        },
        {
            "start_date": {"year": "2026", "month": "4"},
            "text": {"headline": "Rebuilt", "text": "<p>By Lo.</p>"},
        },
    ]
    read = of_list({"title": {"text": {"headline": "A mill"}}, "events": events})
    assert [(each.fields.title, each.fields.published) for each in read] == [
        ("Sold", "2026-03-03"),
        ("Rebuilt", "2026-04"),
    ]
    assert [each.body.of(each.text) for each in read] == ["To Lo.", "By Lo."]
