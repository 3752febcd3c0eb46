"""Storable: texts and values as a database can hold them, whatever a file or a command line had."""

from __future__ import annotations

import re
from typing import cast

from curator.domain.changes import Value

_LONE = re.compile("[\ud800-\udfff]")


def storable_text(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no UTF-8 can say; nothing moves."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def storable(value: Value) -> Value:
    """A value all of whose texts can be held; keys are made texts."""
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, list):
        return [storable(each) for each in cast("list[Value]", value)]
    if isinstance(value, dict):
        items = cast("dict[Value, Value]", value).items()
        return {storable_text(str(key)): storable(each) for key, each in items}
    return value
