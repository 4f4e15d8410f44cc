"""Runs under the running training: their curves, colours, titles and values."""

import itertools
import json

import numpy as np
import pytest
from image_pixels import of, pixels
from PySide6.QtCore import QCoreApplication, QEvent, QPointF
from PySide6.QtGui import QColor, QEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider, QWidget
from test_training_history import losses, run, train

from engine.train.trainer import Evaluation, TrainConfig
from gui.theme import ASSETS, Theme
from gui.training.curves.curves_view import Curves
from gui.training.curves.legend import RunLegend
from gui.training.curves.overlay import RunLine
from gui.training.curves.plot import Plot
from gui.training.curves.training_history import TrainingHistory
from gui.training.runs.list_model import RUN_COLOURS
from gui.widgets.cards import ElidedLabel


def entries(curves: Curves) -> list[QWidget]:
    QCoreApplication.processEvents()  # a layout shows what is new in it a moment later
    found = curves.findChild(QWidget, "run-legend").findChildren(QWidget, "run-entry")
    return [each for each in found if each.isVisible()]


def values(curves: Curves) -> list[str]:
    return [entry.findChild(QLabel, "run-values").text() for entry in entries(curves)]


def seen(plot: Plot) -> QImage:
    return plot.surface.grab().toImage()


def amount(image: QImage, colour: QColor) -> int:
    """How many pixels have about that colour: the edges of lines are smooth."""
    shifts = np.array([16, 8, 0])
    channels = (pixels(image).reshape(-1, 1) >> shifts & 0xFF).astype(int)
    return int((np.abs(channels - (of(colour) >> shifts & 0xFF)).max(axis=1) < 25).sum())


# -- what is drawn


def test_runs_are_drawn_in_their_colours_and_removed(curves: Curves, curve_theme: Theme) -> None:
    assert curves.findChild(QLabel, "loss-empty").isVisible()
    curves.overlay([run(0), run(4)])
    assert not curves.findChild(QLabel, "loss-empty").isVisible()
    image = seen(curves.loss)
    assert amount(image, curve_theme.colour("run-1")) > 20
    assert amount(image, curve_theme.colour("run-5")) > 20
    assert amount(image, curve_theme.colour("run-2")) == 0
    assert amount(seen(curves.accuracy), curve_theme.colour("run-5")) > 20
    curves.overlay([])
    assert curves.findChild(QLabel, "loss-empty").isVisible()
    assert not curves.findChild(QWidget, "run-legend").isVisible()


def test_the_learning_rates_of_runs_are_drawn(curves: Curves, curve_theme: Theme) -> None:
    curves.overlay([run(0)])
    curves.card.show_plot(2)
    assert amount(seen(curves.rate), curve_theme.colour("run-1")) > 20


def test_runs_are_drawn_between_the_raw_and_the_smoothed_losses(curves: Curves) -> None:
    heights = {name: curve.zValue() for name, curve in curves.loss._curves.items()}
    assert heights["raw"] < curves.loss.runs.zValue() < heights["smooth"]


def test_a_single_run_shows_its_raw_losses(curves: Curves) -> None:
    def raw() -> int:
        return sum(line.thin for line in curves.loss.runs.lines)

    curves.overlay([run(0)])
    assert raw() == 1
    curves.overlay([run(0), run(1)])
    assert raw() == 0
    curves.overlay([run(0)])
    train(curves)
    assert raw() == 0
    curves.clear()
    assert raw() == 1


def test_the_axes_fit_the_runs_and_the_training(curves: Curves) -> None:
    train(curves, epochs=2)
    assert curves.loss.surface.seen[1] == pytest.approx(1.03 * 2)
    curves.overlay([run(0), run(1, 700)])
    assert curves.loss.surface.seen[1] == pytest.approx(1.03 * 7)
    curves.overlay([])
    assert curves.loss.surface.seen[1] == pytest.approx(1.03 * 2)
    high = TrainingHistory.of_run("High", "run-1", np.full(300, 7, np.float32), 100, [], TrainConfig(epochs=3))
    curves.overlay([high])
    assert curves.loss.surface.seen[3] >= 7


def test_long_runs_are_drawn_with_few_points(curves: Curves) -> None:
    curves.overlay([run(number, 100_000) for number in range(10)])
    for line in curves.loss.runs.lines:
        assert len(line.points(0, 1000)[0]) < 200
        assert 0 < len(line.points(500, 501)[0]) < 200


def test_more_events_of_the_training_do_not_paint_the_runs_again(curves: Curves, monkeypatch) -> None:
    train(curves)
    curves.overlay([run(0), run(1)])
    seen(curves.loss)
    painted = []
    points = RunLine.points
    monkeypatch.setattr(RunLine, "points", lambda *args: painted.append(args) or points(*args))
    train(curves)  # as long as the runs: the axes stay
    seen(curves.loss)
    painted.clear()
    curves.accuracy.epochs_changed.emit()
    curves.redraw()
    seen(curves.loss)
    assert not painted
    curves.loss.surface.show_range((1, 2))
    seen(curves.loss)
    assert painted


