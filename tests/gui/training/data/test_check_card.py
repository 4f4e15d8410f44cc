"""What was noticed about the images is shown on the data page and in the form, and the choice is remembered."""

from pathlib import Path

import numpy as np
import pytest
from image_pixels import pixels
from PySide6.QtWidgets import QLabel, QPushButton

from engine.data.dataset import Dataset
from engine.data.orientation import turned
from engine.data.synthetic.digits import synthetic_digits
from engine.evaluate.data_check import DataCheck, check_data
from gui.actions import Actions
from gui.settings import Settings
from gui.theme import Theme
from gui.training.data.check_card import CheckCard, ImageStrip
from gui.training.data.dataset_cache import cache
from gui.training.form.train_form import TrainForm

DIGITS = synthetic_digits(40, 4242)


@pytest.fixture(scope="module")
def transposed() -> DataCheck:
    return check_data(Dataset(turned(DIGITS.images, "transpose"), DIGITS.labels))


@pytest.fixture
def card(qtbot) -> CheckCard:
    made = CheckCard()
    qtbot.addWidget(made)
    made.resize(640, 260)
    return made


def text(card: CheckCard, name: str) -> str:
    return card.findChild(QLabel, name).text()


def button(card: CheckCard, name: str) -> QPushButton:
    return card.findChild(QPushButton, name)


def test_ten_images_of_each_way_are_shown_and_the_one_that_fits_is_offered(
    card: CheckCard, transposed: DataCheck, qtbot
) -> None:
    assert card.isHidden()
    card.show_check(transposed, "")
    card.show()
    assert text(card, "data-check-heading") == "The images look transposed, as EMNIST’s are."
    assert text(card, "way-count-transpose") == f"{transposed.count('transpose')} of 40 read right: fits best"
    assert text(card, "way-count-as-is") == f"{transposed.count('as-is')} of 40 read right"
    assert button(card, "use-transpose").property("primary")
    assert not button(card, "use-as-is").property("primary")
    strips = card.findChildren(ImageStrip)
    assert len(strips) == 4
    pictures = [pixels(strip.grab().toImage()).tobytes() for strip in strips]
    assert len(set(pictures)) == 4
    for name in ("as-is", "transpose", "invert", "transpose+invert"):
        with qtbot.waitSignal(card.chosen) as chosen:
            button(card, f"use-{name}").click()
        assert chosen.args == [name]
    card.lock(True)
    assert not button(card, "use-transpose").isEnabled()


def test_after_the_choice_a_line_offers_the_way_back(card: CheckCard, transposed: DataCheck, qtbot) -> None:
    turned_wrongly = Dataset(turned(DIGITS.images, "invert"), DIGITS.labels)
    card.show_check(check_data(turned_wrongly, "invert"), "invert")
    assert text(card, "data-check-heading") == "The images look upright: they should not be turned."
    card.show_check(transposed, "as-is")
    assert text(card, "data-check-about") == "They are left as they are, as you chose."
    assert card.findChild(ImageStrip).parentWidget().isHidden()
    with qtbot.waitSignal(card.chosen) as chosen:
        button(card, "data-check-back").click()
    assert chosen.args == ["transpose"]
    card.show_check(None, "transpose")
    with qtbot.waitSignal(card.chosen) as chosen:
        button(card, "data-check-back").click()
    assert chosen.args == ["as-is"]


def test_labels_that_do_not_fit_are_said(card: CheckCard) -> None:
    card.show_check(check_data(Dataset(DIGITS.images, (DIGITS.labels + 1) % 10)), "")
    assert not card.isHidden()
    assert "Most labels are 1 too large" in text(card, "data-check-faults")
    assert card.findChild(ImageStrip).parentWidget().isHidden()
    card.show_check(check_data(DIGITS), "")
    assert card.isHidden()


def test_the_form_says_it_and_remembers_the_choice(
    actions: Actions, settings: Settings, theme: Theme, mnist, tmp_path: Path, qtbot
) -> None:
    file = tmp_path / "emnist.npz"
    np.savez(file, x_train=turned(DIGITS.images, "transpose"), y_train=DIGITS.labels)

    def end(form: TrainForm) -> None:
        form.data.shut_down()
        qtbot.waitUntil(lambda: not form.data.busy)

    form = TrainForm(actions, settings, theme)
    qtbot.addWidget(form, before_close_func=end)
    form.show()
    with qtbot.waitSignal(form.data.faults_requested, timeout=20_000):
        form.data.open(str(file))
    assert form.findChild(QLabel, "train-data-findings").text() == "The images look transposed, as EMNIST’s are."
    assert form.findChild(QPushButton, "train-data-compare").isVisible()
    before = form.data.current[0].train.images
    with qtbot.waitSignal(form.data.checked, timeout=20_000, check_params_cb=lambda check, _: check is not None):
        form.data.turn("transpose")
    assert form.request.data == form.data.choice == f"file+transpose:{file}"
    assert form.data.list.currentText() == "File “emnist.npz”, transposed"
    np.testing.assert_array_equal(form.data.current[0].train.images, before.transpose(0, 2, 1))
    assert not form.findChild(QPushButton, "train-data-compare").isVisible()
    assert settings.text("train/own", "") == str(form.settings().data) == f"file+transpose:{file}"
    # The same file, opened again, is read as was decided.
    with qtbot.waitSignal(form.data.checked, timeout=20_000, check_params_cb=lambda check, _: check is not None):
        form.data.open(str(file))
    assert form.data.choice == f"file+transpose:{file}"
    cache.clear()
