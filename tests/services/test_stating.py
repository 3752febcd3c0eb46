from datetime import date
from decimal import Decimal

import pytest

from curator.domain.errors import CuratorError
from curator.domain.facts import Approximation, FactKind
from curator.services import stating


def test_typed_words_are_understood_or_refused():
    assert stating.parse_value(FactKind.MONEY, "2 bn USD", "en").value == Decimal(2_000_000_000)
    assert stating.parse_value(FactKind.DATE, "H2 2026", "en").high == date(2026, 12, 31)
    with pytest.raises(CuratorError, match="not understood"):
        stating.parse_value(FactKind.MONEY, "a lot", "en")


@pytest.mark.parametrize("language", ["cs", "de", "ru", "zh", "en"])
def test_a_value_is_read_as_the_window_writes_it_in_any_language(language):
    due = stating.parse_value(FactKind.DATE, "by 31 Dec 2027", language)
    assert (due.low, due.high, due.approximation) == (None, date(2027, 12, 31), Approximation.BY)
    years = stating.parse_value(FactKind.QUANTITY, "up to 2 years", language)
    assert (years.value, years.unit, years.approximation) == (2, "year", Approximation.UP_TO)
