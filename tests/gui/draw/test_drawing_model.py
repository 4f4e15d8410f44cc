"""What is on the canvas, with undo and redo."""

import numpy as np
import pytest

from gui.draw.drawing_model import DrawingModel


def draw(model: DrawingModel, *points: tuple[float, float]) -> None:
    model.begin(*points[0])
    for point in points[1:]:
        model.extend(*point)
    model.end()


@pytest.fixture
def model() -> DrawingModel:
    return DrawingModel()


def test_a_stroke_has_every_point(model: DrawingModel) -> None:
    points = [(1.0, 2.0), (3.25, 4.5), (5.125, 6.0)]
    draw(model, *points)
    np.testing.assert_array_equal(model.content.strokes[0], np.array(points, np.float32))
    assert model.content.strokes[0].dtype == np.float32


def test_the_running_stroke_counts_and_repeated_points_do_not(model: DrawingModel) -> None:
    draw(model, (1, 1), (2, 2))
    model.begin(5, 5)
    model.extend(5, 5)
    model.extend(6, 5)
    assert [len(stroke) for stroke in model.strokes()] == [2, 2]
    assert len(model.content.strokes) == 1


def test_undo_redo_and_clear(model: DrawingModel) -> None:
    assert not model.can_undo
    draw(model, (1, 1), (2, 2))
    draw(model, (3, 3), (4, 4))
    model.clear()
    assert model.content.empty
    model.undo()
    assert len(model.content.strokes) == 2
    model.undo()
    model.undo()
    assert model.content.empty
    assert not model.can_undo
    model.redo()
    assert len(model.content.strokes) == 1
    draw(model, (7, 7))
    assert not model.can_redo
    assert len(model.content.strokes) == 2


def test_small_images_of_a_dataset_do_not_remove_a_drawing_from_undo(model: DrawingModel) -> None:
    draw(model, (1, 1), (2, 2))
    for _ in range(30):
        model.show_image(np.zeros((28, 28), np.float32), prepared=True)
    for _ in range(30):
        model.undo()
    assert len(model.content.strokes) == 1


def test_clearing_nothing_leaves_nothing_to_undo(model: DrawingModel) -> None:
    model.clear()
    assert not model.can_undo


def test_undo_while_drawing_removes_the_running_stroke(model: DrawingModel) -> None:
    draw(model, (1, 1), (2, 2))
    model.begin(5, 5)
    model.extend(6, 6)
    model.undo()
    assert model.running is None
    assert len(model.content.strokes) == 1
    model.extend(9, 9)  # the button is still pressed, but no stroke is running
    model.end()
    assert len(model.content.strokes) == 1


def test_an_image_and_then_a_stroke(model: DrawingModel) -> None:
    draw(model, (1, 1), (2, 2))
    model.show_image(np.zeros((5, 5), np.float32))
    assert model.content.image is not None
    assert model.strokes() == []
    model.begin(3, 3)
    assert len(model.strokes()) == 1
    model.end()
    assert model.content.image is None
    model.undo()
    assert model.content.image is not None


def test_changes_are_reported(model: DrawingModel, qtbot) -> None:
    with qtbot.waitSignals([model.changed, model.changed, model.changed]):
        draw(model, (1, 1), (2, 2))
    with qtbot.waitSignal(model.history_changed):
        model.undo()


def test_a_stroke_that_is_being_drawn_can_be_undone_and_cleared() -> None:
    model = DrawingModel()
    states = []
    model.history_changed.connect(lambda: states.append(model.can_undo))
    model.begin(1, 1)
    assert states == [True]
    model.clear()
    assert states == [True, False]
    assert model.running is None
    model.undo()
    assert model.content.empty


def test_undo_keeps_twenty_images(model: DrawingModel) -> None:
    """Each takes up to a MB: a folder of photos, opened one after the other, would fill the memory."""
    for shade in range(30):
        model.show_image(np.full((8, 8), shade / 30, np.float32))
    draw(model, (1, 1), (2, 2))
    shades = []
    while model.can_undo:
        model.undo()
        assert model.content.image is not None
        shades.append(round(30 * float(model.content.image[0, 0])))
    assert shades == list(range(29, 9, -1))
