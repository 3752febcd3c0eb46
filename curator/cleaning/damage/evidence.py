"""Evidence: whether a document is damaged, and by which channel.

UTF-8 read by a code page leaves pairs that prose hardly ever has: a character of a lead byte followed by
those of its continuation bytes. What the document shows most of, and explains best, is its channel.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from curator.cleaning.damage.channels import DROPPED, Channel, Loss
from curator.cleaning.damage.losses import loss_of, loss_of_both
from curator.cleaning.damage.lossless import has_cut_quotes, lossless_edits
from curator.cleaning.damage.pages import Page, has_evidence, page, strong_in
from curator.cleaning.damage.samples import Sample, sampled
from curator.cleaning.damage.tallies import (
    CUT_AMID,
    ENOUGH,
    SAMPLE,
    Tally,
    beginnings,
    runs_of,
    tallies_of,
    tally_of,
)

_FIRST_LINES = 20
_ENOUGH_ALONE = 4
"""So many strong sequences are enough where nothing else beyond ASCII is in the lines."""
_REPLACED = re.compile("[ÃÄÅ]\ufffd")
_SIGN = re.compile("[^\x00-\xff]")
_AMID = re.compile(
    "(?:(?<=[A-Za-z])[ÂÃÄÅĂĹ][^\\w\\s\x00-\x7f]|(?<!\\w)[ÃÄÅĂĹ][^\\w\\s\x00-\x7f“”„’‘«»·°×±]"
    "|[ÃÄÅ][ŒŸŠŽ]|(?<=[A-Za-z])â€™)(?=[a-z])"
)
_ENOUGH_AMID = 2
_ROMANIAN = re.compile("(?<=[a-z])[ČÈ][›™](?=[a-zÄĂ])")
"""Matches "ț" and "ș" in words, by windows-1250 and 1252: one is enough, as no word has such signs."""
_FEW = 2
_BARE = re.compile("[^\x00-\x7f]+")
_WORD = re.compile("[^ \t\n]*[^\x00-\x7f][^ \t\n]*")  # no-break spaces may be bytes of sequences
_HELD = re.compile("[ÂÃÄÅĂĹÐÑ]\xa0[a-z\x80-\xff]")
"""Matches a sequence that ends with a no-break space, where a word goes on behind it."""
ARTISTIC = {"mac-roman", "cp437"}
"""Pages whose sequences are signs that people also draw with."""
_APOSTROPHE = re.compile("â(?<=[A-Za-z]â)(?:s|t|re|ll|ve|d|m)(?![^\\W_])")
_APOSTROPHES = 3
_INNER = 6
"""One in so many sequences stands for part of another in text that was read wrongly twice."""
_SHORTEST_TWICE = 3
_LEFT, _EXPLAINED, _BETTER = 8, 8, 1.2
"""A line is another page's where one leaves an eighth of it unexplained, the other less and shows more."""
_SIGHTED = 100_000
"""Code points in which rare signs are looked for."""


def evident_channels(lines: Sequence[str]) -> list[Channel]:
    """The channels that explain the damaged lines of a document best; none where too little shows.

    Several where what they lose tells them apart, but not what can be seen.
    """
    tallies = tallies_of(lines)
    scores = {name: tally.score for name, tally in tallies.items() if tally.strong and tally.score > 0}
    if not scores:
        scores = _scores_of_words(lines, [name for name, tally in tallies.items() if tally.strong >= _FEW])
    if not scores:
        return [Channel("cp1252", Loss("\ufffd"))] if any(_REPLACED.search(line) for line in lines) else []
    best = max(scores.values())
    signs = _shows_signs(lines)
    if signs and scores.get("latin-1") == best and "cp1252" in scores:
        best = max(score for name, score in scores.items() if name != "latin-1")
        del scores["latin-1"]
    likeliest = [tally for name, tally in tallies.items() if scores.get(name) == best]
    strongest = max(tally.strong for tally in likeliest)
    alone = all(not tally.other for tally in likeliest) and scores.keys().isdisjoint(ARTISTIC)
    sample = sampled(lines)
    if strongest < (_ENOUGH_ALONE if alone else ENOUGH) and not (
        _within_words(sample.lines) or _agreed(sample.lines) or any(_is_amid(name, lines) for name in scores)
    ):
        return []
    if all(tally.is_scattered for tally in likeliest):
        sample = sampled(_telling_words(lines, scores))
    names = [name for name, score in scores.items() if score > best - 1e-9]
    channels: list[Channel] = []
    for name in names:
        if name == "cp1252" and not signs and _is_cut(sample):
            channels.append(Channel("latin-1", loss_of(page("latin-1"), sample)))
        elif name != "latin-1" or len(names) == 1:
            known = page(name)
            if _times(known, sample) == 2:
                return [Channel(name, loss_of_both(known, sample), 2)]
            channels.append(Channel(name, loss_of(known, sample)))
    return channels


