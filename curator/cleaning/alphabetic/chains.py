"""Chains: what a damaged piece can have been where it is known at which places its characters begin.

UTF-8 has lead bytes where characters begin and nowhere else. As long as nothing that was lost has left a
sign of ASCII, and the text was read wrongly only once, a piece parts into images in one way, and what each
image came from does not hang on the others: no lattice is needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate
from operator import contains
from typing import NamedTuple

from curator.cleaning.alphabetic.lattices import Edges
from curator.cleaning.damage.channels import Channel
from curator.cleaning.damage.pages import any_of
from curator.cleaning.images import Candidates, Choice, Images, images_of

_MOST = 10_000


class _Unit(NamedTuple):
    """What an image can have come from, and the characters alone: all, and those but capitals."""

    choice: Choice
    all: tuple[str, ...]
    small: tuple[str, ...]


class Chains:
    """Makes the chains of pieces in one channel and one language."""

    def __init__(self, images: Images) -> None:
        self._images = images
        self._leads = any_of(images.leads)[1:-1]
        self._parts = re.compile(f"[\x00-\x7f]+|[^\x00-\x7f][^\x00-\x7f{self._leads}]*")
        self._units: dict[str, _Unit | None] = {}

    def units(self, piece: str) -> list[str]:
        """The images in a piece, and the runs of ASCII between them."""
        return self._parts.findall(piece)

    def chain(self, piece: str) -> Chain:
        """Everything a piece can have been."""
        parts = self._parts.findall(piece)
        units = self._units
        signs: list[tuple[str, ...]] = []
        paths = 1
        small = False
        for part in parts:
            if part < "\x80":
                signs.append((part,))
                small = part[-1].islower()
                continue
            unit = units[part] if part in units else self._unit(part)
            if unit is None:
                return _NONE
            here = unit.small if small else unit.all
            signs.append(here)
            paths *= len(here)
            small = unit.choice.is_small
        return Chain(self, parts, signs, paths)

    def candidates(self, parts: list[str]) -> Iterator[Candidates]:
        """What each image of a piece can have come from; runs of ASCII are themselves."""
        small = False
        for part in parts:
            if part < "\x80":
                yield ((part, 0.0),)
                small = part[-1].islower()
            else:
                unit = self._unit(part)
                assert unit is not None
                yield unit.choice.small if small else unit.choice.all
                small = unit.choice.is_small

    def _unit(self, image: str) -> _Unit | None:
        try:
            return self._units[image]
        except KeyError:
            if len(self._units) >= _MOST:
                self._units.clear()
            found = self._units[image] = self._unknown_unit(image)
            return found

    def _unknown_unit(self, image: str) -> _Unit | None:
        for size, choice in self._images.beginning(image, 0):
            if size == len(image):
                signs, small = ([sign for sign, _ in found] for found in (choice.all, choice.small))
                return _Unit(choice, tuple(signs), tuple(small))
        return None


class Chain:
    """Everything a piece can have been, as `Lattice`."""

    __slots__ = ("_chains", "_parts", "paths", "signs")

    def __init__(
        self, chains: Chains | None, parts: list[str], signs: list[tuple[str, ...]], paths: int
    ) -> None:
        self._chains = chains
        self._parts = parts
        self.signs = signs
        """What each image, or run of ASCII, can have come from."""
        self.paths = paths
        """How many originals there are."""

    def originals(
        self, begun: Callable[[list[str]], list[str]] | None = None
    ) -> list[tuple[str, tuple[int, ...]]]:
        """All originals, each with the places where its characters' images begin, and the end.

        Where it is told which of some beginnings any may have, only those that have such a one at every
        place where several go on.
        """
        texts = [""]
        certain = ""
        for here in self.signs:
            if len(here) == 1:
                certain += here[0]
            else:
                texts = [text + certain + sign for text in texts for sign in here]
                certain = ""
                if begun is not None:
                    texts = begun(texts)
        cuts = self.cuts
        return [(text + certain, cuts) for text in texts]

    @property
    def is_word(self) -> bool:
        """Whether all originals are letters alone, small ones but for the first."""
        behind = "".join(["".join(here) for here in self.signs[1:]])
        return behind.islower() and behind.isalpha() and "".join(self.signs[0]).isalpha()

    def has(self, text: str) -> bool:
        """Whether a text with as many characters as there are images is an original."""
        return len(text) == len(self.signs) and all(map(contains, self.signs, text))

    def rank(self, text: str) -> list[int]:
        """By what the originals are in order: the commoner characters come first."""
        return [here.index(sign) for here, sign in zip(self.signs, text, strict=True)]

    @property
    def cuts(self) -> tuple[int, ...]:
        """The places where characters' images begin, and the end."""
        sizes: list[int] = [0]
        for part in self._parts:
            if part < "\x80":
                sizes += [1] * len(part)
            else:
                sizes.append(len(part))
        return tuple(accumulate(sizes))

    def edges(self) -> Edges:
        """The chain as a lattice, character by character."""
        assert self._chains is not None
        edges: Edges = []
        for part, candidates in zip(self._parts, self._chains.candidates(self._parts), strict=True):
            place = len(edges)
            if part < "\x80":
                edges += [[(at + 1, ((sign, 0.0),))] for at, sign in enumerate(part, place)]
            else:
                edges.append([(place + len(part), candidates)])
                edges += [[] for _ in part[1:]]
        return edges


_NONE = Chain(None, [], [], 0)


@lru_cache(maxsize=16)
def chains_of(channel: Channel, language: str) -> Chains | None:
    """What makes the chains of a channel in a language; None where pieces need lattices."""
    images = images_of(channel, language)
    if not images.leads:
        return None
    leads = any_of(images.leads)
    inner = f"[^\x00-\x7f{leads[1:-1]}]"
    return Chains(images) if images.all_match(re.compile(f"{leads}{inner}*")) else None
