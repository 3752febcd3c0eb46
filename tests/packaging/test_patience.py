"""No test sets a limit of time of its own: `tests/patience.py` has the one there is."""

import re
from pathlib import Path

import pytest

from tests.packaging.sources import matching

TESTS = Path(__file__).parents[1]
LIMIT = re.compile(r"timeout ?= ?[\d.]|\b(?!qtbot)\w+\.(?:wait|join)\([\d.]|deadline ?= ?[\d.]")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("qtbot.waitUntil(settled, timeout=5000)", True),
        ("gate.wait(5)", True),
        ("thread.join(2.5)", True),
        ("gate.wait(PATIENCE)", False),
        ("qtbot.wait(20)", False),
        ("','.join(words)", False),
    ],
)
def test_a_limit_is_known(line, found):
    assert bool(LIMIT.search(line)) == found


def test_no_test_sets_a_limit_of_its_own():
    files = [file for file in TESTS.rglob("*.py") if file != Path(__file__) and "bench" not in file.parts]
    assert not matching(LIMIT, files), "tests/patience.py says how long to wait"
