"""Build `resources/languages/ko.chunks`: Korean by chunks of words, and what speaks for one behind another.

    pip install kiwipiepy==0.24.1 kiwipiepy_model==0.24.0
    python packaging/data/build_chunks.py site-packages/kiwipiepy_model/cong.mdl

Kiwi's language model was trained on the Sejong and Modu corpora of the National Institute of Korean Language.
Sentences are drawn from it (`korean_model`) and cut into chunks (`korean_cutting`): a stem, or all particles
and endings behind it; a stem that melts into its ending is one with so much of that as is needed. Those that
newspapers would have count most (`korean_register`), and stems with alike neighbours are of one class
(`korean_classes`). Counted are chunks, their classes behind each other, pairs of chunks, stems with the stem
behind the ending that follows, and endings with what stands before their stem (`korean_tables`). Nouns that
were not drawn are taken from `ko.words`. The shipped file was made from six draws of six million morphemes
each; with `--morphemes 20000 --out FILE` it can be tried. Takes an hour or two, half of it for what can be
drawn in each context. Run it after `build_languages.py`.

The file `resources/languages/ko.chunks` holds `MAGIC` and zlib streams, each after its length in four bytes
(big endian). Numbers have seven bits a byte, the lowest first. Chunks, in order: how much each shares with
the one before, the rests (UTF-8, one a line), and -20 times the decimal logarithms of their frequencies.
Signs. How many senses each chunk and sign has; by sense its classes to what stands before and behind
(numbers), and -20 times the decimal logarithm of its share. The kinds of those classes. By class to what
stands before and class to what stands behind, 128 + 20 times the logarithm of how much oftener than by chance
they meet. By chunk, -40 times the logarithm of what speaks for those not told of behind it. Then pairs and,
in the same form, stems across an ending: how many there are of each chunk, the places of the others, by their
distances (numbers), and 25 times the logarithm of how much oftener than their classes say they meet. By chunk
its class as a stem before an ending (numbers); by those, and then by classes to what stands behind, as before
128 + 20 times the logarithms of what they say across the next chunk for each class to what stands before.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from korean_cutting import SIGNS, Cutter, Morpheme
from korean_model import Model
from korean_tables import built, is_hangul

from curator.cleaning.models.words import words_of

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

OUT = Path(__file__).resolve().parents[2] / "resources" / "languages" / "ko.chunks"
MORPHEMES = 6_000_000
"""How many morphemes each draw has."""
SEEDS = (1, 2, 3, 4, 5, 6)
COMMONEST = 40_000
"""How many different morphemes are drawn: rarer ones are 2.6 % of what the model would."""
LONGEST_NOUN = 6
UNDRAWN, UNHEARD = 0.3, 0.03
"""What part of its frequency in `ko.words` a noun has that was not drawn, and one that the model has not."""
NOUNS = frozenset(("NNG", "NNP", "NNB", "XSN", "XPN", "XR", "NR", "SN"))
UNUSED = frozenset("UN SL SH SW SB W_URL W_EMAIL W_MENTION W_HASHTAG W_SERIAL W_EMOJI Z_CODA Z_SIOT".split())


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
