"""Citations as pybtex and others read them: every letter as it was, every key once."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from curator.domain.articles import Fields
from curator.formats.writers import citations
from curator.formats.writers.persons import Person, persons


def read(data):
    return parse_string(data.decode(), "bibtex").entries


def test_an_article_is_an_entry_that_a_second_reader_understands(story, written):
    ((key, entry),) = read(written("bibtex", story())).items()
    assert key == "novak2031plant"
    assert entry.type == "article"
    assert entry.fields["title"] == "{A plant in Brno}"
    assert entry.fields["journaltitle"] == "The Daily Orchard"
    assert entry.fields["date"] == "2031-01-05T06:07:08Z"
    assert entry.fields["url"] == "https://daily.example/2031/plant"
    assert entry.fields["keywords"] == r"chips, R\&D"
    assert [str(each) for each in entry.persons["author"]] == ["Novák, Ann", "Ray, Bob"]


def test_keys_are_given_once_and_are_ascii(story, written, fields):
    odd = [
        Fields(),
        Fields(),
        Fields(title="数据中心"),
        Fields(source="数据"),
        replace(fields, published=None),
    ]
    found = read(
        written("bibtex", story(), story(2), *(story(n, fields=each) for n, each in enumerate(odd, 3)))
    )
    assert len(found) == 7
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in found)


@pytest.mark.parametrize("published", ["2031-01-05", "2031-01", "2031"])
def test_dates_are_as_fine_as_they_are_known(story, written, fields, published):
    article = story(fields=replace(fields, published=published))
    ((_, entry),) = read(written("bibtex", article)).items()
    assert entry.fields["date"] == published
    (item,) = json.loads(written("csl-json", article))
    assert item["issued"] == {"date-parts": [[int(part) for part in published.split("-")]]}


def unescaped(text):
    for sign, written in citations._ESCAPES.items():
        if sign not in "\\{}":
            text = text.replace(written, sign)
    text = text.replace(r"\textbraceleft{}", "\x01").replace(r"\textbraceright{}", "\x02")
    return text.replace(r"\textbackslash{}", "\\").replace("\x01", "{").replace("\x02", "}")


@given(st.text(), st.lists(st.text(max_size=8), max_size=2))
def test_any_words_come_back_from_bibtex(title, tags):
    fields = Fields(title=title, source=title, author=title, tags=tuple(tags))
    text = citations.entry(_article(fields), "key1")
    text.encode()
    ((_, entry),) = parse_string(text, "bibtex").entries.items()
    expected = " ".join(citations._UNSEEN.sub(" ", title).split())
    if expected:
        assert unescaped(entry.fields["title"][1:-1]) == expected
        assert unescaped(entry.fields["journaltitle"]) == expected


def _article(fields):
    from types import SimpleNamespace

    return SimpleNamespace(fields=fields)


def test_csl_has_people_dates_and_where_it_appeared(story, written):
    (item,) = json.loads(written("csl-json", story()))
    assert item["id"] == "novak2031plant"
    assert item["URL"] == "https://daily.example/2031/plant"
    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "The Daily Orchard"
    assert item["author"] == [{"family": "Novák", "given": "Ann"}, {"family": "Ray", "given": "Bob"}]
    assert item["issued"] == {"date-parts": [[2031, 1, 5]]}
    assert json.loads(written("csl-json")) == []


@pytest.mark.parametrize(
    ("author", "language", "expected"),
    [
        ("Ann Novák", "cs", [("Ann", "Novák")]),
        ("Novák, Ann", "cs", [("Ann", "Novák")]),
        ("Ann Novák, Bob Ray", "en", [("Ann", "Novák"), ("Bob", "Ray")]),
        ("Ann Novák a Eva Malá", "cs", [("Ann", "Novák"), ("Eva", "Malá")]),
        ("A; B", "en", [("", ""), ("", "")]),
        ("Kovács Ida", "hu", [("", "")]),
        ("Reuters", "en", [("", "")]),
        ("News Desk", "en", [("", "")]),
        ("王小明", "zh", [("", "")]),
        ("", "en", []),
        (" and ; , ", "en", [("", "")]),
    ],
)
def test_an_author_line_is_parted_into_people_only_where_that_is_sure(author, language, expected):
    assert [(each.given, each.family) for each in persons(author, language)] == expected
    assert all(isinstance(each, Person) and each.whole for each in persons(author, language))
