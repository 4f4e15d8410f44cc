"""The thread that watches a training: it loads the data, hands them to the process that trains, and tells the window
what that tells."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.jobs import Job, JobProcess, RunUntil, spare
from engine.runs import RunStore
from gui.i18n import tr
from gui.task import Worker
from gui.training.train_request import Load, Sets, TrainRequest


class TrainingWorker(Worker):
    """Sees one training through. Its number is that of the run.

    Signals:
        preparing: run, pictures made, pictures in all.
        prepared: run, the training and the test set.
        taken_up, kept, not_kept, rested, progressed, evaluated, measuring, snapshot, trained, diverged: run, and what
            the RunningJob tells.
    """

    preparing = Signal(int, int, int)
    prepared = Signal(int, object)
    resumed_from = Signal(int, object)
    kept = Signal(int, str)
    not_kept = Signal(int, str)
    paused = Signal(int, int)
    progressed = Signal(int, object)
    evaluated = Signal(int, object)
    measuring = Signal(int)
    snapshot = Signal(int, object, object)
    trained = Signal(int, object)
    diverged = Signal(int)

    def __init__(
        self,
        run_id: int,
        request: TrainRequest,
        load: Load,
        stretch: RunUntil = RunUntil.END,
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
        super().__init__(run_id, "training", parent)
        self._request, self._load = request, load
        name = tr("{0}, trained here", request.spec.title)
        self._job = Job(request.spec, request.config, request.data, name, stretch, store, kept_run)
        self._process: JobProcess | None = None
        # How many times.
        self.resumed = 0

    # -- called by the window's thread

    def stop(self, to_go_on: bool = False) -> None:
        """Let it end soon, paused or not.

        Args:
            to_go_on: it is to be offered to go on another time.
        """
        super().stop()
        self._command("stop", to_go_on)

    def pause(self) -> None:
        """Let it rest after the event at hand."""
        self._command("pause")

    def resume(self, stretch: RunUntil = RunUntil.END) -> None:
        """Let it go on, for so long."""
        self.resumed += 1
        self._command("resume", stretch)

    def snapshot_taken(self) -> None:
        """The window is through with the last snapshot: they do not pile up where it is slow."""
        self._command("snapshot_taken")

    def _command(self, name: str, *values: object) -> None:
        if self._process is not None:
            self._process.command(name, *values)

    # -- the thread

    def work(self) -> None:
        # Started first, and for as long as the data take to load it has time to get ready.
        with spare.borrowed() as process:
            self._process = process
            train, test = self._prepare()
            for name, *values in process.run(self._job, train, test):
                self._pass_on(name, values)

    def no_memory(self) -> str:
        return tr("There is not enough memory for this network: choose fewer neurons or a smaller batch.")

    def broken(self, error: object) -> str:
        return tr("The training ended by an error in the program ({0}). The details are in the log.", error)

    def _prepare(self) -> Sets:
        def progress(done: int, total: int) -> None:
            self.look()
            self.preparing.emit(self.number, done, total)

        progress(0, 0)
        sets = self._load(self._request.data, progress)
        self.prepared.emit(self.number, sets)
        return sets

    def _pass_on(self, name: str, values: list[Any]) -> None:
        match name, values:
            case "failed", [sentence]:
                self.failed.emit(self.number, sentence, "")
            case "no_memory", [details]:
                self.failed.emit(self.number, self.no_memory(), details)
            case "broken", [error, details]:
                self.failed.emit(self.number, self.broken(error), details)
            case "not_kept", [why]:
                sentence = tr("{0} The training goes on, but is not kept among the runs.", why)
                self.not_kept.emit(self.number, sentence)
            case _:
                getattr(self, name).emit(self.number, *values)
