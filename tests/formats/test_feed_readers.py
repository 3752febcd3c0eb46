"""Feeds, news items and annotations of anybody: read as far as they go, and never more than they hold."""

import contextlib
import io
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator import formats
from curator.domain.articles import Fields
from curator.domain.errors import UnreadableFile
from curator.domain.facts import Evidence
from curator.formats.anchoring import anchored
from curator.formats.collections import HEAD, Choices, Head
from curator.formats.feeds import json_feeds, news_items, xml_feeds
from curator.formats.feeds.feed_items import FeedItem, date_of, entry_of
from curator.formats.json_files import annotation_pages
from curator.formats.readers import Claim
from curator.services.imports import collections

READERS = {
    "feed": xml_feeds.COLLECTION,
    "json-feed": json_feeds.COLLECTION,
    "ninjs": news_items.COLLECTION,
    "annotations": annotation_pages.COLLECTION,
}


def entries(data, reader="feed"):
    data = data if isinstance(data, bytes) else data.encode()
    return list(READERS[reader].entries(io.BytesIO(data), "news.xml", Choices()))


def documents(data, reader="feed"):
    found = []
    for each in entries(data, reader):
        assert not each.reason, each.reason
        found.append(formats.read(each.data, each.path))
    return found


RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The &amp; Daily</title><language>en-us</language>
<item><title>Oak &amp;amp; Elm &lt;b&gt;merge&lt;/b&gt;</title><link>https://daily.example/1</link>
<guid isPermaLink="false">abc 1</guid><pubDate>Wed, 02 Oct 2030 15:00:00 EST</pubDate>
<author>jo@daily.example (Jo Ray)</author><category>Wood</category><description>In short.</description>
<content:encoded><![CDATA[<p>Orchard Chips spends <b>5 million</b> euros &amp; more on a plant near Brno.</p>
<script>alert(1)</script><img src="https://track.example/p.png"><p>It opens in 2031.</p>]]></content:encoded>
</item>
<item><description>&lt;p&gt;Only words here, and no title.&lt;/p&gt;</description></item>
</channel></rss>"""


def test_items_of_rss_become_articles():
    one, two = documents(RSS)
    assert one.fields == Fields(
        title="Oak & Elm merge",
        description="In short.",
        published="2030-10-02T20:00:00Z",
        source="The & Daily",
        author="Jo Ray",
        language="en",
        tags=("Wood",),
        url="https://daily.example/1",
    )
    assert one.front_matter["guid"] == "abc 1"
    assert "spends **5 million** euros & more" in one.text
    assert "alert" not in one.text
    assert "track.example" not in one.text
    assert two.text == "Only words here, and no title."


def test_entries_of_atom_become_articles():
    (one,) = documents(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="cs"><title>Deník</title><entry>
        <title type="html">A &amp;amp; B</title><id>tag:denik.example,2031:1</id>
        <link rel="self" href="https://denik.example/self"/><link href="https://denik.example/a"/>
        <updated>2031-01-02T03:04:05.123+02:00</updated>
        <author><name>Jana Malá</name></author><author><name>Ida Velká</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
        <p>První <em>odstavec</em> o továrně v Brně, která stojí hodně peněz.</p>
        <p>Druhý odstavec o téže továrně.</p></div></content></entry></feed>"""
    )
    assert one.fields.title == "A & B"
    assert one.fields.author == "Jana Malá, Ida Velká"
    assert one.fields.published == "2031-01-02T01:04:05Z"
    assert (one.fields.language, one.fields.url) == ("cs", "https://denik.example/a")
    assert "První *odstavec* o továrně" in one.text


