"""The training tab: the settings on the left; on the right the buttons, the numbers, and the pages below them."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data.source import DataSource
from engine.jobs import RunUntil
from engine.runs import Run
from engine.train.settings_file import Settings
from gui.actions import Actions
from gui.i18n import tr
from gui.settings import Settings as Remembered
from gui.theme import Theme
from gui.training.data.mnist_download import MnistDownload
from gui.training.form.train_form import TrainForm
from gui.training.presenter import Presenter
from gui.training.runs.interrupted_offer import InterruptedOffer
from gui.training.session import State, TrainingSession
from gui.training.status_panel import Panel
from gui.training.training_pages import Pages

_GROWS_MS = 2_000


class TrainTab(QWidget):
    """Starts the session when the person asks for it; what the session tells is the narrator's to show.

    Signals:
        at_rest: no thread of this tab runs any more.
        problem: what could not be done, in a sentence.
        use_weights: Weights of a run to read with, and the run's name.
        picture_chosen: a digit (28, 28) float32 in 0..1 that is to be looked at in the drawing tab.

    Attributes:
        may_start: asked before a training begins, since the network in use may be lost to it.
        kept: whether the last training is among the runs.
    """

    at_rest = Signal()
    problem = Signal(str)
    use_weights = Signal(object, str)
    picture_chosen = Signal(object)

    def __init__(
        self,
        session: TrainingSession,
        actions: Actions,
        settings: Remembered,
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
        self.pages = Pages(session.store, settings, theme)
        self.curves = self.pages.curves
        self.offer: InterruptedOffer | None = None
        self.kept = False

        right = QVBoxLayout()
        right.setSpacing(12)
        if session.store is not None:
            self.offer = InterruptedOffer()
            right.addWidget(self.offer)
        right.addWidget(self.panel)
        right.addWidget(self.pages, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(14, 14, 14, 10)
        whole.setSpacing(14)
        whole.addWidget(self.form)
        whole.addLayout(right, 1)

        # So often the run being trained is read again, to be seen growing in the list.
        self._grows = QTimer(self, interval=_GROWS_MS)
        self._grows.timeout.connect(self._show_growing)
        actions.start_training.triggered.connect(lambda: self.start())
        actions.pause_training.triggered.connect(self._pause_or_resume)
        actions.step_training.triggered.connect(lambda: self.start(RunUntil.STEP))
        actions.epoch_training.triggered.connect(lambda: self.start(RunUntil.EPOCH))
        actions.stop_training.triggered.connect(lambda: session.stop())
        self._connect_pages()
        self.form.changed.connect(self._form_changed)
        self.form.problem.connect(self._settings_problem)
        self.form.data.ended.connect(self._maybe_at_rest)
        # It hears each signal first: what the tab does then may have something else to say.
        self._narrator = Presenter(session, self.panel, self.curves, self)
        session.state_changed.connect(self._state_changed)
        session.began.connect(self._began)
        # They can be looked at now.
        session.prepared.connect(self.form.data.refresh)
        session.kept.connect(self._is_kept)
        session.not_kept.connect(self._is_not_kept)
        session.measuring.connect(self._measuring)
        session.ended.connect(self._ended)
        self._form_changed()

    @property
    def busy(self) -> bool:
        """Whether a thread of this tab runs. To close the window: ``shut_down``, and wait for ``at_rest``."""
        return self._session.busy or self.form.data.busy or self.pages.busy

    def shut_down(self) -> None:
        """End the training, to be gone on with another time, and whatever else runs."""
        self._session.stop(to_go_on=True)
        self.form.data.shut_down()
        self.pages.shut_down()

    def start(self, stretch: RunUntil = RunUntil.END) -> None:
        """Train for so long: with the settings of the form, if they are right and nothing speaks against it, or go on
        with what is paused."""
        if self._session.state is State.PAUSED:
            self._session.resume(stretch)
            return
        request = self.form.request
        if request is None or self._session.busy or not self.may_start():
            return
        self._session.start(request, stretch)

    @Slot(object)
    def go_on(self, run: Run) -> None:
        """Go on with a run that was left."""
        if not self._session.busy and self.may_start():
            self.form.show_settings(Settings(run.spec, run.config, DataSource.of(run.data.source)))
            self._session.go_on(run)

    def _connect_pages(self) -> None:
        pages = self.pages
        pages.problem.connect(self.problem)
        pages.currentChanged.connect(lambda: self.panel.set_compact(pages.currentWidget() is not pages.curves))
        pages.at_rest.connect(self._maybe_at_rest)
        pages.errors.image_opened.connect(lambda picture, _: self.picture_chosen.emit(picture))
        pages.curves.saved.connect(lambda sentence: self.panel.say(sentence, "muted"))
        self.form.data.loaded.connect(pages.show_data)
        self.form.data.faults_wanted.connect(pages.show_faults)
        if pages.runs is None or self.offer is None:
            return
        pages.runs.use_weights.connect(lambda weights, run: self.use_weights.emit(weights, run.name))
        pages.runs.train_again.connect(self._train_again)
        pages.runs.resume.connect(self.go_on)
        pages.runs.listed.connect(self.offer.offer)
        self.offer.resume.connect(self.go_on)
        self.offer.dismissed.connect(pages.runs.dismiss)

    @Slot(object)
    def _train_again(self, run: Run) -> None:
        """The settings of a run into the form: the person may change them first."""
        self.form.show_settings(Settings(run.spec, run.config, DataSource.of(run.data.source)))
        self.panel.say(tr("The settings of “{0}” are in the form: change them, or start.", run.name), "muted")

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
        for action in (a.step_training, a.epoch_training):
            action.setEnabled(a.start_training.isEnabled() or state is State.PAUSED)
        a.pause_training.setText(tr("&Resume") if state is State.PAUSED else tr("&Pause"))
        a.stop_training.setEnabled(state in (State.PREPARING, State.RUNNING, State.PAUSED))

    # -- what the session tells

    @Slot(object)
    def _state_changed(self, state: State) -> None:
        locked = state is not State.IDLE
        self.form.lock(locked)
        if self.pages.runs is not None and self.offer is not None:
            self.pages.runs.lock(locked)
            self.offer.lock(locked)
        self._enable()

    @Slot()
    def _began(self) -> None:
        self.kept = False
        self.pages.watch("")

    @Slot(str)
    def _is_kept(self, run_id: str) -> None:
        self.kept = True
        self.pages.watch(run_id)
        self._grows.start()

    @Slot(str)
    def _is_not_kept(self, sentence: str) -> None:
        self.kept = False
        self.problem.emit(sentence)

    @Slot()
    def _show_growing(self) -> None:
        if self.pages.runs is not None and self.pages.runs.isVisible():
            self.pages.tell_grown()

    @Slot()
    def _measuring(self) -> None:
        if self._session.state is State.RUNNING:
            self._actions.pause_training.setEnabled(False)

    @Slot()
    def _ended(self) -> None:
        self.form.data.refresh()
        self._grows.stop()
        self.pages.tell_grown()
        self._maybe_at_rest()

    @Slot()
    def _form_changed(self) -> None:
        self._enable()
        if self._session.busy:
            return
        if self.form.request is not None:
            text = tr("Choose the settings on the left, then start the training.")
        elif not self.form.data.ready:
            text = self.form.data.missing
        else:
            text = tr("A setting on the left is not right yet.")
        self.panel.say(text, "muted")

    @Slot(str)
    def _settings_problem(self, sentence: str) -> None:
        if sentence:
            self.panel.say(sentence, "error")

    @Slot()
    def _maybe_at_rest(self) -> None:
        if not self.busy:
            self.at_rest.emit()
