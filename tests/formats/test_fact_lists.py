"""Facts and verdicts stand in front matter as a list of maps with W3C selectors, and come back from there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.articles import Fields, StoredFact
from curator.domain.errors import CuratorError
from curator.domain.facts import (
    Approximation,
    Decision,
    Evidence,
    Fact,
    FactKind,
    Precision,
    Status,
    Verdict,
)
from curator.formats.front_matter import fact_lists
from curator.formats.front_matter.fact_lists import Stated, anchored, items, stated
from curator.formats.front_matter.parsing import read
from curator.formats.front_matter.patching import patched
from curator.formats.front_matter.wanted_values import FactList

TEXT = 'Orchard Chips: "up to 20 million euros"\nfor a plant; 20 million euros in 2031, they say.'
WHOLE = {
    "yaml": "---\ntitle: A plant  # as planned\ntags: [a, b]\n# the end\n---\n\nBody\n",
    "toml": '+++\ntitle = "A plant"  # as planned\n\n[source]\nname = "Daily"\n+++\n\nBody\n',
    "json": '{\n  "title": "A plant",\n  "source": {"name": "Daily"}\n}\n\nBody\n',
}


def stored(fact: Fact, **said: object) -> StoredFact:
    evidence = Evidence.of(TEXT, fact.start, fact.end) if fact.start >= 0 else None
    said = {
        "decision": Decision.PROPOSED, "verdict": Verdict.UNCHECKED, "verdict_note": "", "verdict_source": "",
    } | said  # fmt: skip
    return StoredFact(1, 1, fact, evidence, origin="extractor", **said)  # type: ignore[arg-type]


def money(value: str = "20000000", quote: str = "20 million euros") -> Fact:
    start = TEXT.find(quote)
    return Fact(FactKind.MONEY, start, start + len(quote), quote, Decimal(value), unit="EUR")


FACTS = [
    stored(
        replace(money(), approximation=Approximation.UP_TO),
        decision=Decision.ACCEPTED,
        verdict=Verdict.CONFIRMED,
        verdict_note='the annual report says "so"',
        verdict_source="https://example.org/report#p3",
    ),
    stored(Fact(FactKind.COMPANY, 0, 13, "Orchard Chips", name="Orchard Chips"), decision=Decision.REJECTED),
    stored(
        Fact(
            FactKind.DATE, 73, 77, "2031", None, date(2031, 1, 1), date(2031, 12, 31),
            status=Status.PLANNED, precision=Precision.YEAR,
        ),
        decision=Decision.EDITED,
    ),
    stored(Fact(FactKind.PERCENT, -1, -1, "", Decimal("2.5"), unit="%"), decision=Decision.ACCEPTED),
]  # fmt: skip


def written(style: str, facts: list[StoredFact], text: str = "") -> str:
    return patched(text or WHOLE[style], Fields(), Fields(), FactList("facts", items(facts)))


def same(one: Stated, other: StoredFact) -> None:
    kept = replace(other.fact, rule=fact_lists.RULE, confidence=1.0)
    if other.evidence is None:
        kept = replace(kept, start=-1, end=-1, quote="")
    assert one == Stated(
        kept, other.evidence, other.decision, other.verdict, other.verdict_note, other.verdict_source
    )


def test_facts_stand_in_yaml_as_a_list_of_maps_with_selectors() -> None:
    assert written("yaml", FACTS[:1]) == WHOLE["yaml"].replace(
        "# the end\n",
        """# the end
facts:
- kind: money
  value: 20000000
  unit: EUR
  approximation: up_to
  decision: accepted
  verdict: confirmed
  note: "the annual report says \\"so\\""
  source: https://example.org/report#p3
  selector:
  - type: TextQuoteSelector
    exact: 20 million euros
    prefix: "Orchard Chips: \\"up to "
    suffix: "\\"\\nfor a plant; 20 million euros "
  - type: TextPositionSelector
    start: 22
    end: 38
