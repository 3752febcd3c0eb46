"""Saving and exporting, interrupted: `python -m tests.services.interruptions KIND RUNS FOLDER`.

Each run edits all articles and writes their files in a process of its own, which is killed at some moment or
runs out of room. Then every file is looked at: it must hold its old or its new bytes, whole.
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from curator.services import checking, editing, listing
from curator.services.editing import Edit, Verb
from curator.services.exports import exporting
from curator.services.files import comparing, saving
from curator.services.files.saving import Outcome
from curator.services.imports import importing
from curator.services.library import Library

FILES = 8
POST = """---
# number {number}
title: "Story {number}"   # as told
importance: 1
note: ''
---

{words}
"""


class Runs:
    """Runs on one library and its folder."""

    def __init__(self, home: Path, seed: str) -> None:
        self.home = home
        self.folder = home / "posts"
        self.out = home / "out"
        self.random = random.Random(seed)
        self.said: Counter[str] = Counter()
        self.longest: dict[str, float] = {}
        self.edited: dict[str, tuple[bytes, bytes]] = {}
        self.library = Library.open(home / "library.curator")

    def prepare(self) -> None:
        self.folder.mkdir()
        for number in range(FILES):
            words = "Nobody said anything of note. " * self.random.choice((1, 100, 1000))
            (self.folder / f"{number:02}.md").write_text(POST.format(number=number, words=words))
        importing.import_paths(self.library, [self.folder])
        self.export(self.library)

    def versions(self, number: int) -> dict[str, tuple[bytes, bytes]]:
        """Edit every article; the bytes of its file before and as they are to be."""
        note = f"run {number} x" + "x" * self.random.randrange(2000)
        self.recovered(self.library)
        ids = listing.identifiers(self.library, "")
        edits = [Edit("importance", Verb.SET, number % 5 + 1), Edit("note", Verb.SET, note)]
        editing.edit(self.library, ids, edits)
        self.edited = {}
        for file in sorted(self.folder.iterdir()):
            old = file.read_bytes()
            new = re.sub(rb"importance: \d", b"importance: %d" % (number % 5 + 1), old)
            self.edited[file.name] = old, re.sub(rb"note: '[^']*'", b"note: '%s'" % note.encode(), new)
        return self.edited

    def apart(self, work: Callable[[Library], object], *, killed: bool) -> str:
        """Do work in a process of its own, killed at some moment or not; what it told, "" if it was."""
        self.library.close()  # its connections; each process makes its own
        ours, theirs = os.pipe()
        child = os.fork()
        if not child:
            os.close(ours)
            status = 1
            try:
                with os.fdopen(theirs, "wb", 0) as stream:
                    stream.write(b" ")
                    stream.write(json.dumps(work(self.library)).encode())
                status = 0
            finally:
                os._exit(status)
        os.close(theirs)
        with os.fdopen(ours, "rb", 0) as stream:
            stream.read(1)
            began = time.monotonic()
            if killed:
                time.sleep(self.random.uniform(0, 1.1 * self.longest[work.__name__]))
                os.kill(child, signal.SIGKILL)
            told = stream.read()
        os.waitpid(child, 0)
        self.longest.setdefault(work.__name__, time.monotonic() - began)
        return told.decode()

    # What is interrupted

    def save(self, library: Library) -> list[tuple[str, str, str]]:
        report = saving.save(library, saving.unsaved(library))
        return [(item.path, item.outcome.value, item.reason) for item in report.items]

    def export(self, library: Library) -> list[str]:
        report = exporting.export(library, "", "markdown", self.out)
        exporting.export(library, "", "jsonl", self.home / "all.jsonl")
        return [str(file) for file in report.files]

    # What must hold afterwards

    def whole(self, folder: Path, versions: dict[str, tuple[bytes, bytes]]) -> dict[str, str]:
        """Which version each file holds."""
        held: dict[str, str] = {}
        for path, (old, new) in versions.items():
            data = (folder / path).read_bytes()
            assert data in (old, new), f"{path} is neither its old nor its new version"
            held[path] = "new" if data == new else "old"
            self.said[held[path]] += 1
        return held

    def recovered(self, library: Library) -> None:
        """The next save writes what is left, and the library knows every file."""
        report = saving.save(library, saving.unsaved(library))
        assert not report.counts[Outcome.REFUSED], report.items
        assert saving.unsaved(library) == []
        assert comparing.changed(library) == ()
        for path, (_, new) in self.edited.items():
            assert (self.folder / path).read_bytes() == new
        for left in self.folder.glob(".curator-*"):  # of killed processes
            left.unlink()


def killed_saving(runs: Runs, number: int) -> None:
    """Killed while files are saved."""
    versions = runs.versions(number)
    runs.apart(runs.save, killed=number > 0)
    runs.whole(runs.folder, versions)


def killed_exporting(runs: Runs, number: int) -> None:
    """Killed while files are exported over those of an earlier export."""
    versions = runs.versions(number)
    lines, part = runs.home / "all.jsonl", runs.home / "wanted.jsonl"
    exporting.export(runs.library, "", "jsonl", part, manifest=False)
    old = {path: (runs.out / path).read_bytes() for path in versions}
    possible = (lines.read_bytes(), part.read_bytes())
    runs.apart(runs.export, killed=number > 0)
    runs.whole(runs.out, {path: (old[path], new) for path, (_, new) in versions.items()})
    assert lines.read_bytes() in possible


def full_disk(runs: Runs, number: int) -> None:
    """No file can grow beyond some size, the library's neither; the report says which files were written."""
    versions = runs.versions(number)
    limit = runs.random.randrange(40_000)

    def work(library: Library) -> list[tuple[str, str, str]]:
        ids = saving.unsaved(library)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        report = saving.save(library, ids)
        return [(item.path, item.outcome.value, item.reason) for item in report.items]

    told = json.loads(runs.apart(work, killed=False))
    held = runs.whole(runs.folder, versions)
    assert len(told) == len(versions)
    for path, outcome, reason in told:
        assert held[path] == ("new" if outcome == "written" else "old"), (path, outcome, reason)
        assert outcome == "written" or reason
        runs.said[f"told {outcome}"] += 1


KINDS = {"killed-saving": killed_saving, "killed-exporting": killed_exporting, "full-disk": full_disk}


def main() -> None:
    """Run and print how many files were found in which version."""
    kind, count, home = KINDS[sys.argv[1]], int(sys.argv[2]), Path(sys.argv[3])
    runs = Runs(home, sys.argv[1])
    runs.prepare()
    for number in range(count):
        kind(runs, number)
    runs.recovered(runs.library)
    assert checking.check(runs.library) == []
    runs.library.close()
    print(json.dumps(runs.said))


if __name__ == "__main__":
    main()
