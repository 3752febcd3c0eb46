"""How well and how fast damage is undone: words restored by language and channel, against ftfy.

The texts are files named by their language (cs.txt, cs-more.txt), one paragraph a line; by default our own
held-out prose, which the tables were not made from. They are cut into documents, damaged, and cleaned. The
whole table, also over other texts: `python tests/bench/cleaning.py [--texts FOLDER] [--channels A,B]
[--languages cs,ru] [--documents N] [--wrong N]`; with `--markdown` as the table of README.md.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from curator.cleaning import clean
from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.domain.repairs import Cleaned

if TYPE_CHECKING:
    from figures import Row

TEXTS = Path(__file__).parent / "texts"
BYTES = 6_000
QUICK = ["1254 dropped", "1252 lossless", "latin-1 dropped"]
_BARE = Loss("", "", "")
CHANNELS = {
    "1254 dropped": Channel("cp1254", DROPPED),
    "1252 dropped": Channel("cp1252", DROPPED),
    "1250 dropped": Channel("cp1250", DROPPED),
    "1251 dropped": Channel("cp1251", DROPPED),
    "1254 U+FFFD": Channel("cp1254", Loss("\ufffd", "\xad")),
    "1254 ?": Channel("cp1254", Loss("?", "\xad")),
    "1252 nbsp space": Channel("cp1252", Loss("", "", " ")),
    "1252 nbsp dropped": Channel("cp1252", _BARE),
    "MacRoman nbsp space": Channel("mac-roman", Loss("", "", " ")),
    "437 nbsp space": Channel("cp437", Loss("", "", " ")),
    "twice 1252 dropped": Channel("cp1252", DROPPED, 2),
    "latin-1 dropped": Channel("latin-1", DROPPED),
    "1252 lossless": Channel("cp1252"),
    "1254 lossless": Channel("cp1254"),
    "1250 lossless": Channel("cp1250"),
    "1251 lossless": Channel("cp1251"),
    "latin-1 lossless": Channel("latin-1"),
    "MacRoman lossless": Channel("mac-roman"),
    "437 lossless": Channel("cp437"),
    "twice 1252 lossless": Channel("cp1252", times=2),
}


@dataclass(slots=True)
class Score:
    """What was counted over the documents of one language in one channel."""

    words: int = 0
    right: int = 0
    ftfy: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list[tuple[float, bool]])
    wrong: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    seconds: float = 0.0
    bytes: int = 0


def run(args: argparse.Namespace) -> list[Row]:
    """Rows for the registry: words restored in each channel over all languages, calibration, and speed."""
    from figures import Row, seconds

    names = QUICK if args.quick else list(CHANNELS)
    table = rows(["--channels", ",".join(names)])
    result: list[Row] = []
    for name in names:
        here = [row for row in table if row.get("channel") == name]
        worst = min(here, key=lambda row: float(str(row["restored"])))
        words = sum(int(str(row["words"])) for row in here)
        ours, theirs = (
            sum(float(str(row[key])) * int(str(row["words"])) for row in here) / words
            for key in ("restored", "ftfy")
        )
        note = f"ftfy {theirs:.1f}; worst {worst['language']} {worst['restored']}"
        result.append(Row(f"restored, {name}", round(ours, 2), "%", note))
    result.append(Row("calibration error", float(str(table[-1]["calibration error"])), "%", "ten bins"))
    texts = [document for _, documents in _documents(TEXTS, [], 4) for document in documents]
    size = sum(len(text.encode()) for text in texts) / 1e6
    damaged = [Channel("cp1254", DROPPED).damaged(text) for text in texts]
    damaged_size = sum(len(text.encode()) for text in damaged) / 1e6
    result.append(
        Row("clean text", size / seconds(lambda: [clean(text) for text in texts], rounds=3), "MB/s")
    )
    again = sum(seconds(lambda text=text: clean(text), rounds=3) for text in damaged)
    result.append(Row("damaged text, a language at a time", damaged_size / again, "MB/s", "words met before"))
    return result


def rows(arguments: Sequence[str]) -> list[dict[str, object]]:
    """One row a language and channel: percent of damaged words restored, by us and by ftfy."""
    options = _options(arguments)
    table: list[dict[str, object]] = []
    everything: list[tuple[float, bool]] = []
    for language, documents in _documents(options.texts, options.languages, options.documents):
        clean_share = sum(clean(document).text == document for document in documents)
        for name in options.channels:
            score = measured(
                documents, CHANNELS[name], ftfy=not options.no_ftfy, stated=options.stated and language
            )
            everything += score.sure
            if not score.words:
                continue
            table.append(
                {
                    "language": language,
                    "channel": name,
                    "words": score.words,
                    "restored": round(100 * score.right / score.words, 2),
                    "ftfy": round(100 * score.ftfy / score.words, 2),
                    "MB/s": round(score.bytes / score.seconds / 1e6, 3),
                    "clean kept": f"{clean_share}/{len(documents)}",
                }
            )
            if options.wrong:
                print(language, name, score.wrong[: options.wrong])
    table.append(
        {"calibration error": round(100 * calibration_error(everything), 2), "repairs": len(everything)}
    )
    return table


def measured(documents: Sequence[str], channel: Channel, *, ftfy: bool, stated: str | None = None) -> Score:
    """The documents damaged and cleaned, compared with what they were."""
    score = Score()
    for document in documents:
        damaged = channel.damaged(document)
        start = time.process_time()
        cleaned = clean(damaged, stated or None)
        score.seconds += time.process_time() - start
        score.bytes += len(damaged.encode("utf-8", "surrogatepass"))
        _compare(document, cleaned.text, score)
        score.sure += list(_sureness(document, cleaned))
        if ftfy:
            from ftfy import fix_encoding

            other = Score()
            _compare(document, fix_encoding(damaged), other)
            score.ftfy += other.right
    return score


def calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for confidence, right in sure:
        bins[min(9, int(confidence * 10))].append((confidence, right))
    total = max(1, len(sure))
    return sum(abs(sum(c for c, _ in group) - sum(r for _, r in group)) / total for group in bins if group)


def _compare(right: str, found: str, score: Score) -> None:
    for one, two in zip(right.split("\n"), _even(found.split("\n"), right.count("\n") + 1), strict=True):
        ours, theirs = _tokens(one), _tokens(two)
        wanted = [not token.isascii() for token in ours]
        score.words += sum(wanted)
        if len(ours) == len(theirs):
            matched = [a == b for a, b in zip(ours, theirs, strict=True)]
            score.wrong += [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
        else:
            matched = [False] * len(ours)
            matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
            for block in matcher.get_matching_blocks():
                matched[block.a : block.a + block.size] = [True] * block.size
            score.wrong += [
                (" ".join(ours[a:b]), " ".join(theirs[c:d]))
                for tag, a, b, c, d in matcher.get_opcodes()
                if tag != "equal"
            ]
        score.right += sum(m for m, w in zip(matched, wanted, strict=True) if w)


def _even(lines: list[str], count: int) -> list[str]:
    return (lines + [""] * count)[:count]


def _tokens(line: str) -> list[str]:
    return re.findall(r"[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+", line)


def _sureness(document: str, cleaned: Cleaned) -> Iterator[tuple[float, bool]]:
    """For each repair its confidence and whether it is right; only where line by line can be told."""
    rights, founds = document.split("\n"), cleaned.text.split("\n")
    if len(rights) != len(founds):
        return
    starts: list[int] = [0]
    for found in founds:
        starts.append(starts[-1] + len(found) + 1)
    number = 0
    for repair in cleaned.repairs:
        while starts[number + 1] <= repair.cleaned.start:
            number += 1
        if len(rights[number]) == len(founds[number]):
            place = repair.cleaned.start - starts[number]
            yield repair.confidence, rights[number][place : place + len(repair.after)] == repair.after


def _documents(folder: Path, languages: Sequence[str], most: int) -> Iterator[tuple[str, list[str]]]:
    for path in sorted(folder.glob("*.txt")):
        language = re.split("[-_]", path.stem)[0]
        if languages and path.stem not in languages and language not in languages:
            continue
        documents: list[str] = []
        lines: list[str] = []
        size = 0
        for line in unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).split("\n"):
            lines.append(line)
            size += len(line.encode()) + 1
            if size > BYTES:
                documents.append("\n".join(lines))
                lines, size = [], 0
            if len(documents) == most:
                break
        if lines and len(documents) < most and (size > BYTES // 3 or not documents):
            documents.append("\n".join(lines))
        yield language, documents


def markdown(table: Sequence[dict[str, object]]) -> str:
    """The rows as a table: a line a language, ours and ftfy's in each channel, and the means below."""
    cells = [row for row in table if "channel" in row]
    channels = list(dict.fromkeys(str(row["channel"]) for row in cells))
    languages = list(dict.fromkeys(str(row["language"]) for row in cells))
    found = {(row["language"], row["channel"]): row for row in cells}
    lines = [
        "| | words | " + " | ".join(channels) + " |",
        "|---|---|" + "---|" * len(channels),
    ]
    for language in languages:
        here = [found[language, channel] for channel in channels]
        shown = " | ".join(f"{_short(row['restored'])} ({_short(row['ftfy'])})" for row in here)
        lines.append(f"| {language} | {here[0]['words']} | {shown} |")
    means = " | ".join(
        f"{_short(_mean(found, languages, channel, 'restored'))}"
        f" ({_short(_mean(found, languages, channel, 'ftfy'))})"
        for channel in channels
    )
    return "\n".join([*lines, f"| mean | | {means} |"])


def _mean(
    found: dict[tuple[object, object], dict[str, object]], languages: Sequence[str], channel: str, key: str
) -> float:
    return sum(float(str(found[language, channel][key])) for language in languages) / len(languages)


def _short(value: object) -> str:
    return f"{float(str(value)):.1f}".removesuffix(".0")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench cleaning", description=__doc__)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    parser.add_argument("--languages", type=lambda text: text.split(","), default=[])
    parser.add_argument("--channels", type=lambda text: text.split(","), default=list(CHANNELS))
    parser.add_argument("--documents", type=int, default=4)
    parser.add_argument("--no-ftfy", action="store_true")
    parser.add_argument("--stated", action="store_true", help="tell the language")
    parser.add_argument("--markdown", action="store_true", help="print the table of README.md")
    parser.add_argument("--wrong", type=int, default=0, help="show so many words that were not restored")
    return parser.parse_args(list(arguments))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the rows as a table and as JSON lines."""
    import sys

    given = sys.argv[1:] if arguments is None else arguments
    table = rows(given)
    if "--markdown" in given:
        print(markdown(table))
        print(f"\nCalibration error {table[-1]['calibration error']} % over {table[-1]['repairs']} repairs.")
        return
    for row in table:
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
