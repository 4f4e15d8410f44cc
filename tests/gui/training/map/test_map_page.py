"""The map: the test digits in two dimensions, the drawing among them, and a point that opens its image."""

from dataclasses import replace
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from small_digits import small_sets
from window_shutdown import shut_down

from engine.data.dataset_summary import Loaded
from engine.explain.hidden_map import hidden_activations, project
from engine.nn.network import Network
from engine.nn.network_spec import NetworkSpec
from engine.types import FloatArray
from engine.weights import Weights
from gui.current_network import CurrentNetwork
from gui.theme import Theme
from gui.training.data.dataset_cache import cache
from gui.training.map.map_page import MapPage

SPEC = NetworkSpec.mlp((12,))


def weights(seed: int, spec: NetworkSpec = SPEC) -> Weights:
    network = Network(spec)
    network.initialize(np.random.default_rng(seed))
    return Weights(spec, network.snapshot())


@pytest.fixture
def network(qapp) -> CurrentNetwork:
    return CurrentNetwork(weights(1), None)


@pytest.fixture
def page(qtbot, network: CurrentNetwork, theme: Theme):
    cache.put("mnist", Loaded(*small_sets()))
    made = MapPage(network, theme)
    qtbot.addWidget(made, before_close_func=shut_down)
    made.resize(700, 420)
    made.set_source("mnist")
    made.show()
    qtbot.waitUntil(lambda: len(made.view.points) > 0 and not made.busy)
    yield made
    cache.clear()


def activations(network: CurrentNetwork, pixels: np.ndarray) -> np.ndarray:
    copy = Network(network.recognizer.spec)
    copy.load(network.recognizer.params)
    return hidden_activations(copy, pixels)


def test_the_points_are_the_projection_of_the_last_hidden_layer(page: MapPage, network: CurrentNetwork) -> None:
    test = small_sets()[1]
    found = activations(network, test.pixels(slice(1000)))
    np.testing.assert_allclose(page.view.points, project(found).points(found), atol=1e-4)
    np.testing.assert_array_equal(page.view.labels, test.labels[:1000])


def test_it_follows_a_training_without_turning(page: MapPage, network: CurrentNetwork, qtbot) -> None:
    before = page.view.points
    changed = {name: array + np.float32(0.001) for name, array in network.recognizer.params.items()}
    network.follow(SPEC, changed)
    qtbot.waitUntil(lambda: page.view.points is not before and not page.busy)
    assert 0 < np.abs(page.view.points - before).max() < 0.3
    # Many updates in a row: the last one counts.
    for step in range(20):
        network.follow(SPEC, {name: array * np.float32(1 + step / 100) for name, array in changed.items()})
    test = small_sets()[1]
    last = activations(network, test.pixels(slice(1000)))
    expected = project(last)

    def is_last() -> bool:
        lengths = np.hypot(*page.view.points.T)
        return not page.busy and np.allclose(lengths, np.hypot(*expected.points(last).T), atol=1e-3)

    qtbot.waitUntil(is_last)


def test_the_drawing_is_a_star_among_them(page: MapPage, qtbot) -> None:
    assert page.view.star is None
    # A test digit drawn again is exactly where that digit is.
    test = small_sets()[1]
    page.show_drawing(test.pixels(slice(3, 4)).reshape(28, 28))
    qtbot.waitUntil(lambda: page.view.star is not None)
    np.testing.assert_allclose(page.view.star, page.view.points[3], atol=1e-4)
    page.show_drawing(None)
    qtbot.waitUntil(lambda: page.view.star is None)


def test_a_point_shows_and_opens_its_image(page: MapPage, qtbot) -> None:
    test = small_sets()[1]
    place = page.view.position(page.view.points[5]).toPoint()
    cell = page.view.cell_at(place)
    assert cell is not None
    with qtbot.waitSignal(page.image_opened) as opened:
        qtbot.mouseClick(page.view, Qt.MouseButton.LeftButton, pos=QPoint(place))
    np.testing.assert_allclose(opened.args[0].reshape(-1), test.pixels(slice(cell, cell + 1))[0])
    assert opened.args[1] == test.labels[cell]
    # By keys: an arrow goes to another point in that direction, Return opens it.
    before = page.view.position(page.view.points[cell])
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    after = page.view.position(page.view.points[page.view.current])
    assert page.view.current != cell
    assert after.x() > before.x()
    with qtbot.waitSignal(page.image_opened) as opened:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert opened.args[1] == test.labels[page.view.current]


