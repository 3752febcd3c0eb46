"""Weighing: what is said of one name in a text, and whether it is enough for a company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from curator.domain.spans import Span
from curator.extraction.companies.contexts import Place, is_german
from curator.extraction.companies.inflections import agrees
from curator.extraction.companies.spellings import words
from curator.extraction.companies.towns import QUOTES_BEFORE

ENOUGH = 2
"""So much has to speak for a name."""
_BEGINNING = 3
"""So many letters all forms of a name begin with."""
_LEAST = frozenset(
    {"acts", "listed", "joined", "results", "trades", "bought", "counterpart", "quoted", "turned"}
)
"""Signs beside which it tells nothing that the name comes again: persons and parties have them, too."""
_IN_BUSINESS = frozenset("trades results bought counterpart joined told_of share_of from turned".split())
"""Signs that tell more among companies: where the text is about some."""

_ONLY_THEIRS = frozenset({"trades", "bought", "figures", "employs", "raises", "share_of"})


@dataclass
class Talk:
    """What speaks for one name: kinds of signs with their weights, and where it stands."""

    places: list[Span] = field(default_factory=list[Span])
    signs: dict[str, int] = field(default_factory=dict[str, int])
    no_company: bool = False
    titled: bool = False
    headed: bool = False

    def says(self, sign: str, weight: int = 1) -> None:
        """Note a sign; the same one counts once."""
        self.signs[sign] = max(weight, self.signs.get(sign, 0))

    def enough(self, text: str, *, business: bool) -> bool:
        """Whether it is a company's name: coming again counts beside a sign that persons seldom have.

        In a text about `business` so does a sign that tells more there.
        """
        written = self.places[0].of(text)
        again = len(self.places) > 1 and not self.signs.keys() <= _LEAST and not written.isupper()
        among = (
            business
            and not written.isupper()
            and not _IN_BUSINESS.isdisjoint(self.signs)
            and (len(self.places) > 1 or " " in written or not self._opens(text, self.places[0]))
        )
        weight = sum(self.signs.values())
        doubtful = " " not in written and weight <= ENOUGH and max(self.signs.values(), default=0) < ENOUGH
        if doubtful and (is_german(text) or all(self._opens(text, place) for place in self.places)):
            return False  # "Sales rose", "jeder Betrieb baut": the capital is any word's there
        weight += self._tells_in_headline(written, business=business)
        return weight + again + among >= ENOUGH

    def _tells_in_headline(self, written: str, *, business: bool) -> int:
        """How much it tells that the headline of a text about `business` has the name, and the text again.

        Two words tell it alone: towns and persons of two are known otherwise. Beside what only companies do
        they tell it in any text.
        """
        if not self.headed or self.titled or len(self.places) == 1 or written.isupper():
            return 0
        if " " in written:
            return ENOUGH if business or not _ONLY_THEIRS.isdisjoint(self.signs) else 0
        return int(business)

    def _opens(self, text: str, place: Span) -> bool:
        """Whether it begins a sentence at that place, where any word has a capital."""
        start, end = place.start, place.end
        return text[start - 1 : start] not in QUOTES_BEFORE and Place(text, start, end).begins_sentence()


class Talks:
    """What is said of each name of a text, of its inflected forms together."""

    def __init__(self) -> None:
        self._talks: list[Talk] = []
        self._alike: dict[str, list[tuple[tuple[str, ...], Talk]]] = {}

    def __len__(self) -> int:
        return len(self._talks)

    def __iter__(self) -> Iterator[Talk]:
        return iter(self._talks)

    def of(self, name: str) -> Talk:
        """What is said of the name, or of the one that it is a form of."""
        spelling = words(name)
        alike = self._alike.setdefault(spelling[0][:_BEGINNING] if spelling else "", [])
        for known, talk in alike:
            if known == spelling or (
                len(known) == len(spelling) and all(map(_are_forms_of_one, known, spelling))
            ):
                return talk
        talk = Talk()
        alike.append((spelling, talk))
        self._talks.append(talk)
        return talk


def _are_forms_of_one(one: str, other: str) -> bool:
    return agrees(one, other) or agrees(other, one)
