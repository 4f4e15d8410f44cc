"""The texts and curves that the window shows about runs and settings, where Qt is installed."""

import math
from collections.abc import Sequence

import numpy as np

from engine.nn.network_spec import NetworkSpec
from engine.runs import DataFacts, Run, differing
from engine.runs.names import automatic_name
from engine.train.config import TrainConfig
from engine.train.events import Evaluation
from engine.types import FloatArray
from tests.fuzz.checks import SMALL, check, check_name

_DATA = DataFacts("mnist", "MNIST", "0" * 64, 100)
_OTHER = Run("0" * 32, "other", SMALL, TrainConfig(), _DATA, 1, 0.0)


def check_words_of_settings(spec: NetworkSpec, config: TrainConfig) -> None:
    """As those of a run that is about to start."""
    check_words(Run("1" * 32, "run", spec, config, _DATA, 1, 0.0))


def check_words(run: Run) -> None:
    """The cells of the list, the card of details, the automatic name, and the differences from another run."""
    check_name(automatic_name(run, ()))
    different = differing([run, _OTHER])
    try:
        from gui.training.runs import formatting, settings_text
        from gui.training.runs.columns import Entry
    except ImportError:
        return
    entry = Entry.of(run)
    texts = [
        *entry.texts.values(),
        formatting.when(run.started),
        formatting.status_sentence(run),
        formatting.loss_gap(run),
    ]
    texts += [settings_text.network(run), settings_text.data(run), settings_text.training(run.config)]
    texts += [settings_text.scores(run), settings_text.progress(run)]
    for name, values in different.items():
        texts += [
            settings_text.setting_title(name),
            *(settings_text.setting_value(name, value) for value in values if value is not None),
        ]
    for text in texts:
        check_name(text)
        check(len(text) < 5_000, f"a text of {len(text)} characters: {text[:100]}")


def check_curves(run: Run, losses: FloatArray, evaluations: Sequence[Evaluation]) -> None:
    """What the plots draw and say, and the table of numbers."""
    try:
        from gui.training.curves.file_export import table
        from gui.training.curves.training_history import ACCURACIES, LOSSES, TrainingHistory
    except ImportError:
        return
    history = TrainingHistory.of_run(run.name, "", losses, run.per_epoch, evaluations, run.config)
    check(math.isfinite(history.end), "an axis without an end")
    for line in ("raw", "smooth", "rate", *ACCURACIES, *LOSSES):
        x, y = history.points(line, 0, history.end, 50)
        check(np.isfinite(x).all() and np.isfinite(y).all(), f"the curve {line} is not finite")
    check(all(map(math.isfinite, history.highest_losses() + history.highest_epoch_losses())), "an axis without an end")
    check(history.lowest_accuracy <= 100, "an axis without a start")
    for plot in ("loss", "epoch-loss", "rate"):
        for epoch in (0.0, history.end / 2, history.end):
            check_name(history.summary_at(epoch, plot))
    check(sum(map(len, table([history]))) < 1 << 20, "a table of megabytes")
