from datetime import date

import pytest

from curator.extraction import extract
from curator.extraction.confidences import evidence, fitted, probability


def test_many_right_facts_make_a_rule_sure_and_few_make_it_no_more_than_its_kind():
    seen = [("money money.code ", True)] * 500 + [("money money.code ", False)] * 50
    table = fitted([*seen, ("money money.spelled ", True)])
    assert table["money money.code"] == pytest.approx(500 / 550, abs=0.01)
    assert table["money money.spelled"] == pytest.approx(500 / 550, abs=0.02)


def test_evidence_that_was_wrong_more_often_makes_less_sure():
    table = fitted([("date date.x ", True)] * 100 + [("date date.x far", False)] * 100)
    assert table["date date.x far"] < 0.2
    assert table["date date.x "] > 0.8


def test_an_unknown_key_takes_the_share_of_its_rule_then_what_the_rule_supposes():
    table = {"money money.code": 0.8}
    assert probability(table, "money money.code guessed", 0.5) == 0.8
    assert probability(table, "money money.other ", 0.5) == 0.5


def test_evidence_names_what_makes_a_fact_doubtful():
    (fact,) = extract("03/04/2018", "en", "2018-03-14")
    assert evidence(fact, date(2018, 3, 14), guessed=True) == "date date.numeric guessed,either"


def test_a_language_of_cldr_alone_is_less_sure_than_one_with_its_own_words():
    (ours,) = extract("5 EUR", "de")
    (theirs,) = extract("5 EUR", "lv")
    assert theirs.confidence < ours.confidence


def test_every_confidence_is_a_probability_below_one():
    text = "On 5 May 2018 it paid $5 million, 3 % of half the 200 GW, in the last quarter of 2017."
    assert all(0 < fact.confidence < 1 for fact in extract(text, "en", "2018-06-01"))
