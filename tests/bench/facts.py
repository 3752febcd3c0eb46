"""How well and how fast facts are read: precision, recall and F1 by kind and language, and kB a second.

`./run bench facts [-- --unknown-language] [--wrong]`: the marked sentences of tests/extraction/sentences,
those that nothing is tuned on apart; with `--unknown-language` the language is not given, with `--wrong`
errors are printed.
"""

from __future__ import annotations

import sys
from argparse import Namespace

from figures import Row, seconds

from curator.extraction import extract
from tests.extraction.marked import KINDS, Score, Sentence, languages, scored, sentences, stated


def run(args: Namespace) -> list[Row]:
    """F1 by kind, for each language and for all, in tuned and held-out sentences; then the speed."""
    rows: list[Row] = []
    for held_out in (False, True):
        name = "held out" if held_out else "tuned"
        whole = {kind: Score() for kind in KINDS}
        for language in languages():
            ours = [each for each in sentences(language) if each.held_out is held_out]
            scores = _scores(ours, args.rest)
            rows += [_row(f"{name} {language} {kind}", score) for kind, score in scores.items()]
            for kind, score in scores.items():
                whole[kind] += score
        rows += [_row(f"{name} all {kind}", score) for kind, score in whole.items()]
    return [*rows, *_speed(3 if args.quick else 7)]


def _scores(marked: list[Sentence], options: list[str]) -> dict[str, Score]:
    whole = {kind: Score() for kind in KINDS}
    for sentence in marked:
        language = None if "--unknown-language" in options else sentence.language
        found = extract(sentence.text, language, sentence.reference)
        for kind, score in scored(sentence.facts, found).items():
            whole[kind] += score
            if "--wrong" in options and (score.wrong or score.missed):
                got = [stated(fact) for fact in found if fact.kind.value == kind]
                print(f"{sentence.language} {kind}: {sentence.text} found {got}", file=sys.stderr)
    return whole


def _row(name: str, score: Score) -> Row:
    note = f"P {score.precision:.3f}, R {score.recall:.3f}, {score.right + score.missed} marked"
    return Row(name, round(score.f1, 3), "F1", note)


def _speed(rounds: int) -> list[Row]:
    """Kilobytes (UTF-8) a second over articles made of the sentences, companies included."""
    rows: list[Row] = []
    for language in ("en", "cs", "ru", "zh"):
        article = "\n\n".join(sentence.text for sentence in sentences(language))
        size = len(article.encode())
        best = seconds(lambda text=article: extract(text, None, "2018-03-14"), rounds)
        rows.append(
            Row(f"speed {language}", round(size / best / 1000), "kB/s", "dense with facts, all kinds")
        )
    return rows
