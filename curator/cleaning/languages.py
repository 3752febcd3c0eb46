"""Languages: which one a text is written in, as a whole and paragraph by paragraph.

By script where a script tells (Chinese, Japanese, Korean, Greek), else by n-grams of letters (`grams`),
held to the languages the program knows and to answers that are sure.
"""

from __future__ import annotations

import re

from curator.cleaning.grams import likeliest
from curator.domain.spans import Span

SAMPLE = 20_000
"""Code points looked at: more do not change the answer."""

LATIN = "cs sk pl hu ro hr sl de fr it es pt nl sv nb da fi et lv lt tr vi en ca eu ga is id ms sq az".split()
CYRILLIC = "ru uk bg sr mk be kk mn ky".split()
_ALIASES = {"no": "nb", "nn": "nb", "bs": "hr"}
_WORDS = re.compile(r"[^\W\d_]+")
_NOISE = re.compile(r"https?://\S+|[\w.]+@\w[\w.]*|`[^`\n]*`|\]\([^)\n]*\)")
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_SCRIPTS = {
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
    "kana": re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff]"),
    "hangul": re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"),
    "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}


def language_of(text: str) -> str:
    """The language of a text as a BCP 47 code ("cs", "zh"), "" where it can't be told."""
    sample = _NOISE.sub(" ", text[:SAMPLE])
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS.items()}
    east = counts["han"] + counts["kana"] + counts["hangul"]
    # A Chinese or Korean character says about as much as two to three letters of an alphabet.
    if east and east * 2.5 >= counts["latin"] + counts["cyrillic"] + counts["greek"]:
        return _east_asian(counts)
    letters = counts["latin"] + counts["cyrillic"] + counts["greek"]
    if letters < 3:
        return ""
    if counts["greek"] * 2 > letters:
        return "el"
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
    known = CYRILLIC if script == "cyrillic" else LATIN
    language, sureness = likeliest(plain, {*known, *_ALIASES})
    # Short texts are told from their words only when the model leaves little doubt.
    needed = 0.9 if len(plain) < 25 else 0.6 if len(plain) < 80 else 0.35
    if sureness < needed:
        return ""
    return _ALIASES.get(language, language)
