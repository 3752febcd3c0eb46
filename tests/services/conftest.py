"""A library with articles made by hand, without the engines."""

import hashlib
import shutil
import zlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from curator.domain.articles import Fields
from curator.domain.facts import Approximation, Fact, FactKind, Precision
from curator.domain.intakes import Found, Intake
from curator.domain.repairs import Repair, RepairKind
from curator.domain.sentences import beginnings, number_at
from curator.domain.spans import Span
from curator.services.library import Library
from curator.store import additions

BODY = (
    "Orchard Chips will spend up to 20 million euros on a plant in Brno. "
    "It is to open in the second half of 2031. "
    "Die Fabrik heißt Žluťoučký kůň, 数据中心 gibt es auch."
)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """The file of a library without articles, to be copied."""
    file = tmp_path_factory.mktemp("empty") / "library.curator"
    Library.open(file).close()
    return file


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory, empty_file):
    """The file of a library with five articles, to be copied, and their ids."""
    file = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("filled")))
    with Library.open(file, who="tester") as opened:
        return file, _five_added(opened)


@pytest.fixture
def template(request, empty_file):
    """The file that the library of a test begins as; a module may have its own."""
    return request.getfixturevalue("filled_file")[0] if "filled" in request.fixturenames else empty_file


@pytest.fixture
def library(tmp_path, template):
    """A library of this test alone."""
    with Library.open(Path(shutil.copy(template, tmp_path / "library.curator")), who="tester") as opened:
        yield opened


@pytest.fixture
def intake():
    return make_intake


@pytest.fixture
def add(library):
    """Add articles and give their ids."""
    return lambda *intakes: _added(library, intakes)


@pytest.fixture
def filled(library, filled_file):
    """The ids of five articles that differ in everything a query asks for."""
    return list(filled_file[1])


def _added(library, intakes):
    with library.writing() as connection:
        return additions.add(connection, intakes, "2031-01-02T03:04:05Z")


def _five_added(library):
    stories = [
        make_intake(1, published="2031-01-05", importance=4, source="The Daily Orchard", language="en"),
        make_intake(2, published="2031-01-06T10:00:00Z", importance=2, source="Brno heute", language="de"),
        make_intake(3, published="2030", importance=None, tags=("AI", "chips"), companies=()),
        make_intake(4, published=None, importance=5, language="zh", title="数据中心的故事"),
        make_intake(5, published="2031-02", importance=1, companies=("Žába s.r.o.",), author="Ann Novák"),
    ]
    return _added(library, stories)


def make_intake(number, *, body=BODY, data=None, path=None, title=None, **fields):
    title = title if title is not None else f"Story {number}"
    text = f"{title}\n\n{body}"
    raw = data if data is not None else f"{number} {text}".encode()
    fields = {"companies": ("Orchard Chips",), "tags": ("AI",), "language": "en"} | fields
    return Intake(
        path=path or f"folder/{number}.md",
        source_path=f"/files/{number}.md",
        sha256=hashlib.sha256(raw).hexdigest(),
        packed=zlib.compress(raw),
        size=len(raw),
        format="markdown",
        markup="markdown",
        encoding="utf-8",
        text=text,
        title=Span(0, len(title)),
        description=Span(len(title), len(title)),
        body=Span(len(title) + 2, len(text)),
        fields=Fields(title=title, **fields),
        front_matter={"title": title, "mood": "bright"},
        unknown=("mood",),
        origin={"title": "front matter"},
        notes=(),
        repairs=tuple(("", repair) for repair in _repairs(text)),
        facts=tuple(_facts(text)),
        cleaner_version=1,
        extractor_version=1,
    )


def _facts(text):
    starts = beginnings(text)
    for quote, values in (
        ("Orchard Chips", {"kind": FactKind.COMPANY, "name": "Orchard Chips", "confidence": 0.97}),
        (
            "20 million euros",
            {
                "kind": FactKind.MONEY,
                "value": Decimal(20_000_000),
                "unit": "EUR",
                "approximation": Approximation.UP_TO,
            },
        ),
        (
            "second half of 2031",
            {
                "kind": FactKind.DATE,
                "low": date(2031, 7, 1),
                "high": date(2031, 12, 31),
                "precision": Precision.HALF,
            },
        ),
    ):
        start = text.find(quote)
        if start >= 0:
            kind = values.pop("kind")
            fact = Fact(kind, start, start + len(quote), quote, rule="test", **values)
            about = () if kind is FactKind.COMPANY else ("Orchard Chips",) if "Orchard" in text else ()
            yield Found(fact, number_at(starts, start), "extractor", about)


def _repairs(text):
    start = text.find("Žluťoučký")
    if start >= 0:
        before = "Å½luÅ¥ouÄkÃ½"
        yield Repair(
            Span(start, start + len(before)),
            Span(start, start + 9),
            before,
            "Žluťoučký",
            RepairKind.MOJIBAKE,
            "utf-8 read as windows-1254",
            0.9,
        )
