"""Tables: every name a company is known by, ready to be looked up by the first word of a mention.

The shipped table is read once, when the first text is searched. What a library knows is laid over it:
its names win, and its spelling of a shipped company's name holds for that company's other aliases too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from curator import paths
from curator.extraction.companies.aliases import (
    MILDER,
    SOUND,
    Alias,
    alias_of,
    heads,
)
from curator.extraction.companies.inflections import base, bases
from curator.extraction.companies.spellings import (
    CAPITALS,
    IDEOGRAPH,
    INDIAN,
    LETTER,
    UNCASED,
    UNCASED_LETTER,
    WORD,
    folded,
    is_latin,
    is_uncased,
    letters_of,
    skeleton,
    words,
)
from curator.extraction.memories import Memory

_CAPITALIZED = re.compile(rf"[{CAPITALS}](?<!{LETTER}.){LETTER}*", re.DOTALL)
_CAPITALIZED_OR_UNCASED = re.compile(
    rf"(?<!{LETTER})(?:[{CAPITALS}]{LETTER}*|[{UNCASED}](?:{LETTER}|[{INDIAN}])*)"
)
_PREFIXES = frozenset("وبلفكובלמשהכ")
"""What Arabic and Hebrew write together with the next word: and, in, to, from."""
_SHORTEST_PREFIXED = 3
_CAMEL_HUMP = re.compile(
    "[A-Z](?<=[a-z].)(?:" + "|".join(rf"(?<=(?<!{LETTER})[a-z]{{{count}}}.)" for count in range(1, 5)) + ")"
)
"""A capital behind one to four small letters that begin a word: eBay."""
_CAMEL = re.compile(r"[a-z]{1,4}[A-Z]")


@lru_cache(maxsize=1 << 10)
def _standing(name: str) -> re.Pattern[str]:
    """The name where no longer word has it; its letters first, which are soon looked for."""
    written = re.escape(name)
    return re.compile(rf"{written}(?<!{LETTER}{written})(?!\w)")


class Table:
    """Aliases by the base of their first word; ideographic ones by their first two characters.

    Over the table below, `renamed` companies have other names, and `own` ones are named by the article.

    Lines of the shipped table are parsed when a text first has a word they may begin with.
    """

    def __init__(self, below: Table | None = None) -> None:
        self.below = below
        self.renamed: dict[str, str] = {}
        self.own: set[str] = set()
        self.odd: set[str] = set() if below is None else set(below.odd)
        self._heads: dict[str, list[str]] = {}
        self._parsed: dict[str, list[Alias]] = {}
        self._beginning = Memory(self._work_out_beginning)
        self._starting = Memory(self._work_out_starting)
        self._ideographs = Memory(self._work_out_ideographic)
        self._pairs: frozenset[str] | None = None
        self._any_mention: re.Pattern[str] | None = None

    def load(self, lines: Iterable[str]) -> None:
        """Add the lines of a shipped table: head, name as written, mark, company; parted by tabs."""
        heads = self._heads
        for line in lines:
            head, _, rest = line.partition("\t")
            heads.setdefault(head, []).append(rest)
            if not rest[0].isupper():
                self._note_odd(rest.partition("\t")[0])

    def add(self, alias: Alias) -> None:
        """Let the alias be found, before shipped ones."""
        self._pairs = self._any_mention = None
        for head in heads(alias):
            self._parsed.setdefault(head, []).append(alias)
        self._note_odd(alias.written)

    def beginning(self, word: str) -> list[Alias]:
        """The aliases that a mention may be which begins with this word as written, longest first."""
        return self._beginning[word]

    def starting(self, written: str) -> list[Alias]:
        """The aliases that a mention beginning with this folded word may be, longest first."""
        return self._starting[written]

    def ideographic(self, pair: str) -> list[Alias]:
        """The aliases beginning with these two ideographs, longest first."""
        return self._ideographs[pair]

    def spelled(self, name: str) -> Alias | None:
        """The alias which is exactly this name, but for case and accents."""
        wanted = words(name)
        ideographic = IDEOGRAPH.search(name) is not None
        if not wanted:
            return None
        for alias in self._at(name[:2] if ideographic else base(wanted[0])):
            if alias.written == name if ideographic else alias.words == wanted and not alias.sounded:
                return alias
        same = None if self.below is None else self.below.spelled(name)
        return None if same is None else self._renamed(same)

    def pairs(self) -> frozenset[str]:
        """All that the first two characters of an ideographic name may be."""
        if self._pairs is None:
            below = frozenset[str]() if self.below is None else self.below.pairs()
            own = {head for heads in (self._heads, self._parsed) for head in heads if len(head) == 2}
            self._pairs = below | own
        return self._pairs

    def mention(self, text: str) -> re.Pattern[str]:
        """What may begin a mention in the text: a word with a capital, or an odd name such as adidas."""
        if self.below is not None and len(self.below.odd) == len(self.odd):
            return self.below.mention(text)
        odd = any(name in text and _standing(name).search(text) for name in self.odd)
        if not odd and not _CAMEL_HUMP.search(text):
            return _CAPITALIZED_OR_UNCASED if UNCASED_LETTER.search(letters_of(text)) else _CAPITALIZED
        if self._any_mention is None:
            odd = sorted(self.odd, key=len, reverse=True)
            names = "".join(rf"|{re.escape(name)}(?!\w)" for name in odd)
            self._any_mention = re.compile(
                rf"(?<!{LETTER})(?:[{CAPITALS}]{LETTER}*|[{UNCASED}](?:{LETTER}|[{INDIAN}])*"
                rf"|[a-z]{{1,4}}[A-Z]{LETTER}*{names})"
            )
        return self._any_mention

    def _work_out_beginning(self, word: str) -> list[Alias]:
        first = WORD.match(folded(word))
        return self.starting(first[0]) if first else []

    def _work_out_starting(self, written: str) -> list[Alias]:
        own = [alias for alias in self._own(written) if alias.takes(alias.words[0], written)]
        if not own and len(written) >= _SHORTEST_PREFIXED and written[0] in _PREFIXES:
            own = [alias for alias in self._own(written[1:]) if alias.takes(alias.words[0], written[1:])]
            if len(written) == _SHORTEST_PREFIXED:
                own = [alias for alias in own if len(alias.words) > 1]
        return self._over([] if self.below is None else self.below.starting(written), own)

    def _work_out_ideographic(self, pair: str) -> list[Alias]:
        below = [] if self.below is None else self.below.ideographic(pair)
        return self._over(below, list(self._at(pair)))

    def _note_odd(self, written: str) -> None:
        """Remember a name that no capital begins, unless one stands soon inside: adidas, not easyJet."""
        ideographic = IDEOGRAPH.match(written) is not None or is_uncased(written[0])
        if not (written[0].isupper() or ideographic or _CAMEL.match(written)):
            self.odd.add(written)

    def _own(self, written: str) -> Iterator[Alias]:
        for stem in bases(written):
            yield from self._at(stem)
        if not is_latin(written):
            for stem in bases(skeleton(written)):
                yield from self._at(SOUND + stem)

    def _at(self, head: str) -> list[Alias]:
        lines = self._heads.pop(head, None)
        if lines is not None:
            self._parsed.setdefault(head, []).extend(alias_of(line, head) for line in lines)
        return self._parsed.get(head, [])

    def _over(self, below: Sequence[Alias], own: list[Alias]) -> list[Alias]:
        """Our own aliases and those below that they don't replace, longest first."""
        if not own and not self.renamed and not self.own:
            return [*below]
        taken = {(alias.words, alias.sounded) for alias in own}
        own += (self._renamed(alias) for alias in below if (alias.words, alias.sounded) not in taken)
        return sorted(own, key=lambda alias: (-len(alias.words), -len(alias.written), alias.sounded))

    def _renamed(self, alias: Alias) -> Alias:
        name = self.renamed.get(alias.company)
        if alias.company in self.own:
            return replace(alias, company=name or alias.company, mark=MILDER.get(alias.mark, alias.mark))
        return alias if name is None else replace(alias, company=name, known=True)


@cache
def shipped() -> Table:
    """The table that comes with the program."""
    table = Table()
    file = paths.resource("companies", "companies.tsv")
    table.load(line for line in file.read_text("utf-8").splitlines() if line and line[0] != "#")
    return table
