"""The training tab: the settings on the left; the buttons, the numbers and the curves on the right."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.trainer import Evaluation, Progress
from engine.weights_io import Weights
from gui.actions import Actions
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.training.curves import Curves
from gui.training.download import MnistDownload
from gui.training.form import TrainForm
from gui.training.panel import Panel
from gui.training.request import TrainRequest, iterations_per_epoch
from gui.training.session import State, TrainingSession

# By chance a network reads one digit in ten.
_LEARNED_SOMETHING = 0.2


class TrainTab(QWidget):
    """Starts the session when the person asks for it, and shows what the session tells.

    ``at_rest``: neither a training nor a download is going on any more.

    Attributes:
        may_start: asked before a training begins, since the network in use may be lost to it.
    """

    at_rest = Signal()

    def __init__(
        self,
        session: TrainingSession,
        actions: Actions,
        settings: Settings,
        theme: Theme,
        download: MnistDownload | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("train-tab")
        self.may_start: Callable[[], bool] = lambda: True
        self._session, self._actions = session, actions
        self.form = TrainForm(actions, settings, theme, download)
        self.panel = Panel(actions, theme)
        self.curves = Curves(theme)
        self._last: Progress | None = None
        self._data = ""
        self._accuracy = 0.0
        self._result: tuple[str, str, bool] | None = None

        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.panel)
        right.addWidget(self.curves, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(14, 14, 14, 10)
        whole.setSpacing(14)
        whole.addWidget(self.form)
        whole.addLayout(right, 1)

        actions.start_training.triggered.connect(self.start)
        actions.pause_training.triggered.connect(self._pause_or_resume)
        actions.stop_training.triggered.connect(session.stop)
        self.form.changed.connect(self._form_changed)
        self.form.data.download.ended.connect(self._maybe_at_rest)
        session.state_changed.connect(self._state_changed)
        session.began.connect(self._began)
        session.preparing.connect(self._preparing)
        session.prepared.connect(self._prepared)
        session.progressed.connect(self._progressed)
        session.evaluated.connect(self._evaluated)
        session.measuring.connect(self._measuring)
        session.trained.connect(self._trained)
        session.diverged.connect(self._diverged)
        session.failed.connect(self._failed)
        session.ended.connect(self._ended)
        self._form_changed()

    @property
    def busy(self) -> bool:
        """Whether a thread of this tab runs. To close the window: ``shut_down``, and wait for ``at_rest``."""
        return self._session.busy or self.form.data.download.busy

    def shut_down(self) -> None:
        """Stop the training and cancel the download."""
        self._session.stop()
        self.form.data.download.cancel()

    @Slot()
    def start(self) -> None:
        """Train with the settings of the form, if they are right and nothing speaks against it."""
        request = self.form.request
        if request is None or self._session.busy or not self.may_start():
            return
        self._session.start(request)

    # -- buttons

    @Slot()
    def _pause_or_resume(self) -> None:
        if self._session.state is State.PAUSED:
            self._session.resume()
        else:
            self._session.pause()

    @Slot()
    def _enable(self) -> None:
        state, a = self._session.state, self._actions
        a.start_training.setEnabled(state is State.IDLE and self.form.request is not None)
        a.pause_training.setEnabled(state in (State.RUNNING, State.PAUSED))
        a.pause_training.setText(tr("&Resume") if state is State.PAUSED else tr("&Pause"))
        a.stop_training.setEnabled(state in (State.PREPARING, State.RUNNING, State.PAUSED))

    # -- what the session tells

    @Slot(object)
    def _state_changed(self, state: State) -> None:
        self.form.lock(state is not State.IDLE)
        self._enable()
        match state:
            case State.RUNNING:
                self.panel.say(tr("Training on the {0}.", self._data))
            case State.PAUSED:
                self.panel.say(tr("Paused. The network waits as it is: draw a digit to try it, then resume."))
            case State.STOPPING:
                self.panel.say(tr("Stopping…"))

    @Slot(object)
    def _began(self, request: TrainRequest) -> None:
        self._last = self._result = None
        self.panel.clear()
        config = request.config
        per_epoch = iterations_per_epoch(request.data, config.batch_size)
        self.curves.begin(config.epochs if config.iterations is None else config.iterations / per_epoch)
        loading = {"mnist": tr("Loading MNIST…"), "starter": tr("Writing starter digits…")}
        self.panel.say(loading[request.data])

    @Slot(int, int)
    def _preparing(self, done: int, total: int) -> None:
        self.panel.show_preparing(done, total)
        if total:
            self.panel.say(tr("Writing starter digits: {0} of {1}…", f"{done:,}", f"{total:,}"))

    @Slot(str)
    def _prepared(self, data: str) -> None:
        self._data = data
        self.panel.clear()

    @Slot(object)
    def _progressed(self, event: Progress) -> None:
        self._last = event
        self.panel.show_progress(event)
        self.curves.add_progress(event)

    @Slot(object)
    def _evaluated(self, event: Evaluation) -> None:
        self._accuracy = event.train_accuracy
        self.panel.show_evaluation(event)
        self.curves.add_evaluation(event)

    @Slot()
    def _measuring(self) -> None:
        if self._session.state is State.RUNNING:
            self._actions.pause_training.setEnabled(False)
            self.panel.say(tr("All iterations are done: reading the whole test set to see how good it is…"))

    @Slot(object)
    def _trained(self, weights: Weights) -> None:
        stopped = weights.training.get("stopped_after_iterations")
        seconds = f"{weights.training['seconds']:,.1f}"
        if stopped is None and self._accuracy < _LEARNED_SOMETHING:
            text = tr("It has learned next to nothing: try other settings, first of all a smaller learning rate.")
            self._result = (text, "error", True)
            return
        if stopped is None:
            text = tr("Done in {0} s. The drawing tab reads with this network now.", seconds)
        else:
            text = tr("Stopped after {0} iterations. The network keeps what it has learned.", f"{stopped:,}")
        self._result = (text, "", False)

    @Slot(str)
    def _diverged(self, advice: str) -> None:
        self._result = (advice, "error", True)

    @Slot(str)
    def _failed(self, sentence: str) -> None:
        self._result = (sentence, "error", False)

    @Slot()
    def _ended(self) -> None:
        if self._last is not None:
            self.panel.show_progress(self._last, ended=True)
        else:
            self.panel.clear()
        self.panel.say(*(self._result or (tr("Stopped before anything was learned."), "", False)))
        self.form.data.refresh()
        self._maybe_at_rest()

    @Slot()
    def _form_changed(self) -> None:
        self._enable()
        if self._session.busy:
            return
        if self.form.request is not None:
            text = tr("Choose the settings on the left, then start the training.")
        elif not self.form.data.ready:
            text = tr("MNIST is not on this computer yet: download it, or choose the starter digits.")
        else:
            text = tr("A setting on the left is not right yet.")
        self.panel.say(text, "muted")

    @Slot()
    def _maybe_at_rest(self) -> None:
        if not self.busy:
            self.at_rest.emit()
