"""Priors: how common each character is in a language, before anything of the text is known."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from curator.cleaning.models.traditional import TRADITIONAL, forms
from curator.cleaning.models.words import EAST_ASIAN, words_of

_SHARP_S = -6.0  # the word lists have "ss" for it
_LONG_DASH = -5.0  # East Slavic prose has it where others have the short one
_SIGNS = {
    "’": -6.0, "“": -6.0, "”": -6.0, "–": -6.0, "„": -6.5, "—": -6.5, "«": -7.0, "»": -7.0, "…": -7.5,
    "‘": -8.0, "•": -8.0, "€": -7.5, "°": -8.0, "\xa0": -7.0, "§": -9.0, "£": -9.0, "©": -10.0, "®": -10.0,
    "™": -10.0, "·": -9.5, "‚": -10.0, "×": -10.0, "±": -10.5, "½": -10.0, "²": -9.5, "³": -10.0, "µ": -11.0,
    "¿": -9.0, "¡": -9.0, "ª": -10.0, "º": -9.0, "№": -9.0, "‹": -10.5, "›": -10.5, "→": -9.5, "−": -9.5,
    "\u202f": -9.0, "\u2009": -9.5, "‑": -10.5, "†": -14.0, "₽": -10.0, "´": -11.0, "¨": -13.0, "¼": -11.0,
    "\ufe0f": -11.0, "\u0301": -9.0, "\u0300": -9.5, "\u0303": -9.5, "\u0308": -9.5, "\u030c": -9.5,
    "\u0302": -10.0, "\u0327": -10.0, "\u0328": -10.5, "\u0304": -10.5, "\u0306": -10.5, "\u030a": -10.0,
    "\u030b": -10.5, "\u2800": -12.0,
    "、": -3.5, "。": -3.8, "「": -5.0, "」": -5.0, "『": -7.0, "』": -7.0, "，": -3.5, "：": -5.5,
    "；": -6.5,
    "（": -5.5, "）": -5.5, "？": -6.5, "！": -6.5, "《": -6.0, "》": -6.0, "・": -5.5, "～": -7.5,
    "％": -7.0,
    "【": -6.5, "】": -6.5, "\u3000": -6.0, "／": -8.0, "〜": -8.0, "①": -10.0, "〈": -9.5, "〉": -9.5,
    "＝": -8.0, "〔": -9.5, "〕": -9.5, "◆": -9.5, "℃": -9.5, "㎡": -10.5, "㎜": -11.5,
    "㎞": -11.5, "㎏": -11.5,
}  # fmt: skip
_CORNERS = -7.0  # in simplified Chinese, which has others
_QUOTES = {
    "cs": "„“", "sk": "„“", "de": "„“", "sl": "„“»«", "bg": "„“", "lt": "„“", "et": "„“”", "pl": "„”",
    "ro": "„”",
    "hu": "„”»«", "hr": "„”“", "sr": "„“”", "fi": "”’", "sv": "”’", "fr": "«»", "ru": "«»", "uk": "«»“”",
    "el": "«»", "da": "»«”“", "nb": "«»", "en": "“”’‘", "es": "«»“”", "pt": "“”", "it": "“”«»", "nl": "“”‘’„",
    "tr": "“”’", "vi": "“”", "zh": "“”‘’", "ja": "「」", "ko": "“”‘’", "lv": "“”„",
    "ca": "«»“”", "gl": "«»“”", "eu": "«»“”", "is": "„“", "mk": "„“", "ka": "„“", "be": "«»“”", "kk": "«»",
    "mn": "«»", "hy": "«»", "sq": "“”«»", "az": "“”«»", "fa": "«»", "ar": "“”«»", "he": "”“", "ur": "’‘“”",
    "hi": "“”‘’", "bn": "“”‘’", "ta": "“”‘’", "af": "“”‘’", "cy": "‘’“”", "ga": "“”‘’", "mt": "“”’‘",
    "id": "“”", "ms": "“”", "fil": "“”",
}  # fmt: skip
_OWN_SIGNS = {
    "ar": "،؛؟ـ٠١٢٣٤٥٦٧٨٩\u200f\u200e\u064b\u0651\u064f\u0650\u064e\u064c\u064d\u0652",
    "fa": "،؛؟\u200c\u0654۰۱۲۳۴۵۶۷۸۹\u200f٪",
    "ur": "۔،؛؟\u200f۰۱۲۳۴۵۶۷۸۹\u200c",
    "he": "״׳־\u200f\u200e",
    "hy": "։՝՞՜՛և֊",
    "hi": "।०१२३४५६७८९॥\u200d\u200c॰",
    "bn": "।৷০১২৩৪৫৬৭৮৯\u200c\u200d৳",
    "ta": "\u200c௹",
}
"""Punctuation and figures of scripts, commonest first."""
_STOPS, _STOP = "։।۔،", -3.0
"""Those that end sentences and clauses."""
_BLOCKS = {
    "ar": (0x60C, 0x6FF), "fa": (0x60C, 0x6FF), "ur": (0x60C, 0x6FF), "he": (0x591, 0x5F4),
    "hy": (0x531, 0x58F), "ka": (0x10D0, 0x10FF),
    "hi": (0x900, 0x97F), "bn": (0x980, 0x9FF), "ta": (0xB80, 0xBFF),
}  # fmt: skip
"""The Unicode blocks of scripts with hardly more than one language here."""
_RARE = -16.0
_RANGES = (
    ("latin", 0xC0, 0x24F, -17.0),
    ("latin", 0x1E00, 0x1EFF, -17.0),
    ("greek", 0x386, 0x3CE, -16.0),
    ("cyrillic", 0x401, 0x491, -16.0),
    ("signs", 0xA1, 0xBF, -13.0),
    ("signs", 0x2010, 0x2044, -12.5),
    ("signs", 0x2070, 0x209C, -12.0),
    ("signs", 0x20A0, 0x20BF, -13.0),
    ("signs", 0x2100, 0x2153, -13.5),
    ("signs", 0x2190, 0x22FF, -13.0),
    ("signs", 0x2580, 0x2775, -13.5),
    ("signs", 0x2794, 0x27BF, -13.5),
    ("signs", 0x2022, 0x2022, -9.0),
    ("east", 0x3001, 0x30FF, -13.0),
    ("east", 0xFF01, 0xFF5E, -13.0),
    ("emoji", 0x1F300, 0x1FAFF, -13.0),
)
_FOREIGN = (
    ("áéíóúüöäčšžçñãøåł", -11.5),
    ("àèìòùâêîôûëïõæœśćđńźżřýůěęąőűăşțșğı", -12.5),
    ("āēīōūṣṭḥ", -13.5),
    ("ďťňģķļņĝŏə", -15.0),
)
"""Letters that names bring into every language's prose."""
_NAMED = -13.5
_COMMON_SIGNS = "₂⁰¹⁴⁵⁶⁷⁸⁹⁻₀₁₃₄★☆♭♯♪♥☺✓✔✗►▶▪■□●○▲▼←↑↓↔⇒≈≠≤≥∞√∑∆"
_COMMON_EMOJI = "📝📍🍰📰📈📉💡🚀🔥✅👍🎉💰🌍📊🤖⚡🔍📱💻🏆🎯📌🔗📅🌐⭐👇🙂😀😂❤😊🤔⚠✨📢🧠🔋🏭🛰🇺🇸🇨🇳"


