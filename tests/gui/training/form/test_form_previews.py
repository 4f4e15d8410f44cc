"""The two previews of the form: the learning rate over time and the augmented digits; and the cards."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from engine.data.augmentation import Augmentation
from engine.data.dataset import Dataset
from engine.data.synthetic.digits import synthetic_digits
from engine.train.hyperparameters import SCHEDULES
from engine.train.schedules import schedule_factor
from gui.theme import Theme
from gui.training.form.augmentation_card import COUNT, AugmentationCard, AugmentationPreview
from gui.training.form.field_cards import SwitchCard, set_text
from gui.training.form.optimization_card import OptimizationCard, SchedulePreview
from gui.widgets.form_controls import Disclosure
from gui.widgets.switch import Switch

STRONG = Augmentation(rotation=20, shift=3)


# -- the learning rate


@pytest.mark.parametrize("kind", SCHEDULES)
def test_the_curve_is_the_schedule(qtbot, theme: Theme, kind: str) -> None:
    preview = SchedulePreview(theme)
    qtbot.addWidget(preview)
    preview.show_schedule(kind, 0.1, "10 epochs")
    area = QRectF(10, 5, 200, 50)
    points = preview.points(area)
    assert (points[0].x(), points[-1].x()) == (10, 210)
    for point in points:
        assert point.y() == pytest.approx(55 - 50 * schedule_factor(kind, (point.x() - 10) / 200))


def test_the_curve_is_described_in_words(qtbot, theme: Theme) -> None:
    preview = SchedulePreview(theme)
    qtbot.addWidget(preview)
    preview.show_schedule("cosine", 0.1, "10 epochs")
    assert preview.accessibleDescription() == "From 0.1 to 0 over 10 epochs"
    preview.show_schedule("one-cycle", None, "10 epochs")
    assert preview.accessibleDescription() == ""
    preview.resize(300, preview.sizeHint().height())
    grabbed = []
    for colours in ("light", "dark"):
        theme.choose(colours)
        grabbed.append(preview.grab().toImage())
    assert grabbed[0] != grabbed[1]


def test_the_curve_follows_the_fields(qtbot, theme: Theme) -> None:
    card = OptimizationCard(theme)
    qtbot.addWidget(card)
    for name, text in {"schedule": "step", "lr": "0,5", "length": "iterations", "iterations": "1200"}.items():
        set_text(card.fields[name], text)
    assert card.preview.accessibleDescription() == "From 0.5 to 0.005 over 1,200 iterations"
    set_text(card.fields["iterations"], "x")
    assert card.preview.accessibleDescription() == ""


# -- augmented digits


@pytest.fixture
def preview(qtbot, theme: Theme) -> AugmentationPreview:
    made = AugmentationPreview(theme)
    qtbot.addWidget(made)
    return made


def test_without_data_synthetic_digits_are_shown(preview: AugmentationPreview) -> None:
    assert preview.images.shape == (COUNT, 28, 28)
    assert (preview.images.max(axis=(1, 2)) > 200).all()
    assert (preview.augmented == preview.images).all()


def test_the_random_numbers_stay_the_same(preview: AugmentationPreview) -> None:
    preview.show_augmentation(STRONG)
    strong = preview.augmented
    assert (strong != preview.images).any(axis=(1, 2)).all()
    preview.show_augmentation(STRONG.times(0.5))
    assert (preview.augmented != strong).any()
    preview.show_augmentation(STRONG)
    assert (preview.augmented == strong).all()
    preview.show_others()
    assert (preview.augmented != strong).any()


def test_digits_of_the_loaded_data(preview: AugmentationPreview) -> None:
    data = synthetic_digits(100, 5)
    preview.show_dataset(data)
    first = preview.images
    assert all((data.images == image).all(axis=(1, 2)).any() for image in first)
    preview.show_others()
    assert (preview.images != first).any()
    preview.show_dataset(data.subset(slice(3)))
    assert len(preview.augmented) == 3
    preview.show_dataset(data.subset(slice(0)))
    assert len(preview.images) == COUNT


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_they_are_painted_in_the_colours_of_the_canvas(
    preview: AugmentationPreview, theme: Theme, colours: str
) -> None:
    images = np.zeros((1, 28, 28), np.uint8)
    images[:, 10:18, 10:18] = 255
    preview.show_dataset(Dataset(images, np.zeros(1, np.uint8)))
    theme.choose(colours)
    preview.resize(300, preview.sizeHint().height())
    grabbed = preview.grab().toImage()
    side = (300 + 3) / COUNT - 3
    for at, colour in ((2, "canvas"), (side / 2, "ink")):
        pixel = QColor(grabbed.pixel(int(at), int(at)))
        assert abs(pixel.lightness() - theme.colour(colour).lightness()) < 4


# -- the cards


def test_the_preview_follows_the_fields(qtbot, theme: Theme) -> None:
    card = AugmentationCard(theme)
    qtbot.addWidget(card)
    card.show()
    assert not card.preview.isVisible()
    with qtbot.waitSignal(card.images_requested):
        card.switch.click()
    assert card.preview.isVisible()
    before = card.preview.augmented
    set_text(card.fields["rotation"], "90")
    assert (card.preview.augmented != before).any()
    rotated = card.preview.augmented
    set_text(card.fields["rotation"], "x")
    assert (card.preview.augmented == rotated).all()
    qtbot.mouseClick(card.findChild(QPushButton, "other-images"), Qt.MouseButton.LeftButton)
    assert (card.preview.augmented != rotated).any()


def test_no_images_are_needed_while_it_is_off(qtbot, theme: Theme) -> None:
    card = AugmentationCard(theme)
    qtbot.addWidget(card)
    with qtbot.assertNotEmitted(card.images_requested):
        card.show()
        set_text(card.fields["rotation"], "90")


def test_the_switch_works_by_mouse_and_by_keys(qtbot, theme: Theme) -> None:
    card = SwitchCard("early_stopping", "Early stopping", "A part of the images is held out.", theme)
    card.add_row("validation", "patience")
    qtbot.addWidget(card)
    card.show()
    switch = card.switch
    assert isinstance(switch, Switch)
    assert switch.sizeHint().width() <= switch.width()
    for at in (QPoint(4, switch.height() // 2), QPoint(switch.width() - 4, switch.height() // 2)):
        before = switch.isChecked()
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=at)
        assert switch.isChecked() != before
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert card.fields["patience"].isVisible()
    assert switch.accessibleName() == "Early stopping"
    assert "held out" in switch.accessibleDescription()


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_switch_looks_different_when_it_is_on(qtbot, theme: Theme, colours: str) -> None:
    theme.choose(colours)
    switch = Switch("Data augmentation", theme)
    qtbot.addWidget(switch)
    off = switch.grab().toImage()
    switch.setChecked(True)
    assert switch.grab().toImage() != off
    switch.setEnabled(False)
    assert switch.grab().toImage() != off


def test_a_long_summary_of_hidden_fields_is_elided(qtbot, theme: Theme) -> None:
    folded = Disclosure("More", "more")
    qtbot.addWidget(folded)
    folded.resize(200, 40)
    folded.show()
    folded.set_summary("weight decay 0.001, averaging 0.998, seed 123456", wrong=False)
    assert folded.button.text().endswith("…")
    assert folded.button.toolTip().startswith("weight decay")
    assert folded.minimumSizeHint().width() <= 200
    folded.resize(900, 40)
    qtbot.wait(1)
    assert folded.button.text().endswith("seed 123456")
