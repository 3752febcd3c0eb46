"""Neighbours: where one word has several likely originals, the words beside it decide.

Damage hides just those letters by which East Slavic languages tell cases and persons: "с" and "я", "-ию"
and "-ия". The rules are about the endings of the next words, each worth so many units of log likelihood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from curator.cleaning.readings import Reading

Rule = Callable[[str, str, str], float]
"""From the word before, a reading, and the word behind (all in small letters) to what speaks for it."""

_INSTRUMENTAL = re.compile(
    r"(?:ом|ем|ём|ой|ей|ью|ами|ями|ими|ыми|ым|им|ого|его|ою|ию|а|ы|их|ых)$|^[\d«„A-Za-z]"
)
_VERB = re.compile(
    r"(?:[^ьи]ю|[^м]у|л|ла|ло|сь|лся|юсь|усь)$|^(?:не|бы|уже|и|же|ещё|еще|тоже|сам|сама|вам|тебя|вас|его|её|это|очень|вот|так)$"
)
_ACCUSATIVE = re.compile(r"(?:ую|юю|у|ю|ть|ти|ют|ут|ит|ет|ил|ал|ла|ли)$")
_GENITIVE = re.compile(r"(?:ого|его)$")
_NOMINATIVE = re.compile(r"(?:ая|яя|ья|ша|эта|вся|та)$|^(?:а|но|как|что|когда|если|—|–|)$")
_GOVERNS_ACCUSATIVE = frozenset("в на через про за под во у крізь у об сквозь спустя включая".split())
_GOVERNS_GENITIVE = frozenset(
    "для без от из до у с после около вместо кроме від з із без для до після".split()
)
_GOVERNS_DATIVE = frozenset("к ко по благодаря согласно вопреки".split())


def weighed(language: str, readings: Sequence[Reading], before: str, behind: str) -> tuple[Reading, ...]:
    """The readings of a piece with what the neighbouring words say for each, best first."""
    rule = _RULES.get(language)
    if rule is None:
        return tuple(readings)
    one, other = before.casefold(), behind.casefold()
    scored = [replace(r, score=r.score + rule(one, r.text.casefold(), other)) for r in readings]
    return tuple(sorted(scored, key=lambda reading: -reading.score))


def capitals_weighed(readings: Sequence[Reading], *, begins: bool, named: bool) -> tuple[Reading, ...]:
    """The readings with what the place says for a capital: a sentence begins, or a name goes on."""
    gain = 5.0 if begins else 2.0 if named else -1.0
    scored = [
        replace(r, score=r.score + gain) if r.text[:1].isupper() and not r.text.isupper() else r
        for r in readings
    ]
    return tuple(sorted(scored, key=lambda reading: -reading.score))


def _russian(before: str, word: str, behind: str) -> float:
    if word == "с":
        return 1.0 + (2.5 if _INSTRUMENTAL.search(behind) and not _VERB.search(behind) else 0.0)
    if word == "я":
        return (3.0 if _VERB.search(behind) else -1.0) + (
            1.5 if before in {"что", "и", "а", "но", "как"} else 0.0
        )
    return _ending(before, word, behind)


def _ukrainian(before: str, word: str, behind: str) -> float:
    if word in {"цю", "ця"}:
        return 3.0 if behind.endswith(("у", "ю") if word == "цю" else ("а", "я")) else 0.0
    return _ending(before, word, behind)


def _ending(before: str, word: str, behind: str) -> float:
    if word.endswith("ю") and len(word) > 2:
        score = 2.5 if before in _GOVERNS_ACCUSATIVE or _ACCUSATIVE.search(before) else 0.0
        return score + (2.5 if before in _GOVERNS_DATIVE else 0.0)
    if word.endswith("я") and len(word) > 2:
        score = 1.5 if _NOMINATIVE.search(before) else 0.0
        return score + (2.5 if before in _GOVERNS_GENITIVE or _GENITIVE.search(before) else 0.0)
    if word in {"всю", "вся"}:
        wanted = ("у", "ю") if word == "всю" else ("а", "я", "ь")
        return 3.0 if behind.endswith(wanted) else 0.0
    return 0.0


def _bulgarian(before: str, word: str, _behind: str) -> float:
    if word == "я":
        verb = {"да", "ще", "не", "че", "и", "го", "като", "който", "която", "те", "той"}
        return 3.0 if before in verb else -2.0
    return 2.0 if word == "с" else 0.0


_RULES: dict[str, Rule] = {"ru": _russian, "uk": _ukrainian, "bg": _bulgarian}
LANGUAGES = frozenset(_RULES)
