"""The page "Step": the mini-batch, the gradient and the update of one step."""

from dataclasses import replace

import numpy as np
import pytest
from network_events import learn, network
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from small_digits import small_data

from engine.nn.layers import BatchNormalizationSpec
from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import simple_convnet
from engine.train.config import TrainConfig
from engine.train.events import Progress, StepDetails
from gui.theme import Theme
from gui.training.session import TrainingSession
from gui.training.step.step_page import StepPage
from gui.training.train_request import TrainRequest
from gui.training.watched_training import WatchedTraining
from gui.widgets.form_controls import scroll

SPEC = NetworkSpec.mlp((20,))
DATA = small_data().train
SGD = TrainConfig(optimizer="sgd")


@pytest.fixture
def session(qtbot) -> TrainingSession:
    return TrainingSession()


@pytest.fixture
def training(session: TrainingSession) -> WatchedTraining:
    return WatchedTraining(session, session)


@pytest.fixture
def page(qtbot, theme: Theme, training: WatchedTraining) -> StepPage:
    made = StepPage(training, theme)
    qtbot.addWidget(made)
    made.resize(1100, 560)
    with qtbot.waitExposed(made):
        made.show()
    return made


def step_of(spec: NetworkSpec = SPEC, iteration: int = 1) -> StepDetails:
    return learn(network(spec), DATA.subset(slice(0, 100)), iteration=iteration)


def begin(session: TrainingSession, spec: NetworkSpec = SPEC, config: TrainConfig = SGD) -> None:
    session.started.emit(TrainRequest(spec, config, "starter"))


def send(session: TrainingSession, spec: NetworkSpec = SPEC, config: TrainConfig = SGD) -> StepDetails:
    begin(session, spec, config)
    step = step_of(spec)
    session.job_event.emit(step)
    return step


