"""Feeds, news items and annotations that were exported come back, with facts where they have any."""

import json
from dataclasses import replace

import pytest

from curator.domain.articles import State
from curator.domain.facts import Decision, Verdict
from curator.services import editing, listing, reading, reviewing
from curator.services.exports import exporting
from curator.services.imports import importing
from curator.services.imports.importing import Outcome
from curator.services.library import Library
from curator.store import editions

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

PLAIN = (
    "Five *plants*\n\n1. Orchard Chips spends $5 million.\nIt is <b>plain</b> text & stays so:\n- a\n- b\n"
)


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
    (folder / "five.txt").write_text(PLAIN, "utf-8")
    importing.import_paths(library, [folder])
    editing.set_field(library, [ids(library)[2]], "title", "Another *title*")
    first = with_url(library)
    money = next(each for each in reading.article(library, first).facts if each.fact.kind == "money")
    reviewing.decide(library, [money.id], Decision.ACCEPTED)
    reviewing.judge(library, [money.id], Verdict.WRONG, "The report says two.", "https://orchard.example/r")
    company = next(each for each in reading.article(library, first).facts if each.fact.kind == "company")
    reviewing.decide(library, [company.id], Decision.REJECTED)
    return library


def with_url(library):
    return next(each for each in ids(library) if reading.article(library, each).fields.url)


def ids(library):
    return sorted(listing.identifiers(library, ""))


def exported(library, format, place, query=None):
    contents, chosen = exporting.Contents(title="The week"), ids(library) if query is None else query
    exporting.export(library, chosen, format, place, contents=contents, manifest=False)
    return place.read_bytes()


FEEDS = ["json-feed", "rss", "atom"]


@pytest.mark.parametrize("format", [*FEEDS, "ninjs", "annotations"])
def test_an_export_is_imported_and_exported_again_as_it_was(desk, other, tmp_path, format):
    before = exported(desk, format, tmp_path / "library")
    report = importing.import_paths(other, [tmp_path / "library"])
    assert [each.reason for each in report.items] == [""] * 5
    assert exported(other, format, tmp_path / "other") == before


@pytest.mark.parametrize("format", [*FEEDS, "ninjs", "annotations"])
def test_articles_of_one_day_come_back_in_their_order(library, other, tmp_path, format):
    folder = tmp_path / "posts"
    folder.mkdir()
    for name in ("b", "a", "c"):
        (folder / f"{name}.md").write_text(f"---\ntitle: {name}\ndate: 2031-01-05\n---\n\n{STORY}")
        (folder / f"{name}-undated.md").write_text(f"---\ntitle: {name} undated\n---\n\n{STORY}")
    importing.import_paths(library, [folder])
    before = exported(library, format, tmp_path / "library", "")
    importing.import_paths(other, [tmp_path / "library"])
    assert exported(other, format, tmp_path / "other", "") == before


@pytest.mark.parametrize("format", [*FEEDS, "ninjs", "opml"])
def test_articles_without_a_date_are_given_none_by_an_export(library, other, tmp_path, format):
    (tmp_path / "post.md").write_text(f"---\ntitle: No date\nsource: The Post\n---\n\n{STORY}")
    (tmp_path / "other.md").write_text("---\ntitle: None either\n---\n\nNothing is dated here, either.")
    importing.import_paths(library, [tmp_path])
    written = exported(library, format, tmp_path / "library", "")
    assert year_of_import(library) not in written.decode()


def year_of_import(library):
    """The year in which its articles were imported."""
    with library.reading() as connection:
        return editions.newest_moment(connection, [1, 2])[:5]


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
        assert after.markup == before.markup
        assert after.body.of(after.text) == before.body.of(before.text)
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
    assert len(ids(other)) == 5


def test_notes_come_back_to_the_articles_that_are_there(desk, other, tmp_path):
    exported(desk, "annotations", tmp_path / "notes.jsonld")
    importing.import_paths(other, [tmp_path / "posts"])
    old, new = with_url(desk), with_url(other)
    assert all(each.decision is Decision.PROPOSED for each in reading.article(other, new).facts)
    report = importing.import_paths(other, [tmp_path / "notes.jsonld"])
    assert len(ids(other)) == 5
    assert sorted(note for each in report.items for note in each.notes) == [
        "2 facts decided as in the notes."
    ]

    def settled(library, number):
        return [
            (each.fact.quote, each.decision, each.verdict, each.verdict_note, each.verdict_source)
            for each in reading.article(library, number).facts
        ]

    assert settled(other, new) == settled(desk, old)
    editing.undo(other)
    assert all(each.decision is Decision.PROPOSED for each in reading.article(other, new).facts)


def test_notes_on_some_facts_leave_the_proposals_beside_them(desk, other, tmp_path):
    page = json.loads(exported(desk, "annotations", tmp_path / "all"))
    page["items"] = [each for each in page["items"] if each.get("fact", {}).get("verdict") == "wrong"]
    (tmp_path / "notes.jsonld").write_text(json.dumps(page))
    importing.import_paths(other, [tmp_path / "posts"])
    number = with_url(other)
    proposed = [each.id for each in reading.article(other, number).facts]
    importing.import_paths(other, [tmp_path / "notes.jsonld"])
    after = reading.article(other, number).facts
    assert [each.id for each in after] == proposed
    assert Verdict.WRONG in {each.verdict for each in after}


def test_notes_without_the_text_are_added_where_their_words_stand(desk, other, tmp_path):
    page = json.loads(exported(desk, "annotations", tmp_path / "all"))
    page["items"] = [each for each in page["items"] if "fact" in each]
    for each in page["items"]:
        each["target"]["selector"][1] = {"type": "TextPositionSelector", "start": 0, "end": 1}
    (tmp_path / "notes.jsonld").write_text(json.dumps(page))
    failed = importing.import_paths(other, [tmp_path / "notes.jsonld"])
    assert {each.outcome for each in failed.items} == {Outcome.FAILED}
    assert all("not in the library" in each.reason for each in failed.items)
    (tmp_path / "posts" / "one.md").write_text(
        POSTS["one.md"] + "A new beginning. 5 MW.\n\n" + STORY, "utf-8"
    )
    importing.import_paths(other, [tmp_path / "posts" / "one.md"])
    importing.import_paths(other, [tmp_path / "notes.jsonld"])
    (article,) = (reading.article(other, each) for each in ids(other))
    (money,) = (each for each in article.facts if each.fact.kind == "money")
    assert money.verdict is Verdict.WRONG
    assert article.text[money.fact.start : money.fact.end] == money.evidence.quote


def test_what_an_editor_here_has_decided_stays(desk, tmp_path):
    exported(desk, "annotations", tmp_path / "notes.jsonld")
    first = with_url(desk)
    (money,) = (each for each in reading.article(desk, first).facts if each.fact.kind == "money")
    reviewing.decide(desk, [money.id], Decision.REJECTED)
    reviewing.judge(desk, [money.id], Verdict.CONFIRMED)
    report = importing.import_paths(desk, [tmp_path / "notes.jsonld"])
    assert {each.outcome for each in report.items} == {Outcome.PRESENT}
    (again,) = (each for each in reading.article(desk, first).facts if each.fact.kind == "money")
    assert (again.decision, again.verdict) == (Decision.REJECTED, Verdict.CONFIRMED)
