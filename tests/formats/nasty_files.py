"""Nasty files: front matter of every style, other line ends, marks and encodings; places of values known.

A front matter is written here as entries; «…» encloses the value that an edit of a field may touch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ENTRY = re.compile("«(.*?)»", re.DOTALL)

YAML: dict[str, tuple[str, ...]] = {
    "title": (
        "title: «The plant»\n",
        "title:   «'The plant'»   # as planned\n",
        'title: «"The pl\\u0061nt"»\n',
        "title:\n  «The plant»\n",
        "title:\t«The plant»\n",
        "title: «The\n  plant»\n",
        "title: «'The\n\n  plant'»\n",
        'title: «"The \\\n  plant"»   # folded\n',
        "title: «|\n  The plant»\n",
        "title: «>-\n    The\n    plant»\n",
        "title: «>+\n  The plant»\n\n",
        "title: «|2-\n  The plant»\n# after\n",
        "'title': «The plant»\n",
        '"title" : «The plant»\n',
        "? title\n: «The plant»\n",
        "Title: «The plant»\n",
        "headline: «'It''s: a «plant'»\n".replace("«plant", "plant"),
        "title: «x»\n# title: not this\n#title: nor this\n",
        "title: «[The plant]»\n".replace("«[The plant]»", "[«The plant»]"),
        "title: «Дата-центр 数据 🏭»\n",
        "title: «100 % of #1»\n",
        "title: «~»\n",
        "title: «null»\n",
        "title: «2026»\n",
    ),
    "importance": (
        "importance: «3»\n",
        "importance: «'3'»\n",
        "importance : «3» # of 5\n",
        "importance: «3/5»\n",
    ),
    "published": (
        "date: «2026-01-27»\n",
        "date: «'2026-01-27 03:25:33'»\n",
        'published_at: «"2026-01-27T03:25:33.000Z"»\n',
        "date: «2026-01-27 03:25:33 +0100»   # local\n",
        "datum: «27. 1. 2026»\n",
        "date: «January 27, 2026»\n",
    ),
    "source": (
        "source: «Daily»\n",
        "source:\n  id: null\n  name: «Daily»\n  emoji: 📰\n",
        "source: {name: «'Daily'», id: null}\n",
        "publisher:   «Daily»\n",
        "source: {id: 1,\n  name: «Daily» }\n",
    ),
    "author": (
        "author: «Ida Holm»\n",
        "authors:\n- «Ida Holm»\n",
        "authors: [«Ida Holm»]\n",
        "authors:\n  - name: «Ida Holm»\n    mail: ida@example.org\n",
    ),
    "note": ("note: «seen»\n", "note: «'it is: seen'»\n", "notes: «seen»\n"),
}
"""Entries by field; every style a value may have."""

LISTS = (
    "tags: [«a, b»]\n",
    "tags: [ «a,  'b'» ]   # two\n",
    "tags:\n«- a\n- b\n»",
    "tags:\n«  - a  # one\n  - 'b'\n»",
    "tags: [\n  «a,\n  b»\n]\n",
    "tags: [«a, b», ]\n",
    "tags: «a, b»\n",
    "tags:\n«  - a\n\n  - b\n»# after\n",
    'keywords: ["«a", "b"»]\n'.replace('["«', '[«"'),
    "companies:\n«- {name: a}\n- {name: b}\n»",
    "companies:\n«- name: a\n  id: 1\n- name: b\n»",
)
"""Entries that hold a and b, to which c is added."""

TOML: dict[str, tuple[str, ...]] = {
    "title": (
        'title = «"The plant"»\n',
        "title   =   «'The plant'»  # as planned\n",
        'title = «"""\nThe\nplant"""»\n',
        "title = «'''The plant'''»\n",
        '"title" = «"The \\u0070lant"»\n',
    ),
    "importance": ("importance = «3»\n", 'importance = «"3"»\n'),
    "published": ("date = «2026-01-27T03:25:33+01:00»\n", "date = «2026-01-27»\n", 'date = «"2026-01-27"»\n'),
    "author": ('author = «"Ida Holm"»\n', 'author = { name = «"Ida Holm"», mail = "x" }\n'),
    "source": ('source.name = «"Daily"»\nsource.id = 1\n', 'source = {name = «"Daily"»}\n'),
    "note": ('note = «"seen"»\n',),
}
JSON: dict[str, tuple[str, ...]] = {
    "title": ('"title": «"The plant"»', '"title" :\t«"The \\u0070lant"»', '"title": «"A \\"plant\\""»'),
    "importance": ('"importance": «3»', '"importance" : «"3"»'),
    "published": ('"date": «"2026-01-27T03:25:33Z"»',),
    "source": ('"source": {"name": «"Daily"», "id": null}', '"source": «"Daily"»'),
    "author": ('"author": «"Ida Holm"»', '"authors": [«"Ida Holm"»]'),
    "note": ('"note": «"seen"»',),
}

AROUND = (
    "# made by hand: do not touch\nlayout: post\n",
    "x: &anchor {y: [1, 2]}\nz: *anchor\n",
    "base: &base\n  k: 1\nown:\n  <<: *base\n",
    "weird: !!binary aGk=\nyes: no\noctal: 0123\n",
    "long: >\n  A text of\n  some lines\n\n  and paragraphs.\n",
    "empty:\nlist: []\nnothing: ~\n",
    "url2: https://example.org/?a=b&c=d#e\ntime: 12:30\n",
    "“quoted”: „so“\nключ: значение\n键: 值\n",
)
"""Keys of no field, which stay as they are."""

NEW = {
    "title": "The mill: 'new' #1",
    "importance": 5,
    "published": "2026-02-03",
    "source": "Weekly, the",
    "author": "Jim",
    "note": "x",
}


@dataclass(frozen=True, slots=True)
class NastyFile:
    """A file's bytes, the field that may be edited and the bytes around its value."""

    name: str
    data: bytes
    field: str
    before: bytes
    after: bytes
    encoding: str


