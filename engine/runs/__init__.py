"""Every training is kept: what was trained and how, its curves, its weights, and a state to go on from.

``RunStore`` is a folder of runs. A training in it is a ``Run``, written down by a ``RunRecorder``.
"""

from engine.runs.differences import differing
from engine.runs.recorder import RunRecorder
from engine.runs.run import Checkpoint, DataFacts, Run, Status
from engine.runs.store import RunStore

__all__ = ["Checkpoint", "DataFacts", "Run", "RunRecorder", "RunStore", "Status", "differing"]
