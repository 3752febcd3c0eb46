"""What letters alone do not tell, put plainly before the grammars read it.

Chinese, Japanese and Korean say much by what stands beside a sign: 18年3月 is March 2018, 18年 may be
18 years. Other languages count shares out: "three in five". Each rule is a pattern over the text; its
action gives items of the reading other letters or values, or makes one of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import attrgetter

from curator.extraction.readings import Reading
from curator.extraction.rewriting import asian_dates, counted_shares, slavic_thousands, swahili_amounts
from curator.extraction.rewriting import east_asian_amounts as amounts
from curator.extraction.rewriting import east_asian_dates as dates
from curator.extraction.rewriting import east_asian_spans as spans
from curator.extraction.rewriting.rewritten_items import Rewriting, Rule

_language = attrgetter("language")
_SCRIPT = re.compile("[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def settle(reading: Reading) -> None:
    """Put shares, forms of Asia, and all figures of Chinese, Japanese and Korean plainly."""
    work = Rewriting(reading)
    _try(work, (*asian_dates.RULES, *counted_shares.RULES, *slavic_thousands.RULES))
    if swahili_amounts.LANGUAGE in map(_language, reading.lexicons):
        swahili_amounts.count(work)
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
