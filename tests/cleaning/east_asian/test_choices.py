"""What may stand at doubtful places, and how sure the best of it is."""

from __future__ import annotations

import math

import pytest

from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.east_asian.choices import Choices, Sizes
from curator.cleaning.east_asian.graphs import Character, graph_of, lattice_of
from curator.cleaning.east_asian.paths import Arc
from curator.cleaning.images import images_of

CHANNEL = Channel("cp1254", DROPPED)
SIZES = Sizes(CHANNEL)
LINE = CHANNEL.damaged("再见")
END = len(LINE)
FIRST = SIZES["再"]


def _choices() -> Choices:
    spans = [(0, END)]
    graph = graph_of(LINE, spans, [lattice_of(LINE, 0, END, images_of(CHANNEL, "zh"))])
    return Choices(graph, 0, len(graph.nodes), SIZES)


def _arc(start: int, end: int, word: str) -> Arc:
    return Arc(start, end, (word, 0.0, 0, 0))


def test_the_best_path_through_a_word_counts_for_each_of_its_characters() -> None:
    choices = _choices()
    choices.raise_to(_arc(0, END, "再见"), -1.0)
    choices.raise_to(_arc(0, FIRST, "写"), -3.0)
    choices.raise_to(_arc(0, FIRST, "写"), -2.0)
    choices.raise_to(_arc(0, FIRST, "写"), -9.0)
    solved: dict[int, Character] = {}
    choices.settle(END, solved, 0.5)
    share = 1 / (1 + math.exp(-2))
    assert (solved[0].text, solved[0].end) == ("再", FIRST)
    assert solved[0].sureness == pytest.approx(share)
    assert solved[0].others == (("写", pytest.approx(1 - share)),)


def test_shares_of_readings_are_summed() -> None:
    choices = _choices()
    choices.add(_arc(0, FIRST, "写"), math.log(0.3))
    choices.add(_arc(0, END, "再见"), math.log(0.4))
    choices.add(_arc(0, FIRST, "再"), math.log(0.3))
    solved: dict[int, Character] = {}
    choices.settle(END, solved, 1.0)
    assert solved[0].text == "再"
    assert solved[0].sureness == pytest.approx(0.7)


def test_nothing_is_settled_behind_a_place_that_no_path_reaches() -> None:
    solved: dict[int, Character] = {}
    _choices().settle(END, solved, 1.0)
    assert solved == {}
    assert _choices().concern(0, END)
