"""How well and how fast facts are read: precision, recall and F1 by kind and language, and kB a second.

`./run bench facts [-- --unknown-language] [--wrong]`: the marked sentences of tests/extraction/sentences,
those that nothing is tuned on apart; with `--unknown-language` the language is not given, with `--wrong`
errors are printed. Speed is that of ordinary articles (tests/bench/texts) and, apart, of the marked sentences
in a row, which state six times as many facts as the news does.
"""

from __future__ import annotations

import statistics
import sys
import time
from argparse import Namespace
from pathlib import Path
from zlib import crc32

from cleaning import calibration_error
from figures import Row

from curator.extraction import extract
from curator.extraction.confidences import fitted, probability
from tests.extraction.marked import KINDS, Score, Sentence, judged, languages, scored, sentences, stated

_FOLDS = 5
_TEXTS = Path(__file__).resolve().parent / "texts"
_SPEED = tuple("en cs de fr es pl ru bg el tr zh ja ko".split())
"""Languages of the articles that speed is measured on: prose of our own in newspaper manner, 3 to 7 kB."""
_SPEED_DENSE = ("en", "cs", "ru", "zh")


def run(args: Namespace) -> list[Row]:
    """F1 by kind, for each language and for all, in tuned and held-out sentences; then the speed."""
    rows: list[Row] = []
    for held_out in (False, True):
        name = "held out" if held_out else "tuned"
        whole = {kind: Score() for kind in KINDS}
        for language in languages():
            ours = [each for each in sentences(language) if each.held_out is held_out]
            scores = _scores(ours, args.rest)
            marked = {kind: score for kind, score in scores.items() if score.right + score.missed}
            rows += [_row(f"{name} {language} {kind}", score) for kind, score in marked.items()]
            for kind, score in scores.items():
                whole[kind] += score
        rows += [_row(f"{name} all {kind}", score) for kind, score in whole.items()]
    return [*rows, *_calibration(), *_speed(3 if args.quick else 7)]


def _calibration() -> list[Row]:
    """The calibration error on held-out sentences, each fifth judged by a table fitted to the others."""
    marked = [each for language in languages() for each in sentences(language) if each.held_out]
    folds = [
        [each for each in marked if crc32(each.text.encode()) % _FOLDS == fold] for fold in range(_FOLDS)
    ]
    seen = [[pair for each in fold for pair in judged(each)] for fold in folds]
    sure: list[tuple[float, bool]] = []
    for number, fold in enumerate(seen):
        table = fitted(pair for other in range(_FOLDS) if other != number for pair in seen[other])
        sure += [(probability(table, key, 0.9), right) for key, right in fold]
    brier = sum((confidence - right) ** 2 for confidence, right in sure) / len(sure)
    note = f"ten bins, {_FOLDS}-fold, {len(sure)} facts; Brier {brier:.4f}"
    return [Row("calibration error", round(100 * calibration_error(sure), 2), "%", note)]


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
    """Kilobytes (UTF-8) a second, companies included: ordinary articles, then texts of nothing but facts."""
    rows: list[Row] = []
    for language in _SPEED:
        article = (_TEXTS / f"{language}.txt").read_text(encoding="utf-8")
        rows.append(_kilobytes(f"speed {language} article", [article], 5 * rounds))
    rows.append(
        _kilobytes("speed a headline", [article.partition("\n")[0] for article in _articles()], rounds)
    )
    rows.append(_kilobytes("speed all articles as one text", ["\n\n".join(_articles())], rounds))
    for language in _SPEED_DENSE:
        texts = [sentence.text for sentence in sentences(language)]
        rows.append(_kilobytes(f"speed {language} marked sentences", ["\n\n".join(texts)], rounds))
    return rows


def _articles() -> list[str]:
    return [(_TEXTS / f"{language}.txt").read_text(encoding="utf-8") for language in _SPEED]


def _kilobytes(name: str, texts: list[str], rounds: int) -> Row:
    """The median of several rounds of one core's time, whatever else the machine does."""
    size = sum(len(text.encode()) for text in texts) / 1000
    found = sum(len(extract(text, None, "2018-03-14")) for text in texts)
    spent: list[float] = []
    for _ in range(rounds):
        begun = time.process_time()
        for text in texts:
            extract(text, None, "2018-03-14")
        spent.append(time.process_time() - begun)
    note = f"{size / len(texts):.2g} kB each, {found / size:.1f} facts a kB, all kinds, no language given"
    return Row(name, round(size / statistics.median(spent)), "kB/s", note)
