"""How fast cleaning is and how much memory it takes, by language: clean text, damaged, met before, half lost.

Each language is measured in a process of its own: first the time and the most memory until a damaged text of
our own prose is clean (everything loaded for one language, the interpreter included); then documents of
6 kB, clean, damaged, and the same damaged again, in processor time; at last the same by ISO-8859-1 without
its controls, where half of what tells letters apart is lost. Their words are drawn from the language's list
as often as they are used, so that each document has new ones, as in a newspaper.
`./run bench cleaning_speed -- cs zh` measures some languages.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from argparse import Namespace
from itertools import accumulate
from pathlib import Path

from figures import Row, peak_memory

HERE = Path(__file__).resolve().parent
TEXTS = HERE / "texts"
QUICK = ["cs", "ru", "zh"]
AIMS = {"clean": "aim 10", "damaged": "aim 0.5", "memory": "aim 100"}
UNITS = {
    "clean": "MB/s",
    "damaged": "MB/s",
    "damaged again": "MB/s",
    "half lost": "MB/s",
    "memory": "MB",
    "first": "s",
}
BYTES = 6_000
_WARMING = 5
_HALVED = 12
"""So many documents are cleaned before any is measured, and up to that one those that are half lost."""


def run(args: Namespace) -> list[Row]:
    """A row for each figure and language, and the worst of each figure."""
    languages = args.rest or (QUICK if args.quick else sorted(path.stem for path in TEXTS.glob("??.txt")))
    found = {language: _measured(language) for language in languages}
    rows: list[Row] = []
    for name, unit in UNITS.items():
        values = {language: figures[name] for language, figures in found.items() if name in figures}
        worst = (max if name in {"memory", "first"} else min)(values, key=lambda language: values[language])
        rows += [Row(f"{name}, {language}", value, unit) for language, value in values.items()]
        rows.append(Row(f"{name}, worst", values[worst], unit, f"{worst}; {AIMS.get(name, '')}".rstrip("; ")))
    return rows


def _measured(language: str) -> dict[str, float]:
    command = [sys.executable, str(HERE / "cleaning_speed.py"), language]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def figures(language: str) -> dict[str, float]:
    """All figures of one language, in a process that has done nothing else."""
    began = time.process_time()
    from curator.cleaning import clean
    from curator.cleaning.damage.channels import DROPPED, Channel

    damage, halve = Channel("cp1254", DROPPED).damaged, Channel("latin-1", DROPPED).damaged
    damaged = damage((TEXTS / f"{language}.txt").read_text(encoding="utf-8"))
    found: dict[str, float] = {}
    if not clean(damaged).repairs:
        raise SystemExit(f"{language} is not repaired")
    found["first"] = time.process_time() - began
    found["memory"] = peak_memory()
    drawn = documents = _drawn(language, 40)
    found["clean"] = max(_speed(documents) for _ in range(5))
    documents = [damage(document) for document in documents]
    _speed(documents[:_WARMING])
    documents = documents[_WARMING:]
    found["damaged"] = _speed(documents)
    found["damaged again"] = max(_speed(documents) for _ in range(3))
    halved = list(map(halve, drawn))
    _speed(halved[:_WARMING])
    found["half lost"] = _speed(halved[_WARMING:_HALVED])
    return found


def _drawn(language: str, number: int) -> list[str]:
    """Documents of words drawn by their frequency, a sentence a line."""
    from curator.cleaning.models.words import EAST_ASIAN, words_of

    words = words_of(language)
    assert words is not None
    random.seed(language)
    known, weights = list(words.words), list(accumulate(10 ** (-level / 20) for level in words.levels))
    space, stop = ("", "。") if language in EAST_ASIAN[:2] else (" ", ".")
    documents: list[str] = []
    for _ in range(number):
        text = ""
        while len(text.encode()) < BYTES:
            drawn = random.choices(known, cum_weights=weights, k=14)
            text += drawn[0].capitalize() + space + space.join(drawn[1:]) + stop + "\n"
        documents.append(text)
    return documents


def _speed(documents: list[str]) -> float:
    """Megabytes a second of processor time."""
    from curator.cleaning import clean

    began = time.process_time()
    for document in documents:
        clean(document)
    spent = time.process_time() - began
    return sum(len(document.encode()) for document in documents) / spent / 1e6


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[1]))
    print(json.dumps(figures(sys.argv[1])))
