"""Build `resources/languages/*.grammar` of Chinese and Japanese: which classes of words follow which.

    pip install jieba==0.42.1
    apt-get download gnome-user-docs debian-handbook libreoffice-help-zh-cn
    for file in *.deb; do dpkg-deb -x $file texts; done
    apt-get source --download-only mozc=2.29.5160.102+dfsg-1.4  # of Debian 13
    mkdir mozc && tar -xf mozc_*.orig.tar.xz -C mozc --strip-components=1
    python packaging/data/build_grammars.py --texts texts --mozc mozc/src/data/dictionary_oss

Word frequencies tell nothing about what follows what. Running text does, and grammar is the same in manuals
and newspapers: Chinese is cut into words with their parts of speech by jieba (MIT). The commonest words are
classes of their own, all others belong to that of their part of speech. Of Japanese the dictionary of Mozc
knows more (`mozc`), of Korean the model of Kiwi (`build_chunks`). Run it after `build_languages.py`, whose
words it gives their classes.

A file holds `MAGIC` and six zlib streams, each after its length in four bytes (big endian): signs and kinds
of runs, each with its class to the words before and to those behind (UTF-8, one a line, tabs between);
pairs of such classes, two bytes a class (little endian); for each word of `*.words`, in their order, how
many senses it has, a byte each; the pair of each sense, by its place (lower bytes, then the higher ones);
a byte for each, 255 + 25 times the natural logarithm of its share; and for each class, as following each
class, a byte, 128 + 25 times the natural logarithm of how much oftener than by chance it does.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from build_pairs import paragraphs
from mozc import Mozc, grammar, packed

from curator.cleaning.models.grammars import BREAK, LETTERS, NUMBER, UNKNOWN
from curator.cleaning.models.words import words_of

OUT = Path(__file__).resolve().parents[2] / "resources" / "languages"
Tagged = list[tuple[str, str]]
Tagger = Callable[[str], Tagged]
"""From a text to its words, each with its part of speech."""

MOST = 256
WORDS = 170
LEAST = 40
PRIOR = 2.0


def main() -> None:
    """Write the grammars of those languages whose sources are given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--texts", type=Path, help="where Debian's packages were unpacked")
    parser.add_argument("--mozc", type=Path, help="the folder of Mozc's open dictionary")
    arguments = parser.parse_args()
    if arguments.texts:
        tagger, part_of_speech = _chinese()
        lines = [tagger(line) for line in paragraphs(arguments.texts, "zh", more=True)]
        _write("zh", built("zh", lines, part_of_speech))
    if arguments.mozc:
        known = words_of("ja")
        assert known is not None
        _write("ja", grammar(Mozc(arguments.mozc), known))


def _write(language: str, data: bytes) -> None:
    (OUT / f"{language}.grammar").write_bytes(data)
    print(f"{language}: {len(data):,} bytes")


def built(language: str, lines: Sequence[Tagged], part_of_speech: Callable[[str], str]) -> bytes:
    """The grammar of a language in the form described above."""
    known = words_of(language)
    assert known is not None
    counts = Counter(name for line in lines for name, _ in line)
    total = sum(counts.values())
    parts: dict[str, Counter[str]] = {}
    for line in lines:
        for name, part in line:
            parts.setdefault(name, Counter())[part] += 1
    tags = Counter(part for line in lines for _, part in line)
    common = {part for part, count in tags.items() if count >= LEAST}

    def rank(word: str) -> float:
        frequency = known.log_frequency(word) if word[0].isalpha() else 0.0
        return min(counts[word] / total, math.exp(frequency) if frequency is not None else 0.0)

    own = {word for word in sorted(counts, key=lambda word: -rank(word))[:WORDS] if rank(word) > 0}
    own |= {NUMBER, LETTERS} & counts.keys()

    def class_of(word: str) -> str:
        if word in own:
            return word
        part = parts[word].most_common(1)[0][0] if word in parts else part_of_speech(word)
        while part and part not in common:
            part = part.rpartition("+" if "+" in part else "-")[0]
        return "*" + part if part else UNKNOWN

    classes = {word: class_of(word) for word in counts if word != BREAK}
    ones, twos = Counter[str](), Counter[tuple[str, str]]()
    for line in lines:
        before = BREAK
        ones[BREAK] += 1
        for word, _ in [*line, (BREAK, "")]:
            if word == " ":
                continue
            name = classes.get(word, BREAK)
            ones[name] += 1
            twos[before, name] += 1
            before = name
    names = [UNKNOWN, *(name for name, _ in ones.most_common() if name != UNKNOWN)][:MOST]
    places = {name: place for place, name in enumerate(names)}
    kinds = [places.get(class_of(word), 0) for word in known.words]
    count = len(kinds)
    signs = {name: (place, place) for name, place in places.items()}
    pairs = [(place, place) for place in range(len(names))]
    return packed(signs, pairs, b"\x01" * count, kinds, b"\xff" * count, gains(names, ones, twos))


def gains(names: Sequence[str], ones: Counter[str], twos: Counter[tuple[str, str]]) -> bytes:
    """By how much oftener than by chance, in logarithms, each class follows each other."""
    before = Counter[str]()
    for (one, _), count in twos.items():
        before[one] += count
    total = ones.total()

    def gain(one: str, two: str) -> float:
        if UNKNOWN in (one, two):
            return 0.0
        expected = before[one] * ones[two] / total
        prior = PRIOR * min(1.0, expected)
        return math.log((twos[one, two] + prior) / (expected + prior)) if expected else 0.0

    return bytes(_level(gain(one, two)) for two in names for one in names)


def _level(value: float) -> int:
    return min(255, max(0, round(128 + 25 * max(-4.0, min(5.0, value)))))


def _named(words: Iterable[tuple[str, str]]) -> Tagged:
    """The words with all numbers, and all words of Latin letters, under one name each."""
    return [
        (NUMBER if word[0].isdigit() else LETTERS if word.isascii() and word.isalpha() else word, part)
        for word, part in words
        if word
    ]


def _chinese() -> tuple[Tagger, Callable[[str], str]]:
    from jieba import posseg

    table: dict[str, str] = posseg.dt.word_tag_tab

    def tagger(text: str) -> Tagged:
        return _named((word.word, word.flag) for word in posseg.cut(text, HMM=False))

    tagger("")
    posseg.dt.makesure_userdict_loaded()
    return tagger, lambda word: table.get(word, "n")


if __name__ == "__main__":
    main()
