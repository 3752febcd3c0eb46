"""A part of "the quarter" that nothing names is one of the quarter in which the text was published."""

import pytest

from curator.domain.facts import FactKind
from curator.extraction import extract


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It will report by the end of the quarter."),
        ("de", "Das Urteil fällt bis Ende des Quartals."),
        ("fr", "Il promet une réponse d'ici la fin du trimestre."),
        ("it", "I lavori saranno pronti entro la fine del trimestre."),
        ("pt", "A obra ficará pronta até ao final do trimestre."),
        ("nl", "Er komt antwoord voor het einde van het kwartaal."),
        ("nb", "Svaret kommer innen utgangen av kvartalet."),
        ("da", "Svaret kommer inden udgangen af kvartalet."),
        ("et", "Vastus tuleb kvartali lõpuks."),
        ("lt", "Atsakymas bus iki ketvirčio pabaigos."),
        ("pl", "Odpowiedź będzie do końca kwartału."),
        ("cs", "Odpověď přijde do konce čtvrtletí."),
        ("sl", "Odgovor bo do konca četrtletja."),
        ("hr", "Odgovor stiže do kraja tromjesečja."),
        ("ro", "Răspunsul vine până la sfârșitul trimestrului."),
        ("bg", "Отговорът ще дойде до края на тримесечието."),
        ("ru", "Ответ будет до конца квартала."),
        ("el", "Η απάντηση θα έρθει έως το τέλος του τριμήνου."),
        ("tr", "Yanıt çeyrek sonuna kadar gelecek."),
        ("he", "התשובה תגיע עד סוף הרבעון."),
    ],
)
def test_the_end_of_the_quarter_is_that_of_the_present_one(language: str, text: str):
    (found,) = (fact for fact in extract(text, language, "2026-11-23") if fact.kind is FactKind.DATE)
    assert (found.low, str(found.high)) == (None, "2026-12-31")


def test_a_quarter_with_its_number_is_not_the_present_one():
    (found,) = extract("It will report by the end of the first quarter of 2027.", "en", "2026-11-23")
    assert str(found.high) == "2027-03-31"


@pytest.mark.parametrize("text", ["Late quarter results pleased nobody.", "The mid quarter was quiet."])
def test_a_bare_noun_behind_a_part_is_no_date(text: str):
    assert extract(text, "en", "2026-11-23") == []
