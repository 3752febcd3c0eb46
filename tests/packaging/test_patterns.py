"""No pattern repeats a group possessively: Python 3.11 before 3.11.5 (Debian 12's) finds too little with it.

There `(?:ab?c|x)*+` loses a match where the group began another turn that came to nothing (CPython's
gh-106052); an atomic group, `(?>(?:ab?c|x)*)`, says the same and is right in all versions.
"""

import re

import pytest

from tests.packaging.sources import ROOT, matching

POSSESSIVE = re.compile(r"(?<!\()\)(?:[*+?]|\{+[\w%,]+\}+)\+")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (r'"(?:ab?c|x)*+"', True),
        (r'rb"(?:.*+\n){1,%d}+"', True),
        (r'rf"(?:ab){{{MOST}}}+"', True),
        (r'"(?>(?:ab?c|x)*)[a-z]++"', False),
    ],
)
def test_a_possessive_group_is_known(line, found):
    assert bool(POSSESSIVE.search(line)) == found


def test_no_pattern_repeats_a_group_possessively():
    files = [*ROOT.glob("curator/**/*.py"), *ROOT.glob("db/**/*.py")]
    assert not matching(POSSESSIVE, files), "an atomic group says the same"
