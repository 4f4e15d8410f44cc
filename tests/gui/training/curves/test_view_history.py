"""Zooming and moving the plots by mouse and keys; the crosshair; the card with loss and learning rate."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QWidget
from test_training_history import losses, train

from engine.train.trainer import TrainConfig
from gui.settings import Settings
from gui.theme import Theme
from gui.training.curves.curves_view import Curves
from gui.training.curves.plot import Plot
from gui.training.curves.view_history import PAUSE

NONE, LEFT, MIDDLE, RIGHT = (
    Qt.MouseButton.NoButton,
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
)
WHOLE = pytest.approx((0, 4.12), abs=1e-6)


@pytest.fixture
def curves(curves: Curves) -> Curves:
    """Curves that show a training."""
    train(curves)
    QApplication.processEvents()
    return curves


def place(plot: Plot, right: float, down: float) -> QPoint:
    """A point on the plot's viewport, by its part of the way from the left and from the top."""
    area = plot.surface.getViewBox().sceneBoundingRect()
    return QPoint(round(area.left() + right * area.width()), round(area.top() + down * area.height()))


def send(plot: Plot, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton, shift: bool) -> None:
    viewport = plot.surface.viewport()
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(at), QPointF(viewport.mapToGlobal(at)), button, held, modifier)
    # Directly to the widget, as the window system does.
    plot.surface.viewportEvent(event)


def drag(
    plot: Plot,
    start: tuple[float, float],
    end: tuple[float, float],
    qtbot,
    button: Qt.MouseButton = LEFT,
    shift: bool = False,
) -> None:
    first, last = place(plot, *start), place(plot, *end)
    send(plot, QEvent.Type.MouseButtonPress, first, button, button, shift)
    for part in (0.3, 0.6, 1):
        qtbot.wait(12)  # pyqtgraph ignores faster events
        send(plot, QEvent.Type.MouseMove, first + (last - first) * part, NONE, button, shift)
    send(plot, QEvent.Type.MouseButtonRelease, last, button, NONE, shift)


def wheel(plot: Plot, turn: int = 120) -> None:
    at = QPointF(place(plot, 0.5, 0.5))
    there = QPointF(plot.surface.viewport().mapToGlobal(at.toPoint()))
    no_keys, no_phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    plot.surface.viewportEvent(QWheelEvent(at, there, QPoint(), QPoint(0, turn), NONE, no_keys, no_phase, False))


def rest(curves: Curves) -> None:
    """As if some time had passed since the last movement."""
    curves.views._moved_at -= 2 * PAUSE


