"""Words get the frequency that the letters of news give them."""

import json
import sys
import zipfile
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

BUILDERS = Path(__file__).parents[2] / "packaging" / "data"
NAMES = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")


@pytest.fixture
def news(tmp_path, monkeypatch):
    """What makes news of words with their numbers: a wheel with models that were counted in these."""
    monkeypatch.syspath_prepend(str(BUILDERS))
    monkeypatch.setitem(sys.modules, "brotli", SimpleNamespace(decompress=bytes))
    module = __import__("news")
    monkeypatch.delitem(sys.modules, "news")

    def made(words):
        counts = Counter()
        for word, number in words.items():
            for size in range(1, 6):
                for start in range(len(word) - size + 1):
                    counts[word[start : start + size]] += number
        letters = sum(count for gram, count in counts.items() if len(gram) == 1)
        wheel = tmp_path / "lingua.whl"
        with zipfile.ZipFile(wheel, "w") as packed:
            for size, name in enumerate(NAMES, 1):
                shares = {}
                for gram, count in counts.items():
                    if len(gram) == size:
                        shares.setdefault(f"{count}/{counts[gram[:-1]] or letters}", []).append(gram)
                table = {"ngrams": {share: " ".join(grams) for share, grams in shares.items()}}
                packed.writestr(f"lingua/language-models/be/{name}.json.br", json.dumps(table))
        return module.News(wheel, "be")

    return made


def test_the_commoner_word_is_guessed_commoner(news):
    known = news({"дарога": 30, "горад": 10})
    assert known.frequency("дарога") > known.frequency("горад") > 0.05


def test_half_a_word_is_hardly_a_word(news):
    known = news({"гарадскія": 40, "улады": 20})
    assert known.frequency("гарадс") < known.frequency("гарадскія") / 50
    assert known.frequency("радскія") < known.frequency("гарадскія") / 50


def test_letters_that_never_meet_make_no_word(news):
    assert news({"мост": 5}).frequency("трык") == 0.0
