from hypothesis import given
from hypothesis import strategies as st

from curator.domain.sentences import beginnings, number_at


def sentences(text):
    starts = beginnings(text)
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_a_full_stop_before_a_capital_ends_a_sentence():
    assert sentences("The plant opens in May. It costs a lot! Why? Nobody says.") == [
        "The plant opens in May.",
        "It costs a lot!",
        "Why?",
        "Nobody says.",
    ]


def test_abbreviations_and_decimals_end_none():
    assert len(sentences("It costs 3.5 mld. Kč and 2 Mrd. Euro, i.e. a lot.")) == 1
    assert len(sentences("През 2026 г. заводът ще работи.")) == 1


def test_chinese_needs_no_space():
    assert sentences("工厂将于五月开业。成本很高！") == ["工厂将于五月开业。", "成本很高！"]


def test_paragraphs_and_list_items_stand_alone():
    assert sentences("A heading\n\nText one\n- first\n- second") == [
        "A heading",
        "Text one",
        "- first",
        "- second",
    ]


@given(st.text(alphabet="ab.!? \n。A-"))
def test_every_offset_is_in_one_sentence(text):
    starts = beginnings(text)
    assert starts == sorted(set(starts))
    assert all(starts[number_at(starts, offset)] <= offset for offset in range(len(text)))
