"""What can be done with a run: the actions of the buttons and menus."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from engine.i18n import tr
from engine.runs import Run, Status


class RunActions(QObject):
    """The actions as attributes.

    The keys beside their texts are no shortcuts of theirs, since the window has the same ones for the drawing. The
    panel handles them where the focus is in it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        add = self._add
        self.use = add(tr("&Use these weights"), tr("Predict drawings with the network of this run"))
        self.train_again = add(
            tr("&Train again with these settings"), tr("Fill in the form with the settings of this run")
        )
        self.resume = add(tr("&Resume"), tr("Continue the training from its last checkpoint"))
        self.errors = add(tr("&Show errors"), tr("Show the test images that this run predicts wrongly"))
        self.layers = add(
            tr("Show &layers"), tr("Show the activations and gradients of each layer at the epochs of this run")
        )
        self.rename = add(tr("Re&name"), tr("Give the run another name"), "F2")
        self.show = add(tr("Show in the &plots"), tr("Show the curves of the run, or hide them"), "Space")
        self.export = add(tr("&Export…"), tr("Write the run into one file: settings, curves and weights"))
        self.export_settings = add(
            tr("Export &settings…"), tr("Write the settings into a file that can be read, changed and trained with")
        )
        self.import_ = add(tr("&Import…"), tr("Add runs that were exported"))
        self.delete = add(tr("&Delete"), tr("Delete the run; this can be undone"), QKeySequence.StandardKey.Delete)
        self.enable([], locked=False)

    def _add(self, text: str, tip: str, key: str | QKeySequence.StandardKey = "") -> QAction:
        key_text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{text}\t{key_text}" if key_text else text, self)
        action.setStatusTip(tip)
        return action

    def enable(self, runs: Sequence[Run], locked: bool) -> None:
        """Enable what can be done with the selected runs; the tool tip of a disabled action says why.

        Args:
            locked: a network is being trained.
        """
        none = "" if runs else tr("Select a run first")
        one = none or ("" if len(runs) == 1 else tr("Select a single run"))
        training = tr("Not while a network is being trained") if locked else ""
        run = runs[0] if runs else None
        weights = "" if run is None or run.has_weights else tr("This run has no weights")
        running = runs and all(each.status is Status.RUNNING for each in runs)
        obstacles = {
            self.use: one or weights or training,
            self.train_again: one or training,
            self.resume: one or _why_not_resumable(run) or training,
            self.errors: one or weights,
            self.layers: one or weights,
            self.rename: one,
            self.show: none,
            self.export: one,
            self.export_settings: one,
            self.delete: none or (tr("It is being trained: stop it first") if running else ""),
        }
        for action in self.findChildren(QAction):
            obstacle = obstacles.get(action, "")
            action.setEnabled(not obstacle)
            action.setToolTip(obstacle or action.statusTip())


def _why_not_resumable(run: Run | None) -> str:
    if run is None or run.resumable:
        return ""
    if run.imported:
        return tr("An imported run cannot be resumed")
    return {
        Status.RUNNING: tr("It is being trained"),
        Status.FINISHED: tr("Its training is complete"),
        Status.DIVERGED: tr("Its loss diverged: train again with a smaller learning rate"),
    }.get(run.status, tr("It ended before its first checkpoint"))
