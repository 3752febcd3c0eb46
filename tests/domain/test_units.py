"""Units as they stand behind a number."""

from decimal import Decimal

import pytest

from curator.domain.units import symbol


@pytest.mark.parametrize(
    ("unit", "amount", "written"),
    [
        ("megawatt", "50", "MW"),
        ("degree Celsius", "-3", "°C"),
        ("year", "1", "year"),
        ("year", "2", "years"),
        ("year", "0.5", "years"),
        ("square foot", "900", "square feet"),
        ("mile per hour", "60", "miles per hour"),
        ("barrel of oil equivalent per day", "7", "barrels of oil equivalent per day"),
        ("petaFLOPS", "12", "petaFLOPS"),
        ("GPU", "4000", "GPUs"),
        ("percentage point", "3", "percentage points"),
    ],
)
def test_a_unit_has_its_symbol_or_the_plural_of_its_name(unit, amount, written):
    assert symbol(unit, Decimal(amount)) == written


def test_a_unit_without_an_amount_stays_as_it_is_named():
    assert (symbol("barrel"), symbol("USD"), symbol(None)) == ("barrel", "USD", "")
