"""Repeats: further mentions of a text's new names, inflected, without their legal form, or cut short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from curator.extraction.companies.chinese_names import cut_short_in_chinese
from curator.extraction.companies.contexts import Place, word_before
from curator.extraction.companies.cues import Cue, cues, words_of
from curator.extraction.companies.inflections import agrees
from curator.extraction.companies.mentions import Mention, Trust
from curator.extraction.companies.namesakes import is_a_surname
from curator.extraction.companies.spellings import CAPITALS, IDEOGRAPH, INDIAN, WORD, folded, words
from curator.extraction.companies.towns import is_just_a_place
from curator.extraction.companies.wordings import either

MOST = 200
"""So many new names of one text are looked for again."""

_NEW = (Trust.LEGAL_FORM, Trust.BESIDE)
_ADJECTIVE = re.compile(either("adjectives"))
_CAPITAL_BESIDE = re.compile(rf"[ \u00a0-][{CAPITALS}]")
_SIGNS = re.compile(rf"\u200c|[{INDIAN}](?<!\w)")
_SHORTEST = 4
_TELLS_NOTHING = frozenset(Cue) - {
    Cue.SERVICE,
    Cue.IN_PLACE,
    Cue.PRODUCT,
    Cue.GROUP,
    Cue.MAKER,
    Cue.INDUSTRY,
    Cue.SHARE_GROUP,
}
"""What the first word of a name is too often besides, to stand for the name alone."""


def one_name_each(found: Sequence[Mention]) -> list[Mention]:
    """The mentions with inflected spellings of one new name brought to the shortest."""
    new = sorted({mention.company for mention in found if mention.trust is not Trust.NAMED}, key=len)
    names: dict[str, str] = {}
    for company in new[:MOST]:
        spelling = words(company)
        shorter = (
            other
            for other in names.values()
            if len(words(other)) == len(spelling) and all(map(agrees, words(other), spelling))
        )
        names[company] = next(shorter, company)
    return [replace(mention, company=names.get(mention.company, mention.company)) for mention in found]


def again(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Further mentions of the new names, inflected ones too; they may overlap what was found."""
    for company in _new(found):
        if IDEOGRAPH.match(company):
            yield from (Mention(at, at + len(company), company, Trust.AGAIN) for at in _starts(text, company))
            continue
        if _SIGNS.search(company):
            yield from _as_written(text, company)
            continue
        spelling = words(company)
        for at, end in _places(text, company, len(spelling)):
            written = words(text[at:end])
            same = len(written) == len(spelling) and all(map(agrees, spelling, written))
            if same and (len(spelling) > 1 or not is_a_surname(Place(text, at, end))):
                yield Mention(at, end, company, Trust.AGAIN)


def _starts(text: str, company: str) -> Iterator[int]:
    at = text.find(company)
    while at >= 0:
        yield at
        at = text.find(company, at + len(company))


def _as_written(text: str, company: str) -> Iterator[Mention]:
    """The places of a name of words with signs that are no letters to a pattern."""
    written, letter = re.escape(company), rf"[\w{INDIAN}\u200c]"
    name = re.compile(rf"{written}(?<!{letter}{written})(?!{letter})")
    return (Mention(*match.span(), company, Trust.AGAIN) for match in name.finditer(text))


def cut_short(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of a new name's first word alone: "Zdravica" for Zdravica Plus."""
    taken = set[str]()
    for company in _new(found):
        if IDEOGRAPH.match(company):
            yield from (Mention(*short, company, Trust.AGAIN) for short in _spans(text, company))
            continue
        first = _short_name(company)
        if " " not in company or first in taken or not _tells_alone(first):
            continue
        taken.add(first)
        spelled = folded(first)
        alone: list[Mention] = []
        for at, end in _places(text, first, 1):
            if not agrees(spelled, folded(text[at:end])) or _CAPITAL_BESIDE.match(text, end):
                continue
            place, before = Place(text, at, end), word_before(text, at)
            if Cue.IN_PLACE in cues(before) or is_a_surname(place):
                alone.clear()
                break
            if (
                not (before[:1].isupper() and before[-1].isalpha() and Cue.COMPANY not in cues(before))
                or place.begins_sentence()
            ):
                alone.append(Mention(at, end, company, Trust.AGAIN))
        yield from alone


def _short_name(company: str) -> str:
    """The word of a longer name that people say alone: the first that is no "Lojas" or "Grupo"."""
    first, *others = company.split()
    if len(others) != 1 or first not in words_of(Cue.HEAD):
        return first
    return "" if is_just_a_place(folded(others[0])) else others[0]


def _spans(text: str, company: str) -> Iterator[tuple[int, int]]:
    return ((span.start, span.end) for span in cut_short_in_chinese(text, company))


def _new(found: Sequence[Mention]) -> list[str]:
    return sorted({mention.company for mention in found if mention.trust in _NEW})[:MOST]


def _tells_alone(first: str) -> bool:
    plain = len(first) >= _SHORTEST and first[0].isupper() and first.isalpha()
    return plain and not _ADJECTIVE.search(folded(first)) and not cues(first) & _TELLS_NOTHING


def _places(text: str, company: str, count: int) -> Iterator[tuple[int, int]]:
    """Where `count` words stand of which the first begins nearly as the company does."""
    first = WORD.search(company)
    stem = first[0] if first else company
    stem = stem[: max(3, len(stem) - 2)]
    if len(stem) < 3 and count == 1:
        return
    rest = _rest(count)
    at = text.find(stem)
    while at >= 0:
        end = at + len(stem)
        match = None if at and text[at - 1].isalnum() else rest.match(text, end)
        if match is not None:
            yield at, match.end()
        at = text.find(stem, end)


@cache
def _rest(count: int) -> re.Pattern[str]:
    """What follows the beginning of a name of so many words."""
    return re.compile(rf"\w*(?:(?:[ \u00a0-]|[ \u00a0]?[&+][ \u00a0]?)\w+){{{count - 1}}}")
