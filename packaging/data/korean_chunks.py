"""Korean by chunks of words, and what speaks for one behind another, from the model of Kiwi (Apache-2.0).

    pip install kiwipiepy==0.24.1 kiwipiepy_model==0.24.0
    python packaging/data/korean_chunks.py site-packages/kiwipiepy_model/cong.mdl

Kiwi's language model was trained on the Sejong and Modu corpora of the National Institute of Korean Language.
Sentences are drawn from it (`korean_model.py`) and cut into chunks: a stem, or all particles and endings
behind it; a stem that melts into its ending is one with so much of that as is needed. Counted are chunks,
their classes behind each other, pairs of chunks, and stems with the stem behind the ending that follows.
Nouns that were not drawn are taken from `ko.words`. The shipped file was made from two draws of six million
morphemes each; with `--morphemes 20000 --out FILE` it can be tried. Takes an hour or two, most of it for what
can be drawn in each context. Run it after `build_languages.py`.

The file `resources/languages/ko.chunks` holds `MAGIC` and zlib streams, each after its length in four bytes
(big endian). Chunks, in order: how much each shares with the one before, the rests (UTF-8, one a line), and
-20 times the decimal logarithms of their frequencies. Signs. How many senses each chunk and sign has; by
sense its classes to what stands before and behind, and -20 times the decimal logarithm of its share. The
kinds of those classes. By class to what stands before and class to what stands behind, 128 + 20 times the
logarithm of how much oftener than by chance they meet. By chunk, -40 times the logarithm of what speaks for
those not told of behind it. Then pairs and, in the same form, stems across an ending: how many there are of
each chunk, the places of the others, by their distances (numbers of seven bits a byte, the lowest first), and
25 times the logarithm of how much oftener than their classes say, or than by chance, they meet.
"""

from __future__ import annotations

import argparse
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from build_languages import framed
from korean_model import Model

from curator.cleaning.models.chunks import BARE, BOUND, CLOSED, MAGIC, SIGN, TAIL, VERB
from curator.cleaning.models.words import words_of

if TYPE_CHECKING:
    import numpy as np
    from kiwipiepy import Kiwi
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

OUT = Path(__file__).resolve().parents[2] / "resources" / "languages" / "ko.chunks"
MORPHEMES = 6_000_000
"""How many morphemes each draw has."""
SEEDS = (1, 2)
COMMONEST = 40_000
"""How many different morphemes are drawn: rarer ones are 2.6 % of what the model would."""
PAIRS, SKIPS = 300_000, 150_000
LEAST_PAIR, LEAST_SKIP = 3, 4
TELLING_PAIR, TELLING_SKIP = 0.3, 0.5
DISCOUNT = 0.8
OWN_TAILS, OWN_STEMS, CLASSES = 110, 60, 250
"""How many of the commonest are classes of their own, and how many classes there are at most."""
LONGEST, LONGEST_RUN, LONGEST_NOUN = 8, 6, 6
UNDRAWN, UNHEARD = 0.3, 0.03
"""What part of its frequency in `ko.words` a noun has that was not drawn, and one that the model has not."""
SIGNS = {"SF": ".", "SP": ",", "SSO": "“", "SSC": "”", "SE": "…", "SS": "'", "SN": "0", "SO": "-"}
ENDINGS = frozenset("JKS JKC JKG JKO JKB JKV JKQ JX JC EP EF EC ETN ETM XSN XSV XSA XSM VCP".split())
VERBS = frozenset("VV VA VX VCN VV-I VV-R VA-I VA-R VX-I VX-R".split())
NOUNS = frozenset(("NNG", "NNP", "NNB", "XSN", "XPN", "XR", "NR", "SN"))
UNUSED = frozenset("UN SL SH SW SB W_URL W_EMAIL W_MENTION W_HASHTAG W_SERIAL W_EMOJI Z_CODA Z_SIOT".split())
STANDING = {"": "나라", "ㄹ": "서울", "-": "책"}
"""Nouns that stand for all with such an end."""

Morpheme = tuple[str, str]
"""What a morpheme looks like, and its part of speech."""


class Kind(NamedTuple):
    """What chunks are counted as: their characters, and what they are to what stands before and behind."""

    text: str
    into: str
    out: str
    kind: int
    kind_behind: int


