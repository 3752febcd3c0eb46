"""Mojibake undone: which channel damaged a document, and what stood there before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from curator.cleaning.contests import likeliest_channel, with_spaces
from curator.cleaning.damage.evidence import channel_of_apostrophes
from curator.cleaning.damage.pages import has_evidence, page
from curator.cleaning.damage.suspicions import is_in_code, is_suspicious
from curator.cleaning.decodings import Decoding, decodings
from curator.cleaning.east_asian.shadows import is_shadowy
from curator.cleaning.edits import Edit, Found
from curator.cleaning.examples import without_examples
from curator.cleaning.lines import Line, lines_of, outside_fences, suspicious_lines
from curator.cleaning.mixtures import Mixture, mixtures
from curator.cleaning.models.words import EAST_ASIAN
from curator.cleaning.narrow_pages import are_better, transcribed
from curator.cleaning.opinions import SHORT, repair_by_line
from curator.cleaning.origins import language_of_lines, stated_language
from curator.cleaning.rare_pages import rarely_decoded
from curator.cleaning.repairing import Repairer

_TELLING = 4_000

HALF_LOST = "Half of what tells its characters apart was lost, so many are guesses."


def mojibake(parts: Sequence[str], language: str | None = None) -> Found:
    """The edits that undo the mojibake in the parts of one document."""
    suspects = list(outside_fences(suspicious_lines(parts), parts))
    suspected = [line for line in suspects if not is_in_code(line.text)]
    whole = decodings(suspected)
    rare = rarely_decoded(parts, {one.line.place: one.pages[-1] for one in whole})
    if rare:
        return _rare(parts, rare, language)
    found = _by_pages(parts, language, suspects, suspected, whole)
    narrow = transcribed(parts, suspected)
    read = narrow.renamed(mojibake(narrow.parts, language)) if narrow else None
    return read if narrow and read and are_better(read, found, certain=narrow.is_certain) else found


def _by_pages(
    parts: Sequence[str],
    language: str | None,
    suspects: Sequence[Line],
    suspected: Sequence[Line],
    whole: Sequence[Decoding],
) -> Found:
    """What pages that are often met read.

    `suspected` are the suspicious lines but those whose code alone is; `whole` tells those read back at once.
    """
    found = Found([[] for _ in parts])
    done = {one.line.place: one.pages[-1] for one in whole}
    rest = [line for line in suspected if line.place not in done]
    mixed = list(mixtures(suspected, rest))
    if not suspected:
        mixed = [Mixture(channels, []) for channels in [channel_of_apostrophes(parts)] if channels]
        if not mixed:
            return found
    if not mixed:
        repair_by_line(found, [line for line in suspects if line.place not in done], page("cp1252"))
        return without_examples(_with_decodings(found, whole, language or stated_language(parts)), suspects)
    lines = list(lines_of(parts))
    apart = {line.place for mixture in mixed[1:] for line in mixture.lines}
    language = language or stated_language(parts)
    first = [line for line in lines if line.place not in apart]
    language = _repair(found, Mixture(mixed[0].channels, first), done, parts, language)
    for mixture in mixed[1:]:
        other = Found([[] for _ in parts])
        _repair(other, mixture, done, parts, language)
        found.add(other)
    return without_examples(_with_decodings(found, whole, language), lines)


def _rare(parts: Sequence[str], rare: Sequence[tuple[Line, list[Edit]]], language: str | None) -> Found:
    """What rare pages read, and what is found in the rest."""
    texts = list(parts)
    for line, _ in reversed(rare):
        text = texts[line.part]
        texts[line.part] = text[: line.start] + "\n" * len(line.text) + text[line.end :]
    found = mojibake(texts, language)
    for line, edits in rare:
        found.edits[line.part] += edits
    for edits in found.edits:
        edits.sort(key=lambda edit: edit.start)
    found.channel = rare[0][1][0].channel
    from curator.cleaning.languages import language_of

    found.language = (
        language
        or found.language
        or language_of("".join([edit.after for _, edits in rare for edit in edits])[:_TELLING])
    )
    return found


def _repair(
    found: Found, mixture: Mixture, done: Mapping[tuple[int, int], str], parts: Sequence[str], language: str
) -> str:
    """Add the edits of lines to what was found; gives their language.

    Nothing is changed in those that are done, each with the page that it was read by.
    """
    channel, lines = mixture.channels[0], mixture.lines
    strict = page(channel.page)
    for line in lines:
        line.damaged = has_evidence(strict, line.text)
    telling = [line for line in lines if done.get(line.place, channel.page) == channel.page]
    language = language or language_of_lines(channel, telling or lines, parts)
    if len(mixture.channels) > 1:
        suspected = [line.text for line in lines if is_suspicious(line.text) and not is_in_code(line.text)]
        channel = likeliest_channel(mixture.channels, language, suspected)
    # A line may be suspicious only if its space is a byte.
    channel = with_spaces(channel, language, [line.text for line in lines if not line.text.isascii()])
    repairer = Repairer(channel, language)
    rest = [line for line in lines if line.place not in done]
    repairer.repair(found, rest, sum(line.damaged for line in lines) / len(lines))
    if found.unread or sum(len(line.text) for line in lines) < SHORT:
        repair_by_line(found, rest, strict, repairer.fixer.reader)
    if language in EAST_ASIAN and is_shadowy(channel):
        found.notes = tuple(dict.fromkeys((*found.notes, HALF_LOST)))
    return language


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