def test_a_feed_of_rdf_becomes_articles():
    (one,) = documents(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Old</title></channel>
        <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link>
        <description>Words of old.</description><dc:date>2003-01-02T03:04+01:00</dc:date></item></rdf:RDF>"""
    )
    assert (one.fields.title, one.fields.source, one.fields.published) == (
        "One",
        "Old",
        "2003-01-02T02:04:00Z",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1250", "iso-8859-2"])
@pytest.mark.parametrize("is_declared", [True, False])
def test_feeds_in_any_encoding_are_read(encoding, is_declared):
    stated = f'encoding="{encoding}"' if is_declared else ""
    text = "<rss><channel><item><title>Žluťoučký kůň úpěl ďábelské ódy</title></item></channel></rss>"
    (one,) = documents(f'<?xml version="1.0" {stated}?>{text}'.encode(encoding))
    assert one.fields.title == "Žluťoučký kůň úpěl ďábelské ódy"


def test_a_feed_that_declares_utf_8_and_is_not_is_read():
    declared = '<?xml version="1.0" encoding="utf-8"?>'
    text = declared + "<rss><channel><item><title>Žluťoučký kůň</title></item></channel></rss>"
    (one,) = documents(text.encode("cp1250"))
    assert one.fields.title == "Žluťoučký kůň"


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<title>A&nbsp;b &amp; c</title>", "A b & c"),
        ("<title>A & b</title>", "A & b"),
        ("<title>a &bogus; b</title>", "a &bogus; b"),
        ("<title><![CDATA[a & b &amp; c]]></title>", "a & b & c"),
        ("<title>a\x01\x0bb</title>", "a b"),
        ("<title>a&#0;b</title>", "a\ufffdb"),
        ("<title>a<br>b</title>", "ab"),
    ],
)
def test_what_is_not_quite_xml_is_read_as_it_was_meant(inside, title):
    (one,) = documents(f"<rss><channel><item>{inside}</item></channel></rss>")
    assert one.fields.title.replace("\xa0", " ") == title


def test_a_feed_that_breaks_off_gives_what_is_whole():
    first, *_ = documents("<rss><channel><item><title>a</title></item><item><title>b")
    assert first.fields.title == "a"


BOMB = (
    '<!DOCTYPE r [<!ENTITY l0 "lolololololol">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    + "]><rss><channel><item a='&l11;'><title>&l11;</title></item></channel></rss>"
)
OUTSIDE = (
    '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>'
    "<rss><channel><item><title>x &e;</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    "data", [BOMB, OUTSIDE, BOMB.replace("</channel>", ""), OUTSIDE.replace("</rss>", "&")]
)
def test_entities_are_not_expanded_and_nothing_is_fetched(data):
    begun = time.process_time()
    (one,) = entries(data)
    assert len(one.data) < 1000
    assert b"root:" not in one.data
    assert time.process_time() - begun < 30  # expanded, it would take up the memory for minutes


@pytest.mark.parametrize(
    "data",
    [
        "",
        "no xml",
        "<a>" * 200_000,
        "<rss><channel></channel></rss>",
        "<rss>" + "<![CDATA[" * 50_000,
        "\x00" * 99,
    ],
)
def test_what_is_no_feed_is_refused_with_a_reason(data):
    with pytest.raises(UnreadableFile, match=r"\w"):
        entries(data)


@pytest.mark.parametrize("reader", ["json-feed", "ninjs", "annotations"])
@pytest.mark.parametrize(
    "data",
    [
        "",
        "{",
        "[" * 200_000,
        '{"a":' * 100_000,
        "[]",
        "{}",
        "null",
        "1" * 5000,
        '{"items": 3}',
        "\ufeff[1, null]",
    ],
)
def test_what_is_no_json_of_its_kind_is_refused_with_a_reason(data, reader):
    try:
        found = entries(data, reader)
    except UnreadableFile:
        return
    assert found
    assert all(each.reason for each in found)


SPOKEN = """<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
 xml:lang="cs"><channel><itunes:title>Show</itunes:title><title>Daily</title><link>https://daily.example/news/</link>
 {}</channel></rss>"""


def of_rss(inside):
    return documents(SPOKEN.format(f"<item>{inside}</item>"))[0]


def test_what_is_said_of_a_picture_is_not_said_of_the_article():
    read = of_rss(
        """<media:title>A crane</media:title><title>The mill opens</title>
        <description>&lt;p&gt;The mill at the river opens with forty people.&lt;/p&gt;</description>
        <media:content url="https://pictures.example/1.jpg" type="image/jpeg">
        <media:credit>Ann Ray</media:credit></media:content>
        <media:category>pictures</media:category><category>mills</category>"""
    )
    assert read.text == "The mill opens\n\nThe mill at the river opens with forty people."
    assert read.fields.tags == ("mills",)
    assert (read.fields.source, read.fields.language) == ("Daily", "cs")


def test_prefixes_that_nobody_declares_are_understood():
    read = of_rss(
        """<title>Mill</title><dc:creator>Ann Ray</dc:creator><description>In short.</description>
        <media:content><media:credit>Bob Ray</media:credit></media:content>
        <content:encoded><![CDATA[<p>The whole text of the mill stands here.</p>]]></content:encoded>"""
    )
    assert read.text == "Mill\n\nIn short.\n\nThe whole text of the mill stands here."
    assert read.fields.author == "Ann Ray"


def test_a_text_of_html_without_an_element_has_its_characters():
    read = of_rss("<title>Mill</title><description><![CDATA[It&#8217;s open &amp;amp; full]]></description>")
    assert read.text == "Mill\n\nIt’s open &amp; full"


def test_html_that_nobody_escaped_keeps_its_paragraphs():
    read = of_rss("<title>Mill</title><description><p>The mill opens.</p><p>It grinds.</p></description>")
    assert read.text == "Mill\n\nThe mill opens.\n\nIt grinds."


def test_xhtml_with_a_prefix_is_read_as_html():
    (one,) = documents(
        """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"><entry>
        <title>Mill</title><content type="xhtml"><h:div><h:p>The mill <h:b>opens</h:b> at the river.</h:p>
        <h:p>It grinds.</h:p></h:div></content></entry></feed>"""
    )
    assert one.text == "Mill\n\nThe mill **opens** at the river.\n\nIt grinds."


def test_an_entry_of_another_feed_is_of_that_feed():
    (one,) = documents(
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>All</title><author><name>Desk</name></author><entry>
        <title>Mill</title><source><id>urn:x:1</id><title>Daily</title><updated>2031-01-02</updated></source>
        <content>It opens.</content></entry></feed>"""
    )
    assert (one.fields.source, one.fields.author) == ("Daily", "Desk")


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("<link>/1.html</link>", "https://daily.example/1.html"),
        ("<link>1.html</link>", "https://daily.example/news/1.html"),
        ("<link> https://daily.example/2 </link>", "https://daily.example/2"),
        ("<link>mailto:desk@daily.example</link>", ""),
        ("<link>http://[</link>", ""),
        ("<guid>17</guid>", ""),
        ("<guid>https://daily.example/17</guid>", "https://daily.example/17"),
        ("<guid isPermaLink='false'>https://daily.example/17</guid>", ""),
        (
            "<link>https://proxy.example/1</link><f:origLink xmlns:f='f'>https://daily.example/3</f:origLink>",
            "https://daily.example/3",
        ),
    ],
)
def test_addresses_are_those_of_the_web(link, url):
    assert of_rss(f"<title>Mill</title>{link}").fields.url == url


