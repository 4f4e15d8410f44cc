"""The lesson about the initial weights."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget

from engine.book import he_init, relu
from gui.learn.chapter6.activation_spread import ACTIVATIONS, Setup, compute


@pytest.fixture
def opened(open_lesson):
    made = open_lesson("initial_weights")
    shown(made)
    return made


def shown(opened) -> None:
    """Wait until the newest values are on view."""
    lesson = opened.lesson
    opened.wait_until(lambda: not lesson.busy and lesson.result is not None and lesson.result.setup == lesson.setup)


def click(opened, *names: str) -> None:
    for name in names:
        QTest.mouseClick(opened.find(QPushButton, name), Qt.MouseButton.LeftButton)
    shown(opened)


def type_number(opened, name: str, text: str) -> None:
    field = opened.find(QLineEdit, f"{name}-field")
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown(opened)


SIGMOID, TANH, RELU = "activation-0", "activation-1", "activation-2"
ONE, SMALL, XAVIER, HE = "weights-0", "weights-1", "weights-2", "weights-3"


def test_the_numbers_are_those_of_the_book_s_functions() -> None:
    result = compute(Setup("ReLU", "he", 1.0, False, seed=3))
    z = np.random.default_rng([3, 0]).standard_normal((1000, 100))
    for number, layer in enumerate(result.layers, start=1):
        z = relu(z @ he_init(100, 100, np.random.default_rng([3, number])))
        assert layer.std == pytest.approx(z.std())
        assert layer.ends == pytest.approx((z <= 0).mean())
        assert layer.counts.sum() == 100_000
        assert layer.counts[0] >= (z == 0).sum()


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_batch_normalisation_makes_the_std_of_the_weights_unimportant(activation: str) -> None:
    # At 0.001 the variance of what enters sigmoid is not much above the 1e-6 that is added to it.
    for std in (0.001, 0.1, 10.0):
        layers = compute(Setup(activation, "normal", std, True, 0)).layers
        assert layers[-1].std == pytest.approx(layers[0].std, rel=0.15)
        assert activation == "ReLU" or layers[-1].ends < 0.05


def test_the_first_values_solve_nothing(opened) -> None:
    type_number(opened, "seed", "1")
    assert not any(opened.solved(task) for task in ("die", "saturate", "keep"))
    assert "gradient vanishes" in opened.find(QLabel, "spread-summary").text()


def test_the_activations_die(opened) -> None:
    click(opened, TANH, SMALL)
    assert opened.lesson.result.layers[-1].std < 1e-4
    assert opened.solved("die")
    assert "nothing can be learnt" in opened.find(QLabel, "spread-summary").text()


def test_the_activations_saturate(opened) -> None:
    type_number(opened, "std", "2")
    assert opened.find(QPushButton, "weights-4").isChecked()
    assert opened.solved("saturate")
    opened.reset()
    shown(opened)
    click(opened, TANH)
    assert opened.lesson.result.layers[-1].ends > 0.7


@pytest.mark.parametrize("seed", range(4))
def test_he_keeps_the_spread_of_relu(opened, seed: int) -> None:
    type_number(opened, "seed", str(seed))
    click(opened, RELU)
    assert not opened.solved("keep")
    click(opened, XAVIER)
    assert not opened.solved("keep")
    click(opened, HE)
    assert opened.find(QLineEdit, "std-field").text() == "0.1414"
    assert opened.solved("keep")


def test_the_question_about_batch_normalisation(opened) -> None:
    opened.find(QCheckBox, "batch-normalization").click()
    shown(opened)
    opened.choose("normalize", "They saturate at 10")
    assert not opened.solved("normalize")
    opened.choose("normalize", "They stay almost the same")
    assert opened.solved("normalize")


def test_extreme_values_are_clamped_and_painted(opened) -> None:
    click(opened, RELU)
    for text in ("1e99", "0", "-3", "nan"):
        type_number(opened, "std", text)
        opened.lesson.grab()
    assert opened.page.trace.error == ""
    assert all(np.isfinite(layer.std) for layer in opened.lesson.result.layers)


def test_the_cell_prints_the_numbers_on_view(opened) -> None:
    for activation in (SIGMOID, TANH, RELU):
        for weights in (SMALL, XAVIER, HE):
            click(opened, activation, weights)
            opened.find(QCheckBox, "batch-normalization").click()
            shown(opened)
            stds = [float(line.split()[1]) for line in opened.run_cell().splitlines()]
            assert stds == pytest.approx([layer.std for layer in opened.lesson.result.layers], rel=1e-3)


def test_the_code_shows_the_std_of_xavier(opened) -> None:
    click(opened, XAVIER)
    assert opened.value("std").startswith("0.1")


def test_the_histograms_are_described_for_screen_readers(opened) -> None:
    click(opened, RELU, HE)
    assert "Layer 5, std" in opened.find(QWidget, "histograms").accessibleDescription()


def test_values_changed_while_it_is_hidden_are_computed_when_it_is_shown(opened) -> None:
    opened.tab.hide()
    opened.lesson.reset()
    opened.tab.show()
    shown(opened)
