"""What pages say of themselves is understood, with the faults that they write it with."""

import json

import pytest

from curator import formats
from curator.domain.articles import Fields
from curator.formats.documents.html_metadata import metadata

BODY = "<body><h1>Mlýn prodán</h1><p>Obec prodala mlýn.</p></body>"
ARTICLE = {"@type": "NewsArticle", "headline": "Mlýn má kupce", "datePublished": "2026-03-03T08:15:00+01:00"}


def page(head: str = "", body: str = BODY) -> Fields:
    return metadata(f'<!doctype html><html lang="cs"><head>{head}</head>{body}</html>')


def linked(script: object, kind: str = "application/ld+json") -> str:
    text = script if isinstance(script, str) else json.dumps(script)
    return f'<script type="{kind}">{text}</script>'


def test_json_ld_gives_all_that_it_says_of_the_article() -> None:
    fields = page(
        linked(
            ARTICLE
            | {
                "author": [{"@type": "Person", "name": "Jana Malá"}, {"name": "Petr Kos"}],
                "publisher": {"@type": "Organization", "name": "Deník Vrba"},
                "dateModified": "2026-03-09",
                "keywords": "mlýn, prodej",
                "articleSection": ["Kraje", "Ekonomika"],
                "mainEntityOfPage": {"@id": "https://denik.example/mlyn"},
            }
        )
    )
    assert fields == Fields(
        title="Mlýn má kupce",
        published="2026-03-03T07:15:00Z",
        author="Jana Malá, Petr Kos",
        source="Deník Vrba",
        language="cs",
        category="Kraje",
        tags=("mlýn", "prodej"),
        url="https://denik.example/mlyn",
    )


def test_what_an_article_refers_to_is_looked_up() -> None:
    people = {"@graph": [{"@id": "#1", "name": "Jana Malá"}, {"@id": "#2", "name": "Deník Vrba"}]}
    fields = page(linked(ARTICLE | {"author": {"@id": "#1"}, "publisher": {"@id": "#2"}}) + linked(people))
    assert (fields.author, fields.source) == ("Jana Malá", "Deník Vrba")


@pytest.mark.parametrize(
    "script",
    [
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Deník"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": "https://schema.org/NewsArticle"},
        ARTICLE | {"@type": ["Article", "NewsArticle"]},
        ARTICLE | {"@type": "LiveBlogPosting"},
        ARTICLE | {"@type": "OpinionNewsArticle"},
        ARTICLE | {"headline": "Mlýn m&aacute; kupce"},
        f"<!--\n{json.dumps(ARTICLE)}\n-->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        f"/*<![CDATA[*/ {json.dumps(ARTICLE)} /*]]>*/",
        f"{json.dumps(ARTICLE)};",
        json.dumps(ARTICLE).replace("}", ",}"),
        json.dumps(ARTICLE, ensure_ascii=False).replace("má kupce", "má\nkupce"),
    ],
)
def test_json_ld_is_understood_in_every_form_that_pages_have(script: object) -> None:
    fields = page(linked(script))
    assert (fields.title, fields.published) == ("Mlýn má kupce", "2026-03-03T07:15:00Z")


def test_scripts_of_which_one_is_broken_or_says_its_charset_are_read() -> None:
    fields = page(linked('{"@type": "NewsArticle",') + linked(ARTICLE, "application/ld+json; charset=utf-8"))
    assert fields.title == "Mlýn má kupce"


def test_articles_that_are_only_listed_are_not_the_page() -> None:
    listed = {"@type": "ItemList", "itemListElement": [ARTICLE | {"headline": "Jiný"}]}
    assert page(linked(listed)).title == "Mlýn prodán"


def test_a_script_nested_without_end_says_nothing() -> None:
    assert page(linked("[" * 100_000)).title == "Mlýn prodán"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:title" content="Mlýn má kupce | Deník Vrba">',
        "<title>Mlýn má kupce – Deník Vrba</title>",
        '<meta property="og:title" content="Mlýn má kupce">',
    ],
)
def test_the_name_of_the_site_is_not_in_the_title(head: str) -> None:
    site = '<meta property="og:site_name" content="Deník Vrba">'
    assert page(site + head, "<body><p>Obec prodala mlýn.</p></body>").title == "Mlýn má kupce"


