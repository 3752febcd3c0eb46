"""Korean sentences are cut into chunks, and these counted and packed as the program reads them."""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.cleaning.models import chunks as model
from curator.cleaning.models.chunks import CLASS_BITS, CLOSED, SIGN, TAIL, VERB, Chunks

BUILDERS = Path(__file__).parents[2] / "packaging" / "data"
BUILDER_MODULES = (
    "build_languages",
    "korean_cutting",
    "korean_counting",
    "korean_packing",
    "korean_register",
    "korean_classes",
    "korean_tables",
)
MORPHEMES = [
    ("정부", "NNG"),
    ("물", "NNG"),
    ("는", "JX"),
    ("을", "JKO"),
    ("하", "VV"),
    ("었", "EP"),
    ("다", "EF"),
    (".", "SF"),
    ("먹", "VV"),
]
CLASS = (1 << CLASS_BITS) - 1


class Joiner:
    """Joins morphemes as Kiwi would, as far as these sentences go."""

    def join(self, parts):
        text = "".join(form for form, _ in parts)
        return text.replace("물는", "물은").replace("하었", "했")


@pytest.fixture(scope="module")
def builders():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BUILDERS))
        found = {name: __import__(name) for name in BUILDER_MODULES}
        yield found
        for name in BUILDER_MODULES:
            patch.delitem(sys.modules, name, raising=False)


@pytest.fixture
def cutter(builders):
    return builders["korean_cutting"].Cutter(Joiner(), MORPHEMES)


def texts_of(cutter, sentence):
    numbers = cutter.chunks([MORPHEMES.index(one) for one in sentence])
    return [cutter.kinds[number] for number in numbers]


def test_an_ending_of_several_morphemes_is_one_chunk(cutter):
    found = texts_of(cutter, [("먹", "VV"), ("었", "EP"), ("다", "EF"), (".", "SF")])
    assert [(kind.text, kind.kind) for kind in found] == [("먹", VERB), ("었다", TAIL), (".", SIGN)]
    assert found[1].into == "-EP"


def test_a_stem_that_melts_takes_of_its_ending_what_it_needs(cutter):
    found = texts_of(cutter, [("하", "VV"), ("었", "EP"), ("다", "EF")])
    assert [kind.text for kind in found] == ["했", "다"]
    assert found[0].out == ">었/EP"
    assert found[0].kind_behind == CLOSED


def test_alike_chunks_have_one_number(cutter):
    sentence = [
        MORPHEMES.index(one) for one in (("정부", "NNG"), ("는", "JX"), ("정부", "NNG"), ("을", "JKO"))
    ]
    numbers = cutter.chunks(sentence)
    assert numbers[0] == numbers[2]
    assert len(cutter.kinds) == 3


@pytest.mark.parametrize(
    ("word", "end"), [("정부", ""), ("물", "ㄹ"), ("갔", "ㅆ"), ("책", "-"), ("KTX", "")]
)
def test_words_end_as_their_endings_ask(builders, word, end):
    assert builders["korean_cutting"].end_of(word) == end


def test_pairs_tell_what_stands_together_oftener_than_expected(builders):
    counting = builders["korean_counting"]
    firsts, seconds = np.array([1] * 10 + [2] * 10), np.array([3] * 10 + [4, 5] * 5)
    met = counting.Meetings(firsts, seconds, np.ones(20))
    limits = counting.Limits(most=10, least=3, telling=0.3, prior=0.3)
    found = counting.telling(met, np.where(firsts == 1, 0.1, 1.0), 6, limits)
    assert list(zip(found.firsts.tolist(), found.seconds.tolist(), strict=True)) == [(1, 3)]
    assert found.counts.tolist() == [10]
    assert found.gains[0] == pytest.approx(np.log(9.2 / 1.3))


def test_what_counts_little_tells_little(builders):
    counting = builders["korean_counting"]
    met = counting.Meetings(np.ones(10, int), np.full(10, 2), np.full(10, 0.25))
    limits = counting.Limits(most=10, least=3, telling=0.3, prior=0.3)
    assert not len(counting.telling(met, np.zeros(10), 3, limits).firsts)


