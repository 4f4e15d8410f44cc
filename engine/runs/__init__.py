"""Every training is stored: its settings, curves and weights, and a state to resume from.

``RunStore`` is a folder of runs. One training is a ``Run``, written by a ``RunRecorder``.
"""

from .differences import differing
from .recorder import RunRecorder
from .run import Checkpoint, DataFacts, MissingRunError, Run, Status
from .store import RunStore

__all__ = ["Checkpoint", "DataFacts", "MissingRunError", "Run", "RunRecorder", "RunStore", "Status", "differing"]
