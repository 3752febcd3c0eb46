"""Importing a folder of Markdown files: read, cleaned, searched for facts, stored and indexed.

Files a second of processor time tell more than those of the clock where other programs run.
"""

from __future__ import annotations

import tempfile
import time
from argparse import Namespace
from pathlib import Path

import corpus
from figures import Row, peak_memory


def run(args: Namespace) -> list[Row]:
    """A fresh library each time; the second import finds every file already there."""
    number = 200 if args.quick else 1_000
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        size = corpus.write_files(home / "files", number)
        return [*imports(home, number, size), Row("peak memory", peak_memory(), "MB")]


def imports(home: Path, number: int, size: int) -> list[Row]:
    from curator.services.imports.importing import Outcome, import_paths
    from curator.services.library import Library

    rows = []
    corpus.write_files(home / "first", 10)
    with Library.open(home / "first.curator") as library:
        import_paths(library, [home / "first"])  # tables and patterns are made ready
    with Library.open(home / "bench.curator") as library:
        for name, outcome in (("new files", Outcome.ADDED), ("files already there", Outcome.PRESENT)):
            began, used = time.perf_counter(), time.process_time()
            report = import_paths(library, [home / "files"])
            took, used = time.perf_counter() - began, time.process_time() - used
            strays = [item for item in report.items if item.outcome is not outcome]
            assert not strays, strays[:3]
            rows.append(
                Row(name, number / took, "files/s", f"{number} files, {size / number / 1000:.1f} kB each")
            )
            rows.append(Row(f"{name}, of processor time", number / used, "files/s"))
            rows.append(Row(f"{name}, text", size / took / 1e6, "MB/s"))
    return rows
