"""Field keys: under which keys of front matter fields are found, and under which new ones are written."""

from __future__ import annotations

from collections.abc import Mapping

KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name", "titel", "titulek", "titre", "标题"),
    "description": (
        "description",
        "summary",
        "excerpt",
        "subtitle",
        "subheadline",
        "abstract",
        "perex",
        "lead",
        "teaser",
        "deck",
    ),
    "published": (
        "publishedat",
        "published_at",
        "publishdate",
        "publish_date",
        "published",
        "date",
        "pubdate",
        "pub_date",
        "datepublished",
        "date_published",
        "datum",
        "created",
        "created_at",
        "createdat",
    ),
    "source": ("source", "publisher", "publication", "outlet", "site_name", "sitename", "zdroj", "quelle"),
    "author": ("author", "authors", "byline", "by", "autor", "creator"),
    "language": ("lang", "language", "locale", "jazyk"),
    "category": ("category", "categories", "section", "kategorie"),
    "importance": ("importance",),
    "companies": ("companies", "company", "organizations", "organisations"),
    "tags": ("tags", "tag", "keywords", "topics"),
    "note": ("note", "notes", "editor_note", "comment"),
    "url": (
        "url",
        "link",
        "canonical",
        "canonical_url",
        "canonicalurl",
        "original_url",
        "source_url",
        "permalink",
    ),
    "slug": ("slug",),
}
"""The keys of each field in small letters, the one that is preferred first."""

NEW_KEYS: Mapping[str, str] = {name: name for name in KEYS} | {"published": "date", "language": "lang"}
"""The keys under which fields are written that a file does not have yet, in the order of new files."""


def plain(key: str) -> str:
    """A key as `KEYS` spells it: small, and with underscores for hyphens."""
    return key.casefold().replace("-", "_")
