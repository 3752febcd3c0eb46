from dataclasses import replace

import pytest

from curator.domain.errors import CuratorError
from curator.domain.facts import Decision
from curator.domain.repairs import Repair, RepairedValue, RepairKind
from curator.domain.spans import Span
from curator.services import checking, editing, listing, reading, repairing


def test_a_rejected_repair_puts_the_original_back_and_moves_the_evidence(library, filled):
    before = reading.article(library, 1)
    (repair,) = before.repairs
    original = reading.original_text(before)
    repairing.decide(library, [repair.id], Decision.REJECTED)
    after = reading.article(library, 1)
    assert after.text == original == reading.original_text(after)
    assert after.body.end == len(after.text)
    assert listing.rows(library, [1])[0].guesses == 0
    assert listing.identifiers(library, "zlutoucky id:1") == []
    assert checking.check(library) == []
    editing.undo(library)
    assert reading.article(library, 1) == before


def test_other_words_may_stand_in_place_of_a_repair(library, filled):
    (repair,) = reading.article(library, 1).repairs
    repairing.decide(library, [repair.id], Decision.EDITED, "Zlatý")
    after = reading.article(library, 1)
    assert "heißt Zlatý kůň" in after.text
    assert reading.original_text(after) == reading.original_text(reading.article(library, 1))
    assert checking.check(library) == []


def test_facts_after_a_repair_stay_on_their_words(library, add, intake):
    (number,) = add(intake(9, body="Žluťoučký kůň bought 20 million euros in the second half of 2031."))
    before = reading.article(library, number)
    repairing.decide(library, [before.repairs[0].id], Decision.REJECTED)
    after = reading.article(library, number)
    grown = len(after.text) - len(before.text)
    assert [fact.evidence.quote for fact in after.facts] == [fact.evidence.quote for fact in before.facts]
    assert [fact.evidence.start for fact in after.facts] == [
        fact.evidence.start + grown for fact in before.facts
    ]
    assert checking.check(library) == []


def test_a_title_follows_the_repair_made_in_it(library, add, intake):
    (number,) = add(intake(9, title="Žluťoučký kůň", body="Text"))
    (repair,) = reading.article(library, number).repairs
    repairing.decide(library, [repair.id], Decision.REJECTED)
    article = reading.article(library, number)
    assert article.fields.title == article.title.of(article.text) == "Å½luÅ¥ouÄkÃ½ kůň"
    editing.undo(library)
    assert reading.article(library, number).fields.title == "Žluťoučký kůň"


def test_a_field_follows_the_repair_made_in_its_front_matter(library, add, intake):
    damaged = Repair(Span(4, 6), Span(4, 5), "Å¾", "ž", RepairKind.MOJIBAKE, "cp1252", 0.9)
    made = intake(9, source="Noč ž", tags=("Noč ž", "AI"))
    front_matter = {"source": {"name": "Noč ž"}, "tags": ["AI", "Noč ž"]}
    made = replace(
        made,
        front_matter=front_matter,
        repairs=(*made.repairs, ("source.name", damaged), ("tags.1", damaged)),
    )
    (number,) = add(made)
    before = reading.article(library, number)
    by_path = {repair.field: repair.id for repair in before.field_repairs}
    repairing.decide(library, [by_path["source.name"]], Decision.REJECTED)
    article = reading.article(library, number)
    assert article.fields.source == "Noč Å¾"
    assert article.text == before.text
    editing.undo(library)
    assert reading.article(library, number) == before
    repairing.decide(library, [by_path["tags.1"]], Decision.EDITED, "š")
    assert reading.article(library, number).fields.tags == ("Noč š", "AI")
    assert checking.check(library) == []


def test_values_that_were_damaged_in_the_file_are_offered_as_they_were_and_repaired(library, add, intake):
    damaged = Repair(Span(4, 6), Span(4, 5), "Å¾", "ž", RepairKind.MOJIBAKE, "cp1252", 0.9)
    made = intake(9, title="Žluťoučký kůň", body="Text", source="Noč ž", author="Ann")
    made = replace(
        made,
        front_matter={"source": {"name": "Noč ž"}, "author": "Ann"},
        repairs=(*made.repairs, ("source.name", damaged)),
    )
    (number,) = add(made)
    title = RepairedValue("Å½luÅ¥ouÄkÃ½ kůň", "Žluťoučký kůň")
    offered = {"title": title, "source": RepairedValue("Noč Å¾", "Noč ž")}
    assert repairing.repaired_values(library, reading.article(library, number)) == offered
    editing.set_field(library, [number], "title", "A horse")
    assert repairing.repaired_values(library, reading.article(library, number)) == offered
    (of_title,) = reading.article(library, number).repairs
    repairing.decide(library, [of_title.id], Decision.REJECTED)
    editing.set_field(library, [number], "title", title.original)
    assert repairing.repaired_values(library, reading.article(library, number)) == offered


def test_undamaged_values_are_offered_in_no_other_words(library, add, intake):
    (number,) = add(intake(9, title="A horse", body="Žluťoučký kůň is its name."))
    assert repairing.repaired_values(library, reading.article(library, number)) == {}


def test_a_repair_edited_without_words_is_refused(library, filled):
    (repair,) = reading.article(library, 1).repairs
    with pytest.raises(CuratorError, match="needs the words"):
        repairing.decide(library, [repair.id], Decision.EDITED)
    with pytest.raises(CuratorError, match="no such repair"):
        repairing.decide(library, [999], Decision.ACCEPTED)
