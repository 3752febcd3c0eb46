"""Numbers of laws, standards, indices and files are neither dates nor percentages."""

import pytest

from curator.extraction import extract


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Verstoß betrifft Art. 14 MAR und § 26 WpHG."),
        ("ru", "Изделие отвечает ГОСТ 10.2.007."),
        ("tr", "Endeks günü 9.850 puanda tamamladı."),
        ("en", "The file has the ID 20240317."),
        ("en", "Flight BA 117, a Boeing 777-300, left gate 12; call 020 7946 0123."),
        ("fr", "Selon l'article L. 123-4 du code, l'A7 et la N20 restent fermées."),
        ("cs", "Podle § 209 odst. 4 platí ČSN EN 1993; linka 22 jede po D1."),
        ("ja", "民法709条によると、国道16号のN700系は2対1だった。"),
        ("zh", "根据刑法第133条，歼-20战机与G107国道无关，比分3比2。"),
        ("es", "El artículo 14.2 afecta a la A-6 y a la N-340; ganó 83-79."),
    ],
)
def test_they_are_left_alone(language: str, text: str):
    facts = extract(text, language, "2026-05-20")
    assert [fact for fact in facts if fact.kind != "company"] == []


def test_days_percentages_and_points_that_look_like_them_are_read():
    (day,) = extract("Sie treffen sich am 14. MAI.", "de", "2026-05-20")
    assert str(day.low) == "2026-05-14"
    (points,) = extract("Faiz 2 puan arttı.", "tr", "2026-05-20")
    assert points.unit == "percentage point"
    (numeric,) = extract("Срок истёк 10.02.07.", "ru", "2026-05-20")
    assert str(numeric.low) == "2007-02-10"
