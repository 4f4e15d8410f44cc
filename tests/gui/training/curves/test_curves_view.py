"""The curves: events are drawn, thinned, shown under the mouse, and cost nothing while hidden."""

from itertools import pairwise

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from engine.train.hyperparameters import HYPERPARAMETERS, SCHEDULES
from engine.train.trainer import Evaluation, Progress, TrainConfig
from gui.settings import Settings
from gui.theme import Theme
from gui.training.curves.curves_view import Curves
from gui.training.curves.loss_series import LossSeries
from gui.training.curves.plot import Plot
from gui.training.curves.surface import Surface
from gui.training.progress_text import speed_text
from gui.widgets.plots.round_numbers import nice_above


def progress(iteration: int, losses: list[float] | np.ndarray, per_epoch: int = 100) -> Progress:
    found = np.asarray(losses, np.float32)
    return Progress(iteration, 100_000, iteration / per_epoch, found, 0.1, 1000.0, 1.0)


def evaluation(epoch: float, train: float, test: float | None) -> Evaluation:
    return Evaluation(int(100 * epoch), epoch, train, test, True)


@pytest.fixture
def curves(qtbot, theme: Theme, settings: Settings) -> Curves:
    made = Curves(theme, settings)
    qtbot.addWidget(made)
    made.resize(800, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


# -- the series


def test_a_short_series_keeps_every_loss() -> None:
    series = LossSeries(window=2)
    series.add(np.array([4, 2], np.float32))
    series.add(np.array([1], np.float32))
    x, y = series.points(0, 10, 400)
    assert x.tolist() == [1, 2, 3]
    assert y.tolist() == [4, 2, 1]
    # 4; a = 4 / 5: 4 - 1.6 = 2.4; a = 4 / 6: 2.4 - 2 / 3 * 1.4
    x, y = series.points(0, 10, 400, smooth=True)
    assert x.tolist() == [1, 2, 3]
    assert y == pytest.approx([4, 2.4, 2.4 - 1.4 * 2 / 3])


def test_many_losses_are_thinned_to_minimum_and_maximum() -> None:
    series = LossSeries(window=1)
    series.add(np.array([5, 1, 2, 8, 3], np.float32))
    # Losses 1 and 2, 3 and 4, and the fifth alone.
    x, y = series.points(0, 5, 3)
    assert x.tolist() == [1.5, 1.5, 3.5, 3.5, 5, 5]
    assert y.tolist() == [1, 5, 2, 8, 3, 3]
    # Not smoothed: the mean of each two.
    assert series.points(0, 5, 3, smooth=True)[1].tolist() == [3, 5, 3]


def test_a_loss_is_shown_or_where_several_lie_in_one_pixel_their_range() -> None:
    series = LossSeries(window=1)
    series.add(np.array([5, 1, 2, 8, 3], np.float32))
    assert series.at(3.4) == (3, 2, 2, 2)
    assert series.at(3.4, span=2) == (3, 1, 8, 2)
    assert series.at(-7) == (1, 5, 5, 5)
    assert series.at(99) == (5, 3, 3, 3)


def test_a_long_series_is_drawn_with_few_points_and_loses_no_peak() -> None:
    series = LossSeries()
    losses = np.random.default_rng(0).random(100_000).astype(np.float32)
    losses[77_777] = 9
    for part in np.split(losses, 100):
        series.add(part)
    x, y = series.points(0, 100_000, 400)
    assert len(x) <= 2 * 402
    assert y.max() == 9
    assert abs(x[y.argmax()] - 77_778) < 300
    assert (np.diff(x) >= 0).all()
    assert y.min() == pytest.approx(losses.min(), abs=1e-6)
    assert np.array_equal(series.losses, losses)
    assert series.highest(0) == 9
    assert series.highest(90_000) < 1


@pytest.mark.parametrize("loss", [3.4e38, 1e38, [3.4e38, 0.0]])
def test_the_mean_of_large_losses_is_finite(loss: float | list[float]) -> None:
    series = LossSeries(window=1)
    series.add(np.tile(np.float32(loss), 5_000))
    for smooth in (False, True):
        y = series.points(0, series.iterations, 10, smooth)[1]
        assert np.isfinite(y).all()
        assert y.max() == pytest.approx(np.max(loss) if not smooth else np.mean(loss), rel=1e-4)


def test_only_the_visible_range_is_drawn() -> None:
    series = LossSeries()
    series.add(np.arange(8000, dtype=np.float32))
    x, y = series.points(4000, 4100, 400)
    assert x[0] <= 4000 < 4100 <= x[-1]
    assert len(x) < 110
    assert (y == x - 1).all()


def test_an_empty_series_draws_nothing() -> None:
    assert [len(each) for each in (*LossSeries().points(0, 1, 400), *LossSeries().points(0, 1, 400, smooth=True))] == [
        0
    ] * 4
    assert LossSeries().highest(0) == 0


def test_axes_end_at_round_numbers() -> None:
    assert [nice_above(value) for value in (0.07, 0.1, 1, 1.2, 2.3, 7, 9.5)] == [0.08, 0.1, 1, 1.5, 3, 8, 10]
    assert nice_above(11, (1, 2, 5, 10)) == 20


# -- the plots


def test_a_placeholder_is_shown_before_the_first_training(curves: Curves) -> None:
    placeholders = [curves.findChild(QLabel, f"{name}-empty") for name in ("accuracy", "loss")]
    assert all(each.isVisible() for each in placeholders)
    curves.begin(10, TrainConfig())
    assert not any(each.isVisible() for each in placeholders)


def test_the_curves_get_the_points(curves: Curves, qtbot) -> None:
    curves.begin(10, TrainConfig())
    curves.add_evaluation(evaluation(0, 0.1, 0.11))
    curves.add_progress(progress(2, [3.0, 2.0]))
    curves.add_progress(progress(3, [1.0]))
    curves.add_evaluation(evaluation(1, 0.9, 0.875))
    qtbot.waitUntil(lambda: len(curves.loss.points("raw")[0]) == 3)
    x, y = curves.loss.points("raw")
    assert np.allclose(x, [0.01, 0.02, 0.03])
    assert np.allclose(y, [3, 2, 1])
    assert len(curves.loss.points("smooth")[0]) == 3
    assert [list(each) for each in curves.accuracy.points("train")] == [[0, 1], [10, 90]]
    assert [list(each) for each in curves.accuracy.points("test")] == [[0, 1], [11, 87.5]]


def test_without_a_test_set_there_is_one_curve(curves: Curves) -> None:
    curves.begin(10, TrainConfig())
    curves.add_evaluation(evaluation(1, 0.9, None))
    curves.redraw()
    assert len(curves.accuracy.points("train")[0]) == 1
    assert len(curves.accuracy.points("test")[0]) == 0
    assert curves.accuracy.values_at(1).texts == {"train": "90.0 %", "test": "–"}


def test_a_new_training_starts_with_empty_plots(curves: Curves) -> None:
    curves.begin(10, TrainConfig())
    curves.add_progress(progress(2, [3.0, 2.0]))
    curves.add_evaluation(evaluation(1, 0.9, 0.9))
    curves.redraw()
    curves.begin(5, TrainConfig())
    curves.redraw()
    for plot, name in ((curves.loss, "raw"), (curves.loss, "smooth"), (curves.accuracy, "train")):
        assert len(plot.points(name)[0]) == 0


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("lr", [HYPERPARAMETERS["lr"].range.low, HYPERPARAMETERS["lr"].range.high])
def test_every_learning_rate_of_the_range_is_drawn(curves: Curves, lr: float, schedule: str) -> None:
    curves.begin(10, TrainConfig(lr=lr, schedule=schedule, epochs=10))
    curves.add_progress(progress(1_000, [1.0] * 1_000))
    curves.card.show_plot(2)
    curves.redraw()
    assert curves.grab().width() > 0
    rates = curves.rate.points("rate")[1]
    assert 0 < max(rates) <= lr
    assert curves.rate.values_at(5.0) is not None
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Left, Qt.Key.Key_Minus, Qt.Key.Key_Home):
        QTest.keyClick(curves.rate.surface, key)
    curves.grab()


