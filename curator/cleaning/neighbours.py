"""Neighbours: where one word has several likely originals, the words beside it decide.

Damage hides just those letters by which East Slavic languages tell cases and persons: "с" and "я", "-ию"
and "-ия". The rules are about the endings of the next words, each worth so many units of log likelihood.
Where pairs of words are known for a language, all doubtful words of a line are settled together, the best
path through their readings (Viterbi's).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from curator.cleaning.pairs import BREAK, classes_of, pairs_of
from curator.cleaning.quotes import QUOTES
from curator.cleaning.readings import Reading

Rule = Callable[[str, str, str], float]
"""From the word before, a reading, and the word behind (all in small letters) to what speaks for it."""

WEIGHT = 0.8
"""What pairs of words count beside the words themselves."""

_STRONGEST = 3.0
_RARE = -12.0
_MOST = 200_000
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
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
    scored = [Reading(r.text, r.score + rule(one, r.text.casefold(), other), r.cuts) for r in readings]
    return tuple(sorted(scored, key=lambda reading: -reading.score))


def capitals_weighed(readings: Sequence[Reading], *, begins: bool, named: bool) -> tuple[Reading, ...]:
    """The readings with what the place says for a capital: a sentence begins, or a name goes on.

    Names go on with rare words: the commonest are small beside them, too.
    """
    scored = [
        Reading(
            reading.text,
            reading.score + _gain_of_capital(reading.score, begins=begins, named=named),
            reading.cuts,
        )
        if reading.text[:1].isupper() and not reading.text.isupper()
        else reading
        for reading in readings
    ]
    return tuple(sorted(scored, key=lambda reading: -reading.score))


def _gain_of_capital(score: float, *, begins: bool, named: bool) -> float:
    if begins:
        return 5.0
    return 2.0 if named and score < _RARE else -1.0


def signs_weighed(
    readings: Sequence[Reading], language: str, before: str, behind: str
) -> tuple[Reading, ...]:
    """The readings of a lone sign with what the characters beside it say; all others as they are."""
    if len(readings[0].text) != 1 or readings[0].text.isalnum():
        return tuple(readings)
    opening, closing = QUOTES.get(language, QUOTES[""])
    held = bool(before) and not before.isspace() and before not in "([/-"
    holding = behind.isalnum() or (bool(behind) and behind in "([#@$")
    scored: list[Reading] = []
    for reading in readings:
        gain = 0.0
        if held and not holding:
            gain = 6.0 if reading.text in closing else -3.0
        elif holding and not held:
            gain = 6.0 if reading.text in opening else -1.0
        elif not held and not holding:
            gain = 2.0 if reading.text in "–—" else 0.0
        scored.append(Reading(reading.text, reading.score + gain, reading.cuts))
    return tuple(sorted(scored, key=lambda reading: -reading.score))


class Neighbours:
    """What the words of a language say for each other."""

    def __init__(self, language: str) -> None:
        self._gains = pairs_of(language)
        self._common = frozenset(
            word for pair in self._gains for word in pair.split(" ") if not word.startswith("-")
        )
        self._known: dict[tuple[str, str], float] = {}

    def settled(self, slots: Sequence[Sequence[Reading]], gaps: Sequence[str]) -> list[tuple[Reading, ...]]:
        """The readings of each slot with what the whole line says for them, best first.

        `gaps` are the texts before, between and behind the slots: one more than there are slots.
        """
        chains = [self._chain(gap) for gap in gaps]
        inner = [[self._chain(reading.text) for reading in slot] for slot in slots]
        ahead = self._ahead(slots, chains, inner)
        back = self._back(slots, chains, inner)
        return [
            tuple(
                sorted(
                    (
                        Reading(r.text, one + two, r.cuts)
                        for r, one, two in zip(slot, ahead[n], back[n], strict=True)
                    ),
                    key=lambda reading: -reading.score,
                )
            )
            for n, slot in enumerate(slots)
        ]

    def _ahead(
        self, slots: Sequence[Sequence[Reading]], chains: Sequence[list[str]], inner: list[list[list[str]]]
    ) -> list[list[float]]:
        """For each reading the best score of a path up to it, its own included."""
        scores: list[list[float]] = []
        for n, slot in enumerate(slots):
            here: list[float] = []
            for reading, words in zip(slot, inner[n], strict=True):
                own = reading.score + self._along(words)
                if n == 0:
                    here.append(own + self._across([BREAK], chains[0], words))
                else:
                    here.append(
                        own
                        + max(
                            score + self._across(before, chains[n], words)
                            for score, before in zip(scores[-1], inner[n - 1], strict=True)
                        )
                    )
            scores.append(here)
        return scores

    def _back(
        self, slots: Sequence[Sequence[Reading]], chains: Sequence[list[str]], inner: list[list[list[str]]]
    ) -> list[list[float]]:
        """For each reading the best score of a path behind it."""
        scores: list[list[float]] = []
        for n in range(len(slots) - 1, -1, -1):
            if n == len(slots) - 1:
                scores.append([self._across(words, chains[-1], [BREAK]) for words in inner[n]])
                continue
            behind = [
                reading.score + self._along(words) + score
                for reading, words, score in zip(slots[n + 1], inner[n + 1], scores[-1], strict=True)
            ]
            scores.append(
                [
                    max(
                        self._across(words, chains[n + 1], other) + score
                        for other, score in zip(inner[n + 1], behind, strict=True)
                    )
                    for words in inner[n]
                ]
            )
        return scores[::-1]

    def _chain(self, text: str) -> list[str]:
        """The words of a text, and BREAK for what parts them."""
        return [word if word[0].isalpha() else BREAK for word in _WORD.findall(text.lower())]

    def _along(self, words: Sequence[str]) -> float:
        return sum(self._gain(one, two) for one, two in pairwise(words))

    def _across(self, before: Sequence[str], between: Sequence[str], behind: Sequence[str]) -> float:
        """What speaks for the last word before and the first behind, with words between them or none."""
        return self._along([*before[-1:], *between, *behind[:1]])

    def _gain(self, one: str, two: str) -> float:
        known = self._known.get((one, two))
        if known is None:
            if len(self._known) > _MOST:
                self._known.clear()
            known = self._known[one, two] = self._unknown_gain(one, two)
        return known

    def _unknown_gain(self, one: str, two: str) -> float:
        for left in self._classes(one):
            for right in self._classes(two):
                gain = self._gains.get(f"{left} {right}")
                if gain is not None:
                    return WEIGHT * max(-_STRONGEST, min(_STRONGEST, gain))
        return 0.0

    def _classes(self, word: str) -> tuple[str, ...]:
        if word == BREAK:
            return (BREAK,)
        return classes_of(word, self._common)[:1]


@lru_cache(maxsize=2)
def neighbours_of(language: str) -> Neighbours | None:
    """What is known of a language's neighbouring words, None where nothing is."""
    return Neighbours(language) if pairs_of(language) else None


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


def _bulgarian(before: str, word: str, behind: str) -> float:
    """The preposition "с", the pronoun "я" before verbs, and "ѝ" behind what is hers."""
    if word == "с":
        return 2.0 if behind else -5.0
    if word == "я":
        score = 3.0 if before in {"да", "ще"} else 1.5 if before in _BULGARIAN_PARTICLES else -2.0
        return score + (4.0 if behind.endswith(_BULGARIAN_VERBS) else 0.0)
    if word == "ѝ":
        return (5.0 if before.endswith(_HERS) else 0.0) + (
            0.0 if not behind or behind in _AFTER_HERS else -3.0
        )
    return 0.0


_BULGARIAN_PARTICLES = frozenset(
    "не че и го като който която които те той тя ме ми му ни ви им си се".split()
)
_BULGARIAN_VERBS = ("ха", "хме", "ше", "ят", "ат", "яха", "вам", "ваме")
_HERS = ("та", "то", "те", "ът", "ят", "ка", "ща")
_AFTER_HERS = frozenset("е са беше бяха ще се да и не на в от за до при по че има няма било".split())
_RULES: dict[str, Rule] = {"ru": _russian, "uk": _ukrainian, "bg": _bulgarian}
LANGUAGES = frozenset(_RULES)
