"""Word lists find what a plain sorted list would."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.cleaning.models.word_lists import SIZE, WordList

words = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=3)


def _packed(plain: list[str]) -> WordList:
    shared = [
        next(size for size in range(len(one), -1, -1) if two.startswith(one[:size])) if number % SIZE else 0
        for number, (one, two) in enumerate(pairwise(["", *plain]))
    ]
    rests = [word[size:] for word, size in zip(plain, shared, strict=True)]
    return WordList(bytes(shared), "\n".join(rests).encode())


@given(st.sets(words, max_size=200), st.lists(words, max_size=30))
def test_a_word_list_finds_what_a_sorted_list_has(known: set[str], asked: list[str]) -> None:
    plain = sorted(known)
    packed = _packed(plain)
    assert list(packed) == plain
    assert len(packed) == len(plain)
    assert packed.places([*asked, *plain]) == [packed.find(word) for word in [*asked, *plain]]
    for word in [*asked, *plain[:5], "", "\U0010ffff"]:
        assert packed.place(word) == bisect_left(plain, word)
        assert packed.find(word) == (plain.index(word) if word in known else None)


@given(st.sets(words, max_size=200))
def test_the_text_of_a_word_list_has_each_word_between_line_ends(known: set[str]) -> None:
    plain = sorted(known)
    packed = _packed(plain)
    text = "".join(map(chr, packed.unfolded().tolist()))
    assert text.split("\n") == ["", *plain, ""]
    assert list(packed) == plain
    assert packed.places(plain) == list(range(len(plain)))


@given(st.sets(words, max_size=200))
def test_the_words_of_a_word_list_come_in_parts_whether_it_is_open_or_not(known: set[str]) -> None:
    plain = sorted(known)
    packed = _packed(plain)
    for _ in range(2):
        parts = ["".join(map(chr, points.tolist())) for points in packed.points()]
        assert "".join(parts) == "".join(f"{word}\n" for word in plain)
        packed.unfolded()


@given(st.sets(words, max_size=200), st.lists(words, max_size=30))
def test_a_beginning_is_found_with_its_first_word(known: set[str], asked: list[str]) -> None:
    plain = sorted(known)
    packed = _packed(plain)
    for prefix in [*asked, *(word[:2] for word in plain), *plain, "\U0010ffff"]:
        expected = next(((n, word) for n, word in enumerate(plain) if word.startswith(prefix)), (None, ""))
        assert packed.beginning(prefix) == expected
        first, last = packed.beginning_with(prefix)
        assert plain[first:last] == [word for word in plain if word.startswith(prefix)]
        assert packed.begun([prefix]) == [first < last]


@pytest.fixture
def hasty_threads() -> Iterator[None]:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


@pytest.mark.usefixtures("hasty_threads")
def test_threads_may_ask_for_words_while_all_blocks_are_opened() -> None:
    plain = sorted(map(str, range(40_000)))
    asked = plain[:: SIZE // 2]
    packed = _packed(plain)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(packed.places, [asked] * 4))
    assert found == [list(range(0, len(plain), SIZE // 2))] * 4
