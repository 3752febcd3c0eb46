"""Feeds as other programs read them: every field where its standard has it, every letter as it was."""

import json
from dataclasses import replace
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

from curator.domain.articles import Fields
from curator.formats.writers import bodies, moments, xml_texts

NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "source": "http://source.scripting.com/",
}
JSON_FEED = Draft202012Validator(
    {
        "type": "object",
        "required": ["version", "title", "items"],
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"},
            "title": {"type": "string", "minLength": 1},
            "description": {"type": "string"},
            "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
        },
        "additionalProperties": False,
        "$defs": {
            "item": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    **{
                        name: {"type": "string"}
                        for name in ("title", "content_html", "content_text", "summary")
                    },
                    "url": {"type": "string", "pattern": "^https?://"},
                    "language": {"type": "string", "pattern": "^[a-z]{2,3}(-|$)"},
                    "date_published": {
                        "type": "string",
                        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$",
                    },
                    "authors": {
                        "type": "array",
                        "items": {"type": "object", "required": ["name"], "minProperties": 1},
                    },
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
                "patternProperties": {"^_[a-z]+$": {"type": "object"}},
                "additionalProperties": False,
            }
        },
    }
)
"""What jsonfeed.org's version 1.1 asks of the members we write."""


def test_a_json_feed_is_one_by_the_standard(story, written):
    feed = json.loads(written("json-feed", story(), story(2, fields=Fields(title="Bare"))))
    JSON_FEED.validate(feed)
    full, bare = feed["items"]
    assert full["id"] == full["url"] == "https://daily.example/2031/plant"
    assert full["date_published"] == "2031-01-05T06:07:08Z"
    assert [each["name"] for each in full["authors"]] == ["Ann Novák", "Bob Ray"]
    assert full["tags"] == ["chips", "R&D"]
    assert '<a href="https://orchard.example/plant">plant</a>' in full["content_html"]
    assert set(bare) == {"id", "title", "content_html", "_curator"}
    assert bare["id"].startswith("urn:uuid:")


def test_no_feed_tells_what_is_the_desks_own(story, written):
    for name in ("json-feed", "rss", "atom", "opml"):
        assert b"ask Ann" not in written(name, story())


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_a_feed_reader_finds_every_field(story, written, name):
    feed = feedparser.parse(written(name, story()))
    assert not feed.bozo
    assert feed.version == {"rss": "rss20", "atom": "atom10"}[name]
    assert feed.feed.title == "The week"
    (entry,) = feed.entries
    assert entry.title == "A plant in Brno"
    assert entry.summary == "Orchard Chips invests."
    assert entry.link == entry.id == "https://daily.example/2031/plant"
    assert tuple(entry.published_parsed)[:6] == (2031, 1, 5, 6, 7, 8)
    assert {tag.term for tag in entry.tags} == {"Industry", "Orchard Chips", "Žába s.r.o.", "chips", "R&D"}
    assert entry.publisher == "The Daily Orchard"
    assert "<strong>up to 20 million euros</strong>" in entry.content[0].value


def test_rss_dates_are_rfc_822_and_its_exact_ones_w3c(story, written, fields):
    for published, mailed in (
        ("2031-01-05T06:07:08Z", "Sun, 05 Jan 2031 06:07:08 GMT"),
        ("2031-01-05", "Sun, 05 Jan 2031 00:00:00 GMT"),
        ("2031-01", None),
        ("2031", None),
        (None, None),
    ):
        root = etree.fromstring(written("rss", story(fields=replace(fields, published=published))))
        assert root.findtext(".//pubDate") == mailed
        assert root.findtext(".//dc:date", namespaces=NAMES) == published
    assert (
        parsedate_to_datetime(root.findtext("channel/lastBuildDate")).isoformat()
        == "2031-01-05T06:07:08+00:00"
    )


@pytest.mark.parametrize(
    ("published", "updated", "stated"),
    [
        ("2031-01-05T06:07:08Z", "2031-01-05T06:07:08Z", True),
        ("2031-01-05", "2031-01-05T00:00:00Z", True),
        ("2031-01", "2031-01-01T00:00:00Z", False),
        ("2031", "2031-01-01T00:00:00Z", False),
        (None, "2031-01-05T06:07:08Z", False),
        ("no date", "2031-01-05T06:07:08Z", False),
    ],
)
def test_an_atom_entry_says_when_and_invents_no_publication(
    story, written, fields, published, updated, stated
):
    root = etree.fromstring(written("atom", story(fields=replace(fields, published=published))))
    assert root.findtext("a:entry/a:updated", namespaces=NAMES) == updated
    assert (root.findtext("a:entry/a:published", namespaces=NAMES) == updated) is stated


