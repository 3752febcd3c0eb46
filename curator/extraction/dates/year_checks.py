"""Whether four digits are a year: not an amount, a telephone number or the time of day."""

from __future__ import annotations

import re

from curator.extraction.dates.cited_laws import is_cited
from curator.extraction.dates.contexts import has_context, is_number_of
from curator.extraction.readings import Reading

_MEASURES = frozenset("UTCKyYPSshXgQBcZ")
"""Letters of what a number before it counts or measures."""
_ZONES = frozenset("GMT UTC CET CEST BST EST EDT MSK мск Uhr hrs hours heures Z h".split())
"""What makes four digits a time of day."""
_LAST_YEAR = 2100
_NAMES = frozenset(
    (
        "Agenda Agendy Agendě Agendu Ajanda Агенда Агенди Ατζέντα Expo EXPO Expos Экспо Експо Vision Visionen"
        " Strategie Strategy Estrategia Estratégia Stratégie Strategia Strategija Стратегия Стратегія"
        " Стратегията"
        " Стратегија Στρατηγική Roadmap Visie Visjon Vizija Визия Візія Όραμα Vizyon Visi Wawasan رؤية الرؤية"
        " ورؤية لرؤية חזון विजन"
        " Wizja Vize Visión Visão Horizon Horizont Horizonte Orizzonte Horyzont Windows Office Server"
        " ISO IEC DIN ČSN STN ГОСТ ДСТУ IEEE"
    ).split()
)
"""Names that have a year in them."""
_PLANS = frozenset(
    "Plan Plano Piano Pla Plán План Планът Σχέδιο Rahmenplan Masterplan DIN ČSN STN NF BS UNI UNE".split()
)
"""Names that have one, with a word between: "Plan Climat 2050", "ČSN EN 1993"."""
_LAW = 4
"""Items behind a year within which a word makes it the number of a law: "2011. évi CXII. törvény"."""
_SMALL = frozenset(
    (
        "than when but as it he she they we who which that where while is are was were has had will"
        " would may can kan skal vil ville var er blev ble har ska blir bliver kommer wird werden war"
        " ist hat kann soll wurde zal zou werd heeft sera serait était est a fut aura será sería fue"
        " es ha sarà è era foi seria bude byl byla bylo było będzie był była bo biće bit će будет был"
        " была было буде був била беше ще"
    ).split()
)
"""Words after a year that it does not count."""
_LIKELY_YEARS = range(1900, 2051)


def is_year(reading: Reading, first: int, last: int) -> bool:
    """Whether a phrase is a year: words of it, or four digits that count and name nothing else."""
    behind = range(last, min(last + _LAW, len(reading.nodes)))
    if any(reading.term(item, "law_after") is not None for item in behind):
        return False
    if is_cited(reading, first):
        return False
    if last - first > 1:
        return True
    if _is_amount(reading, first, last) or _is_among_digits(reading, first, last):
        return False
    number = reading.integer(first)
    if number is None:
        return False
    if _is_named_year(reading, first, last):
        return number <= _LAST_YEAR
    counts = _counts(reading, last)
    if has_context(reading, first):
        lower = counts and reading.text[reading.starts[last]].islower()
        return number <= _LAST_YEAR and not (lower and (number not in _LIKELY_YEARS or number % 100 == 0))
    return number in _LIKELY_YEARS and not (counts and number % 100 == 0)


def _is_amount(reading: Reading, first: int, last: int) -> bool:
    """Whether signs, units or the time of day make an amount of the digits."""
    text, start, end = reading.text, reading.starts[first], reading.ends[last - 1]
    before = text[start - 1] if start else " "
    if _is_of_name(reading, first) or (before == "〔" and text[end : end + 1] == "〕"):
        return True
    if before in "$€£¥#№+/.,:" or text[end : end + 1] in {"%", "°", "/", "$", "€", "+"}:
        return True
    if text[end : end + 1] == ":" and text[end + 1 : end + 2].isdigit():
        return True  # "in 2024: 5 trends" is a year
    if (
        last < len(reading.amounts)
        and reading.amounts[last] in _MEASURES
        and reading.dates[last] not in "oEr&"
    ):
        return True
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
        numbered = is_number_of(reading, first) or text[end + 1 : end + 4].isdigit()
        if numbered:
            return True  # loi n° 2015-990, invoice 2024-0098
    return _opens_amount(reading, last) or (last < len(reading.nodes) and reading.written(last) in _ZONES)


def _is_of_name(reading: Reading, first: int) -> bool:
    """Whether a name goes before, of which the year is a part: "Agenda 2030", "Expo 2020"."""
    at = first - 1
    if at > 0 and reading.written(at) in "-–":
        at -= 1
    if at < 0:
        return False
    if reading.written(at) in _NAMES or reading.term(at, "numbered") is not None:
        return True
    if reading.term(at, "law") is not None:
        return True  # рейс № 2024
    return (
        at > 0 and reading.written(at)[0].isupper() and reading.written(at - 1) in _PLANS
    )  # Plan Climat 2050


def _is_named_year(reading: Reading, first: int, last: int) -> bool:
    """Whether a word beside four digits makes them a year: "το 1821", "1848-ban", "1453'te"."""
    if first and reading.term(first - 1, "year_before") is not None:
        return True
    at = last + 1 if last < len(reading.nodes) and reading.written(last) == "-" else last
    return at < len(reading.nodes) and reading.term(at, "year_after") is not None


def _counts(reading: Reading, last: int) -> bool:
    """Whether a word follows that the lexicon does not know: what a number may count."""
    if last >= len(reading.nodes) or reading.amounts[last] != "x":
        return False
    node = reading.nodes[last]
    unknown = (node is None or node.terms.keys() == {"nation"}) and reading.written(last) not in _SMALL
    return unknown and reading.text[reading.starts[last]].isalpha()


def _opens_amount(reading: Reading, last: int) -> bool:
    """Whether a range word, a number and a measure follow ("from 1500 to 3500 km")."""
    if (
        last + 1 < len(reading.starts)
        and "\n" in reading.text[reading.ends[last - 1] : reading.starts[last + 1]]
    ):
        return False
    letters = "".join(reading.amounts[last : last + 4])
    if re.match(r"[-r]N[sSg]?[-o]?[UCKyP]", letters) is None:
        return False
    second = reading.number(last + 1)
    return second is None or second > (reading.integer(last - 1) or 0)  # "from 15 in 2017 to 74 bn"


def _is_among_digits(reading: Reading, first: int, last: int) -> bool:
    """Whether other digits stand beside a year, as in a telephone number."""
    before = first > 0 and reading.nodes[first - 1] is None and reading.dates[first - 1] in "NDuY"
    after = last < len(reading.nodes) and reading.nodes[last] is None and reading.dates[last] in "NY"
    return before or after
