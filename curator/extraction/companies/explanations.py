"""Explanations: new names told by what follows them: "Hera, società quotata", "Brightwater (NYSE: BRW)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.domain.spans import Span
from curator.extraction.companies.contexts import Place, is_german, word_before
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.name_words import CAPITAL, JOINING, NO_NAME, may_name
from curator.extraction.companies.nouns import LONGEST_NAME
from curator.extraction.companies.wordings import either, worded
from curator.extraction.languages import is_frequent

_APPOSED = re.compile(
    rf", (?<=[\w»“”\"], )(?P<article>(?:{either('articles')})[ ])?"
    r"(?P<word>[^\W\d_A-Z]\w+)(?: (?P<next>\w+))?(?: (?P<third>\w+))?"
)
_ENDING_NAME = re.compile(
    rf"(?:(?<=[ \u00a0(\n])|^)(?P<name>{CAPITAL}[\w&+’'.-]{{0,30}}"
    rf"(?:[ \u00a0](?:(?:{JOINING})[ \u00a0])?{CAPITAL}[\w&+’'-]{{0,30}}){{0,3}})$"
    r"|[«„“\"](?P<quoted>[^«»„“”\"\n.,;]{2,50})[»“”\"]$"
)
_DETERMINERS = worded("determiners")
_ELIDED = re.compile(r"[LDld]['’][^\W\dA-Z_]\w*[ \u00a0]?")
_TICKER = re.compile(rf" \((?:{either('exchanges')})[:\s]\s?[A-Z0-9]{{1,6}}[^)\n]{{0,30}}\)")


def explained(text: str) -> Iterator[Span]:
    """Names that a comma and a company noun follow: "Hera, società quotata a Milano"."""
    for comma in _APPOSED.finditer(text):
        first, following, third = comma["word"], comma["next"] or "", comma["third"] or ""
        kinds = cues(first)
        if comma["article"] and first in _DETERMINERS:
            continue  # "Barzahlungen, die die Unternehmen leisten"
        if Cue.COMPANY not in kinds:
            between = comma["article"] or Cue.ORIGIN in kinds
            if not between or not following or Cue.COMPANY not in cues(following):
                continue
            first, following = following, third
        if following and not comma["article"] and Cue.SPEAKING in cues(following):
            continue  # "v Praze, firma uvedla"
        if following[:1].isupper() and first.islower() and not is_german(text):
            continue  # "Em Lisboa, a empresa Galvor"
        left = text[max(0, comma.start() - LONGEST_NAME) : comma.start()]
        name = _ENDING_NAME.search(left)
        if name is None:
            continue
        span = Span(*name.span(name.lastgroup or 0)).shifted(comma.start() - len(left))
        elided = _ELIDED.match(text, span.start, span.end)
        if elided is not None:
            span = Span(elided.end(), span.end)  # "L'embouteilleur Bulléo"; "L'azienda" names nobody
        first_word, _, rest = span.of(text).partition(" ")
        opens = Place(text, span.start, span.end).begins_sentence()
        if rest and opens and is_frequent(first_word):
            span = Span(span.end - len(rest), span.end)  # "Yesterday Brindlewood, a lender"
        if Cue.IN_PLACE not in cues(word_before(text, span.start)) and may_name(text, first, span):
            yield span


def with_ticker(text: str) -> Iterator[Span]:
    """Names that a stock exchange's letters follow in brackets: "Brightwater (NYSE: BRW)"."""
    for ticker in _TICKER.finditer(text):
        left = text[max(0, ticker.start() - LONGEST_NAME) : ticker.start()]
        name = _ENDING_NAME.search(left)
        if name is not None:
            span = Span(*name.span(name.lastgroup or 0)).shifted(ticker.start() - len(left))
            if " " in span.of(text) or not cues(span.of(text)) & NO_NAME:
                yield span
