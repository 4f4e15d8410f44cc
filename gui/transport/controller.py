"""Connects the bar with the training, the stored runs and the network in use."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction

from engine.i18n import tr
from engine.jobs.protocol import Diverged, Evaluation, NotStored, Progress, Speed, Started, Stored, Trained
from engine.runs import Run, RunStore, Status
from engine.weights import Weights
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.settings import Settings
from gui.theme import Theme
from gui.training.progress_text import ProgressText
from gui.training.runs.formatting import status_word
from gui.training.session import Prepared, Preparing, SessionEvent, State, TrainingSession
from gui.training.train_request import TrainRequest
from gui.transport.kept_epochs import KeptEpoch, KeptEpochs, RunEpochs
from gui.transport.transport_bar import TransportBar

# Numbers that change faster are not readable.
_UPDATE_MS = 200
_SPEED = "training/speed"


class Transport(QObject):
    """Shows the training of a session, or a stored run, in the bar, and the network as it was after earlier epochs.

    Signals:
        available_changed: ``available`` is different.
        viewed: the id of a run and the KeptEpoch of it that is shown, or None for now.
        problem: what could not be done, in a sentence.
        ended: no thread is left.

    Attributes:
        bar: to be placed in the window.
        available: whether there is a training or a run to show.
    """

    available_changed = Signal()
    viewed = Signal(str, object)
    problem = Signal(str)
    ended = Signal()

    def __init__(
        self,
        session: TrainingSession,
        network: CurrentNetwork,
        actions: Actions,
        settings: Settings,
        theme: Theme,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._network, self._actions, self._settings = session, network, actions, settings
        self.bar = TransportBar(actions, theme)
        self.available = False
        self._kept = KeptEpochs(session.store, self)
        self._texts = ProgressText()
        # The run of the last training in this window, and what is known of it.
        self._own_run = ""
        self._trained: Weights | None = None
        self._kept_epochs: Sequence[KeptEpoch] = ()
        self._epochs = 1.0
        self._progress: Progress | None = None
        self._evaluation: Evaluation | None = None
        self._end = ""
        # The earlier epoch that the bar shows, with its weights, or None for now; and what was in view then.
        self._shown: tuple[KeptEpoch, Weights] | None = None
        self._followed: Weights | None = None
        self._why = self._reason()
        self._speeds = [Speed(action.data()) for action in actions.speeds.actions()]
        self._update = QTimer(self, singleShot=True, interval=_UPDATE_MS)
        self._update.timeout.connect(self._show_progress)

        session.state_changed.connect(self._show_state)
        session.speed_changed.connect(self._show_speed)
        session.started.connect(self._start)
        session.job_event.connect(self._receive)
        session.failed.connect(lambda: self._set_end(Status.FAILED))
        session.ended.connect(self._on_ended)
        session.store_opened.connect(self._use_store)
        actions.speeds.triggered.connect(self._choose_speed)
        self.bar.speed_chosen.connect(lambda index: actions.speeds.actions()[index].trigger())
        self.bar.epochs.moved.connect(self._move)
        network.changed.connect(self._follow_network)
        self._kept.listed.connect(self._list)
        self._kept.loaded.connect(self._view)
        self._kept.failed.connect(self._fail)
        self._kept.ended.connect(self.ended)
        names = tuple(speed.value for speed in Speed)
        session.set_speed(Speed(settings.text(_SPEED, Speed.FULL.value, names)))
        self._show_speed(session.speed)
        self._show_epochs(())

    @property
    def busy(self) -> bool:
        """Whether a thread runs: it reads for a moment. Before the window closes: wait for ``ended``."""
        return self._kept.busy

    # -- the speed

    @Slot(QAction)
    def _choose_speed(self, action: QAction) -> None:
        self._session.set_speed(Speed(action.data()))
        self._settings.keep(_SPEED, action.data())

    @Slot(object)
    def _show_speed(self, speed: Speed) -> None:
        index = self._speeds.index(speed)
        self._actions.speeds.actions()[index].setChecked(True)
        self.bar.show_speed(index)

    # -- the training

    @Slot(object)
    def _start(self, request: TrainRequest) -> None:
        self._show_now()
        config = request.config
        self._epochs = config.epochs if config.iterations is None else config.iterations / request.iterations_per_epoch
        self._own_run, self._trained, self._why = "", None, self._reason()
        self._kept.watch("")
        self._show_epochs(())
        self._clear()
        self._set_available(True)
        self.bar.show_facts(tr("Preparing"), "")

    def _clear(self) -> None:
        self._texts = ProgressText()
        self._progress = self._evaluation = None
        self._end = ""
        self._update.stop()
        self.bar.clear()

    @Slot(object)
    def _show_state(self, state: State) -> None:
        # Before it runs it cannot be paused.
        self.bar.show_active(state not in (State.IDLE, State.PREPARING))
        if state in (State.PAUSED, State.IDLE):
            self._show_progress()
        self._show_epochs(self._kept_epochs)

    @Slot(object)
    def _receive(self, event: SessionEvent) -> None:
        match event:
            case Preparing(done, total):
                self.bar.show_progress(done, total)
            case Prepared():
                self.bar.show_progress(0, 1)
            case Started(total, resumed_from=state):
                if state is not None:
                    self.bar.sparkline.add(state.losses)
                    if state.evaluations:
                        self._measured(state.evaluations[-1])
                count, epochs = f"{total:,}", f"{self._epochs:.4g}"
                left = tr("{0} min left", 88)
                iterations = tr("Iteration {0} of {1}", count, count)
                self.bar.set_widest(tr("Epoch {0} of {1}", f"{self._epochs:.1f}", epochs), f"{iterations} · {left}")
            case Stored(run_id):
                self._own_run, self._why = run_id, self._reason()
                self._kept.watch(run_id)
            case NotStored(reason):
                self._own_run, self._why = "", tr("{0} So there are no earlier epochs to show.", reason)
                self._kept.watch("")
                self._follow_network()
                self._show_epochs(())
            case Progress():
                self._progress = event
                self.bar.sparkline.add(event.losses)
                if not self._update.isActive():
                    self._show_progress()
                    self._update.start()
            case Evaluation():
                self._measured(event)
                if event.epoch_end:
                    self._kept.refresh()
            case Diverged():
                self._set_end(Status.DIVERGED)
            case Trained(weights):
                self._trained = weights
                stopped = "stopped_after_iterations" in weights.training
                self._set_end(Status.STOPPED if stopped else Status.FINISHED)

    def _measured(self, event: Evaluation) -> None:
        self._evaluation = event
        if self._shown is None:
            self.bar.show_accuracies(event)

    def _set_end(self, status: Status) -> None:
        self._end = status_word(status)

    @Slot()
    def _show_progress(self) -> None:
        event = self._progress
        if event is not None:
            self.bar.sparkline.refresh()
            self.bar.show_progress(event.iteration, event.total_iterations)
            end = status_word(Status.PAUSED) if self._session.state is State.PAUSED else self._end
            self.bar.show_facts(self._texts.epoch(event), self._texts.details(event, end))
        elif self._session.state is State.IDLE:
            self.bar.show_facts(tr("Not trained"), "")
            self.bar.show_progress(0, 1)

    @Slot()
    def _on_ended(self) -> None:
        self._update.stop()
        self._end = self._end or status_word(Status.STOPPED)
        self._show_progress()
        self._kept.refresh()

    @Slot(object)
    def _use_store(self, store: RunStore) -> None:
        self._kept.store = store
        if not self._session.busy:
            self._why = self._reason()
            self._show_epochs(self._kept_epochs)

    def _set_available(self, available: bool) -> None:
        if available != self.available:
            self.available = available
            self.available_changed.emit()

    # -- a stored run

    def show_runs(self, runs: Sequence[Run]) -> None:
        """These runs are in the plots: show the only one, unless there is a training in this window."""
        if self._session.busy or self._own_run or self._kept.store is None:
            return
        (run_id,) = [run.id for run in runs] if len(runs) == 1 else [""]
        if run_id != self._kept.run_id:
            self._show_now()
            self._clear()
            self._show_epochs(())
            self._kept.watch(run_id, losses=True)
            self._set_available(bool(run_id))

    # -- the kept epochs

    def _reason(self) -> str:
        """Why there are no epochs at first."""
        if self._session.store is None:
            return tr("Trainings are not stored: there are no earlier epochs to show.")
        return tr("The weights are kept at the end of each epoch: then it can be shown again.")

    def _show_epochs(self, epochs: Sequence[KeptEpoch]) -> None:
        self._kept_epochs = epochs
        last_is_now = bool(epochs) and epochs[-1].iteration == self._iteration_now
        self.bar.epochs.set_epochs(epochs, self._why, last_is_now)

    @property
    def _iteration_now(self) -> int | None:
        """The iteration of the run that the network in use has; None where it changes, or is of no run shown here."""
        if not self._own_run or self._progress is None:
            return None
        if self._session.state is State.PAUSED:
            return self._progress.iteration
        if self._trained is None or self._network.weights is not self._trained:
            return None
        # Early stopping keeps the best weights.
        best = self._trained.training.get("best_after_iterations")
        return best if isinstance(best, int) else self._progress.iteration

    @Slot(object)
    def _list(self, found: RunEpochs) -> None:
        self._show_epochs(found.epochs)
        run = found.run
        if found.losses is None:
            return
        # A run that was trained earlier: all is read from the store.
        self._evaluation = run.evaluation
        self.bar.show_accuracies(run.evaluation)
        self.bar.sparkline.clear()
        self.bar.sparkline.add(found.losses)
        self.bar.sparkline.refresh()
        self.bar.show_progress(run.iteration, run.total_iterations)
        iterations = tr("Iteration {0} of {1}", f"{run.iteration:,}", f"{run.total_iterations:,}")
        epochs = f"{run.total_iterations / run.per_epoch:.4g}"
        self.bar.show_facts(
            tr("Epoch {0} of {1}", f"{run.epoch:.1f}", epochs), f"{iterations} · {status_word(run.status)}"
        )

    @Slot(object)
    def _move(self, epoch: KeptEpoch | None) -> None:
        if epoch is None:
            self._kept.cancel_loading()
            self._network.view_latest()
        else:
            self._kept.load(epoch)

    @Slot(object, object)
    def _view(self, epoch: KeptEpoch, weights: Weights) -> None:
        self._shown = epoch, weights
        try:
            self._network.view(weights, tr("epoch {0}", epoch.number))
        except MemoryError:
            self._fail(tr("There is not enough memory for this network."))

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self._show_now()
        self.problem.emit(sentence)

    def _show_now(self) -> None:
        """Also where an earlier epoch was chosen whose weights are still being loaded."""
        self._network.view_latest()
        self._follow_network()

    @Slot()
    def _follow_network(self) -> None:
        """Show the epoch that is in view. It is now, too, where that is a network which an image was opened with."""
        viewed = self._network.viewed
        if viewed is not None and viewed is self._followed:
            return
        self._followed = viewed
        if self._shown is not None and (viewed is None or not _same(viewed, self._shown[1])):
            self._shown = None
        epoch = None if self._shown is None else self._shown[0]
        self._kept.cancel_loading()
        self._show_epochs(self._kept_epochs)
        self.bar.epochs.show_epoch(epoch)
        self.bar.show_accuracies(self._evaluation if epoch is None else epoch.evaluation)
        self.bar.sparkline.mark(None if epoch is None else epoch.iteration)
        self.viewed.emit(self._kept.run_id, epoch)


def _same(one: Weights, other: Weights) -> bool:
    """Whether it is the same network: an image that is opened comes with its own copy."""
    if one is other or one.spec != other.spec:
        return one is other
    return all(np.array_equal(array, other.params[name]) for name, array in one.params.items())
