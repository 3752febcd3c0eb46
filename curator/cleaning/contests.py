"""Contests: which of several channels damaged a document, where what shows does not tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, pairwise

from curator.cleaning.alphabetic.chains import chains_of
from curator.cleaning.alphabetic.readings import Reader, Reading, reader
from curator.cleaning.damage.channels import Channel
from curator.cleaning.damage.pages import any_of
from curator.cleaning.damage.pieces import pieces_of
from curator.cleaning.east_asian.characters import TEMPERATURE
from curator.cleaning.east_asian.readers import character_reader
from curator.cleaning.east_asian.shadows import is_shadowy
from curator.cleaning.images import images_of
from curator.cleaning.models.words import EAST_ASIAN, has_words

_PIECES = 200
_AT_FIRST = 10
"""Pieces that are weighed at first; then each time twice as many, if these settle nothing."""
_FAR = 3.5
_TELLING = 300
_LONGEST_HALF = 80
_WELL_KNOWN = -14.0
"""Words that are as likely are hardly halves."""
_SETTLED = 40.0
"""A gain or loss beyond which no further words will change what is decided (Wald 1945)."""


def likeliest_channel(channels: Sequence[Channel], language: str, lines: Sequence[str]) -> Channel:
    """The channel whose readings are likeliest; a later one, which loses more, must be so by far."""
    best = channels[0]
    for other in channels[1:]:
        if language in EAST_ASIAN:
            # Of the bytes that only the later one loses, hundreds of characters would show some.
            if best.page != "latin-1" and (
                sum(map(len, lines)) > _TELLING or _gain_of_lines(best, other, language, lines) > _FAR
            ):
                best = other
        elif has_words(language) and _gain(best, other, language, lines) > _FAR:
            best = other
    return best


def with_spaces(channel: Channel, language: str, lines: Sequence[str]) -> Channel:
    """The channel, making spaces of no-break spaces if that explains words in two halves, not dropping them.

    A space behind half a letter may be its other half, or end the word: the words themselves tell.
    """
    other = Channel(channel.page, replace(channel.loss, no_break_space=" "))
    if channel.loss.no_break_space or channel.times > 1 or is_shadowy(channel):
        return channel
    if language in EAST_ASIAN or not has_words(language):
        return channel
    mine, its = reader(channel, language), reader(other, language)
    halves, wholes = _halves_and_wholes(other, lines)
    mine.read([half for pair in halves for half in pair])
    parted = [pair for pair in halves if not all(_is_well_known(mine, half) for half in pair)]
    if not parted or (gain := _gain_of_joining(mine, its, parted)) <= _FAR:
        return channel
    for each in (mine, its):
        each.read(wholes)
    gain += sum(_gain_of(mine, mine.readings(piece), its.readings(piece)) for piece in wholes)
    return other if gain > _FAR else channel


def _halves_and_wholes(
    channel: Channel, lines: Sequence[str]
) -> tuple[Sequence[tuple[str, str]], Sequence[str]]:
    """What spaces part that may be bytes, before and behind each; and words that no such space stands in."""
    halves: dict[tuple[str, str], None] = {}
    wholes: dict[str, None] = {}
    pieces = pieces_of(channel)
    for line in lines:
        for piece in pieces.findall(line):
            words = piece.split(" ")
            if len(words) == 1:
                wholes[piece] = None
            halves |= dict.fromkeys(pair for pair in pairwise(words) if all(map(_is_half, pair)))
        if len(halves) >= _PIECES:
            break
    return list(islice(halves, _PIECES)), list(islice(wholes, _PIECES))


def _is_half(word: str) -> bool:
    return 0 < len(word) <= _LONGEST_HALF


def _is_well_known(mine: Reader, piece: str) -> bool:
    readings = mine.readings(piece)
    if not readings or len(readings[0].text) == 1:
        return False
    return mine.score(readings[0].text) > _WELL_KNOWN


def _gain_of_joining(mine: Reader, its: Reader, halves: Sequence[tuple[str, str]]) -> float:
    """By how much halves of words are likelier, in logarithms, as one word each."""
    joined = [f"{one} {two}" for one, two in halves]
    its.read(joined)
    gain = 0.0
    for pair, piece in zip(halves, joined, strict=True):
        whole = its.readings(piece)
        apart = [mine.readings(half) for half in pair]
        if whole and " " not in whole[0].text and all(apart):
            gain += its.score(whole[0].text) - sum(mine.score(found[0].text) for found in apart)
    return gain


def _gain_of_lines(one: Channel, other: Channel, language: str, lines: Sequence[str]) -> float:
    """By how much lines that are read whole are likelier, in logarithms, as the other channel's doing."""
    mine, its = (_score_of_lines(channel, language, lines) for channel in (one, other))
    return (its - mine) / TEMPERATURE


