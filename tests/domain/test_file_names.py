"""File names that are no UTF-8 go into a text and come back."""

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.domain import file_names


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",))))
def test_a_name_in_utf_8_is_kept_as_it_is(name):
    assert file_names.stored(f"/news/{name}") == f"/news/{name}"
    assert file_names.on_disk(f"/news/{name}") == f"/news/{name}"


@pytest.mark.skipif(sys.platform == "win32", reason="names are no bytes there")
@given(st.binary(min_size=1).filter(lambda name: not set(name) & set(b"\0/")))
def test_a_name_of_any_bytes_comes_back(name):
    path = f"/news/{os.fsdecode(name)}"
    kept = file_names.stored(path)
    assert kept.encode("utf-8")
    assert file_names.on_disk(kept) == path
    assert file_names.stored(kept) == kept


@pytest.mark.skipif(sys.platform == "win32", reason="names are no bytes there")
def test_a_name_that_is_no_utf_8_can_be_read():
    assert file_names.stored("/news/caf\udce9.md") == "file:///news/caf%E9.md"
