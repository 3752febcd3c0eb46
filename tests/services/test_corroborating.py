import pytest

from curator.domain.facts import Decision, Fact, FactKind
from curator.domain.wordings import value_words
from curator.services import corroborating, editing, reading, reviewing
from curator.services.imports import importing

ENGLISH = """---
title: Siemens to buy signals from Bosch
date: 2031-03-02
lang: en
---

Siemens will pay Bosch up to $2.2 billion for signals by 2035. It hires 4,500 people in 2033.

Siemens pays Bosch 300 million euros at once.
"""
GERMAN = """---
title: Siemens kauft Signale von Bosch
date: 2031-03-04
lang: de
---

Siemens will Bosch bis 2035 für Signale bis zu 2,24 Milliarden Dollar zahlen.

Siemens zahlt Bosch sofort 340 Millionen Euro.
"""
CZECH = """---
title: Microsoft staví
date: 2031-03-05
lang: cs
---

Microsoft dá za datové centrum 2,2 miliardy dolarů.
"""


@pytest.fixture
def bring(library, tmp_path):
    """Import texts as articles and give their ids."""

    def brought(*texts):
        ids = []
        for number, text in enumerate(texts):
            path = tmp_path / f"{number}.md"
            path.write_text(text, encoding="utf-8")
            (item,) = importing.import_paths(library, [path]).items
            ids.append(item.article_id)
        return ids

    return brought


def of(library, number, words):
    """What is said of the fact of an article whose words these are."""
    fact = next(each for each in reading.article(library, number).facts if words in each.fact.quote)
    return corroborating.corroborate(library, number)[fact.id]


def test_articles_in_two_languages_agree_within_rounding(library, bring):
    english, german, _ = bring(ENGLISH, GERMAN, CZECH)
    found = of(library, english, "2.2 billion")
    assert (found.articles, found.languages) == (2, ("en", "de"))
    (place,) = found.agreeing
    assert (place.article_id, place.title, place.quote) == (
        german,
        "Siemens kauft Signale von Bosch",
        "2,24 Milliarden Dollar",
    )
    assert of(library, german, "2,24").languages == ("de", "en")
    assert of(library, english, "2035").articles == 2


def test_the_same_amount_of_other_companies_is_another_fact(library, bring):
    *_, czech = bring(ENGLISH, GERMAN, CZECH)
    assert of(library, czech, "2,2 miliardy").articles == 1


def test_what_another_article_states_otherwise_is_told(library, bring):
    english, german = bring(ENGLISH, GERMAN)
    found = of(library, english, "300 million")
    assert found.articles == 1
    assert [(each.article_id, value_words(each.fact)) for each in found.differing] == [
        (german, "340 000 000 EUR")
    ]


def test_articles_of_one_week_and_two_companies_contradict_each_other_where_no_figure_agrees(library, bring):
    english = "---\ntitle: A fee\ndate: 2031-03-02\nlang: en\n---\n\nSiemens pays Bosch 300 million euros.\n"
    german = (
        "---\ntitle: Ein Preis\ndate: 2031-03-04\nlang: de\n---\n\nSiemens zahlt Bosch 340 Millionen Euro.\n"
    )
    one, other, _ = bring(english, german, german.replace("Siemens zahlt Bosch", "Siemens zahlt"))
    assert [each.article_id for each in of(library, one, "300 million").differing] == [other]


def test_articles_of_different_years_do_not_contradict_each_other(library, bring):
    english, _ = bring(ENGLISH, GERMAN.replace("2031-03-04", "2033-03-04"))
    assert of(library, english, "300 million").differing == ()
    assert of(library, english, "2.2 billion").articles == 2


def test_a_value_that_is_stated_too_is_no_contradiction(library, bring):
    english, _ = bring(ENGLISH, GERMAN + "\nVon Siemens hieß es, Bosch bekomme 300 Millionen Euro.\n")
    found = of(library, english, "300 million")
    assert (found.articles, found.differing) == (2, ())


def test_a_rejected_fact_does_not_count(library, bring):
    english, german = bring(ENGLISH, GERMAN)
    other = next(each for each in reading.article(library, german).facts if "2,24" in each.fact.quote)
    reviewing.decide(library, [other.id], Decision.REJECTED)
    assert of(library, english, "2.2 billion").articles == 1
    assert other.id not in corroborating.corroborate(library, german)
    editing.undo(library)
    assert of(library, english, "2.2 billion").articles == 2


def test_a_rejected_company_brings_no_articles_together(library, bring):
    english, german = bring(ENGLISH, GERMAN)
    companies = [
        each.id for each in reading.article(library, german).facts if each.fact.kind is FactKind.COMPANY
    ]
    reviewing.decide(library, companies, Decision.REJECTED)
    assert of(library, english, "2.2 billion").articles == 1


def test_a_year_of_one_company_is_no_agreement(library, bring):
    one, _ = bring(
        "Siemens builds\n\nSiemens will open a hall in Kiel in 2033.\n",
        "Siemens lends\n\nSiemens sees better times in 2033.\n",
    )
    assert of(library, one, "2033").articles == 1


def test_places_of_one_article_agree(library, bring):
    (number,) = bring("Siemens pays\n\nSiemens pays $3 billion. The sum of 3 billion dollars is due.\n")
    found = of(library, number, "$3 billion")
    assert (found.articles, found.inside) == (1, 2)


HALVES = """西门子将支付30亿美元

西门子表示,将投资30亿美元建设新工厂,功率为50兆瓦。工厂将在2033年之前投入使用,雇用4500人,销售额增长了12.5%。

Siemens said it would invest $3 billion in a new plant of 50 megawatts. The plant is to run by 2033, with
4,500 people, and sales rose by 12.5 percent. The road costs $70 million.
"""


def test_a_bilingual_article_is_checked_against_itself(library, bring):
    (number,) = bring(HALVES)
    there = of(library, number, "50兆瓦")
    assert (there.articles, there.inside, set(there.languages)) == (1, 2, {"zh", "en"})
    assert there.lacking == ""
    assert of(library, number, "$70 million").lacking == "zh"
    before = of(library, number, "2033年")
    assert before.lacking == "en"
    assert [value_words(each.fact) for each in before.differing] == ["by 2033-12-31"]


def test_a_figure_to_which_an_editor_gave_no_value_agrees_with_none(library, bring):
    english, german = bring(ENGLISH, GERMAN)
    reviewing.add_fact(library, english, Fact(FactKind.MONEY, 0, 0, "signals"))
    found = of(library, english, "signals")
    assert (found.articles, found.differing) == (1, ())
    assert of(library, german, "2,24").articles == 2


def test_an_article_that_is_gone_has_no_facts(library):
    assert corroborating.corroborate(library, 99) == {}


def test_the_facts_of_several_articles_are_listed_once(library, bring):
    bring(ENGLISH, GERMAN, CZECH)
    found = {each.place.quote: each for each in corroborating.corroborated(library)}
    assert len(found) == 2
    assert {each.corroboration.articles for each in found.values()} == {2}
    assert list(corroborating.corroborated(library, "lang:cs")) == []
