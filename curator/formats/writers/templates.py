"""Templates: a format of an editor's own, as a Jinja2 template (jinja.palletsprojects.com).

    curator export --format template --template digest.md.j2 --out digest.md "set:Monday"

A template is given these names:

| name | what it is |
|---|---|
| `articles` | the articles in the order of the export |
| `facts` | the facts of all of them |
| `title`, `query` | what the export is called, and the query that chose the articles |
| `updated` | when the newest of them was imported or edited, as "2031-02-03T04:05:06Z" |
| `count` | how many articles there are |

An article has its fields (`title`, `description`, `published`, `source`, `author`, `language`, `category`,
`importance`, `companies`, `tags`, `note`, `url`, `slug`), its `text` as written, `plain` without markup and
`html` as safe HTML, its `facts`, and `id`, `path`, `state`, `sets`. A fact has `kind`, `value` and `brief`
(in words), `number`, `low`, `high`, `unit`, `bound`, `status`, `company`, `about`, `quote` with `prefix` and
`suffix`, its `sentence`, `decision`, `verdict`, `note`, `source`, and the `title` of its article.

A template that begins as HTML or XML does has every value escaped; in others values stand as they are. A name
that does not exist is an error, said with its line. Templates open no files, run nothing, and have an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from curator.domain.errors import CuratorError
from curator.domain.exports import Edition, Exported
from curator.formats.writers.template_filling import filled
from curator.formats.writing import FileWriter


def suffix_of(name: str) -> str:
    """The suffix of what a template makes, by its name: ".md" of "digest.md.j2", else ".txt"."""
    base = re.sub(r"\.(?:j2|jinja2?)$", "", name.replace("\\", "/").rpartition("/")[2], flags=re.IGNORECASE)
    found = re.search(r"(?<=.)\.[A-Za-z0-9]{1,8}$", base)
    return found[0] if found else WRITER.suffix


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    template = edition.contents.template
    if not template.strip():
        raise CuratorError(
            "There is no template to fill in.", "Choose one; on the command line with --template."
        )
    stream.writelines(filled(template, [each.article for each in articles], edition))


WRITER = FileWriter(
    "template", "Template", "what your own Jinja2 template makes of the articles", ".txt", _write
)