def test_the_file_of_a_feed_is_no_base(tmp_path):
    file = tmp_path / "news.xml"
    file.write_text(SPOKEN.format("<item><title>Mill</title><link>1.html</link></item>"), "utf-8")
    with file.open("rb") as stream:
        (one,) = READERS["feed"].entries(stream, "news.xml", Choices())
    assert formats.read(one.data, one.path).fields.url == "https://daily.example/news/1.html"


def test_links_of_atom_are_relative_to_their_base():
    (one,) = documents(
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://daily.example/"><link href="/all"/>
        <entry xml:base="mills/"><title>Mill</title><link rel="alternate" href="1"/></entry></feed>"""
    )
    assert one.fields.url == "https://daily.example/mills/1"


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("ann@daily.example (Ann Ray)", "Ann Ray"),
        ("Ann Ray &lt;ann@daily.example&gt;", "Ann Ray"),
        ("Ann Ray (Daily)", "Ann Ray (Daily)"),
        ("ann.ray@daily.example", "ann.ray"),
    ],
)
def test_people_are_named_without_their_mail(author, name):
    assert of_rss(f"<title>Mill</title><author>{author}</author>").fields.author == name


@pytest.mark.parametrize(
    "part", ["<!DOCTYPE [", "<?xml ", "<!--", " ", "&a", "<a ", "<![CDATA[", "]]>", "<!>"]
)
def test_a_broken_feed_takes_no_longer_than_its_length(part, grows_linearly):
    def read(data):
        xml_feeds.claim(Head(data.encode()[:HEAD], "a.xml"))
        with contextlib.suppress(UnreadableFile):
            entries(data)

    for before in (
        "",
        "<rss>&",
        "<rss><channel><item><title>a &",
        "<rss><channel><item><description><![CDATA[",
    ):
        grows_linearly(read, before + part * 30_000)


@pytest.mark.parametrize("data", ["<>", "< >", "<:>", "<", "<?>", "</>"])
def test_what_only_begins_like_xml_is_claimed_by_nobody(data):
    assert xml_feeds.claim(Head(data.encode(), "a.xml")) is Claim.NO


def test_items_of_a_json_feed_become_articles():
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "title": "The Daily",
        "author": {"name": "Desk"},
        "items": [
            {
                "id": 7,
                "url": "https://daily.example/1",
                "title": "One",
                "date_published": "2031-01-02T03:04:05+02:00",
                "content_html": "<p>Words <b>here</b>, and then some more of them.</p>",
                "tags": ["a", "b"],
                "author": {"name": "Ann"},
                "authors": [{"name": "Ann"}, {"name": "Ida"}],
                "language": "de-AT",
            },
            {"id": "x", "content_text": "Plain words."},
            {"id": "y"},
            "no object",
        ],
    }
    one, two, *bare = entries(json.dumps(feed), "json-feed")
    read = formats.read(one.data, one.path)
    assert read.fields == Fields(
        title="One",
        published="2031-01-02T01:04:05Z",
        source="The Daily",
        author="Ann, Ida",
        language="de",
        tags=("a", "b"),
        url="https://daily.example/1",
    )
    assert "Words **here**" in read.text
    second = formats.read(two.data, two.path)
    assert (second.text, second.fields.author) == ("Plain words.", "Desk")
    assert [each.place for each in bare if each.reason] == ["item 3", "item 4"]


@pytest.mark.parametrize("reader", ["json-feed", "ninjs"])
def test_half_characters_in_json_are_read_as_missing_ones(reader):
    item = r'{"id": "\ud800", "uri": "\udfff", "headline": "a\ud800", "title": "a\ud800", "tags": ["\ud800"]'
    (one,) = documents(rf'{{"items": [{item}, "body_text": "b\udc00", "content_text": "b\udc00"}}]}}', reader)
    assert one.text == "a\ufffd\n\nb\ufffd"


def test_ninjs_of_others_in_any_version_becomes_articles():
    old = {
        "uri": "urn:x:1",
        "headline": "Old",
        "byline": "Ann",
        "versioncreated": "2031-01-02T03:04:05Z",
        "body_text": "Old words.",
        "body_xhtml": "<p>Old <b>words</b> stand here, in a paragraph.</p>",
        "description_text": "In short",
        "organisation": [{"name": "Orchard"}],
        "subject": [{"name": "wood"}],
    }
    new = {
        "uri": "urn:x:2",
        "headlines": [{"value": "New"}],
        "by": "Bob",
        "language": "en-GB",
        "urgency": 1,
        "bodies": [{"contentType": "text/plain", "value": "New words."}],
        "edNote": "keep",
        "infoSources": [{"name": "Agency"}],
    }
    one, two = documents(
        json.dumps([old, {"type": "composite", "title": "All", "associations": [new]}]), "ninjs"
    )
    assert (one.fields.title, one.fields.author, one.fields.companies) == ("Old", "Ann", ("Orchard",))
    assert (one.fields.description, one.fields.tags) == ("In short", ("wood",))
    assert "Old **words** stand" in one.text
    assert (two.fields.title, two.fields.source, two.fields.importance) == ("New", "Agency", 5)
    assert two.text == "New\n\nNew words."


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.xml", RSS, "feed"),
        ("a", "\ufeff<!-- x > --><!DOCTYPE r [<!ENTITY a 'x>'>]>\n<feed xmlns='x'>", "feed"),
        ("a.xml", "<?xml version='1.0'?><rdf:RDF xmlns:rdf='x'>", "feed"),
        ("a.xml", "<sitemap>", None),
        ("a.html", "<!doctype html><html>", None),
        ("a.json", '{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"', "json-feed"),
        ("a.json", '{"uri": "x", "headlines": []', "ninjs"),
        ("a.json", '{"@context": ["http://www.w3.org/ns/anno.jsonld"]', "annotations"),
        ("a.json", '{"title": "x"}\n\nA post.', None),
        ("a.md", "Words.", None),
    ],
)
def test_each_format_knows_its_own(name, data, reader):
    head = Head(data.encode()[:HEAD], name)
    assert {key for key, each in READERS.items() if each.claim(head) > Claim.NO} == (
        {reader} if reader else set()
    )
    assert {each.name for each in collections.collections()} >= set(READERS)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Thu, 02 Jan 2031 03:04 +0100", "2031-01-02T02:04:00Z"),
        ("2031-01-02 03:04:05", "2031-01-02T03:04:05Z"),
        ("2031-01", "2031-01"),
        ("Thursday, January 2, 2031", "2031-01-02"),
        ("Thu, 32 Jan 2031 00:00:00 GMT", None),
        ("0000-00-00", None),
        ("yesterday", None),
    ],
)
def test_dates_in_any_form_are_read_or_kept_as_written(written, published):
    assert date_of("", written, language="en") == (published, {} if published else {"date": written})


def test_a_date_that_is_none_is_kept_and_told():
    (one,) = documents(
        "<rss><channel><item><title>a</title><pubDate>yesterday</pubDate></item></channel></rss>"
    )
    assert one.notes == ("Front matter: date “yesterday” is not a date.",)
    assert one.front_matter["date"] == "yesterday"


def test_a_text_without_end_is_refused():
    item = FeedItem("item 1", Fields(title="x"), "x" * (21 << 20))
    assert "longer than" in entry_of(item, "a.xml", 1).reason


TEXT = "The plant opens. The plant costs 5 MW. The plant closes."


@pytest.mark.parametrize(
    ("evidence", "place"),
    [
        (Evidence(4, 9, "plant", "The ", " opens"), 4),
        (Evidence(21, 26, "plant", "The ", " costs"), 21),
        (Evidence(0, 5, "plant", "", " closes"), 43),
        (Evidence(40, 45, "plant", "", ""), 43),
        (Evidence(4, 9, "plant", "other", "words"), 4),
        (Evidence(9, 14, "plant", "A new line. The ", " costs"), 21),
        (Evidence(4, 9, "tree", "The ", " opens"), None),
        (Evidence(4, 4, "", "", ""), None),
    ],
)
def test_words_are_found_again_by_what_they_are_and_what_stands_around(evidence, place):
    found = anchored(TEXT, evidence)
    assert (found.start if found else None) == place


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 20), st.text(max_size=10))
def test_words_are_found_where_they_stood_also_after_a_text_was_put_before(text, start, length, before):
    quote = text[start : start + length]
    evidence = Evidence.of(text, start, start + len(quote))
    found = anchored(text, evidence)
    assert found == ((start, start + len(quote)) if quote else None)
    moved = anchored(before + text, evidence)
    assert (moved is None) == (not quote)
    if moved:
        assert (before + text)[moved.start : moved.end] == quote
