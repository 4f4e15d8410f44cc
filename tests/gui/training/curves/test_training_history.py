"""A training over its epochs: accuracies, learning rates, and values at an epoch. Other tests use its runs."""

import numpy as np
import pytest

from engine.train.schedules import schedule_factor
from engine.train.trainer import Evaluation, Progress, TrainConfig
from gui.training.curves.curves_view import Curves
from gui.training.curves.training_history import TrainingHistory

PER_EPOCH = 100


def losses(count: int, seed: int = 0) -> np.ndarray:
    noise = np.random.default_rng(seed).random(count)
    return (0.2 + 0.1 * seed + 2 * np.exp(-np.arange(count) / 50) + 0.1 * noise).astype(np.float32)


def evaluations(epochs: int, test: bool = True, validation: bool = False) -> list[Evaluation]:
    return [
        Evaluation(PER_EPOCH * n, n, 1 - 0.9 / (n + 1), 0.98 - 0.9 / (n + 1) if test else None, True)
        if not validation
        else Evaluation(PER_EPOCH * n, n, 1 - 0.9 / (n + 1), 0.9, True, 0.95 - 0.9 / (n + 1))
        for n in range(epochs + 1)
    ]


def run(number: int = 0, count: int = 400, title: str = "") -> TrainingHistory:
    config = TrainConfig(epochs=4, schedule="cosine")
    title = title or f"Run {number}"
    return TrainingHistory.of_run(title, f"run-{number + 1}", losses(count, number), PER_EPOCH, evaluations(4), config)


def train(curves: Curves, epochs: int = 4, validation: bool = False) -> None:
    """A whole training."""
    curves.begin(epochs, TrainConfig(epochs=epochs, schedule="step"))
    found = losses(PER_EPOCH * epochs)
    for n, event in enumerate(evaluations(epochs, validation=validation)):
        if n:
            part = found[PER_EPOCH * (n - 1) : PER_EPOCH * n]
            curves.add_progress(Progress(PER_EPOCH * n, PER_EPOCH * epochs, n, part, 0.1, 1000, 1))
        curves.add_evaluation(event)
    curves.redraw()


# -- one training


def evaluation(iteration: int, train: float, test: float | None = None, validation: float | None = None) -> Evaluation:
    return Evaluation(iteration, iteration / 100, train, test, True, validation)


def stored(losses: np.ndarray, evaluations: list[Evaluation] | None = None, **settings: object) -> TrainingHistory:
    run = TrainingHistory.of_run("A run", "run-1", losses, 100, evaluations or [], TrainConfig(epochs=4, **settings))
    return run


def test_the_epochs_of_a_stored_run() -> None:
    history = stored(np.ones(250, np.float32), [evaluation(0, 0.1, 0.1), evaluation(200, 0.9, 0.8)])
    assert history.end == 2.5
    x, y = history.points("raw", 0, 3, 1000)
    assert (x[0], x[-1], y[0]) == (0.01, 2.5, 1)
    assert [list(each) for each in history.points("test", 0, 3, 10)] == [[0, 2], [10, 80]]
    assert len(history.points("validation", 0, 3, 10)[0]) == 0


def test_the_curve_ends_before_the_first_infinite_loss() -> None:
    history = stored(np.array([1, 2, np.inf, np.nan, 3], np.float32))
    assert history.losses.losses.tolist() == [1, 2]


def test_the_learning_rates_of_a_stored_run_follow_its_schedule() -> None:
    history = stored(np.ones(400, np.float32), lr=0.2, schedule="cosine")
    iterations = np.array([1, 2, 200, 400])
    assert history.rates(iterations) == pytest.approx(
        [0.2 * schedule_factor("cosine", (n - 1) / 400) for n in iterations]
    )
    x, y = history.points("rate", 0, 4, 50)
    assert len(x) <= 50
    assert (x[0], x[-1]) == (0.01, 4)
    assert y[0] == 0.2
    assert history.values("rate", 99).texts["rate"] == f"{y[-1]:.3g}"


