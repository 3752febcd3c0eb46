"""Echoes: what a document says again, two characters at a time, read alike where it lost the same.

What was used is likely to be used again (Kuhn and De Mori 1990, "A cache-based natural language model"):
where one place tells a word surely, another one that has the same left of it is likely to have that word.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.graphs import Character

WEIGHTS = {("ko", False): 2.0, ("zh", True): 1.0}
"""What the other places count, by language and whether the channel leaves only shadows; elsewhere nothing."""
_FLOOR = 0.1
"""What a reading has that no other place has."""
_MOST = 4
_LEAST = 0.01

Piece = tuple[str, Sequence[Character]]
"""A damaged piece and how it was read."""
_Shares = dict[str, float]


def echoed(pieces: Sequence[Piece], channel: Channel, weight: float) -> list[tuple[Character, ...]]:
    """The characters of the pieces of a document, the doubtful ones weighed by what else the document has.

    `weight` is what all other places count, from nought to what a place itself counts, or more.
    """
    said = {
        piece[one.start : other.end]: _Said()
        for piece, read in pieces
        for one, other in pairwise(read)
        if one.others or other.others
    }
    shares = [[_shares(one, channel) if one.others else None for one in read] for _, read in pieces]
    places: list[list[tuple[_Said, _Shares] | None]] = []
    for (piece, read), parts in zip(pieces, shares, strict=True):
        places.append([])
        for number, (one, other) in enumerate(pairwise(read)):
            here = said.get(piece[one.start : other.end])
            if here is None:
                places[-1].append(None)
                continue
            joined = _joined(parts[number] or {one.text: 1.0}, parts[number + 1] or {other.text: 1.0})
            here.add(joined)
            places[-1].append((here, joined))
    return [
        tuple(_weighed(read, parts, pairs, weight) if any(parts) else read)
        for (_, read), parts, pairs in zip(pieces, shares, places, strict=True)
    ]


class _Said:
    """How often a pair of characters left the same, and which it was by shares."""

    __slots__ = ("shares", "times")

    def __init__(self) -> None:
        self.times = 0
        self.shares: _Shares = {}

    def add(self, joined: _Shares) -> None:
        self.times += 1
        for text, share in joined.items():
            self.shares[text] = self.shares.get(text, 0.0) + share

    def gains(self, joined: _Shares, weight: float) -> _Shares:
        """What all other places say for each pair that one place can have."""
        others = self.times - 1
        weight *= others / (others + 1)
        return {
            text: weight * math.log(_FLOOR + max(0.0, self.shares[text] - share) / others)
            for text, share in joined.items()
        }


def _shares(character: Character, channel: Channel) -> _Shares:
    """What a doubtful character can be that leaves as much, by shares."""
    size = character.end - character.start
    return {character.text: character.sureness} | {
        text: share
        for text, share in character.others[:_MOST]
        if share >= _LEAST and len(channel.image(text)) == size
    }


def _joined(one: _Shares, other: _Shares) -> _Shares:
    if len(one) == len(other) == 1:
        return {"".join((*one, *other)): 1.0}
    return {first + second: share * part for first, share in one.items() for second, part in other.items()}


def _weighed(
    read: Sequence[Character],
    parts: Sequence[_Shares | None],
    pairs: Sequence[tuple[_Said, _Shares] | None],
    weight: float,
) -> Iterator[Character]:
    for number, (character, shares) in enumerate(zip(read, parts, strict=True)):
        if shares is None or len(shares) < 2:
            yield character
            continue
        gains = dict.fromkeys(shares, 0.0)
        for before in (True, False):
            place = number - before
            pair = pairs[place] if 0 <= place < len(pairs) else None
            if pair is not None and pair[0].times > 1:
                for text, gain in _told(*pair, side=-1 if before else 0, weight=weight).items():
                    gains[text] += gain
        yield _again(character, shares, gains) if any(gains.values()) else character


def _told(said: _Said, joined: _Shares, *, side: int, weight: float) -> _Shares:
    """What all other places of a pair say for each character that it can have at one side."""
    totals: _Shares = {}
    scores: _Shares = {}
    for both, gain in said.gains(joined, weight).items():
        text, share = both[side], joined[both]
        totals[text] = totals.get(text, 0.0) + share
        scores[text] = scores.get(text, 0.0) + share * math.exp(gain)
    return {text: math.log(score / (totals[text] or 1.0)) for text, score in scores.items()}


def _again(character: Character, shares: _Shares, gains: _Shares) -> Character:
    """A character by other shares; what it can't be for its length keeps its own."""
    kept = sum(shares.values())
    scores = {text: share * math.exp(gains[text]) for text, share in shares.items()}
    total = sum(scores.values())
    found = {text: score * kept / total for text, score in scores.items()}
    best = max(found, key=found.__getitem__)
    rest = {text: share for text, share in character.others if text not in found}
    others = sorted((found | rest).items(), key=lambda item: -item[1])
    return character._replace(
        text=best, sureness=found[best], others=tuple([item for item in others if item[0] != best])
    )
