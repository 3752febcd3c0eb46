"""What Korean words can be, and what follows what, from mecab-ko-dic (Apache-2.0).

    pip install python-mecab-ko==1.3.7  # with mecab-ko-dic, whose folder in site-packages is given
    python packaging/data/korean_senses.py site-packages/mecab_ko_dic/dictionary

mecab-ko-dic was trained on newspapers and books (the Sejong corpus). Each entry of a word has a cost, an
identifier for what it is to the words before it and another for what it is to those behind, and a matrix has
the cost of each two that meet (Kudo et al. 2004). The identifiers that are used alike are put together here,
until 254 of each are left; all other words behave as proper names do. Run it after `build_languages.py`,
whose words it gives their senses.

The file `resources/languages/ko.grammar` holds `MAGIC` and these zlib streams, each after its length in four
bytes (big endian): signs with classes (UTF-8, one a line); their two classes, a byte each; how many senses
each word of `ko.words` has; by sense the class to the words before, that to the words behind, and the cost,
128 + cost / 64; for each class, as following each class, 128 + cost / 64; for each class what a space
before it costs more, cost / 64; whether it begins words between spaces; and whether it closes them.
"""

from __future__ import annotations

import argparse
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from build_languages import framed
from korean_words import Entry, entries

from curator.cleaning.models.grammars import BREAK, LETTERS, NUMBER, SENSES_MAGIC, UNKNOWN
from curator.cleaning.models.words import words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.int64]

OUT = Path(__file__).resolve().parents[2] / "resources" / "languages" / "ko.grammar"
CLASSES = 254
MOST_SENSES = 5
SIGNS = {NUMBER: "SN", LETTERS: "SL", "’": "SSC", "‘": "SSO", BREAK: "BOS/EOS"} | dict.fromkeys(
    "%~-–—$€", "SY"
)
NAMES = "NNP"
"""What unknown words behave as."""
STEP = 64
PARTICLE, ENDING = 6000, 3000
ENDINGS = ("EC", "EF", "EP", "ETM", "ETN", "VCP", "XSA", "XSN", "XSV")
"""What a space before these costs more, by mecab-ko's `left-space-penalty-factor`."""
BEGINNING = ("NN", "NP", "NR", "VV", "VA", "MA", "MM", "XPN", "XR", "IC")
CLOSING = ("J", "EC", "EF", "ETM")
"""Behind these, a space is before those."""


