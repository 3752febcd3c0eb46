"""Exports that somebody has broken: each fault is said of its entry or its file, and none is a crash."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.errors import UnreadableFile
from curator.formats.collections import Choices
from curator.formats.feeds import json_feeds, news_items, xml_feeds
from curator.formats.json_files import annotation_pages

ANNOTATIONS = {
    "@context": ["http://www.w3.org/ns/anno.jsonld"],
    "type": "AnnotationPage",
    "items": [
        {
            "id": "urn:x:1",
            "type": "Annotation",
            "motivation": "describing",
            "body": {"type": "TextualBody", "value": "Title\n\nIt has 5 MW."},
            "target": "https://x.example/1",
            "article": {
                "title": "Title",
                "companies": ["A"],
                "importance": 3,
                "published": "2031",
                "markup": "plain",
                "spans": {"title": [0, 5], "description": [0, 0], "body": [7, 19]},
            },
        },
        {
            "id": "urn:x:2",
            "type": "Annotation",
            "body": [],
            "target": {
                "source": "https://x.example/1",
                "selector": [
                    {"type": "TextQuoteSelector", "exact": "5 MW", "prefix": "has ", "suffix": "."},
                    {"type": "TextPositionSelector", "start": 14, "end": 18},
                ],
            },
            "fact": {
                "kind": "quantity",
                "start": 14,
                "end": 18,
                "quote": "5 MW",
                "value": 5,
                "unit": "megawatt",
                "decision": "accepted",
                "verdict": "wrong",
                "about": ["A"],
                "has_evidence": True,
            },
        },
        {
            "id": "urn:x:3",
            "type": "Annotation",
            "target": {
                "source": "https://x.example/1",
                "selector": [{"type": "TextQuoteSelector", "exact": "It"}],
            },
            "repair": {
                "original": [7, 10],
                "cleaned": [7, 9],
                "before": "Ijt",
                "after": "It",
                "kind": "mojibake",
                "channel": "",
                "confidence": 0.9,
                "alternatives": [{"text": "At", "confidence": 0.1}],
                "decision": "accepted",
            },
        },
    ],
}
NEWS = {
    "uri": "urn:x:1",
    "type": "text",
    "headlines": [{"role": "main", "value": "Title"}],
    "bodies": [{"role": "main", "contentType": "text/markdown", "value": "It has 5 MW."}],
    "descriptions": [
        {"role": "facts", "value": json.dumps({"items": ANNOTATIONS["items"][1:]})},
        {"role": "curator", "value": '{"published": "2031"}'},
    ],
    "organisations": [{"name": "A", "rel": "about"}],
    "urgency": 3,
}
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "T",
    "items": [
        {"id": "1", "title": "a", "content_html": "<p>b</p>", "tags": ["c"], "authors": [{"name": "d"}]},
        {
            "id": "2",
            "_curator": {
                "about": json_feeds.ABOUT,
                "text": "e",
                "companies": ["f"],
                "published": "2031",
                "markup": "plain",
            },
        },
    ],
}
FILES = {"annotations": ANNOTATIONS, "ninjs": NEWS, "json-feed": FEED}
READERS = {
    "annotations": annotation_pages.COLLECTION,
    "ninjs": news_items.COLLECTION,
    "json-feed": json_feeds.COLLECTION,
}
ODD = st.sampled_from(
    [
        None,
        True,
        -1,
        1 << 70,
        0.5,
        "",
        "x",
        "\ud800",
        "2031-13-45",
        [],
        [[]],
        {},
        {"a": 1},
        [None],
        "{",
        "[1]",
    ]
)


def places(value, way=()):
    yield way
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*way, key))


def put(value, way, odd):
    if not way:
        return odd
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = put(value[way[0]], way[1:], odd)
    return copy


def read(reader, data):
    try:
        return list(reader.entries(io.BytesIO(data), "file", Choices()))
    except UnreadableFile:
        return []


@pytest.mark.parametrize("name", FILES)
def test_what_is_whole_is_read(name):
    found = read(READERS[name], json.dumps(FILES[name]).encode())
    assert found
    assert not any(each.reason for each in found)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=150)
@given(data=st.data())
def test_a_value_that_is_another_is_a_fault_and_no_crash(name, data):
    file = FILES[name]
    for _ in range(data.draw(st.integers(1, 2))):
        way = data.draw(st.sampled_from(list(places(file))))
        file = put(file, way, data.draw(ODD))
    for each in read(READERS[name], json.dumps(file).encode()):
        assert each.reason or each.whole or each.data


RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:c="urn:uuid:6a3f0d52-5b0c-5c7e-9a53-4c9d1f0a7be1"><channel><title>T</title><item><title>a</title>
<guid isPermaLink="true">https://x.example/</guid><c:text>b &amp; c</c:text><dc:date>2031</dc:date>
<category domain="x">d</category></item></channel></rss>"""
ATOM = b"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><entry>
<title type="html">e &amp;amp; f</title><content type="xhtml"><div><p>f</p></div></content>
<author><name>g</name></author><updated>2031-01-02T03:04:05Z</updated></entry></feed>"""


@settings(max_examples=200)
@given(
    st.sampled_from([RSS, ATOM]),
    st.lists(st.tuples(st.integers(0, len(RSS)), st.integers(0, 12), st.binary(max_size=6)), max_size=4),
)
def test_a_feed_with_any_bytes_in_it_is_read_or_refused(data, changes):
    for place, length, inserted in changes:
        data = data[:place] + inserted + data[place + length :]
    for each in read(xml_feeds.COLLECTION, data):
        assert each.reason or each.whole or each.data


def test_the_part_of_a_schema_is_one():
    from jsonschema import Draft202012Validator

    place = Path(__file__).with_name("writers") / "ninjs-3.1-part.json"
    Draft202012Validator.check_schema(json.loads(place.read_text("utf-8")))
