"""Looks at the user's own data on a thread, once they are loaded."""

from PySide6.QtCore import QObject, Signal

from engine.data.dataset_summary import Loaded
from engine.data.source import DataSource
from engine.evaluate.data_check import DataCheck, check_data, shipped_network
from engine.i18n import tr
from engine.types import FloatArray
from gui.task import Task, TaskGroup


class DataChecker(TaskGroup):
    """Of one dataset at a time.

    Signals:
        checked: the data, ``str(DataSource)``, and the DataCheck; None where it could not be done.
    """

    checked = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = ""
        self.failed.connect(lambda _: self.checked.emit(self._data, None))

    def check(self, loaded: Loaded, data: str) -> None:
        """Look at loaded data, instead of earlier ones."""
        self.cancel()
        self._data = data

        def work(task: Task) -> DataCheck:
            network = shipped_network()

            def read(x: FloatArray) -> FloatArray:
                task.check()
                return network(x)

            return check_data(loaded.train, DataSource.of(data).transform, read)

        self.start(
            work,
            lambda found: self.checked.emit(data, found),
            error=tr("The images could not be checked because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory to check the images."),
        )
