"""Tenses told by how the verb of a Korean or Japanese clause ends, which stands last in it."""

from __future__ import annotations

import re

from curator.extraction.dates.parts import Parts

_LONGEST = 90
"""Signs behind a date among which the verb of its sentence is looked for."""
_CUT = re.compile(r"[。！？!?\n]|(?<=[다요])\.")
_SYLLABLES, _FINALS = 0xAC00, 28
_N, _SS = 4, 20
"""Numbers of the finals ㄴ and ㅆ in Unicode's order of Hangul syllables."""
_KOREAN = re.compile(
    r"(?P<stem>[가-힣])다(?![가-힣])|(?P<told>[가-힣]다(?:고|며|는))|[한할될릴일]\s(?P<plan>예정|계획|전망|방침)"
)
_JAPANESE_PAST = re.compile(
    r"(?:[しれっいえけせてべめげじちりきんまでっ][ただ]|だった|でした|ました)(?![いくらめ])|てい[るた]|でい[るた]|であ[るっ]"
)
_JAPANESE_PRESENT = re.compile(
    r"(?:[うくぐすつぬぶむる]|予定|予定だ|見通し|見通しだ|見込み|見込みだ|方針|方針だ|へ|ます)\Z"
)


def last_verb_is_present(parts: Parts) -> bool | None:
    """Whether the sentence of a date ends in the present, of what is to come; None if nothing tells.

    Korean verbs end in -ㄴ다 or -었다, Japanese ones in a plain form or in -た; a verb in the past before a
    noun ("…に発表した調査では") is of the date, too.
    """
    reading = parts.reading
    language = reading.lexicons[parts.first].language
    begin = reading.ends[parts.last - 1]
    behind = reading.text[begin : begin + _LONGEST]
    if language == "ja":
        cut = _CUT.search(behind)
        clause = behind[: cut.start()] if cut else ""
        if _JAPANESE_PAST.search(clause):
            return False
        return _JAPANESE_PRESENT.search(clause) is not None if clause else None
    if language != "ko":
        return None
    cut = _CUT.search(behind)
    found = _KOREAN.search(behind[: cut.end()] if cut else behind)
    if found is None or found["told"]:
        return None
    return True if found["plan"] else _is_present(found["stem"])


def _is_present(syllable: str) -> bool | None:
    """Whether the syllable before -다 has the final of the present, ㄴ; false for that of the past, ㅆ."""
    final = (ord(syllable) - _SYLLABLES) % _FINALS
    return True if final == _N else False if final == _SS else None
