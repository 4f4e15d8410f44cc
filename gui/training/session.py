"""The training session: the only one to start and to stop a worker, and what the window hears of it."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot

from engine.jobs import RunUntil
from engine.nn.network import NetworkSpec
from engine.runs import Run, RunStore
from engine.train.trainer import Evaluation, Progress, TrainerState
from engine.types import FloatArray
from engine.weights import Weights
from gui.i18n import tr
from gui.task import Background, Worker
from gui.training.train_request import Load, Sets, TrainRequest, load_sets
from gui.training.training_worker import TrainingWorker


class State(Enum):
    """IDLE: no worker. PREPARING: it loads or makes the data. STOPPING: it has been told to end."""

    IDLE = auto()
    PREPARING = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()


class TrainingSession(Background):
    """One training at a time. Every method may be called in any state: where it makes no sense it does nothing.

    A run tells, in this order: ``began``; ``preparing`` and ``prepared``; ``resumed_from`` where it goes on with a kept
    run; ``kept`` or ``not_kept``; ``progressed``, ``evaluated`` and
    ``snapshot`` again and again; ``measuring`` where that is left to do; at most one of ``trained``, ``diverged`` and
    ``failed``; ``ended``. Of a run that was stopped early only ``began`` and ``ended`` are certain. What a run tells
    never comes after its ``ended``.

    Signals:
        state_changed: the new State.
        began: the TrainRequest.
        preparing: pictures made, pictures in all (0, 0 where that is not known).
        prepared: which data, in words.
        resumed_from: the TrainerState that a kept run is gone on with from.
        kept: its id in the store of runs. not_kept: why it is not kept there, or not any more.
        progressed, evaluated: the trainer's Progress and Evaluation.
        snapshot: NetworkSpec and a copy of the parameters as they stand, about ten times a second, always finite.
        measuring: all iterations are done; the accuracy on the whole test set takes some more time.
        trained: Weights, when all iterations are done or it was stopped after some.
        diverged: what to do about it. failed: what went wrong.
        ended: the worker's thread is gone and the state IDLE.
    """

    state_changed = Signal(object)
    began = Signal(object)
    preparing = Signal(int, int)
    prepared = Signal(str)
    resumed_from = Signal(object)
    kept = Signal(str)
    not_kept = Signal(str)
    progressed = Signal(object)
    evaluated = Signal(object)
    snapshot = Signal(object, object)
    measuring = Signal()
    trained = Signal(object)
    diverged = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, load: Load = load_sets, store: RunStore | None = None) -> None:
        """Args:
        load: gets the training and the test set; see ``load_sets``.
        store: where runs are kept; None for nowhere.
        """
        super().__init__(parent)
        self._load = load
        self.store = store
        self._state = State.IDLE
        self._run_id = 0
        self._request: TrainRequest | None = None
        self._worker: TrainingWorker | None = None

    @property
    def state(self) -> State:
        """What it is doing."""
        return self._state

    @property
    def busy(self) -> bool:
        """Whether there is a worker. To close the window: ``stop``, and wait for ``ended``."""
        return self._state is not State.IDLE

    def start(self, request: TrainRequest, stretch: RunUntil = RunUntil.END) -> None:
        """Train a new network, at first for so long."""
        self._start(request, stretch, None)

    def go_on(self, run: Run) -> None:
        """Go on with a kept run."""
        self._start(TrainRequest(run.spec, run.config, run.data.source), RunUntil.END, run.id)

    def _start(self, request: TrainRequest, stretch: RunUntil, kept_run: str | None) -> None:
        if self.busy:
            return
        self._run_id += 1
        self._request = request
        worker = TrainingWorker(self._run_id, request, self._load, stretch, self.store, kept_run, self)
        worker.resumed_from.connect(self._on_resumed_from)
        worker.kept.connect(self._on_kept)
        worker.not_kept.connect(self._on_not_kept)
        worker.paused.connect(self._on_paused)
        worker.preparing.connect(self._on_preparing)
        worker.prepared.connect(self._on_prepared)
        worker.progressed.connect(self._on_progressed)
        worker.evaluated.connect(self._on_evaluated)
        worker.snapshot.connect(self._on_snapshot)
        worker.measuring.connect(self._on_measuring)
        worker.trained.connect(self._on_trained)
        worker.diverged.connect(self._on_diverged)
        self._worker = worker
        self._enter(State.PREPARING)
        self.began.emit(request)
        self._launch(worker)

    @Slot()
    def pause(self) -> None:
        """Rest after the mini-batch at hand."""
        if self._worker is not None and self._state is State.RUNNING:
            self._worker.pause()
            self._enter(State.PAUSED)

    def resume(self, stretch: RunUntil = RunUntil.END) -> None:
        """Go on after a pause, for so long."""
        if self._worker is not None and self._state is State.PAUSED:
            # First: one mini-batch may be done before this is.
            self._enter(State.RUNNING)
            self._worker.resume(stretch)

    def stop(self, to_go_on: bool = False) -> None:
        """End the training soon, whatever it is doing; ``ended`` tells when.

        Args:
            to_go_on: offer to go on with it another time: the window closes.
        """
        if self._worker is not None and self._state is not State.STOPPING:
            self._worker.stop(to_go_on)
            self._enter(State.STOPPING)

    def _enter(self, state: State) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    # -- what the worker tells, in the window's thread; what an earlier worker told is dropped

    @Slot(int, int, int)
    def _on_preparing(self, run_id: int, done: int, total: int) -> None:
        if run_id == self._run_id and self._state is State.PREPARING:
            self.preparing.emit(done, total)

    @Slot(int, object)
    def _on_prepared(self, run_id: int, sets: Sets) -> None:
        if run_id != self._run_id or self._request is None:
            return
        if self._state is State.PREPARING:
            texts = {"mnist": tr("MNIST training set, {0} digits"), "starter": tr("{0} starter digits")}
            text = texts.get(self._request.data, tr("{0} pictures of your own"))
            self.prepared.emit(text.format(f"{len(sets[0]):,}"))
            self._enter(State.RUNNING)

    @Slot(int, object)
    def _on_resumed_from(self, run_id: int, state: TrainerState) -> None:
        if run_id == self._run_id:
            self.resumed_from.emit(state)

    @Slot(int, str)
    def _on_kept(self, run_id: int, kept_run: str) -> None:
        if run_id == self._run_id:
            self.kept.emit(kept_run)

    @Slot(int, str)
    def _on_not_kept(self, run_id: int, sentence: str) -> None:
        if run_id == self._run_id:
            self.not_kept.emit(sentence)

    @Slot(int, int)
    def _on_paused(self, run_id: int, resumed: int) -> None:
        # It may have been told to go on while this was on its way.
        worker = self._worker
        if run_id == self._run_id and self._state is State.RUNNING and worker is not None and resumed == worker.resumed:
            self._enter(State.PAUSED)

    @Slot(int, object)
    def _on_progressed(self, run_id: int, event: Progress) -> None:
        if run_id == self._run_id:
            self.progressed.emit(event)

    @Slot(int, object)
    def _on_evaluated(self, run_id: int, event: Evaluation) -> None:
        if run_id == self._run_id:
            self.evaluated.emit(event)

    @Slot(int, object, object)
    def _on_snapshot(self, run_id: int, spec: NetworkSpec, params: dict[str, FloatArray]) -> None:
        if run_id == self._run_id and self._worker is not None:
            self.snapshot.emit(spec, params)
            self._worker.snapshot_taken()

    @Slot(int)
    def _on_measuring(self, run_id: int) -> None:
        if run_id == self._run_id:
            self.measuring.emit()

    @Slot(int, object)
    def _on_trained(self, run_id: int, weights: Weights) -> None:
        if run_id == self._run_id:
            self.trained.emit(weights)

    @Slot(int)
    def _on_diverged(self, run_id: int) -> None:
        if run_id == self._run_id and self._request is not None:
            lr = self._request.config.lr
            advice = tr(
                "The loss has grown beyond all bounds: the learning rate {0} is too large. Start again with a smaller "
                "one, such as {1}.",
                f"{lr:g}",
                f"{lr / 10:.1g}",
            )
            self.diverged.emit(advice)

    def _failed(self, number: int, sentence: str) -> None:
        if number == self._run_id:
            self.failed.emit(sentence)

    def _gone(self, worker: Worker) -> None:
        self._worker = self._request = None
        self._enter(State.IDLE)
        self.ended.emit()
