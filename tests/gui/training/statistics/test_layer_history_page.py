"""The page "Layers" of the training tab: plots, epochs, the sentences, and stored runs."""

from dataclasses import replace

import numpy as np
import pytest
from network_events import learn, network, statistics
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from small_digits import small_data

from engine.nn.network_spec import NetworkSpec
from engine.nn.presets import reader_convnet, simple_convnet
from engine.train.config import TrainConfig
from engine.train.events import Histogram, LayerStatistics
from gui.theme import Theme
from gui.training.session import TrainingSession
from gui.training.statistics.layer_plot import LayerPlot, common_limits, profile
from gui.training.statistics.layers_page import LayerHistoryPage
from gui.training.train_request import TrainRequest
from gui.training.watched_training import WatchedTraining
from gui.widgets.switch import Switch

SPEC = NetworkSpec.mlp((50, 100), "sigmoid", "xavier")
DATA = small_data().train


@pytest.fixture
def session(qtbot) -> TrainingSession:
    return TrainingSession()


@pytest.fixture
def page(qtbot, theme: Theme, session: TrainingSession) -> LayerHistoryPage:
    made = LayerHistoryPage(WatchedTraining(session, session), theme)
    qtbot.addWidget(made)
    made.resize(900, 560)
    with qtbot.waitExposed(made):
        made.show()
    return made


def history(spec: NetworkSpec, epochs: int) -> list[LayerStatistics]:
    made = network(spec)
    found = [statistics(made, DATA)]
    for epoch in range(1, epochs + 1):
        learn(made, DATA.subset(slice(0, 100)))
        found.append(statistics(made, DATA, epoch))
    return found


def train(session: TrainingSession, spec: NetworkSpec = SPEC, epochs: int = 3) -> list[LayerStatistics]:
    session.started.emit(TrainRequest(spec, TrainConfig(), "starter"))
    found = history(spec, epochs)
    for each in found:
        session.job_event.emit(each)
    return found


