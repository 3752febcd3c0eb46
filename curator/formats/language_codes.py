"""Language codes: what a `lang:` key says, as a code the program uses."""

from __future__ import annotations

import re

_NAMES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "francais": "fr",
    "spanish": "es",
    "español": "es",
    "espanol": "es",
    "portuguese": "pt",
    "português": "pt",
    "italian": "it",
    "italiano": "it",
    "dutch": "nl",
    "nederlands": "nl",
    "czech": "cs",
    "čeština": "cs",
    "česky": "cs",
    "slovak": "sk",
    "slovenčina": "sk",
    "slovensky": "sk",
    "polish": "pl",
    "polski": "pl",
    "hungarian": "hu",
    "magyar": "hu",
    "romanian": "ro",
    "română": "ro",
    "bulgarian": "bg",
    "български": "bg",
    "russian": "ru",
    "русский": "ru",
    "ukrainian": "uk",
    "українська": "uk",
    "greek": "el",
    "ελληνικά": "el",
    "turkish": "tr",
    "türkçe": "tr",
    "swedish": "sv",
    "svenska": "sv",
    "danish": "da",
    "dansk": "da",
    "norwegian": "nb",
    "norsk": "nb",
    "finnish": "fi",
    "suomi": "fi",
    "chinese": "zh",
    "中文": "zh",
    "简体中文": "zh",
    "繁體中文": "zh",
    "japanese": "ja",
    "日本語": "ja",
    "korean": "ko",
    "한국어": "ko",
    "arabic": "ar",
    "العربية": "ar",
    "hebrew": "he",
    "עברית": "he",
    "vietnamese": "vi",
    "tiếng việt": "vi",
    "croatian": "hr",
    "hrvatski": "hr",
    "serbian": "sr",
    "slovenian": "sl",
    "slovene": "sl",
    "slovenščina": "sl",
    "lithuanian": "lt",
    "latvian": "lv",
    "estonian": "et",
}
_MEANT = {
    "cz": "cs",
    "gr": "el",
    "jp": "ja",
    "ua": "uk",
    "cn": "zh",
    "tw": "zh",
    "kr": "ko",
    "dk": "da",
    "iw": "he",
}
_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*(?:\.[a-z0-9-]+)?", re.IGNORECASE)


def language_code(written: str) -> str:
    """The ISO 639 code of a language as front matter or HTML names it ("cs-CZ", "czech"), or ""."""
    written = written.strip().casefold()
    if written in _NAMES:
        return _NAMES[written]
    match = _CODE.fullmatch(written)
    if match is None:
        return ""
    code = match[1]
    return _MEANT.get(code, code) if code not in ("und", "mul", "zxx") else ""
