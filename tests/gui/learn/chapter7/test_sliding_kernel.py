"""The lesson on convolution: the book's numbers, its tasks, and a window that slides by mouse and keys."""

import numpy as np
import pytest
from opened_lesson import OpenedLesson, made_learn_tab, run_cell
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea

from engine.book import Convolution
from gui.learn.chapter7.image_grid import ImageGrid
from gui.learn.chapter7.product_view import ProductView
from gui.learn.chapter7.unrolled_view import UnrolledView
from gui.learn.parts.matrix_view import MatrixView

LEFT = Qt.MouseButton.LeftButton
VERTICAL = ((1, 0, -1), (1, 0, -1), (1, 0, -1))


@pytest.fixture
def opened(open_lesson) -> OpenedLesson:
    return open_lesson("sliding_kernel")


def _click(opened: OpenedLesson, name: str) -> None:
    QTest.mouseClick(opened.find(QPushButton, name), LEFT)


def _choose_kernel(opened: OpenedLesson, index: int) -> None:
    kernels = opened.find(QComboBox, "conv-kernel-list")
    kernels.setFocus()
    QTest.keyClick(kernels, Qt.Key.Key_Home)
    for _ in range(index):
        QTest.keyClick(kernels, Qt.Key.Key_Down)


def _type_kernel(opened: OpenedLesson, kernel) -> None:
    view = opened.find(MatrixView, "conv-kernel")
    for (i, j), value in np.ndenumerate(np.array(kernel)):
        at = view.cell_rect((i, j)).center().toPoint()
        QTest.mouseClick(view, LEFT, pos=at)
        editor = opened.find(QLineEdit, "conv-kernel-editor")
        editor.selectAll()
        QTest.keyClicks(editor, str(value))
        QTest.keyClick(editor, Qt.Key.Key_Return)


def _out(opened: OpenedLesson) -> list[list[float]]:
    return opened.find(ImageGrid, "conv-output").values.tolist()


def _products(opened: OpenedLesson) -> str:
    return opened.find(ProductView, "conv-products").accessibleName()


def _size(opened: OpenedLesson) -> str:
    return opened.find(QLabel, "conv-size").text()


def test_the_books_numbers(opened) -> None:
    assert opened.lesson.input.values.tolist() == [[1, 2, 3, 0], [0, 1, 2, 3], [3, 0, 1, 2], [2, 3, 0, 1]]
    assert opened.lesson.kernel.values.tolist() == [[2, 0, 1], [0, 1, 2], [1, 0, 2]]
    assert _out(opened) == [[15, 16], [6, 15]]
    terms = "1 × 2 + 2 × 0 + 3 × 1 + 0 × 0 + 1 × 1 + 2 × 2 + 3 × 1 + 0 × 0 + 1 × 2"
    assert _products(opened) == f"{terms} = 15"
    assert opened.find(UnrolledView, "conv-unrolled").col[3].tolist() == [1, 2, 3, 0, 1, 2, 3, 0, 1]
    assert opened.run_cell() == "[[15. 16.]\n [ 6. 15.]]\n[[16.]]\n"
    assert opened.value("out_h") == "2"


def test_the_books_padding_and_stride(opened) -> None:
    _click(opened, "conv-padding-1")
    assert _out(opened) == [[7, 12, 10, 2], [4, 15, 16, 10], [10, 6, 15, 6], [8, 10, 4, 3]]
    _click(opened, "conv-stride-1")
    assert _out(opened) == [[7, 10], [10, 15]]
    assert "rounded down to 2" in _size(opened)
    _click(opened, "conv-stride-2")
    assert _size(opened) == "Size: (4 + 2·1 − 3) / 3 + 1 = 2"
    assert opened.run_cell() == "[[7. 2.]\n [8. 3.]]\n[[8.]]\n"


def test_max_pooling(opened) -> None:
    pooled = opened.find(ImageGrid, "conv-pooled")
    assert pooled.values.tolist() == [[16]]
    _click(opened, "conv-view-2")
    _click(opened, "conv-padding-1")
    assert pooled.values.tolist() == [[15, 16], [10, 15]]
    _click(opened, "conv-padding-0")
    _click(opened, "conv-stride-2")
    assert _out(opened) == [[15]]
    assert not pooled.isVisible()
    assert "smaller than a window" in opened.find(QLabel, "conv-pool-note").text()
    assert opened.run_cell() == "[[15.]]\n"


def test_the_window_slides_by_the_mouse(opened) -> None:
    image, lesson = opened.find(ImageGrid, "conv-image"), opened.lesson
    QTest.mousePress(image, LEFT, pos=image.cell_rect((1, 1)).center().toPoint())
    QTest.mouseMove(image, image.cell_rect((2, 2)).center().toPoint())
    assert lesson.place == (1, 1)
    QTest.mouseMove(image, (image.cell_rect((3, 3)).center() + QPointF(500, 500)).toPoint())
    QTest.mouseRelease(image, LEFT)
    assert lesson.place == (1, 1)
    output = opened.find(ImageGrid, "conv-output")
    QTest.mouseClick(output, LEFT, pos=output.cell_rect((0, 1)).center().toPoint())
    assert lesson.place == (0, 1)
    assert _products(opened).endswith("= 16")
    _click(opened, "conv-view-1")
    unrolled = opened.find(UnrolledView, "conv-unrolled")
    QTest.mouseClick(unrolled, LEFT, pos=unrolled.cell_rect((2, 4)).center().toPoint())
    assert lesson.place == (1, 0)


