"""A sentence without a language given is read as with it."""

import pytest

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract
from tests.extraction.marked import languages, scored, sentences


def figures(text: str, language: str | None) -> list[Fact]:
    return [fact for fact in extract(text, language, "2018-03-14") if fact.kind is not FactKind.COMPANY]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Stojí 5 korun.", "CZK"),
        ("Kostar 5 kronor.", "SEK"),
        ("Коштує 5 гривень.", "UAH"),
        ("Струва 5 лева.", "BGN"),
        ("3万5千円", "JPY"),
        ("3万5千元", "CNY"),
        ("Kosztuje 5 złotych.", "PLN"),
        ("Asunto myytiin 495 000 eurolla.", "EUR"),
    ],
)
def test_its_words_of_money_tell_the_language_of_a_short_text(text: str, unit: str):
    (fact,) = figures(text, None)
    assert fact.unit == unit


@pytest.mark.repetitive
@pytest.mark.xdist_group("sentences")  # where every language is there already
def test_nearly_all_marked_sentences_give_the_same_without_their_language():
    right = total = 0
    for language in languages():
        for sentence in sentences(language):
            found = extract(sentence.text, None, sentence.reference)
            for score in scored(sentence.facts, found).values():
                right += score.right
                total += score.right + score.missed
    assert right >= 0.97 * total


def test_letters_repeated_in_figures_do_not_outvote_the_language_given() -> None:
    (found,) = extract("Price: £285,000 (m/m; y/y m/m; y/y m/m; y/y m/m; y/y)", "en")
    assert found.value == 285_000
