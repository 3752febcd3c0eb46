from dataclasses import replace
from decimal import Decimal

from curator.domain.facts import Decision, Fact, FactKind
from curator.services import checking, listing, reading, repairing, reviewing
from curator.store import revisions

NEWER = "News: Orchard Chips. Die Fabrik heißt Žluťoučký kůň, and the 20 million euros are gone."


def replaced(library, intake):
    with library.writing() as connection:
        return revisions.replace_with(connection, 1, intake, "tester")


def test_decided_repairs_are_decided_again(library, filled, intake):
    (repair,) = reading.article(library, 1).repairs
    repairing.decide(library, [repair.id], Decision.REJECTED)
    assert replaced(library, intake(1, body=NEWER)) == 2
    article = reading.article(library, 1)
    assert [each.decision for each in article.repairs] == [Decision.REJECTED]
    assert "heißt Å½luÅ¥ouÄkÃ½ kůň" in article.text
    assert listing.rows(library, [1])[0].guesses == 0
    assert checking.check(library) == []


def test_an_edited_fact_keeps_its_value_in_its_new_place(library, filled, intake):
    money = next(each for each in reading.article(library, 1).facts if each.fact.kind is FactKind.MONEY)
    typed = Fact(FactKind.MONEY, 0, 0, "", Decimal(25), unit="EUR")
    reviewing.edit_fact(library, money.id, typed)
    replaced(library, intake(1, body=NEWER))
    (kept,) = [each for each in reading.article(library, 1).facts if each.id == money.id]
    assert (kept.fact.value, kept.decision) == (Decimal(25), Decision.EDITED)
    assert kept.evidence.quote == "20 million euros"
    assert checking.check(library) == []


def test_an_editors_own_fact_finds_its_words_again(library, filled, intake):
    reviewing.add_fact(library, 1, Fact(FactKind.QUANTITY, 0, 0, "Die Fabrik", Decimal(1), unit="plant"))
    replaced(library, intake(1, body=NEWER))
    (own,) = [each for each in reading.article(library, 1).facts if each.origin == "editor"]
    assert own.evidence.quote == "Die Fabrik"
    assert checking.check(library) == []


def test_a_kept_fact_stands_where_the_same_words_are_around_it(library, filled, intake):
    money = next(each for each in reading.article(library, 1).facts if each.fact.kind is FactKind.MONEY)
    reviewing.decide(library, [money.id], Decision.ACCEPTED)
    old = intake(1)
    body = f"Nobody spends 20 million euros elsewhere. {old.body.of(old.text)}"
    replaced(library, replace(intake(1, body=body), facts=()))
    (kept,) = reading.article(library, 1).facts
    assert kept.evidence.start == len("Story 1\n\n") + body.rindex("20 million")
    assert checking.check(library) == []


def test_what_nobody_decided_goes_with_the_old_text(library, filled, intake):
    replaced(library, intake(1, body="Nothing is left of it."))
    article = reading.article(library, 1)
    assert (article.facts, article.repairs, article.revision) == ((), (), 2)
    assert listing.identifiers(library, "id:1 brno") == []


def test_each_revision_keeps_its_original(library, filled, intake):
    first = reading.original_bytes(library, 1)
    newer = replace(intake(1, body=NEWER, data=b"newer"))
    replaced(library, newer)
    assert reading.original_bytes(library, 1) == b"newer"
    assert reading.original_bytes(library, 1, 1) == first
