"""The shipped table and what a library lays over it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from curator import paths
from curator.domain.companies import Company
from curator.extraction.companies.aliases import Mark
from curator.extraction.companies.libraries import table_of
from curator.extraction.companies.tables import shipped

BUILDER = Path(__file__).parents[2] / "packaging" / "data" / "build_companies.py"


def test_the_shipped_table_knows_thousands_of_companies():
    lines = paths.resource("companies", "companies.tsv").read_text("utf-8").splitlines()[1:]
    companies = {line.split("\t")[3] for line in lines}
    assert len(companies) > 3000
    assert len(lines) > 9000


def test_the_table_is_what_the_lists_make():
    pytest.importorskip("pytickersymbols")
    pytest.importorskip("cleanco")
    spec = importlib.util.spec_from_file_location("build_companies", BUILDER)
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    assert builder.main(["--check"]) == 0


@pytest.mark.parametrize(
    "name", ["Nvidia", "Škoda Auto", "Gazprom", "TSMC", "Ryanair", "CoreWeave", "Naftogaz"]
)
def test_a_canonical_name_is_its_own_alias(name):
    alias = shipped().spelled(name)
    assert alias is not None
    assert alias.company == name


def test_no_name_is_a_company_and_none_at_once():
    alias = shipped().spelled("European Central Bank")
    assert alias is not None
    assert alias.mark is Mark.NOT
    assert alias.company == ""


def test_tables_of_the_same_library_are_one():
    known = (Company("Veltrusan"),)
    assert table_of(known) is table_of((Company("Veltrusan"),))
    assert table_of(()) is shipped()


def test_an_article_s_own_names_are_laid_over_the_library_s_table():
    library = (Company("Veltrusan", ("Veltrusy Works",)), Company("Oblačné pece"), Company("Kabelovna Lhota"))
    whole = table_of(library)
    table = table_of((*library, Company("Tremolia")))
    assert table.below is whole
    for name in ("Veltrusy Works", "Kabelovna Lhota", "Tremolia", "Nvidia"):
        alias = table.spelled(name)
        assert alias is not None
        assert alias.company == {"Veltrusy Works": "Veltrusan"}.get(name, name)
    other = table_of((*library, Company("Brumalis"))).spelled("Tremolia")
    assert other is None


def test_own_names_of_two_articles_share_what_both_begin_with():
    library = tuple(Company(f"Druhá strojírna {number}") for number in range(6))
    first = table_of((*library, Company("Astrenka")))
    second = table_of((*library, Company("Borovinka")))
    assert first is not second
    assert second.below is table_of(library)
    assert second.spelled("Astrenka") is None
