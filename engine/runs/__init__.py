"""Every training is stored: its settings, curves and weights, and a state to resume from.

``RunStore`` is a folder of runs. One training is a ``Run``, written by a ``RunRecorder``.
"""

from engine.runs.differences import differing
from engine.runs.recorder import RunRecorder
from engine.runs.run import Checkpoint, DataFacts, Run, Status
from engine.runs.store import RunStore

__all__ = ["Checkpoint", "DataFacts", "Run", "RunRecorder", "RunStore", "Status", "differing"]