class Cutter:
    """Cuts sentences of morphemes into chunks, told by numbers."""

    def __init__(self, kiwi: Kiwi, morphemes: Sequence[Morpheme]) -> None:
        self._kiwi = kiwi
        self._morphemes = morphemes
        self._melted: dict[tuple[int, tuple[int, ...]], tuple[str, str, int]] = {}
        self._endings: dict[tuple[str, tuple[int, ...]], str] = {}
        self._numbers: dict[Kind, int] = {}

    @property
    def kinds(self) -> list[Kind]:
        """What each number stands for."""
        return list(self._numbers)

    def chunks(self, sentence: Sequence[int]) -> list[int]:
        """The chunks of a sentence; none where it has something that can't be put together."""
        found: list[Kind] = []
        place = 0
        while place < len(sentence):
            form, part = self._morphemes[sentence[place]]
            if part in SIGNS:
                found.append(Kind(SIGNS[part], SIGNS[part], SIGNS[part], SIGN, SIGN))
                place += 1
                continue
            start = place if part in ENDINGS else place + 1
            end = start
            while end < len(sentence) and end < start + LONGEST_RUN and self._is_ending(sentence[end]):
                end += 1
            run = tuple(sentence[start:end])
            made = self._of_verb(sentence[place], run) if part in VERBS else self._of_noun(form, part, run)
            if not made:
                return []
            found += made
            place = end
        return [self._numbers.setdefault(kind, len(self._numbers)) for kind in found]

    def _is_ending(self, morpheme: int) -> bool:
        return self._morphemes[morpheme][1] in ENDINGS

    def _of_noun(self, form: str, part: str, run: tuple[int, ...]) -> list[Kind]:
        """A stem that doesn't change, and its ending; of an ending behind a sign that alone."""
        alone = part in ENDINGS
        ending = self._ending("" if alone else end_of(form), run) if run else ""
        tail = [self._tail(ending, run)] if ending else []
        if run and not ending:
            return []
        if alone:
            return tail
        return [Kind(form, part, part + end_of(form), BOUND if part == "NNB" else 0, 0), *tail]

    def _ending(self, end: str, run: tuple[int, ...]) -> str:
        """What an ending looks like behind nouns with such an end."""
        known = self._endings.get((end, run))
        if known is None:
            noun = STANDING.get(end, STANDING["-"])
            whole = self._text([(noun, "NNG"), *(self._morphemes[one] for one in run)])
            known = self._endings[end, run] = whole.removeprefix(noun) if whole.startswith(noun) else ""
        return known

    def _of_verb(self, stem: int, run: tuple[int, ...]) -> list[Kind]:
        """A stem, with as much of its ending as it melts into, and the rest of that."""
        text, ending, taken = self._melted.get((stem, run)) or self._melt(stem, run)
        if not text:
            return []
        part = _plain(self._morphemes[stem][1])
        if not taken:
            made = [Kind(text, part, part + end_of(text), VERB, BARE)]
        else:
            form, other = self._morphemes[run[taken - 1]]
            made = [Kind(text, part, f">{form}/{other}", VERB, CLOSED)]
        return [*made, self._tail(ending, run[taken:])] if ending else made

    def _melt(self, stem: int, run: tuple[int, ...]) -> tuple[str, str, int]:
        parts = [self._morphemes[one] for one in (stem, *run)]
        whole = self._text(parts)
        taken = next(n for n in range(len(parts)) if whole.startswith(self._text(parts[: n + 1])))
        text = self._text(parts[: taken + 1])
        result = self._melted[stem, run] = text, whole[len(text) :], taken
        return result

    def _tail(self, text: str, run: Sequence[int]) -> Kind:
        first, last = _plain(self._morphemes[run[0]][1]), self._morphemes[run[-1]]
        telling = last[1][0] == "J" or last[1] in {"ETM", "EC", "EP", "XSV", "VCP"}
        out = f"-{last[1]}:{last[0]}" if telling else f"-{_plain(last[1])}"
        return Kind(text, "-" + first, out, TAIL, CLOSED)

    def _text(self, parts: Sequence[Morpheme]) -> str:
        return self._kiwi.join(list(parts)).replace(" ", "")


def _plain(part: str) -> str:
    """A part of speech without its conjugation."""
    return part.partition("-")[0]


def end_of(text: str) -> str:
    """The last consonant of a chunk, as far as endings care: none, ㄹ, that of past tense, or another."""
    code = (ord(text[-1]) - 0xAC00) % 28 if text and "가" <= text[-1] <= "힣" else 0
    return {0: "", 8: "ㄹ", 20: "ㅆ"}.get(code, "-")


class Table(NamedTuple):
    """The classes of kinds of chunks on one side: the number of each kind's class, and what each class is."""

    of: Numbers
    names: dict[str, int]
    kinds: bytes


