"""One thousand in the genitive of East Slavic languages, which looks like the plural: "около тысячи"."""

from __future__ import annotations

import re

from curator.extraction.rewriting.rewritten_items import Rewriting, rule


def _one_thousand(work: Rewriting, match: re.Match[str]) -> None:
    item = work.item(match, "word")
    if item is not None:
        work.set(item, terms={"one_scale": "1000"}, amount="s")


_GENITIVE = (
    r"(?i:\b(?:около|более|менее|свыше|порядка|до|больше|меньше|близько|більше|менше|понад|каля|больш за)"
    r" (?P<word>тысячи|тисячі|тысячы)\b)"
)
"""Words of the genitive before the thousand; of several ones it would be "тысяч"."""

RULES = (rule("тысячи|тисячі|тысячы", _GENITIVE, _one_thousand),)
"""The one rule, for all texts: other languages don't have these words."""
