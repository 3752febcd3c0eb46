"""Where things stand on disk: shipped resources, the user's library, settings and logs."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).resolve().parent


@cache
def shipped(folder: str) -> Path:
    """The shipped folder `resources` or `db`: inside an installed package, else beside it."""
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder


def resource(*parts: str) -> Path:
    """A file or folder below `resources`."""
    return shipped("resources").joinpath(*parts)


def named(path: str | Path) -> Path:
    """A path as a user writes it: `~` is the home folder, where there is one."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - pathlib's raises where there is no such user


def data_folder() -> Path:
    """The user's folder for libraries; `CURATOR_HOME` moves everything below one folder."""
    return _user_folder("data", platformdirs.user_data_path)


def config_folder() -> Path:
    """The user's folder for settings."""
    return _user_folder("config", platformdirs.user_config_path)


def log_folder() -> Path:
    """The user's folder for log files."""
    return _user_folder("log", platformdirs.user_log_path)


def default_library() -> Path:
    """The library that opens when none is named."""
    return data_folder() / "library.curator"


def _user_folder(kind: str, place: Callable[..., Path]) -> Path:
    home = os.environ.get("CURATOR_HOME")
    return Path(home) / kind if home else place("curator", appauthor=False)
