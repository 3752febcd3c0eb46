"""Facts and verdicts are written into front matter, and a library that imports the file has them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.domain.articles import StoredFact
from curator.domain.exports import Contents
from curator.domain.facts import Decision, Verdict
from curator.services import editing, reading, recleaning, reviewing
from curator.services.exports import exporting
from curator.services.files import reloading, saving
from curator.services.imports import importing
from curator.services.library import Library

POST = """---
title: A plant
date: 2031-01-05
lang: en
---

Orchard Chips will spend up to $20 million by 2033. It needs 40 people.
"""
WITH_FACTS = Contents(facts_key="facts")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "posts" / "a.md"
    made.parent.mkdir()
    made.write_text(POST)
    return made


@pytest.fixture
def judged(library: Library, file: Path) -> Library:
    """An article with decided and judged facts, one of them edited."""
    importing.import_paths(library, [file])
    money, *rest = reading.article(library, 1).facts
    facts = {each.fact.kind.value: each for each in (money, *rest)}
    reviewing.decide(library, [facts["money"].id], Decision.ACCEPTED)
    reviewing.judge(library, [facts["money"].id], Verdict.DOUBTFUL, "no plant yet", "the town's register")
    day = facts["date"].fact
    reviewing.edit_fact(library, facts["date"].id, type(day)(**{**_values(day), "rule": "editor"}))
    return library


def _values(fact: object) -> dict[str, object]:
    return {name: getattr(fact, name) for name in fact.__dataclass_fields__}  # type: ignore[attr-defined]


def said(facts: tuple[StoredFact, ...]) -> list[tuple[object, ...]]:
    return [
        (
            each.fact.kind, each.fact.quote, each.fact.value, each.fact.low, each.fact.high, each.fact.name,
            each.fact.approximation, each.evidence, each.decision, each.verdict, each.verdict_note,
            each.verdict_source,
        )
        for each in facts
    ]  # fmt: skip


def test_facts_make_the_round_trip_through_the_file(judged: Library, file: Path, tmp_path: Path) -> None:
    (item,) = saving.save(judged, [1], WITH_FACTS).items
    assert item.outcome is saving.Outcome.WRITTEN
    assert file.read_text().startswith(POST.partition("---\n\n")[0])
    before = reading.article(judged, 1)
    with Library.open(tmp_path / "other.curator") as other:
        importing.import_paths(other, [file])
        after = reading.article(other, 1)
    assert said(after.facts) == said(before.facts)
    assert any(each.verdict is Verdict.DOUBTFUL for each in after.facts)
    assert after.text == before.text
    assert not after.field_repairs


def test_what_stands_there_already_is_not_written_again(judged: Library, file: Path) -> None:
    saving.save(judged, [1], WITH_FACTS)
    written = file.read_bytes()
    assert [each.outcome for each in saving.save(judged, [1], WITH_FACTS).items] == [saving.Outcome.UNCHANGED]
    assert file.read_bytes() == written


def test_an_export_has_them_too_and_without_the_key_they_stay_as_they_are(
    judged: Library, tmp_path: Path, file: Path
) -> None:
    exporting.export(judged, "", "markdown", tmp_path / "with", contents=WITH_FACTS)
    exporting.export(judged, "", "markdown", tmp_path / "without")
    assert "kind: money" in (tmp_path / "with" / "a.md").read_text()
    assert (tmp_path / "without" / "a.md").read_text() == POST
    saving.save(judged, [1], WITH_FACTS)
    editing.set_field(judged, [1], "importance", 3)
    exporting.export(judged, "", "markdown", tmp_path / "kept")
    assert "kind: money" in (tmp_path / "kept" / "a.md").read_text()


def test_a_text_that_was_edited_outside_keeps_its_facts(judged: Library, file: Path, tmp_path: Path) -> None:
    saving.save(judged, [1], WITH_FACTS)
    file.write_text(file.read_text().replace("Orchard Chips will", "As of today, Orchard Chips will"))
    with Library.open(tmp_path / "other.curator") as other:
        importing.import_paths(other, [file])
        facts = reading.article(other, 1).facts
    assert {each.fact.quote: each.verdict for each in facts}["$20 million"] is Verdict.DOUBTFUL
    assert reading.article(judged, 1).facts
    reloading.reload(judged, [1])
    assert {each.fact.quote: each.verdict for each in reading.article(judged, 1).facts}[
        "$20 million"
    ] is Verdict.DOUBTFUL


def test_what_an_editor_decides_later_outlives_cleaning_again(judged: Library, file: Path) -> None:
    saving.save(judged, [1], WITH_FACTS)
    money = next(each for each in reading.article(judged, 1).facts if each.fact.kind.value == "money")
    reviewing.decide(judged, [money.id], Decision.REJECTED)
    recleaning.reclean(judged, [1], force=True)
    again = next(each for each in reading.article(judged, 1).facts if each.id == money.id)
    assert (again.decision, again.verdict) == (Decision.REJECTED, Verdict.DOUBTFUL)


def test_a_fact_whose_words_are_gone_stands_nowhere(tmp_path: Path, library: Library) -> None:
    file = tmp_path / "b.md"
    file.write_text(
        POST.replace(
            "lang: en\n",
            "lang: en\nchecked:\n- {kind: money, value: 7, unit: EUR, verdict: wrong, selector: "
            "{type: TextQuoteSelector, exact: seven euros}}\n",
        )
    )
    importing.import_paths(library, [file])
    article = reading.article(library, 1)
    (lost,) = [each for each in article.facts if each.evidence is None]
    assert (lost.fact.value, lost.verdict, lost.origin) == (7, Verdict.WRONG, "front matter")
    assert "checked" in article.unknown


def test_a_file_without_front_matter_stays_as_it_is(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text("A plain story\n\nOrchard Chips will spend up to $20 million by 2033.\n")
    importing.import_paths(library, [file])
    (item,) = saving.save(library, saving.unsaved(library, "", WITH_FACTS), WITH_FACTS).items
    assert (item.outcome, item.reason) == (saving.Outcome.UNCHANGED, "")
    editing.set_field(library, [1], "title", "Another")
    (item,) = saving.save(library, [1], WITH_FACTS).items
    assert "no front matter" in item.reason
