"""Where words fit: stretches of a row that are taken, and those that are free."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Shelf:
    """One row of the screen, along which things stand; in pixels."""

    taken: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])

    def take(self, low: float, high: float) -> None:
        """Something stands from `low` to `high`."""
        self.taken.append((low, high))

    def free(self, low: float, high: float) -> bool:
        """Whether nothing stands between `low` and `high`."""
        for start, end in self.taken:  # noqa: SIM110 - twice as fast as all(), and in every frame
            if end > low and start < high:
                return False
        return True

    def widest(self, low: float, high: float) -> tuple[float, float]:
        """The widest free stretch between `low` and `high`; of two equal ones the first."""
        best = (low, low)
        begin = low
        for start, end in sorted(self.taken):
            if end <= low or start >= high:
                continue
            if start - begin > best[1] - best[0]:
                best = (begin, start)
            begin = max(begin, end)
        return (begin, high) if high - begin > best[1] - best[0] else best
