"""The list of runs: every training that is kept, to be looked at, compared, used and gone on with."""

from gui.training.runs.interrupted_offer import InterruptedOffer
from gui.training.runs.runs_panel import RunsPanel
from gui.training.runs.shown_runs import MOST_SHOWN, ShownRun

__all__ = ["MOST_SHOWN", "InterruptedOffer", "RunsPanel", "ShownRun"]
