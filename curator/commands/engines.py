"""`curator clean` and `curator facts`: the engines by themselves, without a library."""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, cast

from curator.commands import inputs, printing, shapes
from curator.domain.articles import Document, published_day
from curator.domain.errors import UnreadableFile
from curator.domain.facts import Fact
from curator.domain.repairs import Cleaned, RepairKind
from curator.domain.wordings import value_words
from curator.formats.encodings.decoding import Decoded, decode


def clean(options: argparse.Namespace) -> int:
    """Print the cleaned text of the whole input, its repairs with it in JSON.

    What is no text comes out as it went in, with status 1.
    """
    from curator.cleaning import clean as cleaned
    from curator.cleaning import texts

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        result = cleaned(_text(line), _lang(line, options))
        return {
            "id": line.get("id"),
            "text": result.text,
            "repairs": [shapes.repair(r) for r in result.repairs],
        }

    if options.jsonl:
        return _by_line(options.file, answer)
    data = inputs.bytes_of(options.file)
    decoded = _decoded(data)
    result = (
        _left(data, decoded) if isinstance(decoded, UnreadableFile) else cleaned(decoded.text, options.lang)
    )
    if options.explain:
        _explain(result, options.lang or "")
    elif options.json:
        repairs = [shapes.repair(each) for each in result.repairs]
        printing.json_document({"text": result.text, "repairs": repairs})
    elif isinstance(decoded, UnreadableFile):
        sys.stdout.buffer.write(data)
    else:
        printing.write(result.text)
    for note in (*(() if isinstance(decoded, UnreadableFile) else decoded.notes), *result.notes):
        printing.tell(note)
    return int(isinstance(decoded, UnreadableFile) or texts.BINARY in result.notes)


def _decoded(data: bytes) -> Decoded | UnreadableFile:
    """The text of the bytes, or why they are none; control characters in UTF-8 are for cleaning."""
    try:
        return decode(data)
    except UnreadableFile as reason:
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(), "utf-8")
        return reason


def _left(data: bytes, reason: UnreadableFile) -> Cleaned:
    """What is no text, as it came."""
    return Cleaned(data.decode("utf-8", "replace"), notes=(f"{reason.message} It is left as it was.",))


def _explain(result: Cleaned, lang: str) -> None:
    """Print what the text was taken for, and each repair with its line in the original."""
    from curator.cleaning.languages import language_of

    printing.line(f"damage    {result.channel or 'none found'}")
    printing.line(f"language  {result.language or lang or language_of(result.text) or 'not told'}")
    printing.line(f"repairs   {len(result.repairs)}, guesses {sum(not r.certain for r in result.repairs)}")
    if not result.repairs:
        return
    printing.line()
    starts = [0, *(match.end() for match in re.finditer("\n", result.original))]
    printing.table(
        (
            (
                bisect_right(starts, each.original.start),
                each.kind.value,
                f"{each.confidence:.2f}",
                each.before,
                each.after,
                ", ".join(f"{other.text} {other.confidence:.2f}" for other in each.alternatives),
                each.channel,
            )
            for each in result.repairs
        ),
        ("line", "kind", "sure", "before", "after", "or", "channel"),
    )


def facts(options: argparse.Namespace) -> int:
    """List the facts of the input as it is, or those that several articles of the library state.

    Front matter is part of the text, so that places count in the file; its language and its date hold if
    none are given. Of a web page or a word processor's document the text of the article is read; in JSON it
    stands beside the facts.
    """
    if options.corroborate is not None:
        from curator.commands import corroborations  # it opens the library, which takes SQLAlchemy

        return corroborations.list_(options)
    from curator.extraction import extract

    def answer(line: dict[str, Any]) -> dict[str, Any]:
        found = extract(_text(line), _lang(line, options), _reference(line, options))
        return {"id": line.get("id"), "facts": [shapes.fact(each) for each in found]}

    if options.jsonl:
        return _by_line(options.file, answer)
    data = inputs.bytes_of(options.file)
    article = _article(data, options.file)
    page = article if article and article.format in _SET_OTHERWISE else None
    text = page.text if page else decode(data).text
    lang = options.lang or (article.fields.language if article else "") or None
    day = options.reference_date or (published_day(article.fields.published) if article else None)
    found = extract(text, lang, day)
    _tell_damage(text, lang)
    if options.json:
        read = {"text": text} if page else {}
        printing.json_document({"facts": [shapes.fact(each) for each in found], **read})
    elif found:
        _list_facts(found, with_rules=options.explain)
    return 0


def _list_facts(found: Iterable[Fact], *, with_rules: bool) -> None:
    """Print facts as a table, where it is wanted with the rule that each was found by."""
    rule = ("rule",) if with_rules else ()
    printing.table(
        (
            (
                each.kind.value,
                value_words(each),
                each.status.value,
                f"{each.confidence:.2f}",
                each.start,
                each.quote,
                *((each.rule,) if with_rules else ()),
            )
            for each in found
        ),
        ("kind", "value", "status", "sure", "at", "words", *rule),
    )


def _article(data: bytes, name: str) -> Document | None:
    """The article in a file that is more than its text, as an import reads it; None for texts as such."""
    from curator import formats

    if not data.strip():
        return None
    try:
        document = formats.read(data, "" if name == "-" else Path(name).name)
    except UnreadableFile as error:
        printing.tell(f"It is read as it stands: {error}")
        return None
    return document if document.front_matter or document.format in _SET_OTHERWISE else None


_SET_OTHERWISE = ("html", "office")
"""The formats whose files are not the text that is read."""


def _tell_damage(text: str, language: str | None) -> None:
    """Say that a text should be cleaned first, if it should: facts are those of the text as it is."""
    from curator.cleaning import clean as cleaned

    damaged = sum(each.kind is RepairKind.MOJIBAKE for each in cleaned(text, language).repairs)
    if damaged:
        places = printing.counted(damaged, "place")
        printing.tell(f"The text is damaged in {places}. Try “curator clean FILE | curator facts”.")


def _by_line(name: str, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """Answer each line in its order; one that cannot be read is answered with its error."""
    status = 0
    for number, line in enumerate(inputs.lines_of(name), 1):
        if not line.strip():
            continue
        asked: dict[str, Any] = {}
        try:
            asked = _asked(line)
            printing.json_line(answer(asked))
        except (ValueError, RecursionError) as error:
            status = 1
            printing.tell(f"line {number}: {error}")
            printing.json_line({"id": asked.get("id"), "error": str(error)})
    return status


def _asked(line: bytes) -> dict[str, Any]:
    try:
        text = line.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8") from error
    asked = json.loads(text)
    if not isinstance(asked, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004 - told like the other faults
    return cast("dict[str, Any]", asked)


def _text(line: dict[str, Any]) -> str:
    text = line.get("text")
    if not isinstance(text, str):
        raise ValueError("“text” is missing")  # noqa: TRY004 - the line is wrong, not the program
    return text


def _lang(line: dict[str, Any], options: argparse.Namespace) -> str | None:
    lang = line.get("lang") or options.lang
    return str(lang) if lang else None


def _reference(line: dict[str, Any], options: argparse.Namespace) -> date | None:
    given = line.get("reference_date")
    if not given:
        return options.reference_date
    try:
        return date.fromisoformat(str(given)[:10])
    except ValueError as error:
        raise ValueError(f"“{given}” is not a date like 2026-01-27") from error