def test_many_events_are_drawn_together(curves: Curves, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    curves.begin(10, TrainConfig())
    drawn = []
    monkeypatch.setattr(curves.loss, "draw", lambda name, x, y: drawn.append(name))
    for i in range(1, 200):
        curves.add_progress(progress(i, [1.0]))
    qtbot.waitUntil(lambda: drawn != [])
    assert drawn == ["raw", "smooth"]


def test_nothing_is_drawn_while_hidden(curves: Curves, qtbot) -> None:
    curves.begin(10, TrainConfig())
    curves.hide()
    curves.add_progress(progress(2, [3.0, 2.0]))
    qtbot.wait(150)
    assert not curves._redraw_timer.isActive()
    assert len(curves.loss.points("raw")[0]) == 0
    curves.show()
    assert len(curves.loss.points("raw")[0]) == 2


def test_a_hundred_thousand_losses_are_drawn_with_a_few_hundred_points(curves: Curves) -> None:
    curves.begin(1000, TrainConfig())
    losses = np.random.default_rng(0).random(100_000).astype(np.float32)
    for i in range(0, 100_000, 1000):
        curves.add_progress(progress(i + 1000, losses[i : i + 1000]))
    curves.redraw()
    assert len(curves.loss.points("raw")[0]) < 1000
    assert len(curves.loss.points("smooth")[0]) < 500


# -- the axes


def view(plot: Plot) -> tuple[list[float], list[float]]:
    x, y = plot.surface.getViewBox().viewRange()
    return x, y


def test_the_accuracy_axis_starts_at_zero(curves: Curves) -> None:
    curves.begin(10, TrainConfig())
    for epoch, accuracy in ((0, 0.1), (1, 0.96), (2, 0.97), (3, 0.98)):
        curves.add_evaluation(evaluation(epoch, accuracy, accuracy - 0.03))
        curves.redraw()
        assert view(curves.accuracy)[1] == pytest.approx([0, 103])


def test_a_button_cuts_the_accuracy_axis_below_the_results(curves: Curves) -> None:
    curves.begin(10, TrainConfig())
    button = curves.findChild(QPushButton, "enlarge-accuracy")
    curves.add_evaluation(evaluation(0, 0.1, 0.1))
    curves.redraw()
    assert not button.isEnabled()
    # A slow network has only its first epoch for minutes, with several evaluations.
    for epoch in (0.5, 1, 1.5):
        curves.add_evaluation(evaluation(epoch, 0.96, 0.93))
        curves.redraw()
        assert not button.isEnabled()
    curves.add_evaluation(evaluation(2, 0.96, 0.93))
    curves.redraw()
    button.click()
    assert view(curves.accuracy)[1] == pytest.approx([90, 100.3])
    curves.add_evaluation(evaluation(3, 0.3, 0.3))
    curves.redraw()
    assert view(curves.accuracy)[1] == pytest.approx([0, 103])


def test_an_axis_that_does_not_begin_at_zero_is_marked(curves: Curves) -> None:
    curves.begin(10, TrainConfig())
    for epoch in (0, 1, 2):
        curves.add_evaluation(evaluation(epoch, 0.96, 0.93))
    curves.redraw()

    def title(plot: Plot) -> str:
        return plot.surface.getAxis("left").labelText

    def teeth() -> int:
        """How much is drawn on the left of the axis, above its end."""
        surface = curves.accuracy.surface
        edge = surface.getViewBox().sceneBoundingRect()
        image = surface.grab(QRect(int(edge.left()) - 6, int(edge.bottom()) - 28, 5, 18)).toImage()
        background = surface.backgroundBrush().color()
        return sum(image.pixelColor(x, y) != background for x in range(5) for y in range(18))

    assert title(curves.accuracy) == "accuracy (%)"
    assert teeth() == 0
    curves.findChild(QPushButton, "enlarge-accuracy").click()
    assert title(curves.accuracy) == "accuracy (%), not from 0"
    assert teeth() > 10
    curves.findChild(QPushButton, "enlarge-accuracy").click()
    assert title(curves.accuracy) == "accuracy (%)"
    assert teeth() == 0
    # Also where the user zooms.
    curves.loss.surface.show_range((1, 2, 0.3, 0.5))
    assert title(curves.loss) == "loss (cross entropy), not from 0"


def test_a_second_evaluation_of_an_iteration_replaces_the_first(curves: Curves) -> None:
    curves.begin(1, TrainConfig())
    for epoch, test in ((0, 0.1), (1, 0.835), (1, 0.865)):
        curves.add_evaluation(evaluation(epoch, 0.5, test))
    curves.redraw()
    x, y = curves.accuracy.points("test")
    assert x.tolist() == [0, 1]
    assert np.allclose(y, [10, 86.5])


def test_the_epochs_grow_in_round_steps_up_to_the_last(curves: Curves) -> None:
    curves.begin(12, TrainConfig())
    for epoch, end in ((0.3, 0.5), (1, 1), (1.5, 2), (7, 10), (11, 12), (12, 12)):
        curves.add_evaluation(evaluation(epoch, 0.5, 0.5))
        curves.redraw()
        assert view(curves.loss)[0] == pytest.approx([0, 1.03 * end])


def test_the_axis_ignores_the_high_losses_of_the_beginning(curves: Curves) -> None:
    curves.begin(10, TrainConfig())
    curves.add_progress(progress(10, [2.3] * 10))
    curves.redraw()
    assert view(curves.loss)[1][1] > 2.3
    curves.add_progress(progress(200, [0.19] * 190))
    curves.redraw()
    assert view(curves.loss)[1] == pytest.approx([0, 0.206])


def test_a_zoomed_view_stays_until_a_double_click(curves: Curves) -> None:
    curves.begin(10, TrainConfig())
    curves.add_progress(progress(2, [3.0, 2.0]))
    curves.redraw()
    whole = view(curves.loss)
    curves.loss.surface.getViewBox().setRange(xRange=(0, 0.01), yRange=(1, 2), padding=0)
    curves.loss.surface.getViewBox().sigRangeChangedManually.emit([True, True])
    curves.add_progress(progress(3, [2.0]))
    curves.redraw()
    assert view(curves.loss)[1] == pytest.approx([1, 2])
    viewport = curves.loss.surface.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=viewport.rect().center())
    assert view(curves.loss)[1] == pytest.approx(whole[1])