def key(plot: Plot, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(plot.surface, each)


def epochs(plot: Plot) -> tuple[float, float]:
    return plot.surface.seen[:2]


def button(curves: Curves, name: str) -> QPushButton:
    return curves.findChild(QPushButton, name)


# -- zooming


def test_the_wheel_zooms_both_plots_to_the_same_epochs(curves: Curves) -> None:
    assert not button(curves, "curves-back").isVisible()
    wheel(curves.loss)
    low, high = epochs(curves.loss)
    assert 0 < low < high < 4.1
    assert epochs(curves.accuracy) == epochs(curves.rate) == (low, high)
    assert curves.accuracy.surface.seen[2:] != curves.loss.surface.seen[2:]
    assert button(curves, "curves-back").isVisible()
    assert button(curves, "curves-reset").isVisible()


def test_dragging_zooms_to_a_rectangle(curves: Curves, qtbot) -> None:
    low, high = curves.loss.surface.seen[2:]
    drag(curves.loss, (0.25, 0.5), (0.75, 1), qtbot)
    assert epochs(curves.loss) == pytest.approx((0.25 * 4.12, 0.75 * 4.12), abs=0.05)
    assert curves.loss.surface.seen[2:] == pytest.approx((low, (low + high) / 2), abs=0.02 * (high - low))
    assert not curves.loss.surface.getViewBox().rectangle.isVisible()


def test_a_flat_rectangle_zooms_epochs_and_a_narrow_one_values(curves: Curves, qtbot) -> None:
    upwards = curves.loss.surface.seen[2:]
    drag(curves.loss, (0.5, 0.5), (0.25, 0.51), qtbot)
    assert epochs(curves.loss) == pytest.approx((0.25 * 4.12, 0.5 * 4.12), abs=0.05)
    assert curves.loss.surface.seen[2:] == pytest.approx(upwards)
    button(curves, "curves-reset").click()
    low, high = curves.accuracy.surface.seen[2:]
    drag(curves.accuracy, (0.5, 0), (0.51, 0.5), qtbot)
    assert epochs(curves.accuracy) == WHOLE
    assert curves.accuracy.surface.seen[2:] == pytest.approx(((low + high) / 2, high), abs=0.02 * (high - low))


def test_a_click_and_the_right_button_do_not_zoom(curves: Curves, qtbot) -> None:
    drag(curves.loss, (0.5, 0.5), (0.51, 0.51), qtbot)
    drag(curves.loss, (0.25, 0.5), (0.75, 1), qtbot, button=RIGHT)
    assert epochs(curves.loss) == WHOLE
    assert not button(curves, "curves-back").isVisible()


def test_dragging_with_shift_moves(curves: Curves, qtbot) -> None:
    drag(curves.loss, (0.25, 0.5), (0.75, 1), qtbot)
    low, high = epochs(curves.loss)
    drag(curves.loss, (0.5, 0.5), (0.75, 0.5), qtbot, shift=True)
    moved = epochs(curves.loss)
    assert moved[0] < low
    assert moved[1] - moved[0] == pytest.approx(high - low)
    drag(curves.loss, (0.75, 0.5), (0.5, 0.5), qtbot, button=MIDDLE)
    assert epochs(curves.loss) == pytest.approx((low, high), abs=0.02)


def test_the_view_is_limited_to_the_training(curves: Curves) -> None:
    for _ in range(30):
        wheel(curves.loss, -120)
    assert epochs(curves.loss) == WHOLE
    assert curves.loss.surface.seen[2] == 0
    assert curves.loss.surface.seen[3] == pytest.approx(1.03 * float(losses(400).max()), rel=0.01)


def test_zoomed_out_completely_it_follows_the_training(curves: Curves) -> None:
    key(curves.accuracy, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    assert button(curves, "curves-reset").isVisible()
    key(curves.accuracy, *[Qt.Key.Key_Minus] * 4)
    assert epochs(curves.accuracy) == WHOLE
    assert not button(curves, "curves-reset").isVisible()
    assert curves.loss.surface.following


# -- and back


def test_back_restores_the_previous_views(curves: Curves, qtbot) -> None:
    wheel(curves.loss)
    wheel(curves.loss)
    first = curves.loss.surface.seen
    rest(curves)
    drag(curves.accuracy, (0.25, 0.25), (0.75, 0.75), qtbot)
    rest(curves)
    wheel(curves.loss)
    button(curves, "curves-back").click()
    button(curves, "curves-back").click()
    assert curves.loss.surface.seen == pytest.approx(first)
    button(curves, "curves-back").click()
    assert epochs(curves.loss) == epochs(curves.accuracy) == WHOLE
    assert not button(curves, "curves-back").isVisible()
    assert curves.loss.surface.following


def test_reset_shows_the_whole_training(curves: Curves) -> None:
    for _ in range(3):
        wheel(curves.loss)
        rest(curves)
    button(curves, "curves-reset").click()
    assert epochs(curves.loss) == WHOLE
    assert not button(curves, "curves-back").isVisible()
    wheel(curves.loss)
    button(curves, "curves-back").click()
    assert epochs(curves.loss) == WHOLE


def test_a_new_training_is_followed(curves: Curves) -> None:
    wheel(curves.loss)
    curves.begin(10, TrainConfig())
    assert curves.loss.surface.following
    assert not button(curves, "curves-back").isVisible()


# -- keys


def test_keys_zoom_move_and_go_back(curves: Curves) -> None:
    key(curves.loss, Qt.Key.Key_Plus, Qt.Key.Key_Equal)
    low, high = epochs(curves.loss)
    assert (high - low) == pytest.approx(0.64 * 4.12)
    rest(curves)
    key(curves.loss, Qt.Key.Key_Right)
    assert epochs(curves.loss) == pytest.approx((low + 0.1 * (high - low), high + 0.1 * (high - low)))
    key(curves.loss, Qt.Key.Key_Left)
    assert epochs(curves.loss) == pytest.approx((low, high))
    upwards = curves.loss.surface.seen[2:]
    key(curves.loss, Qt.Key.Key_PageUp)
    assert curves.loss.surface.seen[2:] == pytest.approx((upwards[0], 0.8 * upwards[1]))
    key(curves.loss, Qt.Key.Key_Up)
    assert curves.loss.surface.seen[2] == pytest.approx(0.08 * upwards[1])
    key(curves.loss, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
    assert curves.loss.surface.seen[2:] == pytest.approx(upwards)
    key(curves.loss, Qt.Key.Key_Backspace)
    assert epochs(curves.loss) == pytest.approx((low, high))
    key(curves.loss, Qt.Key.Key_Minus, Qt.Key.Key_Home)
    assert epochs(curves.loss) == WHOLE


def test_its_keys_override_shortcuts_while_it_has_the_focus(curves: Curves) -> None:
    def asked_for(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, which, modifier)
        event.ignore()
        curves.loss.surface.event(event)
        return event.isAccepted()

    assert asked_for(Qt.Key.Key_Backspace)
    assert asked_for(Qt.Key.Key_Home)
    assert not asked_for(Qt.Key.Key_Delete)
    assert not asked_for(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)


def test_keyboard_focus_is_visible(curves: Curves, curve_theme: Theme) -> None:
    view = curves.loss.surface.getViewBox()
    curves.loss.surface.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.border.color() == curve_theme.colour("accent")
    curves.accuracy.surface.setFocus(Qt.FocusReason.MouseFocusReason)
    assert view.border.style() == Qt.PenStyle.NoPen
    assert curves.accuracy.surface.getViewBox().border.style() == Qt.PenStyle.NoPen


# -- the crosshair


def test_the_same_epoch_is_marked_in_both_plots_with_its_values(curves: Curves) -> None:
    QTest.mouseMove(curves.loss.surface.viewport(), place(curves.loss, 0.6, 0.5))
    at = curves.loss.marker.value()
    assert at == pytest.approx(0.6 * 4.12, abs=0.05)
    assert curves.accuracy.marker.value() == at
    assert curves.accuracy.marker.isVisible()
    # The nearest epoch with measured accuracies is shown with them.
    assert curves.accuracy.legend.accessibleDescription() == "epoch 2.0, train 70.0 %, test 68.0 %"
    assert curves.findChild(QLabel, "accuracy-epoch").text() == "epoch 2.0"
    assert "train 70.0 %" in curves.findChild(QLabel, "accuracy-legend").text()
    curves.loss.surface.hovered.emit(None)
    assert curves.accuracy.legend.accessibleDescription() == ""
    assert not curves.accuracy.marker.isVisible()


def test_where_there_is_no_room_the_legend_shows_only_values(curves: Curves, curve_theme: Theme) -> None:
    curves.resize(480, 300)
    train(curves, validation=True)
    QTest.mouseMove(curves.accuracy.surface.viewport(), place(curves.accuracy, 0.5, 0.5))
    text = curves.findChild(QLabel, "accuracy-legend").text()
    assert "70.0 %" in text
    assert "train" not in text
    assert curve_theme.colour("run-1").name() in text
    assert curves.accuracy.legend.accessibleDescription() == "epoch 2.0, train 70.0 %, test 90.0 %, validation 65.0 %"


def test_validation_is_in_the_legend_only_where_there_is_one(curves: Curves) -> None:
    legend = curves.findChild(QLabel, "accuracy-legend")
    assert "validation" not in legend.text()
    train(curves, validation=True)
    assert "validation" in legend.text()
    assert len(curves.accuracy.points("validation")[0]) == 5
    assert curves.accuracy.values_at(4).texts["validation"] == "77.0 %"
    train(curves)
    assert "validation" not in legend.text()


# -- loss or learning rate


def test_the_card_switches_to_the_learning_rate(curves: Curves) -> None:
    assert not curves.rate.isVisible()
    button(curves, "show-rate").click()
    assert curves.rate.isVisible()
    assert not curves.loss.isVisible()
    y = curves.rate.points("rate")[1]
    assert (y[0], y[-1]) == pytest.approx((0.1, 0.001))
    assert curves.rate.surface.seen[3] == pytest.approx(0.103)
    QTest.mouseMove(curves.rate.surface.viewport(), place(curves.rate, 0.6, 0.5))
    assert curves.rate.legend.accessibleDescription() == "epoch 2.5, learning rate 0.01"
    button(curves, "show-loss").click()
    assert curves.loss.isVisible()


def test_a_hidden_plot_has_the_same_epochs_and_is_not_drawn(curves: Curves) -> None:
    assert len(curves.rate.points("rate")[0]) == 0
    wheel(curves.loss)
    button(curves, "show-rate").click()
    assert epochs(curves.rate) == epochs(curves.loss)
    assert len(curves.rate.points("rate")[0]) > 100


# -- smoothing


def test_the_slider_smooths_a_finished_training(
    curves: Curves, qtbot, curve_settings: Settings, curve_theme: Theme
) -> None:
    slider = curves.findChild(QSlider, "smoothing")
    words = curves.findChild(QLabel, "smoothing-text")
    assert words.text() == "50 iterations"
    before = curves.loss.points("smooth")[1].copy()
    slider.setValue(0)
    assert words.text() == "off"
    qtbot.waitUntil(lambda: not (curves.loss.points("smooth")[1] == before).all())
    raw = curves._history.losses
    assert (raw.averages == raw.losses).all()
    slider.setValue(slider.maximum())
    assert words.text() == "5,000 iterations"
    assert slider.accessibleName()
    again = Curves(curve_theme, curve_settings)
    qtbot.addWidget(again)
    assert again.findChild(QSlider, "smoothing").value() == slider.maximum()


def test_a_new_training_is_smoothed_as_chosen(curves: Curves) -> None:
    curves.findChild(QSlider, "smoothing").setValue(0)
    train(curves)
    assert (curves._history.losses.averages == curves._history.losses.losses).all()


def test_everything_has_an_accessible_name(curves: Curves) -> None:
    for name in ("smoothing", "accuracy-plot", "loss-plot", "rate-plot", "accuracy-legend", "loss-epoch", "run-legend"):
        assert curves.findChild(QWidget, name).accessibleName()
