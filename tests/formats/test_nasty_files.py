"""Nasty files stay as they are, byte for byte, but for the value that was edited; hostile ones do no harm."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.articles import Fields
from curator.domain.errors import CuratorError
from curator.formats.encodings.decoding import decode, encoded, lossless
from curator.formats.front_matter.mapping import mapped
from curator.formats.front_matter.parsing import read
from curator.formats.front_matter.patching import patched
from tests.formats import nasty_files as nasty
from tests.formats.nasty_files import NastyFile

FILES = list(nasty.files())


def fields_of(text: str) -> Fields:
    return mapped(read(text.replace("\r\n", "\n").replace("\r", "\n")).values).fields


def written(data: bytes, **changes: object) -> bytes:
    """The file with fields edited, by way of its decoded text as saving does it."""
    encoding = decode(data).encoding
    text = lossless(data, encoding)
    assert text is not None
    before = fields_of(text)
    return encoded(patched(text, before, replace(before, **changes)), encoding)


def test_there_are_enough() -> None:
    assert len(FILES) >= 400
    assert len({each.data for each in FILES}) == len(FILES)


@pytest.mark.parametrize("each", FILES, ids=lambda each: each.name)
def test_what_nobody_edited_is_the_same_and_an_edit_stays_within_its_value(each: NastyFile) -> None:
    assert written(each.data) == each.data
    new = nasty.NEW[each.field]
    result = written(each.data, **{each.field: new})
    assert result.startswith(each.before)
    assert result.endswith(each.after)
    assert result != each.data
    text = lossless(result, decode(result).encoding)
    assert text is not None
    assert getattr(fields_of(text), each.field) == new


@pytest.mark.parametrize("end", nasty.LINE_ENDS)
@pytest.mark.parametrize("number", range(len(nasty.LISTS)))
def test_a_list_grows_in_its_own_style(number: int, end: str) -> None:
    entry = nasty.LISTS[number]
    text = f"---\ntitle: x\n{entry}layout: post\n---\n\nBody".replace("\n", nasty.LINE_ENDS[end])
    before, value, after = nasty.ENTRY.split(text, maxsplit=1)
    field = "companies" if "companies" in entry else "tags"
    result = written((before + value + after).encode(), **{field: ("a", "b", "c")}).decode()
    assert result.startswith(before + value.rstrip("\r\n"))
    assert result.endswith(after)
    assert getattr(fields_of(result), field) == ("a", "b", "c")


@pytest.mark.parametrize("name", nasty.HOSTILE)
def test_hostile_front_matter_is_refused_or_patched_and_quickly(name: str, grows_linearly) -> None:
    text: str = nasty.HOSTILE[name]

    def edit(given: str) -> None:
        try:
            result = patched(given, Fields(title="x"), Fields(title="y"))
        except CuratorError as error:
            assert error.message  # noqa: PT017 - either is fine
        else:
            assert read(result).values["title"] == "y"

    grows_linearly(edit, text)


def test_what_is_refused_says_the_line() -> None:
    for name in ("a duplicate key", "a tab", "a quote that is not closed", "an object tag"):
        with pytest.raises(CuratorError, match=r"line \d"):
            patched(nasty.HOSTILE[name], Fields(title="x"), Fields(title="y"))


ENTRIES = st.sampled_from([(field, entry) for field, entries in nasty.YAML.items() for entry in entries])


@settings(max_examples=150)
@given(
    ENTRIES,
    st.lists(st.sampled_from(nasty.AROUND), unique=True, max_size=4),
    st.integers(0, 4),
    st.sampled_from(list(nasty.LINE_ENDS.values())),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=30),
)
def test_any_new_words_stay_within_the_value(
    entry: tuple[str, str], around: list[str], place: int, end: str, words: str
) -> None:
    field, written_so = entry
    new = words if field in ("title", "note", "source", "author") else nasty.NEW[field]
    entries = [*around[:place], written_so, *around[place:]]
    text = f"---\n{''.join(entries)}---\n\nBody".replace("\n", end)
    before, value, after = nasty.ENTRY.split(text, maxsplit=1)
    old = fields_of(before + value + after)
    result = patched(before + value + after, old, replace(old, **{field: new}))
    if getattr(old, field) == new:
        assert result == before + value + after
        return
    assert result.startswith(before)
    assert result.endswith(after)
    assert getattr(fields_of(result), field) == new