def channel_of_apostrophes(parts: Sequence[str]) -> list[Channel]:
    """ISO-8859-1 without its controls where English has "donât" for “don’t” and nothing else shows it."""
    found = sum(len(_APOSTROPHE.findall(part)) for part in parts if "â" in part)
    if found < _APOSTROPHES:
        return []
    from curator.cleaning.languages import language_of

    text = "\n".join(part[:SAMPLE] for part in parts)
    return [Channel("latin-1", DROPPED)] if language_of(text) == "en" else []


def is_borne_out(name: str, lines: Sequence[str], strong: int) -> bool:
    """Whether lines with so many sequences that no prose has are damaged: by their number, or ftfy's word."""
    return strong >= ENOUGH or _within_words(lines) or _is_amid(name, lines) or _agreed(lines)


def better_page(name: str, line: str) -> str:
    """The page that explains a line by far better than the named one, if any; "" where none does."""
    if name:
        runs = runs_of(line[:SAMPLE])
        left = page(name).sequences.sub("", runs)
        if (len(left) - left.count(" ")) * _LEFT < len(runs):
            return ""
    tallies = tallies_of([line])
    other, best = max(tallies.items(), key=lambda item: item[1].score, default=("", Tally()))
    if best.strong < _ENOUGH_ALONE or best.other * _EXPLAINED > best.whole:
        return ""
    least = max(0.0, tallies[name].score) if name in tallies else 0.0
    return other if best.score > _BETTER * least else ""


def is_scattered(known: Page, lines: Sequence[str]) -> bool:
    """Whether undamaged words stand among the damaged ones of these lines."""
    return tally_of(known.name, beginnings(lines)).is_scattered


def _scores_of_words(lines: Sequence[str], names: Sequence[str]) -> dict[str, float]:
    """How well pages explain the words that show them, where most words are undamaged."""
    words = {name: _telling_words(lines, [name]) for name in names}
    scores = {name: tally_of(name, beginnings(found)).score for name, found in words.items()}
    agreed = bool(names) and _agreed(lines)
    return {name: score for name, score in scores.items() if score > 0 and (agreed or _is_amid(name, lines))}


def _telling_words(lines: Sequence[str], names: Iterable[str]) -> list[str]:
    """The lines without the words, other than plain ones, that show no sequence no prose would have."""
    known = [page(name) for name in names]

    def shown(match: re.Match[str]) -> str:
        word = match[0]
        kept = _BARE.fullmatch(word) or _HELD.search(word) or any(has_evidence(one, word) for one in known)
        return word if kept else ""

    return [_WORD.sub(shown, line[:SAMPLE]) for line in lines[:_FIRST_LINES]]


def _is_amid(name: str, lines: Sequence[str]) -> bool:
    """Whether sequences of a page stand in words as no word has them, more than once."""
    amid = page(name).mixed
    return sum(len(amid.findall(line, 0, SAMPLE)) for line in lines[:_FIRST_LINES]) >= _ENOUGH_AMID


def _within_words(lines: Sequence[str]) -> bool:
    """Whether sequences stand before small letters, as capitals with signs behind them never do in prose."""
    if any(_ROMANIAN.search(line) for line in lines):
        return True
    found = sum(len(_AMID.findall(line)) for line in lines)
    return found > 0 and found + sum(len(CUT_AMID.findall(line)) for line in lines) >= _ENOUGH_AMID


def _agreed(lines: Sequence[str]) -> bool:
    """Whether ftfy, too, takes one of the first lines for damaged."""
    return any(lossless_edits(line) or has_cut_quotes(line) for line in lines[:_FIRST_LINES])


def _shows_signs(lines: Sequence[str]) -> bool:
    """Whether bytes 80-9F show as the signs that windows-1252 has for them; in ISO-8859-1 they get lost."""
    known = page("cp1252")
    looked = 0
    for line in lines:
        if _SIGN.search(line, 0, _SIGHTED):
            sequences = known.sequences.findall(line, 0, _SIGHTED)
            if any(_SIGN.search(part) and known.units[part].is_whole for part in sequences):
                return True
        looked += len(line)
        if looked > _SIGHTED:
            break
    return False


def _is_cut(sample: Sample) -> bool:
    """Whether any sequence misses a byte."""
    return sample.survey(page("cp1252")).cuts > 0


def _times(known: Page, sample: Sample) -> int:
    """Two where the lines, once read rightly, are still full of sequences."""
    if known.name != "cp1252":
        return 1
    seen = sample.survey(known)
    if (seen.continuing + seen.leads) * _INNER < seen.wholes:
        return 1
    runs = " ".join([run for run in sample.runs.split(" ") if len(run) >= _SHORTEST_TWICE])
    inner = seen.continuing + strong_in(known, known.read_strictly(runs))
    return 2 if inner >= 2 and inner * _INNER >= seen.wholes else 1
