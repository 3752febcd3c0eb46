"""New companies told by the money that is said to come from them."""

from __future__ import annotations

import pytest

from curator.extraction.companies.found_companies import find_companies


def names(text: str) -> list[str]:
    return [str(fact.name) for fact in find_companies(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They raised $14 million from Torvaldry and Acuvent.", ["Torvaldry", "Acuvent"]),
        ("The funding round was led by Torvaldry.", ["Torvaldry"]),
        (
            "Ils ont obtenu 22 millions d'euros auprès de Torvaldry et de Sambrevent.",
            ["Torvaldry", "Sambrevent"],
        ),
        ("Получили 40 млн рублей от Торвальдры.", ["Торвальдры"]),
        ("Wczoraj dostała 3 mln zł od Torwaldry.", ["Torwaldry"]),
        ("Včera získali 30 milionů od Torvaldry.", ["Torvaldry"]),
        ("Þeir hafa fengið fjármagn frá Torvaldra.", ["Torvaldra"]),
        ("Wana fedha: ilipata fedha kutoka Torvaldra.", ["Torvaldra"]),
    ],
)
def test_who_gives_money_is_a_company(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "They raised $14 million from Bill Gates and Anna Torvaldry.",
        "They raised $14 million from Germany and Kenya.",
        "They received two letters from Torvaldry.",
        "Marx and Torvaldry had raised in the 1840s what investors feared.",
    ],
)
def test_persons_places_and_letters_are_no_funding(text: str) -> None:
    assert names(text) == []
