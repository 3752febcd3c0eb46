"""Finding: the facts of an article, those of its text and those that its front matter states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from curator.domain.articles import Article, Fields, StoredFact, published_day
from curator.domain.companies import Company
from curator.domain.facts import Decision, Evidence, Fact, FactKind, Verdict
from curator.domain.folding import folded
from curator.domain.intakes import Found
from curator.domain.sentences import beginnings, number_at
from curator.domain.spans import Span
from curator.domain.subjects import subjects
from curator.formats.front_matter import fact_lists
from curator.formats.front_matter.fact_lists import Stated


def facts(
    text: str, title: Span, fields: Fields, known: Sequence[Company], stated: Sequence[Stated] = ()
) -> tuple[Found, ...]:
    """The facts of the text with their sentences; companies the front matter names are its own."""
    from curator.extraction import extract

    named = {folded(name) for name in fields.companies}
    found = extract(
        text, fields.language or None, published_day(fields.published), known=_known(fields, known)
    )
    starts = beginnings(text)
    about = {id(fact): names for fact, names in zip(found, subjects(text, found, starts), strict=True)}
    extracted = [
        Found(fact, number_at(starts, fact.start), _origin(fact, named), about[id(fact)])
        for fact in _each_company_once(found, title)
    ]
    return tuple(_with_stated(extracted, [fact_lists.anchored(each, text) for each in stated], starts))


def facts_of(article: Article, known: Sequence[Company] = ()) -> tuple[StoredFact, ...]:
    """The facts that are found in an article's text, proposed."""
    return tuple(
        StoredFact(
            id=0,
            article_id=article.id,
            fact=each.fact,
            evidence=Evidence.of(article.text, each.fact.start, each.fact.end),
            decision=Decision.PROPOSED,
            verdict=Verdict.UNCHECKED,
            verdict_note="",
            verdict_source="",
            origin=each.origin,
            about=each.about,
            sentence=each.sentence,
        )
        for each in facts(article.text, article.title, article.fields, known)
    )


def _with_stated(found: list[Found], stated: Sequence[Stated], starts: list[int]) -> list[Found]:
    """The facts of the text with what the front matter says of them, and those that only it states."""
    if not stated:
        return found
    left = list(found)
    merged: list[Found] = []
    for each in stated:
        own = next((one for one in left if _says_same(one.fact, each)), None)
        if own is not None:
            left.remove(own)
        else:
            sentence = number_at(starts, each.fact.start) if each.fact.start >= 0 else -1
            own = Found(each.fact, sentence, "front matter")
        if each.decision is Decision.EDITED:
            own = own._replace(fact=replace(each.fact, start=own.fact.start, end=own.fact.end))
        said = (each.decision, each.verdict, each.note, each.source)
        merged.append(Found(*own[:4], *said))
    return sorted([*left, *merged], key=lambda one: (one.fact.start < 0, one.fact.start))


def _says_same(found: Fact, stated: Stated) -> bool:
    """Whether a fact of the text is the one stated: in the same words, or a company of the same name."""
    other = stated.fact
    if found.kind is not other.kind:
        return False
    if found.kind is FactKind.COMPANY and folded(found.name or "") == folded(other.name or ""):
        return True
    if (found.start, found.end) != (other.start, other.end):
        return False
    values = ((one.value, one.low, one.high, one.unit, one.name) for one in (found, other))
    return stated.decision is Decision.EDITED or len(set(values)) == 1


def _each_company_once(found: Sequence[Fact], title: Span) -> list[Fact]:
    """The facts with one mention of each company: the first after the headline, which is the first that
    stands in a sentence, else the one in the headline. An editor decides a company once, not ten times.
    """
    chosen: dict[str, Fact] = {}
    for fact in found:
        if fact.kind is FactKind.COMPANY:
            name = folded(fact.name or fact.quote)
            if name not in chosen or (chosen[name].start < title.end <= fact.start):
                chosen[name] = fact
    kept = {id(fact) for fact in chosen.values()}
    return [fact for fact in found if fact.kind is not FactKind.COMPANY or id(fact) in kept]


def _known(fields: Fields, known: Sequence[Company]) -> Sequence[Company]:
    """The known companies, and behind them those of the front matter."""
    own = tuple(Company(name, own=True) for name in fields.companies)
    return (*known, *own) if own else known


def _origin(fact: Fact, named: set[str]) -> str:
    is_named = fact.kind is FactKind.COMPANY and folded(fact.name or fact.quote) in named
    return "front matter" if is_named else "extractor"
