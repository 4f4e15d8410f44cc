"""What the three plots of a training show: their texts, their lines and the colours of these."""

from collections.abc import Sequence
from dataclasses import dataclass

from gui.i18n import tr


@dataclass(frozen=True)
class Line:
    """One curve: its name, its title in the legend, its named colour; drawn with so many points at most.

    ``pale`` is a thin line in a paler shade; ``dots`` marks every point; ``optional`` hides an empty line's title.
    """

    name: str
    title: str
    colour: str
    points: int = 400
    pale: bool = False
    dots: bool = False
    optional: bool = False


@dataclass(frozen=True)
class Subject:
    """What a plot shows: heading, title of its vertical axis with the unit, text while it is empty, and its lines."""

    name: str
    heading: str
    axis: str
    empty: str
    lines: Sequence[Line]


def subjects() -> tuple[Subject, Subject, Subject]:
    """Accuracy, loss and learning rate, with lines that are named as in ``TrainingHistory.points``."""
    return (
        Subject(
            "accuracy",
            tr("Accuracy"),
            tr("accuracy (%)"),
            tr("How many of the training and test digits the network predicts correctly will appear here."),
            [
                Line("train", tr("train"), "train", dots=True),
                Line("test", tr("test"), "test", dots=True),
                Line("validation", tr("validation"), "validation", dots=True, optional=True),
            ],
        ),
        Subject(
            "loss",
            tr("Loss"),
            tr("loss (cross entropy)"),
            tr("How far the network's predictions are from the true labels, for each mini-batch, will appear here."),
            [Line("raw", tr("loss"), "loss", pale=True), Line("smooth", tr("smoothed"), "loss", points=200)],
        ),
        Subject(
            "rate",
            tr("Learning rate"),
            tr("learning rate"),
            tr("The step size of the optimiser will appear here."),
            [Line("rate", tr("learning rate"), "rate", points=200)],
        ),
    )