ATOM = etree.RelaxNG(
    etree.fromstring(
        """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
    <start><element name="feed"><interleave>
      <element name="title"><text/></element><element name="id"><data type="anyURI"/></element>
      <element name="updated"><data type="dateTime"/></element>
      <optional><element name="subtitle"><text/></element></optional>
      <ref name="author"/><element name="generator"><text/></element>
      <zeroOrMore><ref name="entry"/></zeroOrMore>
    </interleave></element></start>
    <define name="entry"><element name="entry"><optional><attribute name="xml:lang"/></optional><interleave>
      <element name="title"><text/></element><element name="id"><data type="anyURI"/></element>
      <element name="updated"><data type="dateTime"/></element>
      <optional><element name="published"><data type="dateTime"/></element></optional>
      <optional><element name="link"><attribute name="rel"><value>alternate</value></attribute>
        <attribute name="href"><data type="anyURI"/></attribute></element></optional>
      <zeroOrMore><ref name="author"/></zeroOrMore>
      <optional><element name="summary"><text/></element></optional>
      <zeroOrMore><element name="category"><attribute name="term"/>
        <optional><attribute name="scheme"><data type="anyURI"/></attribute></optional></element></zeroOrMore>
      <element name="content"><attribute name="type"><value>html</value></attribute><text/></element>
      <zeroOrMore><element><anyName><except><nsName/></except></anyName><text/></element></zeroOrMore>
    </interleave></element></define>
    <define name="author"><element name="author"><element name="name"><text/></element></element></define>
    </grammar>"""
    )
)
"""What RFC 4287 asks of the elements we write."""


def test_an_atom_feed_is_one_by_its_grammar(story, written):
    articles = story(), story(2, fields=Fields()), story(3, fields=Fields(url="no address", source="A & B"))
    ATOM.assertValid(etree.fromstring(written("atom", *articles)))
    ATOM.assertValid(etree.fromstring(written("atom")))


def test_identities_stay_when_an_article_is_edited_and_are_given_once(story, written, fields):
    bare = replace(fields, url="")
    ids = [
        [each.text for each in etree.fromstring(written("rss", *articles)).iter("guid")]
        for articles in (
            (story(1, fields=bare), story(2, fields=bare)),
            (story(1, fields=replace(bare, title="Other"), body="Other."), story(2, fields=bare)),
            (story(1), story(2), story(3)),
            (story(unknown={"guid": "tag:x.example,2031:1"}), story(2, unknown={"guid": "no uri"})),
        )
    ]
    assert ids[0] == ids[1]
    assert all(len(set(each)) == len(each) for each in ids)
    assert ids[3] == ["tag:x.example,2031:1", "https://daily.example/2031/plant"]


def test_opml_has_each_source_once_with_its_site(story, written, fields):
    root = etree.fromstring(
        written(
            "opml",
            story(),
            story(2, fields=replace(fields, source="the daily orchard", url="", language="de")),
            story(3, fields=Fields(source="Brno & more")),
            story(4, fields=Fields(url="https://www.far.example/x")),
            story(5, fields=Fields()),
        )
    )
    assert root.get("version") == "2.0"
    assert root.findtext("head/title") == "The week"
    outlines = [dict(each.attrib) for each in root.iter("outline")]
    assert [(each["text"], each["description"]) for each in outlines] == [
        ("Brno & more", "1 article"),
        ("The Daily Orchard", "2 articles"),
        ("www.far.example", "1 article"),
    ]
    assert [(each.get("type"), each.get("url")) for each in outlines] == [
        (None, None),
        ("link", "https://daily.example/"),
        ("link", "https://www.far.example/"),
    ]
    assert all(each["title"] == each["text"] for each in outlines)


@given(st.text(), st.text())
def test_xml_says_every_character_it_can(text, value):
    root = etree.fromstring(xml_texts.element("e", text, a=value))
    assert (root.text or "") == allowed(text)
    assert root.get("a") == allowed(value)


def allowed(text):
    def is_char(code):
        return code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF

    return "".join(each if is_char(ord(each)) else "\ufffd" for each in text)


@pytest.mark.parametrize("name", ["json-feed", "rss", "atom", "opml"])
@pytest.mark.parametrize(
    "text",
    ["\x00\x0b\x1f\ufffe", "\ud800 half", "]]>", "<b>&amp;</b>", "a\rb\u2028c", "\U0001f600 \u202e", ""],
)
def test_feeds_are_whole_whatever_the_words_are(story, written, name, text):
    fields = Fields(
        **dict.fromkeys(("title", "description", "source", "author", "language", "category", "url"), text),
        **dict.fromkeys(("companies", "tags"), (text,)),
        published=text,
    )
    data = written(name, story(fields=fields, body=text, path=text, facts=False))
    if name == "json-feed":
        assert json.loads(data)["items"][0]["_curator"]["text"] == text
    else:
        etree.fromstring(data)


def test_the_same_articles_give_the_same_bytes(story, written):
    for name in ("json-feed", "rss", "atom", "opml"):
        assert written(name, story(), story(2)) == written(name, story(), story(2))


@pytest.mark.parametrize(
    "published", ["2031-13-45", "2031-02-30", "0000", "2031-1-1", "2031-01-05T25:00:00Z"]
)
def test_what_is_no_date_is_none(published):
    assert moments.stated(published) == moments.instant(published) == ""
    assert moments.parts(published) == ()


def test_addresses_that_lead_nowhere_are_none():
    for target in (
        "javascript:x",
        "https://",
        "mailto:",
        "//x",
        "https://a b",
        "https://[::1",
        "ftp://x",
        "",
    ):
        assert bodies.web_address(target) == ""
