"""How sure repairs are of words that stand in a list, and of those that only spelling speaks for."""

import pytest

from curator.cleaning.alphabetic.readings import Reading
from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.fixes import SUREST, fixer, shares

CHANNEL = Channel("cp1254", DROPPED)


def sureness(language: str, best: str, other: str, lead: float) -> float:
    """How sure the repair is where one reading leads another by so much."""
    piece = CHANNEL.damaged(best)
    cuts = (*range(len(best)), len(piece))
    (part,) = (
        fixer(CHANNEL, language)
        .chosen(piece, [Reading(best, -9.0, cuts), Reading(other, -9.0 - lead, cuts)])
        .parts
    )
    return part.confidence


@pytest.mark.parametrize(
    ("language", "listed", "unlisted"),
    [
        ("cs", "město", "hlebřo"),
        ("sr", "година", "жвугрна"),
        ("hu", "után", "zbutkán"),
        ("el", "είναι", "ζβίγας"),
    ],
)
@pytest.mark.parametrize("lead", [0.5, 2.0, 4.0])
def test_repairs_of_words_that_no_list_has_are_less_sure(
    language: str, listed: str, unlisted: str, lead: float
) -> None:
    known = sureness(language, listed, f"{listed[:-1]}x", lead)
    assert 0.5 < sureness(language, unlisted, f"{unlisted[:-1]}x", lead) < known <= SUREST


def test_shares_of_readings_sum_to_one_and_are_the_more_even_the_warmer() -> None:
    cool, warm = shares([-3.0, -4.0, -9.0], 1.0), shares([-3.0, -4.0, -9.0], 2.0)
    assert sum(cool) == pytest.approx(1.0)
    assert sum(warm) == pytest.approx(1.0)
    assert cool[0] > warm[0]
    assert cool[-1] < warm[-1]
