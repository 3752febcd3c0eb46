"""Chinese: damaged lines read in simplified or in traditional characters, by what a line and its text show.

The words, what follows what, and the pairs of characters are known in simplified characters; a traditional
text is read by the same with its characters looked up by their simplified forms.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import nsmallest

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.characters import REREADING_TEMPERATURES, CharacterReader
from curator.cleaning.east_asian.chinese_names import CHINESE
from curator.cleaning.east_asian.graphs import Allowance, Character, Graph
from curator.cleaning.east_asian.names import names
from curator.cleaning.east_asian.paths import Arcs, Word, word_of
from curator.cleaning.east_asian.rereadings import Rereader
from curator.cleaning.east_asian.shadows import PER_LEVEL, Shadows, is_shadowy, likeliest
from curator.cleaning.east_asian.tracks import Maker, Tracks
from curator.cleaning.images import Candidates, images_of
from curator.cleaning.models.followers import followers_of
from curator.cleaning.models.grammars import Sense
from curator.cleaning.models.prefixes import Prefixes, prefixes_of
from curator.cleaning.models.traditional import TRADITIONAL, forms
from curator.cleaning.models.words import Words

_A_NAME = "张艺谋"
"""One of the people of whom the news tells."""
_PER_SIGN = 3.0
_PER_TEXT = 1.5
_SEEN = (0.3, 0.6)
"""Traditional and simplified characters that are taken to be in a text before it is looked at."""
_FORM = 1 << 20
"""Forms of words are numbered by the place of the word and this many times the number of the form."""
_LEVELS = 10


class _NamingReader(CharacterReader):
    """Reads the names of people, too."""

    def _prepare(self, channel: Channel) -> None:
        super()._prepare(channel)
        place = self.words.words.find(_A_NAME)
        assert place is not None
        self._named = self._grammar.senses(place)[0][:2]
        self._parts = CHINESE

    def _arcs(self, line: str, graph: Graph, number: int, limit: int) -> Arcs:
        arcs = super()._arcs(line, graph, number, limit)
        if self._tracks is not None:
            for end, name, score in names(self._parts, graph.edges, graph.nodes[number], limit):
                arcs.append((end, [(name, *word_of(self._plain(name), score, *self._named)[1:])]))
        return arcs


class ChineseReader(_NamingReader):
    """Reads damaged lines of one channel in Chinese of either script; remembers what it has read."""

    def _prepare(self, channel: Channel) -> None:
        super()._prepare(channel)
        self._traditional: TraditionalReader | None = None

    def characters(
        self,
        line: str,
        spans: Sequence[tuple[int, int]],
        leaning: float = 0.0,
        allowance: Allowance | None = None,
    ) -> list[tuple[Character, ...]]:
        """For each piece of a line its characters, in order; none if the channel can't have made it.

        In the characters that the line shows, or that the text around it does (`leaning`).
        """
        reader = self._reader_of(line, leaning)
        if reader is None:
            return super().characters(line, spans, allowance=allowance)
        return reader.characters(line, spans, allowance=allowance)

    def score(self, line: str, spans: Sequence[tuple[int, int]], leaning: float = 0.0) -> float:
        """How likely the best reading of a whole line is, in the characters that `characters` reads."""
        reader = self._reader_of(line, leaning)
        return super().score(line, spans) if reader is None else reader.score(line, spans)

    def _reader_of(self, line: str, leaning: float) -> TraditionalReader | None:
        """Who reads a line in traditional characters, None if it is in simplified ones."""
        traditional, simplified = self._seen(line)
        if _PER_SIGN * (traditional - simplified) + (leaning or _leaning(0, 0)) <= 0:
            return None
        if self._traditional is None:
            self._traditional = TraditionalReader(self.channel)
        return self._traditional

    def leaning(self, lines: Iterable[str]) -> float:
        """What the lines of a text together say for traditional characters (above nought) in each."""
        seen = [self._seen(line) for line in lines]
        return _leaning(sum(one for one, _ in seen), sum(two for _, two in seen))

    def _seen(self, line: str) -> tuple[int, int]:
        """How many characters that only traditional, and that only simplified texts have a line shows."""
        telling = forms().telling
        told = [telling.get(sign, 0) for sign in line + self._images.intact(line)]
        return told.count(1), told.count(-1)


class TraditionalReader(_NamingReader):
    """Reads damaged lines of one channel in traditional Chinese; remembers what it has read."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(channel, "zh")
        self._images = images_of(channel, TRADITIONAL)

    def _prepare(self, channel: Channel) -> None:
        super()._prepare(channel)
        self._forms = forms()
        parts = [
            {form: score for sign, score in part.items() for form, _ in self._forms.of_sign(sign)}
            for part in CHINESE.parts
        ]
        self._parts = CHINESE._replace(parts=tuple(parts))
        shadowy = is_shadowy(channel)
        self._shadows = self._traditional = _TraditionalShadows(
            channel, self.words, self._grammar.senses, wide=shadowy
        )
        if self._tracks is not None:
            self._tracks = _TraditionalTracks(prefixes_of(self.words.words), self._shadows.made)
        followers, temperature = followers_of("zh"), REREADING_TEMPERATURES["zh", shadowy]
        self._rereader = Rereader(self._paths, followers, temperature, self._plain)

    def _plain(self, word: str) -> str:
        return self._traditional.sources.get(word) or self._forms.plain(word)

    def _alone(self, sign: str, share: float) -> Iterator[Word]:
        if not sign.isalpha():
            plain = self._forms.plain(sign)
            for _, score, into, out in super()._alone(plain, share):
                yield sign, score, into, out
            return
        for source in self._forms.sources(sign):
            cost = self._forms.cost(source, sign)
            for _, score, into, out in super()._alone(source, share):
                yield sign, score - cost, into, out


