"""Folded words: in order, each as how many characters it shares with the one before, and the rest of it."""

from __future__ import annotations

from collections.abc import Sequence

from curator.cleaning.models.word_lists import SIZE


def folded(words: Sequence[str]) -> tuple[bytes, bytes]:
    """What words in order share with those before, and their rests (UTF-8, one a line).

    The first of every `SIZE` words shares nothing, so that it can be read without those before.
    """
    shared, rests = bytearray(), list[str]()
    before = ""
    for number, word in enumerate(words):
        same = common(before, word) if number % SIZE else 0
        shared.append(same)
        rests.append(word[same:])
        before = word
    return bytes(shared), "\n".join(rests).encode()


def common(one: str, other: str) -> int:
    """How many characters two words begin with alike."""
    for size, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return size
    return min(len(one), len(other))
