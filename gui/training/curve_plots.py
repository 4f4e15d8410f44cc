"""The three plots of a training, each with its words, its lines and their colours."""

from gui.i18n import tr
from gui.theme import Theme
from gui.training.plot import Line, Plot, Read


def accuracy_plot(theme: Theme, read: Read) -> Plot:
    """How much it gets right. The lines are called as in ACCURACIES."""
    return Plot(
        "accuracy",
        tr("Accuracy"),
        tr("accuracy (%)"),
        tr("How many of the training and of the test digits the network reads right will appear here."),
        {
            "train": Line(tr("train"), "train", dots=True),
            "test": Line(tr("test"), "test", dots=True),
            "validation": Line(tr("validation"), "validation", dots=True, rare=True),
        },
        theme,
        read,
    )


def loss_plot(theme: Theme, read: Read) -> Plot:
    """How far off it is: "raw" and "smooth"."""
    return Plot(
        "loss",
        tr("Loss"),
        tr("loss (cross entropy)"),
        tr("How far off the network's answers are, a mini-batch at a time, will appear here."),
        {"raw": Line(tr("loss"), "loss", faint=True), "smooth": Line(tr("smoothed"), "loss")},
        theme,
        read,
    )


def rate_plot(theme: Theme, read: Read) -> Plot:
    """How fast it learns: "rate"."""
    return Plot(
        "rate",
        tr("Learning rate"),
        tr("learning rate"),
        tr("How large the steps are in which the network learns will appear here."),
        {"rate": Line(tr("learning rate"), "rate")},
        theme,
        read,
    )
