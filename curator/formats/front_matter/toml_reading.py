"""TOML front matter, as Hugo writes it: to plain data, dates as they are written."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from typing import Any, cast

from curator.domain.changes import Value
from curator.formats.front_matter.limits import MOST_LEVELS, refusal, refuse_depth
from curator.formats.front_matter.shielding import Shield

_WRITTEN = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})?)?"
    r"|\d{2}:\d{2}:\d{2}(?:\.\d+)?"
)
_DOTTED = re.compile(rf"(?<![\w\"'-])(?:[\w\"'-]++[ \t]*+\.[ \t]*+){{{MOST_LEVELS}}}")
_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")
_MOST_CHARACTERS = 1 << 18


def load(source: str, line: int) -> tuple[Any, list[str]]:
    """The value of TOML front matter and notes on it; `line` is that of its first line in the file.

    Raises UnreadableFile with the line.
    """
    if len(source) > _MOST_CHARACTERS:
        raise refusal(line, f"TOML longer than {_MOST_CHARACTERS // 1024} kB is not read")
    refuse_depth(source, line)
    dotted = _DOTTED.search(source)
    if dotted:
        raise refusal(
            line + source.count("\n", 0, dotted.start()), f"more than {MOST_LEVELS} levels are nested"
        )
    shield = Shield.of(source)
    try:
        values = tomllib.loads(shield.raised(source))
    except tomllib.TOMLDecodeError as error:
        raise _told(error, source, line) from None
    except (ValueError, RecursionError):
        raise refusal(line, "a number or date that is out of range") from None
    return _plain(values, _as_written(source), shield), []


def _told(error: tomllib.TOMLDecodeError, source: str, line: int) -> Exception:
    said = str(error)
    place = _PLACE.search(said)
    number = int(place[1]) if place and place[1] else source.rstrip("\n").count("\n") + 1
    reason = _PLACE.sub("", said).strip()
    if "Unterminated string" in reason or "Illegal character '\\n'" in reason:
        reason = "a quote is not closed"
    elif reason.startswith("Cannot overwrite"):
        reason = "a key stands twice"
    return refusal(line + number - 1, f"{reason[:1].lower()}{reason[1:]}")


def _as_written(source: str) -> dict[str, str]:
    """The dates of the source by their ISO form, spelled as they are."""
    spelled: dict[str, str] = {}
    for match in _WRITTEN.finditer(source):
        try:
            iso = datetime.fromisoformat(match[0].upper()).isoformat()
        except ValueError:
            continue
        spelled.setdefault(iso, match[0])
    return spelled


def _plain(value: Value, spelled: dict[str, str], shield: Shield) -> Value:
    if isinstance(value, str):
        return shield.lowered(value)
    if isinstance(value, list):
        return [_plain(each, spelled, shield) for each in cast("list[Value]", value)]
    if isinstance(value, dict):
        items = cast("dict[str, Value]", value).items()
        return {shield.lowered(key): _plain(each, spelled, shield) for key, each in items}
    if isinstance(value, datetime):
        return spelled.get(value.isoformat(), value.isoformat())
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and not _finite(value):
        return str(value)
    return value


def _finite(value: float) -> bool:
    return value - value == 0