def classed(kinds: Sequence[Kind], counts: Sequence[int], *, behind: bool) -> Table:
    """The commonest classes to one side; the commonest tails and stems are classes of their own."""
    import numpy as np

    tails, stems = Counter[str](), Counter[tuple[str, str]]()
    for kind, count in zip(kinds, counts, strict=True):
        if kind.kind == TAIL:
            tails[kind.text] += count
        elif kind.kind != SIGN:
            stems[kind.text, kind.into] += count
    own_tails = {text for text, _ in tails.most_common(OWN_TAILS)}
    own_stems = {stem for stem, _ in stems.most_common(OWN_STEMS)}

    def name(kind: Kind) -> str:
        if kind.kind == TAIL:
            own = kind.text in own_tails
        else:
            own = (kind.text, kind.into) in own_stems and not (behind and kind.kind == VERB)
        return f"{kind.text}/{kind.into}" if own else kind.out if behind else kind.into

    sizes, telling = Counter[str](), dict[str, Counter[int]]()
    for kind, count in zip(kinds, counts, strict=True):
        sizes[name(kind)] += count
        telling.setdefault(name(kind), Counter())[kind.kind_behind if behind else kind.kind] += count
    names = {one: number for number, (one, _) in enumerate(sizes.most_common(CLASSES), 1)}
    coarse = {one.partition(":")[0]: number for one, number in reversed(names.items())}

    rare_tail = next(number for one, number in names.items() if one[0] == "-")

    def number(kind: Kind) -> int:
        found = names.get(name(kind)) or coarse.get((kind.out if behind else kind.into).partition(":")[0])
        return found or (rare_tail if kind.kind == TAIL else names["NNG"])

    of = np.array([number(kind) for kind in kinds], np.int64)
    told = bytes([0, *(telling[one].most_common(1)[0][0] for one in names)])
    return Table(of, names, told)


class Counts(NamedTuple):
    """Pairs of places that stand together oftener than they would, with the logarithm of how much."""

    firsts: Numbers
    seconds: Numbers
    gains: NDArray[np.float64]
    counts: Numbers
    expected: NDArray[np.float64]


