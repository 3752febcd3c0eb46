"""Tracks: Chinese, Japanese and Korean words, followed character by character where few are possible.

Where a channel leaves most of each character, that is far quicker than damaging all words that begin as a
line does (`shadows`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from curator.cleaning.east_asian.graphs import Edges
from curator.cleaning.east_asian.paths import Word
from curator.cleaning.images import Candidates
from curator.cleaning.models.prefixes import END, Prefixes

MOST = 16
"""How many characters may begin a word that is followed."""
_MOST_KNOWN = 20_000

Maker = Callable[[Sequence[int], Sequence[str]], list[Word]]
"""What makes paths of the words of some numbers, with their characters."""
Found = dict[int, dict[int, str]]
"""By the places where words end their numbers in the list, each with its characters."""


class Tracks:
    """Finds the words of one language in what lines can have been; remembers what they are."""

    def __init__(self, prefixes: Prefixes, made: Maker) -> None:
        """Take the words, and what makes paths of those that end together."""
        self._prefixes = prefixes
        self._made = made
        self._known: dict[tuple[int, ...], list[Word]] = {}

    def beginning(
        self, edges: Edges, end: int, candidates: Candidates, limit: int
    ) -> Iterable[tuple[int, list[Word]]]:
        """The words of two and more characters that begin with some which end at a place, by their ends."""
        found: Found = {}
        seconds, groups = self._prefixes.seconds.find, self._prefixes.groups
        beside = [
            (to, [(other, source) for other, _ in following for source in self._sources(other)])
            for to, following in edges.get(end, ())
            if to <= limit
        ]
        for sign, _ in candidates:
            for source in self._sources(sign):
                first, last = groups(source)
                if first < last:
                    for to, following in beside:
                        for second, behind in following:
                            group = seconds(behind, first, last)
                            if group >= 0:
                                self._follow(edges, to, limit, group, (source + behind, sign + second), found)
        return [(to, self._words(listed)) for to, listed in found.items()]

    def _follow(
        self,
        edges: Edges,
        place: int,
        limit: int,
        group: int,
        begun: tuple[str, str],
        found: Found,
    ) -> None:
        """Find the words of a group that go on as a line can."""
        known = self._prefixes
        text, first = known.text, known.places[group]
        stop, number = known.places[group + 1] + 1, known.numbers[group]
        going = [(END + begun[0], begun[1], first, place)]
        while going:
            prefix, form, at, place = going.pop()
            if text.startswith(END, at + len(prefix)):
                counted = number + text.count(END, first, at)
                numbered = self._numbered(prefix[1:], form, counted)
                if numbered is not None:
                    found.setdefault(place, {})[numbered] = form
                if at + len(prefix) + 1 == stop:
                    continue
            for to, following in edges.get(place, ()):
                if to > limit:
                    continue
                for sign, _ in following:
                    for source in self._sources(sign):
                        longer = prefix + source
                        here = text.find(longer, at, stop)
                        if here >= 0:
                            going.append((longer, form + sign, here, to))

    def _words(self, forms: dict[int, str]) -> list[Word]:
        numbers = tuple(forms)
        known = self._known.get(numbers)
        if known is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            known = self._known[numbers] = self._made(numbers, tuple(forms.values()))
        return known

    def _sources(self, sign: str) -> Sequence[str]:
        """What a character can be in the listed words."""
        return (sign,)

    def _numbered(self, word: str, form: str, number: int) -> int | None:
        """What tells a form of a word, None where there is no such one."""
        del word, form
        return number
