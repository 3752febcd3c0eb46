"""Whatever the text, the repairs lead from the original to the cleaned text and back."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, KEPT, PAGES, Channel, Loss
from curator.cleaning.edits import Edit, composed, edited
from curator.domain.repairs import Cleaned, RepairKind, applied, undone

DIRTY = (
    "aeé Ãíčř„“&amp;;#8217\r\n\x00\x85\xa0\xad\u200b\u200c\u200d\u0301\u030c\ufeff"
    "\ufffd?\ud800\udc00Ð¡ÑÄÅâ€™œ中あ😀"
)
texts = st.text() | st.text(alphabet=st.characters(codec=None)) | st.text(alphabet=DIRTY, max_size=60)
prose = st.text(alphabet="abc Příliš žluťoučký kůň, „ano“ – Россия 中国 é\r\n", max_size=160)
losses = st.builds(
    Loss,
    st.sampled_from([None, "", "?", "\ufffd"]),
    st.sampled_from(["\xad", ""]),
    st.sampled_from(["\xa0", " ", ""]),
)
channels = st.builds(
    Channel, st.sampled_from(PAGES), losses | st.sampled_from([KEPT, DROPPED]), st.sampled_from([1, 2])
)


def assert_reversible(text: str, cleaned: Cleaned) -> None:
    assert applied(text, cleaned.repairs) == cleaned.text
    assert undone(cleaned.text, cleaned.repairs) == text
    end = 0
    for repair in cleaned.repairs:
        assert repair.original.start >= end
        assert repair.original.of(text) == repair.before
        assert repair.cleaned.of(cleaned.text) == repair.after
        assert repair.before != repair.after
        assert 0 <= repair.confidence <= 1
        end = repair.original.end


@settings(max_examples=300, deadline=None)
@given(texts)
def test_any_text_comes_back(text: str) -> None:
    assert_reversible(text, clean(text))


@settings(max_examples=100, deadline=None)
@given(prose, channels)
def test_damaged_text_comes_back(text: str, channel: Channel) -> None:
    damaged = channel.damaged(text)
    assert_reversible(damaged, clean(damaged))


@st.composite
def edit_lists(draw: st.DrawFn, length: int) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=12)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Edit(a, b, draw(st.text("xyz", max_size=3)), RepairKind.CONTROL) for a, b in pairs if a < b]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_two_stages_of_edits_are_one(data: st.DataObject) -> None:
    text = data.draw(st.text("abcdefgh", max_size=20))
    first = data.draw(edit_lists(len(text)))
    middle = edited(text, first)
    second = data.draw(edit_lists(len(middle)))
    both = composed(text, first, middle, second)
    assert edited(text, both) == edited(middle, second)
    assert all(one.end <= two.start for one, two in pairwise(both))
