"""Written forms: whether a text's letters can be a name: its case, its accents, its boundaries."""

from __future__ import annotations

import re

from curator.extraction.companies.aliases import Alias, Mark
from curator.extraction.companies.contexts import (
    Place,
    is_english_around,
    is_german_around,
    lacks_hungarian,
)
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.everyday_words import is_frequent_here
from curator.extraction.companies.spellings import folded, is_uncased
from curator.extraction.companies.towns import is_just_a_place
from curator.extraction.companies.wordings import either, sections
from curator.extraction.languages import is_frequent

_PARTICLES = re.compile(
    r"(?:은|는|이|가|을|를|의|에|와|과|도|만|로|으로|측|사|보다|부터|까지|처럼|등|코리아|주가|그룹|이나)"
)
_GIVEN_NAME = 2
_A_PERSONS = re.compile(
    rf"(?:\A|[^\u3005-\u9fff]|(?:{either('chinese_titles')}))(?:{either('chinese_surnames')})\Z"
)
"""What stands before two signs that are a person's given name: 董事长何小鹏."""
_WORDS_BESIDE = frozenset(
    {Cue.COMPANY, Cue.ROLE, Cue.SHARES_OF, Cue.SHARES, Cue.SHARES_BEFORE, Cue.STAKE, Cue.INSTITUTION}
)
_LONG_ENDINGS = ("í", "ý")
_HUNGARIAN_CASES = frozenset(sections("endings")["hungarian"]["cases"].split())
_SHORT = 5
"""So short a name is soon met by another word."""


def may_be_written(alias: Alias, text: str, start: int, end: int) -> bool:
    """Whether the words there may be the alias: by case and accents, and as no other word of the language."""
    if not is_written_so(alias, text, start, end) or is_a_word(alias, text[start:end]):
        return False
    if len(alias.words) > 1 and _goes_on_small(alias.written, text[start:end]):
        return False
    return not is_declined_otherwise(alias, text, start, end)


def _goes_on_small(name: str, written: str) -> bool:
    """Whether a frequent word of the name has lost its capital: "The works" is no shop called The Works."""
    pairs = list(zip(name.split(), written.split(), strict=False))[1:]
    return any(one[0].isupper() and word[0].islower() and is_frequent(word) for one, word in pairs)


def is_written_so(alias: Alias, text: str, start: int, end: int) -> bool:
    """Whether case and signs allow the alias: acronyms are in capitals, endings aside; E.ON has its dot."""
    if alias.is_acronym:
        head, ending = text[start : start + len(alias.written)], text[start + len(alias.written) : end]
        same = head == alias.written or (head.isupper() and folded(head) == folded(alias.written))
        return same and not ending.isupper()
    if len(alias.words[0]) == 1 and len(alias.written) <= _SHORT + 1:
        return text.startswith(alias.written, start)
    if len(alias.written) <= _SHORT and not _has_same_accents(alias.written, text[start:end]):
        return False
    return not text[start].islower() or not alias.written[0].isupper() or end - start > _SHORT + 1


def is_a_word(alias: Alias, written: str) -> bool:
    """Whether what seems an inflected name is a frequent word of some language: Energy is no Energa.

    Nor is a word that stands beside companies, or a town: "die Kranwerk-Aktie" is not Aktia's, Batam no Baťa.
    """
    (*others, name), word = alias.words, folded(written)
    if others or word == name:
        return False
    if written.endswith(_LONG_ENDINGS) and name.endswith("a") and not name.endswith("ia"):
        return True  # "Moderní" is an adjective, not Moderna's
    return is_frequent(written) or is_just_a_place(word) or not cues(written).isdisjoint(_WORDS_BESIDE)


def is_declined_otherwise(alias: Alias, text: str, start: int, end: int) -> bool:
    """Whether the language around has no such ending: "Knabe" is no Knab in German, "Equity" no Equita."""
    (name, *others), written = alias.words, folded(text[start:end])
    if others or alias.known or alias.sounded or written == name:
        return False
    ending = written.removeprefix(name)
    if ending in _HUNGARIAN_CASES and lacks_hungarian(text):
        return True
    return ending != "s" and (is_german_around(text, start, end) or is_english_around(text, start, end))


def begins_as_a_word(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins there with a frequent word of its own language: "Neste caso", "Adesso no"."""
    return is_frequent_here(text, start, end) and Place(text, start, end).begins_sentence()


def doubt(alias: Alias, written: str) -> Mark:
    """How much the written form alone lets doubt: a short name's vowel replaced ("Lega" for Lego)."""
    name = alias.words[0]
    if len(alias.words) > 1 or alias.sounded or len(name) > _SHORT or folded(written).startswith(name):
        return Mark.SURE
    return Mark.WORD if len(name) == _SHORT else Mark.COMMON


def _has_same_accents(name: str, written: str) -> bool:
    """Whether a short name's first letters have its accents, or none at all: Zara isn't "Září"."""
    if is_uncased(name[0]):
        return True
    stem = name[: max(2, len(name) - 2)].lower()
    return written.lower().startswith(stem) or written.isascii()


def stands_alone(text: str, start: int, alias: Alias) -> bool:
    """Whether an ideographic name isn't part of a longer word of the same script."""
    end = start + len(alias.written)
    before, after = text[start - 1 : start], text[end : end + 1]
    if _is_katakana(alias.written[0]):
        runs_on = _is_katakana(after) and _is_katakana(alias.written[-1])
        return not runs_on and not _is_katakana(before)
    if _is_hangul(alias.written[0]):
        return not _is_hangul(before) and (not _is_hangul(after) or bool(_PARTICLES.match(text, end)))
    if len(alias.written) == _GIVEN_NAME and _A_PERSONS.search(text, max(0, start - _GIVEN_NAME), start):
        return False
    return not (after == "面" and alias.written[-1] == "方")  # 京东方面 is the side of 京东, not 京东方


def _is_katakana(letter: str) -> bool:
    return "\u30a1" <= letter <= "\u30fa" or letter == "\u30fc"


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7af"
