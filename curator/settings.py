"""Settings: what the user has chosen for good, in a TOML file in the config folder.

Each setting is declared once, with its type, default and what it may be. A file that is broken or
names what nobody knows does no harm: what can be understood is taken, the rest is left as it is. One that
is no TOML at all is put aside before it is written anew.
"""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
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
    """The name written into the journal; "" for the name of the account."""
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
    stored = _stored(path or file()) or {}
    known = {each.name: stored[each.name] for each in fields(Settings) if _suits(each, stored.get(each.name))}
    return Settings(**known)


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings, whole or not at all; keys that nobody knows stay. OSError if it cannot be."""
    target = path or file()
    stored = _stored(target)
    values = (stored or {}) | {each.name: getattr(settings, each.name) for each in fields(settings)}
    lines = [
        f"{_key(name)} = {_toml(value)}\n" for name, value in values.items() if not isinstance(value, dict)
    ]
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".settings-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.writelines(lines)
            stream.flush()
            os.fsync(stream.fileno())
        if stored is None:
            target.replace(target.with_name(f"{target.name}.unread"))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _stored(path: Path) -> dict[str, Any] | None:
    """What the file says, nothing if there is none, None if it cannot be read."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("The settings cannot be read: %s. (%s)", error, path)
        return None


def _suits(each: Field[object], value: object) -> bool:
    choices = each.metadata.get("choices")
    if choices:
        return value in choices
    return type(value) is type(each.default)


def _key(name: str) -> str:
    return name if name.replace("_", "").replace("-", "").isalnum() and name.isascii() else _toml(name)


def _toml(value: object) -> str:
    """A value as TOML writes it; texts as basic strings."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        listed: list[Any] = list(value)  # pyright: ignore[reportUnknownArgumentType]
        return "[" + ", ".join(_toml(each) for each in listed) + "]"
    letters = "".join(_escaped(letter) for letter in str(value))
    return f'"{letters}"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if "\ud800" <= letter <= "\udfff":
        return "\ufffd"
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x20 or ord(letter) == 0x7F else letter
