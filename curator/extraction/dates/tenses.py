"""What time the words about a date tell of: plans and verbs in the future, verbs in the past."""

from __future__ import annotations

import re

from curator.extraction.dates.parts import Parts
from curator.extraction.dates.past_verbs import (
    has_ending,
    is_past,
    is_past_or_perfect,
    is_told,
    tells_it_is_over,
)
from curator.extraction.dates.verb_ends import last_verb_is_present
from curator.extraction.dates.verb_places import (
    after_comma,
    last_verb_is_coming,
    second_verb_is_present,
)
from curator.extraction.qualifiers import ends_clause, hedges_between
from curator.extraction.readings import Reading

_AFTER = 4
_SIGNS_BEFORE = 24
"""So many signs of a script without spaces, most of which are items of their own."""
_BESIDE = 6
"""Items on either side that are looked at."""
_FUTURE = {
    "fr": ("era", "eront", "ira", "iront", "dra", "dront"),
    "es": ("rá", "rán"),
    "it": ("rà", "ranno"),
    "pt": ("rá", "rão"),
    "gl": ("rá", "rán"),
    "ca": ("rà", "ran"),
    "tr": ("ecek", "acak", "ecekler", "acaklar"),
    "hi": ("एगा", "एगी", "एंगे", "ेगा", "ेगी", "ेंगे", "ोगा", "ोगी", "ोंगे"),
}
"""Endings of verbs that tell of what is to come."""
_ATTRIBUTE = 8
"""Letters that a participle with an ending has at least."""
_NAMES = frozenset("WMk")
"""Letters of weekdays, months and weekends, some of which end like verbs."""
_PERFECTIVE = {
    "pl": re.compile(r"(?:za|po|wy|na|prze|przy|roz|od|do|z|s|o|u)[a-ząćęłńóśźż]{2,}(?:uje|ują)"),
    "ru": re.compile(
        r"(?:по|при|про|за|вы|на|об|от|до|у|с|из|ис|раз|рас|пере|воз|вос|под|пред|о)[а-яё]{2,}"
        r"(?:[еёи]т|[уюая]т)(?:ся)?"
    ),
    "uk": re.compile(
        r"(?:по|при|про|за|ви|на|об|від|до|у|з|роз|пере|під|перед|о|с)[а-яіїєґ'’]{2,}"
        r"(?:[иії]ть(?:ся)?|[еє]|[еє]ться|[ую]ть(?:ся)?|[ая]ть(?:ся)?)"
    ),
}
"""Forms of the present that stand for what is to come: verbs with a prefix that makes them perfective."""
_NOT_PERFECTIVE = re.compile(
    r"(?:(?:со)?общ|переда|отмеча|отчет|отчёт|расч|зач[её]т|уч[её]т|запрет|предмет|приоритет|привет|портрет|паритет"
    r"|визит|профицит|депозит|дефицит|депутат|результат|совет|пакет|сюжет|секрет|откат|закат|захват|прокат|сенат"
    r"|informuj|poinformowa|солдат|продукт|институт|статут|салют|приют|понима|повідомл|заявля|пояс?н|зазнача|сприйня|полоть"
    r"|область|пам|після|поле|море|наступне|останнє|нове|перше|загальне|українське|національне|обличчя|зброє)"
    r"|.*(?:ськ|н|ов|в)е\Z"
)
"""Nouns and adjectives that look so, and verbs that tell who says something."""
_ALSO_NOUNS, _BEFORE_NOUNS = frozenset({"cut", "hit", "lead", "rose"}), frozenset("atBPQUCTN")
"""Verbs that are nouns after an article or a measure: "a 25bp cut"."""
_AHEAD = frozenset(
    (
        "will would to could may might should can shall due is are be"
        " by aby bi bude budou budú бы чтобы щоб би"
    ).split()
)
"""Words of what may be or is to be; Slavic ones of the conditional, too."""


def has_happened(parts: Parts) -> bool:
    """Whether a verb near a term ("by the end of March") tells that it is over."""
    if tells_of_past(parts):
        return True
    language = parts.reading.lexicons[parts.first].language
    return any(tells_it_is_over(word, language) for word in words_about(parts)) and not is_to_come(parts)


