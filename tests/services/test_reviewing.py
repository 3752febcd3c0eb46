from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from curator.domain.articles import State
from curator.domain.changes import Subject
from curator.domain.errors import CuratorError
from curator.domain.facts import Decision, Fact, FactKind, Verdict
from curator.services import checking, editing, listing, reading, reviewing


def facts(library, number=1):
    return {stored.fact.kind: stored for stored in reading.article(library, number).facts}


def test_a_decision_is_kept_and_counts(library, filled):
    money = facts(library)[FactKind.MONEY]
    applied = reviewing.decide(library, [money.id], Decision.ACCEPTED)
    assert applied.touched == {Subject.FACT}
    assert facts(library)[FactKind.MONEY].decision is Decision.ACCEPTED
    assert listing.rows(library, [1])[0].facts_open == 2
    editing.undo(library)
    assert listing.rows(library, [1])[0].facts_open == 3


def test_a_skipped_fact_is_still_open(library, filled):
    reviewing.decide(library, [facts(library)[FactKind.MONEY].id], Decision.SKIPPED)
    assert listing.rows(library, [1])[0].facts_open == 3


def test_an_accepted_company_becomes_the_articles_own_in_the_same_step(library, filled):
    company = facts(library, 3)[FactKind.COMPANY]
    applied = reviewing.decide(library, [company.id], Decision.ACCEPTED)
    assert applied.touched == {Subject.FACT, Subject.ARTICLE}
    assert listing.rows(library, [3])[0].companies == ("Orchard Chips",)
    editing.undo(library)
    assert listing.rows(library, [3])[0].companies == ()


@pytest.mark.parametrize("decision", [Decision.PROPOSED, Decision.REJECTED, Decision.SKIPPED])
def test_a_company_that_is_no_longer_accepted_leaves_its_article(library, filled, decision):
    company = facts(library, 3)[FactKind.COMPANY]
    reviewing.decide(library, [company.id], Decision.ACCEPTED)
    reviewing.decide(library, [company.id], decision)
    assert listing.rows(library, [3])[0].companies == ()
    editing.undo(library)
    assert listing.rows(library, [3])[0].companies == ("Orchard Chips",)
    editing.redo(library)
    assert listing.rows(library, [3])[0].companies == ()
    assert checking.check(library) == []


def test_a_company_that_the_front_matter_names_stays_when_its_fact_is_rejected(library, filled):
    company = facts(library)[FactKind.COMPANY]
    reviewing.decide(library, [company.id], Decision.ACCEPTED)
    reviewing.decide(library, [company.id], Decision.REJECTED)
    assert listing.rows(library, [1])[0].companies == ("Orchard Chips",)


def test_a_company_that_an_editor_listed_stays_when_its_fact_is_rejected(library, filled):
    editing.add(library, [3], "companies", ["Orchard Chips", "Kranwerk"])
    company = facts(library, 3)[FactKind.COMPANY]
    reviewing.decide(library, [company.id], Decision.ACCEPTED)
    reviewing.decide(library, [company.id], Decision.REJECTED)
    assert listing.rows(library, [3])[0].companies == ("Orchard Chips", "Kranwerk")


def test_a_company_stays_while_another_fact_of_the_article_says_it(library, filled):
    company = facts(library, 3)[FactKind.COMPANY]
    reviewing.decide(library, [company.id], Decision.ACCEPTED)
    reviewing.add_fact(library, 3, Fact(FactKind.COMPANY, 0, 0, "", name="Orchard Chips"))
    reviewing.decide(library, [company.id], Decision.REJECTED)
    assert listing.rows(library, [3])[0].companies == ("Orchard Chips",)


def test_a_verdict_has_its_note_and_source(library, filled):
    money = facts(library)[FactKind.MONEY]
    reviewing.judge(library, [money.id], Verdict.DOUBTFUL, "they said 30", "https://example.org")
    judged = facts(library)[FactKind.MONEY]
    assert (judged.verdict, judged.verdict_note, judged.verdict_source) == (
        Verdict.DOUBTFUL,
        "they said 30",
        "https://example.org",
    )
    assert listing.identifiers(library, "has:doubtful") == [1]


def test_an_edited_value_keeps_its_evidence(library, filled):
    money = facts(library)[FactKind.MONEY]
    typed = Fact(FactKind.MONEY, 0, 10, "25 mil EUR", Decimal(25_000_000), unit="EUR")
    reviewing.edit_fact(library, money.id, typed)
    edited = facts(library)[FactKind.MONEY]
    assert edited.decision is Decision.EDITED
    assert edited.fact.value == Decimal(25_000_000)
    assert edited.evidence == money.evidence
    editing.undo(library)
    assert facts(library)[FactKind.MONEY] == money


def test_an_edited_place_moves_the_evidence(library, filled):
    money = facts(library)[FactKind.MONEY]
    wider = replace(money.fact, start=money.fact.start - 6, quote=f"up to {money.fact.quote}")
    reviewing.edit_fact(library, money.id, wider)
    assert facts(library)[FactKind.MONEY].evidence.quote == "up to 20 million euros"
    assert checking.check(library) == []


def test_an_added_fact_stands_where_its_words_do(library, filled):
    reviewing.add_fact(library, 1, Fact(FactKind.QUANTITY, 0, 0, "plant", Decimal(1), unit="plant"))
    (added,) = [stored for stored in reading.article(library, 1).facts if stored.origin == "editor"]
    assert added.decision is Decision.ACCEPTED
    assert added.evidence.quote == "plant"
    assert checking.check(library) == []
    editing.undo(library)
    assert len(reading.article(library, 1).facts) == 3
    editing.redo(library)
    assert added in reading.article(library, 1).facts


