"""Lossless mojibake: lines whose damage can be undone byte by byte, by ftfy (Speer 2019).

Only `ftfy.fix_encoding` is asked, never `fix_text`, which also changes what authors may have meant. Where
reading its answer by some code page gives the line back, the place of each character is known and the
answer is certain; where it isn't (damage of several kinds in a line), it is a guess, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curator.cleaning.damage.channels import Channel
from curator.cleaning.edits import Edit
from curator.domain.repairs import RepairKind

CERTAIN = 0.99
GUESS = 0.9
_LISTED = 8
_SIGNS = {"‚Üí": "→", "‚Üê": "←", "‚Üë": "↑", "‚Üì": "↓", "Ă—": "×"}
"""What ftfy leaves: the arrows of menus in MacRoman, and the sign between measures in windows-1250."""
_SIGN = re.compile(r"‚Ü[íêëì]|(?<=\d)Ă—(?=[\dA-Z])|(?<=\d )Ă—(?= \d)")
LONGEST = 20_000
"""Longer lines are not looked at: ftfy's time is not linear in all of them."""

_MIXED = "UTF-8 read wrongly more than once"
_PAGES = (
    "cp1252",
    "latin-1",
    "cp1254",
    "cp1250",
    "cp1251",
    "mac-roman",
    "cp437",
    "cp1253",
    "cp1257",
    "iso8859-2",
)
_PIECE = re.compile(r"[^\x00- !-/:-@\[-`{-\x7f]+")
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u1680-\u16ff\u1800-\u18af\ue000-\uf8ff]"
)
"""Matches accents and the like that stand alone, private signs, and letters that no news is written in."""
_AMID = re.compile("(?<=[^\\W\\d])[×÷]|[×÷](?=[^\\W\\d])")
_CAPITALS = re.compile("(?<=[A-Z])Â(?=\xa0[A-Z])")
"""Matches what ends a word in capitals as well as a no-break space's first byte."""
_MEASURE = re.compile(r"[Ø×]±\d|(?<![^\W\d_])Å[¹²³°](?![^\W\d_])")
"""Matches a tolerance, whose signs are an Arabic or Hebrew letter's bytes, and ångströms to a power."""
_QUOTED = re.compile(
    r"(?<![^\W\d_])(?<!€)"
    r"(?:„[^\W\d_][“”]|[“”][^\W\d_]”|‘[^\W\d_]’|‚[^\W\d_][‘’]|«\s?[^\W\d_]\s?»|»[^\W\d_]«)"
)
"""Matches a letter that is written about: damage would not have spared the quotation mark before it."""
_OTHERS = re.compile(r"(?<![^\x00-\x7f])[^\W\d_\x00-\x7fÂÃÄÅÎÏÐÑâĂĹ](?![^\x00-\x7f])")
"""Matches letters that can't be what is left of a sequence."""
_FOREIGN = re.compile("[^\x00-\xff\u0152-\u0192\u02c6-\u02dd\u2013-\u203a\u20ac\u2122Ă-ż]")
"""Matches what no Western or Central European page has, so that not all of the line went through one."""
_LONE = re.compile("(?<![a-z])[^\\W\\d_\x00-\x7f][–—“”„’‘…™®©°²³¹£€«»›‹†·]?")
_UNDAMAGED = "[\x00-\x7f–—“”„’‘…™®©°²³¹£€«»›‹†·\u0300-\u036f\u2190-\u23ff\u27c0-\u2aff]"
_ALL_LONE = re.compile(f"(?>(?:{_LONE.pattern}|{_UNDAMAGED})*)")
_TOKEN = re.compile(r"\S+|\s+")


def lossless_edits(line: str) -> list[Edit]:
    """The edits that undo a line's damage, placed within the line; none if ftfy finds none."""
    if len(line) > LONGEST or line.isascii():
        return []
    from ftfy import fix_encoding  # 40 ms that clean text never needs

    fixed = _SIGN.sub(lambda match: _SIGNS[match[0]], fix_encoding(line))
    if fixed in {line, _CAPITALS.sub("", line)}:
        return []
    quoted = [match.span() for match in _QUOTED.finditer(line)]
    edits = [
        edit
        for edit in _edits(line, fixed)
        if not _MEASURE.match(line, edit.start)
        and not _is_table(line[edit.start : edit.end], edit.after)
        and all(edit.end <= start or end <= edit.start for start, end in quoted)
    ]
    return [] if may_be_meant(line, fixed, edits) else edits


