"""Spelling dictionaries are expanded as Hunspell's manual says."""

import sys
from pathlib import Path

import pytest

BUILDERS = Path(__file__).parents[2] / "packaging" / "data"


@pytest.fixture
def forms(tmp_path, monkeypatch):
    """The forms that stems and rules make."""
    monkeypatch.syspath_prepend(str(BUILDERS))
    dictionaries = __import__("dictionaries")
    monkeypatch.delitem(sys.modules, "dictionaries")

    def expanded(rules, *stems):
        (tmp_path / "x.aff").write_text(f"SET UTF-8\n{rules}\n", encoding="utf-8")
        (tmp_path / "x.dic").write_text("\n".join([str(len(stems)), *stems]) + "\n", encoding="utf-8")
        return dict(dictionaries.Dictionary(tmp_path / "x.dic").families())

    return expanded


def test_a_suffix_takes_its_place_where_its_condition_holds(forms):
    rules = "SFX A Y 2\nSFX A a y [^k]a\nSFX A ka ce ka"
    assert forms(rules, "žena/A", "matka/A") == {"žena": {"žena", "ženy"}, "matka": {"matka", "matce"}}


def test_prefixes_and_suffixes_meet_where_both_allow_it(forms):
    rules = "PFX N Y 1\nPFX N 0 ne .\nSFX A Y 1\nSFX A ý á ý\nSFX B N 1\nSFX B ý ě ý"
    assert forms(rules, "malý/NAB")["malý"] == {"malý", "malá", "malě", "nemalý", "nemalá"}


def test_a_suffix_may_bring_another(forms):
    rules = "FLAG long\nSFX Aa Y 1\nSFX Aa 0 nik/Bb .\nSFX Bb Y 1\nSFX Bb 0 a ."
    assert forms(rules, "úrad/Aa")["úrad"] == {"úrad", "úradnik", "úradnika"}


def test_a_stem_that_needs_an_affix_does_not_stand_alone(forms):
    rules = "FLAG num\nNEEDAFFIX 9\nSFX 12 Y 1\nSFX 12 0 ać ."
    assert forms(rules, "czyt/12,9")["czyt"] == {"czytać"}


def test_aliases_stand_for_flags_and_notes_are_left_out(forms):
    rules = "AF 1\nAF A\nSFX A Y 1\nSFX A 0 ur ."
    assert forms(rules, "hest/1\tpo:no", "hús")["hest"] == {"hest", "hestur"}
