"""Dates in short English phrases of every kind, as an editor types them into a field."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract
from curator.extraction.kinds import DATE_LETTERS
from curator.extraction.lexicon import table
from tests.extraction.marked import expected, stated

_PHRASES = Path(__file__).with_name("phrases.txt")


def phrases() -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    reference = ""
    for line in _PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            reference = line[1:]
        elif "=>" in line:
            phrase, _, facts = line.partition("=>")
            found.append((reference, phrase.strip(), facts))
    return found


def dates(text: str, language: str, reference: str) -> list[Fact]:
    return [fact for fact in extract(text, language, reference) if fact.kind is FactKind.DATE]


@pytest.mark.parametrize(("reference", "phrase", "facts"), phrases())
def test_a_phrase_is_read_as_a_careful_reader_reads_it(reference: str, phrase: str, facts: str):
    found = [stated(fact) for fact in extract(phrase, "en", reference) if fact.kind is not FactKind.COMPANY]
    assert sorted(found) == sorted((each.kind, each.value, each.unit) for each in expected(facts))


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("on 5, 7 and 12 May 2018", "en", [5, 7, 12]),
        ("12, 20 i 24 lipca 2018 r.", "pl", [12, 20, 24]),
        ("3., 5. a 11. prosince 2018", "cs", [3, 5, 11]),
    ],
)
def test_days_in_a_list_are_days_of_their_own(text: str, language: str, days: list[int]):
    found = dates(text, language, "2018-05-01")
    assert [fact.low.day for fact in found if isinstance(fact.low, date)] == days


def test_centuries_in_a_list_are_no_days():
    (found,) = dates("v 18. a 19. století", "cs", "2018-05-01")
    assert (str(found.low), str(found.high)) == ("1701-01-01", "1900-12-31")


def test_a_weekday_is_the_day_that_the_text_names_with_it():
    text = "Strajk zaplanowano na piątek 10 sierpnia. Pasażerowie w piątek zostaną w domach."
    found = dates(text, "pl", "2018-08-08")
    assert [str(fact.low) for fact in found] == ["2018-08-10", "2018-08-10"]


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("15 января суд арестовал имущество.", "ru", "2018-01-15"),
        ("Чемпионат стартует 15 января.", "ru", "2019-01-15"),
        ("Zákon podepsal 10. ledna.", "cs", "2018-01-10"),
        ("Nová linka začne jezdit 10. ledna.", "cs", "2019-01-10"),
        ("The law was signed on January 10.", "en", "2018-01-10"),
    ],
)
def test_the_verb_tells_which_year_is_meant(text: str, language: str, day: str):
    (found,) = dates(text, language, "2018-11-20")
    assert str(found.low) == day


def test_what_was_done_within_days_is_no_date():
    assert dates("Patients recovered within ten days.", "en", "2018-11-20") == []
    assert dates("Hladina stoupla za dva dny o 45 centimetrů.", "cs", "2018-11-20") == []


def test_a_year_that_ends_its_sentence_joins_nothing_behind_it():
    found = dates("Мост сдали в 2017 г. В конце марта прошёл лёд.", "ru", "2018-05-20")
    assert [str(fact.low) for fact in found] == ["2017-01-01", "2018-03-21"]


@pytest.mark.parametrize("language", ["en", "bg", "cs", "pl", "zh"])
def test_words_of_dates_in_any_order_make_no_trouble(language: str):
    chance = Random(language)
    words = [
        surface.lstrip("=").rstrip("*")
        for kind, _, surfaces in table(language)["terms"]
        if kind in DATE_LETTERS or kind in {"approx", "bound", "from", "between", "fraction"}
        for surface in surfaces.split("|")
    ]
    signs = "1 5 12 20 31 90 2017 2018 3.5 17.11.2018 2. - / , . ( ) ' : XX IV".split()
    for _ in range(150):
        text = " ".join(chance.choice(signs if chance.random() < 0.4 else words) for _ in range(8))
        for fact in extract(text, language, "2018-11-21"):
            assert text[fact.start : fact.end] == fact.quote
