"""Bounds with an article, a preposition or a prefix between them and the value; changes by a sum to a sum."""

from decimal import Decimal

import pytest

from curator.domain.facts import Approximation
from curator.extraction import extract


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("La acción cayó casi un 4 %.", "es", Approximation.ABOUT),
        ("La humedad superó el 95% en la costa.", "es", Approximation.OVER),
        ("Plus de la moitié des votants ont dit oui.", "fr", Approximation.OVER),
        ("Quasi il sessanta per cento degli iscritti vota.", "it", Approximation.ABOUT),
        ("Ist fast die Hälfte der Wähler dafür?", "de", Approximation.ABOUT),
        ("Καλύπτει τουλάχιστον το 40% των αναγκών.", "el", Approximation.AT_LEAST),
        ("היא תשקיע יותר מ-300 מיליון שקל.", "he", Approximation.OVER),
        ("מכר תמורת כ-90 מיליון דולר.", "he", Approximation.ABOUT),
        ("جریمه تا ۱۰ میلیون ریال است.", "fa", Approximation.UP_TO),
        ("Pokuta je nejméně o 250 Kč vyšší.", "cs", Approximation.AT_LEAST),
    ],
)
def test_a_bound_reaches_over_small_words(text: str, language: str, bound: Approximation):
    assert [fact.approximation for fact in extract(text, language)] == [bound]


def test_a_bound_of_a_definite_sum_is_a_comparison_in_english():
    (fact,) = extract("It cost more than the £20bn planned.", "en")
    assert fact.approximation is Approximation.EXACT


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wheat futures lost $2.25 to $198.50 a tonne.", "en"),
        ("Die Aktie verlor 2,25 Euro auf 198,50 Euro.", "de"),
        ("Kuras brango 2,25 euro iki 198,50 euro už toną.", "lt"),
    ],
)
def test_what_something_moved_by_and_to_is_no_range(text: str, language: str):
    assert [fact.value for fact in extract(text, language)] == [Decimal("2.25"), Decimal("198.50")]


def test_degrees_below_zero_need_no_word_of_weather():
    (fact,) = extract("The depot chills to -18C all year.", "en")
    assert (fact.value, fact.unit) == (Decimal(-18), "degree Celsius")