""",
    )


@pytest.mark.parametrize("style", WHOLE)
def test_facts_come_back_from_every_style_and_nothing_else_changes(style: str) -> None:
    result = written(style, FACTS)
    found = read(result)
    assert fact_lists.keys(found.values) == ("facts",)
    for one, other in zip(stated(found.values["facts"]), FACTS, strict=True):
        same(one, other)
    before = read(WHOLE[style])
    assert {key: found.values[key] for key in before.values} == before.values
    assert result[found.body :] == WHOLE[style][before.body :]
    assert all(line in result.splitlines() for line in WHOLE[style].splitlines() if line.endswith("d"))


@pytest.mark.parametrize("style", WHOLE)
def test_facts_are_replaced_where_they_stand(style: str) -> None:
    first = written(style, FACTS)
    assert written(style, FACTS, first) == first
    fewer = written(style, FACTS[1:], first)
    assert [each.fact.kind for each in stated(read(fewer).values["facts"])] == ["company", "date", "percent"]
    assert written(style, FACTS, fewer) == first
    none = written(style, [], first)
    assert not read(none).values["facts"]
    assert [each.fact.kind for each in stated(read(written(style, FACTS, none)).values["facts"])] == [
        each.fact.kind for each in FACTS
    ]


def test_only_accepted_facts_are_written_if_that_is_asked_for() -> None:
    assert [item["kind"] for item in items(FACTS, accepted_only=True)] == ["money", "date", "percent"]


@pytest.mark.parametrize(
    "text",
    [
        "---\nfacts: some of them\n---\n",
        "---\nfacts: [a, b]\n---\n",
        '+++\nfacts = "x"\n+++\n',
        '{"facts": {"a": 1}}\n',
    ],
)
def test_what_is_no_list_of_facts_is_not_replaced(text: str) -> None:
    with pytest.raises(CuratorError, match="the key facts holds something that is no list of facts"):
        written("", FACTS, text)


def test_the_key_of_a_field_is_none_for_facts() -> None:
    with pytest.raises(CuratorError, match="Note is the key of a field"):
        patched(WHOLE["yaml"], Fields(), Fields(), FactList("Note", items(FACTS)))


def test_other_lists_with_a_kind_are_not_taken_for_facts() -> None:
    value = [{"kind": "company", "name": "Orchard"}]
    assert fact_lists.keys({"entities": value, "facts": value}) == ("facts",)


def test_any_other_key_is_written_as_its_syntax_has_it() -> None:
    for whole in WHOLE.values():
        text = patched(whole, Fields(), Fields(), FactList("what is: checked", items(FACTS)))
        assert fact_lists.keys(read(text).values) == ("what is: checked",)


def test_an_array_of_tables_by_another_hand_is_read_and_replaced() -> None:
    text = """+++
title = "x"
[[facts]]
kind = "money"
value = 5
unit = "EUR"
[[facts]]
kind = "company"
name = "Orchard"
[source]
name = "Daily"
+++
"""
    assert [each.fact.name for each in stated(read(text).values["facts"])] == [None, "Orchard"]
    result = written("", FACTS, text)
    assert len(stated(read(result).values["facts"])) == len(FACTS)
    assert result.startswith('+++\ntitle = "x"\n[[facts]]\n')
    assert result.endswith('[source]\nname = "Daily"\n+++\n')


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (TEXT, 22),
        ("More before. " + TEXT, 35),
        (TEXT.replace("Orchard Chips", "They"), 13),
        ("It costs 20 million euros.", 9),
        ("It costs 30 million euros.", -1),
    ],
)
def test_a_quote_is_found_again_when_the_text_was_edited(text: str, start: int) -> None:
    (one,) = stated(items(FACTS[:1]))
    found = anchored(one, text).fact
    assert found.start == start
    if start >= 0:
        assert text[found.start : found.end] == "20 million euros"


def test_of_equal_quotes_the_one_with_the_same_words_around_it_counts() -> None:
    second = TEXT.rfind("20 million euros")
    fact = replace(money(), start=second, end=second + 16)
    (one,) = stated(items([stored(fact)]))
    moved = "Well: " + TEXT
    assert anchored(one, moved).fact.start == second + 6


@pytest.mark.parametrize(
    "value",
    [
        [],
        ["a"],
        [{"kind": "money"}],
        [{"kind": "nonsense", "value": 1}],
        [{"kind": "money", "value": 1}, "x"],
        [{"value": 1}],
        {"kind": "money", "value": 1},
    ],
)
def test_other_values_are_no_facts(value: object) -> None:
    assert not fact_lists.is_list(value)


def test_a_list_by_hand_needs_no_more_than_a_kind_and_a_value() -> None:
    (one,) = stated(
        [{"kind": "date", "low": "2031-01-01", "decision": "who knows", "verdict": 3, "selector": "x"}]
    )
    assert (one.fact.low, one.decision, one.verdict) == (
        date(2031, 1, 1),
        Decision.ACCEPTED,
        Verdict.UNCHECKED,
    )
    assert stated([{"kind": "money", "value": "many"}]) == []


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4) | st.integers().map(Decimal)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@st.composite
def facts(draw: st.DrawFn) -> StoredFact:
    start = draw(st.integers(0, len(TEXT) - 2))
    end = draw(st.integers(start + 1, len(TEXT)))
    kind = draw(st.sampled_from([FactKind.MONEY, FactKind.QUANTITY, FactKind.DATE]))
    bounds = st.dates() if kind is FactKind.DATE else NUMBERS
    fact = Fact(
        kind, start, end, TEXT[start:end],
        value=draw(NUMBERS), low=draw(bounds | st.none()), high=draw(bounds | st.none()),
        unit=draw(WORDS) or None, approximation=draw(st.sampled_from(Approximation)),
        status=draw(st.sampled_from(Status)), precision=draw(st.sampled_from([None, *Precision])),
        name=draw(WORDS) or None,
    )  # fmt: skip
    return stored(
        fact, decision=draw(st.sampled_from(Decision)), verdict=draw(st.sampled_from(Verdict)),
        verdict_note=draw(WORDS), verdict_source=draw(WORDS),
    )  # fmt: skip


@settings(max_examples=60)
@given(st.sampled_from(list(WHOLE)), st.lists(facts(), min_size=1, max_size=4))
def test_any_facts_survive_front_matter(style: str, given_facts: list[StoredFact]) -> None:
    found = stated(read(written(style, given_facts)).values["facts"])
    for one, other in zip(found, given_facts, strict=True):
        same(one, other)
