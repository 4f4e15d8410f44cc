"""The playground through the window: its tasks, its controls and the points."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from gui.learn.playground.boundary_plane import BoundaryPlane
from gui.learn.playground.loss_chart import LossChart
from gui.learn.playground.neuron_diagram import NeuronDiagram
from gui.learn.playground.points_playground import PointsPlayground

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SOON = 30_000


@pytest.fixture
def opened(open_lesson, learn):
    """The lesson with all its parts on view."""
    found = open_lesson("points_playground")
    learn.resize(1500, 900)
    QApplication.processEvents()
    assert isinstance(found.lesson, PointsPlayground)
    return found


def choose(opened, name: str, text: str) -> None:
    """Choose an entry of a list by its first letters, as a user does by keys."""
    box = opened.find(QComboBox, name)
    box.setFocus()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.currentText() == text


def type_number(opened, name: str, text: str) -> str:
    """Type into the field of a number; what it shows then."""
    field = opened.find(QLineEdit, f"{name}-field")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field.text()


def set_units(opened, *units: int) -> None:
    type_number(opened, "hidden-layers", str(len(units)))
    for number, count in enumerate(units, start=1):
        box = opened.find(QSpinBox, f"units-{number}")
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(count))
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened.lesson.training.settings.hidden == units


def click(opened, name: str) -> None:
    QTest.mouseClick(opened.find(QPushButton, f"playground-{name}"), LEFT)


def text_of(opened, name: str) -> str:
    return opened.find(QLabel, f"playground-{name}").text()


def train_until_solved(opened, task: str) -> None:
    assert not opened.solved(task)
    click(opened, "start")
    opened.wait_until(lambda: opened.page.tasks.views[task].done, SOON)
    click(opened, "start")
    assert opened.solved(task)


# The tasks


def test_xor_is_solved_with_one_hidden_layer(opened) -> None:
    choose(opened, "dataset", "XOR")
    set_units(opened, 4)
    train_until_solved(opened, "xor")
    assert not opened.solved("spiral")


def test_xor_with_two_hidden_layers_does_not_count(opened) -> None:
    choose(opened, "dataset", "XOR")
    set_units(opened, 4, 4)
    click(opened, "start")
    opened.wait_until(lambda: opened.lesson.scores.test_accuracy >= 0.95, SOON)
    click(opened, "start")
    assert not opened.solved("xor")


def test_the_spiral_is_solved_and_the_fewest_neurons_are_shown(opened) -> None:
    choose(opened, "dataset", "Spiral")
    set_units(opened, 8, 8)
    train_until_solved(opened, "spiral")
    assert opened.lesson.best == 16
    assert "your best spiral: 16 neurons" in text_of(opened, "status")
    set_units(opened, 8)
    click(opened, "start")
    opened.wait_until(lambda: opened.lesson.best == 8, SOON)
    opened.reset()
    assert "your best spiral: 8 neurons" in text_of(opened, "status")


def test_without_a_hidden_layer_the_boundary_of_the_circle_is_a_line(opened) -> None:
    type_number(opened, "hidden-layers", "0")
    for _ in range(20):
        click(opened, "epoch")
    assert opened.lesson.training.epoch == 20
    assert opened.lesson.scores.train_accuracy < 0.8
    opened.choose("circle", "The learning rate is too small.")
    assert not opened.solved("circle")
    opened.choose("circle", "Its boundary is a straight line.")
    assert opened.solved("circle")


# The training


def test_start_and_pause(opened) -> None:
    training, start = opened.lesson.training, opened.find(QPushButton, "playground-start")
    click(opened, "start")
    assert start.text() == "Pause"
    opened.wait_until(lambda: training.epoch >= 3)
    click(opened, "start")
    assert start.text() == "Start"
    done = training.iteration
    QTest.qWait(100)
    assert training.iteration == done
    assert text_of(opened, "status").startswith(f"Epoch {training.epoch}")
    chart = opened.find(LossChart, "loss-chart")
    assert chart.history[0][0] == 0
    assert chart.history[-1][0] == pytest.approx(done / training.per_epoch)


def test_hiding_pauses_and_closing_stops(opened, learn) -> None:
    training = opened.lesson.training
    click(opened, "start")
    opened.wait_until(lambda: training.iteration > 0)
    learn.hide()
    done = training.iteration
    QTest.qWait(100)
    assert training.iteration == done
    learn.show()
    assert opened.find(QPushButton, "playground-start").text() == "Start"
    click(opened, "start")
    opened.page.shut_down()
    done = training.iteration
    QTest.qWait(100)
    assert training.iteration == done
    assert not opened.lesson.busy


def test_step_epoch_and_restart(opened) -> None:
    training = opened.lesson.training
    first = training.network.theta.copy()
    click(opened, "step")
    assert training.iteration == 1
    click(opened, "epoch")
    assert training.epoch == 1
    assert training.iteration == training.per_epoch
    click(opened, "start")
    opened.wait_until(lambda: training.epoch > 1)
    # One step more, and it waits.
    click(opened, "step")
    assert opened.find(QPushButton, "playground-start").text() == "Start"
    click(opened, "restart")
    assert training.iteration == 0
    np.testing.assert_array_equal(training.network.theta, first)
    assert len(opened.find(LossChart, "loss-chart").history) == 1


def test_a_slow_speed_makes_few_steps(opened) -> None:
    choose(opened, "playground-speed", "5 steps/s")
    click(opened, "start")
    opened.wait_until(lambda: opened.lesson.training.iteration == 2)
    QTest.qWait(300)
    assert opened.lesson.training.iteration <= 6
    choose(opened, "playground-speed", "Full speed")
    opened.wait_until(lambda: opened.lesson.training.iteration > 50)


def test_a_training_that_diverges_says_so(opened) -> None:
    choose(opened, "optimizer", "SGD")
    choose(opened, "activation", "ReLU")
    set_units(opened, 8, 8, 8, 8)
    type_number(opened, "rate", "10")
    choose(opened, "dataset", "Spiral")
    # Even 10 is not always too large: the weights are.
    opened.lesson.training.network.theta[:] = 1e15
    click(opened, "start")
    opened.wait_until(lambda: opened.lesson.training.diverged)
    assert text_of(opened, "status").startswith("The training has diverged")
    with np.errstate(all="ignore"):
        assert opened.run_cell() in ("nan\n", "0.0\n", "1.0\n")
    assert opened.find(QPushButton, "playground-start").text() == "Start"
    type_number(opened, "rate", "0.01")
    click(opened, "restart")
    assert text_of(opened, "status").startswith("Epoch 0")


# The settings


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("hidden-layers", "9", "4"),
        ("hidden-layers", "-1", "0"),
        ("hidden-layers", "2.7", "2"),
        ("points", "1e9", "1000"),
        ("points", "123.4", "123"),
        ("noise", "nan", "0.10"),
        ("noise", "inf", "0.10"),
        ("noise", "", "0.10"),
        ("batch-size", "0", "1"),
        ("rate", "1e99", "10"),
        ("rate", "0", "1e-4"),
        ("seed", "7", "7"),
        ("weight-decay", "5", "1.000"),
    ],
)
def test_numbers_that_are_too_large_or_none(opened, name: str, typed: str, shown: str) -> None:
    assert float(type_number(opened, name, typed)) == float(shown)
    click(opened, "epoch")
    assert opened.lesson.training.epoch == 1


def test_settings_reach_the_training(opened) -> None:
    choose(opened, "dataset", "Moons")
    choose(opened, "optimizer", "RMSprop")
    for name, text in {
        "points": "200",
        "rate": "0.05",
        "batch-size": "40",
        "weight-decay": "0.01",
        "seed": "3",
    }.items():
        type_number(opened, name, text)
    settings = opened.lesson.training.settings
    assert (settings.optimizer, settings.lr, settings.batch_size) == ("rmsprop", 0.05, 40)
    assert (settings.weight_decay, settings.seed) == (0.01, 3)
    assert len(opened.lesson.training.points.t) == 200
    opened.reset()
    assert opened.lesson.training.settings.optimizer == "adam"
    assert len(opened.lesson.training.points.t) == 300
    assert opened.find(QComboBox, "dataset").currentText() == "Circle"


def test_layers_and_neurons(opened) -> None:
    set_units(opened, 5, 1, 8)
    assert opened.lesson.training.network.params["W3"].shape == (1, 8)
    assert [opened.find(QSpinBox, f"units-{number}").isVisible() for number in (1, 2, 3, 4)] == [
        True,
        True,
        True,
        False,
    ]
    type_number(opened, "hidden-layers", "4")
    assert opened.lesson.training.settings.hidden == (5, 1, 8, 4)


# The points


def test_a_click_adds_a_point_and_a_right_click_removes_it(opened) -> None:
    plane, training = opened.find(BoundaryPlane, "boundary-plane"), opened.lesson.training
    choose(opened, "dataset", "My own")
    assert not len(training.points.t)
    assert not opened.find(QLineEdit, "points-field").isEnabled()
    click(opened, "start")
    opened.wait_until(lambda: opened.find(QPushButton, "playground-start").text() == "Start")
    assert text_of(opened, "status") == "Click into the plane to add points."
    for label, place in ((0, (-1.0, -1.0)), (1, (1.5, 2.0))):
        QTest.mouseClick(opened.find(QPushButton, f"click-class-{label}"), LEFT)
        QTest.mouseClick(plane, LEFT, pos=plane.position(place).toPoint())
    np.testing.assert_allclose(training.points.x, [[-1, -1], [1.5, 2]], atol=0.03)
    assert training.points.t.tolist() == [0, 1]
    for _ in range(200):
        click(opened, "epoch")
    assert opened.lesson.scores.train_accuracy == 1
    assert "test" not in text_of(opened, "status")
    QTest.mouseClick(plane, RIGHT, pos=plane.position((1.5, 2.0)).toPoint() + QPoint(3, 3))
    assert training.points.t.tolist() == [0]


def test_points_by_keys(opened) -> None:
    plane, training = opened.find(BoundaryPlane, "boundary-plane"), opened.lesson.training
    choose(opened, "dataset", "My own")
    plane.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(plane, key)
    assert plane.place == (0.5, 0.25)
    assert text_of(opened, "caption").startswith("x = (0.50, 0.25):")
    QTest.keyClick(plane, Qt.Key.Key_Space)
    np.testing.assert_allclose(training.points.x, [[0.5, 0.25]])
    QTest.keyClick(plane, Qt.Key.Key_Delete)
    assert not len(training.points.t)
    for _ in range(40):
        QTest.keyClick(plane, Qt.Key.Key_Left)
    assert plane.place == (-3.5, 0.25)


def test_own_points_stay_with_another_seed(opened) -> None:
    plane = opened.find(BoundaryPlane, "boundary-plane")
    choose(opened, "dataset", "My own")
    for place in ((-1, 0), (1, 0)):
        QTest.mouseClick(plane, LEFT, pos=plane.position(place).toPoint())
    click(opened, "epoch")
    type_number(opened, "seed", "7")
    training = opened.lesson.training
    assert (len(training.points.t), training.settings.seed, training.iteration) == (2, 7, 0)
    opened.reset()
    assert len(training.points.t) == 300


# What is shown


@pytest.mark.parametrize("width", [120, 150, 180, 400])
def test_the_losses_are_written_out_in_a_narrow_chart(qtbot, theme, width: int) -> None:
    chart = LossChart(theme)
    qtbot.addWidget(chart)
    chart.add(0, 0.696, 0.68)
    chart.resize(width, 130)
    image = chart.grab().toImage()
    pixels = [(x, image.pixelColor(x, y)) for x in range(image.width()) for y in range(image.height())]
    for name, words in {"train": "training 0.696", "test": "test 0.680"}.items():
        wanted = theme.colour(name).getRgb()
        # Letters have smooth edges.
        inside = [x for x, colour in pixels if np.abs(np.subtract(colour.getRgb(), wanted)).sum() < 150]
        assert np.ptp(inside) > 0.9 * chart.fontMetrics().horizontalAdvance(words)


def test_the_losses_go_on_after_a_change_of_the_batch_size_or_the_points(opened) -> None:
    chart = opened.find(LossChart, "loss-chart")
    for _ in range(3):
        click(opened, "epoch")
    type_number(opened, "batch-size", "1")
    click(opened, "step")
    assert 3 < chart.history[-1][0] < 3.1
    plane = opened.find(BoundaryPlane, "boundary-plane")
    QTest.mouseClick(plane, LEFT, pos=plane.position((3.2, 3.2)).toPoint())
    epochs = [point[0] for point in chart.history]
    assert epochs == sorted(set(epochs))
    assert epochs[-1] == 3


def test_the_code_runs_for_the_place_of_the_cross(opened) -> None:
    plane, network = opened.find(BoundaryPlane, "boundary-plane"), opened.lesson.training.network
    click(opened, "epoch")
    QTest.mouseMove(plane, plane.position((1.0, -2.0)).toPoint())
    place = np.array([plane.place], np.float32)
    assert place[0] == pytest.approx([1, -2], abs=0.03)
    y = float(network.predict(place)[0, 0])
    assert text_of(opened, "caption").endswith(f"y = {y:.3f}")
    assert float(opened.value("return").strip("[]")) == pytest.approx(y, rel=1e-3)
    assert float(opened.run_cell()) == pytest.approx(y, rel=1e-4)


@pytest.mark.parametrize("activation", ["tanh", "ReLU", "Sigmoid"])
def test_the_cell_of_every_network(opened, activation: str) -> None:
    choose(opened, "activation", activation)
    for units in ((), (3,), (2, 5, 3, 1)):
        set_units(opened, *units)
        click(opened, "epoch")
        y = opened.lesson.training.network.predict(np.zeros((1, 2), np.float32))[0, 0]
        assert float(opened.run_cell()) == pytest.approx(float(y), rel=1e-4)


def test_a_neuron_that_is_pointed_at_is_shown_in_the_plane(opened) -> None:
    diagram, plane = opened.find(NeuronDiagram, "neuron-diagram"), opened.find(BoundaryPlane, "boundary-plane")
    network = plane.grab().toImage()
    QTest.mouseMove(diagram, diagram.cell_rect((1, 2)).center().toPoint())
    W1, b1 = (opened.lesson.training.network.params[name] for name in ("W1", "b1"))
    weights = f"{W1[0, 2]:.2f}, {W1[1, 2]:.2f}"
    assert text_of(opened, "caption") == f"Hidden layer 1, neuron 3: weights {weights}; bias {b1[2]:.2f}"
    assert plane.grab().toImage() != network
    QTest.mouseMove(diagram, QPoint(1, 1))
    assert text_of(opened, "caption").startswith("x = ")
    # By keys, too.
    diagram.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(diagram, Qt.Key.Key_Left)
    assert text_of(opened, "caption") == "Input x1"
    for _ in range(5):
        QTest.keyClick(diagram, Qt.Key.Key_Right)
    assert text_of(opened, "caption").startswith("Output: weights")
    # Another network has no such neuron.
    set_units(opened)
    assert text_of(opened, "caption").startswith("x = ")


def test_the_colour_at_a_point_is_that_of_the_prediction(opened) -> None:
    plane = opened.find(BoundaryPlane, "boundary-plane")
    choose(opened, "dataset", "My own")
    theta = opened.lesson.training.network.theta
    theta[...] = 0
    theta[-1] = 20
    click(opened, "step")
    colour = plane.grab().toImage().pixelColor(plane.position((2.0, 2.0)).toPoint())
    assert colour.red() > colour.blue() + 50
    theta[-1] = -20
    click(opened, "step")
    colour = plane.grab().toImage().pixelColor(plane.position((2.0, 2.0)).toPoint())
    assert colour.blue() > colour.red() + 50


@pytest.mark.parametrize("size", [(430, 330), (700, 420), (430, 600), (900, 800)])
def test_every_part_can_be_reached_at_every_size(opened, theme, size: tuple[int, int], qtbot) -> None:
    lesson = PointsPlayground(opened.lesson.context)
    theme.style(lesson)
    qtbot.addWidget(lesson)
    lesson.resize(*size)
    lesson.show()
    names = ("boundary-plane", "neuron-diagram", "loss-chart", "playground-settings")
    seen, places = set(), set()
    for part in range(3):
        button = lesson.findChild(QPushButton, f"playground-parts-{part}")
        if button.isVisible():
            QTest.mouseClick(button, LEFT)
        QApplication.processEvents()
        places.add(button.mapTo(lesson, QPoint()).y())
        parts = [lesson.findChild(QWidget, name) for name in names]
        seen |= {each.objectName() for each in parts if each.isVisible()}
        for each in parts:
            corner = each.mapTo(lesson, QPointF(each.width(), each.height()))
            assert not each.isVisible() or (corner.x() <= size[0] and corner.y() <= size[1])
    assert seen == set(names)
    # The buttons stay where they are.
    assert len(places) == 1
    assert lesson.size().toTuple() == size
