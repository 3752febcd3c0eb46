"""The log file: what went wrong, for whoever has to find out why. Never the text of an article."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from curator import paths

BYTES = 1 << 20
KEPT = 3


def file() -> Path:
    """Where the log is written."""
    return paths.log_folder() / "curator.log"


def start(level: int = logging.INFO) -> Path | None:
    """Log to the file from now on; gives its path, None if it cannot be written."""
    target = file()
    root = logging.getLogger()
    for each in list(root.handlers):
        if isinstance(each, RotatingFileHandler):
            if each.baseFilename == str(target.absolute()):
                return target
            root.removeHandler(each)
            each.close()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(target, maxBytes=BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
    except OSError:
        root.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(level)
    return target
