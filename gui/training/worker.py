"""The thread that watches a training: it loads the data, hands them to the process that trains, and tells the window
what that tells."""

import threading
import traceback
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from engine.errors import DigitLabError
from engine.job import Job, JobProcess, Stretch, spare
from engine.runs import RunStore
from gui.i18n import tr
from gui.training.request import Load, Sets, TrainRequest


class _Stopped(Exception):
    """Thrown through the loading of the data."""


class TrainingWorker(QThread):
    """Sees one training through. Every signal bears the run it belongs to; ``finished`` is Qt's own and always comes.

    Signals:
        preparing: run, pictures made, pictures in all.
        prepared: run, the training and the test set.
        taken_up, kept, not_kept, rested, progressed, evaluated, measuring, snapshot, trained, diverged: run, and what
            the RunningJob tells.
        failed: run, a sentence for the person, the traceback for the log (empty where there is nothing to log).
    """

    preparing = Signal(int, int, int)
    prepared = Signal(int, object)
    taken_up = Signal(int, object)
    kept = Signal(int, str)
    not_kept = Signal(int, str)
    rested = Signal(int)
    progressed = Signal(int, object)
    evaluated = Signal(int, object)
    measuring = Signal(int)
    snapshot = Signal(int, object, object)
    trained = Signal(int, object)
    diverged = Signal(int)
    failed = Signal(int, str, str)

    def __init__(
        self,
        run_id: int,
        request: TrainRequest,
        load: Load,
        stretch: Stretch = Stretch.END,
        store: RunStore | None = None,
        kept_run: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Args:
        load: gets the training and the test set; see ``load_sets``.
        stretch: how far to train at first.
        store: where the run is kept, None for nowhere.
        kept_run: the id there of a run to go on with.
        """
        super().__init__(parent)
        self.setObjectName("training")
        self._id, self._request, self._load = run_id, request, load
        name = tr("{0}, trained here", request.spec.title)
        self._job = Job(request.spec, request.config, request.data, name, stretch, store, kept_run)
        # Set directly, as no queued slot could: a thread that loads data does not look for these.
        self._stop = threading.Event()
        self._process: JobProcess | None = None

    # -- called by the window's thread

    def stop(self, to_go_on: bool = False) -> None:
        """Let it end soon, paused or not.

        Args:
            to_go_on: it is to be offered to go on another time.
        """
        self._stop.set()
        self._command("stop", to_go_on)

    def pause(self) -> None:
        """Let it rest after the event at hand."""
        self._command("pause")

    def resume(self, stretch: Stretch = Stretch.END) -> None:
        """Let it go on, for so long."""
        self._command("resume", stretch)

    def snapshot_taken(self) -> None:
        """The window is through with the last snapshot: they do not pile up where it is slow."""
        self._command("snapshot_taken")

    def _command(self, name: str, *values: object) -> None:
        if self._process is not None:
            self._process.command(name, *values)

    # -- the thread

    def run(self) -> None:
        try:
            # Started first, and for as long as the data take to load it has time to get ready.
            with spare.borrowed() as process:
                self._process = process
                train, test = self._prepare()
                for name, *values in process.run(self._job, train, test):
                    self._pass_on(name, values)
        except _Stopped:
            pass
        except DigitLabError as error:
            self.failed.emit(self._id, str(error), "")
        except MemoryError:
            self._pass_on("no_memory", [traceback.format_exc()])
        except Exception as error:  # noqa: BLE001 - a worker always ends, and says why
            self._pass_on("broken", [str(error), traceback.format_exc()])

    def _prepare(self) -> Sets:
        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise _Stopped
            self.preparing.emit(self._id, done, total)

        progress(0, 0)
        sets = self._load(self._request.data, progress)
        self.prepared.emit(self._id, sets)
        return sets

    def _pass_on(self, name: str, values: list[Any]) -> None:
        match name, values:
            case "failed", [sentence]:
                self.failed.emit(self._id, sentence, "")
            case "no_memory", [details]:
                sentence = tr("There is not enough memory for this network: choose fewer neurons or a smaller batch.")
                self.failed.emit(self._id, sentence, details)
            case "broken", [error, details]:
                sentence = tr("The training ended by an error in the program ({0}). The details are in the log.", error)
                self.failed.emit(self._id, sentence, details)
            case "not_kept", [why]:
                sentence = tr("{0} The training goes on, but is not kept among the runs.", why)
                self.not_kept.emit(self._id, sentence)
            case _:
                getattr(self, name).emit(self._id, *values)
