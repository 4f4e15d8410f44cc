"""Explanations of a prediction: which pixels support a digit, and which changes would alter the prediction.

Long computations call ``keep_going`` before each batch, and return None where it returns False. Of the network only
the ``grads`` are overwritten.
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
