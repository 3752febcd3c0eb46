"""Words followed character by character: those that a line leaves room for, and no others."""

from collections.abc import Sequence

import pytest

from curator.cleaning.damage.channels import DROPPED, Channel
from curator.cleaning.east_asian.graphs import graph_of, lattice_of
from curator.cleaning.east_asian.paths import Word
from curator.cleaning.east_asian.tracks import Tracks
from curator.cleaning.images import images_of
from curator.cleaning.models.prefixes import prefixes_of
from curator.cleaning.models.words import words_of

CHANNEL = Channel("cp1254", DROPPED)


def found(text: str, language: str = "zh") -> dict[str, int]:
    """The words of two and more characters that can begin a damaged line, with their places in the list."""
    words = words_of(language)
    assert words is not None
    names: dict[str, int] = {}

    def made(numbers: Sequence[int], forms: Sequence[str]) -> list[Word]:
        names.update(zip(forms, numbers, strict=True))
        return []

    line = CHANNEL.damaged(text)
    spans = [(0, len(line))]
    graph = graph_of(line, spans, [lattice_of(line, 0, len(line), images_of(CHANNEL, language))])
    tracks = Tracks(prefixes_of(words.words), made)
    for end, candidates in graph.edges[0]:
        tracks.beginning(graph.edges, end, candidates, len(line))
    return names


@pytest.mark.parametrize("text", ["经济增长", "中国队赢了", "北京时间"])
def test_every_word_that_begins_a_line_is_found(text: str) -> None:
    words = words_of("zh")
    assert words is not None
    listed = {text[:size] for size in range(2, len(text) + 1) if words.words.find(text[:size]) is not None}
    assert listed <= found(text).keys()


def test_what_is_found_leaves_what_stands_there() -> None:
    line = CHANNEL.damaged("经济增长")
    names = found("经济增长")
    assert all(line.startswith(CHANNEL.damaged(name)) for name in names)


def test_words_are_numbered_as_the_list_has_them() -> None:
    words = words_of("zh")
    assert words is not None
    assert all(words.words.find(name) == number for name, number in found("北京时间").items())


@pytest.mark.parametrize("sign", ["北", "啊", "的"])
def test_the_text_of_a_list_has_the_words_of_each_first_character(sign: str) -> None:
    words = words_of("zh")
    assert words is not None
    known = prefixes_of(words.words)
    first, last = known.groups(sign)
    text = known.text[known.places[first] + 1 : known.places[last]]
    place, listed = words.words.with_first(sign)
    assert text.split("\n") == listed
    assert known.numbers[first] == place


def test_a_character_that_no_word_begins_with_has_no_groups() -> None:
    words = words_of("ja")
    assert words is not None
    assert prefixes_of(words.words).groups("\U0001f600") == (0, 0)
