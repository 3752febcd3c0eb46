"""Danish and Norwegian are told apart by a whole text, and their crowns stay at home."""

import pytest

from curator.extraction import extract

_DANISH = (
    "Rederiet fik et underskud på 12 millioner kroner.",
    "Direktøren betalte 45.000 kroner for skiltet, og en ny bil koster 300.000 kroner.",
    "Prisen blev sat til 1.200 kroner efter mødet i Oslo, hvor Norge tilbød mere.",
)
_NORWEGIAN = (
    "Rederiet fikk et underskudd på 12 millioner kroner.",
    "Direktøren betalte 45 000 kroner for skiltet, og en ny bil koster 300 000 kroner.",
    "Prisen ble satt til 1200 kroner etter møtet i København, der Danmark tilbød mer.",
)


def units(text: str) -> set[str | None]:
    return {fact.unit for fact in extract(text) if fact.kind.value == "money"}


@pytest.mark.parametrize("parted", [" ", "\n\n"])
def test_a_danish_text_counts_danish_crowns_though_it_names_norway(parted: str):
    assert units(parted.join(_DANISH)) == {"DKK"}


@pytest.mark.parametrize("parted", [" ", "\n\n"])
def test_a_norwegian_text_counts_norwegian_crowns_though_it_names_denmark(parted: str):
    assert units(parted.join(_NORWEGIAN)) == {"NOK"}


def test_many_crowns_make_no_danish_text_norwegian():
    text = " ".join(
        f"Der gik {number}.000 kroner og {number} kroner til huslejen." for number in range(10, 60)
    )
    assert units(text) == {"DKK"}


def test_a_swedish_text_that_names_norway_counts_swedish_crowns():
    assert units("Norge väntar. Bolaget betalar 40 miljoner kronor till kommunen i Skåne.") == {"SEK"}


def test_a_swedish_text_may_count_norwegian_crowns_by_name():
    assert units("Bolaget betalar 40 miljoner norska kronor till kommunen i Skåne.") == {"NOK"}
