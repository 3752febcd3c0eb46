"""Namesakes: what else a name may be, told by the words around: a person, a town, a club, a stadium."""

from __future__ import annotations

import re

from curator.extraction.companies.aliases import Alias
from curator.extraction.companies.contexts import NEXT_WORD, REACH, Place, is_german, word_before
from curator.extraction.companies.cues import Cue, cues
from curator.extraction.companies.spellings import folded
from curator.extraction.companies.wordings import either, worded
from curator.extraction.languages import is_frequent

_SENTENCE_ENDS = re.compile(r"[。!?！？\n]|\.(?!\d)")
_GAME = re.compile(either("games"))
_TOWN_REACH = 24
_TOWN = re.compile(
    rf"\b(?:(?i:{either('towns_of')})[ \u00a0](?:of[ \u00a0]|d[eoai][ \u00a0]|d['’])"
    rf"|(?i:{either('towns_before')})[ \u00a0])\Z"
)
_STREET = re.compile(rf"\b(?i:{either('streets')})[ \u00a0](?:d[eu][ \u00a0])?\Z")
_HONORIFICS = worded("honorifics")
_ACRONYM_BEFORE = re.compile(r"\b[A-ZÀ-Þ]{2,4}[-‑]\Z")
_MODEL = re.compile(r"[ \u00a0-](?:[A-Z]{0,3}-?\d{2,4}\b(?!\s*%)|(?i:max|neo)\b|А\d{3})")
_PARTS_NO_WORDS = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_LONGER = re.compile(r"(?:[ \u00a0][^\W\d_a-z][\w’'-]*){1,3}")
_AUTHOR = re.compile(
    r"(?:[.!?…”»\"'\])][ \t]+|\n[ \t]*|\t+|\A)(?:--|—|―)[ \t]?(?:[^\W\d_a-z][\w.’'-]*[ \t]){0,3}\Z"
)
_LINE_ENDS = re.compile(r"[ \t]*(?:\n|\Z)|[ \t]{2,}")
_DETERMINERS = worded("determiners")
_MASCULINE = worded("masculine")
_OF = worded("of")
_MAKERS = worded("makers")
_CLUBS = worded("clubs")


def is_another_name(place: Place, alias: Alias, *, doubtful: bool) -> bool:
    """Whether the words beside make it a person, a stadium, an aeroplane; more so where it is `doubtful`."""
    if alias.company in _CLUBS and _is_told_of_a_game(place):
        return True
    if _PARTS_NO_WORDS.match(alias.written):
        return False
    if _begins_a_longer_name(place, alias.company) or (not alias.known and _signs_a_line(place)):
        return True
    if doubtful and _is_more_than_doubtful(place, alias):
        return True
    if alias.is_acronym and _ends_a_longer_acronym(place):
        return True
    if _goes_on_as_a_persons_name(place, inflected=alias.words[0] != folded(place.written)):
        return True
    return len(alias.words) == 1 and is_a_surname(place)


def _is_more_than_doubtful(place: Place, alias: Alias) -> bool:
    """Whether words beside make a doubtful name an institution's, a noun, a town, a person's."""
    return (
        _begins_an_institution(place)
        or _is_a_german_noun(place, alias)
        or _is_of_an_office(place)
        or is_a_town(place)
        or begins_a_persons_name(place)
        or _is_a_title(place)
    )


def _is_a_title(place: Place) -> bool:
    """Whether it begins a sentence before somebody's given name: "Primátor Roman Zarzycký"."""
    following = NEXT_WORD.match(place.text, place.end)
    if following is None or not following[1][0].isupper() or not place.begins_sentence():
        return False
    return Cue.GIVEN in cues(following[1])


def _begins_a_longer_name(place: Place, company: str) -> bool:
    """Whether the name goes on as another's: an arena, a cup, an aeroplane's model."""
    if company in _MAKERS and _MODEL.match(place.text, place.end):
        return True
    following = NEXT_WORD.match(place.text, place.end)
    return following is not None and Cue.PRODUCT in cues(following[1])


