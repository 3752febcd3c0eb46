"""Articles read again by newer engines: what editors decided stays, and undo takes it all back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from curator import cleaning, extraction
from curator.domain.articles import State
from curator.domain.errors import Cancelled
from curator.domain.facts import Decision, Fact, FactKind, Verdict
from curator.domain.repairs import undone
from curator.domain.spans import Span
from curator.services import checking, editing, listing, reading, recleaning, repairing, reviewing
from curator.services.imports import importing, preparing
from curator.services.recleaning import Outcome

POST = """---
title: Mlýn u řeky zdražil
author: Žofie Kůrková
date: 2031-03-04
---

Mlýn zaplatil 20 milionů korun za nový náhon. Příští rok přidá dalších 5 milionů korun.
Podle správce mlýna přibude zákazníků a žně začnou dříve než vloni, snad už v červnu.
"""


def damaged(text):
    return text.encode().decode("cp1252", "ignore").replace("\xad", "").encode()


@pytest.fixture
def number(library, tmp_path):
    """An article that was damaged, imported by the engines of today and marked as one of older ones."""
    return imported(library, tmp_path, "mill.md", damaged(POST))


def imported(library, folder, name, data):
    file = folder / name
    file.write_bytes(data)
    (item,) = importing.import_paths(library, [file]).items
    return item.article_id


@pytest.fixture
def newer(monkeypatch):
    """Let the engines be newer than those that read what is in the library."""
    monkeypatch.setattr(cleaning, "VERSION", cleaning.VERSION + 1)


def cleaned_otherwise(monkeypatch, change):
    """Let the engines say what `change` makes of each intake."""
    plain = preparing.prepare
    monkeypatch.setattr(preparing, "prepare", lambda file, known=(): change(plain(file, known)))


def other_word(old, new):
    """An engine that restores another word in the body, wherever the cleaner of today restores `old`."""

    def change(intake):
        text, repairs, grown = intake.text, [], 0
        for field, made in intake.repairs:
            if field:
                repairs.append((field, made))
                continue
            after = made.after.replace(old, new)
            start = made.cleaned.start + grown
            end = start + len(made.after)
            text = text[:start] + after + text[end:]
            span = Span(start, start + len(after))
            grown += len(after) - len(made.after)
            repairs.append((field, replace(made, cleaned=span, after=after)))
        body = Span(intake.body.start, intake.body.end + grown)
        return replace(intake, text=text, repairs=tuple(repairs), body=body, facts=())

    return change


def unrepaired(intake):
    """An engine that leaves all damage in the text as it is."""
    original = undone(intake.text, [repair for field, repair in intake.repairs if not field])
    title = Span(0, original.index("\n"))
    body = Span(title.end + 2, len(original))
    spans = {"title": title, "description": Span(title.end, title.end), "body": body}
    return replace(intake, text=original, repairs=(), facts=(), **spans)


def repair_of(article, after):
    return next(each for each in article.repairs if after in each.repair.after)


def test_only_articles_of_older_engines_count_as_outdated(library, number, monkeypatch):
    assert recleaning.outdated(library, "") == 0
    monkeypatch.setattr(extraction, "VERSION", extraction.VERSION + 1)
    assert recleaning.outdated(library, "") == 1
    assert recleaning.outdated(library, "řeky") == 1
    assert recleaning.outdated(library, "harbour") == 0


def test_an_article_of_the_same_engines_is_left_alone(library, number):
    report = recleaning.reclean(library, [number])
    assert [item.outcome for item in report.items] == [Outcome.CURRENT]


def test_newer_engines_that_say_the_same_change_nothing(library, number, newer):
    before = reading.article(library, number)
    report = recleaning.reclean(library, [number])
    assert [item.outcome for item in report.items] == [Outcome.SAME]
    assert reading.article(library, number) == before
    assert recleaning.outdated(library, "") == 0
    assert editing.undoable(library) == (None, None)


def test_what_newer_engines_say_takes_the_place_of_the_old_and_undo_brings_that_back(
    library, number, newer, monkeypatch
):
    before = reading.article(library, number)
    cleaned_otherwise(monkeypatch, other_word("žně", "žněmi"))
    report = recleaning.reclean(library, [number])
    after = reading.article(library, number)
    assert report.article_ids == (number,)
    assert "a žněmi začnou" in after.text
    assert after.facts == ()
    assert after.revision == before.revision
    assert reading.original_text(after) == reading.original_text(before)
    assert listing.identifiers(library, "žněmi") == [number]
    assert listing.rows(library, [number])[0].facts_open == 0
    assert checking.check(library) == []
    editing.undo(library)
    assert reading.article(library, number) == before
    assert listing.identifiers(library, "žněmi") == []
    assert recleaning.outdated(library, "") == 1
    assert checking.check(library) == []
    editing.redo(library)
    assert reading.article(library, number) == after
    assert checking.check(library) == []


@pytest.mark.parametrize("decision", [Decision.ACCEPTED, Decision.REJECTED, Decision.EDITED])
def test_a_decided_repair_stays_decided(library, number, newer, monkeypatch, decision):
    chosen = repair_of(reading.article(library, number), "žně")
    words = "Žně" if decision is Decision.EDITED else None
    repairing.decide(library, [chosen.id], decision, words)
    before = reading.article(library, number)
    cleaned_otherwise(monkeypatch, other_word("žně", "žněmi"))
    recleaning.reclean(library, [number])
    after = reading.article(library, number)
    assert after.text == before.text
    kept = next(each for each in after.repairs if each.id == chosen.id)
    assert kept.decision is decision
    assert reading.original_text(after) == reading.original_text(before)
    assert checking.check(library) == []
    editing.undo(library)
    editing.undo(library)
    assert repair_of(reading.article(library, number), "žně").decision is Decision.PROPOSED


@pytest.mark.parametrize(("now", "decision"), [("žně", Decision.SKIPPED), ("žněmi", Decision.PROPOSED)])
def test_a_skipped_repair_is_asked_again_only_if_it_says_something_else(
    library, number, newer, monkeypatch, now, decision
):
    chosen = repair_of(reading.article(library, number), "žně")
    repairing.decide(library, [chosen.id], Decision.SKIPPED)
    cleaned_otherwise(monkeypatch, other_word("žně", now))
    recleaning.reclean(library, [number])
    kept = next(each for each in reading.article(library, number).repairs if each.id == chosen.id)
    assert (kept.repair.after, kept.decision) == (chosen.repair.after.replace("žně", now), decision)
    assert checking.check(library) == []


def test_one_of_several_same_words_keeps_its_own_decision(library, tmp_path, newer):
    text = "Kůň stojí u plotu. Kůň pije vodu z řeky. Kůň zůstal sám u stáje a čekal na žně."
    number = imported(library, tmp_path, "horse.txt", damaged(text))
    horses = [each for each in reading.article(library, number).repairs if each.repair.after == "Kůň"]
    assert len(horses) == 3
    repairing.decide(library, [horses[1].id], Decision.REJECTED)
    before = reading.article(library, number)
    recleaning.reclean(library, [number], force=True)
    assert reading.article(library, number) == before


def test_a_decided_word_that_the_engine_no_longer_repairs_stays(library, number, newer, monkeypatch):
    chosen = repair_of(reading.article(library, number), "žně")
    repairing.decide(library, [chosen.id], Decision.EDITED, "Žně")
    before = reading.article(library, number)

    cleaned_otherwise(monkeypatch, unrepaired)
    recleaning.reclean(library, [number])
    after = reading.article(library, number)
    assert [each.id for each in after.repairs] == [chosen.id]
    assert " Žně " in after.text
    assert reading.original_text(after) == reading.original_text(before)
    assert checking.check(library) == []
    editing.undo(library)
    assert reading.article(library, number) == before


def test_repairs_made_later_stand_in_the_order_of_the_text(library, number, newer, monkeypatch):
    chosen = repair_of(reading.article(library, number), "žně")
    repairing.decide(library, [chosen.id], Decision.EDITED, "Žně")
    before = reading.article(library, number)
    with monkeypatch.context() as older:
        cleaned_otherwise(older, unrepaired)
        recleaning.reclean(library, [number])
    recleaning.reclean(library, [number], force=True)
    after = reading.article(library, number)
    assert after.repairs[0].id > chosen.id
    assert [each.repair for each in after.repairs] == [each.repair for each in before.repairs]
    assert after.text == before.text


def test_a_decided_word_wins_over_a_wider_repair_of_newer_engines(library, number, newer, monkeypatch):
    chosen = repair_of(reading.article(library, number), "žně")
    repairing.decide(library, [chosen.id], Decision.ACCEPTED)

    def wider(intake):
        made = next(each for field, each in intake.repairs if not field and "žně" in each.after)
        one = replace(
            made,
            original=Span(made.original.start - 2, made.original.end),
            cleaned=Span(made.cleaned.start - 2, made.cleaned.end),
            before=f"a {made.before}",
            after=f"a {made.after}",
        )
        repairs = tuple((field, one if each is made else each) for field, each in intake.repairs)
        return replace(intake, repairs=repairs)

    cleaned_otherwise(monkeypatch, wider)
    before = reading.article(library, number)
    recleaning.reclean(library, [number])
    after = reading.article(library, number)
    assert after.text == before.text
    assert repair_of(after, "žně").decision is Decision.ACCEPTED
    assert repair_of(after, "žně").id == chosen.id
    assert checking.check(library) == []


def test_facts_keep_their_number_decision_verdict_and_note(library, number, newer, monkeypatch):
    first, second = [f for f in reading.article(library, number).facts if f.fact.kind is FactKind.MONEY]
    reviewing.decide(library, [first.id], Decision.ACCEPTED)
    reviewing.decide(library, [second.id], Decision.REJECTED)
    reviewing.judge(library, [first.id], Verdict.DOUBTFUL, "they said 30", "the miller")
    before = reading.article(library, number)
    cleaned_otherwise(monkeypatch, lambda intake: replace(intake, notes=("read anew",)))
    recleaning.reclean(library, [number])
    after = reading.article(library, number)
    assert after.notes == ("read anew",)
    assert after.facts == before.facts


def test_a_fact_over_words_that_are_repaired_otherwise_now_stays_decided(library, number, newer, monkeypatch):
    money = next(f for f in reading.article(library, number).facts if f.fact.value == Decimal(20_000_000))
    reviewing.decide(library, [money.id], Decision.ACCEPTED)

    def requoted(intake):
        changed = other_word("milionů", "milijonů")(intake)
        plain = next(found for found in intake.facts if found.fact.value == Decimal(20_000_000))
        start = changed.text.index("20 milijonů")
        fact = replace(plain.fact, start=start, end=start + 17, quote=changed.text[start : start + 17])
        return replace(changed, facts=(plain._replace(fact=fact),))

    cleaned_otherwise(monkeypatch, requoted)
    recleaning.reclean(library, [number])
    (kept,) = reading.article(library, number).facts
    assert (kept.id, kept.decision, kept.fact.quote) == (money.id, Decision.ACCEPTED, "20 milijonů korun")
    assert checking.check(library) == []


def test_an_editors_own_fact_finds_its_words_again_after_the_same_words(library, number, newer, monkeypatch):
    article = reading.article(library, number)
    start = article.text.rindex("korun")
    own = Fact(FactKind.QUANTITY, start, start + 5, "korun", Decimal(1), unit="coin")
    reviewing.add_fact(library, number, own)
    cleaned_otherwise(monkeypatch, other_word("Příští", "Příštích"))
    recleaning.reclean(library, [number])
    after = reading.article(library, number)
    (kept,) = [each for each in after.facts if each.origin == "editor"]
    assert kept.evidence.start == after.text.rindex("korun") != after.text.index("korun")
    assert checking.check(library) == []


def test_a_fact_over_a_word_that_the_editor_typed_keeps_its_place(library, number, newer, monkeypatch):
    chosen = repair_of(reading.article(library, number), "žně")
    repairing.decide(library, [chosen.id], Decision.EDITED, "sklizně")
    start = reading.article(library, number).text.index("sklizně")
    own = Fact(FactKind.QUANTITY, start, start + 7, "sklizně", Decimal(1), unit="crop")
    reviewing.add_fact(library, number, own)
    cleaned_otherwise(monkeypatch, other_word("zákazníků", "zákazníkům"))
    recleaning.reclean(library, [number])
    (kept,) = [each for each in reading.article(library, number).facts if each.origin == "editor"]
    assert kept.evidence.quote == "sklizně"
    assert checking.check(library) == []


def test_edited_fields_sets_and_states_stay(library, number, newer, monkeypatch):
    editing.set_field(library, [number], "author", "Z. Kůrková")
    editing.add(library, [number], "tags", ["mills"])
    reviewing.set_state(library, [number], State.REVIEWED)
    title = {"title": "Mlýn u řeky podražil", "author": "Nobody"}
    cleaned_otherwise(monkeypatch, lambda intake: replace(intake, fields=replace(intake.fields, **title)))
    recleaning.reclean(library, [number])
    article = reading.article(library, number)
    assert article.fields.author == "Z. Kůrková"
    assert article.fields.tags == ("mills",)
    assert article.fields.title == "Mlýn u řeky podražil"
    assert article.state is State.REVIEWED
    editing.undo(library)
    assert reading.article(library, number).fields.title == "Mlýn u řeky zdražil"


def test_a_decided_repair_of_a_title_and_of_a_front_matter_value_keeps_its_field(
    library, number, newer, monkeypatch
):
    before = reading.article(library, number)
    title = next(each for each in before.repairs if each.repair.cleaned.end <= before.title.end)
    (author, *_) = [each for each in before.field_repairs if each.field == "author"]
    ids = [each.id for each in before.field_repairs if each.field == "author"]
    repairing.decide(library, [title.id, *ids], Decision.ACCEPTED)
    assert before.fields.author == "Žofie Kůrková"

    def change(intake):
        _field, made = next(pair for pair in intake.repairs if pair[0] == "author")
        word = made.after.replace("Ž", "Z")
        repairs = tuple((f, replace(r, after=word) if r is made else r) for f, r in intake.repairs)
        fields = replace(intake.fields, author=intake.fields.author.replace("Ž", "Z"))
        matter = dict(intake.front_matter) | {"author": fields.author}
        return replace(intake, repairs=repairs, fields=fields, front_matter=matter)

    cleaned_otherwise(monkeypatch, change)
    recleaning.reclean(library, [number])
    after = reading.article(library, number)
    assert after.fields.author == "Žofie Kůrková"
    assert after.fields.title == before.fields.title
    assert next(e for e in after.field_repairs if e.id == author.id).decision is Decision.ACCEPTED


def test_one_failure_never_stops_the_rest(library, tmp_path, number, newer, monkeypatch):
    second = imported(library, tmp_path, "short.txt", b"A dam\n\nThe dam cost 3 million euros.\n")

    def change(intake):
        if intake.path == "mill.md":
            raise ZeroDivisionError
        return replace(intake, notes=("read anew",))

    cleaned_otherwise(monkeypatch, change)
    before = reading.article(library, number)
    report = recleaning.reclean(library, [number, 999, second], force=True)
    assert [item.outcome for item in report.items] == [Outcome.FAILED, Outcome.FAILED, Outcome.CLEANED]
    assert "ZeroDivisionError" in report.items[0].reason
    assert reading.article(library, number) == before
    assert reading.article(library, second).notes == ("read anew",)


def test_a_fault_while_storing_leaves_the_article_as_it_was(library, number, newer, monkeypatch):
    before = reading.article(library, number)
    cleaned_otherwise(monkeypatch, lambda intake: replace(intake, text="", repairs=intake.repairs[:1]))
    monkeypatch.setattr(recleaning.changing, "now", lambda: 1 / 0)
    assert recleaning.reclean(library, [number]).counts[Outcome.FAILED] == 1
    assert reading.article(library, number) == before


def test_what_is_done_stays_when_it_is_stopped_and_all_is_one_step(library, tmp_path, number, monkeypatch):
    others = [
        imported(library, tmp_path, f"{n}.txt", f"Dam {n}\n\nIt cost {n} million euros.\n".encode())
        for n in range(3, 6)
    ]
    monkeypatch.setattr(cleaning, "VERSION", cleaning.VERSION + 1)
    cleaned_otherwise(monkeypatch, lambda intake: replace(intake, notes=("read anew",)))

    def progress(done, total, _label="", /):
        assert total == 4
        if done == 3:
            raise Cancelled

    report = recleaning.reclean(library, [number, *others], progress)
    assert report.cancelled
    assert report.article_ids == (number, *others[:2])
    assert recleaning.outdated(library, "") == 1
    editing.undo(library)
    assert recleaning.outdated(library, "") == 4
    assert editing.undoable(library) == (None, "Clean again")


def test_what_is_cleaned_after_it_was_undone_is_a_step_of_its_own(library, tmp_path, number, monkeypatch):
    other = imported(library, tmp_path, "dam.txt", b"Dam 3\n\nIt cost 3 million euros.\n")
    monkeypatch.setattr(cleaning, "VERSION", cleaning.VERSION + 1)
    cleaned_otherwise(monkeypatch, lambda intake: replace(intake, notes=("read anew",)))

    def undo_first(item):
        if item.article_id == number:
            editing.undo(library)

    recleaning.reclean(library, [number, other], on_item=undo_first)
    assert reading.article(library, number).notes == ()
    assert reading.article(library, other).notes == ("read anew",)
    editing.undo(library)
    assert reading.article(library, other).notes == ()
    assert recleaning.outdated(library, "") == 2


def test_an_edit_made_after_it_keeps_undo_from_taking_back_more_than_it_knows(
    library, number, newer, monkeypatch
):
    cleaned_otherwise(monkeypatch, other_word("žně", "žněmi"))
    recleaning.reclean(library, [number])
    chosen = repair_of(reading.article(library, number), "Příští")
    repairing.decide(library, [chosen.id], Decision.REJECTED)
    decided = reading.article(library, number)
    editing.undo(library)
    editing.undo(library)
    editing.redo(library)
    editing.redo(library)
    assert reading.article(library, number) == decided
    assert checking.check(library) == []