def test_the_window_slides_by_the_arrow_keys(opened) -> None:
    image, lesson = opened.find(ImageGrid, "conv-image"), opened.lesson
    image.setFocus()
    for key, place in (("Right", (0, 1)), ("Right", (0, 1)), ("Down", (1, 1)), ("Left", (1, 0)), ("Up", (0, 0))):
        QTest.keyClick(image, Qt.Key[f"Key_{key}"])
        assert lesson.place == place
    assert "out[0, 0]" in image.accessibleName()
    _click(opened, "conv-view-1")
    unrolled = opened.find(UnrolledView, "conv-unrolled")
    unrolled.setFocus()
    for _ in range(5):
        QTest.keyClick(unrolled, Qt.Key.Key_Down)
    assert lesson.place == (1, 1)
    _click(opened, "conv-padding-1")
    _click(opened, "conv-view-2")
    pooled = opened.find(ImageGrid, "conv-pooled")
    pooled.setFocus()
    QTest.keyClick(pooled, Qt.Key.Key_Right)
    assert lesson.place == (1, 3)


def test_it_slides_by_itself_until_the_end(opened) -> None:
    _click(opened, "conv-view-1")
    _click(opened, "conv-play")
    output = opened.find(ImageGrid, "conv-output")
    assert output.cell_text((1, 1)) == "Not computed yet"
    opened.wait_until(lambda: opened.lesson.place == (1, 1))
    assert output.cell_text((1, 1)) == "Row 1, column 1: 15.00"
    _click(opened, "conv-play")
    assert output.cell_text((1, 1)) == "Not computed yet"
    opened.tab.hide()
    assert output.cell_text((1, 1)) == "Row 1, column 1: 15.00"


def test_an_edge_filter(opened) -> None:
    _choose_kernel(opened, 4)
    _click(opened, "conv-input-1")
    out = np.array(_out(opened))
    assert out[0, 3] == -3
    assert (out[2:6] == 0).all()
    assert not opened.solved("edges"), "these are the horizontal ones"
    _type_kernel(opened, np.zeros((3, 3)))
    assert not opened.solved("edges")
    assert (np.array(_out(opened)) == 0).all()
    _type_kernel(opened, VERTICAL)
    assert opened.find(QComboBox, "conv-kernel-list").currentText() == "Own numbers"
    out = np.array(_out(opened))
    assert out[3].tolist() == [-3, -3, 0, 0, 0, 0, 3, 3]
    assert opened.solved("edges")
    assert opened.hint("edges")


def test_other_edges_do_not_count(opened) -> None:
    _click(opened, "conv-input-1")
    for kernel in (((1, 1, 0), (1, 0, -1), (0, -1, -1)), ((1, 0, 0), (0, 0, 0), (0, 0, 0))):
        _type_kernel(opened, kernel)
        assert not opened.solved("edges")


def test_the_output_as_large_as_the_input(opened) -> None:
    _click(opened, "conv-padding-2")
    assert not opened.solved("same")
    _click(opened, "conv-padding-1")
    assert opened.solved("same")


def test_the_output_size_of_the_books_network(opened) -> None:
    opened.type_answer("size", "576")
    assert not opened.solved("size")
    opened.type_answer("size", "144")
    assert opened.solved("size")
    assert "4,320" in opened.reply("size")


def test_the_digit_is_the_drawing_of_the_draw_tab(settings, theme, qtbot) -> None:
    drawings = []
    tab = made_learn_tab(settings, theme, qtbot, drawing=lambda: drawings[-1] if drawings else None)
    opened = OpenedLesson(tab, "sliding_kernel", qtbot)
    _click(opened, "conv-input-2")
    image = opened.find(ImageGrid, "conv-image")
    assert image.accessibleName() == "Sample"
    sample = image.values
    assert sample.shape == (28, 28)
    assert sample.max() == 1
    drawings.append(np.linspace(0, 1, 784, dtype=np.float32).reshape(28, 28))
    tab.hide()
    tab.show()
    assert image.accessibleName() == "Your drawing"
    assert np.allclose(image.values, drawings[-1], atol=0.005)
    x, W = image.values[None, None], opened.lesson.kernel.values[None, None]
    assert _out(opened) == Convolution(W, np.zeros(1)).forward(x)[0, 0].tolist()
    assert "shape" not in run_cell(opened.lesson.cell())


def test_extreme_numbers(opened) -> None:
    _type_kernel(opened, [[1e30, -1e30, 0], [0, 0, 0], [0, 0, 0]])
    assert opened.lesson.kernel.values[0].tolist() == [99, -99, 0]
    for name in ("conv-input-2", "conv-padding-2", "conv-stride-2", "conv-view-1", "conv-view-2", "conv-view-0"):
        _click(opened, name)
        opened.lesson.grab()
    opened.reset()
    assert _out(opened) == [[15, 16], [6, 15]]
    assert opened.find(QPushButton, "conv-view-0").isChecked()


def test_in_a_small_window_there_is_room_for_the_numbers_of_the_image(opened) -> None:
    # In a window of 720 x 480.
    opened.tab.resize(720, 362)
    area, image = opened.find(QScrollArea, "lesson-area"), opened.find(ImageGrid, "conv-image")
    opened.wait_until(lambda: area.viewport().width() < 430)
    opened.wait_until(lambda: image.cell_rect((0, 0)).height() >= image.fontMetrics().height() + 4)
