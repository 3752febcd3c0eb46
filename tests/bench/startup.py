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
        print(json.dumps({"event": "painted", "at": time.time()}), file=sys.stderr, flush=True)

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
        _start(
            desk, {"painted", "ready"}, environment
        )  # compiles, warms the disk, remembers the last article
        found: dict[str, list[float]] = {"bare": [], "painted": [], "ready": []}
        for _ in range(3 if args.quick else 9):
            found["bare"].append(_start(bare, {"painted"}, environment)["painted"])
            times = _start(desk, {"painted", "ready"}, environment)
            found["painted"].append(times["painted"])
            found["ready"].append(times["ready"])
        cold = _start(
            desk, {"painted", "ready"}, environment | {"PYTHONPYCACHEPREFIX": str(Path(folder) / "empty")}
        )
    median = {name: statistics.median(times) for name, times in found.items()}
    ratios = {
        name: statistics.median(here / bare for here, bare in zip(found[name], found["bare"], strict=True))
        for name in ("painted", "ready")
    }
    return [
        Row(
            "bare window painted", 1000 * median["bare"], "ms", f"median of {len(found['bare'])}, alternating"
        ),
        Row("desk painted", 1000 * median["painted"], "ms"),
        Row("desk ready", 1000 * median["ready"], "ms", f"list and last article, {ARTICLES} articles"),
        Row("desk painted / bare", ratios["painted"], "times", "aim 1.5"),
        Row("desk ready / bare", ratios["ready"], "times", "aim 3"),
        Row("desk ready, nothing compiled", 1000 * cold["ready"], "ms", "once"),
    ]


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


def _start(command: list[str], awaited: set[str], environment: dict[str, str]) -> dict[str, float]:
    """Seconds from starting the process to each event it tells of on standard error; then it is ended."""
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
    return {event: at - began for event, at in found.items()}


def _events(process: subprocess.Popen[str], awaited: set[str]) -> tuple[dict[str, float], str]:
    """When each event was first told of, until all awaited were or the process ended; and all it said."""
    assert process.stderr is not None
    found: dict[str, float] = {}
    told = ""
    for line in process.stderr:
        told += line
        if line.startswith('{"event"'):
            event = json.loads(line)
            found.setdefault(event["event"], event["at"])
        if awaited <= found.keys():
            break
    return found, told