def test_the_schedule_uses_the_iterations_where_they_are_set() -> None:
    run = TrainingHistory.of_run(
        "A run", "run-1", np.ones(50, np.float32), 100, [], TrainConfig(iterations=50, schedule="step")
    )
    assert run.rates(np.array([1, 26, 50])) == pytest.approx([0.1, 0.01, 0.001])


def test_many_accuracies_are_thinned_and_the_last_is_among_them() -> None:
    history = stored(np.ones(10, np.float32), [evaluation(n, n / 10_000) for n in range(5000)])
    x, y = history.points("train", 0, 50, 100)
    assert len(x) <= 102
    assert (x[-1], y[-1]) == pytest.approx((49.99, 49.99))
    x, _ = history.points("train", 10, 10.5, 100)
    assert x[0] <= 10 < 10.5 <= x[-1]
    assert len(x) == pytest.approx(52, abs=1)


def test_a_resumed_training_is_one_curve() -> None:
    history = TrainingHistory("", TrainConfig(), 1)
    history.resume_from(np.array([3, 2], np.float32), [evaluation(0, 0.1), evaluation(1, 0.2)])
    history.add_progress(Progress(4, 10, 0.04, np.array([1, 0.5], np.float32), 0.1, 1, 1))
    x, y = history.points("raw", 0, 1, 100)
    assert x == pytest.approx([0.01, 0.02, 0.03, 0.04])
    assert y.tolist() == [3, 2, 1, 0.5]


def test_without_data_nothing_is_drawn() -> None:
    history = TrainingHistory("", TrainConfig(), 1)
    history.resume_from(np.ones(3, np.float32), [])
    assert history.end == 0
    for line in ("raw", "smooth", "rate", "train"):
        assert len(history.points(line, 0, 1, 100)[0]) == 0
    assert history.nearest(0) is None
    assert [history.values(plot, 0) for plot in ("accuracy", "loss", "rate")] == [None] * 3


def test_the_nearest_accuracies() -> None:
    history = stored(np.ones(10, np.float32), [evaluation(0, 0.1), evaluation(100, 0.5), evaluation(200, 0.6)])
    assert [history.nearest(epoch).epoch for epoch in (-1, 0.4, 0.6, 1.6, 9)] == [0, 0, 1, 2, 2]


def test_the_main_accuracy_is_of_data_that_was_not_trained_on() -> None:
    losses = np.ones(10, np.float32)
    assert stored(losses, [evaluation(1, 0.5, 0.4, 0.3)]).main_accuracy == "test"
    assert stored(losses, [evaluation(1, 0.5, None, 0.3)]).main_accuracy == "validation"
    assert stored(losses, [evaluation(1, 0.5)]).main_accuracy == "train"


def test_the_summary_of_a_run() -> None:
    history = stored(np.array([2, 1.5], np.float32), [evaluation(2, 0.5, 0.4)])
    assert history.summary_at(0.02, "loss") == "1.5 · 40.0 %"
    assert history.summary_at(0.02, "rate") == "0.1 · 40.0 %"
    assert history.summary_at(3, "loss") == ""
    assert stored(np.empty(0, np.float32)).summary_at(0, "loss") == ""


def test_where_the_axes_end() -> None:
    high = stored(np.r_[np.full(50, 5), np.full(950, 1)].astype(np.float32))
    assert high.highest_losses() == (1, 5)
    assert stored(np.empty(0, np.float32)).highest_losses() == (0, 0)
    good = stored(np.ones(300, np.float32), [evaluation(100 * n, 0.99, 0.97, 0.96) for n in range(1, 4)])
    bad = stored(np.ones(300, np.float32), [evaluation(100 * n, 0.9, 0.85) for n in range(1, 4)])
    assert good.lowest_accuracy == 95
    assert bad.lowest_accuracy == 80
    assert high.lowest_accuracy == 100
