"""What was worked out once is kept: tables that are emptied when they grow too large."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

USUAL = 1 << 16
"""Words kept at most: more than an article has, and some megabytes."""


class Memory(dict[str, Value]):
    """What a function gives for words, worked out once each and looked up as fast as in a dict."""

    def __init__(self, work_out: Callable[[str], Value], most: int = USUAL) -> None:
        super().__init__()
        self._work_out = work_out
        self._most = most

    def __missing__(self, word: str) -> Value:
        if len(self) > self._most:
            self.clear()
        value = self[word] = self._work_out(word)
        return value
