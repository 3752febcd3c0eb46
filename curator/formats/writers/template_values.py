"""Template values: what an editor's template is given. All of it can be read, none of it changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from curator.domain.articles import Article, StoredFact
from curator.domain.exports import Edition
from curator.domain.facts import Evidence
from curator.domain.sentences import beginnings, number_at
from curator.domain.wordings import brief_words, value_words
from curator.formats.writers import bodies, identities


@dataclass(frozen=True, slots=True)
class TemplateFact:
    """A fact as a template sees it."""

    kind: str
    """money, quantity, percent, date or company."""
    value: str
    """In words: "up to 20 000 000 EUR", "2031-07-01 – 2031-12-31", "Orchard Chips"."""
    brief: str
    """In few words: "up to €20 mn"."""
    quote: str
    """The words that state it, `prefix` and `suffix` what stands around them."""
    prefix: str
    suffix: str
    sentence: str
    number: Decimal | None
    low: Decimal | date | None
    high: Decimal | date | None
    unit: str
    bound: str
    """exact, about, up_to, at_least, over, under, by, before or since."""
    status: str
    """stated, planned or unconfirmed."""
    company: str
    """The company's name, of a fact that is one."""
    about: tuple[str, ...]
    """The companies a figure or a date is about."""
    decision: str
    """proposed, accepted, edited, rejected or skipped."""
    verdict: str
    """unchecked, confirmed, doubtful or wrong."""
    note: str
    source: str
    """What the editor who checked it noted, and where that is said."""
    title: str
    """The headline of its article."""


class TemplateArticle:
    """An article as a template sees it: its fields by their names, its text, and its facts."""

    def __init__(self, article: Article) -> None:
        self._article = article
        fields = article.fields
        self.title = fields.title
        self.description = fields.description
        self.published = fields.published or ""
        self.source = fields.source
        self.author = fields.author
        self.language = fields.language
        self.category = fields.category
        self.importance = fields.importance
        self.companies = fields.companies
        self.tags = fields.tags
        self.note = fields.note
        self.url = bodies.web_address(fields.url)
        self.slug = fields.slug
        self.path = article.path
        self.state = article.state.value
        self.sets = article.sets
        self.id = identities.identity(article)

    @cached_property
    def text(self) -> str:
        """The body as it is written, most often in Markdown."""
        return self._article.body.of(self._article.text)

    @cached_property
    def plain(self) -> str:
        """The body without markup."""
        return bodies.plain(self._article)

    @cached_property
    def html(self) -> Any:  # noqa: ANN401 - Markup, whose module is heavy
        """The body as safe HTML, which is not escaped again."""
        from markupsafe import Markup

        return Markup(bodies.html(self._article))  # noqa: S704 - made so that nothing in it runs

    @cached_property
    def facts(self) -> tuple[TemplateFact, ...]:
        """Its facts in reading order."""
        starts = beginnings(self._article.text)
        return tuple(_fact(self._article, each, starts) for each in self._article.facts)


def _fact(article: Article, stored: StoredFact, starts: list[int]) -> TemplateFact:
    fact = stored.fact
    evidence = stored.evidence or Evidence.of(article.text, fact.start, fact.end)
    number = number_at(starts, fact.start)
    end = starts[number + 1] if number + 1 < len(starts) else len(article.text)
    return TemplateFact(
        kind=fact.kind.value,
        value=value_words(fact),
        brief=brief_words(fact),
        quote=evidence.quote,
        prefix=evidence.prefix,
        suffix=evidence.suffix,
        sentence=" ".join(article.text[starts[number] : max(end, fact.end)].split()),
        number=fact.value,
        low=fact.low,
        high=fact.high,
        unit=fact.unit or "",
        bound=fact.approximation.value,
        status=fact.status.value,
        company=fact.name or "",
        about=stored.about,
        decision=stored.decision.value,
        verdict=stored.verdict.value,
        note=stored.verdict_note,
        source=stored.verdict_source,
        title=article.fields.title,
    )


def names(articles: Iterable[Article], edition: Edition) -> dict[str, Any]:
    """The names a template is given, and what they stand for."""
    shown = tuple(TemplateArticle(article) for article in articles)
    return {
        "articles": shown,
        "facts": _Facts(shown),
        "title": edition.title,
        "query": edition.query,
        "updated": edition.updated,
        "count": len(shown),
    }


class _Facts:
    """The facts of all articles, made when they are asked for."""

    def __init__(self, articles: tuple[TemplateArticle, ...]) -> None:
        self._articles = articles

    @cached_property
    def _all(self) -> tuple[TemplateFact, ...]:
        return tuple(fact for article in self._articles for fact in article.facts)

    def __iter__(self) -> Any:  # noqa: ANN401 - an iterator
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as tuples do
        return self._all[place]  # pyright: ignore[reportUnknownVariableType]
