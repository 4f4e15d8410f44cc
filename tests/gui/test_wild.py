"""Anything at any moment: nothing breaks, and no drawing is lost. The benchmark random_actions does more of it."""

from pathlib import Path

import numpy as np
import pytest
from at_rest import at_rest
from small_digits import small_sets
from wild import Wild

from engine import learn_hand
from engine.learn_hand import KnownDigits
from engine.network import NetworkSpec
from engine.shipped import default_weights
from engine.trainer import TrainConfig
from engine.weights_io import load_weights
from gui.draw.hand import learning
from gui.main_window import MainWindow
from gui.network_in_use import NetworkInUse
from gui.training.request import TrainRequest

ENDLESS = TrainRequest(NetworkSpec.mlp((10,), "relu"), TrainConfig(epochs=1_000_000, lr=0.001), "starter")


def test_nothing_breaks_whatever_is_done(
    qtbot, settings, theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learn_hand, "PICTURES", 60)
    monkeypatch.setattr(learn_hand, "_OWN", 30)
    monkeypatch.setattr(learning, "known_digits", lambda progress: KnownDigits(*small_sets("", progress)))
    window = MainWindow(NetworkInUse(load_weights(default_weights()), default_weights()), settings, theme)
    window.session._load = small_sets
    qtbot.addWidget(window, before_close_func=at_rest)
    with qtbot.waitExposed(window):
        window.show()
    folder = tmp_path / "files"
    folder.mkdir()
    wild = Wild(window, np.random.default_rng(0), folder, monkeypatch, ENDLESS)
    for _ in range(100):
        wild.act()
    wild.settle()
    wild.check()
    assert wild.said
