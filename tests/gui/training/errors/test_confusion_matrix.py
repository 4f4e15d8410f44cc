"""The confusion matrix: its numbers and colours, and how the user moves in it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtTest import QTest

from gui.theme import Theme
from gui.training.errors import captions
from gui.training.errors.confusion_matrix import ConfusionMatrix
from gui.widgets.array_view import Cell
from gui.widgets.colour_maps import ramp, shade

Key = Qt.Key
# As in MNIST's test set: 1,028 sevens, 11 of them predicted as 2 and one as 9; one 0 predicted as 6; no 5.
OF = np.array([980, 1135, 1032, 1010, 982, 0, 958, 1028, 974, 1009])
TABLE = np.diag(OF)
for wrong, many in {(7, 2): 11, (7, 9): 1, (0, 6): 1}.items():
    TABLE[wrong] = many
    TABLE[wrong[0], wrong[0]] -= many


@pytest.fixture
def matrix(qtbot, theme: Theme) -> ConfusionMatrix:
    made = ConfusionMatrix(theme)
    qtbot.addWidget(made)
    made.resize(490, 380)
    made.show_table(TABLE)
    with qtbot.waitExposed(made):
        made.show()
    made.clearFocus()
    return made


class Signals:
    """What the matrix has emitted."""

    def __init__(self, matrix: ConfusionMatrix) -> None:
        self.pointed: Cell | None = None
        self.selected: list[Cell | None] = []
        matrix.pointed.connect(self._set_pointed)
        matrix.selected_changed.connect(self.selected.append)

    def _set_pointed(self, cell: Cell | None) -> None:
        self.pointed = cell


@pytest.fixture
def signals(matrix: ConfusionMatrix) -> Signals:
    return Signals(matrix)


def centre(matrix: ConfusionMatrix, cell: Cell) -> QPoint:
    return matrix.cell_rect(cell).center().toPoint()


def click(matrix: ConfusionMatrix, cell: Cell) -> None:
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=centre(matrix, cell))


def focus(matrix: ConfusionMatrix, qtbot) -> None:
    matrix.activateWindow()
    matrix.setFocus()
    qtbot.waitUntil(matrix.hasFocus)


# -- numbers and sentences


def test_counts_and_per_cents(matrix: ConfusionMatrix) -> None:
    assert [matrix.number(cell) for cell in ((7, 7), (7, 2), (0, 6), (2, 7))] == ["1,016", "11", "1", ""]
    matrix.show_percents(True)
    # 11 of 1,028 are 1.07 %; 979 of 980 are 99.90 %.
    assert [matrix.number(cell) for cell in ((7, 7), (7, 2), (0, 0), (1, 1))] == ["98.8", "1.1", "99.9", "100"]
    assert [matrix.accuracy_text(digit) for digit in (0, 1, 5, 7)] == ["99.9 %", "100 %", "–", "98.8 %"]


def test_only_all_is_100_per_cent_and_only_none_is_0() -> None:
    shares = [(0, 10), (10, 10), (9_999, 10_000), (1, 10_000), (1, 1_000), (1, 3)]
    assert [captions.share(*each) for each in shares] == ["0", "100", "99.9", "<0.1", "0.1", "33.3"]
    assert [captions.probability(p) for p in (0.5, 0.9994, 1.0, float("nan"))] == ["50.0 %", "99.9 %", ">99.9 %", "–"]


def test_the_sentence_of_a_cell(matrix: ConfusionMatrix) -> None:
    assert matrix.cell_text((7, 2)) == "7 predicted as 2: 11 of 1,028 images (1.1 %)"
    assert matrix.cell_text((7, 9)) == "7 predicted as 9: 1 of 1,028 images (0.1 %)"
    assert matrix.cell_text((7, 7)) == "7 predicted correctly: 1,016 of 1,028 images (98.8 %)"
    assert matrix.cell_text((1, 2)) == "1 predicted as 2: 0 of 1,135 images (0 %)"
    assert matrix.cell_text((5, 2)) == "There is no 5 among the images."


def test_every_number_has_room(matrix: ConfusionMatrix) -> None:
    for size, of in (((320, 240), 1000), ((490, 380), 60_000), ((1200, 900), 1000)):
        matrix.resize(*size)
        matrix.show_table(np.full((10, 10), of // 10))
        for percents in (False, True):
            matrix.show_percents(percents)
            for cell in ((9, 9), (9, 8)):
                metrics = QFontMetrics(matrix.number_font([cell]))
                rect = matrix.cell_rect(cell).toRect()
                assert metrics.horizontalAdvance(matrix.number(cell)) <= rect.width()
                assert metrics.height() <= rect.height() + 2
                assert matrix.rect().contains(rect)
            room = matrix.accuracy_rect(9).toRect()
            assert max(map(matrix.fontMetrics().horizontalAdvance, ("99.9 %", "accuracy"))) <= room.width()
            assert matrix.rect().contains(room)
            assert matrix.cell_rect((9, 9)).right() < room.left()


# -- colours


def luminance(colour: QColor) -> float:
    """By WCAG 2."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_numbers_have_contrast_on_every_colour(theme: Theme) -> None:
    for scheme in ("light", "dark"):
        theme.choose(scheme)
        colours = [*ramp(theme.colour("mistake-least"), theme.colour("mistake-most")), theme.colour("right")]
        assert min(contrast(each, theme.colour("text")) for each in colours) >= 4.5


