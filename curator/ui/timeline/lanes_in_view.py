"""Which lanes are in view, and that of the mark shown last kept there while lanes grow and shrink."""

from __future__ import annotations

from curator.ui.timeline.plot import TimelinePlot


class LanesInView:
    """Scrolls a plot to lanes; what was scrolled to stays until somebody scrolls by hand."""

    def __init__(self, plot: TimelinePlot) -> None:
        self._plot = plot
        self._held: tuple[int, float, list[float]] | None = None
        """The mark that was shown last, how far that scrolled, and the edges of the lanes then."""

    def has(self, lane: int) -> bool:
        """Whether a lane is in view, whole or as far as there is room."""
        tops, room = self._tops(), self._plot.lanes_height()
        begin = max(self._plot.board.scroll, tops[0])
        return tops[lane] == begin or begin < tops[lane] <= tops[lane + 1] <= begin + room

    def show(self, index: int) -> None:
        """Scroll to the lane of the mark that the keyboard is on, so that the first lane in view is whole."""
        plot, board = self._plot, self._plot.board
        if board.cursor is None or board.index() != index:
            return
        tops, room = self._tops(), plot.lanes_height()
        top, below = tops[board.cursor.lane], tops[board.cursor.lane + 1]
        first = max((each for each in tops if each <= board.scroll), default=0.0)
        if top < board.scroll:
            first = top
        elif below > first + room:
            first = min(top, *(each for each in tops if each >= below - room))
        self._held = None  # what follows from scrolling is no reason to scroll
        plot.scroll_to(0.0 if first == tops[0] else first)
        self._held = index, board.scroll, tops

    def keep(self) -> None:
        """Show the same lane again when lanes have grown or shrunk, unless somebody has scrolled since."""
        if self._held is None:
            return
        index, scroll, tops = self._held
        if self._plot.board.scroll != scroll:
            self._held = None
        elif self._tops() != tops:
            self.show(index)

    def let_go(self) -> None:
        """Keep nothing: the marks are others."""
        self._held = None

    def _tops(self) -> list[float]:
        return self._plot.board.tops(self._plot.measures)
