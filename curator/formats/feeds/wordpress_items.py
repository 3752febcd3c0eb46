"""WordPress: what its export (WXR, an RSS of its own) says of an item beside what any feed says.

The vocabulary is told by its name, whatever version: http://wordpress.org/export/1.2/.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from curator.formats.documents.bare_lines import words
from curator.formats.feeds.feed_items import FeedItem
from curator.formats.feeds.xml_items import XmlItem, said_of
from curator.formats.feeds.xml_streams import local, vocabulary

VOCABULARY = "http://wordpress.org/export/"
_EXCERPT = "/excerpt/"
_PUBLISHED = ("", "publish")
_NO_ARTICLES = frozenset(
    """attachment nav_menu_item revision custom_css customize_changeset oembed_cache user_request wp_block
    wp_template wp_template_part wp_global_styles wp_navigation wp_font_family wp_font_face""".split()
)


def is_article(said: XmlItem) -> bool:
    """Whether an item is no picture, menu or setting of the site."""
    return said.first("post_type") not in _NO_ARTICLES


def is_person(element: Any) -> bool:  # noqa: ANN401 - an element of lxml
    """Whether a child of the channel tells of a writer."""
    return local(element) == "author" and vocabulary(element).startswith(VOCABULARY)


def person(element: Any) -> tuple[str, str]:  # noqa: ANN401 - an element of lxml
    """The login of a writer, and the name."""
    login = said_of(element, "author_login").strip()
    return login, words(said_of(element, "author_display_name")) or login


def refined(item: FeedItem, said: XmlItem, people: dict[str, str]) -> FeedItem:
    """The item with its excerpt, slug, category and writer's name; as it is if WordPress wrote none.

    An item that was not published says so in its front matter: `status: draft`.
    """
    if not said.first("post_type"):
        return item
    categories = list(said.categories())
    excerpt = said.markup_within("encoded", _EXCERPT)
    status = said.first("status")
    names = [people.get(name.strip(), name.strip()) for name in item.fields.author.split(",")]
    return replace(
        item,
        body=said.markup_within("encoded", "/content/"),
        fields=replace(
            item.fields,
            description=words(excerpt) or item.fields.description,
            author=", ".join(filter(None, names)),
            category=next((words(name) for name, scheme in categories if scheme == "category"), ""),
            tags=tuple(
                dict.fromkeys(words(name) for name, scheme in categories if scheme != "category" and name)
            ),
            slug=said.first("post_name"),
        ),
        written=item.written if status in _PUBLISHED else {**item.written, "status": status},
    )
