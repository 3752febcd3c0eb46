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
    learned = choices.learned(lines, "sr")
    assert learned["ће сутра"] > 0.2
    assert learned["је била"] > learned.get("ће била", 0.0)
    assert not any(name.startswith("#") for name in learned)


def test_numbers_and_punctuation_are_of_one_class_each(choices):
    assert choices.words_of("Цена, 150 динара") == ["цена", ".", "0", "динара"]
