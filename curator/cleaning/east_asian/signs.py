"""Signs: those that damage leaves alike, told by what stands around them: brackets by their other halves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curator.cleaning.east_asian.graphs import Character

_PAIRS = {"「": "」", "『": "』", "【": "】", "《": "》", "（": "）", "〈": "〉", "〔": "〕"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_PARTICLES = frozenset("とはがのをにでもへや。")
"""What stands behind Japanese quotations."""
_SURENESS = 0.85
_REPORTERS = ("記者", "记者")
_LONGEST_NAME = 4


def by_surroundings(
    line: str, spans: Sequence[tuple[int, int]], pieces: Sequence[tuple[Character, ...]], language: str
) -> list[tuple[Character, ...]]:
    """The characters of the pieces of a line, in which doubtful signs are what those around them ask for."""
    read: list[Character] = []
    parts: list[slice] = []
    place = 0
    for (start, end), piece in zip(spans, pieces, strict=True):
        read += [Character(0, 0, sign, 1.0) for sign in line[place:start]]
        parts.append(slice(len(read), len(read) + len(piece)))
        read += piece
        place = end
    read += [Character(0, 0, sign, 1.0) for sign in line[place:]]
    _pair(read, language)
    for place, character in enumerate(read):
        if character.text == "！" and character.others:
            beside = "＝" if language == "ja" else "／"
            is_beside = _joins_names if language == "ja" else _is_behind_reporter
            if _doubtful(read, [place], beside) and is_beside(read, place):
                read[place] = _changed(character, beside)
    return [tuple(read[part]) for part in parts]


def _joins_names(read: Sequence[Character], place: int) -> bool:
    """Whether a sign stands between names, as between the place and the writer of news in Japanese."""
    before, behind = read[max(0, place - 1) : place], read[place + 1 : place + 2]
    return bool(before and behind) and _is_han(before[0].text) and _is_han(behind[0].text)


def _is_behind_reporter(read: Sequence[Character], place: int) -> bool:
    """Whether a sign stands behind the name of a reporter, where Chinese news has the place."""
    before = "".join(character.text for character in read[max(0, place - _LONGEST_NAME - 2) : place])
    return any(before.rpartition(word)[2] for word in _REPORTERS if word in before)


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign < "\ua000"


def _pair(read: list[Character], language: str) -> None:
    """Make of doubtful signs the other halves that brackets lack."""
    opened: list[int] = []
    for place, character in enumerate(tuple(read)):
        sign = character.text
        if sign in _PAIRS:
            if opened and read[opened[-1]].text == sign:
                _close(read, opened.pop(), place, language)
            opened.append(place)
        elif sign in _OPENING:
            same = [at for at in opened if read[at].text == _OPENING[sign]]
            if same:
                del opened[opened.index(same[-1]) :]
            elif not character.others:
                _open(read, _doubtful(read, range(place), _OPENING[sign]), _OPENING[sign])
                opened.clear()
            elif not _doubtful(read, range(place), _OPENING[sign]):
                read[place] = _unpaired(character)
    for at in opened:
        if read[at].text not in _PAIRS:
            continue  # it closes another one by now
        if not _close(read, at, len(read), language) and at:
            read[at] = _unpaired(read[at])


def _doubtful(read: Sequence[Character], places: Iterable[int], sign: str) -> list[int]:
    """The places where a sign may stand."""
    return [at for at in places if any(other == sign for other, _ in read[at].others)]


def _open(read: list[Character], places: Sequence[int], opening: str) -> None:
    """Open at the last place where that is possible what is closed surely."""
    if places:
        read[places[-1]] = _changed(read[places[-1]], opening)


def _close(read: list[Character], opened: int, end: int, language: str) -> bool:
    """Close what was opened where it is likeliest, in Japanese before a particle, else at the last place.

    Whether there is such a place.
    """
    closing = _PAIRS[read[opened].text]
    places = _doubtful(read, range(opened + 1, end), closing)
    if not places:
        return False
    if language == "ja":
        before = (at for at in places if read[at + 1 : at + 2] and read[at + 1].text in _PARTICLES)
        chosen = next(before, places[-1])
    else:
        chosen = max(places, key=lambda at: dict(read[at].others)[closing])
    read[chosen] = _changed(read[chosen], closing)
    return True


def _unpaired(character: Character) -> Character:
    """The likeliest sign that a doubtful bracket can be instead, if there is another than brackets."""
    others = (other for other, _ in character.others if other not in _PAIRS and other not in _OPENING)
    found = next(others, "")
    return _changed(character, found) if found else character


def _changed(character: Character, text: str) -> Character:
    return character._replace(text=text, sureness=_SURENESS, others=((character.text, 1 - _SURENESS),))
