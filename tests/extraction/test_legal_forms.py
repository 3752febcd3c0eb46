"""Legal forms, found and taken off."""

from __future__ import annotations

import pytest

from curator.extraction.companies.legal_forms import shaped_names, without_legal_form


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Alphabet Inc.", "Alphabet"), ("Müller GmbH & Co. KG", "Müller"), ("Škoda Auto a.s.", "Škoda Auto"),
        ("ООО «Ромашка»", "Ромашка"), ("„Булгаргаз“ ЕАД", "Булгаргаз"), ("Meblopol Sp. z o.o.", "Meblopol"),
        ("株式会社日立製作所", "日立製作所"), ("华为技术有限公司", "华为技术"), ("Nestlé S.A.", "Nestlé"),
        ("Sony Group", "Sony"), ("Inc.", "Inc."), ("Gazprom", "Gazprom"), ("Tesla, Inc.", "Tesla"),
    ],
)  # fmt: skip
def test_the_legal_form_comes_off(full, short):
    assert without_legal_form(full) == short


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soud vyzval Moravskou strojírnu a.s. k platbě", "Moravskou strojírnu"),
        ("Bank Nordlund AB and others", "Bank Nordlund"),
        ("спори ЗАО «Звезда-2»", "Звезда-2"),
        ("Kohus määras ettevõttele OÜ Metsamaa Puit trahvi", "Metsamaa Puit"),
    ],
)
def test_the_name_before_its_form_is_found(text, name):
    assert [shaped.name.of(text) for shaped in shaped_names(text)] == [name]


@pytest.mark.parametrize(
    "text", ["Stalo se to v r. 2018 a s. 3 uvádí", "NAŠLA SA CESTA", "the year AD 2018", "hrál za AS Roma"]
)
def test_words_that_look_like_forms_name_nothing(text):
    assert list(shaped_names(text)) == []


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Kettwig Aktiengesellschaft & Co. KG", "Kettwig"),
        ("Kettwig & Co. KG", "Kettwig"),
        ("Kettwig & Co.", "Kettwig"),
        ("Kettwig & Sohn", "Kettwig & Sohn"),
        ("Kettwig (Pty) Ltd", "Kettwig"),
        ("Kettwig S.A.P.I. de C.V.", "Kettwig"),
    ],
)
def test_a_form_that_tells_of_another_company_leaves_no_and(whole: str, short: str) -> None:
    assert without_legal_form(whole) == short
