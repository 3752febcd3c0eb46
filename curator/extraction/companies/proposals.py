"""Proposals: new companies, told by a legal form, by the words beside a name or by those it is made of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from curator.domain.spans import Span
from curator.extraction.companies.aliases import Mark
from curator.extraction.companies.candidates import Candidates
from curator.extraction.companies.chinese_names import without_town
from curator.extraction.companies.cues import Cue, cues, words_of
from curator.extraction.companies.digests import digest_names
from curator.extraction.companies.domain_names import domain_names
from curator.extraction.companies.eastern_names import eastern_names
from curator.extraction.companies.everyday_words import are_everyday_words
from curator.extraction.companies.explanations import explained, with_ticker
from curator.extraction.companies.legal_forms import Shaped, shaped_names, without_legal_form
from curator.extraction.companies.mentions import Mention, Trust
from curator.extraction.companies.name_words import is_institution, short
from curator.extraction.companies.nouns import before_nouns, beside_nouns
from curator.extraction.companies.repeats import again, cut_short, one_name_each
from curator.extraction.companies.small_names import small_names
from curator.extraction.companies.spellings import IDEOGRAPH
from curator.extraction.companies.tables import Table
from curator.extraction.companies.tails import beginning_names, ending_names, ends_in_english
from curator.extraction.companies.taken_places import Places
from curator.extraction.companies.talks import talked_of
from curator.extraction.companies.uncased_names import uncased_names
from curator.extraction.companies.wordings import listed, worded

_COUNTED = re.compile(r"[\d.,]+(?:['’]\w*)?$")
"""A number before "AB" and the like, which is no name."""
_GROUPS = worded("groups")
_OWNED = frozenset({Cue.FIGURES_OF, Cue.SHARES_OF, Cue.ROLE, Cue.CHIEF, Cue.STAKE})
_SHORTEST_COMPOUND = 9
"""So long a company noun may have a capital of its own: "Glashersteller Kristallo"."""
_BASED = tuple(listed("based"))
_ROMANIAN = tuple(f" {form}" for form in listed("romanian_forms"))
"""Forms that "SC" goes with: SC Agropan SRL."""
_ADJECTIVE_FIRST = re.compile(r"\w+(?:sk|ck|šk|čk|zk)(?:[aáiíyýéeo]|ej|ého|ému|ou)$|\w+er$")


def with_proposals(candidates: Candidates, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions read, new names, and known ones with their legal form; they may overlap.

    New names come surest first, each where no other stands: with a legal form, in scripts without capitals,
    then those told by words; after both, wherever the text has them again.
    """
    text, table = candidates.text, candidates.table
    ending = _ending(candidates, mentions)
    mentions = _not_inside(text, ending, mentions)
    places = Places(text, mentions, candidates.hidden)
    formed = places.kept(_with_legal_form(text, table, mentions))
    found = one_name_each(list(_without_adjectives(text, formed)))
    found += places.free(_uncased(text, table))
    repeated = places.free(again(text, found))
    found = one_name_each([*found, *places.free([*_told(text, candidates.unnamed), *ending])])
    talked = talked_of(text, candidates.unnamed, [*mentions, *found])
    signed = (_beside(text, name) for name in talked if not are_everyday_words(text, *name))
    found = one_name_each([*found, *places.free(signed)])
    repeated += places.free(again(text, found))
    return [*mentions, *found, *repeated, *places.free(cut_short(text, found))]


def _ending(candidates: Candidates, mentions: Sequence[Mention]) -> list[Mention]:
    """Names told by their last word, of words that name nothing yet and of known names."""
    text = candidates.text
    named = ((each.start, text[each.start : each.end]) for each in mentions)
    names, sure = ending_names(text, (*candidates.unnamed, *named)), words_of(Cue.TAIL)
    return [
        _of_group(candidates.table, _beside(text, name))
        for name in names
        if name.of(text).rpartition(" ")[2] in sure or not are_everyday_words(text, *name)
    ]


def _told(text: str, unnamed: Sequence[tuple[int, str]]) -> Iterator[Mention]:
    """Names told by their first word, by nouns, explanations, tickers and lists beside them."""
    for names in (
        domain_names(text),
        beginning_names(text, unnamed),
        beside_nouns(text, unnamed),
        before_nouns(text, unnamed),
        explained(text),
        with_ticker(text),
        digest_names(text),
        small_names(text),
        eastern_names(text),
    ):
        yield from (_beside(text, name) for name in names if not are_everyday_words(text, *name))


def _uncased(text: str, table: Table) -> Iterator[Mention]:
    for whole, name in uncased_names(text):
        alias = table.spelled(name.of(text))
        if alias is None:
            trust = Trust.BESIDE if whole == name else Trust.LEGAL_FORM
            yield Mention(whole.start, whole.end, name.of(text), trust)
        elif alias.company:
            yield Mention(whole.start, whole.end, alias.company, Trust.SHOWN)


