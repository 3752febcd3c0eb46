"""Garbage is collected in the GUI thread, whoever makes it."""

from __future__ import annotations

import gc
import threading

import pytest
from pytestqt.qtbot import QtBot

from curator.ui.background.jobs import Job, Jobs, Lane, Run
from curator.ui.background.sweeping import MOST_PUT_OFF, Sweeper, waited_for
from tests.patience import PATIENCE


class Loop:
    """An object in a cycle that tells in which thread it is destroyed."""

    def __init__(self, told: list[int]) -> None:
        self.self, self.told = self, told

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


def test_a_worker_collects_nothing_while_jobs_run(qtbot: QtBot) -> None:
    told: list[int] = []
    jobs = Jobs()
    Loop(told)

    def work() -> int:
        return len([[] for _ in range(200_000)])

    done: list[int] = []
    jobs.read("many", work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert set(told) <= {threading.get_ident()}
    gc.collect()
    assert set(told) == {threading.get_ident()}
    jobs.close()
    assert gc.isenabled()


def test_the_sweeper_collects_what_has_filled_up(qtbot: QtBot) -> None:
    told: list[int] = []
    gc.collect()
    sweeper = Sweeper()
    Loop(told)
    kept = [list[int]() for _ in range(gc.get_threshold()[0] + 1000)]
    sweeper.sweep()
    assert len(told) == 1
    assert kept
    sweeper.end()


def test_the_sweeper_waits_for_a_worker_but_not_for_ever(qtbot: QtBot) -> None:
    told: list[int] = []
    gc.collect()
    sweeper = Sweeper()
    Loop(told)
    kept = [list[int]() for _ in range(gc.get_threshold()[0] + 1000)]
    with waited_for():
        for _ in range(MOST_PUT_OFF):
            sweeper.sweep()
            assert not told
        sweeper.sweep()
    assert len(told) == 1
    assert kept
    sweeper.end()


@pytest.mark.parametrize("lane", Lane)
def test_every_sweeper_waits_for_jobs_that_end_soon(qtbot: QtBot, lane: Lane) -> None:
    jobs, told, begun, gate = Jobs(), list[int](), threading.Event(), threading.Event()
    other = Sweeper()

    def work(_run: Run) -> bool:
        begun.set()
        return gate.wait(PATIENCE)

    jobs.start(Job("marks", work, lambda _r: None, lane=lane))
    assert begun.wait(PATIENCE)
    gc.collect()
    Loop(told)
    kept = [list[int]() for _ in range(gc.get_threshold()[0] + 1000)]
    other.sweep()
    assert len(told) == (1 if lane is Lane.LONG else 0)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.running("marks"))
    other.sweep()
    assert len(told) == 1
    assert kept
    jobs.close()
    other.end()


def test_python_collects_again_only_when_the_last_sweeper_has_ended(qtbot: QtBot) -> None:
    one, two = Sweeper(), Sweeper()
    one.end()
    assert not gc.isenabled()
    two.end()
    two.end()
    assert gc.isenabled()
