"""schema.org: the articles as NewsArticle in JSON-LD, for search engines and graphs.

A date is written as finely as it is known: schema.org takes ISO 8601, which has years and months too. The
companies in the article's fields are what it is `about`; those that its text alone names are `mentions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from curator.domain.articles import Article
from curator.domain.exports import Edition, Exported
from curator.domain.facts import FactKind
from curator.domain.folding import folded
from curator.formats.writers import bodies, identities, moments
from curator.formats.writers.json_texts import ListWriter, filled
from curator.formats.writers.persons import persons
from curator.formats.writing import FileWriter

CONTEXT = "https://schema.org"


def news_article(article: Article, identity: str) -> dict[str, Any]:
    """The article with all that schema.org has words for."""
    fields = article.fields
    return {
        **reference(article, identity),
        **filled(
            abstract=fields.description,
            articleSection=fields.category,
            keywords=list(fields.tags),
            about=[organization(name) for name in fields.companies],
            mentions=[organization(name) for name in _mentioned(article)],
            wordCount=len(article.body.of(article.text).split()),
            articleBody=bodies.plain(article),
        ),
    }


def reference(article: Article, identity: str) -> dict[str, Any]:
    """The article as others cite it."""
    fields = article.fields
    return {
        "@type": "NewsArticle",
        "@id": identity,
        **filled(
            url=bodies.web_address(fields.url),
            headline=fields.title,
            inLanguage=fields.language,
            datePublished=moments.stated(fields.published),
            author=[
                filled(**{"@type": "Person"}, name=each.whole, givenName=each.given, familyName=each.family)
                for each in persons(fields.author, fields.language)
            ],
            publisher={"@type": "Organization", "name": fields.source} if fields.source else None,
        ),
    }


def organization(name: str) -> dict[str, str]:
    """A company by its name; the same one has the same `@id` everywhere."""
    return {"@type": "Organization", "@id": identities.of_company(name), "name": name}


def _mentioned(article: Article) -> list[str]:
    about = {folded(name) for name in article.fields.companies}
    said = (stored.fact for stored in article.facts if stored.fact.kind is FactKind.COMPANY)
    named = {folded(fact.name or fact.quote): fact.name or fact.quote for fact in said}
    return [name for key, name in named.items() if key not in about]


def _write(articles: Iterable[Exported], _edition: Edition, stream: BinaryIO) -> None:
    out = ListWriter(stream, {"@context": CONTEXT}, "@graph")
    given = identities.Identities()
    for each in articles:
        out.add(news_article(each.article, given.of(each.article)))
    out.close()


WRITER = FileWriter(
    "newsarticle",
    "NewsArticle (schema.org)",
    "the articles as JSON-LD, with people and companies, for search engines",
    ".jsonld",
    _write,
)
