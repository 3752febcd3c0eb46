"""Settings: what the user has chosen for good, in a TOML file in the config folder.

Each setting is declared once, with its type, default and what it may be. The file is the user's own: Curator
reads it and never writes it. One that is broken or names what nobody knows does no harm: what can be
understood is taken.
"""

from __future__ import annotations

import logging
import tomllib
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from curator import paths

_log = logging.getLogger(__name__)


def _one_of(*choices: str) -> str:
    """A text setting with a few possible values, the first of which is the default."""
    made: str = field(default=choices[0], metadata={"choices": choices})
    return made


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings with their defaults."""

    library: str = ""
    """The library that opens when none is named; "" for the one in the data folder."""
    who: str = ""
    """The name written into the journal; "" for the one of the account."""
    theme: str = _one_of("system", "light", "dark")
    """Whether the desk is light or dark."""
    revisions: str = _one_of("ask", "replace", "keep")
    """What an import does with a known article whose file has other bytes."""
    facts_key: str = "facts"
    """The front-matter key under which the desk offers to write facts into files."""


def file() -> Path:
    """Where the settings are kept."""
    return paths.config_folder() / "settings.toml"


def load(path: Path | None = None) -> Settings:
    """The settings in the file, with defaults for all that is missing or cannot be understood."""
    stored = _stored(path or file())
    known = {each.name: stored[each.name] for each in fields(Settings) if _suits(each, stored.get(each.name))}
    return Settings(**known)


def _stored(path: Path) -> dict[str, Any]:
    """What the file says; nothing if there is none, or if it cannot be read."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("The settings cannot be read: %s. (%s)", error, path)
        return {}


def _suits(each: Field[object], value: object) -> bool:
    choices = each.metadata.get("choices")
    if choices:
        return value in choices
    return type(value) is type(each.default)
