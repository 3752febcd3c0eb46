"""Build `resources/languages/*.grammar` of Chinese and Japanese: which classes of words follow which.

    pip install jieba==0.42.1 mecab-python3==1.0.12 ipadic==1.0.0
    apt-get download gnome-user-docs debian-handbook libreoffice-help-ja libreoffice-help-zh-cn
    for file in *.deb; do dpkg-deb -x $file texts; done
    python packaging/data/build_grammars.py texts

Word frequencies tell nothing about what follows what. Running text does, and grammar is the same in manuals
and newspapers: it is cut into words with their parts of speech by jieba (MIT) and by MeCab with IPAdic. The
commonest words are classes of their own, all others belong to that of their part of speech. Manuals are
polite, newspapers are not: each sentence counts with plain endings, too. Run it after `build_languages.py`,
whose words it gives their classes. For Korean `korean_chunks.py` knows better.

A file holds `MAGIC` and three zlib streams, each after its length in four bytes (big endian): the names of
the classes (UTF-8, one a line; those of parts of speech begin with *), the class of each word of `*.words`
in their order, one byte each; and for each class, as following each class, one byte, 128 + 25 times the
natural logarithm of how much oftener than by chance it does.
"""

from __future__ import annotations

import argparse
import math
import struct
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from build_pairs import paragraphs

from curator.cleaning.models.grammars import BREAK, LETTERS, MAGIC, NUMBER, UNKNOWN
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
    """Write the grammars of both languages, or of the one named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("languages", nargs="*", default=["zh", "ja"])
    arguments = parser.parse_args()
    for language in arguments.languages:
        tagger, part_of_speech = {"zh": _chinese, "ja": _japanese}[language]()
        lines = [tagger(line) for line in paragraphs(arguments.texts, language, more=True)]
        data = built(language, lines, part_of_speech)
        (OUT / f"{language}.grammar").write_bytes(data)
        print(f"{language}: {sum(map(len, lines)):,} words in text, {len(data):,} bytes")


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
    of_words = bytes(places.get(class_of(word), 0) for word in known.words)
    streams = ("\n".join(names).encode(), of_words, gains(names, ones, twos))
    packed = (zlib.compress(stream, 9) for stream in streams)
    return MAGIC + b"".join(struct.pack(">I", len(stream)) + stream for stream in packed)


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


def _japanese() -> tuple[Tagger, Callable[[str], str]]:
    import ipadic
    import MeCab

    mecab = MeCab.Tagger(ipadic.MECAB_ARGS)

    def tagger(text: str) -> Tagged:
        words: Tagged = []
        for line in mecab.parse(text).split("\n")[:-2]:
            word, _, listed = line.partition("\t")
            fields = listed.split(",")
            kept = fields[:3] if fields[0] == "名詞" else fields[:2]
            words.append((word, "-".join(field for field in [*kept, *fields[5:6]] if field != "*")))
        return _named(words)

    return tagger, lambda word: tagger(word)[-1][1]


if __name__ == "__main__":
    main()