def test_large_numbers_are_short(curves: Curves) -> None:
    axis = curves.loss.surface.getAxis("left")
    assert axis.tickStrings([0, 50_000, 100_000], 1, 50_000) == ["0", "5.0e4", "1.0e5"]
    assert axis.tickStrings([0, 0.5, 1], 1, 0.5) == ["0", "0.5", "1.0"]


# -- under the mouse


def place(plot: Plot, x: float) -> QPoint:
    """Where an epoch is on the plot's viewport."""
    scene = plot.surface.getViewBox().mapViewToScene(QPointF(x, sum(plot.surface.getViewBox().viewRange()[1]) / 2))
    return plot.surface.mapFromScene(scene)


def hover(plot: Plot, x: float, qtbot) -> None:
    QTest.mouseMove(plot.surface.viewport(), place(plot, x))
    qtbot.wait(20)


def test_the_nearest_accuracies_are_shown(curves: Curves, qtbot) -> None:
    curves.begin(4, TrainConfig())
    for epoch, train, test in ((0, 0.1, 0.1), (1, 0.9, 0.88), (3.2, 0.971, 0.968)):
        curves.add_evaluation(evaluation(epoch, train, test))
    curves.redraw()
    hover(curves.accuracy, 2.8, qtbot)
    assert curves.accuracy.legend.accessibleDescription() == "epoch 3.2, train 97.1 %, test 96.8 %"
    assert curves.accuracy.marker.isVisible()
    assert curves.accuracy.marker.value() == pytest.approx(3.2)
    hover(curves.accuracy, 1.3, qtbot)
    assert curves.accuracy.legend.accessibleDescription() == "epoch 1.0, train 90.0 %, test 88.0 %"


