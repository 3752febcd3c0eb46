"""Inlines: emphasis, code, links and line breaks inside a block, by their places in the text.

CommonMark's rules, with two differences: entities and HTML stay as they are written, and Chinese,
Japanese or Korean letters may stand right beside closing marks, as they do in real articles.
Linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from curator.domain.spans import Span
from curator.formats.blocks.emphasis import Delimiter, balanced
from curator.formats.blocks.page_blocks import Run

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
_FIRST_CJK = 0x2E80


@dataclass(slots=True)
class _Style:
    """A stretch of content in one style: `kind` is a flag of `Run`, or "link" with its target."""

    start: int
    end: int
    kind: str
    target: str = ""


@dataclass(slots=True)
class _Bracket:
    place: int
    length: int
    delimiters: int


class Content:
    """The lines of a block as one string, with the way back to the text."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        self.string = "\n".join(text[line.start : line.end] for line in lines)
        self._lines = lines
        self._starts: list[int] = []
        place = 0
        for line in lines:
            self._starts.append(place)
            place += line.end - line.start + 1

    def place(self, at: int) -> int:
        """The place in the text of a character of the content."""
        line = bisect_right(self._starts, at) - 1
        return self._lines[line].start + at - self._starts[line]


def markdown_runs(text: str, lines: Sequence[Span], cell: int = 0) -> list[Run]:
    """The runs of a block whose lines, without the marks of quotes and lists, stand at these places."""
    content = Content(text, lines)
    scan = _Scan(content.string)
    scan.run()
    return _runs(content, scan.hidden, scan.styles, cell=cell)


def plain_runs(text: str, lines: Sequence[Span], gap: str) -> list[Run]:
    """The runs of a block of plain text, a run a line; web addresses are links.

    `gap` is what is shown between lines: a space or a line break.
    """
    content = Content(text, lines)
    styles = [
        _Style(match.start(), match.start() + len(address), "link", _web(address))
        for match in _ADDRESS.finditer(content.string)
        if (address := _trimmed_address(match[0]))
    ]
    return _runs(content, [], styles, gap=gap)


class _Scan:
    """One pass over the content: `hidden` is the markup, `styles` what it does."""

    def __init__(self, string: str) -> None:
        self.hidden: list[Span] = []
        self.styles: list[_Style] = []
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
        self.styles.append(_Style(match.end(), end, "code"))
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
            self.styles.append(_Style(start, place, "picture"))
        else:
            self._link(start, place, target["quoted"] or target["bare"] or "")
            self._no_link_below = len(self._brackets)
        return target.end()

    def _link(self, start: int, end: int, target: str) -> None:
        self.styles.append(_Style(start, end, "link", target))

    def _balance(self, bottom: int) -> None:
        for span, kind in balanced(self._delimiters[bottom:], self.hidden):
            self.styles.append(_Style(span.start, span.end, kind))
        del self._delimiters[bottom:]


def _delimiter(string: str, start: int, end: int) -> Delimiter:
    """A run of marks with whether it can open and close, by what stands beside it."""
    before = string[start - 1] if start else "\n"
    after = string[end] if end < len(string) else "\n"
    space_before, space_after = before.isspace(), after.isspace()
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    left = not space_after and (not sign_after or space_before or sign_before or ord(before) >= _FIRST_CJK)
    right = not space_before and (not sign_before or space_after or sign_after or ord(after) >= _FIRST_CJK)
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


def _runs(
    content: Content, hidden: list[Span], styles: list[_Style], *, gap: str = "", cell: int = 0
) -> list[Run]:
    """Cut the content at markup, style borders and line ends."""
    string = content.string
    state = _Styles(styles)
    cuts = {0, len(string), *state.turns}
    for span in hidden:
        cuts.update(span)
    for line_end in re.finditer("\n", string):
        cuts.update((line_end.start(), line_end.end()))
    skipped = dict(hidden)
    runs: list[Run] = []
    before = ""
    visible_from = 0
    for start, end in pairwise(sorted(cuts)):
        state.turn(start)
        visible_from = max(visible_from, skipped.get(start, 0))
        if start < visible_from:
            continue
        if string[start] == "\n":
            before = gap or _gap(string, start)
            continue
        first, last = _shown(string, start, end)
        if first < last:
            place = content.place(first)
            plain = Run(place, place + last - first, before=before if runs else "", cell=cell)
            runs.append(state.set(plain))
            before = ""
    return runs


class _Styles:
    """Which styles are on at a place, while going along the content."""

    def __init__(self, styles: list[_Style]) -> None:
        self.turns: dict[int, list[tuple[int, _Style]]] = {}
        for style in styles:
            self.turns.setdefault(style.start, []).append((1, style))
            self.turns.setdefault(style.end, []).append((-1, style))
        self._on: dict[str, int] = {}
        self._links: list[str] = []

    def turn(self, place: int) -> None:
        """Switch the styles that begin or end here."""
        for change, style in self.turns.get(place, ()):
            self._on[style.kind] = self._on.get(style.kind, 0) + change
            if style.kind == "link" and change > 0:
                self._links.append(style.target)
            elif style.kind == "link":
                self._links.remove(style.target)

    def set(self, run: Run) -> Run:
        """The run in the styles that are on."""
        if not any(self._on.values()):
            return run
        on = {kind for kind, count in self._on.items() if count > 0}
        return replace(
            run,
            strong="strong" in on,
            emphasis="emphasis" in on,
            code="code" in on,
            struck="struck" in on,
            picture="picture" in on,
            link=self._links[-1] if self._links else "",
        )


def _shown(string: str, start: int, end: int) -> tuple[int, int]:
    """A piece of a line without the blanks at the line's ends."""
    if start == 0 or string[start - 1] == "\n":
        start += len(string[start:end]) - len(string[start:end].lstrip(" \t"))
    if end == len(string) or string[end] == "\n":
        end = start + len(string[start:end].rstrip(" \t"))
    return start, end


def _gap(string: str, line_end: int) -> str:
    """What a line end shows: a break after two blanks or a backslash, nothing between Chinese letters."""
    before, after = string[max(0, line_end - 2) : line_end], string[line_end + 1 : line_end + 2]
    if before == "  " or before.endswith("\\"):
        return "\n"
    both = before and after and ord(before[-1]) >= _FIRST_CJK and ord(after) >= _FIRST_CJK
    return "" if both else " "