def test_the_runs_move_with_the_axes(curves: Curves) -> None:
    curves.overlay([run(0), run(1)])
    curves.loss.surface.show_range((1, 2, 0.3, 0.6))
    seen(curves.loss)
    curves.loss.surface.getViewBox().translateBy(x=0.05, y=0.01)
    moved = seen(curves.loss)
    curves.loss.runs.update()
    assert seen(curves.loss) == moved


def test_runs_are_smoothed(curves: Curves) -> None:
    curves.overlay([run(0), run(1)])
    slider = curves.findChild(QSlider, "smoothing")
    before = seen(curves.loss)
    slider.setValue(slider.maximum())
    assert seen(curves.loss) != before
    slider.setValue(0)
    history = curves._runs[0]
    assert (history.losses.averages == history.losses.losses).all()
    curves.overlay([run(2)])
    history = curves._runs[0]
    assert (history.losses.averages == history.losses.losses).all()


def test_a_run_of_a_single_measurement_can_be_seen(curves: Curves, curve_theme: Theme) -> None:
    evaluation = Evaluation(100, 1.0, 0.5, 0.4, True)
    curves.overlay([TrainingHistory.of_run("Short", "run-1", losses(300), 100, [evaluation], TrainConfig(epochs=3))])
    assert amount(seen(curves.accuracy), curve_theme.colour("run-1")) > 5


def test_a_run_without_data(curves: Curves) -> None:
    curves.overlay([TrainingHistory.of_run("Nothing", "run-1", np.empty(0, np.float32), 100, [], TrainConfig())])
    seen(curves.loss)
    curves.card.show_plot(2)
    seen(curves.rate)


# -- the legend


def test_the_legend_shows_titles_and_values_under_the_mouse(curves: Curves) -> None:
    train(curves)
    curves.overlay([run(0, title="A long title of a run " * 5), run(1)])
    names = [entry.accessibleName() for entry in entries(curves)]
    assert (names[0], names[2]) == ("this training", "Run 1")
    assert values(curves) == ["", "", ""]
    curves.accuracy.surface.hovered.emit(3.1)
    assert all(text.endswith(" · 75.5 %") for text in values(curves))
    # Also where other runs are chosen while the mouse does not move.
    curves.overlay([run(0), run(1, 100), run(2)])
    assert len(values(curves)) == 4
    curves.accuracy.surface.hovered.emit(None)
    assert values(curves) == ["", "", "", ""]


def test_the_legend_shows_the_learning_rate_where_its_plot_is_shown(curves: Curves) -> None:
    curves.overlay([run(0)])
    curves.card.show_plot(2)
    curves.rate.surface.hovered.emit(2.0)
    assert values(curves)[0].startswith("0.0504 ·")
    curves.card.show_plot(0)
    assert not values(curves)[0].startswith("0.0504")


def test_without_a_training_the_crosshair_shows_the_values_of_the_runs(curves: Curves) -> None:
    curves.overlay([run(0)])
    curves.loss.surface.hovered.emit(2.0)
    assert curves.accuracy.marker.isVisible()
    assert curves.findChild(QLabel, "loss-epoch").text() == "epoch 2.0"
    assert values(curves)[0].endswith(" · 68.0 %")
    # And the legends distinguish the lines of one run.
    assert "test" in curves.findChild(QLabel, "accuracy-legend").text()
    assert "loss" in curves.findChild(QLabel, "loss-legend").text()
    # One run alone has its values there, too.
    assert "68.0 %" in curves.findChild(QLabel, "accuracy-legend").text()


def test_the_run_whose_title_is_under_the_mouse_is_emphasized(curves: Curves, curve_theme: Theme) -> None:
    curves.overlay([run(number) for number in range(3)])
    before = amount(seen(curves.loss), curve_theme.colour("run-2"))
    entry, at = entries(curves)[1], QPointF(1, 1)
    QTest.qWait(1)
    QCoreApplication.sendEvent(entry, QEnterEvent(at, at, at))
    assert amount(seen(curves.loss), curve_theme.colour("run-2")) > 1.3 * before
    QCoreApplication.sendEvent(entry, QEvent(QEvent.Type.Leave))
    assert amount(seen(curves.loss), curve_theme.colour("run-2")) == before


