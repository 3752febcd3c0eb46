"""Line breaks end phrases, unless a paragraph is hard-wrapped; no text changes how another is read."""

from curator.domain.facts import Fact, FactKind
from curator.extraction import extract
from curator.extraction.lexicon import lexicon
from tests.extraction.marked import sentences


def figures(text: str, language: str) -> list[Fact]:
    return [fact for fact in extract(text, language, "2018-03-14") if fact.kind is not FactKind.COMPANY]


def test_lines_of_their_own_are_read_apart():
    facts = figures("Strajk 12 października\nWtorek, 11 grudnia", "pl")
    assert [fact.quote for fact in facts] == ["12 października", "Wtorek, 11 grudnia"]
    facts = figures("- 5 GW by 2026\n- 10 % more than last year", "en")
    assert [str(fact.value or fact.high) for fact in facts[:3]] == ["5", "2026-12-31", "10"]


def test_a_number_goes_on_in_the_next_line_of_a_wrapped_paragraph():
    text = "The investment in the new factory will come, says the minister, to 5\nmillion euros by 2030."
    assert [fact.quote for fact in figures(text, "en")] == ["5\nmillion euros", "2030"]


def test_texts_read_before_do_not_change_what_a_text_says():
    lexicon.cache_clear()
    texts = [sentence.text for sentence in sentences("pl")]
    forwards = [figures(text, "pl") for text in texts]
    lexicon.cache_clear()
    backwards = [figures(text, "pl") for text in reversed(texts)]
    assert forwards == backwards[::-1]
