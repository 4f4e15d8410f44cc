"""When the time left is said."""

import numpy as np
import pytest

from engine.train.events import Progress
from gui.training.progress_text import ProgressText


@pytest.mark.parametrize("before", [0, 5_000])
def test_the_time_left_is_known_soon_also_in_a_resumed_training(before: int) -> None:
    texts = ProgressText()
    shown = []
    for done in range(40, 240, 40):
        event = Progress(before + done, 10_000, (before + done) / 600, np.ones(40, np.float32), 0.1, 1_000.0, 5.0)
        shown.append(texts.details(event).endswith("s left"))
    assert shown == [False, False, False, False, True]
