"""What a language is like stands in its overlay, so that another is added without code."""

import pytest

from curator.extraction.lexicon import languages, lexicon


@pytest.mark.parametrize(
    ("language", "trait"),
    [("sv", "colon_prices"), ("de", "capital_nouns"), ("es", "both_decimals"), ("ru", "share_by_case")],
)
def test_a_language_has_its_traits(language: str, trait: str):
    assert trait in lexicon(language).traits
    assert trait not in lexicon("en").traits


def test_plain_words_are_those_of_the_language_and_english():
    assert {"gegenüber", "against"} <= lexicon("de").said["comparing"]
    assert "gegenüber" not in lexicon("cs").said["comparing"]


def test_every_language_has_the_plain_words_of_english():
    for language in languages():
        assert lexicon("en").said["comparing"] <= lexicon(language).said["comparing"]
