"""Random actions in the real window: no errors, no lost drawings. The benchmark random_actions runs more of them."""

from pathlib import Path

import numpy as np
import pytest
from random_user import RandomUser
from small_digits import small_data, small_sets
from window_shutdown import shut_down_window

from engine.nn.network_spec import NetworkSpec
from engine.paths import default_weights
from engine.train import fine_tune
from engine.train.trainer import TrainConfig
from engine.weights import load_weights
from gui.current_network import CurrentNetwork
from gui.draw.handwriting import fine_tuning_task
from gui.main_window import MainWindow
from gui.training.train_request import TrainRequest

ENDLESS = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=1_000_000, lr=0.001), "starter")


def test_random_actions_cause_no_errors(
    qtbot, settings, theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fine_tune, "IMAGES_PER_DIGIT", 60)
    monkeypatch.setattr(fine_tune, "_OWN", 30)
    monkeypatch.setattr(fine_tuning_task, "known_digits", lambda progress: small_sets("", progress))
    window = MainWindow(CurrentNetwork(load_weights(default_weights()), default_weights()), settings, theme)
    window.session.load = small_data
    qtbot.addWidget(window, before_close_func=shut_down_window)
    with qtbot.waitExposed(window):
        window.show()
    folder = tmp_path / "files"
    folder.mkdir()
    user = RandomUser(window, np.random.default_rng(0), folder, monkeypatch, ENDLESS)
    for _ in range(100):
        user.act()
    user.settle()
    user.check()
    assert user.kept_count
