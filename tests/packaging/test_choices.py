"""What words say for each other is learned by choosing between the readings of damaged ones."""

import sys
from pathlib import Path

import pytest

BUILDERS = Path(__file__).parents[2] / "packaging" / "data"
SENTENCES = [
    "Министар {} сутра рећи све.",
    "Управа {} касније платити рачун.",
    "Школа {} на јесен добити салу.",
    "Возач {} данас возити аутобус.",
]


@pytest.fixture
def choices(monkeypatch):
    monkeypatch.syspath_prepend(str(BUILDERS))
    module = __import__("choices")
    monkeypatch.delitem(sys.modules, "choices")
    return module


def test_what_stands_beside_a_word_speaks_for_it(choices):
    lines = [sentence.format("ће") for sentence in SENTENCES] * 30
    lines += ["Она је била код куће.", "Кућа је била стара.", "Зграда је била нова."] * 30
    learned = choices.learned(lines, [], "sr")
    assert learned["ће сутра"] > 0.2
    assert learned["је била"] > learned.get("ће била", 0.0)
    assert not any(name.startswith("#") for name in learned)


def test_numbers_and_punctuation_are_of_one_class_each(choices):
    assert choices.words_of("Цена, 150 динара") == ["Цена", ".", "0", "динара"]


def test_words_in_capitals_are_taken_in_small_letters(choices):
    assert choices.words_of("ЦЕНА хлеба у ЕУ") == ["цена", "хлеба", "у", "еу"]


def test_what_begins_a_sentence_is_learned_with_the_capital_it_has(choices):
    # "За" and "На" lose what tells them apart, "за" and "на" lose nothing.
    lines = ["За словами директора, усе готове.", "На площі зібралися люди."] * 40
    learned = choices.learned(lines, [], "uk")
    assert learned["за словами"] > 0.2
    assert learned.get("на словами", 0.0) < 0.0


def test_news_count_more_than_manuals(choices):
    manuals = ["Возач је данас возио аутобус."] * 60
    news = ["Возач ће данас возити аутобус."] * 20
    without, both = choices.learned(manuals, [], "sr"), choices.learned(manuals, news, "sr")
    assert both["ће данас"] > max(0.0, without.get("ће данас", 0.0))
    assert both["ће данас"] > both.get("је данас", 0.0)
