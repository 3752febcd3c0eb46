"""Texts cleaned: the stages one after the other, and what they changed on record."""

from __future__ import annotations

from collections.abc import Sequence

from curator.cleaning.dirt import dirt, is_binary
from curator.cleaning.edits import Edit, Found, composed, edited, repairs_of
from curator.cleaning.references import references
from curator.domain.repairs import Cleaned

BINARY = "It looks like binary data, so it was left as it is."
SURROGATES = "It has half characters (lone surrogates), which were left as they are."


def cleaned_parts(parts: Sequence[str], language: str | None = None) -> list[Cleaned]:
    """See `curator.cleaning.clean_parts`."""
    binary = [is_binary(part) for part in parts]
    found = Found([[] for _ in parts])
    if not all(part.isascii() for part in parts):
        from curator.cleaning.mojibake import mojibake

        found = mojibake(["" if skip else part for part, skip in zip(parts, binary, strict=True)], language)
    return [
        Cleaned(part, notes=(BINARY,)) if skip else _cleaned(part, edits, found)
        for part, skip, edits in zip(parts, binary, found.edits, strict=True)
    ]


def _repaired_again(text: str, edits: list[Edit]) -> list[Edit]:
    """The edits with those that undo what was mojibake in HTML character references."""
    from curator.cleaning.mojibake import mojibake

    middle = edited(text, edits)
    return composed(text, edits, middle, mojibake([middle]).edits[0])


def _cleaned(text: str, edits: list[Edit], found: Found) -> Cleaned:
    result = edited(text, edits)
    # References come first, as they may stand for dirt, or for letters that need what is invisible.
    if resolved := list(references(result)):
        edits = composed(text, edits, result, resolved)
        if any(edit.after > "\x7f" for edit in resolved):
            edits = _repaired_again(text, edits)
        result = edited(text, edits)
    if dirty := dirt(result):
        edits = composed(text, edits, result, dirty)
        result = edited(text, edits)
    notes = found.notes + ((SURROGATES,) if _has_surrogates(text) else ())
    return Cleaned(result, repairs_of(text, edits), found.language, found.channel, notes)


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