def fronts() -> Iterator[tuple[str, str, str]]:
    """Front matter by name with the field whose value is enclosed."""
    for number, (field, entry) in enumerate((f, e) for f, entries in YAML.items() for e in entries):
        around = AROUND[number % len(AROUND)]
        first, second = (entry, around) if number % 2 else (around, entry)
        yield f"yaml-{number}", field, f"---\n{first}{second}---\n"
    for number, (field, entry) in enumerate((f, e) for f, entries in TOML.items() for e in entries):
        yield (
            f"toml-{number}",
            field,
            f"+++\n# by hand\nlayout = 'post'\n{entry}\n[params]\nx = [1, 2]\n+++\n",
        )
    for number, (field, entry) in enumerate((f, e) for f, entries in JSON.items() for e in entries):
        ways = (f'{{\n\t"x": [1, 2],\n\t{entry},\n\t"y": null\n}}\n', f'{{{entry},"z":{{"a":1}}}}\n')
        yield f"json-{number}", field, ways[number % 2]


LINE_ENDS = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}
BODY = "\nIt stands beside the river – since 2019.\n\n---\n\ntitle: not this\n\n| a | b |\n|---|---|\n"


def files() -> Iterator[NastyFile]:
    """Every front matter with all line ends, with and without a mark and a last line end, in encodings."""
    for number, (name, field, front) in enumerate(fronts()):
        for end_name, end in LINE_ENDS.items():
            for marked in (False, True):
                body = BODY if (number + marked) % 2 else BODY.rstrip()
                yield _file(
                    f"{name}-{end_name}-{marked:d}", field, front, body, end, "utf-8" + "-sig" * marked
                )
        if front.isascii():
            for encoding in ("cp1250", "utf-16-le-sig", "utf-16-be-sig", "utf-32-le-sig"):
                yield _file(f"{name}-{encoding}", field, front, BODY, "\n", encoding)
        yield _damaged(name, field, front)


_MARKS = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "utf-32-le": b"\xff\xfe\0\0",
}


def _file(name: str, field: str, front: str, body: str, end: str, encoding: str) -> NastyFile:
    codec = encoding.removesuffix("-sig")
    mark = _MARKS[codec] if codec != encoding else b""
    whole = (front + body + f"\n{name}\n").replace("\n", end)
    before, value, after = ENTRY.split(whole, maxsplit=1)
    parts = [part.encode(codec) for part in (before, value, after)]
    return NastyFile(name, mark + b"".join(parts), field, mark + parts[0], parts[2], encoding)


def _damaged(name: str, field: str, front: str) -> NastyFile:
    """UTF-8 with bytes in it that are none."""
    before, value, after = (part.encode() for part in ENTRY.split(front + BODY, maxsplit=1))
    after += (
        b"broken \xff\xfe \x96 bytes " + name.encode() + "– and – many – right – ones – žluťoučký".encode()
    )
    return NastyFile(f"{name}-damaged", before + value + after, field, before, after, "utf-8")


# Front matter that is not to be read, or does no harm


def bomb(brackets: str) -> str:
    """Nine aliases of nine aliases of …"""
    rows = [f"a0: &a0 {brackets[0]}x{': 1' * (brackets[0] == '{')}{brackets[1]}"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return "\n".join(rows)


HOSTILE = {
    "alias bomb": f"---\ntitle: x\n{bomb('[]')}\n---\n",
    "merge bomb": "---\ntitle: x\na0: &a0 {x: 1}\n"
    + "\n".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12))
    + "\n---\n",
    "200,000 brackets": "---\ntitle: " + "[" * 200_000 + "\n---\n",
    "200,000 pairs of brackets": "---\ntitle: x\na: " + "[" * 200_000 + "]" * 200_000 + "\n---\n",
    "200,000 braces of JSON": '{"title": ' + '{"a":' * 200_000,
    "100,000 brackets of TOML": "+++\ntitle = " + "[" * 100_000 + "\n+++\n",
    "lists in lists": "---\ntitle: x\na:\n" + "- " * 100_000 + "x\n---\n",
    "an object tag": "---\ntitle: !!python/object/apply:os.system ['echo harm']\n---\n",
    "a duplicate key": "---\ntitle: a\ntitle: b\n---\n",
    "a duplicate key of TOML": "+++\ntitle = 'a'\ntitle = 'b'\n+++\n",
    "a duplicate key of JSON": '{"title": "a", "title": "b"}\n',
    "a tab": "---\ntitle: x\n\ttags: [a]\n---\n",
    "an impossible day": "---\ntitle: x\ndate: 2026-13-45\n---\n",
    "an impossible day of TOML": "+++\ntitle = 'x'\ndate = 2026-13-45\n+++\n",
    "10 MB": "---\ntitle: x\na: '" + "y" * 10_000_000 + "'\n---\n",
    "100,000 keys": "---\ntitle: x\n" + "".join(f"k{n}: v\n" for n in range(100_000)) + "---\n",
    "an alias of itself": "---\ntitle: x\na: &a [*a]\n---\n",
    "a quote that is not closed": '---\ntitle: "x\nlang: en\n---\n',
    "two documents": "---\ntitle: x\n--- y\n---\n",
    "a long anchor": "---\ntitle: &" + "a" * 300_000 + " x\n---\n",
    "zero bytes": "---\ntitle: a\0b\n---\n",
}
