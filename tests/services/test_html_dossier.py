"""The dossier: everything in one page that fetches nothing and runs nothing."""

import io

import pytest
from lxml import html

from curator.domain.exports import Edition, Exported
from curator.domain.facts import Decision
from curator.services import reading, reviewing
from curator.services.exports import exporting
from curator.services.exports.exporting import Contents


@pytest.fixture
def page(library, filled, tmp_path):
    exporting.export(library, "", "html", tmp_path / "a.html", contents=Contents(title="Morning & more"))
    return html.fromstring((tmp_path / "a.html").read_bytes())


def test_a_page_has_a_title_a_picture_and_an_article_each(page):
    assert page.findtext(".//h1") == "Morning & more"
    assert page.find(".//{*}svg") is not None
    assert len(page.findall(".//article")) == 5
    assert [each.get("lang") for each in page.iter("article")].count("zh") == 1


def test_facts_stand_with_their_quotes_and_the_rejected_do_not(library, filled, tmp_path):
    money = reading.article(library, 1).facts[1]
    reviewing.decide(library, [money.id], Decision.REJECTED)
    exporting.export(library, [1], "html", tmp_path / "a.html")
    page = html.fromstring((tmp_path / "a.html").read_bytes())
    quotes = [each.findtext("b") for each in page.iter("q")]
    assert quotes == ["Orchard Chips", "second half of 2031"]


def test_nothing_is_fetched_and_nothing_runs(library, add, intake, tmp_path):
    evil = '<script>alert(1)</script><img src="https://evil.example/x.png" onerror="alert(1)">'
    add(intake(1, title=evil, body=evil, source=evil, url="javascript:alert(1)", author='" onload="x'))
    exporting.export(library, "", "html", tmp_path / "a.html")
    page = html.fromstring((tmp_path / "a.html").read_bytes())
    assert not list(page.iter("script", "img", "iframe", "link", "object"))
    assert not [name for each in page.iter() for name in each.attrib if name.startswith("on")]
    assert not [each.get("href") for each in page.iter("a")]
    (policy,) = (each.get("content") for each in page.iter("meta") if each.get("http-equiv"))
    assert policy.startswith("default-src 'none'")


def test_an_empty_dossier_says_so():
    from curator.formats.writers.html_dossier import WRITER

    stream = io.BytesIO()
    articles: list[Exported] = []
    WRITER.write(articles, Edition("Nothing", "", 0, ""), stream)
    assert "There are no articles" in stream.getvalue().decode()
