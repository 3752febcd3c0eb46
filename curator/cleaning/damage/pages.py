"""Pages: how UTF-8 looks when it was read by a code page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, cached_property
from typing import NamedTuple

from curator.cleaning.damage.channels import decoded

WEAK = frozenset("–—“”’…» \xa0ёіїєґЁІЇЄҐўЎјЈѕЅљњќћџЉЊЌЋЏђЂѓЃ№")
"""Continuation characters that prose may well have after a capital, too."""

_PLAUSIBLE = (
    "\xa0\u0377\u037a\u052f\u0531\u058a\u0591\u05f4\u0600\u07ff\u0900\u2027\u202a\u205e\u2060\u20bf\u2100\u2bff"
    "\u2c60\u2c7f\u2d00\u2d7f\u3000\u312f\u3200\u9fff\ua640\ua7ff\uaa00\uab6f\uac00\ud7a3\uf900\ufb4f\ufe00\ufe0f"
    "\ufe70\ufeff\uff01\uff9f\ufffc\ufffd\U00010300\U000104ff\U0001d400\U0001d7ff\U0001f000\U0001faff"
    "\U00020000\U0002fa1f\U000e0020\U000e007f"
)
"""The first and the last of each run of characters that a sequence is likely to stand for."""

OPENING = frozenset("«»…–—“”‘’„‚·ÀÃÕÂÊÁËÈ\xa0")
"""What MacRoman has for lead bytes and prose before letters."""
_FORMULAS = frozenset({"–∞", *(one + two for one in "√≈∆¬" for two in "∞±≤≥∂∑∏π∫Ω")})
"""What stands side by side in mathematics."""
_DRAWN = {"mac-roman": "√ƒ≈∆¬", "cp437": "├─┼╞╟"}
"""Lead bytes of Latin letters as pages have them that are signs people also draw with."""
_BEHIND_NAMES = frozenset("®©™°±")
_POWERS = frozenset("¹²³°")
"""What stands behind "Å", the unit: areas and volumes of crystals."""
_MEASURED = frozenset("رذױװٱٰ")
"""What "Ø±" (a diameter's tolerance) and the like read as."""

RUN = re.compile("[^\x00-\x7f]+")
"""Matches what stands beyond ASCII: sequences lie within."""

_MOST_UNITS = 5_000


class Unit(NamedTuple):
    """What a sequence, a part of one, or anything else beyond ASCII shows of a page."""

    text: str
    """What a whole sequence reads as; nothing for a cut one, the character itself for anything else."""
    is_whole: bool = False
    is_cut: bool = False
    is_good: bool = False
    """Whether it reads as a likely character."""
    is_strong: bool = False
    """Whether no prose would have it."""


class _Units(dict[str, Unit]):
    """The units of a page by what stands there; fills itself."""

    def __init__(self, known: Page) -> None:
        super().__init__()
        self._page = known

    def __missing__(self, text: str) -> Unit:
        found = self._unit_of(text)
        if len(self) < _MOST_UNITS:
            self[text] = found
        return found

    def _unit_of(self, text: str) -> Unit:
        values = [self._page.values.get(sign, 0) for sign in text]
        size = _size(values[0])
        if len(text) != size:
            return Unit("" if size else text, is_cut=size > 0)
        try:
            character = bytes(values).decode("utf-8")
        except UnicodeDecodeError:
            character = ""
        good = is_plausible(character)
        strong = good and not WEAK.issuperset(text[1:]) and not _are_prose(self._page.name, text, character)
        return Unit(character, is_whole=True, is_good=good, is_strong=strong)


class Page:
    """How UTF-8 looks when read by one code page; what isn't asked for is not made."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.values = {decoded(name, byte): byte for byte in range(0x80, 0x100)}
        self.undefined = frozenset(sign for sign in self.values if "\x80" <= sign <= "\x9f")
        """The C1 controls that stand for bytes the page does not define."""
        self.leads = frozenset(signs_of(name, 0xC2, 0xF4))
        """What bytes that begin a character become."""
        self.units = _Units(self)
        """What each match of `sequences` or `parts` shows."""
        self._two, self._three, self._four, self._tail, self._lead = (
            any_of(signs_of(name, first, last))
            for first, last in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF), (0xC2, 0xF4))
        )

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """Groups: 1 a whole sequence, 2 a lead byte without all of its continuation, 3 anything else."""
        two, three, four, tail = self._two, self._three, self._four, self._tail
        cut = f"{two}|{three}{tail}?|{four}{tail}{{0,2}}"
        return re.compile(f"({self.whole})|({cut})|([^\\x00-\\x7f])")

    @property
    def whole(self) -> str:
        """A regular expression of whole sequences."""
        return f"{self._two}{self._tail}|{self._three}{self._tail}{{2}}|{self._four}{self._tail}{{3}}"

    @cached_property
    def parts(self) -> re.Pattern[str]:
        """Matches the same as `unit`, without groups, and runs of ASCII."""
        two, three, four, tail = self._two, self._three, self._four, self._tail
        sequences = f"{two}{tail}|{three}{tail}{{1,2}}|{four}{tail}{{1,3}}"
        return re.compile(f"{sequences}|[^\\x00-\\x7f]|[\\x00-\\x7f]+")

    # These begin with a class of characters, for which regular expressions look ahead quickly.

    @cached_property
    def sequences(self) -> re.Pattern[str]:
        """Matches only what groups 1 and 2 of `unit` do."""
        two, three, four, tail = self._two, self._three, self._four, self._tail
        longest = f"(?<={two}){tail}?|(?<={three}){tail}{{0,2}}|(?<={four}){tail}{{0,3}}"
        return re.compile(f"{self._lead}(?:{longest})")

    @cached_property
    def before_mark(self) -> re.Pattern[str]:
        """Matches what group 2 of `unit` does where a space or a question mark follows."""
        two, three, four, tail = self._two, self._three, self._four, self._tail
        cut = f"(?<={two})|(?<={three}){tail}?|(?<={four}){tail}{{0,2}}"
        return re.compile(f"{self._lead}(?:{cut})(?=[ ?])")

    @cached_property
    def telling(self) -> re.Pattern[str]:
        """How each whole sequence begins that no prose would have."""
        return re.compile(self._lead + self._tail)

    @cached_property
    def mixed(self) -> re.Pattern[str]:
        """Sequences that touch small letters as no word does; they are strong whatever they are."""
        return re.compile(_amid(self.name, self._two + self._tail))

    def read_strictly(self, text: str) -> str:
        """The text with whole sequences read and cut ones left out, for telling its language."""
        units = self.units
        return "".join([part if part < "\x80" else units[part].text for part in self.parts.findall(text)])


@cache
def page(name: str) -> Page:
    """The look of one code page."""
    return Page(name)


def _amid(name: str, pair: str) -> str:
    """A regular expression of pairs within words as no word has them.

    By windows-1251 those that touch a Latin letter, by other Windows pages those whose capital stands behind
    a small letter, or is parted from one by a sign; by MacRoman and code page 437 those between two letters.
    """
    if name == "cp1251":
        return f"{pair}(?:(?<=[A-Za-z]{pair})|(?=[a-z]))"
    tails = signs_of(name, 0x80, 0xBF)
    if name in _DRAWN:
        signs = {sign for sign in tails if sign not in "∞±≤≥∂∑∏π∫" and not _is_box(sign)}
        amid = f"(?<=[A-Za-z])[{_DRAWN[name]}]{any_of(signs)}(?=[A-Za-z])"
        return f"{amid}|(?<=[A-Za-z]{{3}})├{any_of(tails)}|ΓÇ{any_of(tails)}"
    leads = {sign for sign in signs_of(name, 0xC2, 0xDF) if sign.isupper()}
    signs = {sign for sign in tails if not sign.isalnum() and sign not in WEAK}
    return f"{any_of(leads)}(?:(?<=[a-z].){any_of(tails)}|{any_of(signs)}(?=[a-z]))"


def is_plausible(character: str) -> bool:
    """Whether it is a character that a sequence is likely to stand for; "" is none."""
    place = bisect_right(_PLAUSIBLE, character)
    return place % 2 == 1 or (place > 0 and _PLAUSIBLE[place - 1] == character)


def has_evidence(known: Page, line: str) -> bool:
    """Whether a line shows a whole sequence of a page that no prose would have."""
    units = known.units
    # One at a time, as in damaged text the first is likely to be one.
    return (
        any(units[match[0]].is_strong for match in known.sequences.finditer(line))
        or known.mixed.search(line) is not None
    )


def strong_in(known: Page, text: str) -> int:
    """How many whole sequences of a page a text shows that no prose would have, letters beside them apart."""
    units = known.units
    return sum([units[part].is_strong for part in known.sequences.findall(text)])


def _are_prose(name: str, text: str, character: str) -> bool:
    """Whether a sequence may well be what it shows: two Latin letters, a quoted letter, a mark behind a name.

    Such as "Úž" and "Îş", which read to another script; "«È" and "’è" by MacRoman; "É®" in a brand, "Å³" of
    a crystal.
    """
    lead, tail = text[0], text[1:]
    if name == "cp437":
        return _is_box(lead) and (_is_box(tail[0]) and (lead not in "╨╤╬╧" or tail[0] not in "░▒▓"))
    if name == "mac-roman" and (text in _FORMULAS or lead in OPENING):
        return text in _FORMULAS or tail.isalpha() or "\u0300" <= character <= "\u036f"
    if len(tail) > 1:
        return False
    if "\u0100" <= tail <= "\u024f" and lead <= "\u024f" and character > "\u024f":
        return True
    if lead == "Å" and tail in _POWERS:
        return True
    return tail in _BEHIND_NAMES and ("\u0250" <= character <= "\u02af" or character in _MEASURED)


def _size(byte: int) -> int:
    """How many bytes a byte begins; 0 where it begins none."""
    return 0 if not 0xC2 <= byte <= 0xF4 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4


def _is_box(sign: str) -> bool:
    """Whether a sign is made for drawing boxes and bars."""
    return "\u2500" <= sign <= "\u259f"


def leads_left(known: Page, text: str) -> int:
    """How many of the commonest lead characters a text still has."""
    return sum(text.count(decoded(known.name, byte)) for byte in (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1))


def signs_of(name: str, first: int, last: int) -> set[str]:
    """What a page has for the bytes from the first to the last."""
    return {decoded(name, byte) for byte in range(first, last + 1)}


def any_of(signs: Iterable[str]) -> str:
    """A regular expression's class of characters."""
    return "[" + "".join(re.escape(sign) for sign in sorted(signs)) + "]"