class _TraditionalTracks(Tracks):
    """Finds words in traditional characters."""

    def __init__(self, prefixes: Prefixes, made: Maker) -> None:
        super().__init__(prefixes, made)
        self._forms = forms()

    def _sources(self, sign: str) -> Sequence[str]:
        return self._forms.sources(sign) if len(sign) == 1 else (sign,)

    def _numbered(self, word: str, form: str, number: int) -> int | None:
        usual = self._forms.usual(word)
        if usual == form:
            return number
        others = enumerate(self._forms.others(word, usual), 1)
        return next((number + n * _FORM for n, (other, _) in others if other == form), None)


class _TraditionalShadows(Shadows):
    """The shadows of the words in traditional characters."""

    def __init__(
        self, channel: Channel, words: Words, senses: Callable[[int], Sequence[Sense]], *, wide: bool
    ) -> None:
        super().__init__(channel, words, senses, wide=wide)
        self._forms = forms()
        self.sources: dict[str, str] = {}
        """What words were in simplified characters, where their own do not say so."""

    def made(self, places: Sequence[int], names: Sequence[str] = ()) -> list[Word]:
        del names
        levels, words = self._words.levels, self._words.words
        if len(places) > self._most:
            places = nsmallest(self._most, places, key=lambda n: levels[n % _FORM] + _LEVELS * (n >= _FORM))
        made: list[Word] = []
        for number in places:
            place = number % _FORM
            source = words.at(place)
            form, cost = self._forms.usual(source), 0.0
            if number >= _FORM:
                form, cost = list(self._forms.others(source, form))[number // _FORM - 1]
            if self._forms.plain(form) != source:
                self.sources[form] = source
            rank = levels[place] * PER_LEVEL - cost
            made += [
                (form, *word_of(source, rank + score, into, out)[1:])
                for into, out, score in self._senses(place)
            ]
        return likeliest(made, self._within)

    def _listed(self, candidates: Candidates) -> tuple[list[str], list[int]]:
        listed = list(self._forms_of(candidates))
        return [form for form, _ in listed], [number for _, number in listed]

    def _forms_of(self, candidates: Candidates) -> Iterator[tuple[str, int]]:
        """The forms of the words that begin with one of some characters, with their numbers."""
        signs = dict.fromkeys(sign for sign, _ in candidates)
        known = self._forms
        for source in dict.fromkeys(source for sign in signs for source in known.sources(sign)):
            place, listed = self._words.words.with_first(source)
            usual = known.usual("\n".join(listed)).split("\n")
            for at, (word, form) in enumerate(zip(listed, usual, strict=False), place):
                if len(word) == 1:
                    continue
                if form[0] in signs:
                    yield form, at
                if known.varies(word):
                    for number, (other, _) in enumerate(known.others(word, form), 1):
                        if other[0] in signs:
                            yield other, at + number * _FORM


def _leaning(traditional: int, simplified: int) -> float:
    return _PER_TEXT * math.log((traditional + _SEEN[0]) / (simplified + _SEEN[1]))