def _is_table(before: str, after: str) -> bool:
    """Whether a piece lists letters one after the other: no word has so many with accents undamaged."""
    return len({sign for sign in after if "\xa0" < sign <= "\xff" and sign in before}) >= _LISTED


def may_be_meant(line: str, fixed: str, edits: Sequence[Edit]) -> bool:
    """Whether all that would change is capitals with signs behind them, amid signs that nothing damaged.

    Portuguese has "IRMÃ–IRMÃO", Norwegian "BLÅ™", formulas have "Ã²", and people write about letters.
    """
    others = sum(sign in fixed for sign in _OTHERS.findall(line))
    if others < max(1, len(edits) - 1) and not _FOREIGN.search(line):
        return False
    return all(has_lone_capitals(line[edit.start : edit.end]) for edit in edits)


def has_lone_capitals(text: str) -> bool:
    """Whether all in a text that looks damaged is capitals, each with at most a sign of prose behind it."""
    if not _ALL_LONE.fullmatch(text):
        return False
    return all(found[0].isupper() or _FOREIGN.match(found) for found in _LONE.findall(text))


def _edits(line: str, fixed: str) -> list[Edit]:
    for channel in _channels():
        places = _aligned(line, fixed, channel)
        if places is not None:
            return list(edits_by_words(line, fixed, places, channel.name, 0, CERTAIN))
    return list(_by_tokens(line, fixed))


def badness(text: str) -> int:
    """How much of a text looks like mojibake (ftfy's measure), lost characters counted double."""
    from ftfy.badness import badness as measured

    return measured(text) + 2 * text.count("\ufffd")


def _channels() -> Iterator[Channel]:
    for times in (1, 2):
        for page in _PAGES:
            yield Channel(page, times=times)


def _aligned(line: str, fixed: str, channel: Channel) -> list[int] | None:
    """Where in the damaged line each character of the fixed one begins; None if it isn't its image.

    Characters may also stand undamaged: ftfy mends single sequences within a line.
    """
    places: list[int] = []
    place = 0
    for character in fixed:
        places.append(place)
        image = character if character.isascii() else channel.image(character)
        if line.startswith(image, place):
            place += len(image)
        elif line.startswith(character, place):
            place += 1
        else:
            return None
    places.append(place)
    return places if place == len(line) else None


def edits_by_words(
    line: str, fixed: str, places: Sequence[int], channel: str, start: int, sureness: float
) -> Iterator[Edit]:
    """One edit for each word that differs; `places` tell where in the line each fixed character begins."""
    for match in _PIECE.finditer(fixed):
        begin, end = places[match.start()], places[match.end()]
        if line[begin:end] != match[0]:
            yield Edit(start + begin, start + end, match[0], RepairKind.MOJIBAKE, channel, sureness)


def _by_tokens(line: str, fixed: str) -> Iterator[Edit]:
    """One edit for each word that differs; one for all from the first to the last where words were joined."""
    before, after = _TOKEN.findall(line), _TOKEN.findall(fixed)
    if len(before) != len(after):
        if _is_odd(line, fixed):
            return
        first = _shared(line, fixed)
        last = min(_shared(line[::-1], fixed[::-1]), len(line) - first, len(fixed) - first)
        end = len(line) - last
        yield Edit(first, end, fixed[first : len(fixed) - last], RepairKind.MOJIBAKE, _MIXED, GUESS)
        return
    place = 0
    for one, two in zip(before, after, strict=True):
        if one != two and not _is_odd(one, two):
            yield Edit(place, place + len(one), two, RepairKind.MOJIBAKE, _MIXED, GUESS)
        place += len(one)


def _is_odd(before: str, after: str) -> bool:
    """Whether an answer has what no author writes, as comes of sequences that lost a byte."""
    new = set(after) - set(before)
    return (
        _ACCENTS.search("".join(new)) is not None
        or (not new.isdisjoint("×÷") and _AMID.search(after) is not None)
        or ("†" in new and "â€\xa0" not in before)
        or "\ufffd" in after  # what is left of a character tells more
    )


def has_cut_quotes(line: str) -> bool:
    """Whether ftfy takes a line for damaged, and reads quotes that lost their last byte as daggers."""
    from ftfy import fix_encoding

    return "â€" in line and "†" not in line and "†" in fix_encoding(line)


def _shared(one: str, two: str) -> int:
    for place, (left, right) in enumerate(zip(one, two, strict=False)):
        if left != right:
            return place
    return min(len(one), len(two))
