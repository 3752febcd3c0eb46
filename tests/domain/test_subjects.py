from curator.domain.facts import Fact, FactKind
from curator.domain.sentences import beginnings
from curator.domain.subjects import named_beside, subjects


def company(text, words, name=None, at=0, confidence=0.95):
    start = text.index(words, at)
    name = name or words
    return Fact(
        FactKind.COMPANY, start, start + len(words), words, rule="test", name=name, confidence=confidence
    )


def figure(text, words):
    start = text.index(words)
    return Fact(FactKind.MONEY, start, start + len(words), words, rule="test")


def about(text, *found):
    return subjects(text, found, beginnings(text))[-1]


def test_a_figure_is_about_the_companies_of_its_sentence():
    text = "Holm sells. Kranwerk pays Hafenbau 40 million euros. Brücke waits."
    mentions = [company(text, name) for name in ("Holm", "Kranwerk", "Hafenbau", "Brücke")]
    assert about(text, *mentions, figure(text, "40 million euros")) == ("Kranwerk", "Hafenbau")


def test_a_company_that_is_named_twice_counts_once_under_its_one_name():
    text = "Kranwerku patří Hafenbau; Kranwerk dal 40 milionů."
    mentions = [company(text, "Kranwerku", "Kranwerk"), company(text, "Hafenbau"), company(text, "Kranwerk")]
    assert about(text, *mentions, figure(text, "40 milionů")) == ("Kranwerk", "Hafenbau")


def test_a_sentence_that_names_nobody_goes_with_the_one_before():
    text = "Kranwerk builds. It costs 40 million euros."
    assert about(text, company(text, "Kranwerk"), figure(text, "40 million euros")) == ("Kranwerk",)


def test_a_paragraph_begins_anew():
    text = "Kranwerk builds.\n\nIt costs 40 million euros."
    assert about(text, company(text, "Kranwerk"), figure(text, "40 million euros")) == ()


def test_two_sentences_before_is_too_far():
    text = "Kranwerk builds. The harbour waits. It costs 40 million euros."
    assert about(text, company(text, "Kranwerk"), figure(text, "40 million euros")) == ()


def test_an_unlikely_company_says_nothing():
    text = "Harbour pays 40 million euros."
    assert about(text, company(text, "Harbour", confidence=0.3), figure(text, "40 million euros")) == ()


def test_a_company_is_about_nobody():
    text = "Kranwerk pays Hafenbau."
    assert about(text, company(text, "Kranwerk"), company(text, "Hafenbau")) == ()


def test_an_added_figure_is_about_the_companies_whose_names_stand_beside_it():
    text = "Holm sells. Kranwerk pays 40 million euros."
    known = [company(text, "Holm"), company(text, "Kranwerk")]
    assert named_beside(text, text.index("40"), beginnings(text), known) == ("Kranwerk",)


def test_a_company_stands_beside_an_added_figure_by_its_name_or_by_the_words_of_the_text():
    text = "Žáby se to netýká. Žáby zaplatí 40 milionů. Žába s.r.o. zaplatí 50 milionů. Jiný dá 60 milionů."
    known = [company(text, "Žáby", "Žába s.r.o.")]
    there = [
        bool(named_beside(text, text.index(words), beginnings(text), known)) for words in ("40", "50", "60")
    ]
    assert there == [True, True, False]
