"""Proposals: new companies, told by a legal form or by the words beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curator.domain.spans import Span
from curator.extraction.company_contexts import Cue, after, before, begins_sentence, cues
from curator.extraction.company_inflections import agrees
from curator.extraction.company_mentions import Mention, Trust
from curator.extraction.company_shapes import shaped_names, without_legal_form
from curator.extraction.company_spellings import folded, is_latin, words
from curator.extraction.company_tables import Mark, Table

MOST = 200
"""So many new names of one text are looked for again."""

_NAME = re.compile(
    r"[^\W\d_][\w&+’'-]*(?:[ \u00a0](?:(?:&|of|de|i|и|und)[ \u00a0])?(?=[^\W\da-zа-я_])[\w&+’'-]+){0,3}"
)
_QUOTED = re.compile(r"[«„“\"'‘](?P<name>[^«»„“”\"\n.,;]{2,50})[»“”\"'’]")
_CUE_BEFORE = re.compile(r"(\w+)[ \u00a0]+[«„“\"'‘]?$")
_PLAIN = re.compile(r"[^\W\d_]+")


def proposals(text: str, table: Table, mentions: Sequence[Mention], hidden: Sequence[Span]) -> list[Mention]:
    """New names, and known ones with a legal form, where no mention of a known name stands already."""
    taken = _Taken([*hidden, *(Span(mention.start, mention.end) for mention in mentions)])
    found = list(_with_legal_form(text, table, mentions, _Taken(hidden)))
    beside = [mention for mention in _beside_cues(text, table) if taken.free(mention)]
    found += beside
    for mention in found:
        taken.add(mention)
    found += _again(text, found, taken)
    return found


class _Taken:
    """Places of a text that are taken; kept as the set of their characters."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.places: set[int] = set()
        for span in spans:
            self.places.update(range(span.start, span.end))

    def free(self, mention: Mention) -> bool:
        """Whether nothing stands where the mention does."""
        return self.places.isdisjoint(range(mention.start, mention.end))

    def add(self, mention: Mention) -> None:
        """Take the mention's place."""
        self.places.update(range(mention.start, mention.end))


def _with_legal_form(
    text: str, table: Table, mentions: Sequence[Mention], hidden: _Taken
) -> Iterator[Mention]:
    named = {(mention.start, mention.end): mention for mention in mentions}
    for whole, name in shaped_names(text):
        known = named.get((name.start, name.end))
        if known is not None and known.company:
            yield Mention(
                whole.start,
                whole.end,
                known.company,
                Trust.KNOWN if known.trust is Trust.KNOWN else Trust.NAMED,
            )
            continue
        start = _after_company_words(text, name)
        written = " ".join(text[start : name.end].split())
        if len(written) < 2 or _is_institution(written):
            continue
        alias = table.spelled(written)
        if alias is not None and alias.mark is Mark.NOT:
            continue
        company = alias.company if alias is not None else without_legal_form(written)
        begin = whole.start if whole.start < name.start else start
        mention = Mention(
            begin, whole.end, company, Trust.LEGAL_FORM if alias is None else Trust.SHOWN, written
        )
        if hidden.free(mention):
            yield mention


def _after_company_words(text: str, name: Span) -> int:
    """Where the name itself starts: "Firma Moravská strojírna" starts at "Moravská"."""
    start = name.start
    for match in re.finditer(r"[\w&.’'-]+\s*", text[name.start : name.end]):
        word = match[0].strip()
        last = name.start + match.end() >= name.end
        if last or not (cues(word) & {Cue.COMPANY, Cue.LONE}):
            break
        start = name.start + match.end()
    return start


def _beside_cues(text: str, table: Table) -> Iterator[Mention]:
    """Names right after a company noun: "společnost Eustream", "авиокомпания „Райънеър“"."""
    end = 0
    for match in table.mention().finditer(text):
        start = match.start()
        if start < end or start == 0 or text[start - 1] not in " \u00a0«„“\"'‘":
            continue
        cue = _CUE_BEFORE.search(text, max(0, start - 28), start)
        if cue is None or Cue.COMPANY not in cues(cue[1]):
            continue
        name = _name_at(text, start)
        if name is not None and _may_name(text, cue, name):
            end = name.end
            written = name.of(text)
            yield Mention(name.start, name.end, without_legal_form(written), Trust.BESIDE, written)


def _name_at(text: str, start: int) -> Span | None:
    if text[start - 1] in "«„“\"'‘":
        quoted = _QUOTED.match(text, start - 1)
        return None if quoted is None else Span(*quoted.span("name"))
    match = _NAME.match(text, start)
    return None if match is None else Span(*match.span())


def _may_name(text: str, cue: re.Match[str], name: Span) -> bool:
    written = name.of(text)
    first, *others = _PLAIN.findall(written) or [""]
    kinds = cues(first)
    if kinds & {Cue.GIVEN, Cue.PLACE, Cue.LONE, Cue.MEDIUM, Cue.INSTITUTION, Cue.COMPANY} and not _mixed(
        written
    ):
        return False
    if _is_institution(written) or len(written) < 3:
        return False
    if any(Cue.MEDIUM in cues(word) for word in before(text, cue.start(1), 1)):
        return False
    quoted = text[name.start - 1] not in " \u00a0"
    foreign = is_latin(folded(written)) and not is_latin(folded(cue[1]))
    if quoted or foreign or _mixed(written):
        return True
    # "firma Nováka" is Novák's firm: one declined word of the same language is most often a person.
    return bool(others) or not begins_sentence(text, cue.start(1)) or bool(after(text, name.end, 1))


def _mixed(written: str) -> bool:
    """Whether the name has a shape of its own: digits, inner capitals, an ampersand."""
    return any(not word.isalpha() or not (word[1:].islower() or len(word) == 1) for word in written.split())


def _is_institution(written: str) -> bool:
    return any(Cue.INSTITUTION in cues(word) for word in _PLAIN.findall(written))


def _again(text: str, found: Sequence[Mention], taken: _Taken) -> Iterator[Mention]:
    """Further mentions of the new names, inflected ones too."""
    new = {mention.company: mention for mention in found if mention.trust in (Trust.LEGAL_FORM, Trust.BESIDE)}
    for company in list(new)[:MOST]:
        spelling = words(company)
        head = re.match(r"\w+", company)
        if head is None or len(spelling[0]) < 3:
            continue
        stem = head[0][: max(3, len(head[0]) - 1)]
        for match in re.finditer(
            rf"(?<!\w){re.escape(stem)}\w*(?:[ \u00a0-]\w+){{{len(spelling) - 1}}}", text
        ):
            written = words(match[0])
            if len(written) == len(spelling) and all(map(agrees, spelling, written)):
                mention = Mention(match.start(), match.end(), company, Trust.AGAIN, match[0])
                if taken.free(mention):
                    yield mention
