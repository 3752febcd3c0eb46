"""Timeline: how long marks take to be made ready, to be drawn first, and to be panned and zoomed."""

from __future__ import annotations

import os
import random
import sys
import time
from datetime import date, timedelta
from statistics import median, quantiles
from typing import Any

from curator.domain.facts import Approximation, Decision, FactKind, Precision, Verdict
from curator.domain.timelines import Mark

SIZES = (1_000, 100_000, 1_000_000)
FRAMES = 60
TODAY = date(2026, 4, 20)
COMPANIES = tuple(f"Company {number}" for number in range(40))
_PERIODS = (
    (Precision.YEAR, 365), (Precision.HALF, 182), (Precision.QUARTER, 91), (Precision.MONTH, 30),
)  # fmt: skip


def synthetic(count: int, seed: int = 1) -> list[Mark]:
    """Marks over twelve years and forty companies: three quarters days, the rest periods."""
    chance = random.Random(seed)
    kinds = list(FactKind)
    marks: list[Mark] = []
    for number in range(count):
        day = date(2020, 1, 1) + timedelta(days=int(chance.triangular(0, 4400, 2300)))
        company = COMPANIES[min(int(chance.expovariate(0.15)), len(COMPANIES) - 1)]
        low: date | None = day
        high, precision, approximation = day, Precision.DAY, Approximation.EXACT
        if number % 4 == 0:
            precision, days = chance.choice(_PERIODS)
            high = day + timedelta(days=days)
            if number % 16 == 0:
                low, approximation = None, Approximation.BY
        marks.append(
            Mark(
                article_id=number // 3,
                fact_id=None if number % 3 == 0 else number,
                kind=chance.choice(kinds),
                low=low,
                high=high,
                precision=precision,
                approximation=approximation,
                label=f"{number % 97} GW",
                title=f"Article {number // 3}",
                companies=(company,),
                source=f"Source {number % 25}",
                importance=number % 6 or None,
                published=day - timedelta(days=200) if number % 3 else day,
                decision=Decision.PROPOSED,
                verdict=Verdict.UNCHECKED,
            )
        )
    return marks


def run(arguments: list[str]) -> list[dict[str, Any]]:
    """One row of figures for each number of marks; numbers may be given as arguments."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    sizes = [int(argument) for argument in arguments if argument.isdigit()] or list(SIZES)
    return [_measured(app, size) for size in sizes]


def _measured(app: Any, size: int) -> dict[str, Any]:
    from curator.ui.panels.timeline_body import TimelineBody
    from curator.ui.widgets.timeline_preparing import prepared
    from PySide6.QtWidgets import QWidget

    marks = synthetic(size)
    begin = time.perf_counter()
    ready = prepared(marks, "company", TODAY)
    made = time.perf_counter()
    again = prepared(marks, "source", TODAY, ready.columns)
    switched = time.perf_counter()
    del again
    window = QWidget()
    window.resize(1440, 208)
    started = time.perf_counter()
    body = TimelineBody(ready, 208, window)
    body.resize(1440, 172)
    window.show()
    body.fit()
    body.grab()
    drawn = time.perf_counter()
    app.processEvents()
    pans, zooms = _moved(body)
    window.close()
    window.deleteLater()
    return {
        "what": "timeline",
        "marks": size,
        "ready_ms": _ms(made - begin),
        "lanes_ms": _ms(switched - made),
        "first_draw_ms": _ms(drawn - started),
        "pan_p50_ms": _ms(median(pans)),
        "pan_p95_ms": _ms(quantiles(pans, n=20)[-1]),
        "zoom_p50_ms": _ms(median(zooms)),
        "zoom_p95_ms": _ms(quantiles(zooms, n=20)[-1]),
    }


def _moved(body: Any) -> tuple[list[float], list[float]]:
    """Seconds for each frame of panning at three scales, and of zooming from all to days and back."""
    plot = body.plot
    pans: list[float] = []
    for factor in (1.0, 0.2, 0.1):
        plot.zoom(factor)
        for number in range(FRAMES):
            pans.append(_timed(body, lambda number=number: plot.pan(11 if number % 40 < 20 else -11)))
    body.fit()
    zooms = [_timed(body, lambda: plot.zoom(0.9, 700.0)) for _ in range(FRAMES)]
    zooms += [_timed(body, lambda: plot.zoom(1 / 0.9, 700.0)) for _ in range(FRAMES)]
    return pans, zooms


def _timed(body: Any, move: Any) -> float:
    begin = time.perf_counter()
    move()
    body.plot.viewport().repaint()
    return time.perf_counter() - begin


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)


if __name__ == "__main__":
    for row in run(sys.argv[1:]):
        print(row)
