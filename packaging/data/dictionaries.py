"""Spelling dictionaries of Hunspell, expanded: every form that stems and affixes make.

Read as Hunspell's manual (hunspell(5)) describes: prefixes and suffixes with their conditions, a second
suffix behind the first, and the flags that forbid a form to stand alone. Compounds are not made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

_NOT_ALONE = ("NEEDAFFIX", "PSEUDOROOT", "ONLYINCOMPOUND", "FORBIDDENWORD", "CIRCUMFIX")
_MOST_FORMS = 600


class _Affix(NamedTuple):
    taken: str
    """What the stem loses."""
    added: str
    further: frozenset[str]
    """Flags of what was made."""
    condition: re.Pattern[str] | None


class Dictionary:
    """The stems of a dictionary with the forms of each."""

    def __init__(self, path: Path, encoding: str = "") -> None:
        """Read a `.dic` and the `.aff` beside it."""
        rules = path.with_suffix(".aff").read_bytes()
        named = re.search(rb"^\s*SET\s+(\S+)", rules, re.MULTILINE)
        self._encoding = encoding or (_python_name(named[1].decode()) if named else "utf-8")
        self._kind = "short"
        self._aliases: list[frozenset[str]] = []
        self._barred: set[str] = set()
        self._affixes: dict[str, tuple[bool, bool, list[_Affix]]] = {}
        """By flag: whether it is a suffix, whether it goes with affixes at the other end, and its rules."""
        self._read_rules(rules.decode(self._encoding, "replace").lstrip("\ufeff"))
        self._lines = path.read_text(encoding=self._encoding, errors="replace").splitlines()[1:]

    def stems(self) -> Iterator[str]:
        """All stems."""
        return (stem for stem, _ in self._entries())

    def families(self, wanted: Callable[[str], bool] = bool) -> Iterator[tuple[str, set[str]]]:
        """Each stem that is wanted with its forms; it is not always one of them."""
        for stem, flags in self._entries():
            if wanted(stem):
                yield stem, set(self._forms(stem, self._flags(flags)))

    def _entries(self) -> Iterator[tuple[str, str]]:
        """Each stem, and its flags."""
        for line in self._lines:
            entry = re.split(r"\t|\s+[a-z]{2}:", line, maxsplit=1)[0].strip()
            stem, _, flags = entry.replace("\\/", "\x00").partition("/")
            stem = stem.replace("\x00", "/")
            if stem:
                yield stem, flags.split(" ")[0]

    def _forms(self, stem: str, flags: frozenset[str]) -> Iterator[str]:
        if not flags & self._barred:
            yield stem
        count = 0
        suffixed = list(self._affixed(stem, flags, suffix=True))
        prefixed = list(self._affixed(stem, flags, suffix=False))
        for made, further, _ in suffixed + prefixed:
            if not further & self._barred:
                yield made
            for twice, last, _ in self._affixed(made, further, suffix=True):
                count += 1
                if not last & self._barred and count < _MOST_FORMS:
                    yield twice
        for made, further, crosses in suffixed:
            if crosses:
                for twice, last, other in self._affixed(made, flags, suffix=False):
                    if other and not (further | last) & self._barred:
                        yield twice

    def _affixed(
        self, word: str, flags: frozenset[str], *, suffix: bool
    ) -> Iterator[tuple[str, frozenset[str], bool]]:
        for flag in flags:
            behind, crosses, rules = self._affixes.get(flag, (not suffix, False, []))
            if behind != suffix:
                continue
            for rule in rules:
                if rule.condition is not None and not rule.condition.search(word):
                    continue
                if suffix and word.endswith(rule.taken):
                    yield word[: len(word) - len(rule.taken)] + rule.added, rule.further, crosses
                elif not suffix and word.startswith(rule.taken):
                    yield rule.added + word[len(rule.taken) :], rule.further, crosses

    def _read_rules(self, text: str) -> None:
        for line in text.splitlines():
            parts = line.split("#")[0].split() if not line.startswith(("SFX", "PFX")) else line.split()
            if not parts:
                continue
            if parts[0] == "FLAG":
                self._kind = parts[1]
            elif parts[0] == "AF" and not (len(parts) == 2 and parts[1].isdigit() and not self._aliases):
                self._aliases.append(self._split(parts[1]))
            elif parts[0] in _NOT_ALONE and len(parts) > 1:
                self._barred.add(parts[1])
            elif parts[0] in {"SFX", "PFX"} and len(parts) == 4 and parts[2] in "YN" and parts[3].isdigit():
                self._affixes[parts[1]] = (parts[0] == "SFX", parts[2] == "Y", [])
            elif parts[0] in {"SFX", "PFX"} and len(parts) > 3 and parts[1] in self._affixes:
                self._add(parts)

    def _add(self, parts: list[str]) -> None:
        suffix, _, rules = self._affixes[parts[1]]
        added, _, flags = parts[3].partition("/")
        condition = parts[4] if len(parts) > 4 else "."
        pattern = None
        if condition not in {".", ""} and ":" not in condition:
            escaped = re.sub(
                r"([().*+?{}|\\^$])",
                lambda sign: "." if sign[0] == "." else f"\\{sign[0]}",
                condition.replace("[^", "\x00"),
            ).replace("\x00", "[^")
            try:
                pattern = re.compile(f"{escaped}$" if suffix else f"^{escaped}")
            except re.error:
                return
        rules.append(
            _Affix(
                "" if parts[2] == "0" else parts[2],
                "" if added == "0" else added,
                self._flags(flags),
                pattern,
            )
        )

    def _flags(self, text: str) -> frozenset[str]:
        if self._aliases and text.isdigit() and int(text) <= len(self._aliases):
            return self._aliases[int(text) - 1]
        return self._split(text)

    def _split(self, text: str) -> frozenset[str]:
        if self._kind == "num":
            return frozenset(text.split(",")) if text else frozenset()
        size = 2 if self._kind == "long" else 1
        return frozenset(text[place : place + size] for place in range(0, len(text), size))


def _python_name(name: str) -> str:
    return {"microsoft-cp1251": "cp1251", "TIS620-2533": "tis-620"}.get(name, name)
