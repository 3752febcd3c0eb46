"""Front matter is read as plain data, or refused with the line, whatever it is made of."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.errors import UnreadableFile
from curator.formats.front_matter.limits import MOST_CHARACTERS
from curator.formats.front_matter.mapping import mapped
from curator.formats.front_matter.parsing import read


def yaml(source):
    return read(f"---\n{source}\n---\nBody\n")


def message(text):
    with pytest.raises(UnreadableFile) as refusal:
        read(text)
    assert refusal.value.message.endswith(".")
    return refusal.value.message.removesuffix(".")


def test_scalars_stay_as_they_are_written():
    values = yaml(
        "date: 2024-06-05\nat: 2024-06-05T04:00:03.025Z\nlang: no\nhour: 12:30\nid: 0123\nyes: on\n"
        "n: 4\nf: 2.5\nt: true\nnothing:\nhuge: 99999999999999999999999999\nhex: 0x1F"
    ).values
    assert values == {
        "date": "2024-06-05", "at": "2024-06-05T04:00:03.025Z", "lang": "no", "hour": "12:30", "id": "0123",
        "yes": "on", "n": 4, "f": 2.5, "t": True, "nothing": None, "huge": "99999999999999999999999999",
        "hex": "0x1F",
    }  # fmt: skip


def test_damaged_characters_pass_through_yaml():
    source = "title: dola\x99r\x85 a \x81 b\u2028c \x00 d"
    assert yaml(source).values == {"title": "dola\x99r\x85 a \x81 b\u2028c \x00 d"}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r'"), min_size=1))
def test_any_single_quoted_text_comes_back_as_it_is(text):
    assert yaml(f"title: '{text}'").values["title"] == text


def test_the_places_lead_to_the_source():
    text = "\n---\ntitle: x\n---  \n\nBody"
    found = read(text)
    assert text[found.start : found.end] == "title: x\n"
    assert text[found.body :] == "\nBody"
    assert found.line == 3


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('a: b\nc: "abc\nd: e', "Front matter, line 3: a quote is not closed"),
        ("a: b\nc: 'abc\nd: e", "Front matter, line 3: a quote is not closed"),
        ("a: b: c", "Front matter, line 2: a colon followed by a space needs quotes around the value"),
        ("a: b\n\tc: d", "Front matter, line 3: a tab stands where only spaces may"),
        ("a:\n\t- b", "Front matter, line 3: a tab stands where only spaces may"),
        ("a: [b, c\nd: e", "Front matter, line 2: a [ is not closed"),
        ("a: *b", "Front matter, line 2: an alias (*) names nothing"),
        ("a: @b", "Front matter, line 2: a value begins with a sign that needs quotes"),
        ("a: b\nc\nd: e", "Front matter, line 4: a key without a colon"),
        ("a: &a [*a]", "Front matter, line 2: the alias *a holds itself"),
    ],
)
def test_a_fault_in_yaml_is_told_with_its_line(source, told):
    assert message(f"---\n{source}\n---\n") == told


def bomb(brackets):
    rows = [f"a0: &a0 {brackets[0]}x, x{brackets[1]}"]
    rows += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    return "\n".join(rows)


HOSTILE = {
    "200,000 brackets": "a: " + "[" * 200_000,
    "closed brackets": "a: " + "[" * 200_000 + "]" * 200_000,
    "braces": "a: " + "{a: " * 100_000,
    "list in list": "a:\n" + "- " * 200_000 + "x",
    "question marks": "a:\n" + "? " * 200_000 + "x",
    "deep indentation": "a:\n" + "\n".join(" " * i + "b:" for i in range(1, 800)),
    "alias bomb": bomb("[]"),
    "merge bomb": "a0: &a0 {x: 1}\n"
    + "\n".join(f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}" for i in range(1, 12)),
    "10 MB": "a: " + "x" * 10_000_000,
    "a million keys": "\n".join(f"k{i}: v" for i in range(100_000)),
    "one long anchor": "a: &" + "x" * 500_000 + " 1",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_yaml_is_refused_or_harmless_and_quick(name, grows_linearly):
    def read_it(text):
        with suppress(UnreadableFile):
            yaml(text)

    grows_linearly(read_it, HOSTILE[name])


def test_the_longest_front_matter_is_capped_before_parsing():
    told = message("---\ntitle: " + "x" * MOST_CHARACTERS + "\n---\n")
    assert told == "Front matter, line 2: it is longer than 1,024 kB"


def test_tags_construct_nothing():
    apply = "python/object/apply:os.system"
    found = yaml(f"a: !!{apply} [ls]\nb: !include x.txt\nc: !!binary aGk=")
    assert found.values == {"a": None, "b": "x.txt", "c": "aGk="}
    assert found.notes == (
        f"Front matter, line 2: the tag {apply} asks for an object of a program; its value is left out.",
        "Front matter, line 3: the tag !include is ignored.",
        "Front matter, line 4: the tag binary is ignored.",
    )


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("title: !!python/object/apply:os.system ['echo Plant']", ""),
        ("title: !!python/object/new:str [Plant]", ""),
        ("title: !!python/name:os.system Plant", ""),
        ("title: !ruby/object:Title {name: Plant}", ""),
        ("title: !!python/unicode Plant", "Plant"),
        ("title: !title Plant", "Plant"),
    ],
)
def test_an_object_of_a_program_is_no_title(source, title):
    found = mapped(yaml(source).values)
    assert found.fields.title == title


def test_of_a_key_that_stands_twice_the_last_counts_and_is_noted():
    found = yaml("title: a\nx: 1\ntitle: b")
    assert found.values["title"] == "b"
    assert found.notes == ("Front matter, line 4: “title” stands twice; the last is taken.",)


def test_merge_keys_and_aliases_are_unfolded():
    assert yaml("a: &x {k: 1}\nb:\n  <<: *x\n  l: 2").values == {"a": {"k": 1}, "b": {"k": 1, "l": 2}}


def test_keys_are_text_whatever_they_are():
    assert set(yaml("1: a\ntrue: b\n? [x, y]\n: c\n~: d").values) == {"1", "true", "['x', 'y']", "~"}


def test_a_rule_at_the_top_of_prose_is_no_front_matter():
    assert read("---\nJust prose here\n\n---\nmore").style == ""
    assert read("---\n- a list\n---\nmore").style == ""


def test_front_matter_that_is_not_closed_is_text_with_a_note():
    found = read("---\ntitle: x\n\nBody")
    assert found.style == ""
    assert found.notes == ("The front matter is not closed by ---; it is read as text.",)


def test_toml_keeps_dates_as_they_are_written():
    text = '+++\ntitle = "x"\ndate = 2024-06-05 04:00:03Z\nday = 2024-06-05\n[source]\nname = "A"\n+++\nBody'
    found = read(text)
    assert found.style == "toml"
    assert found.values == {
        "title": "x",
        "date": "2024-06-05 04:00:03Z",
        "day": "2024-06-05",
        "source": {"name": "A"},
    }
    assert text[found.body :] == "Body"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('a = "x\nb = 1', "Front matter, line 2: a quote is not closed"),
        ("a = 1\na = 2", "Front matter, line 3: a key stands twice"),
        ("a = " + "[" * 100_000, "Front matter, line 2: more than 64 brackets are nested"),
        ("a." * 30_000 + "b = 1", "Front matter, line 2: more than 64 levels are nested"),
        ("a = " + "9" * 6000, "Front matter, line 2: a number or date that is out of range"),
    ],
)
def test_a_fault_in_toml_is_told_with_its_line(source, told):
    assert message(f"+++\n{source}\n+++\n") == told


def test_json_is_read_bare_and_fenced():
    assert read('{"title": "x"}\n\nBody').values == {"title": "x"}
    assert read(';;;\n{"title": "x"}\n;;;\nBody').values == {"title": "x"}
    assert read('{\n  "title": "a } b",\n  "n": 1\n}\nBody').values == {"title": "a } b", "n": 1}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{\n"title": "x,\n "n": 3}\nBody', "Front matter, line 3: a quote is not closed"),
        ('{\n"title": "x"\n "n": 3}\nBody', "Front matter, line 3: expecting ',' delimiter"),
        ('{"a":' * 100_000, "Front matter, line 1: more than 64 brackets are nested"),
        ('{"a": [1', "Front matter, line 1: a { is not closed"),
    ],
)
def test_a_fault_in_json_is_told_with_its_line(text, told):
    assert message(text) == told


def test_lone_surrogates_and_huge_numbers_do_not_get_through_json():
    values = read('{"a": "\\ud800", "n": ' + "9" * 5000 + ', "f": 1e999, "c": NaN}').values
    assert values == {"a": "�", "n": "9" * 5000, "f": "1e999", "c": "NaN"}


@settings(max_examples=150)
@given(
    st.text(st.sampled_from(list("-+;{}[]:\"'#&*!|>%@, \n\tab1\x85é")), max_size=60),
    st.sampled_from(["---", "+++", ";;;"]),
)
def test_any_text_between_fences_is_read_or_refused(source, fence):
    with suppress(UnreadableFile):
        assert isinstance(read(f"{fence}\n{source}\n{fence}\nBody").values, dict)
