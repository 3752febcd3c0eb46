"""Templates of editors: they are given every value, and can do no harm."""

import json

import pytest

from curator import paths
from curator.domain.articles import Fields
from curator.domain.errors import CuratorError
from curator.formats.writers import template_filling, templates
from curator.formats.writers.template_values import names
from tests.patience import PATIENCE


@pytest.fixture
def fill(story, edition):
    def filled(template, *articles):
        return b"".join(template_filling.rendered(template, names(articles or (story(),), edition))).decode()

    return filled


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (
            "{{ title }} {{ query }} {{ count }} {{ updated }}",
            "The week company:orchard 1 2031-02-03T04:05:06Z",
        ),
        (
            "{% for a in articles %}{{ a.title }}|{{ a.source }}{% endfor %}",
            "A plant in Brno|The Daily Orchard",
        ),
        ("{{ articles[0].tags | join(', ') }}", "chips, R&D"),
        ("{{ facts | length }} {{ facts[1].brief }} {{ facts[1].number }}", "3 up to €20 mn 20000000"),
        ("{{ articles[0].facts[2].low.year }}", "2031"),
        ("{{ facts | map(attribute='kind') | join(' ') }}", "company money date"),
        ("{{ facts[1].sentence[:12] }}{{ facts[1].note }}", "Orchard ChipThe report says two."),
        ("{{ articles[0].plain[:20] }}", "Orchard Chips will s"),
    ],
)
def test_a_template_is_given_every_value(fill, template, text):
    assert fill(template) == text


def test_values_are_escaped_where_the_template_looks_like_markup(fill, story):
    article = story(fields=Fields(title="<b>&"))
    assert fill("{# html #}\n<!doctype html>{{ articles[0].title }}", article).endswith("&lt;b&gt;&amp;")
    assert fill("<p>{{ articles[0].html }}</p>", article).startswith("<p><p>Orchard")
    assert fill("# {{ articles[0].title }}", article) == "# <b>&"


@pytest.mark.parametrize(
    ("template", "line", "word"),
    [
        ("one\n{% for %}", 2, ""),
        ("one\n\n{{ articel.title }}", 3, "articel"),
        ("{% for a in articles %}\n{{ a.titel }}\n{% endfor %}", 2, "titel"),
        ("\n{{ 1 / 0 }}", 2, "zero"),
        ("\n{{ articles + 1 }}", 2, ""),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}", 2, "end"),
        ("\n{% include 'other' %}", 2, ""),
        ("\n{{ title | nonsense }}", 2, "nonsense"),
        ("\n{{ articles | random }}", 2, "random"),
    ],
)
def test_a_template_that_is_wrong_says_in_which_line(fill, template, line, word):
    with pytest.raises(CuratorError, match=rf"in line {line}: .*{word}"):
        fill(template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__class__.__base__.__subclasses__() }}",
        "{{ articles[0]._article }}",
        "{{ articles[0].facts.__class__ }}",
        "{{ articles.append(1) }}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ title | attr('__class__') }}",
        "{{ (title | map(attribute='__class__') | first).x }}",
        "{{ open('/etc/passwd') }}",
        "{{ lipsum() }}",
    ],
)
def test_a_template_reaches_nothing_but_its_values(fill, template):
    with pytest.raises(CuratorError):
        print(fill(template))


def test_no_value_can_be_changed(fill):
    for template in ("{% set articles[0].title = 'x' %}", "{{ articles[0].tags.clear() }}"):
        with pytest.raises(CuratorError):
            fill(template)


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
        "{% set n = namespace(l=1) %}{% for a in range(60) %}{% set n.l = [n.l, n.l] %}{% endfor %}{{ n.l }}",
        "{% macro m(d) %}{{ m(d + 1) ~ m(d + 1) if d < 90 }}{% endmacro %}{{ m(0) }}",
        "{{ 9 ** (9 ** 9) }}",
    ],
)
def test_no_template_runs_for_ever(story, written, monkeypatch, template):
    monkeypatch.setattr(template_filling, "SECONDS", 0.5)
    with pytest.raises(CuratorError, match="longer than"):
        written("template", story(), template=template)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}", "more than 1 MB"),
        ("{{ 'x' * 10 ** 12 }}", "memory"),
        ("{{ 'x'.center(10 ** 12) }}", "memory"),
        (
            "{% set n = namespace(t='x') %}{% for a in range(60) %}{% set n.t = n.t * 2 %}{% endfor %}",
            "memory",
        ),
        ("{{ range(10 ** 9) | list }}", "Range too big"),
    ],
)
def test_no_template_fills_the_memory(story, written, monkeypatch, template, message):
    monkeypatch.setattr(template_filling, "SECONDS", PATIENCE)
    monkeypatch.setattr(template_filling, "MOST_MEMORY", 1 << 29)
    monkeypatch.setattr(template_filling, "MOST_BYTES", 1 << 20)
    with pytest.raises(CuratorError, match=message):
        written("template", story(), template=template)


def test_an_export_is_what_the_template_makes(story, written):
    assert written("template", story(), template="{{ articles[0].title }}\n") == b"A plant in Brno\n"
    with pytest.raises(CuratorError, match="line 1"):
        written("template", story(), template="{{ x }}")
    with pytest.raises(CuratorError, match="no template"):
        written("template", story(), template=" ")


def test_a_template_can_write_json(fill):
    assert json.loads(fill("{{ articles | map(attribute='title') | list | tojson }}")) == ["A plant in Brno"]


def test_the_example_makes_a_digest(fill, story, fields):
    template = paths.resource("templates", "digest.md.j2").read_text("utf-8")
    text = fill(template, story(), story(2, fields=Fields(), facts=False))
    assert text.startswith("# The week\n\n2 articles\n")
    assert "### A plant in Brno\n\n2031-01-05, Ann Novák and Bob Ray\n\nOrchard Chips invests.\n" in text
    assert "- **up to €20 mn** (Orchard Chips): “20 million euros”, wrong: The report says two.\n" in text
    assert "\n\n\n\n" not in text


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("digest.md.j2", ".md"),
        ("/a/b.c/page.html.jinja2", ".html"),
        ("C:\\desk\\feed.xml.J2", ".xml"),
        ("digest.j2", ".txt"),
        ("digest", ".txt"),
        (".j2", ".txt"),
    ],
)
def test_what_a_template_makes_is_told_by_its_name(name, suffix):
    assert templates.suffix_of(name) == suffix
