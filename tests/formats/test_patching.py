"""An edited field changes its own value in the file and not one byte besides."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.domain.articles import Fields
from curator.domain.errors import CuratorError
from curator.formats.dates import respelled
from curator.formats.front_matter.mapping import mapped, own_lines
from curator.formats.front_matter.parsing import read
from curator.formats.front_matter.patching import patched
from curator.formats.front_matter.yaml_places import YamlSyntax

POST = """---
# made by hand
title:   'The plant'   # a comment
description: A plant that was
  folded over two lines
  opens today.
date: '2026-01-27 03:25:33'
publishedAt: '2026-01-27T03:25:33+00:00'
importance: 4
companies:
- Nvidia  # first
- "CoreWeave"
tags: [a,  'b', c]
source:
  emoji: 📰
  id: null
  name: Daily
x: &anchor {y: [1, 2]}
z: *anchor
---

# Body: title: not this
"""


def own_lines_of(lines):
    return own_lines("\n".join(lines))


def edited(text=POST, **changes):
    before = mapped(read(text.replace("\r\n", "\n")).values).fields
    return patched(text, before, replace(before, **changes))


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": "The mill"}, "'The plant'", "'The mill'"),
        ({"title": "It's a: mill"}, "'The plant'", "'It''s a: mill'"),
        (
            {"description": "Short."},
            "A plant that was\n  folded over two lines\n  opens today.",
            "Short.",
        ),
        ({"importance": 5}, "importance: 4", "importance: 5"),
        ({"importance": None}, "importance: 4", "importance:"),
        ({"companies": ("Nvidia", "CoreWeave", "AMD")}, '- "CoreWeave"\n', '- "CoreWeave"\n- AMD\n'),
        ({"companies": ("CoreWeave",)}, "- Nvidia  # first\n", ""),
        (
            {"companies": ("CoreWeave", "Nvidia")},
            '- Nvidia  # first\n- "CoreWeave"\n',
            '- "CoreWeave"\n- Nvidia  # first\n',
        ),
        ({"companies": ()}, '\n- Nvidia  # first\n- "CoreWeave"\n', " []\n"),
        ({"tags": ("a", "b", "c", "d, e")}, "'b', c]", "'b', c, 'd, e']"),
        ({"tags": ("c", "a")}, "[a,  'b', c]", "[c, a]"),
        ({"source": "Weekly: news"}, "name: Daily", "name: 'Weekly: news'"),
        ({"note": "Look again"}, "z: *anchor\n", "z: *anchor\nnote: Look again\n"),
        ({"language": "cs"}, "z: *anchor\n", "z: *anchor\nlang: cs\n"),
        ({"category": "2026"}, "z: *anchor\n", "z: *anchor\ncategory: '2026'\n"),
    ],
)
def test_a_yaml_value_is_replaced_in_place(changes, old, new):
    assert POST.count(old) == 1
    assert edited(**changes) == POST.replace(old, new)


def test_all_keys_of_the_date_are_changed_each_in_its_spelling():
    result = edited(published="2026-02-01T10:00:00Z")
    assert result == POST.replace("2026-01-27 03:25:33", "2026-02-01 10:00:00").replace(
        "2026-01-27T03:25:33+00:00", "2026-02-01T10:00:00+00:00"
    )
    assert edited(published="2026-02") == POST.replace("2026-01-27 03:25:33", "2026-02").replace(
        "2026-01-27T03:25:33+00:00", "2026-02"
    )


@pytest.mark.parametrize(
    ("moment", "like", "spelled"),
    [
        ("2026-02-01T10:00:00Z", "2026-01-27 03:25:33 +0100", "2026-02-01 11:00:00 +0100"),
        ("2026-02-01T10:00:00Z", "2024-06-05T04:00:03.025Z", "2026-02-01T10:00:00.000Z"),
        ("2026-02-01", "2024-06-05T04:00:03.025Z", "2026-02-01"),
        ("2026-02-01T10:00:00Z", "2024-06-05", "2026-02-01T10:00:00Z"),
    ],
)
def test_a_date_keeps_its_spelling(moment, like, spelled):
    assert respelled(moment, like) == spelled


def test_several_edits_at_once_leave_the_rest():
    result = edited(title="The mill", companies=("CoreWeave", "AMD"), tags=("a",), slug="mill")
    expected = POST.replace("'The plant'", "'The mill'").replace("- Nvidia  # first\n", "")
    expected = expected.replace('- "CoreWeave"\n', '- "CoreWeave"\n- AMD\n').replace("[a,  'b', c]", "[a]")
    assert result == expected.replace("z: *anchor\n", "z: *anchor\nslug: mill\n")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_are_kept(end):
    text = POST.replace("\n", end)
    before = mapped(read(POST).values).fields
    after = replace(before, title="The mill", companies=("Nvidia", "CoreWeave", "AMD"))
    assert patched(text, before, after) == patched(POST, before, after).replace("\n", end)


def test_nothing_edited_is_the_same_text():
    assert edited() == POST


def test_damage_nobody_edited_stays():
    text = "---\ntitle: KlÃ\x8dÄovÃ©\ntags: [umÄ›lÃ¡]\nimportance: 3\n---\nBody\n"
    before = Fields(title="Klíčové", tags=("umělá",), importance=3)
    assert patched(text, before, replace(before, importance=4)) == text.replace("3", "4")
    more = patched(text, before, replace(before, tags=("umělá", "čip")))
    assert more == text.replace("umÄ›lÃ¡]", "umÄ›lÃ¡, čip]")


@pytest.mark.parametrize(
    ("text", "changes", "reason"),
    [
        ("---\na: &t x\ntitle: *t\n---\n", {"title": "y"}, "line 3: the value is an alias"),
        ("---\ntitle: &t x\nb: *t\n---\n", {"title": "y"}, "line 2: the value has an anchor or a tag"),
        ("---\ntitle: x\ntitle: y\n---\n", {"title": "z"}, "line 3: “title” stands twice"),
        ("---\ncompanies: {a: b}\n---\n", {"companies": ("c",)}, "line 2: its names are keys of a mapping"),
        ("---\nauthors: [a, b]\n---\n", {"author": "c"}, "line 2: the value is a list or mapping"),
        ("---\nimportance: [9, 9]\n---\n", {"importance": 3}, "holds something that is not understood"),
        ("---\ntags: [a, # one\n b]\n---\n", {"tags": ("b",)}, "line 2: a comment stands between its items"),
        ("---\ntags: [a,\n b # two\n]\n---\n", {"tags": ("b", "a")}, "line 2: a comment stands between"),
        ("+++\n[[tags]]\nname='a'\n[[tags]]\nname='b'\n+++\n", {"tags": ("b", "a")}, "another order"),
        ("---\ntags: [a, # one\n b, c]\n---\n", {"tags": ("a", "c")}, "line 2: a comment stands between"),
        ("No front matter", {"title": "x"}, "The file has no front matter"),
    ],
)
def test_what_is_not_safe_is_refused_with_line_and_reason(text, changes, reason):
    with pytest.raises(CuratorError, match=reason):
        edited(text, **changes)


@pytest.mark.parametrize(
    ("source", "changes", "result"),
    [
        ("title: |\n  Words\n\nx: 1", {"title": "New"}, "title: |\n  New\n\nx: 1"),
        ("title: >-\n    Words\n    more\nx: 1", {"title": "New"}, "title: >-\n    New\nx: 1"),
        ("title:\ntags:", {"title": "T", "tags": ("a", "b")}, "title: T\ntags: [a, b]"),
        ("tags: a, b", {"tags": ("a", "b", "c")}, "tags: a, b, c"),
        ("authors:\n  - Jane", {"author": "Jim"}, "authors:\n  - Jim"),
        ("tags: [\n  a,\n  b,\n  c\n]", {"tags": ("a", "c", "d")}, "tags: [\n  a,\n  c,\n  d\n]"),
        ("tags: [ a,  b,   c ]", {"tags": ("b",)}, "tags: [ b ]"),
        ("tags: [a,  b, c]", {"tags": ("a", "d")}, "tags: [a, d]"),
        ("tags: [\n  a,\n  b,\n]\nx: 1", {"tags": ("c", "b", "d")}, "tags: [\n  c,\n  b,\n  d,\n]\nx: 1"),
        ("tags: [\n  a,\n  b\n]", {"tags": ("b", "a")}, "tags: [\n  b,\n  a\n]"),
        ("tags: [a,\n 'C# b', c]", {"tags": ("C# b", "a")}, "tags: ['C# b', a]"),
        ("tags: [\n  a,\n  b,\n]\nx: 1", {"tags": ()}, "tags: []\nx: 1"),
        ("tags: [\n]\nx: 1", {"tags": ("a",)}, "tags: [a]\nx: 1"),
        (
            "companies:\n- name: A\n  id: 1",
            {"companies": ("A", "B")},
            "companies:\n- name: A\n  id: 1\n- name: B",
        ),
        ("tags: [{name: A}]", {"tags": ("A", "B")}, "tags: [{name: A}, {name: B}]"),
        ("tags:\n- {name: A}", {"tags": ("A", "B")}, "tags:\n- {name: A}\n- {name: B}"),
        ("  x: 1", {"title": "T"}, "  x: 1\n  title: T"),
        ("? title\n: x", {"title": "T"}, "? title\n: T"),
        ("date: 2026-01-02 # c", {"published": "2026-02-03"}, "date: 2026-02-03 # c"),
        ("x: 1", {"published": "2026-02-03"}, "x: 1\ndate: 2026-02-03"),
        ("b: &b {title: x}\n<<: *b", {"title": "T"}, "b: &b {title: x}\n<<: *b\ntitle: T"),
        ("tags:\n  - a\n  - b\nx: 1", {"tags": ("b", "c")}, "tags:\n  - b\n  - c\nx: 1"),
        ("title: x", {"title": "a # b"}, "title: 'a # b'"),
        ("title: x", {"title": "a\x85b"}, 'title: "a\\x85b"'),
        ('title: "x"', {"title": 'say "it"'}, 'title: "say \\"it\\""'),
        ("title: x", {"title": "no"}, "title: 'no'"),
        ("", {"title": "x"}, "title: x"),
    ],
)
def test_yaml_is_patched_in_the_style_it_has(source, changes, result):
    text = f"---\n{source}\n---\nBody" if source else "---\n---\nBody"
    assert edited(text, **changes) == f"---\n{result}\n---\nBody"


TOML = """+++
title = "The plant"  # comment
date = 2025-08-28T09:00:00+02:00
tags = ["a", 'b']
importance = 3

