"""What the fields show: of one article, of several at once, and how each value reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from curator.domain.articles import Article, Fields
from curator.domain.facts import Decision, FactKind
from curator.ui.look import formatting


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: the fields, those that differ between several articles, and provenance."""

    fields: Fields
    count: int = 1
    different: frozenset[str] = frozenset()


def common(many: Sequence[Fields]) -> Shown:
    """The fields that several articles share, and the names of those in which they differ."""
    first = many[0]
    names = [name for name in Fields.__dataclass_fields__ if name != "slug"]
    different = {n for n in names if any(getattr(f, n) != getattr(first, n) for f in many[1:])}
    defaults = Fields()
    kept = {n: getattr(defaults if n in different else first, n) for n in names}
    return Shown(Fields(**kept), len(many), frozenset(different))


def settled(article: Article, kind: FactKind) -> list[str]:
    """The values of a kind that an editor has accepted, edited or added, each once."""
    values = [
        formatting.whole(f.fact)
        for f in article.facts
        if f.fact.kind is kind
        and (f.decision.is_accepted or f.origin == "editor")
        and f.decision is not Decision.REJECTED
    ]
    return list(dict.fromkeys(values))


def written(value: object) -> str:
    """A front-matter value in one line."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def displayed(name: str, value: str) -> str:
    """The value of a field as it stands there while nobody edits it."""
    if name == "published" and value:
        return formatting.published(value, time=True)
    if name == "language" and value:
        return formatting.language_name(value) or " "
    return value
