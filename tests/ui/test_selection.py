"""The selection: what the banner says of several articles, and whose fields are shown and edited."""

from __future__ import annotations

from curator.services import reading
from curator.ui.desk import Desk


def test_of_several_articles_the_banner_says_how_many_and_an_edit_goes_to_all(desk: Desk) -> None:
    desk.window.list._view.selectAll()
    assert "3 articles" in desk.window.banner.text()
    assert desk.window.banner.button.isVisible()
    assert sorted(desk.selected()) == sorted(row.id for row in desk.window.list.model.rows())
    desk.edits.set_field("category", "works")
    articles = [reading.article(desk.library, number) for number in desk.selected()]
    assert {article.fields.category for article in articles} == {"works"}


def test_one_article_alone_needs_no_banner(desk: Desk) -> None:
    desk.window.list._view.selectAll()
    desk.window.list._view.clearSelection()
    assert not desk.window.banner.isVisible()
    assert desk.article is not None
    assert desk.selected() == [desk.article.id]


def test_a_search_that_finds_fewer_of_the_selected_shows_the_fields_of_one(desk: Desk) -> None:
    assert desk.article is not None
    desk.window.list._view.selectAll()
    desk.search(f'"{desk.article.fields.title.split()[0]}"')
    assert desk.selected() == [desk.article.id]
    assert not desk.window.banner.isVisible()


def test_after_an_edit_of_several_the_fields_are_still_those_of_all(desk: Desk) -> None:
    desk.window.list._view.selectAll()
    titles = desk.window.fields.line("title").text()
    desk.edits.set_field("category", "works")
    assert desk.window.fields.line("category").text() == "works"
    assert desk.window.fields.line("title").text() == titles
    assert desk.article is not None
    assert desk.article.fields.title not in titles
