"""`curator facts --corroborate`: the facts that more than one article of the library states."""

from __future__ import annotations

import argparse
from typing import Any

from curator.commands import printing, shapes
from curator.commands.libraries import opened
from curator.domain.corroborations import Place
from curator.domain.wordings import value_words
from curator.services import corroborating
from curator.services.corroborating import Agreed


def list_(options: argparse.Namespace) -> int:
    """List each such fact with its articles, its languages, and what others say instead."""
    found: list[Agreed] = []
    with opened(options) as library:
        for each in corroborating.corroborated(library, options.corroborate):
            found.append(each)
            if options.jsonl:
                printing.json_line(_shape(each))
    if options.json:
        printing.json_document({"facts": [_shape(each) for each in found]})
    elif found and not options.jsonl:
        columns = ("kind", "value", "companies", "articles", "languages", "differs")
        printing.table([_row(each) for each in found], columns)
    printing.tell(f"{printing.counted(len(found), 'fact')} that more than one article states")
    return 0


def _row(each: Agreed) -> tuple[str, ...]:
    found = each.corroboration
    numbers = dict.fromkeys((each.place.article_id, *(place.article_id for place in found.agreeing)))
    return (
        each.place.fact.kind.value,
        value_words(each.place.fact),
        ", ".join(each.companies),
        f"{found.articles} ({', '.join(map(str, numbers))})",
        " ".join(found.languages),
        ", ".join(f"{value_words(place.fact)} ({place.article_id})" for place in found.differing),
    )


def _shape(each: Agreed) -> dict[str, Any]:
    found = each.corroboration
    return {
        **shapes.fact(each.place.fact),
        "companies": list(each.companies),
        "articles": found.articles,
        "languages": list(found.languages),
        "places": [_place(each.place), *map(_place, found.agreeing)],
        "differs": [_place(place) | {"fact": shapes.fact(place.fact)} for place in found.differing],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "article": place.article_id,
        "fact": place.fact_id,
        "title": place.title,
        "language": place.language,
        "quote": place.quote,
    }
