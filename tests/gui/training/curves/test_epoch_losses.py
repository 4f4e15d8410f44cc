"""The losses of training and test set after each epoch, and the gap between them."""

from image_pixels import of, pixels
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from test_overlay import amount, seen
from test_training_history import PER_EPOCH, losses

from engine.train.trainer import Evaluation, TrainConfig
from gui.theme import Theme, mixed
from gui.training.curves.curves_view import Curves
from gui.training.curves.training_history import TrainingHistory


def measured(epoch: int, train: float | None, test: float | None) -> Evaluation:
    return Evaluation(PER_EPOCH * epoch, epoch, 0.9, 0.8, True, None, train, test)


OVERFITTING = [measured(0, 2.3, 2.31), measured(1, 0.5, 0.6), measured(2, 0.3, 0.55), measured(3, 0.1, 0.7)]


def run(number: int, evaluations: list[Evaluation]) -> TrainingHistory:
    config = TrainConfig(epochs=3)
    return TrainingHistory.of_run(f"Run {number}", f"run-{number}", losses(300, number), PER_EPOCH, evaluations, config)


def legend(curves: Curves) -> str:
    return curves.findChild(QLabel, "epoch-loss-legend").text()


def test_the_losses_of_each_epoch_are_drawn_and_the_gap_is_filled(curves: Curves, curve_theme: Theme) -> None:
    curves.begin(3, TrainConfig())
    curves.card.show_plot(1)
    for event in OVERFITTING:
        curves.add_evaluation(event)
    curves.redraw()
    assert [list(each) for each in curves.epoch_loss.points("train_loss")] == [[0, 1, 2, 3], [2.3, 0.5, 0.3, 0.1]]
    assert list(curves.epoch_loss.points("test_loss")[1]) == [2.31, 0.6, 0.55, 0.7]
    # The high loss of an untrained network would leave no room for the others.
    assert curves.epoch_loss.surface.seen[3] < 1
    assert amount(seen(curves.epoch_loss), curve_theme.colour("run-1")) > 50
    assert gap_area(curves, curve_theme) > 2000
    assert "gap 0.6" in legend(curves)
    curves.epoch_loss.surface.hovered.emit(1.2)
    assert curves.epoch_loss.legend.accessibleDescription() == "epoch 1.0, train 0.5, test 0.6, gap 0.1"


def gap_area(curves: Curves, theme: Theme, run: str = "run-1") -> int:
    """Pixels in the paler colour of the area between the curves."""
    pale: QColor = mixed(theme.colour(run), theme.colour("surface"), 0.16)
    return int((pixels(seen(curves.epoch_loss)) == of(pale)).sum())


def test_a_stored_run_alone_has_its_gap_and_several_have_lines(curves: Curves, curve_theme: Theme) -> None:
    curves.card.show_plot(1)
    curves.overlay([run(2, OVERFITTING)])
    assert gap_area(curves, curve_theme, "run-2") > 2000
    assert "gap 0.6" in legend(curves)
    curves.overlay([run(2, OVERFITTING), run(3, OVERFITTING)])
    assert gap_area(curves, curve_theme, "run-2") == gap_area(curves, curve_theme, "run-3") == 0
    assert amount(seen(curves.epoch_loss), curve_theme.colour("run-3")) > 50
    assert "gap" not in legend(curves)
    # Neither has a training over a run.
    curves.begin(3, TrainConfig())
    for event in OVERFITTING:
        curves.add_evaluation(event)
    curves.redraw()
    assert gap_area(curves, curve_theme) == 0


def test_a_training_without_a_test_set_has_one_line(curves: Curves) -> None:
    curves.begin(3, TrainConfig())
    for epoch in range(3):
        curves.add_evaluation(measured(epoch, 1 / (epoch + 1), None))
    curves.card.show_plot(1)
    curves.redraw()
    assert len(curves.epoch_loss.points("train_loss")[0]) == 3
    assert len(curves.epoch_loss.points("test_loss")[0]) == 0
    curves.epoch_loss.surface.hovered.emit(2)
    assert curves.epoch_loss.legend.accessibleDescription() == "epoch 2.0, train 0.333"


def test_an_older_run_has_none(curves: Curves) -> None:
    curves.card.show_plot(1)
    curves.overlay([run(1, [measured(1, None, None)])])
    assert curves.findChild(QLabel, "epoch-loss-empty").isVisible()
    history = run(1, [measured(1, None, None)])
    assert history.highest_epoch_losses() == (0, 0)
    assert history.values("epoch-loss", 1) is None


def test_where_the_test_loss_is_lower_the_gap_is_negative() -> None:
    values = run(1, [measured(1, 0.5, 0.45)]).values("epoch-loss", 1)
    assert values is not None
    assert values.texts["gap"] == "−0.05"


def test_the_values_of_compared_runs_are_those_of_the_test_set() -> None:
    assert run(1, OVERFITTING).summary_at(3, "epoch-loss") == "0.7 · 80.0 %"
    assert run(1, [measured(1, 0.5, None)]).summary_at(1, "epoch-loss") == "0.5 · 80.0 %"
