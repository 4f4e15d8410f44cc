"""The list of runs: every training that is kept, to inspect, compare, use and resume."""

from gui.training.runs.interrupted_offer import InterruptedOffer
from gui.training.runs.list_model import MAX_SHOWN, ShownRun
from gui.training.runs.runs_panel import RunsPanel

__all__ = ["MAX_SHOWN", "InterruptedOffer", "RunsPanel", "ShownRun"]
