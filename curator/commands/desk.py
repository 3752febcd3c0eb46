"""`curator gui` and `curator demo`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from curator import logs, settings
from curator.commands.libraries import path_of, who
from curator.domain.errors import CuratorError


def gui(options: argparse.Namespace) -> int:
    """Open the desk on the user's library."""
    return _run(options, path_of(options), with_samples=False)


def demo(options: argparse.Namespace) -> int:
    """Open the desk on a library that is thrown away at the end, with the sample articles."""
    with tempfile.TemporaryDirectory(prefix="curator-demo-", ignore_cleanup_errors=True) as folder:
        return _run(options, Path(folder, "demo.curator"), with_samples=True)


def _run(options: argparse.Namespace, library: Path, *, with_samples: bool) -> int:
    if not options.screenshot and not _has_display():
        raise CuratorError(
            "There is no display to open the desk on.", "With --screenshot FILE.png it is drawn without one."
        )
    logs.start()
    from curator import app

    return app.run(
        library,
        who=who(),
        screenshot=Path(options.screenshot) if options.screenshot else None,
        size=options.size,
        scale=options.scale,
        dark=_dark(options),
        with_samples=with_samples,
    )


def _dark(options: argparse.Namespace) -> bool | None:
    if options.dark is not None:
        return bool(options.dark)
    return {"dark": True, "light": False}.get(settings.load().theme)


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
