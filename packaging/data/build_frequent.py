"""Build resources/lexicon/frequent.json: the most frequent words of each language, to tell languages apart.

    pip install wordfreq==3.1.1
    python packaging/data/build_frequent.py

The words come from wordfreq (data: CC BY-SA 4.0). By language and weight, which is 10·log10 of the frequency
over one in a million: the words of that weight.
"""

from __future__ import annotations

import json
import math
import warnings
from pathlib import Path
from typing import Any

from build_lexicon import in_cyrillic
from wordfreq import get_frequency_dict

OUT = Path(__file__).resolve().parents[2] / "resources" / "lexicon" / "frequent.json"
LANGUAGES = (
    "en de fr es pt it nl sv nb da fi pl cs sk hu ro hr sl sr uk ru el tr bg mk"
    " lt lv vi id ms ca ar fa he hi is fil"
).split()
NAMES = {"hr": "sh", "sr": "sh"}
WORDS = 900
OWN_WEIGHT = 14
STOP_WEIGHT = 36
"""What a word of an overlay's stop list counts for where there are no frequencies."""
ENGLISH_ENOUGH = 30
"""Weight in English of words that stand in stop lists to be left out of English, not for their own sake."""
TELLING = frozenset(
    "scale one_scale number percent point unit month weekday approx status year_noun half".split()
)


def main() -> None:
    """Write the table."""
    warnings.simplefilter("ignore")
    found: dict[str, dict[str, int]] = {}
    for language in LANGUAGES:
        frequencies = get_frequency_dict(NAMES.get(language, language))
        words = [word for word in frequencies if word.isalpha()]
        for word in sorted(words, key=lambda each: -frequencies[each])[:WORDS]:
            weight = round(10 * math.log10(frequencies[word] / 1e-6))
            found.setdefault(in_cyrillic(word) if language == "sr" else word, {})[language] = weight
    add_own_words(found)
    text = json.dumps(_by_weight(found), ensure_ascii=False, indent=0, separators=(",", ":"))
    OUT.write_text(text + "\n", encoding="utf-8")


def _by_weight(found: dict[str, dict[str, int]]) -> dict[str, dict[str, str]]:
    """The words by language and weight, the heaviest first."""
    words: dict[str, dict[int, list[str]]] = {}
    for word in sorted(found):
        for language, weight in found[word].items():
            words.setdefault(language, {}).setdefault(weight, []).append(word)
    return {
        language: {str(weight): " ".join(words[language][weight]) for weight in sorted(words[language])[::-1]}
        for language in sorted(words)
    }


def add_own_words(found: dict[str, dict[str, int]]) -> None:
    """Add the words of the overlays that few languages share: months, units, number words, hedges."""
    for path in sorted(OUT.parent.glob("*.json")):
        table = json.loads(path.read_text(encoding="utf-8"))
        if path == OUT or not (table.get("first_class") or table.get("standing")):
            continue
        if table["language"] not in LANGUAGES:
            add_stop_words(found, table)
        for kind, _, surfaces in table["terms"]:
            for word in surfaces.split("|") if kind in TELLING else ():
                plain = word.rstrip("*").removeprefix("=").lower()
                if plain.isalpha() and len(plain) > 2 and not word.endswith("*"):
                    found.setdefault(plain, {}).setdefault(table["language"], OWN_WEIGHT)


def add_stop_words(found: dict[str, dict[str, int]], table: dict[str, Any]) -> None:
    """Add the commonest words of a language that wordfreq does not know."""
    for word in table["stop"]:
        languages = found.setdefault(word, {})
        if languages.get("en", 0) < ENGLISH_ENOUGH:
            languages[table["language"]] = STOP_WEIGHT


if __name__ == "__main__":
    main()
