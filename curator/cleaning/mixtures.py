"""Mixtures: documents whose lines were damaged by more than one channel, each by its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from curator.cleaning.damage.channels import NO_BREAK_SPACE, SOFT_HYPHEN, Channel
from curator.cleaning.damage.evidence import better_page, evident_channels
from curator.cleaning.damage.pages import page
from curator.cleaning.damage.samples import Sample
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
    sparing, lossier = _kept_elsewhere(channels, suspected)
    kept = [Mixture(channels, sparing)] if sparing else []
    left, channels = _others(left, sparing), lossier
    if not channels:
        # Half of the lines may speak against what the others show.
        left, channels = _apart("", left)
    for _ in range(_MOST):
        if not channels:
            return
        others, following = _apart(channels[0].page, left)
        if others:
            left = _others(left, others)
            channels = evident_channels(_texts(left))
        if channels:
            yield Mixture(channels, left)
        yield from kept
        kept = []
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


def _kept_elsewhere(
    channels: Sequence[Channel], lines: Sequence[Line]
) -> tuple[Sequence[Line], Sequence[Channel]]:
    """The lines that have soft hyphens or no-break spaces where only lines that lost nothing have them.

    Beside them the channels of the others. Readers of web pages drop these signs from the body, not from the
    title. No lines, and the channels as they are, if the others do not show that.
    """
    if not _loses(channels):
        return (), channels
    known = page(channels[0].page)
    for sign in (SOFT_HYPHEN, NO_BREAK_SPACE):
        kept = [line for line in lines if sign in line.text]
        if 0 < len(kept) < len(lines) and not any(Sample([line.text]).survey(known).cuts for line in kept):
            lossier = _lossier(channels, evident_channels(_texts(_others(lines, kept))))
            return (kept, lossier) if lossier != channels else ((), channels)
    return (), channels


def _lossier(channels: Sequence[Channel], others: Sequence[Channel]) -> Sequence[Channel]:
    """Channels that lose more soft hyphens or no-break spaces; beside the first where that is a guess."""
    losing = [other for other in others if any(_loses_more(other, channel) for channel in channels)]
    # That spaces are halves of letters is seen; that others were lost is only likely.
    spaced = [other for other in losing if other.loss.no_break_space == " "]
    return spaced or [*channels, *losing]


def _loses_more(one: Channel, other: Channel) -> bool:
    mine, its = one.loss, other.loss
    if one.page != other.page:
        return False
    return mine.soft_hyphen < its.soft_hyphen or mine.no_break_space < its.no_break_space


def _others(lines: Sequence[Line], apart: Sequence[Line]) -> list[Line]:
    """The lines but some."""
    places = {line.place for line in apart}
    return [line for line in lines if line.place not in places]


def _loses(channels: Sequence[Channel]) -> bool:
    return bool(channels) and channels[0].loss.undefined is not None


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]
