"""Who else states an article's facts, in a library of a hundred thousand articles."""

from __future__ import annotations

import statistics
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from figures import Row, peak_memory, percentile

FIRST = date(2023, 1, 1)
LANGUAGES = ("en", "de", "cs", "bg", "zh")
PEOPLE = 2_000
"""Companies, the first of them in every eighth article."""


def run(args: Namespace) -> list[Row]:
    """The time of an article, over three hundred of them; of the ten most crowded apart."""
    from curator.services import corroborating
    from curator.services.library import Library

    number = 5_000 if args.quick else 100_000
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "bench.curator") as library:
        _fill(library, number)
        chosen = range(number // 300, number, number // 300)
        corroborating.corroborate(library, 1)
        found: list[tuple[float, int]] = []
        for each in chosen:
            began = time.perf_counter()
            answer = corroborating.corroborate(library, each)
            found.append((time.perf_counter() - began, sum(one.articles > 1 for one in answer.values())))
    times = [seconds for seconds, _ in found]
    facts = statistics.mean(agreed for _, agreed in found)
    return [
        Row("an article, median", 1000 * percentile(times, 0.5), "ms", f"of {number:,}, 12 figures each"),
        Row("an article, p95", 1000 * percentile(times, 0.95), "ms"),
        Row("an article, slowest", 1000 * max(times), "ms"),
        Row("facts that others state", facts, "an article"),
        Row("peak memory", peak_memory(), "MB"),
    ]


def _fill(library: Any, number: int) -> None:
    """Articles without texts, of stories that one to eight articles tell."""
    from sqlalchemy import insert

    from curator.store.database import sqlite
    from curator.store.database.tables import article, fact, reading

    articles = _articles(number)
    while batch := list(islice(articles, 2_000)):
        with library.writing() as connection:
            connection.execute(insert(article), [row for row, _ in batch])
            texts = [{"article_id": row["id"], "text": row["title"]} for row, _ in batch]
            connection.execute(insert(reading), texts)
            connection.execute(insert(fact), [each for _, facts in batch for each in facts])
    with library.writing() as connection:
        sqlite.measure(connection)


def _articles(number: int) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    chance = Random(7)
    made = 0
    while made < number:
        named = list(dict.fromkeys(_company(chance) for _ in range(chance.randint(1, 4))))
        figures = [_figure(chance) for _ in range(12)]
        day = FIRST + timedelta(days=chance.randrange(1_100))
        for _ in range(min(chance.choice((1, 1, 1, 1, 2, 3, 8)), number - made)):
            made += 1
            at = day + timedelta(days=chance.randrange(5))
            yield _article(made, at, chance.choice(LANGUAGES)), list(_facts(chance, made, named, figures))


def _company(chance: Random) -> str:
    return f"Company {int(PEOPLE * chance.random() ** 2.5)}"


def _article(number: int, day: date, language: str) -> dict[str, Any]:
    return {
        "id": number,
        "path": f"{number}.md",
        "title": f"Article {number}",
        "published": day.isoformat(),
        "language": language,
        "added_at": "2026-01-01T00:00:00Z",
        "revision": 1,
    }


def _figure(chance: Random) -> dict[str, Any]:
    """A value as the press writes it: mostly one or two digits, and years near the present."""
    kind = chance.choice(("money", "money", "quantity", "percent", "date", "date"))
    if kind == "date":
        year = chance.randint(2022, 2032)
        if chance.random() < 0.5:
            low, high = date(year, 1, 1), date(year, 12, 31)
            return _stated(kind, low, high, None, "year", "by" if chance.random() < 0.2 else "exact")
        low = date(year, chance.randint(1, 12), chance.randint(1, 28))
        return _stated(kind, low, low, None, "day", "exact")
    digits = chance.choice((chance.randint(1, 9), chance.randint(10, 99), chance.randint(100, 999)))
    scale = {"money": 10 ** chance.randint(6, 9), "quantity": 10 ** chance.randint(0, 3), "percent": 1}[kind]
    unit = {"money": chance.choice(("USD", "USD", "EUR", "CZK")), "quantity": "megawatt", "percent": "%"}[
        kind
    ]
    return _stated(kind, digits * scale, digits * scale, unit, None, "exact")


def _stated(
    kind: str, low: Any, high: Any, unit: str | None, precision: str | None, bound: str
) -> dict[str, Any]:
    dated = kind == "date"
    least, most = (float(each.toordinal() if dated else each) for each in (low, high))
    return {
        "kind": kind,
        "quote": str(low),
        "value": None if dated else str(low),
        "low": low.isoformat() if dated and bound == "exact" else None,
        "high": high.isoformat() if dated else None,
        "least": least if bound == "exact" else None,
        "most": most,
        "unit": unit,
        "precision": precision,
        "approximation": bound,
        "status": "stated",
        "confidence": 0.9,
        "rule": "bench",
        "name": None,
        "about": None,
    }


def _facts(
    chance: Random, number: int, named: list[str], figures: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """A mention of each company, and most of the story's figures with some of the article's own."""
    blank = _stated("company", 0, 0, None, None, "exact") | {"least": None, "most": None, "value": None}
    for place, name in enumerate(named):
        yield blank | {"article_id": number, "start": place, "end": place, "sentence": 0, "name": name}
    for place, figure in enumerate(figures):
        stated = figure if chance.random() < 0.7 else _figure(chance)
        about = chance.sample(named, min(len(named), chance.randint(0, 2)))
        where = {"start": 100 * place, "end": 100 * place + 9, "sentence": place}
        yield stated | where | {"article_id": number, "about": about or None}
