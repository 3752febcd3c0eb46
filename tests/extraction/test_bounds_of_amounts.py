"""What stands before a value bounds it, but not where it only tells what a value came to."""

import pytest

from curator.domain.facts import Approximation, FactKind
from curator.extraction import extract


def of_last_amount(text: str, language: str) -> Approximation:
    amounts = [fact for fact in extract(text, language) if fact.kind is not FactKind.DATE]
    return amounts[-1].approximation


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Zadłużenie wzrosło do 1,1 mld zł."),
        ("ru", "Убыток сократился до 34,5 млрд рублей."),
        ("uk", "Виторг упав до 6,2 млрд грн."),
        ("be", "Даход вырас да 420 млн рублёў."),
        ("lv", "Zaudējumi saruka līdz 2,1 miljonam eiro."),
        ("bg", "Печалбата намаля до 3,1 млн. лв."),
        ("cs", "Zisk klesl z 3 mil. Kč do 2 mil. Kč."),
        ("es", "El gas subió hasta los 32 euros."),
        ("is", "Tekjur jukust um 11%."),
        ("en", "Sales fell by a third over 24 weeks."),
    ],
)
def test_what_a_value_came_to_is_no_bound(language: str, text: str):
    assert of_last_amount(text, language) is Approximation.EXACT


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("pl", "Kara może sięgnąć, dostanie do 1,1 mld zł.", Approximation.UP_TO),
        ("ru", "Компания вложит до 34,5 млрд рублей.", Approximation.UP_TO),
        ("cs", "Voda zdraží nejméně o 250 Kč.", Approximation.AT_LEAST),
        ("ru", "Тариф поднимут не менее чем на 3%.", Approximation.AT_LEAST),
        ("bg", "Таксата расте най-малко с 8 лв.", Approximation.AT_LEAST),
        ("de", "Es sind mindestens jedoch 5 Millionen Euro.", Approximation.AT_LEAST),
        ("zh", "原油跌破70美元。", Approximation.UNDER),
        ("ar", "بطاقة لا تقل عن 400 ميغاواط.", Approximation.AT_LEAST),
    ],
)
def test_a_bound_holds_over_a_small_word(language: str, text: str, bound: Approximation):
    assert of_last_amount(text, language) is bound


def test_plus_before_another_amount_is_none_of_the_first():
    first, second = extract("The club paid €32.5m plus €7.5m in bonuses.", "en")
    assert first.approximation is second.approximation is Approximation.EXACT


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The loss narrowed to ($3.4m).", "($3.4m)", "-3400000"),
        ("Earnings came to $(0.21) a share.", "$(0.21)", "-0.21"),
        ("| Net income | (€34.1m) | €12.9m |", "(€34.1m)", "-34100000"),
        ("They paid 3.1m pounds ($4m).", "$4m", "4000000"),
    ],
)
def test_brackets_of_accounts_tell_of_less_than_nothing(text: str, quote: str, value: str):
    found = {fact.quote: str(fact.value) for fact in extract(text, "en")}
    assert found[quote] == value
    assert all(fact.quote == text[fact.start : fact.end] for fact in extract(text, "en"))
