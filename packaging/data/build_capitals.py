"""Build `resources/languages/*.capitals`: which words are written with a capital, or all in capitals.

    pip install Babel==2.18.0
    apt-get download hunspell-{be,el,ru,sr,uk} firefox-esr-l10n-{bg,mk} libreoffice-l10n-{bg,mk}
    for file in *.deb; do dpkg-deb -x $file texts; done
    python packaging/data/build_capitals.py texts

A word of our lists, which are in small letters, is a name if a spelling dictionary of its language makes it
with a capital and never in small letters; or also in small letters, but of a stem that is hardly ever used
("франция", of francium): by how common the forms are that each stem has alone. Of words that the language's
own dictionary lacks, those of the other Cyrillic languages tell, as long as none has them in small letters,
and they are not much commoner here than there. For Bulgarian and Macedonian, which have no dictionary under
a licence that allows it, two have to, and the word stands nowhere in small letters in translations
(`localisations`) and news of our own. Countries whose name is one word come from CLDR.

A file holds `MAGIC` and two streams as `build_languages` has them, one for names and one for words in
capitals: how many places in `*.words` each stands behind the last one, the first behind -1; 255 for so many
behind which the count goes on.
"""

from __future__ import annotations

import argparse
import math
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from build_languages import OUT, REPORTS, framed
from dictionaries import Dictionary
from localisations import lines_of

from curator.cleaning.models.proper_words import FURTHER, INITIALS, MAGIC, NAME
from curator.cleaning.models.words import Words, words_at

DICTIONARIES = {"be": "be_BY", "el": "el_GR", "ru": "ru_RU", "sr": "sr_RS", "uk": "uk_UA"}
CYRILLIC = ("be", "bg", "mk", "ru", "sr", "uk")
HARDLY = 0.05
"""How often, beside a name, words are used whose forms don't make its own less of a name."""
SHORTEST_NAME, SHORTEST = 3, 4
"""Letters of a name, and of one from the dictionaries of others: shorter ones are alike by chance."""
COMMONER = math.log(30)
"""By how much a word may be commoner than it is where it is a name."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Forms(NamedTuple):
    """The folded forms of a dictionary by how they are written."""

    small: set[str]
    names: set[str]
    initials: set[str]
    words: Words


def main() -> None:
    """Write the capitals of all languages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("texts", type=Path, help="where Debian's packages were unpacked")
    texts = parser.parse_args().texts
    folder = texts / "usr/share/hunspell"
    known = {
        language: forms_of(Dictionary(folder / f"{name}.dic"), listed(language))
        for language, name in DICTIONARIES.items()
    }
    for language in sorted({*DICTIONARIES, *CYRILLIC}):
        others = [known[each] for each in CYRILLIC if each in known and each != language]
        own = known.get(language) or Forms(small_in(texts, language), set(), set(), listed(language))
        kinds = kinds_of(language, own, others if language in CYRILLIC else [])
        data = packed(kinds)
        (OUT / f"{language}.capitals").write_bytes(data)
        print(
            f"{language}: {kinds.count(NAME):,} names, {kinds.count(INITIALS):,} in capitals, {len(data):,}"
        )


def listed(language: str) -> Words:
    """The shipped words of a language."""
    words = words_at(language)
    assert words is not None
    return words


def forms_of(dictionary: Dictionary, words: Words) -> Forms:
    """The forms of a dictionary, without those in small letters that are names nearly always."""
    forms = Forms(set(), set(), set(), words)
    for written in _families(dictionary):
        for form in written:
            kind = forms.small if form.islower() else forms.initials if form.isupper() else forms.names
            kind.add(words.folded(form))
    both = forms.small & forms.names
    small, names = defaultdict[str, float](float), defaultdict[str, float](float)
    for written in _families(dictionary):
        folded = {words.folded(form) for form in written}
        shared = folded & both
        if shared:
            alone = list(filter(None, map(words.log_frequency, folded - both)))
            used = sum(map(math.exp, alone)) if folded - both else math.inf
            for form in written:
                (small if form.islower() else names)[words.folded(form)] += used
    forms.small.difference_update([word for word in both if small[word] < HARDLY * names[word] < math.inf])
    return forms


def _families(dictionary: Dictionary) -> Iterator[list[str]]:
    """The forms of each stem, but letters alone and such as have capitals within."""
    for _, forms in dictionary.families():
        yield [each for each in forms if len(each) > 1 and (each[1:].islower() or each.isupper())]


def small_in(texts: Path, language: str) -> set[str]:
    """The words that stand in small letters in translations, and in news of our own."""
    fold = listed(language).folded
    report = (REPORTS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    lines = (*lines_of(texts, language), *report)
    return {fold(word) for line in lines for word in _WORD.findall(line) if word.islower()}


def kinds_of(language: str, own: Forms, others: Sequence[Forms]) -> bytes:
    """The kind of each word of a language, 0 for those that are none of both."""
    countries = set(map(own.words.folded, countries_of(language)))
    needed = 1 if own.names else 2
    kinds = bytearray()
    for word in own.words.words:
        kind = 0
        if word in own.small:
            pass
        elif word in own.names:
            kind = NAME if len(word) >= SHORTEST_NAME else 0
        elif word in own.initials:
            kind = INITIALS
        elif word in countries or is_name_abroad(word, own.words, others, needed):
            kind = NAME
        kinds.append(kind)
    return bytes(kinds)


def is_name_abroad(word: str, words: Words, others: Sequence[Forms], needed: int) -> bool:
    """Whether a word is a name in so many other languages, in none another word, and about as common."""
    having = [forms.words for forms in others if word in forms.names]
    if len(word) < SHORTEST or len(having) < needed or any(word in forms.small for forms in others):
        return False
    common = [score for each in having if (score := each.log_frequency(word)) is not None]
    score = words.log_frequency(word)
    return bool(common) and score is not None and score < max(common) + COMMONER


def countries_of(language: str) -> Iterator[str]:
    """The countries and territories whose name is one word with a capital."""
    from babel import Locale

    territories: dict[str, str] = dict(Locale(language).territories)
    for name in territories.values():
        if name.istitle() and name.isalpha():
            yield name


def packed(kinds: bytes) -> bytes:
    """The kinds of words in the form described above."""
    streams = (zlib.compress(bytes(gaps_of(kinds, kind)), 9) for kind in (NAME, INITIALS))
    return MAGIC + b"".join(framed(stream) for stream in streams)


def gaps_of(kinds: bytes, kind: int) -> Iterator[int]:
    """How far each word of a kind is behind the last one, in bytes."""
    last = -1
    for place, each in enumerate(kinds):
        if each == kind:
            further, rest = divmod(place - last, FURTHER)
            yield from [FURTHER] * further
            yield rest
            last = place


if __name__ == "__main__":
    main()
