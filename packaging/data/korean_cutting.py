"""Korean sentences of morphemes cut into chunks: a stem, or all particles and endings behind it.

A stem that melts into its ending is one with so much of that as is needed. Kiwi's morphemes are what is cut,
and its joining of them tells what they look like.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from curator.cleaning.models.chunks import BARE, BOUND, CLOSED, SIGN, TAIL, VERB

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

LONGEST_RUN = 6
"""How many morphemes an ending has at most."""
SIGNS = {"SF": ".", "SP": ",", "SSO": "“", "SSC": "”", "SE": "…", "SS": "'", "SN": "0", "SO": "-"}
ENDINGS = frozenset("JKS JKC JKG JKO JKB JKV JKQ JX JC EP EF EC ETN ETM XSN XSV XSA XSM VCP".split())
VERBS = frozenset("VV VA VX VCN VV-I VV-R VA-I VA-R VX-I VX-R".split())
STANDING = {"": "나라", "ㄹ": "서울", "-": "책"}
"""Nouns that stand for all with such an end."""

Morpheme = tuple[str, str]
"""What a morpheme looks like, and its part of speech."""


class Kind(NamedTuple):
    """What chunks are counted as: their characters, and what they are to what stands before and behind."""

    text: str
    into: str
    out: str
    kind: int
    kind_behind: int


class Cutter:
    """Cuts sentences of morphemes into chunks, told by numbers."""

    def __init__(self, kiwi: Kiwi, morphemes: Sequence[Morpheme]) -> None:
        self._kiwi = kiwi
        self._morphemes = morphemes
        self._melted: dict[tuple[int, tuple[int, ...]], tuple[str, str, int]] = {}
        self._endings: dict[tuple[str, tuple[int, ...]], str] = {}
        self._numbers: dict[Kind, int] = {}

    @property
    def kinds(self) -> list[Kind]:
        """What each number stands for."""
        return list(self._numbers)

    def chunks(self, sentence: Sequence[int]) -> list[int]:
        """The chunks of a sentence; none where it has something that can't be put together."""
        found: list[Kind] = []
        place = 0
        while place < len(sentence):
            form, part = self._morphemes[sentence[place]]
            if part in SIGNS:
                found.append(Kind(SIGNS[part], SIGNS[part], SIGNS[part], SIGN, SIGN))
                place += 1
                continue
            start = place if part in ENDINGS else place + 1
            end = start
            while end < len(sentence) and end < start + LONGEST_RUN and self._is_ending(sentence[end]):
                end += 1
            run = tuple(sentence[start:end])
            made = self._of_verb(sentence[place], run) if part in VERBS else self._of_noun(form, part, run)
            if not made:
                return []
            found += made
            place = end
        return [self._numbers.setdefault(kind, len(self._numbers)) for kind in found]

    def _is_ending(self, morpheme: int) -> bool:
        return self._morphemes[morpheme][1] in ENDINGS

    def _of_noun(self, form: str, part: str, run: tuple[int, ...]) -> list[Kind]:
        """A stem that doesn't change, and its ending; of an ending behind a sign that alone."""
        alone = part in ENDINGS
        ending = self._ending("" if alone else end_of(form), run) if run else ""
        tail = [self._tail(ending, run)] if ending else []
        if run and not ending:
            return []
        if alone:
            return tail
        return [Kind(form, part, part + end_of(form), BOUND if part == "NNB" else 0, 0), *tail]

    def _ending(self, end: str, run: tuple[int, ...]) -> str:
        """What an ending looks like behind nouns with such an end."""
        known = self._endings.get((end, run))
        if known is None:
            noun = STANDING.get(end, STANDING["-"])
            whole = self._text([(noun, "NNG"), *(self._morphemes[one] for one in run)])
            known = self._endings[end, run] = whole.removeprefix(noun) if whole.startswith(noun) else ""
        return known

    def _of_verb(self, stem: int, run: tuple[int, ...]) -> list[Kind]:
        """A stem, with as much of its ending as it melts into, and the rest of that."""
        text, ending, taken = self._melted.get((stem, run)) or self._melt(stem, run)
        if not text:
            return []
        part = _plain(self._morphemes[stem][1])
        if not taken:
            made = [Kind(text, part, part + end_of(text), VERB, BARE)]
        else:
            form, other = self._morphemes[run[taken - 1]]
            made = [Kind(text, part, f">{form}/{other}", VERB, CLOSED)]
        return [*made, self._tail(ending, run[taken:])] if ending else made

    def _melt(self, stem: int, run: tuple[int, ...]) -> tuple[str, str, int]:
        parts = [self._morphemes[one] for one in (stem, *run)]
        whole = self._text(parts)
        taken = next(n for n in range(len(parts)) if whole.startswith(self._text(parts[: n + 1])))
        text = self._text(parts[: taken + 1])
        result = self._melted[stem, run] = text, whole[len(text) :], taken
        return result

    def _tail(self, text: str, run: Sequence[int]) -> Kind:
        first, last = _plain(self._morphemes[run[0]][1]), self._morphemes[run[-1]]
        telling = last[1][0] == "J" or last[1] in {"ETM", "EC", "EP", "XSV", "VCP"}
        out = f"-{last[1]}:{last[0]}" if telling else f"-{_plain(last[1])}"
        return Kind(text, "-" + first, out, TAIL, CLOSED)

    def _text(self, parts: Sequence[Morpheme]) -> str:
        return self._kiwi.join(list(parts)).replace(" ", "")


def _plain(part: str) -> str:
    """A part of speech without its conjugation."""
    return part.partition("-")[0]


def end_of(text: str) -> str:
    """The last consonant of a chunk, as far as endings care: none, ㄹ, that of past tense, or another."""
    code = (ord(text[-1]) - 0xAC00) % 28 if text and "가" <= text[-1] <= "힣" else 0
    return {0: "", 8: "ㄹ", 20: "ㅆ"}.get(code, "-")
