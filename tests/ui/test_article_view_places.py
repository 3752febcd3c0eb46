from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curator.domain.spans import Span
from curator.ui.reader.places import Places
from curator.ui.reader.search import Haystack

WORDS = st.text("ab ž界🙂\U00020000", min_size=1, max_size=6)


@st.composite
def shown_texts(draw: st.DrawFn) -> tuple[str, str, Places]:
    """A text with hidden markup, what is shown of it, and the places; the page adds words of its own."""
    text = page = ""
    places = Places()
    for hidden, words, added in draw(
        st.lists(st.tuples(st.text("*_#", max_size=3), WORDS, st.text("·🚀", max_size=2)), max_size=6)
    ):
        text += hidden
        places.add(units(page), len(text), words)
        text, page = text + words, page + words + added
    return text, page, places


def units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def at(page: str, start: int, end: int) -> str:
    return page.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def visible(words: str) -> str:
    return words.translate(dict.fromkeys(map(ord, "*_#")))


@given(shown_texts(), st.data())
def test_words_of_the_text_are_found_on_the_page(case, data):
    text, page, places = case
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = places.shown(start, end)
    if shown is None:
        assert visible(text[start:end]) == ""
    else:
        found = at(page, *shown)
        assert "".join(sign for sign in found if sign not in "·🚀") == visible(text[start:end])


@given(shown_texts(), st.data())
def test_a_selection_gives_the_words_of_the_text(case, data):
    text, page, places = case
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, len(page)))
    span = places.span(units(page[:start]), units(page[:end]))
    wanted = "".join(sign for sign in page[start:end] if sign not in "·🚀")
    assert visible(span.of(text) if span else "") == wanted


@given(shown_texts())
def test_every_visible_character_keeps_its_place(case):
    text, page, places = case
    for offset, sign in enumerate(text):
        if sign not in "*_#":
            position = places.position(offset)
            assert at(page, position, position + units(sign)) == sign
            assert places.offset(position) == offset


def test_no_place_is_found_in_an_empty_page():
    places = Places()
    assert places.shown(0, 5) is None
    assert places.span(0, 5) is None
    assert places.position(3) == 0
    assert places.offset(3) == 0


def test_what_stands_before_an_earlier_stretch_has_no_place():
    places = Places()
    places.add(0, 10, "later")
    assert places.add(5, 2, "early") == 10
    assert places.shown(2, 7) is None
    assert places.span(0, 10) == Span(10, 15)


@given(st.text("aAžŽß界🙂e\u0301\u00a0 ﬁ\u2029", max_size=30), st.data())
def test_words_are_found_where_they_stand(raw, data):
    start = data.draw(st.integers(0, len(raw)))
    needle = raw[start : data.draw(st.integers(start, len(raw)))]
    hits = Haystack(raw).find(needle)
    if needle.strip() and needle.strip("\u0301\u2029 \u00a0"):
        assert hits
    for first, last in hits:
        assert 0 <= first < last <= units(raw)


def test_case_accents_and_kinds_of_space_make_no_difference():
    raw = "ROZŠÍŘENÍ\u00a0výroby 🙂 Straße ﬁrma"
    haystack = Haystack(raw)
    assert [at(raw, *hit) for hit in haystack.find("rozsireni vyroby")] == ["ROZŠÍŘENÍ\u00a0výroby"]
    assert [at(raw, *hit) for hit in haystack.find("strasse")] == ["Straße"]
    assert [at(raw, *hit) for hit in haystack.find("firma")] == ["ﬁrma"]


def test_nothing_is_found_across_paragraphs_or_for_spaces():
    haystack = Haystack("one\u2029two")
    assert haystack.find("one two") == []
    assert haystack.find("  ") == []