def test_the_legend_leaves_out_what_all_titles_begin_with(curves: Curves) -> None:
    def shown() -> list[str]:
        return [entry.findChild(ElidedLabel).text() for entry in entries(curves)]

    curves.overlay([run(0, title="784-50-10 ReLU · lr 0.1"), run(1, title="784-50-10 ReLU · SGD · lr 0.1")])
    assert shown() == ["… lr 0.1", "… SGD · lr 0.1"]
    assert entries(curves)[0].accessibleName() == "784-50-10 ReLU · lr 0.1"
    curves.overlay([run(0, title="784-50-10 ReLU · lr 0.1"), run(1, title="mine")])
    assert shown() == ["784-50-10 ReLU · lr 0.1", "mine"]
    curves.overlay([run(0, title="same"), run(1, title="same")])
    assert shown() == ["same", "same"]


def test_a_training_has_its_name_and_colour_everywhere(curves: Curves, curve_theme: Theme) -> None:
    train(curves)
    curves.overlay([run(1)])
    curves.name_training("mine", "run-4")
    assert [entry.accessibleName() for entry in entries(curves)] == ["mine", "Run 1"]
    colour = curve_theme.colour("run-4")
    # A few pixels of smooth edges, also of the name's letters, may happen to have a colour.
    assert 16 * 3 <= amount(entries(curves)[0].grab().toImage(), colour) < 16 * 3 + 5
    for plot in (curves.accuracy, curves.loss):
        assert amount(seen(plot), colour) > 20
        assert colour.name() in plot.legend.text()
        assert amount(seen(plot), curve_theme.colour("run-1")) < 5


def test_equal_runs_can_all_be_seen(curves: Curves, curve_theme: Theme) -> None:
    """They were trained with the same settings and the same seed: all their points are the same."""

    def colours(plot: Plot, *names: str) -> list[int]:
        image = seen(plot)
        return [amount(image, curve_theme.colour(name)) for name in names]

    curves.overlay([run(0), twin(0, "run-2"), twin(0, "run-3")])
    for plot in (curves.accuracy, curves.loss):
        assert min(colours(plot, "run-1", "run-2", "run-3")) > 20
    # One that is still being trained is above them.
    train(curves, epochs=4)
    curves.name_training("", "run-4")
    for plot in (curves.accuracy, curves.loss):
        assert min(colours(plot, "run-1", "run-2", "run-3", "run-4")) > 10
    # Pointed at in the legend, a run is drawn whole and over the others.
    before = colours(curves.accuracy, "run-1")[0]
    curves.findChild(RunLegend).pointed.emit(1)
    assert colours(curves.accuracy, "run-1")[0] > 2 * before
    curves.findChild(RunLegend).pointed.emit(0)
    assert colours(curves.accuracy, "run-1")[0] <= before


def twin(number: int, colour: str) -> TrainingHistory:
    made = run(number)
    made.colour = colour
    return made


def test_the_legend_has_as_many_columns_as_there_is_room_for(curves: Curves, qtbot) -> None:
    curves.overlay([run(number) for number in range(10)])
    qtbot.waitUntil(lambda: len({entry.x() for entry in entries(curves)}) == 5)
    curves.resize(480, 420)
    qtbot.waitUntil(lambda: len({entry.x() for entry in entries(curves)}) == 2)
    assert curves.minimumSizeHint().height() < 330
    assert curves.minimumSizeHint().width() < 480


# -- colours


def contrast(one: QColor, other: QColor) -> float:
    """As defined in the Web Content Accessibility Guidelines."""

    def light(colour: QColor) -> float:
        parts = np.array([colour.redF(), colour.greenF(), colour.blueF()])
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return float(linear @ [0.2126, 0.7152, 0.0722])

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_run_can_be_seen_and_distinguished_from_the_others() -> None:
    for choice in ("light", "dark"):
        file = ASSETS / "themes" / f"{choice}.json"
        colours = {name: QColor(text) for name, text in json.loads(file.read_text(encoding="utf-8")).items()}
        for name in RUN_COLOURS:
            assert contrast(colours[name], colours["surface"]) > 3, name
        check_distinct([colours[name] for name in RUN_COLOURS])


def check_distinct(colours: list[QColor]) -> None:
    # What deuteranopes see (Machado, Oliveira and Fernandes 2009), as differences of lightness and of blue to yellow.
    sight = np.array([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]])
    linear = [[(part / 255) ** 2.2 for part in colour.getRgb()[:3]] for colour in colours]
    seen_as = np.clip(np.array(linear) @ sight.T, 0, 1) ** (1 / 2.2)
    for one, other in itertools.combinations(seen_as, 2):
        assert np.abs(one - other).max() > 0.07


def test_another_theme_recolours_the_runs(curves: Curves, curve_theme: Theme) -> None:
    curves.overlay([run(0)])
    curve_theme.choose("dark")
    assert amount(seen(curves.loss), curve_theme.colour("run-1")) > 20
    legend = curves.findChild(QWidget, "run-legend").grab().toImage()
    assert amount(legend, curve_theme.colour("run-1")) == 16 * 3