def _score_of_lines(channel: Channel, language: str, lines: Sequence[str]) -> float:
    """How likely what some lines read in a channel is, in logarithms that are too far apart."""
    reader, pieces = character_reader(channel, language), pieces_of(channel)
    leaning = reader.leaning(lines)
    return sum(
        reader.score(line, [match.span() for match in pieces.finditer(line)], leaning) for line in lines
    )


def _gain(one: Channel, other: Channel, language: str, lines: Sequence[str]) -> float:
    """By how much damaged words are likelier, in logarithms, as the other channel's doing."""
    tells = unlike(one, other, language).search
    mine, its = reader(one, language), reader(other, language)
    gain = 0.0
    rest = _telling_pieces(mine, lines, tells)
    number = _AT_FIRST
    while abs(gain) < _SETTLED and (pieces := list(islice(rest, number))):
        for each in (mine, its):
            each.read(pieces)
        gain += sum(_gain_of(mine, mine.readings(piece), its.readings(piece)) for piece in pieces)
        number *= 2
    return gain


def _gain_of(mine: Reader, ours: Sequence[Reading], theirs: Sequence[Reading]) -> float:
    if theirs and not ours:
        return _FAR
    if not theirs or ours[0].text == theirs[0].text:
        return 0.0
    return mine.score(theirs[0].text) - mine.score(ours[0].text)


def _telling_pieces(mine: Reader, lines: Iterable[str], tells: Callable[[str], object]) -> Iterator[str]:
    """The pieces that tell, each once, among the first from which something was lost."""
    pieces = pieces_of(mine.channel)
    met: set[str] = set()
    waiting: list[str] = []
    telling: set[str] = set()
    left = _PIECES
    for line in filter(tells, lines):
        new = [piece for piece in dict.fromkeys(pieces.findall(line)) if piece not in met]
        met.update(new)
        waiting += new
        found = list(filter(tells, new))
        telling.update(found)
        if len(waiting) < _PIECES and not found:
            continue
        for piece, whole in zip(waiting, mine.are_whole(waiting), strict=True):
            if left and not whole:
                left -= 1
                if piece in telling:
                    yield piece
        if not left:
            return
        waiting = []


@lru_cache(maxsize=16)
def unlike(one: Channel, other: Channel, language: str) -> re.Pattern[str]:
    """Matches where two channels may have made a piece of different originals.

    Where they differ only in capitals, that is not behind a small letter; where only in what may come
    next being a capital, that is where an image comes next.
    """
    mine, its = images_of(one, language), images_of(other, language)
    chained = chains_of(one, language) is not None and chains_of(other, language) is not None
    signs = mine.unlike_bytes(its)
    always, capital, followed = set[str](), set[str](), set[str]()
    for image, (ours, theirs) in mine.unlike_choices(its, signs).items():
        if not chained or ours is None or theirs is None or ours.small != theirs.small:
            always.add(image)
            continue
        if ours.all != theirs.all:
            capital.add(image)
        if ours.is_small != theirs.is_small:
            followed.add(image)
    # What comes behind an image in a chain is plain, or begins another one.
    leads = any_of({*mine.leads, *its.leads})[1:-1] if chained else ""
    end = f"(?![^\x00-\x7f{leads}])" if chained else ""
    branches = [
        f"{before}{_behind_firsts(images)}{behind}"
        for before, images, behind in (
            ("", signs, ""),
            ("", always, end),
            ("(?<![a-z].)", capital, end),
            ("", followed, f"(?=[{leads}])"),
        )
        if images
    ]
    firsts = {image[0] for image in signs | always | capital | followed}
    return re.compile(f"{any_of(firsts)}(?:{'|'.join(branches)})" if branches else "(?!)")


def _behind_firsts(images: Iterable[str]) -> str:
    """A regular expression of images, to be asked behind the first character of each."""
    rests: dict[str, set[str]] = defaultdict(set)
    for image in images:
        rests[image[0]].add(image[1:])
    whole = {first for first, ends in rests.items() if "" in ends}
    alternatives = [f"(?<={any_of(whole)})"] if whole else []
    for first, ends in rests.items():
        if longer := sorted(ends - {""}):
            alternatives.append(f"(?<={re.escape(first)})(?:{'|'.join(map(re.escape, longer))})")
    return f"(?:{'|'.join(alternatives)})"