def text(page: StepPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def arrays(page: StepPage) -> list[str]:
    return [page.arrays.tabText(i) for i in range(page.arrays.count())]


def progress(iteration: int) -> Progress:
    return Progress(iteration, 1000, iteration / 10, np.zeros(1, np.float32), 0.1, 100.0, 1.0)


def test_before_the_first_step_it_says_what_to_do(page: StepPage, session: TrainingSession) -> None:
    assert "One step (Ctrl+E)" in page.message
    send(session)
    assert page.message == ""
    begin(session)
    assert "One step (Ctrl+E)" in page.message


def test_a_step_is_shown_with_its_numbers(page: StepPage, session: TrainingSession) -> None:
    step = send(session)
    assert text(page, "step-title") == "Iteration 1 · epoch 0.10"
    assert text(page, "step-loss") == f"loss {step.loss:.3f}"
    correct = (step.labels == step.predicted).sum()
    assert text(page, "step-correct") == f"{correct} of 100 correct"
    assert arrays(page) == ["W1", "b1", "W2", "b2"]
    W1 = step.arrays[0]
    assert text(page, "step-norm") == f"{W1.norm:.2g}"
    assert text(page, "step-gradient-norm") == f"{W1.gradient_norm:.2g}"
    assert text(page, "step-update-norm") == f"{W1.update_norm:.2g}"
    assert text(page, "step-formula") == "W1 ← W1 − lr · dW1"
    assert text(page, "step-meaning").startswith("lr = 0.1. Where dW1 is above 0, W1 becomes smaller")
    assert page.gradient.tiles.values is W1.gradient_images
    assert page.updated.chart.histogram is W1.update


def test_another_array_stays_chosen_at_the_next_step(page: StepPage, session: TrainingSession) -> None:
    send(session)
    page.arrays.setCurrentIndex(3)
    assert "row of numbers" in text(page, "step-no-images")
    assert page.findChild(QWidget, "step-no-images").isVisible()
    step = step_of(iteration=2)
    session.job_event.emit(step)
    assert page.arrays.currentIndex() == 3
    assert page.gradient.chart.histogram is step.arrays[3].gradient
    send(session, simple_convnet())
    assert arrays(page) == ["W1", "b1", "W2", "b2", "W3", "b3"]
    assert page.arrays.tabText(page.arrays.currentIndex()) == "b2"
    page.arrays.setCurrentIndex(0)
    assert page.gradient.tiles.values.shape == (30, 5, 5)


def test_what_batch_normalisation_measures_is_not_listed(page: StepPage, session: TrainingSession) -> None:
    layers = list(SPEC.layers)
    send(session, NetworkSpec((layers[0], BatchNormalizationSpec(), *layers[1:])))
    assert arrays(page) == ["W1", "b1", "gamma1", "beta1", "W2", "b2"]


def test_pointing_at_an_image_shows_its_loss(page: StepPage, session: TrainingSession) -> None:
    step = send(session)
    view = page.batch.view
    QTest.mouseMove(view, view.cell_rect(3).center().toPoint())
    verdict = "right" if step.labels[3] == step.predicted[3] else "wrong"
    expected = f"true label {step.labels[3]}, predicted {step.predicted[3]}: {verdict}, loss {step.losses[3]:.3g}"
    assert text(page, "step-readout") == expected
    QTest.mouseMove(view, QPoint(view.width() - 1, view.height() - 1))
    assert "Point at an image" in text(page, "step-readout")


def test_the_images_are_sorted_by_loss(page: StepPage, session: TrainingSession) -> None:
    step = send(session)
    view = page.batch.view
    assert view.order.tolist() == list(range(100))
    page.findChild(QPushButton, "step-order-1").click()
    assert (np.diff(step.losses[view.order]) <= 0).all()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.current == step.losses.argmax()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current == view.order[1]
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current == view.order[1 + round(view.width() / view.cell_rect(0).width() // 1.09)]


def test_at_full_speed_the_last_step_stays(page: StepPage, session: TrainingSession) -> None:
    send(session)
    session.job_event.emit(progress(3))
    assert text(page, "step-note") == ""
    session.job_event.emit(progress(300))
    assert "last step that was shown" in text(page, "step-note")
    assert text(page, "step-title").startswith("Iteration 1 ")
    session.job_event.emit(step_of(iteration=301))
    assert text(page, "step-note") == ""


def test_a_hidden_page_shows_the_last_step_once_it_is_opened(page: StepPage, session: TrainingSession) -> None:
    page.hide()
    send(session)
    last = step_of(iteration=7)
    session.job_event.emit(last)
    assert text(page, "step-title") == ""
    page.show()
    assert text(page, "step-title").startswith("Iteration 7 ")


def test_images_of_no_digit_are_not_wrong(page: StepPage, session: TrainingSession) -> None:
    begin(session)
    step = step_of()
    labels = step.labels.copy()
    labels[:40] = 10
    session.job_event.emit(replace(step, labels=labels))
    assert text(page, "step-correct").endswith(" of 60 correct")
    assert page.batch.view.cell_text(0).startswith("no digit, predicted")
    page.grab()


def test_numbers_that_are_not_finite_are_shown(page: StepPage, session: TrainingSession) -> None:
    begin(session)
    step = step_of()
    bad = replace(step.arrays[0], norm=float("inf"), gradient_norm=float("nan"), update_norm=float("nan"))
    losses = np.full_like(step.losses, np.nan)
    session.job_event.emit(replace(step, loss=float("nan"), losses=losses, arrays=(bad, *step.arrays[1:])))
    page.grab()
    assert text(page, "step-loss") == "loss nan"


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (TrainConfig(optimizer="momentum"), "v ← 0.9 · v − lr · dW1\nW1 ← W1 + v"),
        (TrainConfig(optimizer="adam"), "Adam makes the update of dW1 and of the gradients before it."),
        (TrainConfig(optimizer="sgd", weight_decay=0.01), "W1 ← W1 − lr · dW1"),
    ],
)
def test_the_formula_is_that_of_the_optimiser(
    page: StepPage, session: TrainingSession, config: TrainConfig, expected: str
) -> None:
    send(session, config=config)
    assert text(page, "step-formula") == expected
    assert ("Weight decay also makes W1" in text(page, "step-meaning")) == bool(config.weight_decay)


def test_everything_has_room_in_every_theme(page: StepPage, session: TrainingSession, theme: Theme, qtbot) -> None:
    send(session)
    area = QScrollArea()
    qtbot.addWidget(area)
    scroll(area, page)
    area.show()
    for width, scheme in ((340, "dark"), (700, "light"), (1500, "dark")):
        theme.choose(scheme)
        area.resize(width, 400)
        area.grab()
        assert page.width() <= width
        view = page.batch.view
        for image in range(100):
            assert view.rect().contains(view.cell_rect(image).toAlignedRect())
        for label in page.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.minimumSizeHint().height(), label.objectName()
    # qtbot closes both.
    area.takeWidget()