def telling(
    firsts: Numbers, seconds: Numbers, expected: NDArray[np.float64], size: int, limits: Limits
) -> Counts:
    """The pairs that tell most, by how often they stand there and by chance would."""
    import numpy as np

    keys, which, counts = np.unique(firsts * size + seconds, return_inverse=True, return_counts=True)
    chance = np.bincount(which, weights=expected)
    gains = np.log(np.maximum(counts - DISCOUNT, 0.2) / (chance + limits.prior))
    found = np.flatnonzero((counts >= limits.least) & (gains > limits.telling))
    kept = np.sort(found[np.argsort(-(counts * gains)[found], kind="stable")[: limits.most]])
    return Counts(keys[kept] // size, keys[kept] % size, gains[kept], counts[kept], chance[kept])


class Limits(NamedTuple):
    """What pairs are kept: how many, how often seen, with what gain, and what is added to chance."""

    most: int
    least: int
    telling: float
    prior: float


def built(text: Numbers, kinds: Sequence[Kind], nouns: Mapping[str, tuple[str, float]]) -> bytes:
    """The file described above, from chunks in text (-1 behind each sentence) and nouns not counted."""
    import numpy as np

    counts = np.bincount(text[text >= 0], minlength=len(kinds))
    into, out = (classed(kinds, counts.tolist(), behind=behind) for behind in (False, True))
    senses: dict[str, Counter[tuple[int, int]]] = {}
    for number, kind in enumerate(kinds):
        sense = int(into.of[number]), int(out.of[number])
        senses.setdefault(kind.text, Counter())[sense] += int(counts[number])
    total = int(counts.sum())
    words = {
        word: found.total() / total
        for word, found in senses.items()
        if found.total() > 1 and len(word) <= LONGEST and is_hangul(word)
    }
    for word, (part, frequency) in nouns.items():
        if word not in words:
            words[word] = frequency
            end = out.names.get(part + end_of(word), out.names["NNG"])
            senses.setdefault(word, Counter())[into.names[part], end] += 1
    listed = sorted(words)
    signs = [sign for sign in SIGNS.values() if sign in senses]
    places = {word: place for place, word in enumerate([*listed, *signs])}
    of_kinds = np.array([places.get(kind.text, -1) for kind in kinds])
    heard = text >= 0
    at = np.where(heard, text, 0)
    here = np.where(heard, of_kinds[at], -1)
    befores, behinds = np.where(heard, out.of[at], 0), np.where(heard, into.of[at], 0)
    gains = class_gains(behinds[1:], befores[:-1], len(into.kinds), len(out.kinds))
    gains[0] = gains[into.names["NNP"]]
    gains[:, 0] = gains[:, [out.names["NNP"], out.names["NNP-"]]].mean(axis=1)
    gains[0, 0] = 0.0
    size = len(places)
    often = np.bincount(here[here >= 0], minlength=size).astype(float)
    known = (here[:-1] >= 0) & (here[1:] >= 0)
    firsts, seconds = here[:-1][known], here[1:][known]
    by_class = np.exp(gains[behinds[1:][known], befores[:-1][known]])
    # What all tokens of a pair expect together: each time it stands there a share of what its two parts say.
    which, times = repeats(firsts * size + seconds)
    chance = often[firsts] * often[seconds] / often.sum() * by_class / times[which]
    pairs = telling(firsts, seconds, chance, size, Limits(PAIRS, LEAST_PAIR, TELLING_PAIR, 0.3))
    left = leftovers(pairs, often)
    tail = np.array([kind.kind == TAIL for kind in kinds])[at] & heard
    stem = np.array([kind.kind not in {TAIL, SIGN} for kind in kinds])[at] & heard
    across = stem[:-2] & tail[1:-1] & stem[2:] & (here[:-2] >= 0) & (here[2:] >= 0)
    firsts, seconds = here[:-2][across], here[2:][across]
    heads, others = (np.bincount(ones, minlength=size) for ones in (firsts, seconds))
    which, times = repeats(firsts * size + seconds)
    chance = heads[firsts] * others[seconds] / len(firsts) / times[which]
    skips = telling(firsts, seconds, chance, size, Limits(SKIPS, LEAST_SKIP, TELLING_SKIP, 0.5))
    streams = [
        *of_words(listed, words),
        "".join(signs).encode(),
        *of_senses([senses[word] for word in (*listed, *signs)]),
        into.kinds,
        out.kinds,
        in_bytes(128 + 20 * gains),
        in_bytes(-40 * left),
        *of_pairs(pairs, size),
        *of_pairs(skips, size),
    ]
    return MAGIC + b"".join(framed(zlib.compress(stream, 9)) for stream in streams)


def repeats(keys: Numbers) -> tuple[Numbers, Numbers]:
    """Which of the different keys each is, and how often each of those stands there."""
    import numpy as np

    _, which, times = np.unique(keys, return_inverse=True, return_counts=True)
    return which, times


def class_gains(behind: Numbers, before: Numbers, rows: int, columns: int) -> NDArray[np.float64]:
    """By how much oftener than by chance, in logarithms, each class stands behind each other."""
    import numpy as np

    met = np.zeros((rows, columns))
    np.add.at(met, (behind, before), 1)
    chance = np.outer(met.sum(axis=1), met.sum(axis=0)) / met.sum()
    prior = 2 * np.minimum(1.0, chance)
    share = (met + prior) / (chance + prior + 1e-9)
    return np.clip(np.log(np.where(chance > 0, np.maximum(share, 1e-9), 1.0)), -6.0, 6.0)


def leftovers(pairs: Counts, often: NDArray[np.float64]) -> NDArray[np.float64]:
    """By chunk the logarithm of what is left for those that no pair tells of."""
    import numpy as np

    size = len(often)
    seen = np.bincount(pairs.firsts, weights=pairs.counts - DISCOUNT, minlength=size) / np.maximum(often, 1)
    expected = np.bincount(pairs.firsts, weights=pairs.expected, minlength=size) / np.maximum(often, 1)
    return np.log(np.clip((1 - np.minimum(seen, 0.98)) / (1 - np.minimum(expected, 0.95)), 0.05, 1.0))


def of_words(listed: Sequence[str], words: Mapping[str, float]) -> list[bytes]:
    """Words in order: how much each shares with the one before, the rests, their rarity."""
    shared, rests = bytearray(), list[str]()
    before = ""
    for word in listed:
        same = next(
            (n for n, (a, b) in enumerate(zip(word, before, strict=False)) if a != b),
            min(len(word), len(before)),
        )
        shared.append(same)
        rests.append(word[same:])
        before = word
    return [bytes(shared), "\n".join(rests).encode(), bytes(rarity(words[word]) for word in listed)]


def of_senses(found: Iterable[Counter[tuple[int, int]]]) -> list[bytes]:
    """How many senses each has that are no exceptions; by sense its two classes and its rarity."""
    counts, into, out, rare = bytearray(), bytearray(), bytearray(), bytearray()
    for senses in found:
        total = senses.total()
        kept = [(sense, count) for sense, count in senses.most_common(4) if count >= 0.03 * total]
        counts.append(len(kept))
        for (one, two), count in kept:
            into.append(one)
            out.append(two)
            rare.append(rarity(count / total))
    return [bytes(counts), bytes(into), bytes(out), bytes(rare)]


def of_pairs(pairs: Counts, size: int) -> list[bytes]:
    """How many pairs each place begins, the distances of their others, and their gains."""
    import numpy as np

    first = np.concatenate([[True], pairs.firsts[1:] != pairs.firsts[:-1]])
    steps = np.where(first, pairs.seconds, np.diff(pairs.seconds, prepend=0))
    sizes = np.bincount(pairs.firsts, minlength=size)
    return [numbers(sizes.tolist()), numbers(steps.tolist()), in_bytes(25 * pairs.gains)]


def numbers(values: Iterable[int]) -> bytes:
    """Numbers of seven bits a byte, the lowest first, all bytes but the last of one above 127."""
    found = bytearray()
    for value in values:
        while value > 127:
            found.append(value & 127 | 128)
            value >>= 7
        found.append(value)
    return bytes(found)


def in_bytes(values: NDArray[np.float64]) -> bytes:
    """Numbers rounded to what a byte holds."""
    import numpy as np

    return np.clip(np.round(values), 0, 255).astype(np.uint8).tobytes()


def rarity(share: float) -> int:
    """A share in a byte."""
    return min(255, round(-20 * math.log10(share)))


def is_hangul(word: str) -> bool:
    """Whether a word is whole syllables only."""
    return all("가" <= sign <= "힣" for sign in word)


def nouns_of(kiwi: Kiwi, morphemes: Iterable[Morpheme]) -> dict[str, tuple[str, float]]:
    """The nouns in `ko.words`, with their parts of speech and what frequencies they may have."""
    known = words_of("ko")
    assert known is not None
    heard = {form for form, part in morphemes if part in NOUNS}
    words = [word for word in known.words if 1 < len(word) <= LONGEST_NOUN and is_hangul(word)]
    found: dict[str, tuple[str, float]] = {}
    for word, parts in zip(words, kiwi.tokenize(words), strict=True):
        if all(part.tag in NOUNS for part in parts) and parts[-1].tag != "XPN":
            frequency = known.log_frequency(word)
            assert frequency is not None
            name = len(parts) == 1 and parts[0].tag == "NNP"
            share = UNDRAWN if word in heard else UNHEARD
            found[word] = "NNP" if name else "NNG", share * math.exp(frequency)
    return found


def is_plain(sentence: Sequence[int], morphemes: Sequence[Morpheme]) -> bool:
    """Whether a sentence ends as those of newspapers do."""
    form, part = morphemes[sentence[-2]] if len(sentence) > 3 else ("", "")
    return part == "EF" and form.endswith("다") and not form.endswith("니다")


def drawn(model: Model, morphemes: Sequence[Morpheme], most: int) -> Iterator[list[int]]:
    """Plain sentences from the model: for each seed those of so many morphemes together."""
    allowed = [
        place
        for place, (form, part) in enumerate(morphemes)
        if part not in UNUSED and (form or part in SIGNS) and part != "SO"
    ]
    found = model.drawn(model.commonest(allowed, COMMONEST))
    before = [morphemes.index(("다", "EF")), next(n for n, (_, part) in enumerate(morphemes) if part == "SF")]
    for seed in SEEDS:
        total = 0
        for sentence in model.sentences(found, before, lambda one: is_plain(one, morphemes), seed):
            yield sentence
            total += len(sentence)
            if total >= most:
                break


def main() -> None:
    """Write the chunks of Korean."""
    import numpy as np
    from kiwipiepy import Kiwi

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("model", type=Path, help="cong.mdl")
    parser.add_argument("--morphemes", type=int, default=MORPHEMES, help="of each draw")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    kiwi = Kiwi(num_workers=1)
    model = Model(arguments.model)
    morphemes = [(found.form, found.tag) for found in map(kiwi.morpheme, range(model.morphemes))]
    cutter = Cutter(kiwi, morphemes)
    text: list[int] = []
    for sentence in drawn(model, morphemes, arguments.morphemes):
        found = cutter.chunks(sentence)
        if found:
            text += [*found, -1]
    data = built(np.array(text), cutter.kinds, nouns_of(kiwi, morphemes))
    arguments.out.write_bytes(data)
    print(f"{len(text):,} chunks in text, {len(data):,} bytes")


if __name__ == "__main__":
    main()
