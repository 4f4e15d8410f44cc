"""Why the network answered so: which pixels spoke for a digit, what would have changed the answer, and what would not.

What takes long asks ``keep_going`` before each batch, and gives None where that said no. A network is only read, but
for its ``grads``, which are overwritten.
"""

from engine.explain.contributions import contributions
from engine.explain.counterfactual import Change, smallest_change
from engine.explain.integrated_gradients import Attribution, integrated_gradients
from engine.explain.shift_map import ShiftMap, shift_map

__all__ = [
    "Attribution",
    "Change",
    "ShiftMap",
    "contributions",
    "integrated_gradients",
    "shift_map",
    "smallest_change",
]