[source]
name = 'Daily'

[params]
title = "not this"
+++
Body
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": 'The "mill"'}, '"The plant"', '"The \\"mill\\""'),
        ({"tags": ("a", "b", "c")}, "'b']", "'b', \"c\"]"),
        ({"source": "Weekly"}, "'Daily'", "'Weekly'"),
        ({"importance": 5}, "importance = 3", "importance = 5"),
        ({"published": "2025-08-29T07:30:00Z"}, "2025-08-28T09:00:00", "2025-08-29T09:30:00"),
        ({"language": "hu"}, "importance = 3\n", 'importance = 3\nlang = "hu"\n'),
    ],
)
def test_a_toml_value_is_replaced_in_place(changes, old, new):
    assert edited(TOML, **changes) == TOML.replace(old, new)


@pytest.mark.parametrize(
    ("source", "changes", "result"),
    [
        ("source.name = 'A'\nsource.id = 2", {"source": "B"}, "source.name = 'B'\nsource.id = 2"),
        ("source = { name = 'A', id = 2 }", {"source": "B"}, "source = { name = 'B', id = 2 }"),
        ("tags = [\n  'a', # x\n]", {"tags": ("a", "b")}, "tags = [\n  'a', \"b\", # x\n]"),
        ("tags = [\n  'a',\n  'b',\n]", {"tags": ("b",)}, "tags = [\n  'b',\n]"),
        ("tags = [{name='a'}]", {"tags": ("a", "b")}, "tags = [{name='a'}, {name = \"b\"}]"),
        (
            "[[tags]]\nname = 'a'\n[[tags]]\nname = 'b'\n\n[x]\ny = 1",
            {"tags": ("b", "c")},
            "[[tags]]\nname = 'b'\n[[tags]]\nname = \"c\"\n\n[x]\ny = 1",
        ),
        (
            "[source]\nname = 'A'\n[source.sub]\nx = 1",
            {"source": "B"},
            "[source]\nname = 'B'\n[source.sub]\nx = 1",
        ),
        ('title = """\na\nb"""', {"title": "T"}, 'title = "T"'),
    ],
)
def test_toml_is_patched_in_the_style_it_has(source, changes, result):
    assert edited(f"+++\n{source}\n+++\nBody", **changes) == f"+++\n{result}\n+++\nBody"


