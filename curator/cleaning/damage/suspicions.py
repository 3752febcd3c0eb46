"""Suspicions: whether a text may hold mojibake at all, told quickly, as all text is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from heapq import merge

from curator.cleaning.damage.channels import decoded
from curator.cleaning.damage.pages import OPENING, WEAK, any_of, signs_of

_CODE = re.compile(r"`[^`\n]{1,200}`|[a-z]+://\S+")
_MARK = re.compile("[`:“”„‘‚«»「『\"']")
"""Matches what code, addresses and quotes have."""

_SHOWN = re.compile(
    "(?<![^\\s(])[“”„‘‚«»\"'](?![“„‘«])\\s?[^\\s\x00-\x7f]{2,4}\\s?[“”’‘»«\"'](?=[\\s,.;:!?)،]|$)"
    "|[「『][^\\s\x00-\x7f]{2,4}[」』]"
)
"""Matches a sequence that stands alone in quotes, as where people write about mojibake."""
_HALF_SHOWN = re.compile("(?<!\\S)(?![“„‘«])[^\\s\x00-\x7f]{2,4}[“”’»\"'](?!\\w)")
_ARTISTIC_LEADS = ("‚", "├")
_ARTISTIC = re.compile("‚(?:Ä[ìîòôúùû]|Ü[êëíì]|àí)|(?<=[A-Za-z])├[»«](?=[a-z])")
"""Matches what MacRoman has for quotes, dashes and arrows, and code page 437 for letters amid words.

It stands apart, as clean text is full of the signs that these end with, but hardly has those they begin with.
"""


def is_suspicious(text: str) -> bool:
    """Whether a text may hold mojibake at all."""
    return next(suspicions(text), None) is not None


def is_in_code(line: str) -> bool:
    """Whether what is suspicious stands only in code, in addresses or alone in quotes."""
    return not is_suspicious(_prose_of(line))


def _prose_of(line: str) -> str:
    """The line without code, addresses and sequences that are quoted; one of their quotes may be missing."""
    if _MARK.search(line) is None:
        return line
    prose, shown = _SHOWN.subn(" ", _CODE.sub(" ", line))
    return _HALF_SHOWN.sub(" ", prose) if shown else prose


def suspicions(text: str) -> Iterator[int]:
    """Where a text looks like mojibake: one or two places of each line that does, in order."""
    if not text.isascii():
        drawn = any(sign in text for sign in _ARTISTIC_LEADS)
        yield from merge(*(_first_in_lines(each, text) for each in (_suspicious(), *[_ARTISTIC] * drawn)))


def _first_in_lines(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Where in each line that it matches in a pattern does so first."""
    found = pattern.search(text)
    while found is not None:
        yield found.start()
        end = text.find("\n", found.end()) + 1
        found = pattern.search(text, end) if end else None


@cache
def _suspicious() -> re.Pattern[str]:
    """Matches the second sign where any page may have left a sequence; quick, as all text goes through it.

    It begins with the signs that stand behind others in sequences, as clean text has fewest of those.
    """
    families = [("cp1252", "cp1254", "cp1250", "latin-1"), ("cp1251",), ("mac-roman",), ("cp437",)]
    tails = {decoded("cp1252", byte) for byte in range(0x80, 0xC0)} | {"\ufffd", "?"}
    leads, tails_1251 = signs_of("cp1251", 0xC2, 0xF4), signs_of("cp1251", 0x80, 0xBF)
    weak = WEAK & tails_1251
    pairs = [
        f"[ÂÃĂ]{any_of(tails)}",
        "í[\xa0-\xbf](?=[\x80-\xbf])",
        "вЂ(?=[^а-яА-Я])",
        "[ÃÄÅĂĹ]\xa0(?=[a-z])",
        "[ÄÅ]\ufffd",
        f"{any_of(leads)}{any_of(tails_1251)}(?=[a-z])",
        f"[а-п]{any_of(weak)}(?={any_of(tails_1251 - WEAK)})",
    ]
    amid = f"(?<=[A-Za-z]{any_of(leads)}{any_of(tails_1251)})"
    everything: set[str] = set()
    followers = tails | tails_1251 | {chr(code) for code in range(0xA0, 0xC0)}
    for family in families:
        leads = {decoded(name, byte) for name in family for byte in range(0xC2, 0xF5)}
        tails = {decoded(name, byte) for name in family for byte in range(0x80, 0xC0)} - WEAK
        everything |= leads
        followers |= tails
        if family == ("mac-roman",):
            pairs.append(any_of(leads & OPENING) + any_of(sign for sign in tails if not sign.isalpha()))
            leads -= OPENING
        pairs.append(any_of(leads) + any_of(tails))
    shown = "|".join(f"(?<={pair})" for pair in pairs)
    behind = f"(?<={any_of(everything)}.)(?!{_cut()})(?:{shown}|{amid})"
    return re.compile(f"{any_of(followers | {'Ã'})}(?:{behind}|(?<=[a-z ]Ã) )")


def _cut() -> str:
    """A regular expression of what stands behind two letters that begin a sequence, but not before its end.

    These are what clean text has most of: by the Windows pages small Slavic letters, by MacRoman those of
    "Íñigo", as MacRoman, which defines every byte, loses none of an end.
    """
    windows = ("cp1252", "cp1254", "cp1250", "latin-1")
    ends = {decoded(name, byte) for name in windows for byte in range(0x80, 0xC0)} | {"\ufffd", "?"}
    first = {decoded(name, byte) for name in windows for byte in range(0xE0, 0xF5)}
    small = {sign for sign in ends if sign.islower() and sign > "\u0100"}
    ends_mac = signs_of("mac-roman", 0x80, 0xBF)
    first_mac = {sign for sign in signs_of("mac-roman", 0xE0, 0xF4) if sign.isalpha()} - OPENING
    letters = {sign for sign in ends_mac if sign.islower()} - ends - signs_of("cp1251", 0x80, 0xBF)
    return (
        f"(?<={any_of(first)}{any_of(small)})(?!{any_of(ends)})"
        f"|(?<={any_of(first_mac)}{any_of(letters)})(?!{any_of(ends_mac)})"
    )
