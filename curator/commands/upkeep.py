"""`curator check` and `curator backup`."""

from __future__ import annotations

import argparse
from pathlib import Path

from curator.commands import printing
from curator.commands.libraries import opened
from curator.commands.progressing import stoppable
from curator.services import backing_up, checking


def check(options: argparse.Namespace) -> int:
    """Check that the library is whole; status 1 if it is not."""
    with stoppable() as progress, opened(options) as library:
        problems = checking.check(library, progress)
    if options.json:
        printing.json_document({"problems": problems})
    elif not problems:
        printing.line("The library is whole.")
    else:
        for problem in problems:
            printing.tell(problem)
        printing.tell("A backup has what was whole when it was made; open it with --library.")
    return 1 if problems else 0


def backup(options: argparse.Namespace) -> int:
    """Copy the library; say so if what is copied is damaged."""
    with stoppable() as progress, opened(options) as library:
        path = backing_up.backup(library, Path(options.target) if options.target else None, progress)
        is_damaged = bool(backing_up.faults(library))
    if is_damaged:
        printing.tell("The library is damaged, and so is this copy: keep older ones. `check` says more.")
    if options.json:
        printing.json_document({"path": str(path)})
    else:
        printing.line(str(path))
    return 0