def test_within_a_long_first_epoch_the_points_have_different_epochs(curves: Curves, qtbot) -> None:
    curves.begin(4, TrainConfig())
    for iteration in (0, 20, 40):
        curves.add_evaluation(evaluation(iteration / 600, 0.5, 0.5))
    curves.redraw()
    hover(curves.accuracy, 0.03, qtbot)
    assert curves.accuracy.legend.accessibleDescription() == "epoch 0.03, train 50.0 %, test 50.0 %"


def test_the_nearest_loss_is_shown(curves: Curves, qtbot) -> None:
    curves.begin(4, TrainConfig())
    curves.add_progress(progress(200, np.linspace(2, 1, 200)))
    curves.redraw()
    hover(curves.loss, 1.0, qtbot)
    epoch, loss, smoothed = curves.loss.legend.accessibleDescription().split(", ")
    assert epoch == "epoch 1.0"
    assert float(loss.removeprefix("loss ")) == pytest.approx(1.5, abs=0.05)
    assert float(smoothed.removeprefix("smoothed ")) > 1.5


def test_the_values_disappear_when_the_mouse_leaves(curves: Curves, qtbot) -> None:
    curves.begin(4, TrainConfig())
    curves.add_evaluation(evaluation(1, 0.9, 0.88))
    curves.redraw()
    hover(curves.accuracy, 1, qtbot)
    curves.accuracy.surface.hovered.emit(None)
    assert curves.accuracy.legend.accessibleDescription() == ""
    assert not curves.accuracy.marker.isVisible()


