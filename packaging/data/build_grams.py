"""Build `resources/languages/letters.grams`, by which languages written in Latin or Cyrillic are told apart.

    pip install py3langid==0.4.0
    python packaging/data/build_grams.py

The n-grams and their weights are those of py3langid's model (Lui and Baldwin 2012, "langid.py"; fork by
Adrien Barbaresi; BSD 3-Clause), held to the languages that Curator tells apart and to what letters and
spaces can make: the rest of it, seven eighths, would be loaded for nothing.

The file holds `MAGIC` and zlib streams, each after its length in four bytes (big endian): the language of
each column; its prior (float32, little endian); a table of weights (float16), column by column; and for
n-grams of one byte, of two, and so on, all of a length in order: their first bytes, their second bytes,
…; then the row of the table for each, less that of the one before (int32): some share one, and row 0 is of
those that only begin longer ones.
"""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from py3langid import langid

from curator.cleaning.languages import CYRILLIC, LATIN

MAGIC = b"curator grams 1\n"
OUT = Path(__file__).resolve().parents[2] / "resources" / "languages" / "letters.grams"
ALIASES = ["no", "nn", "bs"]
"""Languages of the model that are told as others."""
LETTERS = re.compile(rb"[A-Za-z \x80-\xbf\xc3-\xc9\xce-\xd3\xe1]*\Z")
"""Spaces, ASCII letters, and the bytes of Latin, Greek and Cyrillic ones."""
NEVER = re.compile(rb"  |\xe1[^\xb8-\xbb]|\A[\x80-\xbf]+[\x80-\xbf]{2}")


def main() -> None:
    """Write the file."""
    model = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    grams = strings(np.asarray(model.tk_nextmove).reshape(-1, 256)[np.asarray(model.tk_row)])
    wanted = {*LATIN, *CYRILLIC, *ALIASES}
    columns = [number for number, language in enumerate(model.nb_classes) if language in wanted]
    kept = sorted(
        (gram, model.tk_output[state])
        for gram, state in grams.items()
        if gram and LETTERS.match(gram) and not NEVER.search(gram)
    )
    kept.sort(key=lambda item: len(item[0]))
    rows = dict.fromkeys(feature for _, feature in kept if feature >= 0)
    numbers = {-1: 0} | {feature: number for number, feature in enumerate(rows, 1)}
    streams = [
        " ".join(model.nb_classes[column] for column in columns).encode(),
        model.nb_pc[columns].astype("<f4").tobytes(),
        np.ascontiguousarray(model.nb_ptc[list(rows)][:, columns].T).astype("<f2").tobytes(),
    ]
    for length in range(1, max(len(gram) for gram, _ in kept) + 1):
        here = [(gram, feature) for gram, feature in kept if len(gram) == length]
        places = [bytes(gram[place] for gram, _ in here) for place in range(length)]
        table = np.array([numbers[feature] for _, feature in here])
        streams += [b"".join(places), np.diff(table, prepend=0).astype("<i4").tobytes()]
    packed = [zlib.compress(stream, 9) for stream in streams]
    OUT.write_bytes(MAGIC + b"".join(struct.pack(">I", len(stream)) + stream for stream in packed))
    print(f"{len(rows)} n-grams, {len(columns)} columns, {OUT.stat().st_size:,} bytes")


def strings(following: NDArray[np.uint32]) -> dict[bytes, int]:
    """The string that leads to each state of the model's automaton: the shortest."""
    found = {b"": 0}
    met = {0}
    edge = [b""]
    while edge:
        further: list[bytes] = []
        for gram in edge:
            row = following[found[gram]]
            for byte in np.flatnonzero(row).tolist():
                state = int(row[byte])
                if state not in met:
                    met.add(state)
                    longer = gram + bytes([byte])
                    found[longer] = state
                    further.append(longer)
        edge = further
    return found


if __name__ == "__main__":
    main()