def test_a_title_that_goes_on_behind_a_dash_is_kept() -> None:
    title = '<meta property="og:title" content="Mlýn má kupce – a obec peníze">'
    assert page(title).title == "Mlýn má kupce – a obec peníze"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Von Ute Kern">', "Ute Kern"),
        ('<meta name="citation_author" content="Kern, U."><meta name="citation_author" content="Lo, A.">',
         "Kern, U., Lo, A."),
        ('<meta name="author" content="https://x.example/kern">', ""),
        ('<meta name="author" content="Deník"><meta property="og:site_name" content="Deník">', ""),
    ],
)  # fmt: skip
def test_authors_are_people_without_the_word_before_them(head: str, author: str) -> None:
    assert page(head).author == author


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="1772522100">',
        '<meta property="article:published_time" content="1772522100123">',
        '<meta name="sailthru.date" content="2026-03-03 07:15:00">',
        '<meta name="dcterms.issued" content="2026-03-03T07:15:00Z">',
    ],
)
def test_the_moment_of_publication_is_found_under_many_names(head: str) -> None:
    assert page(head).published == "2026-03-03T07:15:00Z"


def test_of_several_times_that_of_the_article_is_taken() -> None:
    times = (
        '<header><time datetime="2026-11-23">dnes</time></header><article><time datetime="2026-03-04">'
        'aktualizováno</time><time itemprop="datePublished" datetime="2026-03-03">3. března</time></article>'
    )
    assert page(body=f"<body>{times}</body>").published == "2026-03-03"
    unmarked = times.replace('itemprop="datePublished" ', "")
    assert page(body=f"<body>{unmarked}</body>").published == "2026-03-04"


def test_an_address_that_is_none_by_itself_is_left_out() -> None:
    assert page('<link rel="canonical" href="/mlyn">').url == ""
    both = '<link rel="canonical" href="/mlyn"><meta property="og:url" content="https://denik.example/mlyn">'
    assert page(both).url == "https://denik.example/mlyn"


LEAD = "Obec prodala mlýn pekaři za 3 miliony korun."


@pytest.mark.parametrize(
    "lead", [LEAD, LEAD[:30] + "…", LEAD[:30] + " […]", LEAD[:30] + "... Číst dál", f"  {LEAD}  "]
)
def test_a_description_that_the_text_begins_with_is_not_read_twice(lead: str) -> None:
    body = f"<article><h1>Mlýn prodán</h1><p>{LEAD}</p><p>Pekař bydlí v obci a peče tam chleba.</p></article>"
    html = f'<html><head><meta name="description" content="{lead}"></head><body>{body}</body></html>'
    read = formats.read(html.encode(), "a.html")
    assert read.text == f"Mlýn prodán\n\n{LEAD}\n\nPekař bydlí v obci a peče tam chleba."
    other = formats.read(html.replace(lead, "O tom, kdo peče chleba v obci.").encode(), "a.html")
    assert other.text.split("\n\n")[1] == "O tom, kdo peče chleba v obci."


def test_a_short_page_keeps_its_paragraphs_lists_and_tables() -> None:
    inside = (
        "<h1>Mlýn prodán</h1><p>Za tři miliony.</p><ul><li>kolo</li><li>vůz</li></ul><h3>Ceny</h3>"
        "<table><tr><th>Rok</th><th>Cena</th></tr><tr><td>2025</td><td>3</td></tr></table>"
    )
    table = "| Rok | Cena |\n|---|---|\n| 2025 | 3 |"
    read = formats.read(f"<html><body><article>{inside}</article></body></html>".encode(), "a.html")
    assert read.text == f"Mlýn prodán\n\nZa tři miliony.\n\n- kolo\n- vůz\n\n### Ceny\n\n{table}"
    bare = formats.read(
        b"<html><body><div>A mill</div><div>It was sold.</div><div>To a baker.</div></body></html>", "a.html"
    )
    assert bare.text.split("\n\n") == ["A mill", "It was sold.", "To a baker."]


def test_a_heading_that_stands_twice_is_read_once() -> None:
    body = f"<article><h1>Mlýn</h1><h2>Co bylo</h2><h3>Co bylo</h3><p>{LEAD}</p></article>"
    assert (
        formats.read(f"<html><body>{body}</body></html>".encode(), "a.html").text
        == f"Mlýn\n\n## Co bylo\n\n{LEAD}"
    )
