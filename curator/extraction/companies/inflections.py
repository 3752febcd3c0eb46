"""Inflections: the endings names take in Slavic and other languages that decline them.

A name is compared by its base, the word without its last vowel: Nvidia, Nvidie, Nvidii and Nvidiou share
"nvidi". What follows the base has to be an ending that names of this shape take. All words are folded
(see spellings).
"""

from __future__ import annotations

import re
from functools import lru_cache

from curator.extraction.companies.wordings import sections

LONGEST_ENDING = 6
_VOWELS = "aeiouyаеиіоуыэюяйьєი"
_KEPT = "uу"
_BEFORE_GREEK_S = "αηο"
_ALLOWED = {
    last: frozenset(endings.split())
    for script in ("latin", "cyrillic", "greek")
    for last, endings in sections("endings")[script].items()
    if last != "consonant"
}
_AFTER_CONSONANT = frozenset(
    ending for script in ("latin", "cyrillic") for ending in sections("endings")[script]["consonant"].split()
)
_AFTER_VOWEL = frozenset(sections("endings")["others"]["vowel"].split())
"""Endings put behind a vowel that stays: OpenAIs, Komerčního, Sonyho, Nokian."""

_ADJECTIVES = ("i", "y")
_ADJECTIVE = 5
"""Shorter names on i or y are no adjectives and keep it: Sony, Audi."""

_RUSSIAN_ADJECTIVES = ("ый", "ий", "ой", "ая", "ое", "ые")
_ADJECTIVE_ENDINGS = frozenset(sections("endings")["others"]["adjective"].split())
"""Russian adjectives lose two letters: Северный, Северного, Новая, Новой."""


def _becoming(thing: str) -> dict[str, str]:
    """What letters become before an ending, by those letters."""
    pairs = sections("endings")["written"][thing].split()
    return {left: right for left, _, right in (pair.partition("=") for pair in pairs)}


_HARD = _becoming("softened")
_SOFTENED = re.compile(rf"(?:{'|'.join(_HARD)})$")
"""Consonants which soften before an ending: Polish Toyocie, Żabce; Ukrainian Фейсбуці."""
_HARD_BEFORE_I = _becoming("softened_i")
_WEAK = _becoming("weakened")
_WEAKENED = re.compile(rf"({'|'.join(_WEAK)})(?=[aeiouy]\Z)")
"""Consonants before the last vowel of a Finnish name which are written otherwise in most cases."""
_AFTER_WEAK = frozenset(sections("endings")["others"]["weak"].split())
_AFTER_DROPPED_S = frozenset(sections("endings")["others"]["dropped_s"].split())
_SHORTEST_WEAKENED = 5


_KS = re.compile(r"ks(?=(?:a|u|owi|em|ie|y|ow|om|ami|ach)$)")
"""What Polish makes of a name's last x: Budimeksu, Roleksem."""


_KA = re.compile(r"k(?=(?:a|y|i|e|u|o|ou)$)")
"""What Slavic languages make of a name's last ca: AstraZeneky, AstraZenekę."""
_SHORTEST_ON_E = 4
_AFTER_E = frozenset(sections("endings")["others"]["e_kept"].split())
_FOREIGN = 6
_AFTER_FOREIGN_I = frozenset(sections("endings")["others"]["i_kept"].split())


_FLEETING = re.compile(r"(?<=\w{3})[eoеоёі]([kcrlкцрлн])\Z")
"""A vowel that Slavic names lose before an ending: Волиньцукор, Волиньцукру; Stavbařek, Stavbařku."""


def base(word: str) -> str:
    """The word without its last vowel, if it has enough other letters; Greek ones without an s behind it."""
    if word[-1:] == "σ" and len(word) > 4 and word[-2] in _BEFORE_GREEK_S:
        return word[:-2]
    return word[:-1] if len(word) > 3 and word[-1] in _VOWELS and word[-1] not in _KEPT else word


@lru_cache(maxsize=1 << 15)
def bases(word: str) -> tuple[str, ...]:
    """All bases which the written word may come from, longest first."""
    shortest = max(min(2, len(word)), len(word) - LONGEST_ENDING)
    found = [word[:end] for end in range(len(word), shortest - 1, -1)]
    hard = hardened(word)
    if hard != word:
        found.append(hard[:-1])
    if "ks" in word and (match := _KS.search(word)) is not None:
        found.append(f"{word[: match.start()]}x")
    if (match := _KA.search(word)) is not None:
        found.append(f"{word[: match.start()]}c")
    return tuple(found)


def hardened(word: str) -> str:
    """The word with a softened consonant before its ending turned back: "toyocie" gives "toyote"."""
    if len(word) < 5:
        return word
    return _SOFTENED.sub(lambda match: _HARD[match[0]], word)


def agrees(name: str, written: str) -> bool:
    """Whether the written word is the name or an inflected form of it; both folded."""
    return name == written or (len(name) >= 3 and inflects(name, written))


@lru_cache(maxsize=1 << 15)
def inflects(name: str, written: str) -> bool:
    """Whether the written word is an inflected form of the name, other than the name itself."""
    stem = base(name)
    last = name[len(stem) :]
    endings = _ALLOWED.get(last, _AFTER_CONSONANT) if last else _AFTER_CONSONANT
    declined = last not in _ADJECTIVES or len(name) >= _ADJECTIVE
    if declined and written.startswith(stem) and written[len(stem) :] in endings:
        return True
    if (last or name[-1] in _KEPT) and written.startswith(name) and written[len(name) :] in _AFTER_VOWEL:
        return True
    if last == "e" and len(name) > _SHORTEST_ON_E and written.startswith(name):
        return written[len(name) :] in _AFTER_E
    if last == "" and name[-1] == "x" and _KS.sub("x", written)[:-1].startswith(name):
        return _KS.sub("x", written)[len(name) :] in endings
    if name.endswith("ca") and _KA.sub("c", written)[: len(stem)] == stem:
        return written[len(stem) :] in endings
    if last == "i" and len(name) >= _FOREIGN and written.startswith(name):
        return written[len(name) :] in _AFTER_FOREIGN_I
    if len(name) > 4 and name.endswith(_RUSSIAN_ADJECTIVES) and written.startswith(name[:-2]):
        return written[len(name) - 2 :] in _ADJECTIVE_ENDINGS
    return (
        _loses_its_vowel(name, written, endings)
        or _softens(stem, written)
        or (len(name) >= _SHORTEST_WEAKENED and _changes_inside(name, written))
    )


def _loses_its_vowel(name: str, written: str, endings: frozenset[str]) -> bool:
    stem = _FLEETING.sub(r"\1", name)
    return stem != name and written.startswith(stem) and written[len(stem) :] in endings


def _softens(stem: str, written: str) -> bool:
    hard = hardened(written)
    return hard != written and hard.startswith(stem) and hard[len(stem) :] in ("e", "е")


def _changes_inside(name: str, written: str) -> bool:
    """Whether a long name has other letters before the ending: Hietaranta, Hietarannan; Lokys, Lokio."""
    if name[-1] == "s" and name[-2] in _VOWELS:
        return written.startswith(name[:-2]) and written[len(name) - 2 :] in _AFTER_DROPPED_S
    if name[-1] == "a" and written[-2:] in _HARD_BEFORE_I:
        return written[:-2] + _HARD_BEFORE_I[written[-2:]] == name
    weak = _WEAKENED.sub(lambda match: _WEAK[match[0]], name)
    stems = (weak, weak[:-1] + "e") if name[-1] == "i" else (weak,) if weak != name else ()
    return any(written.startswith(stem) and written[len(stem) :] in _AFTER_WEAK for stem in stems)