def test_another_network_and_no_work_while_it_is_hidden(page: MapPage, network: CurrentNetwork, qtbot) -> None:
    page.hide()
    before = page.view.points
    network.use(weights(2, NetworkSpec.mlp((7, 9), "sigmoid")), None)
    assert not page.busy
    page.show()
    qtbot.waitUntil(lambda: page.view.points is not before and not page.busy)
    assert len(page.view.points) == len(before)


def test_data_that_cannot_be_loaded(page: MapPage, qtbot) -> None:
    with qtbot.waitSignal(page.problem) as problem:
        page.set_source("folder:/no/such/folder")
    assert "/no/such/folder" in problem.args[0]
    qtbot.waitUntil(lambda: not page.busy)
    page.set_source("mnist")
    qtbot.waitUntil(lambda: page.view.isVisible() and not page.busy)


@pytest.mark.parametrize("value", [1, 1e38])
def test_a_map_of_another_network_or_of_other_data_is_not_shown(
    page: MapPage, network: CurrentNetwork, qtbot, monkeypatch: pytest.MonkeyPatch, value: float
) -> None:
    """Nor why there was none: with large values."""
    began, let, compute, shown = Event(), Event(), page._task.compute, list[FloatArray]()

    def held(*args: object) -> object:
        began.set()
        assert let.wait(20)
        return compute(*args)

    monkeypatch.setattr(page._task, "compute", held)
    monkeypatch.setattr(page.view, "show_points", lambda points, labels: shown.append(points))
    problems: list[str] = []
    page.problem.connect(problems.append)
    found = weights(2)
    network.use(replace(found, params={name: array * np.float32(value) for name, array in found.params.items()}), None)
    qtbot.waitUntil(began.is_set)
    network.use(weights(3), None)
    let.set()
    qtbot.waitUntil(lambda: bool(shown) and not page.busy)
    (points,) = shown
    last = activations(network, small_sets()[1].pixels(slice(1000)))
    np.testing.assert_allclose(np.hypot(*points.T), np.hypot(*project(last).points(last).T), atol=1e-3)
    assert problems == []


def test_synthetic_digits_are_made_at_once(qtbot, network: CurrentNetwork, theme: Theme) -> None:
    made = MapPage(network, theme)
    qtbot.addWidget(made)
    made.set_source("starter")
    made.show()
    qtbot.waitUntil(lambda: len(made.view.points) == 1000 and not made.busy, timeout=20_000)


def test_a_network_that_has_diverged_has_no_map(page: MapPage, network: CurrentNetwork, qtbot) -> None:
    """Points at nan were painted, and NumPy's warnings were shown."""
    found = weights(1)
    huge = replace(found, params={name: np.full_like(values, 1e38) for name, values in found.params.items()})
    relu = NetworkSpec.mlp((12,), "relu")
    with qtbot.waitSignal(page.problem) as problem:
        network.use(replace(huge, spec=relu), None)
    assert problem.args[0] == (
        "The outputs of the last hidden layer are too large for a map: the network has diverged."
    )
    qtbot.waitUntil(lambda: not page.busy)
    assert not page.view.isVisible()
    network.use(replace(found, spec=relu), None)
    qtbot.waitUntil(lambda: page.view.isVisible() and not page.busy)
    assert np.isfinite(page.view.points).all()


def test_points_of_large_activations_are_finite() -> None:
    found = np.random.default_rng(1).uniform(-3e38, 3e38, (50, 5)).astype(np.float32)
    assert np.isfinite(project(found).points(found)).all()


def test_a_very_large_layer_shows_fewer_digits(
    page: MapPage, network: CurrentNetwork, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of 500 filters took gigabytes."""
    monkeypatch.setattr("engine.explain.hidden_map._MOST_ACTIVATIONS", 13 * 30)
    network.use(weights(1, NetworkSpec.mlp((13,))), None)
    qtbot.waitUntil(lambda: len(page.view.points) == 30 and not page.busy)
    np.testing.assert_array_equal(page.view.labels, small_sets()[1].labels[:30])
    assert page.findChild(QLabel, "map-facts").text().startswith("30 test digits, 13 activations each.")
