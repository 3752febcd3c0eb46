"""Feeds, news items and annotations that were exported come back, with facts where they have any."""

from dataclasses import replace

import pytest

from curator.domain.articles import State
from curator.domain.facts import Decision, Verdict
from curator.services import exporting, importing, listing, reading, reviewing
from curator.services.importing import Outcome
from curator.services.library import Library

STORY = (
    "Orchard Chips will spend **up to $20 million** on a [plant](https://orchard.example/p) near Brno. "
    "It opens in the second half of 2031, says Maple Works Ltd.\n\n"
    "- One & two\n- 3 < 4\n\n> Shares rose 3.50 %.\n"
)
POSTS = {
    "one.md": """---
title: 'One: "plant" & <b>more</b>'
description: A short one.
date: 2031-01-05T06:07:08Z
source: The Daily Orchard
author: Ann Novák and Bob Ray
lang: en
category: Industry
importance: 4
companies: [Orchard Chips, Maple Works Ltd]
tags: [chips, R&D]
note: ask Ann
url: https://daily.example/plant?a=1&b=2
slug: one-plant
---

""",
    "two.md": "---\ntitle: Dvě továrny\ndate: 2031-02\nlang: cs\nsource: Český deník\n---\n\n",
    "three.md": "---\ntitle: 数据中心\ndate: 2031-03-04\nlang: zh\n---\n\n",
    "four.md": "---\ntitle: Four\ndate: 2031\ntags: [x]\n---\n\n",
}


@pytest.fixture
def other(tmp_path):
    with Library.open(tmp_path / "other.curator", who="other") as opened:
        yield opened


@pytest.fixture
def desk(library, tmp_path):
    """A library with articles that were edited and reviewed."""
    folder = tmp_path / "posts"
    folder.mkdir()
    for name, head in POSTS.items():
        (folder / name).write_text(head + STORY, "utf-8")
    importing.import_paths(library, [folder])
    first = ids(library)[0]
    money = next(each for each in reading.article(library, first).facts if each.fact.kind == "money")
    reviewing.decide(library, [money.id], Decision.ACCEPTED)
    reviewing.judge(library, [money.id], Verdict.WRONG, "The report says two.", "https://orchard.example/r")
    company = reading.article(library, first).facts[0]
    reviewing.decide(library, [company.id], Decision.REJECTED)
    return library


def ids(library):
    return sorted(listing.identifiers(library, ""))


def exported(library, format, place):
    contents = exporting.Contents(title="The week")
    exporting.export(library, ids(library), format, place, contents=contents, manifest=False)
    return place.read_bytes()


FEEDS = ["json-feed", "rss", "atom"]


@pytest.mark.parametrize("format", [*FEEDS, "ninjs", "annotations"])
def test_an_export_is_imported_and_exported_again_as_it_was(desk, other, tmp_path, format):
    before = exported(desk, format, tmp_path / "library")
    report = importing.import_paths(other, [tmp_path / "library"])
    assert [each.reason for each in report.items] == [""] * 4
    assert without_times(exported(other, format, tmp_path / "other")) == without_times(before)


def without_times(data):
    """All but when the export was last changed, which is when it was imported."""
    marks = (b"<lastBuildDate>", b"<updated>", b' "versionCreated"')
    head, *lines = data.splitlines()
    return [head, *(line for line in lines if not line.startswith(marks))]


@pytest.mark.parametrize("format", [*FEEDS, "ninjs", "annotations"])
def test_fields_come_back(desk, other, tmp_path, format):
    exported(desk, format, tmp_path / "file")
    importing.import_paths(other, [tmp_path / "file"])
    for old, new in zip(ids(desk), ids(other), strict=True):
        before, after = reading.article(desk, old), reading.article(other, new)
        expected = before.fields
        if format in FEEDS:
            expected = replace(expected, note="", importance=None)
        assert after.fields == expected
        assert after.text == before.text
        assert after.state is State.INBOX


@pytest.mark.parametrize("format", ["ninjs", "annotations"])
def test_facts_come_back_with_their_evidence_decisions_and_verdicts(desk, other, tmp_path, format):
    exported(desk, format, tmp_path / "file")
    importing.import_paths(other, [tmp_path / "file"])

    def known(each):
        return replace(each, id=0, article_id=0, company_id=None)

    for old, new in zip(ids(desk), ids(other), strict=True):
        before, after = reading.article(desk, old), reading.article(other, new)
        assert [known(each) for each in after.facts] == [known(each) for each in before.facts]
        assert before.facts
        assert [each.company_id is None for each in after.facts] == [
            each.company_id is None for each in before.facts
        ]


@pytest.mark.parametrize("format", [*FEEDS, "ninjs", "annotations"])
def test_what_is_imported_twice_is_there_once(desk, other, tmp_path, format):
    exported(desk, format, tmp_path / "file")
    importing.import_paths(other, [tmp_path / "file"])
    again = importing.import_paths(other, [tmp_path / "file"])
    assert {each.outcome for each in again.items} == {Outcome.PRESENT}
    assert len(ids(other)) == 4
