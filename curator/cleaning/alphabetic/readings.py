"""Readings: what damaged pieces of text can have been, the likeliest first.

The noisy channel run backwards (Shannon's, as in Kernighan, Church and Gale 1990 for spelling): a chain or
a lattice over the piece holds every original the channel could have made it from; the language's words, and
its spelling where a word is not known, tell how likely each is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, islice
from typing import NamedTuple

from curator.cleaning.alphabetic.chains import Chain, chains_of
from curator.cleaning.alphabetic.imprints import imprints_of
from curator.cleaning.alphabetic.lattices import Lattice
from curator.cleaning.alphabetic.searches import Originals, Searcher
from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.shadows import is_shadowy
from curator.cleaning.images import images_of
from curator.cleaning.models.scores import scores_of

LONGEST = 400
"""Longer pieces are not looked at: no word of any language is as long."""

_FEW = 60
"""Originals that are looked at each, by spelling if need be."""
_MANY = 600
"""Originals of which those are looked up that are known words."""
_TOGETHER = 10_000
_SEARCHED = 120
_WELL_KNOWN = -16.5
_KEPT = 6
_MOST = 50_000


class Reading(NamedTuple):
    """A possible original of a piece, with the logarithm of how likely it is, unscaled.

    `cuts` are the places in the damaged piece where each character's image begins, and its end; none
    for a single word read without loss.
    """

    text: str
    score: float
    cuts: tuple[int, ...]


class Reader:
    """Reads damaged pieces of one channel in one language; remembers what it has read."""

    def __init__(self, channel: Channel, language: str) -> None:
        self.channel = channel
        self.language = language
        self._scores = scores_of(language)
        self.words = self._scores.words
        self.score = self._scores.of
        """The logarithm of how likely a text is in the language."""
        self.kind = self._scores.kind
        """Whether the first word of a text is one that is written with a capital, or in capitals."""
        self._images = images_of(channel, language)
        self._chains = chains_of(channel, language)
        self._searcher = Searcher(self._scores)
        # Where less is lost, too few words need it.
        self._has_imprints = self._scores.are_listed and is_shadowy(channel)
        self._known: dict[str, tuple[Reading, ...]] = {}
        self._unfamiliar: set[str] = set()
        """Pieces that were met, and are no well-known words."""

    @property
    def effort(self) -> int:
        """How many steps searches have taken so far."""
        return self._searcher.effort

    def readings(self, piece: str) -> tuple[Reading, ...]:
        """The likeliest originals of a piece, best first; none if the channel can't have made it."""
        known = self._known.get(piece)
        if known is None:
            self.read([piece])
            known = self._known.get(piece)
        if known is None:
            known = self._known[piece] = self._searched(piece)
        return known

    def known(self, piece: str) -> tuple[Reading, ...]:
        """The likeliest originals of a piece if they were read already; none otherwise."""
        return self._known.get(piece, ())

    def known_scores(self, texts: Sequence[str]) -> list[float | None]:
        """The logarithm of how likely each text is that is a known word; None for others."""
        return self._scores.known_among(texts) if texts else []

    def read(self, pieces: Sequence[str], *, spelled: bool = True) -> None:
        """Read pieces ahead, but those that have to be searched: together they take less than one by one.

        Those that are no well-known words are left, too, unless they may be `spelled`.
        """
        unknown = [piece for piece in dict.fromkeys(pieces) if piece not in self._known]
        if not spelled:
            unknown = [piece for piece in unknown if piece not in self._unfamiliar]
        for met in (self._known, self._unfamiliar):
            if len(met) > _MOST:
                met.clear()
        few: dict[str, Originals] = {}
        many: dict[str, Originals] = {}
        words: dict[str, Chain] = {}
        size = 0
        for piece, whole in zip(unknown, self._images.wholes(unknown), strict=True):
            if whole is not None and whole.isalnum():
                self._known[piece] = (Reading(whole, 0.0, ()),)
                continue
            laid = self._laid(piece) if len(piece) <= LONGEST else None
            if spelled and isinstance(laid, Chain) and self._is_lossy_word(laid):
                words[piece] = laid
                continue
            paths, originals = self._originals(piece, laid)
            if paths <= 1:
                self._known[piece] = tuple([Reading(text, 0.0, cuts) for text, cuts in originals])
                continue
            (few if paths <= _FEW else many)[piece] = originals
            size += len(originals)
            if size > _TOGETHER:
                self._choose(few, spelled=spelled)
                self._choose(many, spelled=False)
                few, many, size = {}, {}, 0
        self._choose(few, spelled=spelled)
        self._choose(many, spelled=False)
        self._choose_words(words)
        if not spelled:
            self._unfamiliar.update(piece for piece in unknown if piece not in self._known)

    def are_whole(self, pieces: Sequence[str]) -> list[bool]:
        """Of each piece whether nothing was lost from it."""
        return [whole is not None for whole in self._images.wholes(pieces)]

    def _originals(self, piece: str, laid: Chain | Lattice | None) -> tuple[int, Originals]:
        """How many originals a piece has, 0 if nothing tells which, and these; of many only likely words."""
        if laid is None:
            return 0, []
        paths = laid.paths
        if paths > 1 and (self.words is None or (paths > _FEW and len(piece) > _SEARCHED)):
            return 0, []
        if paths > _MANY:
            return paths, []
        if paths > _FEW and self._scores.are_listed and isinstance(laid, Chain) and " " not in piece:
            return paths, laid.originals(self._begun)
        return paths, laid.originals() if paths else []

    def _begun(self, texts: list[str]) -> list[str]:
        """Those of some texts, which have no line ends, that any word of the language begins with."""
        if not texts:
            return []
        assert self.words is not None
        folded = self.words.folded("\n".join(texts)).split("\n")
        return list(compress(texts, self.words.words.begun(folded)))

    def _searched(self, piece: str) -> tuple[Reading, ...]:
        originals = self._searcher.originals(self._laid(piece).edges())
        known = _known(originals, self._scores.known_among([text for text, _ in originals]))
        return known or self._ranked(originals)

    def _laid(self, piece: str) -> Chain | Lattice:
        return Lattice(piece, self._images) if self._chains is None else self._chains.chain(piece)

    def _choose(self, several: dict[str, Originals], *, spelled: bool) -> None:
        """Rank the originals of each piece; where none is well known only if they may be `spelled`."""
        texts = [text for originals in several.values() for text, _ in originals]
        if not texts:
            return
        scores = iter(self._scores.known_among(texts))
        for piece, originals in several.items():
            known = _known(originals, list(islice(scores, len(originals))))
            if known or spelled:
                self._known[piece] = known or self._ranked(originals)

    def _is_lossy_word(self, chain: Chain) -> bool:
        """Whether a piece was a word that can have been too many to look at each."""
        return self._has_imprints and chain.paths > _FEW and chain.cuts[-1] <= _SEARCHED and chain.is_word

    def _choose_words(self, chains: dict[str, Chain]) -> None:
        """Rank the known words that each piece can have been; where none is well known, it is left."""
        if chains and self.words is not None:
            found = imprints_of(self.channel, self.words).originals(chains)
            cuts = {piece: chains[piece].cuts for piece, texts in found.items() if texts}
            several = {piece: [(text, cuts[piece]) for text in found[piece]] for piece in cuts}
            self._choose(several, spelled=False)

    def _ranked(self, originals: Originals) -> tuple[Reading, ...]:
        """The originals by likelihood, their unknown words by spelling."""
        return _sorted([Reading(text, self.score(text), cuts) for text, cuts in originals])


@lru_cache(maxsize=16)
def reader(channel: Channel, language: str) -> Reader:
    """The reader for a channel and a language, with all it remembers.

    All Cyrillic ones stay side by side for two channels, as documents differ in what of their loss shows.
    """
    return Reader(channel, language)


def _known(originals: Originals, scores: Sequence[float | None]) -> tuple[Reading, ...]:
    """The originals that have a score, by likelihood; none unless one is well known."""
    readings = _sorted(
        [
            Reading(text, score, cuts)
            for (text, cuts), score in zip(originals, scores, strict=True)
            if score is not None
        ]
    )
    return readings if readings and readings[0].score >= _WELL_KNOWN else ()


def _sorted(readings: list[Reading]) -> tuple[Reading, ...]:
    if len(readings) > 1:
        readings.sort(key=_by_score)
    return tuple(readings[:_KEPT])


def _by_score(reading: Reading) -> float:
    return -reading.score