def test_classes_that_never_meet_are_told_against(builders):
    ones = np.array([0, 1] * 200)
    gains = builders["korean_counting"].class_gains(ones, ones, np.ones(400), rows=2, columns=2)
    assert gains[0, 0] > 0.5
    assert gains[0, 1] < -2


def test_parts_of_a_class_that_are_seldom_met_are_as_the_whole(builders):
    coarse = np.array([[2.0, 0.0], [0.0, 2.0]])
    ones = np.array([0] * 500 + [1])
    gains = builders["korean_counting"].finer_gains(ones, ones, np.ones(501), coarse)
    assert gains[1, 1] > 1
    assert abs(gains[0, 0]) < 0.1


def test_what_stands_between_says_what_is_not_said_across_it(builders):
    counting = builders["korean_counting"]
    middles, firsts = np.array([0, 1] * 500), np.array([0, 0, 1, 1] * 250)
    across, shares = counting.across_gains(counting.Across(firsts, middles, middles, np.ones(1000)), 2, 2)
    assert np.abs(across).max() < 0.1
    assert shares.tolist() == [[1, 0], [0, 1]]


def test_stems_with_alike_neighbours_are_of_one_class(builders):
    met = np.array([[90, 10, 0], [0, 10, 90], [45, 5, 0], [0, 5, 40], [30, 1, 1]], np.float32)
    assert builders["korean_classes"].clustered(met, 2).tolist() == [0, 1, 0, 1, 0]


def test_sentences_of_news_count_more_than_those_of_stories(builders):
    kind = builders["korean_cutting"].Kind
    words = ["정부", "예산", "발표", "당신", "꿈", "얼굴"]
    kinds = [kind(word, "NNG", "NNG", 0, 0) for word in words]
    text = np.array([0, 1, 2, -1, 1, 0, -1, 3, 4, 5, -1, 5, 4, -1] * 50)
    found = builders["korean_register"].weights(text, kinds)
    assert len(found) == len(text)
    assert found[4] > 0.8
    assert 0.3 <= found[11] < 0.5


@given(st.lists(st.integers(0, 1 << 28)))
def test_numbers_come_back(builders, values):
    assert model._numbers(builders["korean_packing"].numbers(values)).tolist() == values


def test_exceptional_senses_are_left_out(builders):
    counts, into, out, _ = builders["korean_packing"].of_senses([Counter({(1, 2): 990, (3, 4): 10})])
    assert (counts, into, out) == (b"\x01", b"\x01", b"\x02")


def names_of(kind):
    """More nouns and names than there are classes of their own."""
    signs = [chr(code) for code in range(0xAC00, 0xAC00 + 28 * 100, 28)]
    for part in ("NNG", "NNP"):
        yield from (kind("나" + sign, part, part, 0, 0) for sign in signs)
    yield from (kind("나" + chr(ord(sign) + 1), "NNP", "NNP-", 0, 0) for sign in signs)


def test_the_program_reads_what_was_built(builders, cutter):
    sentence = [0, 2, 1, 3, 8, 5, 6, 7]
    chunks = [*cutter.chunks(sentence), -1] * 30
    kinds = [*cutter.kinds, *names_of(builders["korean_cutting"].Kind)]
    names = [number for place in range(len(cutter.kinds), len(kinds)) for number in (place, place, -1)]
    found = Chunks(builders["korean_tables"].built(np.array(chunks + names), kinds, {"행주": ("NNG", 1e-6)}))
    places = {word: found.words.words.find(word) for word in ("정부", "는", "물", "을", "행주")}
    assert None not in places.values()
    ((into, _, _),) = found.senses(places["을"])
    assert found.kinds[into & CLASS] == TAIL
    assert found.words.levels[places["행주"]] > found.words.levels[places["정부"]]
    assert len(found.behind_stem(places["정부"])) == len(found.kinds)
