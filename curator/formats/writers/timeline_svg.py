"""The timeline as SVG: lanes of companies, bars for periods, dots for publications."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape

from curator.domain.exports import Edition, Exported
from curator.domain.facts import Approximation, FactKind, Verdict
from curator.domain.ticks import Grain, Tick
from curator.domain.timelines import Mark
from curator.formats.writers.timeline_places import (
    GUTTER,
    HEAD,
    MARGIN,
    ROW,
    WIDTH,
    Lane,
    Picture,
    Placed,
    is_point,
    parted,
    picture,
    shortened,
)
from curator.formats.writing import FileWriter, Needs

_TITLE = 46
_LEGEND = 40
_NOTES = 18
_KINDS = (FactKind.MONEY, FactKind.QUANTITY, FactKind.PERCENT, FactKind.DATE)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()

_LIGHT = """\
.page{fill:#fff}.ink{fill:#1b1f24}.muted{fill:#59636e}.rule{stroke:#d1d9e0}.hair{stroke:#e6eaee}
.money{fill:#00674b}.quantity{fill:#5b3a94}.percent{fill:#93306a}.date{fill:#0a558c}.dot{fill:#fff;stroke:#59636e}
.wrong{stroke:#b3261e}.doubtful{stroke:#7a4b00}"""
_DARK = """\
.page{fill:#1c2025}.ink{fill:#e6eaef}.muted{fill:#9ba7b4}.rule{stroke:#39424c}.hair{stroke:#2b323a}
.money{fill:#5fd3ae}.quantity{fill:#c3a6f2}.percent{fill:#f19cc8}.date{fill:#7cc0f5}
.dot{fill:#1c2025;stroke:#9ba7b4}.wrong{stroke:#ff8a80}.doubtful{stroke:#f2b84b}"""
_SHAPE = """\
text{font:12px Inter,"Noto Sans",system-ui,sans-serif}.title{font-size:18px;font-weight:600}
.lane{font-weight:600}.small{font-size:11px}.proposed{opacity:.45}.wrong,.doubtful{stroke-width:1.5}
.doubtful{stroke-dasharray:3 2}.struck{text-decoration:line-through}"""

_FOLLOWING = f"{_LIGHT}{_SHAPE}\n@media (prefers-color-scheme:dark){{{_DARK}}}"

_UNSPEAKABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def timeline_svg(marks: Iterable[Mark], title: str = "") -> str:
    """The timeline of these marks as an SVG document, "" where there is nothing to show.

    It stands alone: no script, no font, nothing fetched; it is dark where the reader prefers dark. Each
    mark tells on hovering what it is, when, and in which article.
    """
    drawn = picture(tuple(marks))
    return "" if drawn is None else _document(drawn, title, _FOLLOWING)


def timeline_pages(marks: Iterable[Mark], most: float) -> list[str]:
    """The timeline as SVG documents at most so high (in units of which it is `WIDTH` wide), for paper."""
    drawn = picture(tuple(marks))
    if drawn is None:
        return []
    parts = parted(drawn, most - _LEGEND - _NOTES)
    return [_document(part, "", _LIGHT + _SHAPE) for part in parts]


def _document(drawn: Picture, title: str, style: str) -> str:
    top = _TITLE if title else 0
    notes = _notes(drawn)
    height = top + drawn.height + _LEGEND + (_NOTES if notes else 0)
    size = f'viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}"'
    named = f'role="img" aria-label="{_said(title or "Timeline")}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named}>',
        f"<style>{style}</style>",
        f'<rect class="page" width="{WIDTH}" height="{height:g}"/>',
    ]
    if title:
        parts.append(f'<text class="ink title" x="{MARGIN}" y="30">{_said(shortened(title, 100))}</text>')
    parts.append(f'<g transform="translate(0 {top})">')
    parts += _axis(drawn)
    for lane in drawn.lanes:
        parts += _lane(lane)
    parts += ["</g>", *_legend(top + drawn.height + 24)]
    if notes:
        y = top + drawn.height + _LEGEND + 6
        parts.append(f'<text class="muted small" x="{MARGIN}" y="{y:g}">{_said(notes)}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _axis(drawn: Picture) -> Iterator[str]:
    for tick, x in drawn.ticks:
        if x < GUTTER:
            continue
        weight = "rule" if tick.grain is Grain.YEAR else "hair"
        yield f'<path class="{weight}" d="M{x:.1f} {HEAD - 6}V{drawn.height:g}"/>'
        if tick.named and x < WIDTH - 30:
            yield f'<text class="muted small" x="{x + 4:.1f}" y="16">{_tick(tick)}</text>'
    yield f'<path class="rule" d="M{MARGIN} {HEAD - 6}H{WIDTH - MARGIN}"/>'


def _tick(tick: Tick) -> str:
    day = tick.day
    if tick.grain is Grain.YEAR and not tick.full:
        return str(day.year)
    month = _MONTHS[day.month - 1]
    name = f"{day.day} {month}" if tick.grain is Grain.DAY else month
    return f"{name} {day.year}" if tick.full else name


def _lane(lane: Lane) -> Iterator[str]:
    yield f'<g transform="translate(0 {lane.top:g})">'
    name = lane.name or "No company"
    look = "ink lane" if lane.name else "muted"
    yield f'<text class="{look}" x="{MARGIN}" y="20">{_said(shortened(name, 22))}</text>'
    for placed in lane.placed:
        yield from _mark(placed)
    if lane.hidden:
        y = lane.rows * ROW + 20
        yield f'<text class="muted small" x="{GUTTER}" y="{y}">and {lane.hidden} more</text>'
    yield f'<path class="hair" d="M{MARGIN} {lane.height - 2:g}H{WIDTH - MARGIN}"/></g>'


def _mark(placed: Placed) -> Iterator[str]:
    mark = placed.mark
    middle = placed.row * ROW + 16
    accepted = mark.decision.is_accepted
    yield f"<g><title>{_said(told(mark))}</title>"
    if mark.fact_id is None:
        yield f'<circle class="dot" cx="{placed.left + 2.5:.1f}" cy="{middle}" r="3.5"/>'
    else:
        checked = mark.verdict.value if mark.verdict in {Verdict.WRONG, Verdict.DOUBTFUL} else ""
        looks = (mark.kind.value, checked, "" if accepted else "proposed")
        yield f'<path class="{" ".join(filter(None, looks))}" d="{_bar(placed, middle)}"/>'
    look = "ink" if accepted and mark.fact_id is not None else "muted"
    look += " struck" if mark.verdict is Verdict.WRONG else ""
    anchor = ' text-anchor="end"' if placed.label_ends else ""
    at = f'x="{placed.label_left:.1f}" y="{middle + 4}"'
    yield f'<text class="{look}" {at}{anchor}>{_said(placed.label)}</text></g>'


def _bar(placed: Placed, middle: int) -> str:
    """A bar over the days meant; where one end is open it has a point there, and a day is a diamond."""
    mark, left, right = placed.mark, placed.left, placed.right
    if is_point(mark) and right - left < 8:
        return f"M{left - 2:.1f} {middle}l5 -5 5 5 -5 5z"
    before = mark.low is None or mark.approximation in {Approximation.BY, Approximation.BEFORE}
    after = mark.high is None or mark.approximation is Approximation.SINCE
    start = f"M{left:.1f} {middle}L{left + 5:.1f} {middle - 5}" if before else f"M{left:.1f} {middle - 5}"
    turn = f"H{right - 5:.1f}l5 5 -5 5" if after and right - left > 10 else f"H{right:.1f}v10"
    end = f"H{left + 5:.1f}z" if before else f"H{left:.1f}z"
    return start + turn + end


def told(mark: Mark) -> str:
    """What a mark says, when, and where: "$20 mn · 2031-07-01 – 2031-12-31 · A plant · The Daily"."""
    days = [each.isoformat() if each else "…" for each in (mark.low, mark.high)]
    when = days[0] if days[0] == days[1] else " – ".join(days)
    parts = [mark.label, when, mark.title if mark.title != mark.label else "", mark.source]
    return " · ".join(part for part in parts if part)


def _legend(y: float) -> Iterator[str]:
    x = float(MARGIN)
    yield f'<circle class="dot" cx="{x + 4:g}" cy="{y - 4:g}" r="3.5"/>'
    yield f'<text class="muted small" x="{x + 14:g}" y="{y:g}">published</text>'
    x += 88
    for kind in _KINDS:
        yield f'<rect class="{kind.value}" x="{x:g}" y="{y - 9:g}" width="14" height="10"/>'
        yield f'<text class="muted small" x="{x + 20:g}" y="{y:g}">{kind.value}</text>'
        x += 88
    yield f'<rect class="date proposed" x="{x:g}" y="{y - 9:g}" width="14" height="10"/>'
    yield f'<text class="muted small" x="{x + 20:g}" y="{y:g}">pale: nobody has decided yet</text>'


def _notes(drawn: Picture) -> str:
    parts: list[str] = []
    if drawn.outside:
        parts.append(f"{drawn.outside} far before or after stand at the edge")
    if drawn.left_out:
        parts.append(f"{drawn.left_out} of further companies are not drawn")
    return "; ".join(parts)


def _said(text: str) -> str:
    """Text as XML has it, without the characters that XML forbids."""
    return escape(_UNSPEAKABLE.sub("\N{REPLACEMENT CHARACTER}", text), {'"': "&quot;"})


def _write(articles: Iterable[Exported], edition: Edition, stream: BinaryIO) -> None:
    for _ in articles:
        pass  # what is drawn is in the edition; the articles are taken to tell that they were written
    drawn = timeline_svg(edition.marks, edition.title)
    stream.write((drawn or nothing_drawn(edition.title)).encode())


def nothing_drawn(title: str) -> str:
    """A picture that says there is nothing to draw."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} 80" width="{WIDTH}" height="80">'
        f"<style>{_LIGHT}{_SHAPE}</style>"
        f'<rect class="page" width="{WIDTH}" height="80"/><text class="ink title" x="{MARGIN}" y="30">'
        f'{_said(shortened(title, 100))}</text><text class="muted" x="{MARGIN}" y="58">'
        "No article here is dated, and none states a date.</text></svg>\n"
    )


WRITER = FileWriter("svg", "Timeline (SVG)", "a picture of the timeline", ".svg", _write, Needs.MARKS)
