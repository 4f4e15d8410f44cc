"""Which runs are drawn in the plots, each in a colour of its own."""

from dataclasses import dataclass

from engine.runs import Run

MOST_SHOWN = 10


@dataclass(frozen=True)
class ShownRun:
    """A run in the plots.

    Attributes:
        run: as it was last read.
        colour: which of the theme's colours for runs is its own, counted from 0; see ``colour_name``.
    """

    run: Run
    colour: int


def colour_name(colour: int) -> str:
    """The theme's name for a run's colour."""
    return f"run-{colour + 1}"


class Shown:
    """At most MOST_SHOWN runs by their ids. A run keeps its colour until it is hidden."""

    def __init__(self) -> None:
        self._colours: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._colours)

    @property
    def colours(self) -> dict[str, int]:
        """Colours by id, in the order in which the runs were shown."""
        return dict(self._colours)

    def colour(self, run_id: str) -> int | None:
        """The run's colour; None for a hidden one."""
        return self._colours.get(run_id)

    def show(self, run_id: str) -> bool:
        """Give a run the first colour that nobody has; False where all are taken."""
        if run_id in self._colours:
            return True
        free = sorted(set(range(MOST_SHOWN)) - set(self._colours.values()))
        if free:
            self._colours[run_id] = free[0]
        return bool(free)

    def hide(self, run_id: str) -> None:
        """Take a run out of the plots."""
        self._colours.pop(run_id, None)