JSON = """{
  "title": "The plant",
  "tags": ["a", "b"],
  "source": {"name": "Daily", "id": null}
}

Body
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"title": 'The "mill" č'}, '"The plant"', '"The \\"mill\\" č"'),
        ({"tags": ("b",)}, '["a", "b"]', '["b"]'),
        ({"source": "Weekly"}, '"Daily"', '"Weekly"'),
        ({"importance": 5}, "null}\n}", 'null},\n  "importance": 5\n}'),
        ({"companies": ("A", "B")}, "null}\n}", 'null},\n  "companies": ["A", "B"]\n}'),
    ],
)
def test_a_json_value_is_replaced_in_place(changes, old, new):
    assert edited(JSON, **changes) == JSON.replace(old, new)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split()) or "x"
)
NAMES = st.lists(
    st.text(st.characters(categories=["L", "N", "S"]), min_size=1, max_size=8), max_size=4, unique=True
).map(tuple)


LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"), max_size=12)
    | st.sampled_from(
        ["---", "+++", ";;;", "...", "# a", "- b", "c: d", "  e", "\tf", '"""', "'''", "\\n", "[x]", "}"]
    ),
    min_size=1,
    max_size=5,
).map(own_lines_of)
"""Notes as the library keeps them."""

NOTED = (
    "---\nnote: |\n    one\n    two\nz: 1\n---\nBody\n",
    "---\nnote: |-\n  one\n\nz: 1\n---\nBody\n",
    "---\nnote: |2+\n   one\n  two\n---\nBody\n",
    "---\nnote: >-\n  one\n  two\n\n  three\n# end\nz: 1\n---\nBody\n",
    "---\nnote: 'one\n\n  two'\nz: 1\n---\nBody\n",
    '---\nnote: "one\\ntwo"  # why\nz: 1\n---\nBody\n',
    "---\nnote: one\n\n  two\nz: 1\n---\nBody\n",
    "---\nnote:\nz: 1\n---\nBody\n",
    "---\r\nnote: |\r\n  one\r\n  two\r\nz: 1\r\n---\r\nBody\r\n",
    "---\nx: {note: a}\nz: 1\n---\nBody\n",
    '+++\nnote = """\none\ntwo"""\nz = 1\n+++\nBody\n',
    "+++\nnote = '''one\ntwo'''\nz = 1\n+++\nBody\n",
    "+++\nnote = 'one' # why\nz = 1\n[t]\nu = 2\n+++\nBody\n",
    "+++\nz = 1\n[t]\nu = 2\n+++\nBody\n",
    '{"note": "one\\ntwo", "z": 1}\n\nBody\n',
    '{"z": 1}\n\nBody\n',
)


