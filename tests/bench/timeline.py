"""The timeline under many marks: made ready, first drawn, and the frames of zooming and panning."""

from __future__ import annotations

import os
import random
import time
from argparse import Namespace
from datetime import date, timedelta
from itertools import cycle, islice

import corpus
from figures import Row, frames, peak_memory

from curator.domain.facts import Approximation, Decision, FactKind, Precision, Verdict
from curator.domain.timelines import Mark

TODAY = date(2026, 4, 20)
PATIENCE = 60
COMPANIES = tuple(f"Company {number}" for number in range(40))
PERIODS = ((Precision.YEAR, 365), (Precision.HALF, 182), (Precision.QUARTER, 91), (Precision.MONTH, 30))


def run(args: Namespace) -> list[Row]:
    """For a desk's timeline, a large one, and a million facts."""
    rows: list[Row] = []
    for number in (1_000, 10_000) if args.quick else (1_000, 100_000, 1_000_000):
        rows += _measured(number, 40 if args.quick else 120)
    return [*rows, Row("peak memory", peak_memory(), "MB")]


def marks(number: int) -> list[Mark]:
    """Marks over twelve years and forty companies of very different sizes: a quarter are periods."""
    chance = random.Random(number)
    kinds = tuple(FactKind)
    made: list[Mark] = []
    for each in range(number):
        low: date | None = date(2020, 1, 1) + timedelta(days=int(chance.triangular(0, 4400, 2300)))
        published = high = low
        precision, approximation = Precision.DAY, Approximation.EXACT
        promise = each % 3 > 0
        if promise:
            published = low - timedelta(days=200)
            if each % 8 < 3:
                precision, days = chance.choice(PERIODS)
                high = low + timedelta(days=days)
            if each % 16 == 1:
                low, approximation = None, Approximation.BY
        made.append(
            Mark(
                article_id=each // 3,
                fact_id=each if promise else None,
                kind=chance.choice(kinds) if promise else FactKind.DATE,
                low=low,
                high=high,
                precision=precision,
                approximation=approximation,
                label=f"{each % 97} GW" if promise else "",
                title=f"Article {each // 3}",
                companies=(COMPANIES[min(int(chance.expovariate(0.15)), len(COMPANIES) - 1)],),
                source=corpus.SOURCES[each % len(corpus.SOURCES)],
                importance=each % 6 or None,
                published=published,
                decision=Decision.PROPOSED,
                verdict=Verdict.UNCHECKED,
            )
        )
    return made


def _measured(number: int, steps: int) -> list[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from curator.ui.panels.timeline import TimelinePanel
    from curator.ui.panels.timeline_body import TimelineBody

    application = QApplication.instance() or QApplication([])
    shown = marks(number)
    panel = TimelinePanel()
    panel.resize(1440, 208)
    panel.show()
    application.processEvents()
    began = time.perf_counter()
    panel.set_marks(shown, TODAY)
    while panel.body is None:
        application.processEvents()
        time.sleep(0.005)  # an idle event loop leaves the interpreter to the job; a busy one fights for it
        assert time.perf_counter() - began < PATIENCE, "the timeline was not drawn"
    surface = panel.body.plot.viewport()
    surface.repaint()
    application.processEvents()
    whole = time.perf_counter() - began
    began = time.perf_counter()
    second = TimelineBody(panel.ready, 208, panel)
    second.resize(panel.size())
    second.fit()
    second.grab()
    drawn = time.perf_counter() - began
    second.setParent(None)
    ways = cycle((120,) * 12 + (-120,) * 12)
    zoom = _turns(application, surface, islice(ways, steps), Qt.KeyboardModifier.NoModifier)
    pan = _turns(application, surface, islice(ways, steps), Qt.KeyboardModifier.ShiftModifier)
    panel.close()
    name = f"{number:,} marks"
    return [
        Row(f"{name}, made ready and drawn", 1000 * whole, "ms", "in a job above 5,000"),
        Row(f"{name}, first drawn", 1000 * drawn, "ms", "once made ready"),
        *frames(f"{name}, zoom", zoom),
        *frames(f"{name}, pan", pan),
    ]


def _turns(application, surface, turns, modifiers) -> list[float]:
    """The time of each turn of the wheel until it is painted, as the event loop would do it: once."""
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    found = []
    middle = QPointF(surface.rect().center())
    place = QPointF(surface.mapToGlobal(middle.toPoint()))
    button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    for angle in turns:
        turn = QWheelEvent(middle, place, QPoint(), QPoint(0, angle), button, modifiers, phase, False)
        began = time.perf_counter()
        application.sendEvent(surface, turn)
        application.processEvents()
        found.append(time.perf_counter() - began)
    return found
