"""What can be done with a run: in buttons and menus, once each."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from engine.runs import Run, Status
from gui.i18n import tr


class RunActions(QObject):
    """The actions as attributes.

    The keys that are named beside them are no shortcuts of theirs: the window has the same ones for the drawing. The
    panel takes them where the focus is in it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tips: dict[QAction, str] = {}
        self.use = self._make(tr("&Use these weights"), tr("Read drawings with the network of this run"))
        self.train_again = self._make(
            tr("&Train again with these settings"), tr("Fill in the form with the settings of this run")
        )
        self.go_on = self._make(tr("&Go on"), tr("Go on with the training where it was left"))
        self.mistakes = self._make(tr("&Show mistakes"), tr("Which test digits this run reads wrong"))
        self.rename = self._make(tr("&Rename"), tr("Give the run another name"), "F2")
        self.show = self._make(tr("Show in the &plots"), tr("Draw the run's curves, or hide them"), "Space")
        self.export = self._make(tr("&Export…"), tr("Write the run into one file: settings, curves and weights"))
        self.export_settings = self._make(
            tr("Export &settings…"), tr("Write the settings into a file that can be read, changed and trained with")
        )
        self.import_ = self._make(tr("&Import…"), tr("Add runs that were exported"))
        self.delete = self._make(
            tr("&Delete"), tr("Delete the run; this can be undone"), QKeySequence.StandardKey.Delete
        )
        self.enable([], locked=False)

    def _make(self, text: str, tip: str, key: str | QKeySequence.StandardKey = "") -> QAction:
        named = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{text}\t{named}" if named else text, self)
        action.setStatusTip(tip)
        action.setToolTip(tip)
        self._tips[action] = tip
        return action

    def enable(self, runs: Sequence[Run], locked: bool) -> None:
        """Allow what can be done with the selected runs; a tool tip says why something cannot.

        Args:
            locked: a network is being trained.
        """
        none = "" if runs else tr("Select a run first")
        one = none or ("" if len(runs) == 1 else tr("Select one run alone"))
        idle = tr("Not while a network is being trained") if locked else ""
        run = runs[0] if runs else None
        weights = "" if run is None or run.has_weights else tr("This run has no weights")
        self._allow(self.use, one or weights or idle)
        self._allow(self.train_again, one or idle)
        self._allow(self.go_on, one or _not_resumable(run) or idle)
        self._allow(self.mistakes, one or weights)
        for action in (self.rename, self.export, self.export_settings):
            self._allow(action, one)
        self._allow(self.show, none)
        trained = runs and all(each.status is Status.RUNNING for each in runs)
        self._allow(self.delete, none or (tr("It is being trained: stop it first") if trained else ""))

    def _allow(self, action: QAction, obstacle: str) -> None:
        action.setEnabled(not obstacle)
        action.setToolTip(obstacle or self._tips[action])


def _not_resumable(run: Run | None) -> str:
    """Why a run cannot be gone on with, or ""."""
    if run is None or run.resumable:
        return ""
    if run.imported:
        return tr("An imported run cannot be gone on with")
    return {
        Status.RUNNING: tr("It is being trained"),
        Status.FINISHED: tr("It was trained to its end"),
        Status.DIVERGED: tr("It has diverged: train again with a smaller learning rate"),
    }.get(run.status, tr("It ended before there was anything to go on from"))