@given(st.sampled_from(NOTED), LINES)
def test_a_note_is_written_and_read_back_with_its_lines(text, note):
    result = edited(text, note=note)
    old, new = read(text.replace("\r\n", "\n")), read(result.replace("\r\n", "\n"))
    assert mapped(new.values).fields.note == note
    assert result.endswith(text[text.index("Body") :])
    assert {**new.values, "note": ""} == {**old.values, "note": ""}
    assert result.count("\r") == result.count("\r\n")
    assert result.count("\n") == result.count("\r\n") or "\r" not in text


def test_a_note_in_a_block_stays_in_one_line_by_line():
    text = "---\nnote: |\n  one\n\nz: 1\n---\n"
    assert edited(text, note="a\n\n  b: c") == "---\nnote: |\n  a\n\n    b: c\n\nz: 1\n---\n"
    assert edited(text.replace("|", ">"), note="a\nb") == '---\nnote: "a\\nb"\n\nz: 1\n---\n'


@settings(max_examples=120)
@given(
    st.sampled_from([POST, TOML, JSON, "---\nx: 1\n---\nBody"]),
    st.fixed_dictionaries(
        {},
        optional={
            "title": WORDS, "description": WORDS, "source": WORDS, "note": WORDS, "category": WORDS,
            "importance": st.integers(1, 5), "companies": NAMES, "tags": NAMES,
            "published": st.dates().filter(lambda day: 1900 <= day.year < 2100).map(str),
        },
    ),
)  # fmt: skip
def test_a_patched_file_reads_back_as_edited_and_nothing_else_changed(text, changes):
    old = read(text)
    result = edited(text, **changes)
    new = read(result)
    assert mapped(new.values).fields == replace(mapped(old.values).fields, **changes)
    assert result[new.body :] == text[old.body :]
    for key in mapped(old.values).unknown:
        assert new.values[key] == old.values[key]


