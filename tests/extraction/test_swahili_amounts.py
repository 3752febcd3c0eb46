"""Swahili names what is counted before its number."""

from decimal import Decimal

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("Mradi utagharimu dola bilioni 1.4.", FactKind.MONEY, "1400000000", "USD"),
        ("Alilipa shilingi elfu 25.", FactKind.MONEY, "25000", "KES"),
        ("Barabara ya kilomita 85 imefunguliwa.", FactKind.QUANTITY, "85", "kilometre"),
        ("Alifungwa miaka saba jela.", FactKind.QUANTITY, "7", "year"),
        ("Walivuna tani milioni 2 na nusu za mahindi.", FactKind.QUANTITY, "2500000", "ton"),
        ("Alilipa dola mia mbili.", FactKind.MONEY, "200", "USD"),
        ("Shamba la ekari thelathini liliungua.", FactKind.QUANTITY, "30", "acre"),
        ("Bei ilipanda kwa asilimia 12.", FactKind.PERCENT, "12", "%"),
    ],
)
def test_the_number_stands_behind_what_it_counts(text: str, kind: FactKind, value: str, unit: str):
    (found,) = extract(text, "sw", "2026-05-20")
    assert (found.kind, found.value, found.unit) == (kind, Decimal(value), unit)
    assert text[found.start : found.end] == found.quote


def test_the_words_are_no_amounts_elsewhere():
    assert extract("Dola ya kwanza ilianzishwa; kilo na mita ni vipimo.", "sw", "2026-05-20") == []
