"""The marked sentences hold: all that were tuned on, and nearly all that were not."""

from functools import cache

import pytest

from curator.extraction import extract
from curator.extraction.lexicon import lexicon
from tests.extraction.marked import KINDS, Score, languages, scored, sentences

pytestmark = [pytest.mark.repetitive, pytest.mark.xdist_group("sentences")]  # each is read once
_FIRST_CLASS = "en de fr es pt it nl sv nb da fi pl cs sk hu ro bg hr sl sr uk ru el tr zh ja ko".split()
_SMALL = (
    "af am ar az be bn bs ca cy et eu fa fil ga gl he hi hy id is ka kk km lt lv mk mn ms mt"
    " ne sq sw ta te th ur uz vi"
).split()
"""Languages whose overlay has the usual words alone."""
_IN_ALL_HELD_OUT = 4000


@cache
def measured(language: str, *, held_out: bool) -> Score:
    whole = Score()
    for sentence in sentences(language):
        if sentence.held_out is held_out:
            found = extract(sentence.text, language, sentence.reference)
            for kind in KINDS:
                whole += scored(sentence.facts, found)[kind]
    return whole


@pytest.mark.parametrize("language", languages())
def test_the_sentences_tuned_on_are_read(language: str):
    assert measured(language, held_out=False).f1 >= 0.98


@pytest.mark.parametrize("language", languages())
def test_sentences_not_tuned_on_are_read_in_each_language(language: str):
    assert measured(language, held_out=True).f1 >= 0.95


def test_sentences_not_tuned_on_are_read_as_well():
    whole = Score()
    for language in languages():
        whole += measured(language, held_out=True)
    assert whole.right + whole.missed >= _IN_ALL_HELD_OUT
    assert whole.f1 >= 0.975


def test_every_first_class_language_has_sentences():
    assert sorted([*_FIRST_CLASS, *_SMALL]) == languages()


def test_languages_of_a_small_overlay_say_so():
    assert [each for each in _SMALL if lexicon(each).first_class] == []
    assert [each for each in _FIRST_CLASS if not lexicon(each).first_class] == []
