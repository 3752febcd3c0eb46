"""Shielding: characters a parser rejects or folds are swapped for private ones, and back.

Damaged text holds C1 controls, NEL and lone surrogates; YAML refuses them or takes them for line
ends. Shielded they pass through any parser as letters would.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNWELCOME = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_PRIVATE = range(0x10F000, 0x10FFFD)
"""The end of the last private-use plane, which no font and no text uses."""


@dataclass(frozen=True, slots=True)
class Shield:
    """A swap of unwelcome characters for private ones that the text does not hold."""

    there: dict[int, int]

    @classmethod
    def of(cls, text: str) -> Shield:
        """The swap that a text needs; one character for one, so places stay."""
        unwelcome = sorted(set(_UNWELCOME.findall(text)))
        if not unwelcome:
            return cls({})
        present = set(text)
        free = (code for code in _PRIVATE if chr(code) not in present)
        return cls({ord(char): code for char, code in zip(unwelcome, free, strict=False)})

    def raised(self, text: str) -> str:
        """The text with the unwelcome characters swapped."""
        return text.translate(self.there) if self.there else text

    def lowered(self, text: str) -> str:
        """A text out of the parser with its own characters again."""
        return text.translate({code: char for char, code in self.there.items()}) if self.there else text