def main() -> None:
    """Write the grammar of Korean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("dictionary", type=Path, help="the folder with sys.dic and matrix.bin")
    folder: Path = parser.parse_args().dictionary
    data = built(folder)
    OUT.write_bytes(data)
    print(f"{len(data):,} bytes")


def built(folder: Path) -> bytes:
    """The senses of the shipped words, and what connects with what, in the form described above."""
    import numpy as np

    known = words_of("ko")
    assert known is not None
    listed = list(entries((folder / "sys.dic").read_bytes()))
    costs = matrix(folder / "matrix.bin")
    lefts, rights = parts(folder / "left-id.def", 0), parts(folder / "right-id.def", -1)
    by_word: dict[str, list[Entry]] = {}
    for entry in listed:
        by_word.setdefault(entry.word, []).append(entry)
    used = np.full(costs.shape[0], 1e-8), np.full(costs.shape[1], 1e-8)
    for word, rarity in zip(known.words, known.levels, strict=True):
        if word in by_word:
            likeliest = min(by_word[word], key=lambda entry: entry.cost)
            used[0][likeliest.left] += 10 ** (-rarity / 20)
            used[1][likeliest.right] += 10 ** (-rarity / 20)
    into = clustered(costs * np.sqrt(used[1] / used[1].sum()), used[0], lefts)
    out = clustered(costs.T * np.sqrt(used[0] / used[0].sum()), used[1], rights)
    table = averaged(averaged(costs, into, used[0]).T, out, used[1]).T
    signs = {entry.word: entry for entry in listed if len(entry.word) == 1 and entry.feature[0] == "S"}
    classes = {sign: (into[entry.left], out[entry.right]) for sign, entry in signs.items()}
    for sign, part in SIGNS.items():
        classes[sign] = into[_place(lefts, part)], out[_place(rights, part)]
    names = into[_place(lefts, NAMES)], out[_place(rights, NAMES)]
    table = np.vstack([table[names[0]], table])
    table = np.hstack([table[:, names[1] : names[1] + 1], table])
    senses = [list(_senses(by_word.get(word, ()), into, out)) for word in known.words]
    parted, begins, closes = bytearray(CLASSES + 1), bytearray(CLASSES + 1), bytearray(CLASSES + 1)
    for place, part in enumerate(lefts):
        cost = PARTICLE if part[0] == "J" else ENDING if part in ENDINGS else 0
        parted[into[place] + 1] = cost // STEP
        begins[into[place] + 1] = part.startswith(BEGINNING)
    for place, part in enumerate(rights):
        closes[out[place] + 1] = part.startswith(CLOSING)
    streams = (
        "\n".join([UNKNOWN, *classes]).encode(),
        bytes([0, 0, *(int(kind) + 1 for both in classes.values() for kind in both)]),
        bytes(map(len, senses)),
        *(bytes(sense[n] for each in senses for sense in each) for n in range(3)),
        bytes(level(cost) for row in table for cost in row),
        parted,
        begins,
        closes,
    )
    return SENSES_MAGIC + b"".join(framed(zlib.compress(stream, 9)) for stream in streams)


def _senses(found: Sequence[Entry], into: Numbers, out: Numbers) -> Iterator[tuple[int, int, int]]:
    """The cheapest different senses of a word: its two classes and its cost."""
    cheapest: dict[tuple[int, int], int] = {}
    for entry in sorted(found, key=lambda entry: entry.cost):
        cheapest.setdefault((int(into[entry.left]) + 1, int(out[entry.right]) + 1), entry.cost)
    for (one, two), cost in list(cheapest.items())[:MOST_SENSES]:
        yield one, two, level(cost)


def matrix(path: Path) -> Floats:
    """The cost of each left identifier (rows) behind each right one (columns)."""
    import numpy as np

    data = path.read_bytes()
    rights, lefts = struct.unpack_from("<2H", data)
    return np.frombuffer(data, "<i2", offset=4).reshape(lefts, rights).astype(np.float32)


def parts(path: Path, which: int) -> list[str]:
    """The first or the last part of speech of each identifier."""
    found = (line.split(" ", 1) for line in path.read_text(encoding="utf-8").splitlines())
    by_number = {int(number): feature.split(",")[0].split("+")[which] for number, feature in found}
    return [by_number[number] for number in range(len(by_number))]


def _place(listed: Sequence[str], part: str) -> int:
    return listed.index(part if part in listed else "SN")


def clustered(rows: Floats, weights: Floats, groups: Sequence[str]) -> Numbers:
    """The cluster of each row among those of its group: centres as far apart as can be, by weight."""
    import numpy as np

    kinds = sorted(set(groups))
    group = np.array([kinds.index(name) for name in groups])
    found = group.copy()
    centres = [
        int(np.flatnonzero(group == kind)[weights[group == kind].argmax()]) for kind in range(len(kinds))
    ]
    distance = ((rows - rows[np.array(centres)[group]]) ** 2).sum(axis=1)
    while len(centres) < CLASSES:
        centre = int((distance * weights).argmax())
        alike = np.flatnonzero(group == group[centre])
        nearer = ((rows[alike] - rows[centre]) ** 2).sum(axis=1)
        closer = alike[nearer < distance[alike]]
        distance[closer] = nearer[nearer < distance[alike]]
        found[closer] = len(centres)
        centres.append(centre)
    return found


def averaged(rows: Floats, clusters: Numbers, weights: Floats) -> Floats:
    """The mean row of each cluster."""
    import numpy as np

    return np.stack(
        [np.average(rows[clusters == n], axis=0, weights=weights[clusters == n]) for n in range(CLASSES)]
    )


def level(cost: float) -> int:
    """A cost in a byte."""
    return min(255, max(0, round(128 + cost / STEP)))


if __name__ == "__main__":
    main()
