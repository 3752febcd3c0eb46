"""Languages: which one a text is written in, as a whole and paragraph by paragraph.

By script where a script tells (Chinese, Japanese, Korean, Greek, Hebrew …), by the letters that only one
language of a script has (Persian, Urdu), else by n-grams of letters (`grams`),
held to the languages the program knows and to answers that are sure.
"""

from __future__ import annotations

import re
from collections import Counter

from curator.cleaning.models.grams import likeliest
from curator.domain.spans import Span

SAMPLE = 20_000
"""Code points looked at: more do not change the answer."""

LATIN = (
    "cs sk pl hu ro hr sl de fr it es pt nl sv nb da fi et lv lt tr vi en"
    " ca eu ga is id ms sq az af cy gl mt tl"
).split()
CYRILLIC = "ru uk bg sr mk be kk mn ky".split()
_RARE = ("af", "cy", "gl", "mt", "tl")
"""Languages that make no other one unsure: what is nearly as likely Galician is Portuguese."""
_ALIASES = {"no": "nb", "nn": "nb", "bs": "hr", "tl": "fil"}
_CANDIDATES = {"latin": frozenset({*LATIN, *_ALIASES}), "cyrillic": frozenset({*CYRILLIC, *_ALIASES})}
"""The languages that a script's words can be in, as the n-grams name them."""
_WORDS = re.compile(r"[^\W\d_]+")
_NOISE = re.compile(r"https?://\S+|[\w.]+@\w[\w.]*|`[^`\n]*`|\]\([^)\n]*\)")
_NOISY = ("://", "@", "`", "](")
"""One of these is in all that `_NOISE` matches, which takes longer to look for."""
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_SCRIPTS = {
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"),
    "kana": re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff]+"),
    "hangul": re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+"),
    "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]+"),
    "cyrillic": re.compile("[\u0400-\u052f]+"),
    "arabic": re.compile("[\u0620-\u06ff]+"),
    "he": re.compile("[\u05d0-\u05ea]+"),
    "hi": re.compile("[\u0900-\u097f]+"),
    "bn": re.compile("[\u0980-\u09ff]+"),
    "ta": re.compile("[\u0b80-\u0bff]+"),
    "th": re.compile("[\u0e01-\u0e5b]+"),
    "ka": re.compile("[\u10d0-\u10ff]+"),
    "hy": re.compile("[\u0531-\u0587]+"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"),
}
"""Match runs of what is counted."""
_TELLING = ("arabic", "he", "hi", "bn", "ta", "th", "ka", "hy")
"""Scripts in which one language is told, or three by their letters."""
_BEYOND = re.compile("[\u0530-\u10ff]")
_ALPHABETS = ("latin", "cyrillic", "greek", *_TELLING)


def language_of(text: str) -> str:
    """The language of a text as a BCP 47 code ("cs", "zh"), "" where it can't be told."""
    sample = text[:SAMPLE]
    if any(sign in sample for sign in _NOISY):
        sample = _NOISE.sub(" ", sample)
    beyond = _BEYOND.search(sample) is not None
    counts = {
        name: sum(map(len, pattern.findall(sample))) if beyond or name not in _TELLING else 0
        for name, pattern in _SCRIPTS.items()
    }
    east = counts["han"] + counts["kana"] + counts["hangul"]
    # A Chinese or Korean character says about as much as two to three letters of an alphabet.
    if east and east * 2.5 >= counts["latin"] + counts["cyrillic"] + counts["greek"]:
        return _east_asian(counts)
    letters = sum(counts[name] for name in _ALPHABETS)
    if letters < 3:
        return ""
    if counts["greek"] * 2 > letters:
        return "el"
    for script in _TELLING:
        if counts[script] * 2 > letters:
            return _in_arabic(sample) if script == "arabic" else script
    return _by_letters(sample, "cyrillic" if counts["cyrillic"] * 2 > letters else "latin")


def paragraph_languages(text: str) -> list[tuple[Span, str]]:
    """The paragraphs of a text (parted by blank lines) with their languages, in order.

    A paragraph too short to tell has the language of the whole text.
    """
    whole = ""
    asked = False
    result: list[tuple[Span, str]] = []
    for match in _PARAGRAPH.finditer(text):
        language = language_of(match[0])
        if not language:
            whole = whole if asked else language_of(text)
            language, asked = whole, True
        result.append((Span(*match.span()), language))
    return result


def _in_arabic(sample: str) -> str:
    """Urdu, Persian or Arabic, by the letters that the others lack."""
    counts = Counter(sample)
    urdu, persian = (sum(counts[sign] for sign in signs) for signs in ("ٹڈڑںےہھ", "پچژگکی"))
    arabic = sum(counts[sign] for sign in "ةىيكأإؤ")
    if urdu * 8 > persian + arabic:
        return "ur"
    return "fa" if persian > arabic else "ar"


def _east_asian(counts: dict[str, int]) -> str:
    if counts["hangul"] > counts["han"] + counts["kana"]:
        return "ko"
    # Japanese prose is about half kana; a few in Chinese are names and citations.
    return "ja" if counts["kana"] * 10 > counts["han"] + counts["kana"] else "zh"


def _by_letters(sample: str, script: str) -> str:
    words = _WORDS.findall(sample)
    if sum(map(len, words)) < 8:
        return ""
    plain = " ".join(words)
    known = _CANDIDATES[script]
    language, sureness = likeliest(plain, known)
    # Short texts are told from their words only when the model leaves little doubt.
    needed = 0.9 if len(plain) < 25 else 0.6 if len(plain) < 80 else 0.35
    if sureness < needed and language not in _RARE:
        language, sureness = likeliest(plain, known.difference(_RARE))
    if sureness < needed:
        return ""
    return _ALIASES.get(language, language)
