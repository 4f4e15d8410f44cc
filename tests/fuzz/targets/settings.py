"""The settings of a training, and those of the window."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.data.augmentation import Augmentation, augment
from engine.data.source import DataSource
from engine.io.file_kind import file_kind
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, load_settings, save_settings
from tests.fuzz.checks import SMALL, attempt, check, digits, train_a_step
from tests.fuzz.target import Files, Target
from tests.fuzz.targets.weights import CONVOLUTIONAL
from tests.fuzz.words import check_words_of_settings

VARIED = TrainConfig(
    optimizer="adam",
    lr=0.01,
    epochs=2,
    batch_size=8,
    schedule="cosine",
    weight_decay=0.001,
    augmentation=Augmentation(10, 0.1, 0.1, 1, 0.7, 0.4, 0.5),
    averaging=0.9,
    validation=0.2,
    patience=2,
    train_size=25,
    wrong_labels=0.1,
    evaluate_every=3,
    evaluation_samples=None,
)


def use(path: Path) -> None:
    """In words, saved again, varied and trained with."""
    file_kind(path)
    settings = load_settings(path)
    check_words_of_settings(settings.spec, settings.config)
    save_settings(path.with_name("again.toml"), settings)
    check(load_settings(path.with_name("again.toml")) == settings, "saved and opened again, they are other ones")
    check(DataSource.of(str(settings.data)) == settings.data, "the source as text is another one")
    vary(settings.config)
    train_a_step(settings.spec, settings.config)


def vary(config: TrainConfig) -> None:
    """Some images, at the start and in the middle of a training."""
    for progress in (0.0, 0.7):
        augment(digits().pixels(slice(5)), config.augmentation.at(progress), np.random.default_rng(0))


def use_window(path: Path) -> None:
    """Every value as each type, and the choices of the form."""
    from gui.settings import Settings as WindowSettings
    from gui.training.form.remembered_values import remembered, remembered_network, remembered_source

    settings = WindowSettings(path)
    for key in _KEYS:
        settings.text(key, "")
        settings.text(key, "a", ("a", "b"))
        number = settings.number(key, 1.0, 0, 10)
        check(0 <= number <= 10 and settings.whole(key, 1, 0, 10) in range(11), "a number out of its range")
        settings.data(key)
    texts = remembered(settings, mnist_found=False)
    attempt(lambda: DataSource.of(texts["data"]))
    check_words_of_settings(remembered_network(settings), TrainConfig())
    remembered_source(settings)
    settings.keep("window/tab", 1)
    settings.flush()
    check(WindowSettings(path).whole("window/tab", 0, 0, 2) == 1, "what was kept is not there")


_KEYS = (
    "draw/brush",
    "window/tab",
    "window/geometry",
    "window/zoom",
    "runs/hidden",
    "runs/columns",
    "theme",
    "train/own",
)


def _files() -> Sequence[Files]:
    made: list[Files] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.toml"
        for spec, config, data in (
            (SMALL, TrainConfig(), DataSource("mnist")),
            (CONVOLUTIONAL, VARIED, DataSource("folder", "/home/anna/digits", "invert")),
            (SMALL, replace(VARIED, optimizer="rmsprop", iterations=40), DataSource("starter")),
        ):
            save_settings(path, Settings(spec, config, data))
            made.append({"a.toml": path.read_bytes()})
    return made


def _window() -> Sequence[Files]:
    from PySide6.QtCore import QByteArray

    from gui.settings import Settings as WindowSettings

    values = {
        "draw/brush": 2.5,
        "window/tab": 1,
        "window/geometry": QByteArray(b"\0\1\2\xff"),
        "runs/hidden": "data,time",
    }
    values |= {
        "theme": "dark",
        "train/own": "folder:/home/anna",
        "train/lr": "0.05",
        "train/epochs": "3",
        "train/data": "mnist",
    }
    values |= {
        "train/optimizer": "adam",
        "train/batch_size": "50",
        "train/network": json.dumps(CONVOLUTIONAL.to_dict()),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.ini"
        settings = WindowSettings(path)
        for key, value in values.items():
            settings.keep(key, value)
        settings.flush()
        return [{"settings.ini": path.read_bytes()}]


TARGETS = (Target("settings", _files, use, 2000), Target("window-settings", _window, use_window, 2000))
