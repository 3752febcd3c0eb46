import pytest

from curator.domain.articles import Fields
from curator.domain.companies import Company
from curator.domain.facts import FactKind
from curator.domain.spans import Span
from curator.services.imports import finding


@pytest.mark.parametrize("known", [(), (Company("Krallmond"), Company("Lindgrün"))])
def test_companies_of_the_front_matter_are_known_names_in_the_text(known):
    text = "News\n\nKrallmond delivers twelve cranes."
    fields = Fields(companies=("Krallmond",))
    found = finding.facts(text, Span(0, 4), fields, known)
    told = [(each.fact.quote, each.origin) for each in found if each.fact.kind is FactKind.COMPANY]
    assert told == [("Krallmond", "front matter")]
