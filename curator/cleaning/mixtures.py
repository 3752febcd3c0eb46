"""Mixtures: documents whose lines were damaged by more than one channel, each by its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from curator.cleaning.damage.channels import Channel
from curator.cleaning.damage.evidence import better_page, evident_channels
from curator.cleaning.lines import Line

_MOST = 3
"""How many channels a document is thought to have."""


class Mixture(NamedTuple):
    """Lines of a document, and the channels that may have damaged them."""

    channels: Sequence[Channel]
    lines: Sequence[Line]


def mixtures(suspected: Sequence[Line], rest: Sequence[Line]) -> Iterator[Mixture]:
    """The channels of a document, each with its lines; none where too little shows.

    `suspected` are the lines that look damaged; `rest` those of them that could not be read back whole.
    """
    left = list(rest)
    channels = evident_channels(_texts(suspected))
    if channels and channels[0].loss.undefined is None and 0 < len(rest) < len(suspected):
        # Some lines may have kept what others lost.
        channels = next(filter(_loses, [evident_channels(_texts(rest))]), channels)
    if not channels:
        # Half of the lines may speak against what the others show.
        left, channels = _apart("", left)
    for _ in range(_MOST):
        if not channels:
            return
        others, following = _apart(channels[0].page, left)
        if others:
            places = {line.place for line in others}
            left = [line for line in left if line.place not in places]
            channels = evident_channels(_texts(left))
        if channels:
            yield Mixture(channels, left)
        left, channels = others, following


def _apart(name: str, lines: Sequence[Line]) -> tuple[list[Line], list[Channel]]:
    """The lines that another page explains by far better, and their channels; none if these don't show."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        if other := better_page(name, line.text):
            found.setdefault(other, []).append(line)
    if not found:
        return [], []
    others = [line for each in found.values() for line in each]
    channels = evident_channels(_texts(max(found.values(), key=len)))
    return (others, channels) if channels and channels[0].page != name else ([], [])


def _loses(channels: Sequence[Channel]) -> bool:
    return bool(channels) and channels[0].loss.undefined is not None


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]
