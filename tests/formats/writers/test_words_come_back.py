"""Whatever the words are, a feed, a news item and a page of notes give them back."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from curator.domain.articles import Fields
from curator.formats.collections import HEAD, Choices, Head
from curator.formats.feeds import json_feeds, news_items, xml_feeds
from curator.formats.json_files import annotation_pages
from curator.formats.readers import Claim

READERS = {
    "json-feed": json_feeds.COLLECTION,
    "rss": xml_feeds.COLLECTION,
    "atom": xml_feeds.COLLECTION,
    "ninjs": news_items.COLLECTION,
    "annotations": annotation_pages.COLLECTION,
}
IN_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
WORDS = st.text(st.characters(codec=None, categories=None), max_size=20)
NAMES = st.lists(WORDS, max_size=3, unique=True).map(tuple)
FIELDS = st.builds(
    Fields,
    title=WORDS,
    description=WORDS,
    published=st.sampled_from([None, "2031", "2031-02", "2031-02-03", "2031-02-03T04:05:06Z"]),
    source=WORDS,
    author=WORDS,
    language=st.sampled_from(["", "en", "zh", "cs"]),
    category=WORDS,
    importance=st.sampled_from([None, 1, 2, 3, 4, 5]),
    companies=NAMES,
    tags=NAMES,
    note=WORDS,
    url=st.sampled_from(["", "https://x.example/a?b=c&d=%20", "no address", "https://x.example/<"]),
    slug=WORDS,
)


def said(text, name):
    """The words as a format can say them: JSON no lone surrogates, XML no controls and no blanks around."""
    if name in ("rss", "atom"):
        return IN_NO_XML.sub("\ufffd", text).strip()
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def expected(fields, name):
    texts = ("title", "description", "source", "author", "category", "note", "slug", "url")
    lists = {
        key: tuple(dict.fromkeys(filter(None, (said(each, name) for each in getattr(fields, key)))))
        for key in ("companies", "tags")
    }
    found = replace(fields, **{key: said(getattr(fields, key), name) for key in texts}, **lists)
    if name in ("json-feed", "rss", "atom"):
        found = replace(found, note="", importance=None)
    if name in ("rss", "atom") and " " in fields.url + fields.url.replace("<", " "):
        found = replace(found, url="")
    return found


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(fields=FIELDS, body=WORDS, markup=st.sampled_from(["markdown", "plain"]))
@example(fields=Fields(companies=("Arm", "ARM"), tags=("chips", "Chips")), body="", markup="markdown")
def test_any_words_come_back(story, written, name, fields, body, markup):
    article = story(fields=fields, body=body + " Orchard Chips.", markup=markup)
    data = written(name, article)
    assert READERS[name].claim(Head(data[:HEAD], "file")) >= Claim.CONTENT
    (entry,) = READERS[name].entries(io.BytesIO(data), "file", Choices())
    assert not entry.reason
    found = entry.whole.article
    assert found.fields == expected(fields, name)
    assert found.markup == markup
    written_body = article.body.of(article.text)
    assert found.body.of(found.text).strip() == said(written_body, name).strip()
    if name in ("ninjs", "annotations"):
        before = [(each.fact, each.evidence, each.decision) for each in article.facts]
        if not re.search("[\ud800-\udfff]", article.text):
            assert [(each.fact, each.evidence, each.decision) for each in found.facts] == before
