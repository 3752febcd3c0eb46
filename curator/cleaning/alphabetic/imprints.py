"""Imprints: the known words of a language by what a channel leaves of each.

Where a channel loses much, a damaged word can have been millions of texts, but hardly more than a few known
words. Damaging the whole list once tells which these are without following the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from curator.cleaning.alphabetic.chains import Chain
from curator.cleaning.damage.channels import Channel
from curator.cleaning.models.word_lists import END, WordList, code_points

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from curator.cleaning.models.word_lists import Points
    from curator.cleaning.models.words import Words

    Keys = NDArray[np.uint32]

_BASE = 0x01000193
"""What the keys of characters are multiplied by from place to place; a large odd number."""
_LONGEST = 400
_SIGMA, _FINAL_SIGMA = "σς"


class Imprints:
    """The words of a list, sorted by keys of what a channel makes of them: eight bytes a word."""

    def __init__(self, words: WordList, channel: Channel) -> None:
        import numpy as np

        self._words = words
        self._channel = channel
        self._powers = np.full(_LONGEST, _BASE, dtype=np.uint32).cumprod(dtype=np.uint32)
        keys = np.concatenate([self._keys(_finally(points), channel.image) for points in words.points()])
        order = np.argsort(keys)
        self._sorted, self._places = keys.take(order), order.astype(np.uint32)

    def originals(self, chains: Mapping[str, Chain]) -> dict[str, list[str]]:
        """The known words that each piece can have been, small or with a capital.

        Of pieces only that can have been words alone (`Chain.is_word`).
        """
        asked = [each for piece, chain in chains.items() for each in self._asked(piece, chain)]
        found: dict[str, list[str]] = {piece: [] for piece in chains}
        listed = self._words_of([image for *_, image in asked]) if asked else ()
        for (piece, first, small, _), words in zip(asked, listed, strict=True):
            texts = [first + word[len(small) :] for word in words if word.startswith(small)]
            found[piece] += filter(chains[piece].has, texts)
        return {piece: sorted(texts, key=chains[piece].rank) for piece, texts in found.items()}

    def _asked(self, piece: str, chain: Chain) -> Iterator[tuple[str, str, str, str]]:
        """The piece, each capital that it can begin with, its small letter, and the word's image with that.

        Once without a capital, where it can begin with a small letter.
        """
        behind = piece[chain.cuts[1] :]
        if any(sign == sign.lower() for sign in chain.signs[0]):
            yield piece, "", "", piece
        for sign in chain.signs[0]:
            small = sign.lower()
            if small != sign:
                yield piece, sign, small, self._channel.image(small) + behind

    def _words_of(self, images: list[str]) -> Iterator[list[str]]:
        """For each image the words of its key, which hardly ever have another one."""
        import numpy as np

        keys = self._keys(code_points("\n".join(images) + "\n"), str)
        firsts = np.searchsorted(self._sorted, keys)
        lasts = np.searchsorted(self._sorted, keys, side="right")
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            words = map(self._words.at, self._places[first:last].tolist())
            yield [word[:-1] + _FINAL_SIGMA if word[-1] == _SIGMA else word for word in words]

    def _keys(self, points: Points, image: Callable[[str], str]) -> Keys:
        """A key of the image of each word, which line ends follow: a polynomial of its code points."""
        import numpy as np

        known = np.flatnonzero(np.bincount(points))
        sizes, values = np.zeros(known[-1] + 1, np.int32), np.zeros(known[-1] + 1, np.uint32)
        for point in known.tolist():
            left = image(chr(point)) if point != END else ""
            sizes[point] = len(left)
            values[point] = sum(ord(sign) * pow(_BASE, n, 1 << 32) for n, sign in enumerate(left)) % (1 << 32)
        lengths = sizes.take(points)
        places = np.cumsum(lengths, dtype=np.int32) - lengths
        ends = np.flatnonzero(points == END)
        begins = np.concatenate(([0], ends[:-1] + 1))
        places -= np.repeat(places.take(begins), np.diff(ends, prepend=-1))
        return np.add.reduceat(
            values.take(points) * self._powers.take(places, mode="clip"), begins, dtype=np.uint32
        )


@lru_cache(maxsize=4)
def imprints_of(channel: Channel, words: Words) -> Imprints:
    """The imprints of a language's words in a channel; those of the last four stay loaded."""
    return Imprints(words.words, channel)


def _finally(points: Points) -> Points:
    """The words as they are written: Greek ones with a sigma at the end."""
    import numpy as np

    last = np.flatnonzero((points[:-1] == ord(_SIGMA)) & (points[1:] == END))
    if len(last):
        points = points.copy()
        points[last] = ord(_FINAL_SIGMA)
    return points
