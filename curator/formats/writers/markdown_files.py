"""Markdown files: an article written back into its own file, or composed anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from curator.domain.articles import Article, Fields
from curator.domain.changes import Value
from curator.domain.errors import CuratorError
from curator.formats.patching import NEW_KEYS, changed_fields, patched

__all__ = ["changed_fields", "composed", "markdown", "patched"]

_ORDER = ("title", "description", "published", "source", "author", "language", "category", "importance")
_REST = ("companies", "tags", "note", "url", "slug")


def markdown(article: Article, original: str | None = None, before: Fields | None = None) -> str:
    """The article as a Markdown file with front matter.

    With the text of its own file and the fields as they were imported, the file is patched in place;
    where that can't be done safely, and for other formats, it is composed anew.
    """
    if original is not None and before is not None and article.format == "markdown":
        try:
            return patched(original, before, article.fields)
        except CuratorError:
            return composed(article)
    return composed(article)


def composed(article: Article) -> str:
    """The article as a new Markdown file: fields and unknown keys as YAML front matter, then the body."""
    import frontmatter

    post = frontmatter.Post(article.body.of(article.text).rstrip())
    post.metadata = front_matter(article.fields, article.unknown)
    return frontmatter.dumps(post, sort_keys=False, width=1 << 20) + "\n"


def front_matter(fields: Fields, unknown: Mapping[str, Value]) -> dict[str, Value]:
    """The fields that hold something, under the keys posts use, and the unknown keys after them."""
    values: dict[str, Value] = {}
    for name in (*_ORDER, *_REST):
        value = getattr(fields, name)
        if value not in ("", (), None):
            values[NEW_KEYS[name]] = (
                list(cast("tuple[str, ...]", value)) if isinstance(value, tuple) else value
            )
    return values | {key: value for key, value in unknown.items() if key not in values}