def test_beside_the_axes_and_before_the_first_point_nothing_is_shown(curves: Curves, qtbot) -> None:
    curves.begin(4, TrainConfig())
    hover(curves.accuracy, 0.02, qtbot)
    assert curves.accuracy.legend.accessibleDescription() == ""
    curves.add_evaluation(evaluation(1, 0.9, 0.88))
    curves.redraw()
    QTest.mouseMove(curves.accuracy.surface.viewport(), QPoint(3, 100))
    qtbot.wait(20)
    assert curves.accuracy.legend.accessibleDescription() == ""


def test_another_theme_recolours_the_curves(curves: Curves, theme: Theme) -> None:
    def colours() -> list[str]:
        pens = [curves.accuracy._curves["train"], curves.loss._curves["smooth"], curves.loss._curves["raw"]]
        return [each.opts["pen"].color().name() for each in pens]

    light = colours()
    assert light[:2] == [theme.colour("run-1").name()] * 2
    theme.choose("dark")
    dark = colours()
    assert dark[:2] == [theme.colour("run-1").name()] * 2
    assert not set(light) & set(dark)
    assert theme.colour("run-1").name() in curves.accuracy.legend.text()


def test_lines_and_texts_follow_the_zoom_of_the_window(curves: Curves, theme: Theme) -> None:
    def sizes() -> list[float]:
        axis = curves.accuracy.surface.getAxis("left")
        pens = [curves.accuracy._curves["train"].opts["pen"], curves.loss._curves["raw"].opts["pen"]]
        return [*(pen.widthF() for pen in pens), axis.style["tickFont"].pointSizeF(), axis.fixedWidth]

    usual = sizes()
    assert usual[:2] == [2, 1]
    theme.set_scale(1.5)
    assert sizes() == pytest.approx([1.5 * size for size in usual], rel=0.05)
    theme.set_scale(1)
    assert sizes() == pytest.approx(usual)


def test_the_speed_in_iterations_and_in_images() -> None:
    assert speed_text(2310.4, 100) == "2,310 iterations/s · 231,000 images/s"
    assert speed_text(8.31, 50) == "8.3 iterations/s · 416 images/s"


def test_more_points_keep_no_former_images_of_their_symbols(curves: Curves, qtbot) -> None:
    """pyqtgraph keeps one for each pen and brush that it is given, also for equal ones."""
    curves.begin(10, TrainConfig())
    counts = []
    for epoch in range(6):
        curves.add_evaluation(evaluation(epoch, 0.5, 0.4))
        qtbot.waitUntil(lambda n=epoch + 1: len(curves.accuracy.points("train")[0]) == n)
        curves.grab()
        items = curves.accuracy.surface.listDataItems()
        counts.append(sum(len(each.scatter.fragmentAtlas) for each in items if isinstance(each, pg.PlotDataItem)))
    assert counts[2] == counts[-1] > 0


@pytest.mark.parametrize(("low", "high"), [(0, 0.052), (0, 4e-4), (0, 3), (0, 2e5), (11.96, 12.01), (0, 3e-6)])
def test_the_numbers_of_a_horizontal_axis_do_not_touch(qtbot, theme: Theme, low: float, high: float) -> None:
    surface = Surface("epoch", "loss")
    qtbot.addWidget(surface)
    surface.recolour(theme)
    axis, metrics = surface.getAxis("bottom"), QFontMetricsF(QApplication.font())
    for size in (90, 150, 270, 400, 900):
        ((spacing, values),) = axis.tickValues(low, high, size)
        widths = [metrics.horizontalAdvance(text) for text in axis.tickStrings(values, 1, spacing)]
        places = [value * size / (high - low) for value in values]
        gaps = [right - left for left, right in pairwise(places)]
        needed = [(first + second) / 2 for first, second in pairwise(widths)]
        assert all(gap > need for gap, need in zip(gaps, needed, strict=True)), (
            size,
            axis.tickStrings(values, 1, spacing),
        )
