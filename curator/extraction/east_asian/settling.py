"""What letters alone do not tell in Chinese, Japanese and Korean, put plainly before the grammars read it.

These scripts have no spaces, and say much by what stands beside a sign: 18年3月 is March 2018, 18年 may
be 18 years. Each rule is a pattern over the text; its action gives items of the reading other letters or
values, or makes one of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from curator.extraction.east_asian import asian_dates, counted_shares
from curator.extraction.east_asian import east_asian_amounts as amounts
from curator.extraction.east_asian import east_asian_dates as dates
from curator.extraction.east_asian import east_asian_spans as spans
from curator.extraction.east_asian.east_asian_items import Rewriting, Rule
from curator.extraction.readings import Reading

_SCRIPT = re.compile("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def settle(reading: Reading) -> None:
    """Put the figures of Chinese, Japanese and Korean lines plainly, and some of other languages of Asia."""
    work = Rewriting(reading)
    _try(work, (*asian_dates.RULES, *counted_shares.RULES))
    if _SCRIPT.search(reading.text):
        amounts.free_figures(work)
        _try(work, (*dates.RULES, *amounts.RULES, *spans.RULES))
        amounts.halves(work)
    work.finish()


def _try(work: Rewriting, rules: Iterable[Rule]) -> None:
    text = work.reading.text
    for rule in rules:
        if rule.gate.search(text):
            for match in rule.pattern.finditer(text):
                rule.act(work, match)