def _beside(text: str, name: Span) -> Mention:
    return Mention(name.start, name.end, short(name.of(text)), Trust.BESIDE)


def _of_group(table: Table, mention: Mention) -> Mention:
    """The mention with the name of the known company whose name with "group" it is."""
    name, _, last = mention.company.rpartition(" ")
    alias = table.spelled(name) if last in _GROUPS else None
    known = alias is not None and alias.mark is Mark.SURE
    return replace(mention, company=alias.company) if alias is not None and known else mention


def _not_inside(text: str, ending: Sequence[Mention], mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions that are no part of a longer name: Swiss in "Swiss Capital"; but Siemens stays one."""
    if not ending:
        return mentions
    names = sorted(ending, key=lambda name: name.start)
    starts = [name.start for name in names]
    longest = max(name.end - name.start for name in names)

    def is_part(each: Mention) -> bool:
        near = names[bisect_left(starts, each.end - longest) : bisect_right(starts, each.start)]
        return any(
            each.end <= name.end
            and each.end - each.start < name.end - name.start
            and (each.start > name.start or each.trust >= Trust.SHOWN or not ends_in_english(text, name.end))
            for name in near
        )

    return [each for each in mentions if not is_part(each)]


def _without_adjectives(text: str, formed: Iterable[Mention]) -> Iterator[Mention]:
    """New names without an adjective or town of origin, where the text has them so: "Mariborski Kovinar"."""
    bare: dict[str, str] = {}
    for mention in formed:
        if mention.company not in bare:
            bare[mention.company] = _oftener(text, mention)
        company = bare[mention.company]
        if company == mention.company or IDEOGRAPH.match(company):
            yield replace(mention, company=company)
        else:
            yield replace(mention, start=text.index(company, mention.start), company=company)


def _oftener(text: str, mention: Mention) -> str:
    """The name without what says where it is from, if the text has it so oftener; else the name."""
    whole = mention.company
    bare = without_town(whole)
    first, _, rest = whole.partition(" ")
    if mention.trust is Trust.LEGAL_FORM and rest[:1].isupper() and _ADJECTIVE_FIRST.match(first):
        bare = rest
    return bare if bare != whole and text.count(bare) > text.count(whole) else whole


def _with_legal_form(text: str, table: Table, mentions: Sequence[Mention]) -> Iterator[Mention]:
    named = {(mention.start, mention.end): mention for mention in mentions}
    starts = sorted(mention.start for mention in mentions if mention.company)
    for shaped in shaped_names(text):
        if bisect_left(starts, shaped.name.end) - bisect_left(starts, shaped.name.start) > 1:
            continue  # "Koç Holding ve Sabancı Holding"
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
    if len(written) < 2 or _COUNTED.match(written) or is_institution(written):
        return None
    begin = shaped.whole.start if shaped.whole.start < shaped.name.start else start
    alias = table.spelled(written)
    if alias is None:
        return Mention(begin, shaped.whole.end, without_legal_form(written), Trust.LEGAL_FORM)
    if alias.mark is Mark.NOT:
        return None
    return Mention(begin, shaped.whole.end, alias.company, Trust.SHOWN)


def _name_start(text: str, name: Span) -> int:
    """Where the name itself starts: in "Košická firma Zdravica" after the noun."""
    pieces = list(re.finditer(r"[\w&.’'-]+", name.of(text)))
    start = 0
    for at, piece in enumerate(pieces[:-1]):
        kinds, next_is_name = cues(piece[0]), pieces[at + 1][0][0].isupper()
        noun = Cue.COMPANY in kinds or (Cue.SHARE_GROUP in kinds and at > 0)
        compound = len(piece[0]) >= _SHORTEST_COMPOUND and at - start < 2
        owned = at == start and not kinds.isdisjoint(_OWNED) and pieces[at + 1][0][0].islower()
        if owned and at + 2 < len(pieces):
            start = at + 2  # "Umsatz der Nordkai AG"
            continue
        leads = noun and next_is_name and (piece[0][0].islower() or compound or at == start)
        nothing = at == start and (Cue.LONE in kinds or (Cue.NATIONAL in kinds and next_is_name))
        origin = at == start and piece[0].endswith(_BASED)
        origin = origin or (at - start <= 1 and next_is_name and Cue.ORIGIN in kinds)
        origin = origin or (at == start and piece[0] == "SC" and text.startswith(_ROMANIAN, name.end))
        if leads or nothing or origin:
            start = at + 1
    return name.start + pieces[start].start() if pieces else name.start
