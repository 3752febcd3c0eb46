"""Mojibake undone: which channel damaged a document, and what stood there before."""

from __future__ import annotations

from collections.abc import Sequence

from curator.cleaning.contests import likeliest_channel
from curator.cleaning.damage.evidence import channel_of_apostrophes, evident_channels
from curator.cleaning.damage.pages import has_evidence, page
from curator.cleaning.damage.suspicions import is_in_code
from curator.cleaning.decodings import Decoding, decodings
from curator.cleaning.edits import Found
from curator.cleaning.examples import without_examples
from curator.cleaning.lines import lines_of, outside_fences, suspicious_lines
from curator.cleaning.models.words import EAST_ASIAN
from curator.cleaning.opinions import SHORT, repair_by_line
from curator.cleaning.origins import language_of_lines, stated_language
from curator.cleaning.repairing import Repairer
from curator.cleaning.shadows import is_shadowy

_TELLING = 4_000

HALF_LOST = "Half of what tells its characters apart was lost, so many are guesses."


def mojibake(parts: Sequence[str], language: str | None = None) -> Found:
    """The edits that undo the mojibake in the parts of one document."""
    found = Found([[] for _ in parts])
    suspects = list(outside_fences(suspicious_lines(parts), parts))
    suspected = [line for line in suspects if not is_in_code(line.text)]
    texts = [line.text for line in suspected]
    whole: list[Decoding] = []
    if not texts:
        channels = channel_of_apostrophes(parts)
        if not channels:
            return found
    else:
        channels = evident_channels(texts)
        whole = decodings(suspected)
    done = {one.line.place for one in whole}
    if not channels:
        repair_by_line(found, [line for line in suspects if line.place not in done], page("cp1252"))
        return without_examples(_with_decodings(found, whole, language or stated_language(parts)), suspects)
    lines = list(lines_of(parts))
    channel = channels[0]
    strict = page(channel.page)
    for line in lines:
        line.damaged = has_evidence(strict, line.text)
    language = language or stated_language(parts) or language_of_lines(channel, lines, parts)
    channel = likeliest_channel(channels, language, texts)
    repairer = Repairer(channel, language)
    rest = [line for line in lines if line.place not in done]
    repairer.repair(found, rest, sum(line.damaged for line in lines) / len(lines))
    if found.unread or sum(len(line.text) for line in lines) < SHORT:
        repair_by_line(found, rest, strict, repairer.fixer.reader)
    if language in EAST_ASIAN and is_shadowy(channel):
        found.notes = (*found.notes, HALF_LOST)
    return without_examples(_with_decodings(found, whole, language), lines)


def _with_decodings(found: Found, whole: Sequence[Decoding], language: str) -> Found:
    """What was found, with the lines that were read back whole."""
    if not whole:
        return found
    for one in whole:
        found.edits[one.line.part] += one.edits()
    for edits in found.edits:
        edits.sort(key=lambda edit: edit.start)
    if not language:
        from curator.cleaning.languages import language_of

        language = language_of("".join(one.text for one in whole)[:_TELLING])
    found.language = found.language or language
    found.channel = found.channel or whole[0].channel
    return found
