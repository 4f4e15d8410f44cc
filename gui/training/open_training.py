"""The training tab and what it needs, made at once."""

from PySide6.QtWidgets import QWidget

from engine.errors import DigitLabError
from engine.paths import data_folder
from engine.runs import RunStore
from gui.actions import Actions
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training.session import TrainingSession
from gui.training.train_tab import TrainTab


def open_training(
    parent: QWidget, actions: Actions, settings: Settings, theme: Theme
) -> tuple[TrainingSession, TrainTab, str]:
    """The session, its tab, and what the person should know about the runs: mostly nothing."""
    store, trouble = _open_runs()
    session = TrainingSession(parent, store=store)
    actions.enable_training()
    return session, TrainTab(session, actions, settings, theme), trouble


def _open_runs() -> tuple[RunStore | None, str]:
    """The store of runs, None where it cannot be opened; and why."""
    try:
        store = RunStore(data_folder() / "runs")
        store.purge()
    except DigitLabError as error:
        return None, tr("{0} Until then, trainings are not kept.", error)
    return store, store.notice
