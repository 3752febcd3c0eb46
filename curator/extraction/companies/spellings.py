"""Spellings: what is the same in a name however it is written: case, accents, alphabet."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

INDIAN = "\u0900-\u0963\u0966-\u096f\u0971-\u0dff"
"""Letters and signs of the scripts of India, whose signs of vowels are no letters to a pattern."""
WORD = re.compile(rf"[\w{INDIAN}]+")
CAPITALS = "A-ZÀ-ÖØ-ÞΆ-ΏΑ-ΫЀ-ЯҐҒҚҢҮҰӘӨԱ-Ֆ" + "".join(
    letter for letter in map(chr, (*range(0x100, 0x240), *range(0x1E00, 0x1F00))) if letter.isupper()
)
LETTER = r"[^\W\u0e01-\u0e5b\u3000-\ud7ff\uf900-\uffff]"
"""A letter or digit of a script that parts its words."""
UNCASED = "\u05d0-\u05ea\u0620-\u06ff\u0904-\u0963\u0971-\u0dff\u10d0-\u10ff"
"""Letters of scripts without capitals that part their words: Hebrew, Arabic, those of India, Georgian."""
UNCASED_LETTER = re.compile(f"[{UNCASED}]")
IDEOGRAPH = re.compile(r"[\u0e01-\u0e5b\u3005-\ud7af\uf900-\ufaff]")
"""A letter of a script that parts no words, or not as names need it: Han, kana, Hangul."""
_FAR = re.compile("[\u0590-\u1dff\u2e80-\U0010ffff]")
"""A letter beyond those of Latin, Greek, Cyrillic and Armenian."""

_PLAIN = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th",
    "ё": "е", "ѝ": "и", "ї": "і", "ґ": "г", "ς": "σ",
}  # fmt: skip
"""Letters which Unicode doesn't decompose, or whose variants the press mixes."""

_LATIN = {
    # Cyrillic: Russian, Bulgarian, Ukrainian, Serbian, Macedonian.
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "d", "ѓ": "g", "е": "e", "є": "e", "ж": "z",
    "з": "z", "ѕ": "dz", "и": "i", "і": "i", "ј": "i", "й": "i", "к": "k", "ќ": "k", "л": "l", "љ": "l",
    "м": "m", "н": "n", "њ": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u",
    "ў": "u", "ф": "f", "х": "", "ц": "s", "ч": "c", "џ": "dz", "ш": "s", "щ": "s", "ъ": "a", "ы": "i",
    "ь": "", "э": "e", "ю": "iu", "я": "ia",
    # Greek.
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "t", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "i",
    "φ": "f", "χ": "", "ψ": "ps", "ω": "o",
}  # fmt: skip
_GREEK_PAIRS = (("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("τζ", "dz"), ("ου", "u"), ("αι", "e"), ("ει", "i"))
_SOUNDS = (
    ("sch", "s"), ("tsch", "c"), ("ph", "f"), ("th", "t"), ("ch", "c"), ("ck", "k"), ("qu", "kv"),
    ("x", "ks"), ("w", "v"), ("ce", "se"), ("ci", "si"), ("cy", "si"), ("ts", "s"), ("y", "i"), ("j", "i"),
    ("h", ""), ("ie", "e"), ("io", "o"),
)  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")


def is_uncased(letter: str) -> bool:
    """Whether the letter is of a script that has no capitals."""
    return UNCASED_LETTER.match(letter) is not None


def folded(text: str) -> str:
    """The text in lower case without accents; a word keeps its place, not its length."""
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_plain_letters())


def words(text: str) -> tuple[str, ...]:
    """The folded words of a name: "L'Oréal S.A." gives l, oreal, s, a."""
    return tuple(WORD.findall(folded(text)))


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """How a folded word roughly sounds, the same from every alphabet: "Хонда" and "Honda" give "onda".

    It forgets what transliterations disagree about (h, soft signs, doubled letters, y and j), so it
    tells names apart only where they are long.
    """
    for pair, sound in _GREEK_PAIRS:
        word = word.replace(pair, sound)
    word = "".join(_LATIN.get(letter, letter) for letter in word)
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return _REPEATED.sub(r"\1", word.replace("c", "k") if "c" in word else word)


@lru_cache(maxsize=1)
def letters_of(text: str) -> str:
    """The text's signs, each once and in no order; "" if none is beyond the scripts of Europe.

    What other scripts a text has is soon told from them.
    """
    return "" if text.isascii() or not _FAR.search(text) else "".join(set(text))


def is_latin(word: str) -> bool:
    """Whether the word is written in Latin letters (or has none)."""
    return all(letter < "Ͱ" or not letter.isalpha() for letter in word)


@cache
def _plain_letters() -> dict[int, str]:
    table = {ord(letter): plain for letter, plain in _PLAIN.items()}
    for code in (*range(0xDF, 0x250), *range(0x386, 0x3CF), *range(0x1E00, 0x2000)):
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if ord(plain) != code and code not in table:
            table[code] = _PLAIN.get(plain, plain)
    table[0x307] = ""  # what lower() leaves of the Turkish dotted capital
    return table
