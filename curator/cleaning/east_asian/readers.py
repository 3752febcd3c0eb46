"""East Asian: who reads damaged lines of Chinese, Japanese and Korean."""

from __future__ import annotations

from functools import lru_cache

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.characters import CharacterReader
from curator.cleaning.models.words import EAST_ASIAN


@lru_cache(maxsize=6)
def character_reader(channel: Channel, language: str) -> CharacterReader:
    """The reader for a channel and one of the East Asian languages, with all it remembers."""
    assert language in EAST_ASIAN
    if language == "ko":
        from curator.cleaning.east_asian.eojeols import KoreanReader

        return KoreanReader(channel, language)
    if language == "zh":
        from curator.cleaning.east_asian.chinese import ChineseReader

        return ChineseReader(channel, language)
    return CharacterReader(channel, language)
