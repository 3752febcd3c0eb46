"""Clauses: what the rest of a clause says for the shortest Serbian words, which damage makes alike.

"Се" belongs to verbs in the present, "је" to participles and to what someone is, "ће" to infinitives; all
three stand second in their clause, mostly far from what they belong to. "С" and "у" ask for other cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from curator.cleaning.alphabetic.readings import Reading
from curator.cleaning.models.words import words_of

PARTICLES = frozenset({"се", "је", "ће"})
PREPOSITIONS = frozenset({"с", "у"})
_CLAUSE = 6
_VERB, _PARTICIPLE, _PREDICATE, _INFINITIVE, _FUTURE = 3.0, 2.5, 1.5, 4.5, -2.5
"""For "се" a verb in the present, for "је" a participle, or neither, for "ће" an infinitive or none."""
_REFLEXIVE = 3.5
"""What a participle of a verb that goes with "се" says for that: "је" is left out beside it."""
_BEHIND_VERB = 5.0
"""What a verb in the present right before says for "се": nothing else of these stands there."""
_WITH, _WITHIN = 5.0, 0.5
"""What speaks for "с" and "у" what goes on with them only."""
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
_CONJUNCTIONS = frozenset(
    "да који која које којег којој којом што како где јер ако док кад када иако пошто чим па али него чији"
    " чија чије".split()
)
_AUXILIARIES = frozenset("сам си смо сте би бих бисмо бисте нисам није нису нисмо неће нећемо нећу".split())
_FUTURES = frozenset("неће нећемо нећу ћемо ћу ћете ћеш".split())
_INFINITIVES = frozenset(
    "бити моћи ићи доћи наћи поћи проћи ући изаћи отићи сићи прећи рећи стићи постићи помоћи вући"
    " расти".split()
)
_PARTICIPLES = re.compile(r"^.+(?:[аеиу]о|[аеиу]ла|[аеиу]ло|[кгсзшр]ла|[кгсзш]ло)$")
_NO_PARTICIPLES = frozenset(
    "зато пошто само како доста место тело дело село чело цела цело бела бело мала мало око хвала скала школа"
    " сила жила вила видео део сео крило одело весело посао угао".split()
)
_REFLEXIVES = re.compile(
    "^(?:бави|бори|боја|деси|догоди|договори|досели|жали|каја|нада|надмета|насмеја|обрати|огласи|одазва|одвија"
    "|окупи|опорави|плаши|појави|понаша|пресели|придружи|пријави|присети|разболе|распа|роди|саста|састоја|сети"
    "|слага|сложи|смеја|суочи|сусре|такмичи|труди|удружи|усели|успротиви|чуди)(?:о|л[аои]|ло)$"
)
"""Matches participles of verbs that go with "се", and seldom without."""
_PRESENT = frozenset(
    "зна може могу мора каже пише расте траже креће иде иду дође дођу пада види боји неће жели желе крије"
    " пије бије одбије добије развије убије".split()
)
_NO_PRESENT = frozenset(
    "влада рада глава вести сати пети није неки други први велики мали стари млади скупља моја твоја чија"
    " која већа цене воде боје мере".split()
)
"""Words that go with an infinitive by their letters only."""
_INSTRUMENTAL = re.compile(r"^..+(?:ом|ем|њу|шћу|има|ама)$")
_ONLY_INSTRUMENTAL = re.compile(r"^...+(?:ом|ем|шћу)$")
_GOVERNS = re.compile(
    "^(?:(?:раз|до|пре|с|у)?говара|(?:до|пре|раз)говор|сара[дђ]|саста[тлно]|сусре|суоч|сложи|споразум|упозна"
    "|повез|вези|склад|заједно|упоредо|упоређ|бори|такмич|сукоб|игра|тргуј|тргова|дел[ие]|срет|спор|одно[сш])"
)
"""Matches words that go on with "с"."""
_AFTER_WITH = frozenset(
    "њим њом њима мном тобом собом нама вама ким чим обзиром правом времена мање више обе оба".split()
)


def by_clause(language: str, readings: Sequence[Reading], before: str, behind: str) -> tuple[Reading, ...]:
    """The readings of a piece with what the rest of its clause says for each, best first."""
    if language != "sr":
        return tuple(readings)
    words = [reading.text.lower() for reading in readings]
    if len(PARTICLES.intersection(words)) > 1:
        gains = _of_particles(before, behind)
    elif len(PREPOSITIONS.intersection(words)) > 1:
        gains = _of_prepositions(before, behind)
    else:
        return tuple(readings)
    scored = [
        Reading(reading.text, reading.score + gains.get(word, 0.0), reading.cuts)
        for reading, word in zip(readings, words, strict=True)
    ]
    return tuple(sorted(scored, key=lambda reading: -reading.score))


def _of_particles(before: str, behind: str) -> dict[str, float]:
    """What speaks for "се", "је" and "ће" in their place."""
    ahead, back = _ahead(behind), _clause(_WORD.findall(before.lower())[::-1])
    others = [*ahead, *back]
    if any(map(_is_infinitive, ahead)) and _FUTURES.isdisjoint(others):
        return {"се" if back[:1] and back[0] in PARTICLES else "ће": _INFINITIVE}
    if back and _is_present(back[0]):
        return {"се": _BEHIND_VERB}
    gains = dict.fromkeys(PARTICLES, 0.0)
    if not any(map(_is_infinitive, back)):
        gains["ће"] += _FUTURE
    finite = any(map(_is_present, ahead)) or (bool(ahead) and _is_plural(ahead[0]))
    participle = any(map(_is_participle, others))
    helped = not _AUXILIARIES.isdisjoint(others) or not PARTICLES.isdisjoint(set(others) - {"се"})
    if any(map(_REFLEXIVES.search, others)):
        gains["се"] += _REFLEXIVE
    elif participle:
        gains["је"] += -_PARTICIPLE if helped else 0.0 if finite else _PARTICIPLE
    elif finite:
        gains["се"] += _VERB
    elif not helped and "су" not in others:
        gains["је"] += _PREDICATE
    return gains


def _of_prepositions(before: str, behind: str) -> dict[str, float]:
    """What the words beside them say for "с" and "у"."""
    ahead, back = _ahead(behind), _clause(_WORD.findall(before.lower())[::-1])
    if not ahead:
        return {}
    word = ahead[0]
    if word in _AFTER_WITH:
        return {"с": _WITH}
    if _ONLY_INSTRUMENTAL.search(word):
        # An adjective in the locative ends so, too, but never its noun.
        located = len(ahead) > 1 and (ahead[1][-1] in "уи" or ahead[1] == "од")
        return {"у": _WITHIN} if located else {"с": _WITH}
    if _INSTRUMENTAL.search(word):
        return {"с": _WITH if any(map(_GOVERNS.search, back[:2])) else 0.0}
    return {"у": _WITHIN}


def _ahead(text: str) -> list[str]:
    return _clause(_WORD.findall(text.lower()))


def _clause(words: Sequence[str]) -> list[str]:
    """The words up to the first sign, or to the word that begins the clause or the next one."""
    found: list[str] = []
    for word in words[:_CLAUSE]:
        if not word[0].isalpha() or (found and word in _CONJUNCTIONS):
            break
        found.append(word)
        if word in _CONJUNCTIONS:
            break
    return found


def _is_plural(word: str) -> bool:
    """Whether a word may be a verb in the third person plural, which many a noun is like."""
    if len(word) < 4 or word in _NO_PRESENT:
        return False
    return (word[-1] == "е" and _listed(f"{word[:-1]}ити")) or word.endswith(("ишу", "ажу", "ежу", "оје"))


def _is_infinitive(word: str) -> bool:
    ends = len(word) > 4 and word.endswith(("ати", "ити", "ети", "ути"))
    return word in _INFINITIVES or (ends and _listed(word))


def _is_participle(word: str) -> bool:
    return word not in _NO_PARTICIPLES and _PARTICIPLES.search(word) is not None


@lru_cache(maxsize=5_000)
def _is_present(word: str) -> bool:
    """Whether a word is a verb in the third person of the present, by the infinitive that goes with it."""
    if word in _PRESENT:
        return True
    if len(word) < 4 or word in _NO_PRESENT or _PARTICIPLES.search(word) is not None:
        return False
    infinitives: list[str] = []
    if word.endswith(("ује", "ују")):
        infinitives = [word[:-3] + ending for ending in ("овати", "ивати", "евати", "ути")]
    elif word.endswith(("ају", "еју")):
        infinitives = [f"{word[:-2]}ти"]
    elif word.endswith("је") and not word.endswith("ије"):
        infinitives = [f"{word[:-2]}ти", f"{word[:-2]}вати"]
    elif word[-1] in "аи" and not word.endswith(("ова", "њи")):
        infinitives = [f"{word}ти"] if word[-1] == "а" else [f"{word}ти", f"{word[:-1]}ети"]
    return any(map(_listed, infinitives))


def _listed(word: str) -> bool:
    words = words_of("sr")
    return words is not None and words.log_frequency(word) is not None
