"""The small curve of the losses."""

import numpy as np

from gui.theme import Theme
from gui.transport.sparkline import Sparkline


def test_few_losses_are_points_and_many_are_averaged(qtbot, theme: Theme) -> None:
    line = Sparkline(theme)
    qtbot.addWidget(line)
    losses = np.linspace(2, 0, 1_000, dtype=np.float32)
    line.add(losses[:3])
    np.testing.assert_allclose(line.points, losses[:3])
    for start in range(3, 1_000, 7):
        line.add(losses[start : start + 7])
    assert 64 <= len(line.points) <= 128
    np.testing.assert_allclose(line.points[0], losses[:8].mean(), rtol=1e-5)
    np.testing.assert_allclose(line.points[-1], losses[-8:].mean(), rtol=1e-5)
    line.refresh()
    assert line.accessibleName().startswith("Loss: ")
    line.mark(500)
    line.grab()
    line.clear()
    assert not len(line.points)
    line.grab()


def test_it_ends_before_a_loss_that_is_not_finite(qtbot, theme: Theme) -> None:
    line = Sparkline(theme)
    qtbot.addWidget(line)
    line.add(np.array([1, 2, np.inf, 3], np.float32))
    np.testing.assert_array_equal(line.points, [1, 2])
    line.add(np.array([np.nan], np.float32))
    np.testing.assert_array_equal(line.points, [1, 2])
