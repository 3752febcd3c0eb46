"""Lines at the head of a text: what they say of who reported and when, and what they don't."""

from __future__ import annotations

import pytest

from curator.formats.documents.bylines import byline

STATED = [
    ":Date: 2026-03-03",
    "#+DATE: 2026-03-03",
    "Updated on 3 March 2026 at 10:22 GMT",
    "Last updated: 3 March 2026, 10:22",
    "Tuesday, March 3, 2026",
    "Stand: 03.03.2026 10:15 Uhr",
    "Zuletzt aktualisiert: 3.3.2026, 10:15 Uhr",
    "Mis à jour le 3 mars 2026 à 10h15",
    "Actualizado: 3 de marzo de 2026",
    "Pubblicato il 3 marzo 2026",
    "Publicerad 3 mars 2026 kl 10.15",
    "Julkaistu 3.3.2026 10:15",
    "Aktualizováno: 3. 3. 2026 10:15",
    "Frissítve: 2026. március 3. 10:15",
    "Обновлено: 3 марта 2026, 10:15",
    "10:15, 3 марта 2026",
    "Ενημερώθηκε: 3 Μαρτίου 2026",
    "Son güncelleme tarihi: 03.03.2026",
    "更新时间：2026年3月3日 10:15",
    "最終更新：2026年3月3日 10時15分",
    "입력 2026.03.03. 오전 10:15",
    "آخر تحديث: 3 مارس 2026",
    "עודכן: 3 במרץ 2026",
]


@pytest.mark.parametrize("line", STATED)
def test_a_line_that_says_when_names_nobody(line):
    found = byline(line)
    assert found is not None
    assert (found.source, found.author) == ("", "")
    assert (found.published or "").startswith("2026-03-03")


@pytest.mark.parametrize(
    "line", ["Photo: Ann Lee, 3 March 2026", "Foto: dpa, 3. März 2026", "Reading time: 3 min | 3 March 2026"]
)
def test_what_another_label_says_is_no_source(line):
    found = byline(line)
    assert found is not None
    assert (found.source, found.author) == ("", "")


@pytest.mark.parametrize(
    ("line", "source", "author"),
    [
        ("Harbour News | 3 March 2026", "Harbour News", ""),
        ("3 March 2026 | Harbour News", "Harbour News", ""),
        ("Stand News | 3 March 2026", "Stand News", ""),
        ("Tuesday Herald, 3 March 2026", "Tuesday Herald", ""),
        ("03.03.2026, 10:15 | Autor: Jan Novák", "", "Jan Novák"),
        ("3. 3. 2026 | Zdroj: ČTK", "ČTK", ""),
        ("Por Ana Ruiz, 3 de marzo de 2026", "", "Ana Ruiz"),
    ],
)
def test_a_name_beside_a_date_is_who_reported(line, source, author):
    assert byline(line) is not None
    assert byline(line)[:2] == (source, author)


@pytest.mark.parametrize("line", ["Installed: -1", "Temperature: -1", "Time to read: 4 minutes"])
def test_a_label_with_a_number_says_nothing_of_the_report(line):
    assert byline(line) is None
