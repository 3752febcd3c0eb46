"""Proposals: new companies, told by a legal form or by the words beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from curator.domain.spans import Span
from curator.extraction.companies.company_aliases import Mark
from curator.extraction.companies.company_candidates import Candidates
from curator.extraction.companies.company_contexts import BESIDE, Cue, Place, cues, word_before
from curator.extraction.companies.company_inflections import agrees
from curator.extraction.companies.company_mentions import Mention, Trust
from curator.extraction.companies.company_shapes import Shaped, shaped_names, without_legal_form
from curator.extraction.companies.company_spellings import folded, is_latin, words
from curator.extraction.companies.company_tables import Table

MOST = 200
"""So many new names of one text are looked for again."""

_NAME_WORD = r"[\w&+’'-]{1,30}"
_CAPITAL = r"[A-ZÀ-ÞА-ЯŠČŘŽĆĐŁŚŻŹ\d]"
_BARE = re.compile(rf"{_NAME_WORD}(?:[ \u00a0](?:(?:&|of|de)[ \u00a0])?(?={_CAPITAL}){_NAME_WORD}){{0,3}}")
_QUOTED = re.compile(r"[«„“\"'‘](?P<name>[^«»„“”\"\n.,;]{2,50})[»“”\"'’]")
_ADJECTIVE_BEHIND = re.compile(r"(?:ow|sk|ck|czn|żn|nicz)(?:a|y|i|ej|ego|iego|ym|im|ą|e)$")
"""Polish adjectives, which stand between a company noun and the name: "firma odzieżowa Tatuum"."""
_OWNER = re.compile(r"(?:sk|ck)(?:ého|ých|iego|ich|ого|их)$")
"""A surname in the genitive behind a company noun, who owns it: "podnik Křetínského"."""
_COUNTED = re.compile(r"[\d.,]+(?:['’]\w*)?$")
"""A number before "AB" and the like, which is no name."""
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENING = "«„“\"'‘"
_NO_NAME = frozenset({Cue.PLACE, Cue.LONE, Cue.MEDIUM, Cue.INSTITUTION, Cue.COMPANY, Cue.ROLE, Cue.NATIONAL})


def proposals(candidates: Candidates, mentions: Sequence[Mention]) -> list[Mention]:
    """New names, and known ones with their legal form; `mentions` are those of the candidates read."""
    text = candidates.text
    taken = _Taken([Span(mention.start, mention.end) for mention in mentions], len(text))
    hidden = _Taken(candidates.hidden, len(text))
    formed = [
        mention for mention in _with_legal_form(text, candidates.table, mentions) if hidden.is_free(mention)
    ]
    for mention in formed:
        taken.take(mention)
    beside = [mention for mention in _beside_nouns(text, candidates.unnamed) if taken.is_free(mention)]
    for mention in beside:
        taken.take(mention)
    found = _one_name_each([*formed, *beside])
    again = _again(text, found, taken)
    return [*found, *(mention for mention in again if hidden.is_free(mention))]


class _Taken:
    """Which places of a text are taken."""

    def __init__(self, spans: Sequence[Span], length: int) -> None:
        self._places = bytearray(length)
        for span in spans:
            self._mark(span.start, span.end)

    def is_free(self, mention: Mention) -> bool:
        """Whether nothing stands where the mention does."""
        return 1 not in self._places[mention.start : mention.end]

    def take(self, mention: Mention) -> None:
        """Let the mention stand there."""
        self._mark(mention.start, mention.end)

    def _mark(self, start: int, end: int) -> None:
        end = min(end, len(self._places))
        if start < end:
            self._places[start:end] = b"\1" * (end - start)


def _with_legal_form(text: str, table: Table, mentions: Sequence[Mention]) -> Iterator[Mention]:
    named = {(mention.start, mention.end): mention for mention in mentions}
    for shaped in shaped_names(text):
        known = named.get((shaped.name.start, shaped.name.end))
        if known is None:
            mention = _formed(text, table, shaped)
            if mention is not None:
                yield mention
        elif known.company:
            yield replace(known, start=shaped.whole.start, end=shaped.whole.end)


def _formed(text: str, table: Table, shaped: Shaped) -> Mention | None:
    """A name with a legal form that the text's mentions lack."""
    start = _name_start(text, shaped.name)
    written = " ".join(text[start : shaped.name.end].split())
    if len(written) < 2 or _COUNTED.match(written) or _is_institution(written):
        return None
    begin = shaped.whole.start if shaped.whole.start < shaped.name.start else start
    alias = table.spelled(written)
    if alias is None:
        return Mention(begin, shaped.whole.end, without_legal_form(written), Trust.LEGAL_FORM)
    if alias.mark is Mark.NOT:
        return None
    return Mention(begin, shaped.whole.end, alias.company, Trust.SHOWN)


