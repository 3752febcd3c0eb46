"""Losses: what a channel did to undefined bytes, soft hyphens and no-break spaces, by what is seen."""

from __future__ import annotations

from curator.cleaning.damage.channels import Loss
from curator.cleaning.damage.pages import Page
from curator.cleaning.damage.samples import LEAST_ASKED, Sample, is_no_question

_HEBREW = 0xD7
"""The byte that all Hebrew letters begin with."""


def loss_of(known: Page, sample: Sample) -> Loss:
    """What the channel did to undefined bytes, soft hyphens and no-break spaces, by what is seen."""
    seen = sample.survey(known)
    cut = seen.cuts
    soft, fixed = known.values.get("\xad"), known.values.get("\xa0")
    spaced = fixed is not None and "\xa0" not in seen.signs
    asked, parted = _marks(known, sample) if cut and (spaced or sample.asks) else (0, 0)
    if not seen.signs.isdisjoint(known.undefined):
        lost = None
    elif seen.is_replaced:
        lost = "\ufffd"
    elif asked >= LEAST_ASKED and asked * 2 > cut - parted:
        lost = "?"
    else:
        lost = "" if cut else None
    return Loss(
        undefined=lost if known.undefined else None,
        soft_hyphen="\xad" if soft is None or "\xad" in seen.signs or not cut else "",
        no_break_space="\xa0" if not (spaced and cut) else " " if parted else "",
    )


def loss_of_both(known: Page, sample: Sample) -> Loss:
    """The loss of two readings, taken to be the same in both."""
    outer, inner = loss_of(known, sample), loss_of(known, sample.read(known))
    if outer.undefined is None and sample.survey(known).cuts:
        return outer
    undefined = inner.undefined if outer.undefined is None else outer.undefined
    kept = outer.soft_hyphen and inner.soft_hyphen
    seen = "\xa0" in sample.runs
    spaces = "\xa0" if seen else min(outer.no_break_space, inner.no_break_space, key=len)
    return Loss(undefined, kept, spaces)


def _marks(known: Page, sample: Sample) -> tuple[int, int]:
    """How many cut sequences a question mark follows, and how many a space that was part of them.

    A question mark within a word counts twice, and one that no sentence has beside its stops and commas.
    """
    asked = parted = 0
    for line in sample.lines:
        for match in known.before_mark.finditer(line):
            if line[match.end()] == "?":
                amid = line[match.end() + 1 : match.end() + 2].isalpha()
                asked += 1 + (amid or is_no_question(line, match.end()))
            else:
                parted += _is_parted(known, line, *match.span())
    return asked, parted


def _is_parted(known: Page, line: str, start: int, end: int) -> bool:
    """Whether the space after a cut sequence must be its no-break space."""
    follower = line[end + 1 : end + 2]
    if follower in {"", " ", ",", ".", ";", ":", ")", "!", "?", "\n"}:
        return True
    tail = known.values.get(follower, 0)
    if 0x80 <= tail <= 0xBF:
        return True
    alone = start == 0 or not (line[start - 1].isalnum() or line[start - 1] > "\x7f")
    # Of ISO-8859-1 nothing else is left of Cyrillic and Greek words of one capital, either.
    leads = {0xC3, 0xC5} if known.name == "latin-1" else {0xC3, 0xC5, 0xCE, 0xD0}
    lead = known.values[line[start]]
    # No Hebrew word has one letter; a sign of multiplication has none behind it.
    return alone and end - start == 1 and (lead in leads or (lead == _HEBREW and follower == line[start]))