@lru_cache(maxsize=4)
def priors(language: str) -> dict[str, float]:
    """Every character worth thinking of, with the logarithm of how common it is in the language."""
    if language == TRADITIONAL:
        return forms().shares(priors("zh"))
    words = words_of(language) if language else None
    shares = {chr(code): share for _, first, last, share in _RANGES for code in range(first, last + 1)}
    shares.update(dict.fromkeys(_COMMON_EMOJI, -10.0))
    shares.update(dict.fromkeys(_COMMON_SIGNS, -11.0))
    for letters, share in _FOREIGN:
        shares.update(dict.fromkeys(letters, share))
        shares.update(dict.fromkeys(letters.upper(), share - 1.0))
    east = language in EAST_ASIAN
    for sign, share in _SIGNS.items():
        shares[sign] = share - (6.0 if ord(sign) >= 0x3000 and not east else 0.0)
    for rank, sign in enumerate(_QUOTES.get(language, "")):
        shares[sign] = max(shares[sign], -5.0 - rank * 0.1)
    if language == "zh":
        shares.update(dict.fromkeys("「」", _CORNERS))
    first, last = _BLOCKS.get(language, (0, -1))
    shares.update(dict.fromkeys(map(chr, range(first, last + 1)), _RARE))
    for rank, sign in enumerate(_OWN_SIGNS.get(language, "")):
        shares[sign] = _STOP if sign in _STOPS else -4.5 - 0.2 * rank
    if words is not None:
        for sign, share in words.letters.items():
            shares[sign] = max(share, -15.0)
            if sign.upper() != sign and len(sign.upper()) == 1:
                # Letters that are rarer than that come with names.
                capital = sign.upper()
                shares[capital] = max(share - 3.0, min(shares.get(capital, -15.0), _NAMED), -15.0)
    if language in {"ru", "uk"}:
        shares["—"] = _LONG_DASH
    if language == "de":
        shares["ß"] = _SHARP_S
    return {sign: share for sign, share in shares.items() if unicodedata.category(sign) != "Cn"}