def test_a_ramp_goes_from_one_colour_to_the_other(theme: Theme) -> None:
    first, last = theme.colour("mistake-least"), theme.colour("mistake-most")
    colours = ramp(first, last)
    assert (colours[0].name(), colours[-1].name()) == (first.name(), last.name())
    assert [luminance(each) for each in colours] == sorted((luminance(each) for each in colours), reverse=True)
    assert shade(colours, 0.0) == colours[0]
    assert shade(colours, 1.0) == colours[-1]


def test_the_more_errors_the_stronger_the_colour(matrix: ConfusionMatrix, theme: Theme) -> None:
    colours = ramp(theme.colour("mistake-least"), theme.colour("mistake-most"))
    one, three, ten = (luminance(shade(colours, share)) for share in (0.001, 0.003, 0.01))
    assert one > three > ten > luminance(shade(colours, 0.05)) == luminance(shade(colours, 1.0))
    weak, strong = matrix.fill((7, 9)), matrix.fill((7, 2))
    assert weak is not None
    assert strong is not None
    assert luminance(weak) > luminance(strong)
    # One of 1,028 and one of 980 hardly differ; the diagonal has another colour, an empty cell none.
    assert abs(luminance(weak) - luminance(matrix.fill((0, 6)) or QColor())) < 0.01
    assert matrix.fill((7, 7)) == theme.colour("right")
    assert matrix.fill((2, 7)) is None


def painted(matrix: ConfusionMatrix, cell: Cell) -> QColor:
    """The colour above a cell's number."""
    rect = matrix.cell_rect(cell).toRect()
    return matrix.grab().toImage().pixelColor(rect.center().x(), rect.top() + 4)


def test_it_is_painted_in_the_colours_of_the_theme(matrix: ConfusionMatrix, theme: Theme) -> None:
    for scheme in ("dark", "light"):
        theme.choose(scheme)
        for cell in ((7, 2), (7, 7)):
            assert painted(matrix, cell).name() == matrix.fill(cell).name()


# -- mouse


def test_the_cell_under_the_mouse_is_emitted(matrix: ConfusionMatrix, signals: Signals) -> None:
    QTest.mouseMove(matrix, centre(matrix, (7, 2)))
    assert signals.pointed == (7, 2)
    QTest.mouseMove(matrix, QPoint(2, 2))
    assert signals.pointed is None
    assert "arrow keys" in matrix.accessibleDescription()


def test_a_click_selects_a_cell_and_the_next_deselects_it(matrix: ConfusionMatrix, signals: Signals) -> None:
    click(matrix, (7, 2))
    assert matrix.selected == matrix.current == (7, 2)
    click(matrix, (1, 1))
    click(matrix, (1, 1))
    assert matrix.selected is None
    click(matrix, (2, 9))  # an empty one: at another checkpoint there may be images in it
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert signals.selected == [(7, 2), (1, 1), None, (2, 9)]


# -- keys


def test_the_arrow_keys_start_at_the_most_frequent_error(matrix: ConfusionMatrix, signals: Signals, qtbot) -> None:
    focus(matrix, qtbot)
    assert matrix.current == (7, 2)
    assert signals.pointed == (7, 2)
    for key, cell in ((Key.Key_Up, (6, 2)), (Key.Key_Left, (6, 1)), (Key.Key_Right, (6, 2)), (Key.Key_End, (6, 9))):
        QTest.keyClick(matrix, key)
        assert matrix.current == signals.pointed == cell
        assert matrix.accessibleName().endswith(matrix.cell_text(cell))
    QTest.keyClick(matrix, Key.Key_Right)
    QTest.keyClick(matrix, Key.Key_Home)
    QTest.keyClick(matrix, Key.Key_Left)
    for _ in range(5):
        QTest.keyClick(matrix, Key.Key_Down)
    assert matrix.current == (9, 0)
    assert signals.selected == []


def test_enter_selects_and_escape_deselects(matrix: ConfusionMatrix, signals: Signals, qtbot) -> None:
    focus(matrix, qtbot)
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Escape, Key.Key_Escape, Key.Key_A):
        QTest.keyClick(matrix, key)
    assert signals.selected == [(7, 2), None, (7, 2), None]


def test_an_empty_matrix_ignores_mouse_and_keys(matrix: ConfusionMatrix, signals: Signals, qtbot) -> None:
    matrix.show_table(None)
    focus(matrix, qtbot)
    QTest.mouseMove(matrix, centre(matrix, (7, 2)))
    QTest.keyClick(matrix, Key.Key_Down)
    QTest.keyClick(matrix, Key.Key_Return)
    click(matrix, (1, 1))
    matrix.grab()
    assert (signals.pointed, signals.selected, matrix.table) == (None, [], None)
    assert matrix.accuracy_text(3) == ""
