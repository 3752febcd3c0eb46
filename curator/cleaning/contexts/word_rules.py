"""Word rules: what the words right beside a damaged one say for each of its readings, by language.

Damage hides just those letters by which East Slavic languages tell cases and persons: "с" and "я", "-ию"
and "-ия". The rules are about the endings of the next words, each worth so many units of log likelihood.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Rule = Callable[[str, str, str], float]
"""From the word before, a reading, and the word behind (all in small letters) to what speaks for it."""

_INSTRUMENTAL = re.compile(
    r"(?:ом|ем|ём|ой|ей|ью|ами|ями|ими|ыми|ым|им|ого|его|ою|ию|а|ы|их|ых)$|^[\d«„A-Za-z]"
)
_VERB = re.compile(
    r"(?:[^ьи]ю|[^м]у|л|ла|ло|сь|лся|юсь|усь)$|^(?:не|бы|уже|и|же|ещё|еще|тоже|сам|сама|вам|тебя|вас|его|её|это|очень|вот|так)$"
)
_ACCUSATIVE = re.compile(r"(?:ую|юю|у|ю|ть|ти|ют|ут|ит|ет|ил|ал|ла|ли)$")
_GENITIVE = re.compile(r"(?:ого|его)$")
_NOMINATIVE = re.compile(r"(?:ая|яя|ья|ша|эта|вся|та)$|^(?:а|но|как|что|когда|если|—|–|)$")
_GOVERNS_ACCUSATIVE = frozenset("в на через про за под во у крізь у об сквозь спустя включая".split())
_GOVERNS_GENITIVE = frozenset(
    "для без от из до у с после около вместо кроме від з із без для до після".split()
)
_GOVERNS_DATIVE = frozenset("к ко по благодаря согласно вопреки".split())


def _russian(before: str, word: str, behind: str) -> float:
    if word == "с":
        return 1.0 + (2.5 if _INSTRUMENTAL.search(behind) and not _VERB.search(behind) else 0.0)
    if word == "я":
        return (3.0 if _VERB.search(behind) else -1.0) + (
            1.5 if before in {"что", "и", "а", "но", "как"} else 0.0
        )
    return _ending(before, word, behind)


def _ukrainian(before: str, word: str, behind: str) -> float:
    if word in {"цю", "ця"}:
        return 3.0 if behind.endswith(("у", "ю") if word == "цю" else ("а", "я")) else 0.0
    return _ending(before, word, behind)


def _ending(before: str, word: str, behind: str) -> float:
    """What a preposition, or the word before, says for cases: half the truth, pairs tell the rest."""
    if word.endswith("ю") and len(word) > 2:
        score = 1.2 if before in _GOVERNS_ACCUSATIVE or _ACCUSATIVE.search(before) else 0.0
        return score + (1.2 if before in _GOVERNS_DATIVE else 0.0)
    if word.endswith("я") and len(word) > 2:
        score = 0.8 if _NOMINATIVE.search(before) else 0.0
        return score + (1.2 if before in _GOVERNS_GENITIVE or _GENITIVE.search(before) else 0.0)
    if word in {"всю", "вся"}:
        wanted = ("у", "ю") if word == "всю" else ("а", "я", "ь")
        return 3.0 if behind.endswith(wanted) else 0.0
    return 0.0


def _belarusian(before: str, word: str, _: str) -> float:
    """The letter "ў" stands behind vowels only, also at the beginning of words; "у" there seldom."""
    if word[0] not in "уў":
        return 0.0
    follows = before[-1:] in _BELARUSIAN_VOWELS
    if word[0] == "ў":
        return 0.0 if follows else -8.0
    return -3.0 if follows else 0.0


def _bulgarian(before: str, word: str, behind: str) -> float:
    """The preposition "с", the pronoun "я" before verbs, and "ѝ" behind what is hers."""
    if word == "с":
        return 2.0 if behind else -5.0
    if word == "я":
        score = 3.0 if before in {"да", "ще"} else 1.5 if before in _BULGARIAN_PARTICLES else -2.0
        return score + (4.0 if behind.endswith(_BULGARIAN_VERBS) else 0.0)
    if word == "ѝ":
        if len(before) > 5 and before.endswith(_OF_HERS):
            return 9.0
        return (5.0 if before.endswith(_HERS) else 0.0) + (
            0.0 if not behind or behind in _AFTER_HERS else -3.0
        )
    return 0.0


def _serbian(before: str, word: str, behind: str) -> float:
    """The pronoun "се" and the verbs "је" and "ће".

    What agrees with "је" is singular, and no verb stands before it; "ће" stands before infinitives.
    """
    if word == "ће":
        return 3.0 if len(behind) > 3 and behind.endswith(_INFINITIVE) else 0.0
    if word not in {"се", "је"}:
        return 0.0
    score = 0.0
    if before in _SERBIAN_VERBS or (len(before) > 4 and before.endswith(_NO_SINGULAR)):
        score += 3.0
    if behind in _SERBIAN_VERBS or (len(behind) > 4 and behind.endswith(_PLURAL)):
        score += 3.0
    if len(before) > 4 and before.endswith(_SINGULAR):
        score -= 2.0
    return score if word == "се" else -score


def _georgian(_: str, word: str, behind: str) -> float:
    """The number "ორ" (two) before what is counted; of that "არ" (not), the commoner word, says nothing."""
    return 5.0 if word == "ორ" and behind.startswith(_GEORGIAN_COUNTED) else 0.0


_SERBIAN_VERBS = frozenset("су сам си смо сте ће ћу ћеш ћемо ћете би бисмо бисте буде буду".split())
_INFINITIVE = ("ти", "ћи")
_NO_SINGULAR = ("мо", "ше", "ху", "ти", "ју", "бојим", "надам", "сећам")
_PLURAL = ("али", "или", "ели", "ули", "але", "иле", "еле", "уле")
_SINGULAR = ("ао", "ео", "ио", "уо", "ала", "ела", "ила", "ула", "ало", "ело", "ило", "уло")
_BELARUSIAN_VOWELS = frozenset("аеёіоуыэюя")
_BULGARIAN_PARTICLES = frozenset(
    "не че и го като който която които те той тя ме ми му ни ви им си се".split()
)
_BULGARIAN_VERBS = ("ха", "хме", "ше", "ят", "ат", "яха", "вам", "ваме")
_HERS = ("та", "то", "те", "ът", "ят", "ка", "ща")
_OF_HERS = ("ният", "кият", "вият", "мият", "щият", "тият", "рият", "лият")
"""Adjectives with the article of a noun that must follow, so that no preposition can."""
_AFTER_HERS = frozenset(
    "е са беше бяха ще се да и не на в от за до при по че има няма било вече също може трябва остава".split()
)
_GEORGIAN_COUNTED = tuple(
    """
    წელ თვე თვის დღე დღის კვირა კვირის საათ წუთ წამ ათას მილიონ მილიარდ ტრილიონ პროცენტ ლარ დოლარ ევრო კაც
    ქალ ადამიან ბავშვ შვილ ქვეყან ქალაქ სოფელ სოფლ მხარე მხარის კომპანი ბანკ პარტი წიგნ მანქან სახლ ბინა ბინის
    ოთახ სართულ ხიდ კილომეტრ კილოგრამ ტონ ლიტრ მეტრ ჰექტარ მეგავატ ადგილ ნაწილ ეტაპ ძირითად დიდ ახალ
    სხვადასხვა მთავარ უკანასკნელ ბოლო ჯგუფ გუნდ მატჩ გოლ ქულ
    """.split()
)
"""What nouns, and words before them, begin with where it is told how many there were."""
RULES: dict[str, Rule] = {
    "ru": _russian,
    "uk": _ukrainian,
    "be": _belarusian,
    "bg": _bulgarian,
    "sr": _serbian,
    "ka": _georgian,
}
"""By languages."""
