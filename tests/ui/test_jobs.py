"""Jobs: answers come back to the GUI thread, stale ones are dropped, all can be stopped."""

from __future__ import annotations

import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from curator.domain.errors import Cancelled, CuratorError
from curator.ui.background.jobs import TURN, Job, Jobs, Lane, Run
from tests.patience import PATIENCE


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_the_answer_arrives_in_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[tuple[int, bool, bool]] = []
    gui = QApplication.instance().thread()

    def work() -> tuple[int, bool]:
        return 42, QThread.currentThread() is gui

    jobs.read("sum", work, lambda r: answers.append((*r, QThread.currentThread() is gui)))
    assert jobs.running("sum")
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(42, False, True)]
    assert not jobs.running("sum")


def test_the_answer_of_a_job_that_was_started_anew_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[str] = []
    gate = threading.Event()

    def slow() -> str:
        gate.wait(PATIENCE)
        return "old"

    jobs.read("search", slow, answers.append)
    jobs.read("search", lambda: "new", answers.append)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.running("search"))
    assert answers == ["new"]


def test_nothing_arrives_of_a_job_that_was_forgotten(qtbot: QtBot, jobs: Jobs) -> None:
    answers: list[str] = []
    gate = threading.Event()
    jobs.read("counts", lambda: "late" if gate.wait(PATIENCE) else "", answers.append)
    jobs.forget("counts")
    gate.set()
    jobs.read("other", lambda: "after", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["after"]


def test_a_job_started_anew_stops_at_its_next_progress(qtbot: QtBot, jobs: Jobs) -> None:
    gate, stopped = threading.Event(), threading.Event()

    def slow(run: Run) -> None:
        gate.wait(PATIENCE)
        try:
            run.progress(1, 2)
        except Cancelled:
            stopped.set()
            raise

    jobs.start(Job("search", slow, lambda _r: None))
    jobs.read("search", lambda: None, lambda _r: None)
    gate.set()
    assert stopped.wait(PATIENCE)


def test_progress_and_single_items_are_told_in_their_order(qtbot: QtBot, jobs: Jobs) -> None:
    news: list[object] = []

    def work(run: Run) -> str:
        run.progress(1, 2, "a.md")
        run.tell("a")
        run.progress(2, 2, "b.md")
        return "all"

    jobs.start(Job("import", work, news.append, progressed=lambda *p: news.append(p), found=news.append))
    qtbot.waitUntil(lambda: "all" in news)
    assert news == [(1, 2, "a.md"), "a", (2, 2, "b.md"), "all"]


def test_a_stopped_job_ends_at_its_next_progress(qtbot: QtBot, jobs: Jobs) -> None:
    ends: list[str] = []
    gate = threading.Event()

    def work(run: Run) -> None:
        gate.wait(PATIENCE)
        run.progress(1, 2)

    run = jobs.start(
        Job("import", work, lambda _r: ends.append("done"), stopped=lambda: ends.append("stopped"))
    )
    run.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["stopped"]


def test_an_error_goes_to_its_job_or_else_to_all(qtbot: QtBot, jobs: Jobs) -> None:
    own: list[BaseException] = []
    other: list[object] = []
    jobs.failed.connect(other.append)

    def work(_run: Run) -> None:
        raise CuratorError("The disk is full.", "Make room.")

    jobs.start(Job("a", work, lambda _r: None, failed=own.append))
    jobs.start(Job("b", work, lambda _r: None))
    qtbot.waitUntil(lambda: bool(own) and bool(other))
    assert str(own[0]) == str(other[0])


def test_a_worker_holds_nothing_of_those_who_hear_of_it(jobs: Jobs) -> None:
    gate, begun = threading.Event(), threading.Event()

    class Listener:
        def hear(self, _result: object) -> None:
            """Take the answer."""

    def work(_run: Run) -> None:
        begun.set()
        gate.wait(PATIENCE)

    listener = Listener()
    left = weakref.ref(listener)
    jobs.start(Job("a", work, listener.hear, failed=listener.hear))
    del listener
    assert begun.wait(PATIENCE)
    assert left() is not None
    jobs.forget("a")
    assert left() is None
    gate.set()


def test_short_reads_do_not_wait_for_a_long_task(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    answers: list[str] = []
    jobs.start(
        Job("import", lambda _run: gate.wait(PATIENCE), lambda _r: answers.append("import"), lane=Lane.LONG)
    )
    jobs.read("counts", lambda: None, lambda _r: answers.append("counts"))
    qtbot.waitUntil(lambda: answers == ["counts"])
    gate.set()
    qtbot.waitUntil(lambda: answers == ["counts", "import"])


def test_a_worker_gives_way_to_the_gui_at_once(qtbot: QtBot) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)  # an event that waits for it a dozen times comes late to be seen
    try:
        Jobs().close()
        assert sys.getswitchinterval() == pytest.approx(TURN)
        assert TURN <= 0.001
    finally:
        sys.setswitchinterval(before)


def test_closing_stops_what_is_under_way_and_waits_for_it(qtbot: QtBot) -> None:
    jobs = Jobs()
    kept: list[int] = []
    begun = threading.Event()

    def work(run: Run) -> None:
        begun.set()
        for number in range(10_000_000):
            run.progress(number, 10_000_000)
            kept.append(number)

    jobs.start(Job("import", work, lambda _r: None, lane=Lane.LONG))
    jobs.start(Job("later", lambda _run: kept.append(-1), lambda _r: None, lane=Lane.LONG))
    assert begun.wait(PATIENCE)
    jobs.close()
    done = len(kept)
    assert done < 10_000_000
    assert -1 not in kept
    qtbot.wait(20)
    assert len(kept) == done
