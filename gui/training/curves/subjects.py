"""What the plots of a training show: their texts and their lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.i18n import tr
from gui.training.curves.line_style import LineStyle


@dataclass(frozen=True)
class Line:
    """One curve: its name, its title in the legend and its style; drawn with so many points at most.

    ``pale`` is a thin line in a paler shade; ``dots`` marks every point; ``optional`` hides an empty line's title.
    """

    name: str
    title: str
    style: LineStyle = LineStyle.SOLID
    points: int = 400
    pale: bool = False
    dots: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Subject:
    """What a plot shows.

    Attributes:
        heading, short: its title, also for little room.
        axis: the title of its vertical axis with the unit.
        empty: the text while it is empty.
        filled: two lines between which the plot is filled.
    """

    name: str
    heading: str
    short: str
    axis: str
    empty: str
    lines: Sequence[Line]
    filled: tuple[str, str] | None = None


def subjects() -> tuple[Subject, Subject, Subject, Subject]:
    """Accuracy, loss, loss per epoch, learning rate, with lines that are named as in ``TrainingHistory.points``."""
    return (
        Subject(
            "accuracy",
            tr("Accuracy"),
            tr("Accuracy"),
            tr("accuracy (%)"),
            tr("How many of the training and test digits the network predicts correctly will appear here."),
            [
                Line("train", tr("train"), dots=True),
                Line("test", tr("test"), LineStyle.DASHED, dots=True),
                Line("validation", tr("validation"), LineStyle.DOTTED, dots=True, optional=True),
            ],
        ),
        Subject(
            "loss",
            tr("Loss"),
            tr("Loss"),
            tr("loss (cross entropy)"),
            tr("How far the network's predictions are from the true labels, for each mini-batch, will appear here."),
            [Line("raw", tr("loss"), pale=True), Line("smooth", tr("smoothed"), points=200)],
        ),
        Subject(
            "epoch-loss",
            tr("Loss per epoch"),
            tr("Per epoch"),
            tr("loss (cross entropy)"),
            tr(
                "The mean losses on the training and the test set after each epoch will appear here: where the gap "
                "between them grows, the network overfits."
            ),
            [
                Line("train_loss", tr("train"), dots=True),
                Line("test_loss", tr("test"), LineStyle.DASHED, dots=True),
            ],
            filled=("train_loss", "test_loss"),
        ),
        Subject(
            "rate",
            tr("Learning rate"),
            tr("Rate"),
            tr("learning rate"),
            tr("The step size of the optimiser will appear here."),
            [Line("rate", tr("learning rate"), points=200)],
        ),
    )
