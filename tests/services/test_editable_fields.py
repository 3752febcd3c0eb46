import pytest

from curator.domain.errors import CuratorError
from curator.services import editing, reading


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("title", "Cranes\u2028for\x0bthe port\u2029", "Cranes for the port"),
        ("title", "  A new title ", "A new title"),
        ("description", "", ""),
        ("published", "2026", "2026"),
        ("published", "2026-01", "2026-01"),
        ("published", "2026-01-27 03:25", "2026-01-27T03:25:00Z"),
        ("published", "", None),
        ("importance", "5", 5),
        ("importance", 0, None),
        ("language", "cs", "cs"),
        ("language", "Czech", "cs"),
        ("language", "ZH_Hant", "zh-Hant"),
        ("language", "", ""),
        ("published", "2026-01-27T03:25:33+02:00", "2026-01-27T01:25:33Z"),
        ("description", "two\r\n  lines", "two lines"),
        ("tags", ["b", "a", "B"], ("b", "a")),
        ("companies", [" Two  Words "], ("Two Words",)),
        ("note", " a\r\n  b \rc\n\n\td\n\n", "a\n  b\nc\n\n\td"),
        ("title", "a\nb", "a b"),
        ("note", "nul\0 and \ud800", "nul and \ufffd"),
    ],
)
def test_a_field_keeps_what_it_is_given(library, filled, field, value, kept):
    editing.set_field(library, [1], field, value)
    assert getattr(reading.article(library, 1).fields, field) == kept


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("importance", 6),
        ("importance", "high"),
        ("importance", True),
        ("published", "27.1.2026"),
        ("published", "2026-13"),
        ("published", "2026-00"),
        ("published", "2026-01-00"),
        ("published", "2026-02-30"),
        ("published", "2026-01-27T25:00"),
        ("published", "2026-01-27T05:00+99:00"),
        ("language", "no such"),
        ("state", "gone"),
        ("colour", "red"),
        ("title", 3),
    ],
)
def test_a_field_refuses_what_it_cannot_have(library, filled, field, value):
    with pytest.raises(CuratorError):
        editing.set_field(library, [1], field, value)
    assert editing.undoable(library) == (None, None)