def _name_start(text: str, name: Span) -> int:
    """Where the name itself starts: "Firma Moravská strojírna" starts at "Moravská"."""
    pieces = list(re.finditer(r"[\w&.’'-]+", name.of(text)))
    start = 0
    while start + 1 < len(pieces):
        kinds = cues(pieces[start][0])
        national = Cue.NATIONAL in kinds and pieces[start + 1][0][0].isupper()
        if not national and not kinds & {Cue.COMPANY, Cue.LONE}:
            break
        start += 1
    return name.start + pieces[start].start() if pieces else name.start


def _beside_nouns(text: str, starts: Sequence[int]) -> Iterator[Mention]:
    """Names right after a company noun: "společnost Eustream", "авиокомпания „Райънеър“"."""
    end = 0
    for start in starts:
        if start < end or start == 0 or text[start - 1] not in BESIDE:
            continue
        noun = _noun_before(text, start)
        if not noun:
            continue
        name = _name_at(text, start)
        if name is not None and _may_name(text, noun, name):
            end = name.end
            yield Mention(name.start, name.end, _short(name.of(text)), Trust.BESIDE)


def _short(written: str) -> str:
    """The name without its legal form, but "United Group" whole: one word would not tell it."""
    short = without_legal_form(written)
    return written if " " not in short and written.endswith((" Group", " Company")) else short


def _noun_before(text: str, start: int) -> str:
    """The company noun that a name follows, an adjective of origin perhaps between; "" if there is none."""
    nearest = word_before(text, start)
    kinds = cues(nearest) if nearest else frozenset[Cue]()
    if Cue.COMPANY in kinds:
        return nearest
    adjective = Cue.ORIGIN in kinds or _ADJECTIVE_BEHIND.search(nearest)
    if not adjective or not nearest[0].islower():
        return ""
    noun = word_before(text, text.rindex(nearest, 0, start))
    wanted = {Cue.COMPANY, Cue.GROUP} if Cue.ORIGIN in kinds else {Cue.COMPANY}
    return "" if not noun or wanted.isdisjoint(cues(noun)) else noun


def _name_at(text: str, start: int) -> Span | None:
    if text[start - 1] in _OPENING:
        quoted = _QUOTED.match(text, start - 1)
        return None if quoted is None else Span(*quoted.span("name"))
    match = _BARE.match(text, start)
    return None if match is None else Span(*match.span())


def _may_name(text: str, noun: str, name: Span) -> bool:
    written = name.of(text).rstrip("'’-")
    first = _LETTERS.search(written)
    if first is None or len(written) < 3 or _is_institution(written):
        return False
    if any(Cue.MEDIUM in cues(word) for word in Place(text, name.start, name.end).before(2)):
        return False
    if text[name.start - 1] in _OPENING:
        return True
    kinds = cues(first[0])
    if _OWNER.search(written) and " " not in written:
        return False
    if Cue.GIVEN in kinds or (kinds & _NO_NAME and " " not in written):
        return False
    foreign = is_latin(folded(written)) and not is_latin(folded(noun))
    return foreign or not kinds & _NO_NAME


def _is_institution(written: str) -> bool:
    return any(Cue.INSTITUTION in cues(word) for word in _LETTERS.findall(written))


def _one_name_each(found: Sequence[Mention]) -> list[Mention]:
    """The mentions with inflected spellings of one new name brought to the shortest."""
    new = sorted({mention.company for mention in found if mention.trust is not Trust.NAMED}, key=len)
    names: dict[str, str] = {}
    for company in new[:MOST]:
        spelling = words(company)
        shorter = (
            other
            for other in names.values()
            if len(words(other)) == len(spelling) and all(map(agrees, words(other), spelling))
        )
        names[company] = next(shorter, company)
    return [replace(mention, company=names.get(mention.company, mention.company)) for mention in found]


def _again(text: str, found: Sequence[Mention], taken: _Taken) -> Iterator[Mention]:
    """Further mentions of the new names, inflected ones too."""
    new = {mention.company for mention in found if mention.trust in (Trust.LEGAL_FORM, Trust.BESIDE)}
    for company in sorted(new)[:MOST]:
        spelling = words(company)
        stem = company.split(maxsplit=1)[0]
        stem = stem[: max(3, len(stem) - 1)]
        if len(stem) < 3:
            continue
        mention = re.compile(rf"{re.escape(stem)}\w*(?:[ \u00a0-]\w+){{{len(spelling) - 1}}}")
        at = text.find(stem)
        while at >= 0:
            match = None if at and text[at - 1].isalnum() else mention.match(text, at)
            if match is not None:
                written = words(match[0])
                again = Mention(at, match.end(), company, Trust.AGAIN)
                if (
                    len(written) == len(spelling)
                    and all(map(agrees, spelling, written))
                    and taken.is_free(again)
                    and not (len(spelling) == 1 and Place(text, at, match.end()).is_a_surname())
                ):
                    yield again
            at = text.find(stem, at + len(stem))
