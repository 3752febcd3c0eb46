from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.repairs import Repair, RepairKind, applied, to_cleaned, to_original, undone
from curator.domain.spans import Span

WORDS = st.text("abcží界🙂 \n", max_size=6)
KEPT = st.text("abcží界🙂 \n", min_size=1, max_size=6)


@st.composite
def repaired(draw: st.DrawFn) -> tuple[str, str, list[Repair]]:
    """An original, its cleaned text and the repairs between them (also empty on either side)."""
    original = cleaned = ""
    repairs: list[Repair] = []
    for kept, before, after in draw(st.lists(st.tuples(KEPT, WORDS, WORDS), max_size=6)):
        original, cleaned = original + kept, cleaned + kept
        repairs.append(
            Repair(
                Span(len(original), len(original) + len(before)),
                Span(len(cleaned), len(cleaned) + len(after)),
                before,
                after,
                RepairKind.MOJIBAKE,
            )
        )
        original, cleaned = original + before, cleaned + after
    tail = draw(KEPT)
    return original + tail, cleaned + tail, repairs


@given(repaired())
def test_the_repairs_made_for_these_tests_lead_from_one_text_to_the_other(case):
    original, cleaned, repairs = case
    assert applied(original, repairs) == cleaned
    assert undone(cleaned, repairs) == original


@given(repaired())
def test_what_no_repair_touched_is_found_again_both_ways(case):
    original, cleaned, repairs = case
    changed = {offset for repair in repairs for offset in range(*repair.cleaned)}
    for offset in set(range(len(cleaned))) - changed:
        there = to_original(offset, repairs)
        assert original[there] == cleaned[offset]
        assert to_cleaned(there, repairs) == offset


@given(repaired())
def test_places_keep_their_order_and_the_ends_meet(case):
    original, cleaned, repairs = case
    forth = [to_original(offset, repairs) for offset in range(len(cleaned) + 1)]
    back = [to_cleaned(offset, repairs) for offset in range(len(original) + 1)]
    assert forth == sorted(forth)
    assert back == sorted(back)
    assert forth[-1] == len(original)
    assert back[-1] == len(cleaned)


@given(repaired())
def test_a_place_inside_a_repair_stays_within_it(case):
    _, _, repairs = case
    for repair in repairs:
        for offset in range(*repair.cleaned):
            assert repair.original.start <= to_original(offset, repairs) <= repair.original.end
        for offset in range(*repair.original):
            assert repair.cleaned.start <= to_cleaned(offset, repairs) <= repair.cleaned.end


def test_without_repairs_a_place_is_itself():
    assert to_original(7, ()) == 7
    assert to_cleaned(7, ()) == 7
