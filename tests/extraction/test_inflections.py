"""Which written words are forms of a name."""

from __future__ import annotations

import pytest

from curator.extraction.companies.inflections import agrees, base, bases


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("nvidia", "nvidie"), ("nvidia", "nvidii"), ("nvidia", "nvidiou"), ("google", "googlu"),
        ("google", "googlem"), ("siemens", "siemensu"), ("orlen", "orlenowi"), ("facebook", "facebookiem"),
        ("toyota", "toyocie"), ("biedronka", "biedronce"), ("tesco", "tescem"), ("komercni", "komercniho"),
        ("ceska", "ceskou"), ("sporitelna", "sporitelny"), ("nokia", "nokian"), ("openai", "openais"),
        ("газпром", "газпромом"), ("роснефть", "роснефтью"), ("нвидия", "нвидии"), ("лукоил", "лукоила"),
    ],
)  # fmt: skip
def test_a_declined_form_agrees_with_its_name(name, written):
    assert agrees(name, written)
    assert base(name) in bases(written)


@pytest.mark.parametrize(
    ("name", "written"),
    [("sony", "sona"), ("audi", "audit"), ("apple", "apply"), ("intel", "interval"), ("bp", "bpu"),
     ("google", "goggles"), ("газпром", "газпромбанк")],
)  # fmt: skip
def test_another_word_does_not_agree(name, written):
    assert not agrees(name, written)


@pytest.mark.parametrize(
    ("name", "written"),
    [("budimex", "budimeksu"), ("rolex", "roleksem"), ("astrazeneca", "astrazeneki"), ("huawei", "huaweia")],
)
def test_foreign_letters_change_before_an_ending(name: str, written: str):
    assert agrees(name, written)
    assert base(name) in bases(written)


def test_a_foreign_letter_is_not_changed_elsewhere():
    assert not agrees("budimex", "budimeks")
    assert not agrees("delaca", "delakolo")


@pytest.mark.parametrize(
    ("name", "written"),
    [("волиньцукор", "волиньцукру"), ("stavbarek", "stavbarku"), ("kokeshkanec", "kokeshkance")],
)
def test_a_slavic_name_may_lose_its_last_vowel(name: str, written: str):
    assert agrees(name, written)


def test_a_name_on_u_takes_the_endings_behind_vowels():
    assert agrees("hiisipuu", "hiisipuun")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("putkimaki", "putkimaen"), ("sumupolku", "sumupolulla"), ("hietaranta", "hietarannan"),
        ("rantakenka", "rantakengalta"), ("korpitukki", "korpitukin"), ("kuusipelto", "kuusipellolle"),
    ],
)  # fmt: skip
def test_a_finnish_name_takes_its_weak_grade(name: str, written: str):
    assert agrees(name, written)


@pytest.mark.parametrize(
    ("name", "written"),
    [("σκλαβενιτησ", "σκλαβενιτη"), ("κωτσοβολοσ", "κωτσοβολου"), ("κορρεσ", "κορρεσ")],
)
def test_a_greek_name_loses_its_last_s(name: str, written: str):
    assert agrees(name, written)
    assert base(name) in bases(written)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("kobliha", "koblize"),
        ("mucha", "musze"),
        ("podravka", "podravci"),
        ("lokys", "lokio"),
        ("zemaite", "zemaitei"),
    ],
)
def test_other_letters_stand_before_the_ending_of_slavic_and_baltic_names(name: str, written: str):
    assert agrees(name, written)


@pytest.mark.parametrize(
    ("name", "written"),
    [("podrav", "podravci"), ("putki", "putkimaen"), ("siemens", "siemeno"), ("hietarant", "hietarannan")],
)
def test_other_letters_alone_are_no_sign_of_a_form(name: str, written: str):
    assert not agrees(name, written)