def text(page: LayerHistoryPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def shown(page: LayerHistoryPage) -> list[str]:
    return [plot.title for grid in (page.activations, page.gradients) for plot in grid.plots if plot.isVisible()]


def plot(page: LayerHistoryPage, name: str) -> LayerPlot:
    found = page.findChild(LayerPlot, f"plot-{name}")
    assert isinstance(found, LayerPlot)
    return found


def test_before_a_training_it_says_what_to_do(page: LayerHistoryPage, session: TrainingSession) -> None:
    assert page.message.startswith("Start a training")
    train(session)
    assert page.message == ""


def test_activations_and_gradients_of_each_layer(page: LayerHistoryPage, session: TrainingSession) -> None:
    found = train(session)
    assert shown(page) == ["z1  Sigmoid", "z2  Sigmoid", "a3  Affine", "dW1", "dW2", "dW3"]
    assert text(page, "layers-epoch") == "Epoch 3"
    z1 = dict(found[-1].activations)["z1"]
    assert plot(page, "z1").note == f"mean {z1.mean:.2g} · std {z1.std:.2g}"
    assert plot(page, "W1").note == f"std {dict(found[-1].gradients)['W1'].std:.2g}"
    assert text(page, "layers-findings").startswith("No layer is saturated")


def test_all_layers_of_a_convnet(page: LayerHistoryPage, session: TrainingSession) -> None:
    train(session, simple_convnet(), 0)
    assert shown(page)[:3] == ["z1  ReLU", "z2  ReLU", "a3  Affine"]
    page.findChild(Switch, "layers-all").click()
    assert len(shown(page)) == 6 + 3
    assert "pool1  MaxPooling" in shown(page)


def test_the_reader_convnet_can_be_scrolled(page: LayerHistoryPage, session: TrainingSession, qtbot) -> None:
    train(session, reader_convnet(), 0)
    page.findChild(Switch, "layers-all").click()
    page.grab()
    plots = page.activations.plots
    assert len(plots) == 23
    for grid in (page.activations, page.gradients):
        assert grid.height() >= max(each.geometry().bottom() for each in grid.plots)
    places = [each.geometry() for each in plots]
    assert not any(one.intersects(other) for i, one in enumerate(places) for other in places[:i])
    assert all(each.width() >= each.minimumSizeHint().width() for each in plots)


def test_the_slider_chooses_the_epoch_and_follows_at_its_end(page: LayerHistoryPage, session: TrainingSession) -> None:
    found = train(session)
    QTest.keyClick(page.epochs, Qt.Key.Key_Left)
    assert text(page, "layers-epoch") == "Epoch 2"
    assert plot(page, "W1").note == f"std {dict(found[2].gradients)['W1'].std:.2g}"
    session.job_event.emit(found[-1])
    assert (page.epochs.value(), page.epochs.maximum()) == (2, 4)
    QTest.keyClick(page.epochs, Qt.Key.Key_End)
    session.job_event.emit(found[-1])
    assert page.epochs.value() == 5


def test_the_slider_stays_at_its_epoch_when_others_are_left_out(
    page: LayerHistoryPage, session: TrainingSession
) -> None:
    (found,) = train(session, epochs=0)
    for epoch in range(1, 300):
        session.job_event.emit(replace(found, iteration=5 * epoch, epoch=epoch))
        if epoch == 101:
            page.epochs.setValue(100)
    assert text(page, "layers-epoch") == "Epoch 100"
    assert page.epochs.value() == 50


def test_an_epoch_is_clicked_in_an_image(page: LayerHistoryPage, session: TrainingSession) -> None:
    train(session)
    page.grab()
    z2 = plot(page, "z2")
    QTest.mouseClick(z2, Qt.MouseButton.LeftButton, pos=z2.rect().center() - z2.rect().center() / 3)
    assert page.epochs.value() < 3


def test_what_is_wrong_is_said_with_a_remedy(page: LayerHistoryPage, session: TrainingSession) -> None:
    train(session, NetworkSpec.mlp((50, 100), "sigmoid", "std", 0.01))
    sentence = text(page, "layers-findings")
    assert sentence.startswith("z1, z2: almost all outputs are the same")
    assert "The gradient vanishes: dW1" in sentence
    assert sentence.endswith("Remedy: initialise the weights with Xavier.")
    assert plot(page, "z1").warning == "all the same"
    assert plot(page, "W1").warning == "vanishing"
    assert plot(page, "W3").warning == ""


def test_gradients_at_the_same_scale(page: LayerHistoryPage, session: TrainingSession) -> None:
    train(session, NetworkSpec.mlp((50, 100), "sigmoid", "std", 0.01))
    before = plot(page, "W1").grab().toImage()
    page.findChild(Switch, "layers-same-scale").click()
    assert plot(page, "W1").grab().toImage() != before


def test_a_hidden_page_keeps_all_epochs(page: LayerHistoryPage, session: TrainingSession) -> None:
    page.hide()
    train(session)
    assert shown(page) == []
    page.show()
    assert (page.epochs.maximum(), text(page, "layers-epoch")) == (3, "Epoch 3")


def test_a_stored_run_is_shown_until_the_next_training(page: LayerHistoryPage, session: TrainingSession) -> None:
    train(session)
    spec, found = NetworkSpec.mlp((20,)), []
    page.show_statistics("old", spec, found)
    assert page.message == "The layers of “old” are being computed…"
    for each in history(spec, 1):
        found.append(each)
        page.extend(found)
    assert (text(page, "layers-title"), page.epochs.maximum()) == ("old", 1)
    assert shown(page) == ["z1  ReLU", "a2  Affine", "dW1", "dW2"]
    back = page.findChild(QPushButton, "layers-back")
    assert back.isVisible()
    session.job_event.emit(history(SPEC, 0)[0])
    assert text(page, "layers-title") == "old"
    back.click()
    assert text(page, "layers-title") == SPEC.title
    assert not back.isVisible()
    page.extend(found)
    assert text(page, "layers-title") == SPEC.title
    page.show_statistics("old", spec, found)
    session.started.emit(TrainRequest(SPEC, TrainConfig(), "starter"))
    assert page.message.startswith("Start a training")


def test_a_profile_keeps_the_scale() -> None:
    histogram = Histogram(np.array([1, 0, 4]), np.array([0.0, 1.0, 2.0, 3.0]), 2.0, 1.0)
    rows = profile(histogram, (0.0, 3.0))
    assert rows[0] == 0.5
    assert rows[len(rows) // 2] == 0
    assert rows[-1] == 1
    assert profile(histogram, (10.0, 20.0)).max() == 0


def test_limits_fit_all_epochs_and_differ() -> None:
    narrow = Histogram(np.array([1, 1]), np.array([-1.0, 0.0, 1.0]), 0.0, 1.0)
    wide = Histogram(np.array([1, 1]), np.array([-3.0, 0.0, 2.0]), 0.0, 1.0)
    assert common_limits([narrow, wide]) == (-3.0, 2.0)
    bad = Histogram(np.array([0, 0]), np.array([0.0, np.nan, np.nan]), 0.0, 0.0)
    assert common_limits([bad]) == (0.0, 1.0)


def test_everything_has_room_in_every_theme(page: LayerHistoryPage, session: TrainingSession, theme: Theme) -> None:
    train(session, NetworkSpec.mlp((50, 100), "sigmoid", "std", 0.01))
    for width, scheme in ((380, "dark"), (1500, "light")):
        theme.choose(scheme)
        page.resize(width, 560)
        page.grab()
        for grid in (page.activations, page.gradients):
            assert grid.width() <= width
            for each in grid.plots:
                assert each.isHidden() or grid.rect().contains(each.geometry())
        sentence = page.findChild(QWidget, "layers-findings")
        assert sentence.height() >= sentence.heightForWidth(sentence.width())
