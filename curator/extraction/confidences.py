"""How sure facts are: the measured share of right ones among those of the same rule and evidence.

The table `resources/lexicon/confidence.json` is made by `packaging/data/fit_confidence.py` from marked
sentences. A rule or evidence seen seldom is drawn to that of its kind (a Beta prior, so that few examples
do not make certainty); facts of languages that have only CLDR's words are marked down.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from curator.domain.facts import Fact, FactKind, Precision
from curator.extraction.readings import Reading
from curator.paths import resource

_RULE_WEIGHT, _EVIDENCE_WEIGHT = 20.0, 10.0
"""How many facts of the kind, or of the rule, those of a rule or of an evidence are weighed against."""
_FROM_CLDR_ALONE = 0.92
_FISCAL_PART, _ASSUMED = "date.fiscal_part", 0.5
"""The most for the quarter or half of a fiscal year, whose first month no sentence tells."""
_AT_MOST = {"money.symbol.home": 0.95, "money.symbol.doubtful": 0.6}
"""The most for a bare "$" that is told by what surrounds it alone, of which few sentences are marked."""
_FAR = 60
"""Days from the reference beyond which a resolved date is less sure."""
_LARGE = Decimal(1_000_000)
_LEAST, _MOST = 0.05, 0.995
_NUMERIC = "date.numeric"
_LAST_MONTH = 12


def evidence(fact: Fact, reference: date | None, *, guessed: bool) -> str:
    """Rule and evidence of a fact as a key: "kind rule what else", each part telling more."""
    told: list[str] = ["guessed"] if guessed else []
    if isinstance(fact.low, date) or isinstance(fact.high, date):
        told += _of_date(fact, reference)
    else:
        size = fact.value if fact.value is not None else fact.high
        told += ["range"] if fact.value is None else []
        told += ["large"] if isinstance(size, Decimal) and size >= _LARGE else []
    return f"{fact.kind.value} {fact.rule} {','.join(told)}"


def _of_date(fact: Fact, reference: date | None) -> list[str]:
    that = fact.low or fact.high
    if not isinstance(that, date):
        return []
    if fact.rule == _NUMERIC and that.day <= _LAST_MONTH and that.day != that.month:
        return ["either"]
    resolved = "relative" in fact.rule and reference is not None
    return ["far"] if resolved and reference is not None and abs((that - reference).days) > _FAR else []


def calibrated(
    facts: Iterable[Fact], reading: Reading, reference: date | None, *, guessed: bool
) -> list[Fact]:
    """The facts with the confidence that their rule and evidence have earned."""
    table = _table()
    found: list[Fact] = []
    for fact in facts:
        item = max(0, bisect_right(reading.starts, fact.start) - 1)
        known = probability(table, evidence(fact, reference, guessed=guessed), fact.confidence)
        if fact.rule == _FISCAL_PART and not _is_of_two_years(fact):
            known = min(known, _ASSUMED)
        known = min(known, _AT_MOST.get(fact.rule, 1.0))
        if not reading.lexicons[item].first_class:
            known *= _FROM_CLDR_ALONE
        confidence = round(min(_MOST, max(_LEAST, known)), 3)
        object.__setattr__(fact, "confidence", confidence)  # nobody has it yet, and a copy costs much
        found.append(fact)
    return found


def _is_of_two_years(fact: Fact) -> bool:
    """Whether a part of a fiscal year is given as the two years that name it, within which it lies."""
    if not isinstance(fact.low, date) or not isinstance(fact.high, date):
        return False
    return fact.precision is Precision.RANGE and fact.low.year != fact.high.year


def probability(table: Mapping[str, float], key: str, otherwise: float) -> float:
    """The probability of a key, else of its rule, else what the rule itself supposes."""
    if key in table:
        return table[key]
    kind, rule, _ = key.split(" ", 2)
    return table.get(f"{kind} {rule}", otherwise)


def fitted(seen: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """The probabilities of rules ("kind rule") and of whole keys, from keys with whether they were right."""
    counts: dict[str, list[int]] = {}
    for key, right in seen:
        kind, rule, _ = key.split(" ", 2)
        for part in {kind, f"{kind} {rule}", key}:
            count = counts.setdefault(part, [0, 0])
            count[0] += right
            count[1] += 1
    table: dict[str, float] = {}
    for kind in FactKind:
        right, total = counts.get(kind.value, (0, 0))
        if not total:
            continue
        of_kind = (right + 1) / (total + 2)
        rules = [part for part in counts if part.startswith(f"{kind.value} ") and part.count(" ") == 1]
        for rule in sorted(rules):
            table[rule] = _drawn(counts[rule], of_kind, _RULE_WEIGHT)
            for key in sorted(part for part in counts if part.startswith(f"{rule} ")):
                table[key] = _drawn(counts[key], table[rule], _EVIDENCE_WEIGHT)
    return table


def _drawn(count: list[int], towards: float, weight: float) -> float:
    return round((count[0] + weight * towards) / (count[1] + weight), 4)


@cache
def _table() -> dict[str, float]:
    path = resource("lexicon", "confidence.json")
    if not path.is_file():
        return {}
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return found