@given(st.text(max_size=40), st.sampled_from(["", "'", '"']), st.booleans())
def test_any_text_is_written_so_that_yaml_reads_it_back(text, style, flow):
    written = YamlSyntax().scalar(text, style, flow=flow)
    source = f"a: [{written}, x]" if flow else f"a: {written}"
    value = read(f"---\n{source}\n---\n").values["a"]
    expected = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    assert value == ([expected, "x"] if flow else expected)


@pytest.mark.parametrize(
    ("tags", "lines"),
    [
        (("one", "three"), ["# first", "- one", "# of three", "- three", "# end"]),
        (("one", "two"), ["# first", "- one", "- two # of two", "# of three", "# end"]),
        (("three", "one"), ["# first", "# of three", "- three", "- one", "# end"]),
    ],
)
def test_a_comment_of_its_own_line_outlives_the_items_of_a_list(tags, lines):
    listed = ["# first", "- one", "- two # of two", "# of three", "- three", "# end"]

    def post(lines):
        return "\n".join(["---", "tags:", *(f"  {line}" for line in lines), "author: B", "---", "Text", ""])

    assert edited(post(listed), tags=tags) == post(lines)
    with pytest.raises(CuratorError, match="a comment stands before its items"):
        edited(post(listed[1:]), tags=())


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("---\ntitle: Kůň\n---\n", '---\ntitle: "\\u99AC \\U0001F40E kůň"\n---\n'),
        ("---\ntitle: |\n  Kůň\n---\n", '---\ntitle: "\\u99AC \\U0001F40E kůň"\n---\n'),
        ("+++\ntitle = 'Kůň'\n+++\n", '+++\ntitle = "\\u99AC \\U0001F40E kůň"\n+++\n'),
        ('{"title": "Kůň"}\n', '{"title": "\\u99ac \\ud83d\\udc0e k\\u016f\\u0148"}\n'),
    ],
)
def test_what_the_encoding_has_no_bytes_for_is_escaped(source, written):
    before = mapped(read(source).values).fields
    after = replace(before, title="馬 🐎 kůň")
    assert patched(source, before, after, encoding="cp1250") == written
    assert mapped(read(written).values).fields.title == "馬 🐎 kůň"


def test_items_of_a_list_are_escaped_where_the_encoding_lacks_them():
    source = "---\ntags: [pole]\ncompanies:\n- Škoda\n---\n"
    before = mapped(read(source).values).fields
    after = replace(before, tags=("pole", "稲"), companies=("Škoda", "トヨタ"))
    found = patched(source, before, after, encoding="cp1250")
    assert found == '---\ntags: [pole, "\\u7A32"]\ncompanies:\n- Škoda\n- "\\u30C8\\u30E8\\u30BF"\n---\n'
