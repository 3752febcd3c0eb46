"""The grammar of amounts as one regular expression over the letters of a reading, and what it gives.

Letters are those of `kinds.AMOUNT_LETTERS`, and "N" for digits, "Y" for a symbol that touches the digits
after it, "W" for one between digits ("12€50"), "g" for a scale that touches the digits before it (or stands
after them and a sign: "$1.3 B"). Repetitions are bounded, so that a text of nothing but number words takes
linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_FILLER = r"l(?=[-o]?[hSsgXCKyUPQBcTZ])"
"""A word between a number and what it counts: 10多万元, "three more years"."""
_DIGITS = (
    rf"N(?:iN)?(?:(?:-?N)?/N(?![/N]))?(?:&?a?f)?(?:{_FILLER})?(?:[-o]?(?:[hSsg]|{_FILLER}|X(?!&))){{0,4}}"
    r"(?:(?<=[hSsX])[ND]-?[hSs]{1,3}){0,4}(?:D|(?<=[hSsX])N)?(?:&a?f)?"
)
_WORDS = (
    r"(?:s|[nh](?:[nh]{0,3}in{1,4})?|a(?=-?[hSsfCUKPQB]|-?rn)|f)"
    r"(?:(?:-?(?:&-?)?(?:a-?)?|(?<=f)oa?|(?<=S)o(?=S)|(?<=[Ss]),(?=n-?n?[hSs]))[nhfSsl]){0,14}"
)
_NUMBER = rf"(?:{_DIGITS}|{_WORDS})"
_AFTER_SIGN = _NUMBER.replace("X(?!&)", "X").replace("(?:&a?f)?", "(?:&a?f(?!-?[UT]))?")
"""A number after the sign of a currency, where "m" is no metre: "$5m and €10m"."""
_GAP = r"(?:-|,[-r]-?(?!.-?N)|o|(?<=f)oa|a)?"
_MEASURE = r"[CKyUPQBcTXZ]"
_RANGE = r"(?:-?r|-r-|[-&])(?:[at]|n(?=N))?"

WORD_RANGE = re.compile(r"[nhf]{1,3}[sS]?-[nh]{1,3}[sSl]*\Z")
"""Two number words with a hyphen between: "два-три миллиона"."""

AMOUNT = re.compile(
    rf"(?P<whole>N)(?P<point>W)(?P<cents>N)|(?P<before>[YKypk])-?(?P<first>{_AFTER_SIGN})"
    rf"(?:(?P<joint>{_RANGE})(?P<before2>[YKyp])?-?(?P<second>(?>{_NUMBER}))(?!-?[UQBTPc]))?(?![-l]?P)(?:-?(?P<after>[CcT]|[Ky](?!-?N)))?"
    rf"|(?P<lone>{_NUMBER})(?:(?:{_GAP}(?P<measure1>{_MEASURE}))?(?P<joint2>{_RANGE})(?P<other>{_NUMBER}))?"
    rf"{_GAP}(?P<measure>{_MEASURE})(?!-?N(?<=K.)|-?N(?<=K-.))(?P<half>&a?f(?!-?[oa]{{0,2}}[hSsXgCKU]))?"
    rf"|(?P<one>[UP])&?(?P<more>f)(?!-?[oa]{{0,2}}[hSsXgCK])|(?P<word>w)|(?P<far>N[sSg]?)[xot]{{1,6}}(?P<count>T)"
    rf"|(?P<share>(?:[Nnh]{{1,4}}v[Nnh]{{1,3}}|N/N(?![/N])|(?:[nN]-?)?f))(?!-?[oa]{{0,2}}[SsXghf])"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number or range with the item that says what it measures.

    `first` and `last` are items (inclusive) of the core words. `value`, or `low` and `high`. `measure` is the
    item of the currency, unit or percent sign; `letter` is its letter. `spelled` says that words made the
    number. What may be a share ("two thirds") has the letter "f", no value and no measure.
    """

    first: int
    last: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    measure: int
    letter: str
    spelled: bool
    other_measure: int | None = None
