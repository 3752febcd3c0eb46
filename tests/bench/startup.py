"""Start to the first painted window, and to list and last article, against a bare window of the same Qt."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

import corpus
from figures import Row

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
ARTICLES = 40
# As small as a window gets, and painted as the desk is: its paint event is what says the time.
BARE = """
import json, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        told = {"event": "painted", "at": time.time(), "cpu": time.process_time()}
        print(json.dumps(told), file=sys.stderr, flush=True)

app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""


def run(args: Namespace) -> list[Row]:
    """Medians over alternating starts, in milliseconds from the start of the process, and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        library = Path(folder) / "bench.curator"
        _fill(library, Path(folder) / "articles", environment)
        bare = [sys.executable, "-P", "-c", BARE]
        desk = [sys.executable, "-P", "-m", "curator", "--library", str(library), "gui"]
        # Compiles, warms the disk, and closes the window as a user does, which keeps the last article.
        picture = ["--screenshot", str(Path(folder) / "desk.png")]
        subprocess.run([*desk, *picture], env=environment, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        rounds = [
            (_start(bare, {"painted"}, environment), _start(desk, {"painted", "ready"}, environment))
            for _ in range(3 if args.quick else 9)
        ]
        nothing = environment | {"PYTHONPYCACHEPREFIX": str(Path(folder) / "empty")}
        cold = _start(desk, {"painted", "ready"}, nothing)["ready"]
    return [
        _time(
            "bare window painted",
            [bare["painted"] for bare, _ in rounds],
            f"{len(rounds)} times, alternating",
        ),
        _time("desk painted", [desk["painted"] for _, desk in rounds]),
        _time("desk ready", [desk["ready"] for _, desk in rounds], f"list and last article of {ARTICLES}"),
        *_ratios("painted", "aim 1.5", rounds),
        *_ratios("ready", "aim 3", rounds),
        Row("desk ready, nothing compiled", 1000 * cold.clock, "ms", "once"),
    ]


@dataclass(frozen=True, slots=True)
class Moment:
    """How long after its start a process told of something, by the clock and in processor time; seconds."""

    clock: float
    processor: float


Start = dict[str, Moment]


def _time(name: str, moments: list[Moment], note: str = "") -> Row:
    return Row(name, 1000 * statistics.median(moment.clock for moment in moments), "ms", note)


def _ratios(event: str, aim: str, rounds: list[tuple[Start, Start]]) -> list[Row]:
    clock = statistics.median(desk[event].clock / bare["painted"].clock for bare, desk in rounds)
    used = statistics.median(desk[event].processor / bare["painted"].processor for bare, desk in rounds)
    name = f"desk {event} / bare painted"
    return [Row(name, clock, "times", aim), Row(f"{name}, processor time", used, "times", "steadier")]


def _environment(home: Path) -> dict[str, str]:
    """Compiled files are kept, as for a user; and nothing of the user's is touched."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment | {
        "CURATOR_HOME": str(home / "home"),
        "CURATOR_TRACE_STARTUP": "1",
        "PYTHONPATH": str(ROOT),
    }


def _fill(library: Path, folder: Path, environment: dict[str, str]) -> None:
    corpus.write_files(folder, ARTICLES)
    command = [sys.executable, "-P", "-m", "curator", "--library", str(library), "import", str(folder)]
    subprocess.run(command, env=environment, stdout=sys.stderr, check=True)


def _start(command: list[str], awaited: set[str], environment: dict[str, str]) -> Start:
    """When a process that is started now tells of each event on standard error; then it is ended."""
    began = time.time()
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        limit = threading.Timer(PATIENCE, process.kill)
        limit.start()
        try:
            found, told = _events(process, awaited)
        finally:
            limit.cancel()
            process.kill()
    if missing := awaited - found.keys():
        raise RuntimeError(f"{' '.join(command[:5])} … didn't tell of {', '.join(sorted(missing))}:\n{told}")
    return {name: Moment(event["at"] - began, event["cpu"]) for name, event in found.items()}


def _events(process: subprocess.Popen[str], awaited: set[str]) -> tuple[dict[str, dict[str, float]], str]:
    """Each event as it was first told of, until all awaited were or the process ended; and all it said."""
    assert process.stderr is not None
    found: dict[str, dict[str, float]] = {}
    told = ""
    for line in process.stderr:
        told += line
        if line.startswith('{"event"'):
            event = json.loads(line)
            found.setdefault(event["event"], event)
        if awaited <= found.keys():
            break
    return found, told