def _begins_an_institution(place: Place) -> bool:
    """Whether it goes on with capitals as an institution's name: "Free Software Foundation"."""
    longer = _LONGER.match(place.text, place.end)
    return longer is not None and any(Cue.INSTITUTION in cues(word) for word in longer[0].split())


def _is_a_german_noun(place: Place, alias: Alias) -> bool:
    """Whether it stands behind a German article as names don't: "einen Fuchs"; "das Auge" is not Auga's."""
    if not is_german(place.text):
        return False
    nearest = place.before(1)
    articles = _MASCULINE if folded(place.written) == folded(alias.written) else _DETERMINERS
    return bool(nearest) and nearest[0].lower() in articles


def _signs_a_line(place: Place) -> bool:
    """Whether it stands behind a dash at the end of a line, as who said it does: "-- Thomas Carlyle"."""
    if _LINE_ENDS.match(place.text, place.end) is None:
        return False
    return _AUTHOR.search(place.text, max(0, place.start - REACH), place.start) is not None


def is_a_surname(place: Place) -> bool:
    """Whether a given name stands right before."""
    gap = place.text[place.start - 1 : place.start]
    if not gap or gap not in " \u00a0":
        return False
    nearest = word_before(place.text, place.start)
    if not nearest[:1].isupper() or nearest[-1] in ",;:":
        return False
    if Cue.GIVEN in cues(nearest) or nearest.rstrip(".") in _HONORIFICS:
        return True
    names = place.before(2)
    return len(names) > 1 and names[1][0].isupper() and Cue.GIVEN in cues(names[1])


def begins_a_persons_name(place: Place) -> bool:
    """Whether the name is a given one, too, and a surname follows: "Albert Manifold"."""
    if Cue.GIVEN not in cues(place.text[place.start : place.end]):
        return False
    following = NEXT_WORD.match(place.text, place.end)
    return following is not None and following[1][0].isupper()


def _goes_on_as_a_persons_name(place: Place, *, inflected: bool) -> bool:
    """Whether it ends with a given name that a surname follows: "Dr. Max Huber".

    A name of one word counts where it would be an `inflected` one: "Joanne Pike" is no Joann.
    """
    *others, last = place.written.split()
    if not (others or inflected) or Cue.GIVEN not in cues(last):
        return False
    following = NEXT_WORD.match(place.text, place.end)
    return following is not None and following[1][0].isupper() and not following[1].isupper()


def _ends_a_longer_acronym(place: Place) -> bool:
    """Whether capitals and a hyphen stand before an acronym: "AP-HP"."""
    if not place.text[place.start : place.end].isupper():
        return False
    return _ACRONYM_BEFORE.search(place.text, max(0, place.start - _TOWN_REACH), place.start) is not None


def may_end_a_persons_name(place: Place) -> bool:
    """Whether the word right before may be a given one: a capital that nothing else explains."""
    if place.start < 2 or place.text[place.start - 1] not in " \u00a0":
        return False
    before = word_before(place.text, place.start)
    if not before[:1].isupper() or not before.isalpha() or before.isupper() or is_frequent(before):
        return False
    return cues(before) <= {Cue.GIVEN}


def is_a_town(place: Place) -> bool:
    """Whether a word for a town or street stands right before: "la ville d'Orange", "calle Santander"."""
    begin = max(0, place.start - _TOWN_REACH)
    return any(before.search(place.text, begin, place.start) for before in (_TOWN, _STREET))


def _is_told_of_a_game(place: Place) -> bool:
    """Whether the sentence is one of a game that clubs play."""
    left = place.text[max(0, place.start - REACH) : place.start]
    right = place.text[place.end : place.end + REACH]
    sentence = _SENTENCE_ENDS.split(left)[-1] + place.written + _SENTENCE_ENDS.split(right)[0]
    return _GAME.search(sentence) is not None


def _is_of_an_office(place: Place) -> bool:
    """Whether a ministry or the like and "of" stand before: "Ministerio de Consumo"."""
    words = place.before(2)
    return len(words) > 1 and words[0].lower() in _OF and Cue.INSTITUTION in cues(words[1])
