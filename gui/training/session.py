"""The training session: starts and stops trainings, and reports them to the window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from engine.data.dataset_summary import Loaded
from engine.data.shown_names import TRAINED_HERE
from engine.i18n import tr
from engine.jobs.process import JobProcess, spare
from engine.jobs.protocol import (
    Command,
    Job,
    JobEvent,
    Pause,
    Paused,
    Resume,
    RunUntil,
    SetSpeed,
    Snapshot,
    SnapshotTaken,
    Speed,
    Stop,
)
from engine.runs import Run, RunStore
from gui.task import Cancelled, Task, TaskGroup
from gui.training.data.dataset_cache import cache
from gui.training.train_request import TrainRequest


class State(Enum):
    """IDLE: no training. PREPARING: the data are being loaded or generated. STOPPING: it will end soon."""

    IDLE = auto()
    PREPARING = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()


@dataclass(frozen=True)
class Preparing:
    """So many images of ``total`` are loaded or made; 0 of 0 where that is not known."""

    done: int
    total: int


@dataclass(frozen=True)
class Prepared:
    """The data are ready: so many training images."""

    images: int


SessionEvent: TypeAlias = Preparing | Prepared | JobEvent
# Loads the data of a ``DataSource`` as text, reports (images done, images in all), and ends where that raises.
Load: TypeAlias = Callable[[str, Callable[[int, int], None]], Loaded]


class TrainingSession(QObject):
    """One training at a time. Every method may be called in any state: where it makes no sense it does nothing.

    ``started`` comes first, ``ended`` last; in between the events, and ``failed`` where it fails. Only ``started`` and
    ``ended`` are certain.

    Signals:
        state_changed: the new State.
        speed_changed: the new Speed.
        started: the TrainRequest.
        job_event: a SessionEvent: Preparing and Prepared, then the events of ``RunningJob``.
        failed: what went wrong, as a sentence.
        ended: the thread is gone and the state IDLE.
        store_opened: the RunStore, where it was not there from the start.

    Attributes:
        state, speed: the State and the Speed, only to be read.
        load: loads the data of a request.
        store: where runs are stored; None for nowhere, or not yet.
    """

    state_changed = Signal(object)
    speed_changed = Signal(object)
    started = Signal(object)
    job_event = Signal(object)
    failed = Signal(str)
    ended = Signal()
    store_opened = Signal(object)

    def __init__(self, parent: QObject | None = None, load: Load = cache.load, store: RunStore | None = None) -> None:
        super().__init__(parent)
        self.load, self.store = load, store
        self.state, self.speed = State.IDLE, Speed.FULL
        self._process: JobProcess | None = None
        # How many times it was resumed.
        self._resumed = 0
        application = QCoreApplication.instance()
        if application is not None:
            # Before the tasks are cancelled: a paused training would not notice that.
            application.aboutToQuit.connect(self._quit)
        self._tasks = TaskGroup(self)
        self._tasks.ended.connect(self.ended)

    @property
    def busy(self) -> bool:
        """Whether there is a training. To close the window: ``stop``, and wait for ``ended``."""
        return self.state is not State.IDLE

    @Slot(object)
    def use_store(self, store: RunStore) -> None:
        """Store the trainings that begin from now on."""
        self.store = store
        self.store_opened.emit(store)

    def resume_run(self, run: Run) -> None:
        """Resume a stored run."""
        self.start(TrainRequest(run.spec, run.config, run.data.source), run_id=run.id)

    def start(self, request: TrainRequest, until: RunUntil = RunUntil.END, run_id: str | None = None) -> None:
        """Train, at first for so long: a new network, or that of a stored run."""
        if self.busy:
            return
        name = request.spec.title + TRAINED_HERE
        job = Job(request.spec, request.config, request.data, name, until, run_id=run_id)
        self._resumed = 0
        self._enter(State.PREPARING)
        self.started.emit(request)
        self._tasks.start(
            lambda task: self._train(task, job),
            on_progress=self._receive,
            on_failed=self.failed.emit,
            on_end=self._end,
            error=tr("The training ended by an error in the program ({0}). The details are in the log."),
            no_memory=tr("There is not enough memory for this network: choose fewer neurons or a smaller batch."),
        )

    def _train(self, task: Task, job: Job) -> None:
        """On the thread of the task."""

        def progress(done: int, total: int) -> None:
            if self.state is State.STOPPING:
                raise Cancelled
            task.report(Preparing(done, total))

        # The process starts up while the data are loaded.
        with spare.borrowed() as self._process:
            progress(0, 0)
            loaded = self.load(job.source, progress)
            task.report(Prepared(len(loaded.train)))
            # Before there was a process, a command for another speed went nowhere; the store may have been opened now.
            job = replace(job, speed=self.speed, store=self.store)
            for event in self._process.run(job, loaded.train, loaded.test):
                task.report(event)

    @Slot()
    def pause(self) -> None:
        """Pause after the current mini-batch."""
        if self.state is State.RUNNING:
            self._send(Pause())
            self._enter(State.PAUSED)

    def resume(self, until: RunUntil = RunUntil.END) -> None:
        """Train on after a pause, for so long."""
        if self.state is State.PAUSED:
            # First: one mini-batch may be done before the command returns.
            self._enter(State.RUNNING)
            self._resumed += 1
            self._send(Resume(until))

    def set_speed(self, speed: Speed) -> None:
        """Train so fast from now on, also the next trainings."""
        if speed is not self.speed:
            self.speed = speed
            self._send(SetSpeed(speed))
            self.speed_changed.emit(speed)

    def stop(self, resumable: bool = False) -> None:
        """End the training soon, whatever it is doing; ``ended`` comes then.

        Args:
            resumable: offer to resume it later, because the window closes.
        """
        if self.busy and self.state is not State.STOPPING:
            # First: a process that starts now looks at it.
            self._enter(State.STOPPING)
            self._send(Stop(resumable))

    @Slot()
    def _quit(self) -> None:
        self.stop(resumable=True)

    def _send(self, command: Command) -> None:
        if self._process is not None:
            self._process.command(command)

    def _enter(self, state: State) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    # -- in the window's thread

    def _receive(self, event: SessionEvent) -> None:
        if isinstance(event, Preparing | Prepared) and self.state is not State.PREPARING:
            return
        self.job_event.emit(event)
        match event:
            case Prepared():
                self._enter(State.RUNNING)
            # It may have been resumed while this event was on its way.
            case Paused(resumed) if self.state is State.RUNNING and resumed == self._resumed:
                self._enter(State.PAUSED)
            case Snapshot():
                self._send(SnapshotTaken())

    def _end(self) -> None:
        self._process = None
        self._enter(State.IDLE)
