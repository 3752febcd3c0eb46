"""Inlines: emphasis, code, links and line breaks inside a block, by their places in the text.

CommonMark's rules, with two differences: entities and HTML stay as they are written, and Chinese,
Japanese or Korean letters may stand right beside closing marks, as they do in real articles.
Linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from curator.domain.spans import Span
from curator.formats.blocks.emphasis import Delimiter, balanced
from curator.formats.blocks.page_blocks import Run
from curator.formats.blocks.styled_runs import FIRST_CJK, Content, Style, styled_runs

_SPECIAL = re.compile(
    r"(?P<escape>\\(?:[!-/:-@\[-`{-~]|(?=\n)))|(?P<ticks>`+)|(?P<opens>!?\[)|(?P<closes>\])"
    r"|(?P<auto><(?:https?://|mailto:)[^\s<>]{1,2000}>)"
    r"|(?P<address>(?:https?://|www\.)[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]{3,2000})|(?P<marks>\*+|_+|~~+)"
)
_SIGN = re.compile(r"[\\`\[\]<*_~]")
"""A sign that markup begins or ends with; to look for it alone takes a tenth of the time."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]{3,2000}")
_TARGET = re.compile(
    r"\(\s{0,20}(?:<(?P<quoted>[^<>\n]{0,4000})>|(?P<bare>(?:[^\s()<]|\([^\s()]{0,500}\)){0,4000}))"
    r"(?:\s{1,20}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?\s{0,20}\)"
)
_AFTER_ADDRESS = "*_~.,;:!?'"


@dataclass(slots=True)
class _Bracket:
    place: int
    length: int
    delimiters: int


def markdown_runs(text: str, lines: Sequence[Span], cell: int = 0) -> list[Run]:
    """The runs of a block whose lines, without the marks of quotes and lists, stand at these places."""
    content = Content(text, lines)
    scan = _Scan(content.string)
    scan.run()
    return styled_runs(content, scan.hidden, scan.styles, cell=cell)


def plain_runs(text: str, lines: Sequence[Span], gap: str) -> list[Run]:
    """The runs of a block of plain text, a run a line; web addresses are links.

    `gap` is what is shown between lines: a space or a line break.
    """
    content = Content(text, lines)
    styles = [
        Style(match.start(), match.start() + len(address), "link", _web(address))
        for match in _ADDRESS.finditer(content.string)
        if (address := _trimmed_address(match[0]))
    ]
    return styled_runs(content, [], styles, gap=gap)


class _Scan:
    """One pass over the content: `hidden` is the markup, `styles` what it does."""

    def __init__(self, string: str) -> None:
        self.hidden: list[Span] = []
        self.styles: list[Style] = []
        self._string = string
        self._brackets: list[_Bracket] = []
        self._no_link_below = 0
        self._delimiters: list[Delimiter] = []
        self._ticks: dict[int, list[int]] | None = None

    def run(self) -> None:
        """Read the whole content."""
        string = self._string
        if _SIGN.search(string) is None and "://" not in string and "www." not in string:
            return
        place = 0
        while match := _SPECIAL.search(self._string, place):
            place = match.end()
            kind = match.lastgroup
            if kind == "escape":
                self.hidden.append(Span(match.start(), match.start() + 1))
            elif kind == "ticks":
                place = self._code(match)
            elif kind == "opens":
                self._brackets.append(_Bracket(match.start(), len(match[0]), len(self._delimiters)))
            elif kind == "closes":
                place = self._closed(match.start())
            elif kind == "auto":
                self._link(match.start() + 1, match.end() - 1, match[0][1:-1])
                self.hidden += (Span(match.start(), match.start() + 1), Span(match.end() - 1, match.end()))
            elif kind == "address":
                address = _trimmed_address(match[0])
                place = match.start() + max(len(address), 1)
                if address:
                    self._link(match.start(), place, _web(address))
            else:
                self._delimiters.append(_delimiter(self._string, match.start(), match.end()))
        self._balance(0)

    def _code(self, match: re.Match[str]) -> int:
        """A code span, if as many backticks stand further on; where reading goes on."""
        if self._ticks is None:
            self._ticks = {}
            for run in reversed(list(re.finditer("`+", self._string))):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        ends = self._ticks.get(len(match[0]), [])
        while ends and ends[-1] < match.end():
            ends.pop()
        if not ends:
            return match.end()
        end = ends.pop()
        after = end + len(match[0])
        self.hidden += (Span(match.start(), match.end()), Span(end, after))
        self.styles.append(Style(match.end(), end, "code"))
        return after

    def _closed(self, place: int) -> int:
        """A closing bracket: a link or picture if its target follows; where reading goes on."""
        bracket = self._brackets.pop() if self._brackets else None
        target = _TARGET.match(self._string, place + 1)
        picture = bracket is not None and bracket.length == 2
        if bracket is None or target is None or (len(self._brackets) < self._no_link_below and not picture):
            return place + 1
        start = bracket.place + bracket.length
        self.hidden += (Span(bracket.place, start), Span(place, target.end()))
        self._balance(bracket.delimiters)
        if picture:
            self.styles.append(Style(start, place, "picture"))
        else:
            self._link(start, place, target["quoted"] or target["bare"] or "")
            self._no_link_below = len(self._brackets)
        return target.end()

    def _link(self, start: int, end: int, target: str) -> None:
        self.styles.append(Style(start, end, "link", target))

    def _balance(self, bottom: int) -> None:
        for span, kind in balanced(self._delimiters[bottom:], self.hidden):
            self.styles.append(Style(span.start, span.end, kind))
        del self._delimiters[bottom:]


def _delimiter(string: str, start: int, end: int) -> Delimiter:
    """A run of marks with whether it can open and close, by what stands beside it."""
    before = string[start - 1] if start else "\n"
    after = string[end] if end < len(string) else "\n"
    space_before, space_after = before.isspace(), after.isspace()
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    left = not space_after and (not sign_after or space_before or sign_before or ord(before) >= FIRST_CJK)
    right = not space_before and (not sign_before or space_after or sign_after or ord(after) >= FIRST_CJK)
    if string[start] == "_":
        left, right = left and (not right or sign_before), right and (not left or sign_after)
    return Delimiter(string[start], start, end, left, right)


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _trimmed_address(address: str) -> str:
    """A web address without the punctuation that ends the sentence around it."""
    address = address.rstrip(_AFTER_ADDRESS)
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_AFTER_ADDRESS)
    return address if "." in address[4:] else ""


def _web(address: str) -> str:
    return f"https://{address}" if address.startswith("www.") else address
