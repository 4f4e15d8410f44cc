"""What the three plots of a training are about: their words, their lines and the lines' colours."""

from gui.i18n import tr
from gui.training.curves.plot import Line, Subject


def accuracy() -> Subject:
    """How much it gets right. The lines are called as in ACCURACIES."""
    empty = tr("How many of the training and of the test digits the network reads right will appear here.")
    lines = {
        "train": Line(tr("train"), "train", dots=True),
        "test": Line(tr("test"), "test", dots=True),
        "validation": Line(tr("validation"), "validation", dots=True, rare=True),
    }
    return Subject("accuracy", tr("Accuracy"), tr("accuracy (%)"), empty, lines)


def loss() -> Subject:
    """How far off it is: "raw" and "smooth"."""
    empty = tr("How far off the network's answers are, a mini-batch at a time, will appear here.")
    lines = {"raw": Line(tr("loss"), "loss", faint=True), "smooth": Line(tr("smoothed"), "loss")}
    return Subject("loss", tr("Loss"), tr("loss (cross entropy)"), empty, lines)


def rate() -> Subject:
    """How fast it learns: "rate"."""
    empty = tr("How large the steps are in which the network learns will appear here.")
    lines = {"rate": Line(tr("learning rate"), "rate")}
    return Subject("rate", tr("Learning rate"), tr("learning rate"), empty, lines)