def test_a_fact_added_to_several_articles_stands_in_each_where_its_own_text_says_it(library, add, intake):
    bodies = ["A crane lifts 5 crates.", "It is said that a crane lifts 5 crates.", "Nothing is lifted."]
    ids = add(*(intake(number, body=body) for number, body in enumerate(bodies, 1)))
    reviewing.add_facts(library, ids, Fact(FactKind.QUANTITY, 0, 0, "5 crates", Decimal(5), unit="crate"))
    (one,), (other,), (nowhere,) = (reading.article(library, number).facts for number in ids)
    assert one.evidence.start == reading.article(library, ids[0]).text.index("5 crates")
    assert other.evidence.start == reading.article(library, ids[1]).text.index("5 crates")
    assert nowhere.evidence is None
    assert checking.check(library) == []


def test_a_fact_that_the_text_does_not_state_has_no_evidence(library, filled):
    reviewing.add_fact(library, 1, Fact(FactKind.MONEY, 3, 9, "1 USD", Decimal(1), unit="USD"))
    last = reading.article(library, 1).facts[-1]
    assert last.evidence is None
    assert last.fact.quote == "1 USD"
    assert checking.check(library) == []


def test_exact_values_come_back_exactly(library, filled):
    huge = Fact(FactKind.MONEY, 0, 0, "", Decimal("12345678901234567890.123456789"), unit="USD")
    reviewing.add_fact(library, 1, huge)
    assert reading.article(library, 1).facts[-1].fact.value == huge.value
    until = Fact(FactKind.DATE, 0, 0, "", low=None, high=date(2031, 1, 1))
    reviewing.add_fact(library, 1, until)
    assert reading.article(library, 1).facts[-1].fact.high == date(2031, 1, 1)


def test_articles_move_between_states(library, filled):
    applied = reviewing.set_state(library, [1, 2], State.REVIEWED)
    assert applied.step.label == "Mark reviewed (2 articles)"
    assert listing.facets(library, "").states == {State.INBOX: 3, State.IN_REVIEW: 0, State.REVIEWED: 2}


def test_facts_that_are_gone_are_an_error(library, filled):
    with pytest.raises(CuratorError, match="no such fact"):
        reviewing.decide(library, [999], Decision.ACCEPTED)


def test_an_accepted_company_is_found_by_the_words_of_the_text(library, add, intake):
    (number,) = add(intake(9, companies=()))
    company = facts(library, number)[FactKind.COMPANY]
    reviewing.edit_fact(library, company.id, replace(company.fact, name="Orchard Group"))
    reviewing.decide(library, [company.id], Decision.ACCEPTED)
    assert listing.identifiers(library, 'company:"orchard chips"') == [number]
    assert listing.rows(library, [number])[0].companies == ("Orchard Group",)


def test_a_figure_an_editor_adds_is_about_the_companies_beside_it(library, filled):
    text = reading.article(library, 1).text
    start = text.index("plant in Brno")
    fact = Fact(FactKind.QUANTITY, start, start + 5, "plant", value=Decimal(1), unit="plant")
    applied = reviewing.add_fact(library, 1, fact)
    (added,) = [each for each in reading.article(library, 1).facts if each.fact.unit == "plant"]
    assert added.about == ("Orchard Chips",)
    editing.undo(library)
    editing.redo(library)
    assert applied.articles == frozenset({1})
    (again,) = [each for each in reading.article(library, 1).facts if each.fact.unit == "plant"]
    assert again.about == ("Orchard Chips",)


def test_a_renamed_company_takes_the_old_ones_place_in_the_article(library, add, intake):
    (number,) = add(intake(11, companies=()))
    company = facts(library, number)[FactKind.COMPANY]
    reviewing.decide(library, [company.id], Decision.ACCEPTED)
    editing.set_field(library, [number], "companies", ["Orchard Chips", "Kept Works"])
    reviewing.decide(library, [company.id], Decision.ACCEPTED)
    reviewing.edit_fact(library, company.id, replace(company.fact, name="Orchard Group"))
    assert listing.rows(library, [number])[0].companies == ("Orchard Group", "Kept Works")
    editing.undo(library)
    assert listing.rows(library, [number])[0].companies == ("Orchard Chips", "Kept Works")
    editing.redo(library)
    assert listing.rows(library, [number])[0].companies == ("Orchard Group", "Kept Works")


def test_a_renamed_company_leaves_what_the_file_lists(library, add, intake):
    (number,) = add(intake(12, companies=("Orchard Chips",)))
    company = facts(library, number)[FactKind.COMPANY]
    reviewing.edit_fact(library, company.id, replace(company.fact, name="Orchard Group"))
    assert listing.rows(library, [number])[0].companies == ("Orchard Chips", "Orchard Group")


def test_a_company_edited_into_another_kind_leaves_the_article(library, add, intake):
    (number,) = add(intake(13, companies=()))
    company = facts(library, number)[FactKind.COMPANY]
    reviewing.decide(library, [company.id], Decision.ACCEPTED)
    typed = replace(company.fact, kind=FactKind.QUANTITY, name="", value=Decimal(1), unit="plant")
    reviewing.edit_fact(library, company.id, typed)
    assert listing.rows(library, [number])[0].companies == ()
