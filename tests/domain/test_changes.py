import pytest

from curator.domain.changes import in_words


@pytest.mark.parametrize(
    ("value", "words"), [(None, ""), (0, "0"), ("mill", "mill"), (("a b", "c"), "a b, c"), ([], "")]
)
def test_a_value_is_one_line_of_words(value, words):
    assert in_words(value) == words
