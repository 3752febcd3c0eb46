"""Chinese openings: the words of Chinese in either script, and the names of people.

The words, what follows what, and the pairs of characters are known in simplified characters; a traditional
text is read by the same with its characters looked up by their simplified forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import nsmallest

from curator.cleaning.damage.channels import Channel
from curator.cleaning.east_asian.chinese_names import CHINESE
from curator.cleaning.east_asian.graphs import Graph
from curator.cleaning.east_asian.listed import Listed
from curator.cleaning.east_asian.names import names
from curator.cleaning.east_asian.openings import WordOpenings
from curator.cleaning.east_asian.paths import Arcs, Paths, Word, word_of
from curator.cleaning.east_asian.shadows import PER_LEVEL, Shadows, likeliest
from curator.cleaning.east_asian.tracks import Maker, Tracks
from curator.cleaning.images import Candidates
from curator.cleaning.models.grammars import Sense
from curator.cleaning.models.news_words import news_words
from curator.cleaning.models.prefixes import Prefixes, prefixes_of
from curator.cleaning.models.traditional import forms
from curator.cleaning.models.words import Words

_A_NAME = "张艺谋"
"""One of the people of whom the news tells."""
_FORM = 1 << 20
"""Forms of words are numbered by the place of the word and this many times the number of the form."""
_LEVELS = 10
_FINALS = "吗嗎呢吧嘛啦"
"""Particles that end what is said: a stop or a comma stands behind them."""
_UNENDED = -4.0


class ChineseOpenings(WordOpenings):
    """Finds the words of Chinese in simplified characters, and the names of people."""

    def __init__(self, channel: Channel, paths: Paths, *, wide: bool) -> None:
        super().__init__(channel, "zh", paths, wide=wide)
        place = self._words.words.find(_A_NAME)
        assert place is not None
        self._named = self._grammar.senses(place)[0][:2]
        self._parts = CHINESE
        self._finals = {channel.image(sign) for sign in _FINALS}
        self._listed = Listed(self._news())

    def _news(self) -> dict[str, Word]:
        """The words of news that the list lacks, as lines have them."""
        found: dict[str, Word] = {}
        for word, frequency, like in news_words("zh"):
            place = self._words.words.find(like)
            assert place is not None
            form = self._form_of(word)
            found[form] = (form, *word_of(word, frequency, *self._grammar.senses(place)[0][:2])[1:])
        return found

    def _form_of(self, word: str) -> str:
        """What a word of the lists is in lines."""
        return word

    def arcs(self, line: str, graph: Graph, number: int, limit: int) -> Arcs:
        """The words that can begin at a node, by its number, and end up to a place."""
        arcs = super().arcs(line, graph, number, limit)
        if self._tracks is not None:
            place = graph.nodes[number]
            for at, (end, words) in enumerate(arcs):
                if line[place:end] in self._finals and not _can_be_sign(graph.edges.get(end, ())):
                    arcs[at] = end, [_unended(word) for word in words]
            arcs += [(end, [word]) for end, word in self._listed.beginning(line, graph.edges, place, limit)]
            for end, name, score in names(self._parts, graph.edges, place, limit):
                arcs.append((end, [(name, *word_of(self.plain(name), score, *self._named)[1:])]))
        return arcs


def _can_be_sign(edges: Sequence[tuple[int, Candidates]]) -> bool:
    """Whether something else than a letter or a digit can stand at a place, or the line ends there."""
    return not edges or any(not sign[0].isalnum() for _, candidates in edges for sign, _ in candidates)


def _unended(word: Word) -> Word:
    """A word before another one, where it should have ended what is said."""
    return (word[0], word[1] + _UNENDED, *word[2:]) if word[0] in _FINALS else word


class TraditionalOpenings(ChineseOpenings):
    """The same in traditional characters."""

    def __init__(self, channel: Channel, paths: Paths, *, wide: bool) -> None:
        self._forms = forms()
        self._sources: dict[str, str] = {}
        super().__init__(channel, paths, wide=wide)
        parts = [
            {form: score for sign, score in part.items() for form, _ in self._forms.of_sign(sign)}
            for part in CHINESE.parts
        ]
        self._parts = CHINESE._replace(parts=tuple(parts))

    def plain(self, word: str) -> str:
        """A word in simplified characters."""
        return self._sources.get(word) or self._forms.plain(word)

    def _form_of(self, word: str) -> str:
        return self._forms.usual(word)

    def _shadows_of(self, channel: Channel, *, wide: bool) -> Shadows:
        shadows = _TraditionalShadows(channel, self._words, self._grammar.senses, wide=wide)
        self._sources = shadows.sources
        return shadows

    def _tracks_of(self, shadows: Shadows) -> Tracks:
        return _TraditionalTracks(prefixes_of(self._words.words), shadows.made)

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