def is_to_come(parts: Parts, *, present: bool = True) -> bool:
    """Whether words of plans, or verbs in the `present`, stand close by in the clause of a date."""
    reading = parts.reading
    if _is_aimed_at(parts) or (parts.last < len(reading.nodes) and reading.says(parts.last, "delivered")):
        return True
    if parts.letters == "W" and (told_last := last_verb_is_coming(parts)) is not None:
        return told_last
    if present and parts.letters == "W":
        if (ends := last_verb_is_present(parts)) is not None:
            return ends
        if second_verb_is_present(parts):
            return True
    endings = _FUTURE.get(reading.lexicons[parts.first].language)
    if endings is not None and any(
        has_ending(word, endings) for word in words_about(parts, _relatives(parts))
    ):
        return True
    before = _SIGNS_BEFORE if reading.lexicons[parts.first].language == "th" else _AFTER + 2
    told = {
        "coming" if reading.term(hedge, "status") == "planned" else reading.term(hedge, "to_come")
        for hedge in hedges_between(reading, parts.first - before, parts.last + _AFTER - 1)
        if not (_is_parted(reading, hedge, parts) or _is_said_then(reading, hedge, parts))
    }
    told_now = present and not _is_attribute(parts) and ("now" in told or _is_perfective(parts))
    return "coming" in told or (told_now and not _has_past_verb(parts))


def _is_aimed_at(parts: Parts) -> bool:
    """Whether a day or weekday is what something is put off or called to: "odročil na 15. ledna"."""
    reading, first = parts.reading, parts.first
    said = reading.lexicons[parts.first].said
    towards, articles = said.get("towards"), said.get("towards_article", frozenset())
    if towards is None or not (parts.letters[:1] == "W" or reading.written(first).isdecimal()):
        return False
    before = " ".join(reading.written(at).lower() for at in range(max(0, first - 2), first)).split()
    while before and before[-1] in articles:
        before.pop()  # "vertagt auf den 15. Januar"
    return bool(before) and before[-1] in towards


def _relatives(parts: Parts) -> frozenset[str]:
    """Words that open a clause with its own verb, without a comma: "dijo el lunes que costará más"."""
    return parts.reading.lexicons[parts.first].said.get("relative", frozenset())


def _is_perfective(parts: Parts) -> bool:
    """Whether a verb close by is in the perfective present: "опубликует", "ухвалить"."""
    form = _PERFECTIVE.get(parts.reading.lexicons[parts.first].language)
    return form is not None and any(
        form.fullmatch(word) and not _NOT_PERFECTIVE.match(word) for word in words_about(parts)
    )


def _has_past_verb(parts: Parts) -> bool:
    """Whether a verb close by is in the past, so that one in the present beside it tells of nothing else."""
    language = parts.reading.lexicons[parts.first].language
    return any(is_past_or_perfect(word, language) for word in words_about(parts, _relatives(parts)))


def _is_said_then(reading: Reading, hedge: int, parts: Parts) -> bool:
    """Whether a date tells when something was said, and the plan behind it what: "said on Monday it will"."""
    if hedge < parts.last:
        return False
    first = max(0, parts.first - _BESIDE)
    begin = next((at for at in range(parts.first - 1, first - 1, -1) if ends_clause(reading, at)), first - 1)
    beside = (*range(begin + 1, parts.first), *range(parts.last, hedge))
    return any(reading.says(item, "saying_past") for item in beside)


def _is_attribute(parts: Parts) -> bool:
    """Whether a German date stands within an attribute: "der am Montag veröffentlichten Studie"."""
    reading, at = parts.reading, parts.last
    if reading.lexicons[parts.first].language != "de" or at >= len(reading.nodes) or reading.nodes[at]:
        return False
    word = reading.written(at)
    return len(word) >= _ATTRIBUTE and word.islower() and word.endswith(("ten", "enen"))


def _is_parted(reading: Reading, hedge: int, parts: Parts) -> bool:
    """Whether a clause ends between a hedge and the date; behind the date also with "and"."""
    if hedge < parts.first:
        return any(ends_clause(reading, item) for item in range(hedge + 1, parts.first))
    return any(
        ends_clause(reading, item) or reading.amounts[item] == "&"
        for item in range(after_comma(parts), hedge)
    )


def tells_of_past(parts: Parts) -> bool:
    """Whether a verb of the clause is in the past, and none of it tells of a plan."""
    language = parts.reading.lexicons[parts.first].language
    if not is_told(language):
        return False
    words = words_about(parts)
    if not _AHEAD.isdisjoint(words):
        return False
    return any(is_past(word, language) for word in words) and not is_to_come(parts)


def words_about(parts: Parts, stops: frozenset[str] = frozenset()) -> list[str]:
    """The words on both sides of a phrase in its clause, nearest first, a few of each, up to `stops`."""
    reading = parts.reading
    words: list[str] = []
    begin = parts.first if parts.begin is None else parts.begin
    behind = after_comma(parts)
    for places in (range(begin - 1, begin - 1 - _BESIDE, -1), range(behind, behind + _BESIDE)):
        for item in places:
            if not 0 <= item < len(reading.nodes) or ends_clause(reading, item):
                break
            if reading.dates[item] in _NAMES:
                continue  # "v neděli" is no verb in the past
            written = reading.written(item)
            if written in stops:
                break
            if written not in _ALSO_NOUNS or item == 0 or reading.amounts[item - 1] not in _BEFORE_NOUNS:
                words.append(written)
    return words
