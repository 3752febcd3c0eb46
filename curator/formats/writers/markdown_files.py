"""Markdown files: an article composed anew, with its fields as front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from curator.domain.articles import Article, Fields
from curator.domain.changes import Value
from curator.formats.front_matter.field_keys import NEW_KEYS


def composed(article: Article) -> str:
    """The article as a new Markdown file: fields and unknown keys as YAML front matter, then the body."""
    return composed_of(article.fields, article.unknown, article.body.of(article.text))


def composed_of(fields: Fields, unknown: Mapping[str, Value], body: str) -> str:
    """A new Markdown file with these fields, other keys, and body."""
    import frontmatter

    post = frontmatter.Post(body.rstrip())
    post.metadata = front_matter(fields, unknown)
    return frontmatter.dumps(post, sort_keys=False, width=1 << 20) + "\n"


def front_matter(fields: Fields, unknown: Mapping[str, Value]) -> dict[str, Value]:
    """The fields that hold something, under the keys posts use, and the unknown keys after them."""
    values: dict[str, Value] = {}
    for name, key in NEW_KEYS.items():
        value = getattr(fields, name)
        if value not in ("", (), None):
            values[key] = list(cast("tuple[str, ...]", value)) if isinstance(value, tuple) else value
    return values | {key: value for key, value in unknown.items() if key not in values}
