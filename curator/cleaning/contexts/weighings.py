"""Weighings: what the words, the signs and the place right beside a damaged piece say for each reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from curator.cleaning.alphabetic.readings import Reading
from curator.cleaning.contexts.word_rules import RULES
from curator.cleaning.models.proper_words import INITIALS, NAME
from curator.cleaning.models.quotes import ALL_QUOTES, LONE_QUOTE, ONLY_OPENING, QUOTES

LANGUAGES = frozenset(RULES)
"""Those in which the words beside tell."""

_RARE, _COMMON = -12.0, 0.5
"""How likely words are that often go on a name, and how much less those do that are commoner."""
_COMMON_NAME = 0.8
_OPENING = "„“”«»‘’‚¿¡"
_NAME_FIRST, _NAME_NEXT, _NAME_AMID = 4.0, 2.0, -1.0
"""What the capital of a name counts as a sentence begins, behind another capital, and elsewhere."""
_CALLED = 3.0
"""What counts for a name before a word with a capital: half of all names have one behind, few words do."""
_SHOUTED, _QUIET = 6.0, -3.0


def weighed(language: str, readings: Sequence[Reading], before: str, behind: str) -> tuple[Reading, ...]:
    """The readings of a piece with what the neighbouring words say for each, best first."""
    rule = RULES.get(language)
    if rule is None:
        return tuple(readings)
    one, other = before.casefold(), behind.casefold()
    scored = [Reading(r.text, r.score + rule(one, r.text.casefold(), other), r.cuts) for r in readings]
    return tuple(sorted(scored, key=_by_score))


def capitals_weighed(
    readings: Sequence[Reading],
    kind: Callable[[str], int],
    *,
    begins: bool,
    named: bool,
    called: bool = False,
    shouted: bool | None,
) -> tuple[Reading, ...]:
    """The readings with what the place says for capitals: a sentence begins, a name or a heading goes on.

    Names go on with rare words: the commonest are small beside them, too, but for those that are known to be
    names by their `kind`; these are likelier before another capital, where a person may be `called` so.
    In a heading all is in capitals: `shouted` says whether the words beside are, None where there are none.
    """
    scored: list[Reading] = []
    least = min([reading.score for reading in readings if reading.text[:1].isupper()], default=0.0)
    for reading in readings:
        text = reading.text
        capital = text.lstrip(_OPENING)[:1].isupper()
        known = kind(text) if capital else 0
        if shouted or (text.isupper() and len(text) > 1):
            quiet = shouted is False and known != INITIALS
            gain = _SHOUTED if shouted and text.isupper() else _QUIET if quiet else 0.0
        elif capital and known == NAME:
            gain = _NAME_FIRST if begins else _NAME_NEXT if named and " " not in text else _NAME_AMID
            gain += _CALLED if called and " " not in text else 0.0
        else:
            alone = named and " " not in text
            gain = _gain_of_capital(reading.score, begins=begins, named=alone) if capital else 0.0
            if capital and not begins and not alone:
                gain -= _COMMON_NAME * max(0.0, reading.score - max(least, _RARE))
        scored.append(Reading(text, reading.score + gain, reading.cuts) if gain else reading)
    return tuple(sorted(scored, key=_by_score))


def _gain_of_capital(score: float, *, begins: bool, named: bool) -> float:
    if begins:
        return 5.0
    return max(-1.0, 2.0 - _COMMON * max(0.0, score - _RARE)) if named else -1.0


def is_sign(text: str) -> bool:
    """Whether a text is a sign, which a space with the next word may follow."""
    return bool(text) and not text[0].isalnum() and (len(text) == 1 or text[1] == " ")


def signs_weighed(
    readings: Sequence[Reading], language: str, before: str, behind: str
) -> tuple[Reading, ...]:
    """The readings that begin with a lone sign with what the characters beside it say; others as they are."""
    if not is_sign(readings[0].text):
        return tuple(readings)
    opening, closing = QUOTES.get(language, QUOTES[""])
    held = bool(before) and not before.isspace() and before not in "([/-"
    scored: list[Reading] = []
    for reading in readings:
        sign, follows = reading.text[:1], reading.text[1:2] or behind
        holding = follows.isalnum() or (bool(follows) and follows in "([#@$")
        gain = 0.0
        if held and not holding:
            gain = 6.0 if sign in closing else -9.0 if sign in ONLY_OPENING else -3.0
        elif holding and not held:
            gain = 6.0 if sign in opening else -1.0
        elif not held and not holding:
            gain = 2.0 if sign in "–—" else LONE_QUOTE if sign in ALL_QUOTES else 0.0
        scored.append(Reading(reading.text, reading.score + gain, reading.cuts))
    return tuple(sorted(scored, key=_by_score))


def _by_score(reading: Reading) -> float:
    return -reading.score
