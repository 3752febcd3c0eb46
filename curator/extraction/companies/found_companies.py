"""Companies: which companies a text names, in any script and inflection, each by one canonical name.

Names come from what the library knows, then from the shipped table (resources/companies); new ones
are proposed for their legal form, or for the words beside them ("společnost Eustream").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from curator.domain.companies import Company
from curator.domain.facts import Fact, FactKind
from curator.domain.spans import Span
from curator.extraction.companies.aliases import Mark
from curator.extraction.companies.candidates import Candidates
from curator.extraction.companies.domain_names import end_with_domain
from curator.extraction.companies.legal_forms import without_legal_form
from curator.extraction.companies.libraries import table_of
from curator.extraction.companies.mentions import Mention, Trust, mentions
from curator.extraction.companies.proposals import with_proposals
from curator.extraction.companies.spellings import words
from curator.extraction.companies.tables import Table

_WEB = (re.compile(r"https?://[^\s<>\"«»）]+"), re.compile(r"www\.[^\s<>\"«»）]+"))
_BEHIND_AT = re.compile(r"@[\w.-]*")
_LONGEST_MAILBOX = 64
_CONFIDENCE = {
    Trust.KNOWN: 0.97,
    Trust.NAMED: 0.95,
    Trust.INFLECTED: 0.92,
    Trust.SHOWN: 0.88,
    Trust.SOUNDED: 0.8,
    Trust.REPEATED: 0.75,
    Trust.LEGAL_FORM: 0.75,
    Trust.CAPITAL: 0.7,
    Trust.BESIDE: 0.6,
    Trust.AGAIN: 0.5,
}


def find_companies(text: str, known: Iterable[Company] = (), masked: Sequence[Span] = ()) -> list[Fact]:
    """The companies named in the text, every mention, in reading order and without overlap.

    `known` are the library's companies, whose names win over shipped ones; nothing is found in the
    `masked` places nor in web and e-mail addresses. `quote` is as written, `name` is canonical,
    `rule` says how the name was found ("company.table", "company.context" …).
    """
    table = table_of(tuple(known))
    candidates = Candidates(text, table, _hidden(text, masked))
    found = list(candidates)
    read = mentions(text, found)
    candidates.let_go(found, {mention.start for mention in read})
    proposed = _without_overlap(with_proposals(candidates, read))
    return [_fact(text, mention) for mention in proposed if mention.company]


def canonical(name: str, known: Iterable[Company] = ()) -> str:
    """The one name of a company that is spelled so in front matter or by an editor.

    "NVIDIA" gives "Nvidia", "Alphabet Inc." gives "Alphabet"; a name that nobody knows keeps its
    spelling, without a legal form.
    """
    name = " ".join(name.split())
    table = table_of(tuple(known))
    for spelling in (name, without_legal_form(name)):
        alias = table.spelled(spelling)
        if alias is not None and alias.mark is not Mark.NOT:
            return alias.company
    return _inflected(name, table) or without_legal_form(name)


def _inflected(name: str, table: Table) -> str:
    spelling = words(name)
    candidates = table.starting(spelling[0]) if spelling else []
    for alias in candidates:
        sure = alias.company and not alias.is_acronym and alias.mark is Mark.SURE
        if sure and len(alias.words) == len(spelling) and all(map(alias.takes, alias.words, spelling)):
            return alias.company
    return ""


def _hidden(text: str, masked: Sequence[Span]) -> list[Span]:
    """The masked places and the web and e-mail addresses, sorted."""
    hidden = [*masked]
    for pattern in _WEB:
        hidden += (Span(*match.span()) for match in pattern.finditer(text))
    for match in _BEHIND_AT.finditer(text):
        start = match.start()
        while (
            start
            and match.start() - start < _LONGEST_MAILBOX
            and (text[start - 1].isalnum() or text[start - 1] in "._+-")
        ):
            start -= 1
        hidden.append(Span(start, match.end()))
    return sorted(hidden)


def _without_overlap(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if kept and mention.start < kept[-1].end:
            if mention.trust < kept[-1].trust and mention.end >= kept[-1].end:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _fact(text: str, mention: Mention) -> Fact:
    end = end_with_domain(text, mention.end)
    return Fact(
        FactKind.COMPANY,
        mention.start,
        end,
        text[mention.start : end],
        confidence=_CONFIDENCE[mention.trust],
        rule=f"company.{mention.trust.name.lower()}",
        name=mention.company,
    )
