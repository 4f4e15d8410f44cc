"""The training tab: the settings on the left; on the right the buttons, the numbers, and the pages below them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from engine.data.source import DataSource
from engine.errors import DataError
from engine.i18n import tr
from engine.jobs.protocol import Measuring, NotStored, RunUntil, Stored, Trained
from engine.runs import Run, RunStore
from engine.train.settings_file import Settings
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.settings import Settings as AppSettings
from gui.theme import Theme
from gui.training.form.train_form import TrainForm
from gui.training.presenter import Presenter
from gui.training.runs.interrupted_offer import InterruptedOffer
from gui.training.runs.opening import RunsOpener
from gui.training.session import Prepared, SessionEvent, State, TrainingSession
from gui.training.status_panel import StatusPanel
from gui.training.training_pages import Pages
from gui.training.watched_training import WatchedTraining
from gui.widgets.cards import button, column, row
from gui.widgets.form_controls import scroll
from gui.window.divider import Divided
from gui.window.drawer import Drawer

_REFRESH_MS = 2_000
# The width below which the settings are in a drawer, and their usual width, in pixels of the usual font.
_FOLDED, _FORM = 1050, 344


class TrainTab(QWidget):
    """Starts the session when the user asks for it. The presenter shows what the session reports.

    Signals:
        ended: a thread of this tab is gone; ``busy`` says whether another one runs.
        problem: what could not be done, in a sentence.
        use_weights: the Weights of a run to predict with, and the run's name.
        not_stored: a training has ended with weights that are only in memory; why, in a sentence.
        image_chosen: a digit (28, 28) float32 in 0..1 to be shown in the drawing tab, its true label, the Weights that
            predicted it, or None for those in use, and the name of their checkpoint.

    Attributes:
        may_start: asked before a training starts, since unsaved weights may be lost to it.
        stored: whether the last training is among the runs.
        panel: the sentence about the training.
        runs_opener: opens the store of runs for the session.
    """

    ended = Signal()
    problem = Signal(str)
    use_weights = Signal(object, str)
    not_stored = Signal(str)
    image_chosen = Signal(object, int, object, str)

    def __init__(
        self,
        session: TrainingSession,
        network: CurrentNetwork,
        actions: Actions,
        settings: AppSettings,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("train-tab")
        self.may_start: Callable[[], bool] = lambda: True
        self.session, self._network, self._actions = session, network, actions
        self.form = TrainForm(actions, settings, theme)
        self.panel = StatusPanel(theme)
        self.pages = Pages(network, settings, theme, WatchedTraining(session, self))
        self.runs_opener = RunsOpener(self)
        self.offer = InterruptedOffer()
        self.stored = False
        # The settings to be shown when the training has ended, as it was advised, and the text of the button.
        self._advised: tuple[Settings, str] | None = None
        # Why the training is not stored, and whether it has weights.
        self._reason, self._trained = "", False
        # The run whose settings were shown last without its data.
        self._without_images: Run | None = None
        self._theme = theme
        self._divided = Divided(Qt.Orientation.Horizontal, "train-divided", settings, theme)
        right = QWidget()
        right.setLayout(column(self.offer, self.panel, (self.pages, 1), spacing=12))
        # The form moves, its place stays: Qt crashes after a part was taken out of a splitter.
        self._form_place = QWidget()
        self._form_layout = column(self.form)
        self._form_place.setLayout(self._form_layout)
        for each in (self._form_place, right):
            self._divided.addWidget(each)
        # For a window that is too small for the zoom.
        self._area = QScrollArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._whole = column(self._divided)
        inside = QWidget()
        inside.setLayout(self._whole)
        scroll(self._area, inside)
        self.setLayout(column(self._area))
        self._drawer = Drawer(self, tr("Settings of the training"), theme)
        self._drawer_button = button(tr("Settings"), "show-settings", self._drawer.open_drawer)
        self._drawer_button.setToolTip(tr("Show the settings of the training"))
        self._drawer_button.hide()
        corner = QWidget()
        self._corner = row(self._drawer_button)
        corner.setLayout(self._corner)
        self.pages.setCornerWidget(corner, Qt.Corner.TopLeftCorner)
        self._folded = False
        theme.changed.connect(self._fit)
        self._fit()

        # While it trains, the list of runs shows its progress.
        self._refresh = QTimer(self, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._refresh_run)
        actions.start_training.triggered.connect(lambda: self.start())
        actions.pause_training.triggered.connect(self._pause_or_resume)
        actions.step_training.triggered.connect(lambda: self.start(RunUntil.STEP))
        actions.epoch_training.triggered.connect(lambda: self.start(RunUntil.EPOCH))
        actions.stop_training.triggered.connect(lambda: session.stop())
        self._connect_pages()
        self.form.changed.connect(self._form_changed)
        self.panel.fix.clicked.connect(self._show_error)
        self.panel.remedy.clicked.connect(self._take_advice)
        self.panel.choose_images.clicked.connect(self._choose_images)
        self.form.problem.connect(lambda sentence: self.panel.show_message(sentence, "error") if sentence else None)
        self.form.data.ended.connect(self.ended)
        # The presenter gets each signal first: the tab may then replace its text.
        self._presenter = Presenter(session, self.panel, self.pages.curves, self)
        session.state_changed.connect(self._state_changed)
        session.started.connect(self._on_started)
        session.job_event.connect(self._receive)
        session.ended.connect(self._on_ended)
        self.runs_opener.problem.connect(self.problem)
        self.runs_opener.failed.connect(self.problem)
        self.runs_opener.refused.connect(self.pages.refuse_runs)
        self.runs_opener.ended.connect(self.ended)
        self.runs_opener.opened.connect(session.use_store)
        session.store_opened.connect(self._show_runs)
        if session.store is not None:
            self._show_runs(session.store)
        self._form_changed()

    # -- layout

    def showEvent(self, event: QShowEvent) -> None:
        self.form.data.generate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """In a narrow window the settings are in a drawer."""
        px = self._theme.px
        self._whole.setContentsMargins(px(14), px(14), px(14), px(10))
        folded = self.width() < px(_FOLDED)
        if folded != self._folded:
            self._folded = folded
            self._drawer.close_drawer()
            if folded:
                self._drawer.hold(self.form)
            else:
                self._form_layout.addWidget(self.form)
                self.form.show()
            self._form_place.setVisible(not folded)
            self._drawer_button.setVisible(folded)
            # Beside the tabs, and above what they show.
            self._corner.setContentsMargins(0, 0, *((8, 6) if folded else (0, 0)))
        self._divided.place("train/divided", px(_FORM))

    @property
    def learned_nothing(self) -> bool:
        """Whether the last training has ended with a network that is hardly better than chance."""
        return self._presenter.learned_nothing

    @property
    def busy(self) -> bool:
        """Whether a thread of this tab runs. To close the window: ``shut_down``, and wait for ``ended``."""
        return self.session.busy or self.form.data.busy or self.pages.busy or self.runs_opener.busy

    def shut_down(self) -> None:
        """End the training, which can be resumed later, and whatever else runs."""
        self.session.stop(resumable=True)
        self.runs_opener.shut_down()
        self.form.data.shut_down()
        self.pages.shut_down()

    def go_on(self) -> None:
        """The window stays open after ``shut_down``: start again what was cancelled, but no training."""
        self.runs_opener.open()
        self.form.data.go_on()
        self.pages.go_on()

    def start(self, until: RunUntil = RunUntil.END) -> None:
        """Train for so long: with the settings of the form if they are right, or resume what is paused."""
        if self.session.state is State.PAUSED:
            self.session.resume(until)
            return
        request = self.form.request
        if request is None or self.session.busy or not self.may_start():
            return
        self.session.start(request, until)

    @Slot(object)
    def resume_run(self, run: Run) -> None:
        """Resume a stored run."""
        if not self.session.busy and self.may_start() and self._show_settings(run):
            self.session.resume_run(run)

    def _connect_pages(self) -> None:
        pages = self.pages
        pages.problem.connect(self.problem)
        pages.ended.connect(self.ended)
        # The run to be resumed may be missing.
        self.session.failed.connect(pages.refresh_runs)
        pages.errors.image_opened.connect(self.image_chosen)
        # The map shows the network in use.
        pages.map.image_opened.connect(lambda image, label: self.image_chosen.emit(image, label, None, ""))
        pages.map.set_source(self.form.data.choice)
        self.form.data.changed.connect(lambda: pages.map.set_source(self.form.data.choice))
        pages.curves.saved.connect(lambda sentence: self.panel.show_message(sentence, "muted"))
        self.form.data.loaded.connect(pages.data.show_loaded)
        self.form.data.checked.connect(pages.data.check.show_check)
        pages.data.check.chosen.connect(self.form.data.turn)
        self.form.data.progressed.connect(pages.data.show_progress)
        pages.data_opened.connect(self.form.data.load_preview)
        self.form.data.faults_requested.connect(lambda: pages.open(pages.data))
        self.offer.resume.connect(self.resume_run)

    @Slot(object)
    def _show_runs(self, store: RunStore) -> None:
        runs = self.pages.add_runs(store)
        runs.use_weights.connect(lambda weights, run: self.use_weights.emit(weights, run.name))
        # What is chosen last is used.
        self._network.chosen.connect(runs.cancel_loading)
        runs.train_again.connect(self._train_again)
        runs.resume.connect(self.resume_run)
        runs.listed.connect(self.offer.offer)
        runs.deleted.connect(self.offer.forget)
        runs.lock(self.session.busy)
        self.offer.dismissed.connect(runs.dismiss)

    def _show_settings(self, run: Run) -> bool:
        """Show the settings of a run in the form; whether its data are known, too. The form else keeps its own."""
        try:
            data, known = run.image_source, True
        except DataError:
            data, known = DataSource.of(self.form.data.choice), False
        self.form.show_settings(Settings(run.spec, run.config, data))
        if not known:
            self._without_images = run
            sentence = tr(
                "The settings of “{0}” are in the form, but not its images: a run from another computer does not say "
                "where they are on this one. Choose them, then start.",
                run.name,
            )
            self.panel.show_message(sentence, "muted", images_missing=True)
        return known

    @Slot(object)
    def _train_again(self, run: Run) -> None:
        """Show the settings of a run in the form; the user can change them before the start."""
        if self._show_settings(run):
            sentence = tr("The settings of “{0}” are in the form: change them, or start.", run.name)
            self.panel.show_message(sentence, "muted")

    @Slot()
    def _choose_images(self) -> None:
        """Ask where the images are that the shown run was trained on."""
        if self._without_images is not None:
            # "folder+transpose": the images of the run were transposed.
            kind, _, transform = self._without_images.data.source.partition("+")
            self.form.data.ask("folder" if kind == "folder" else "file", transform)

    @Slot()
    def _take_advice(self) -> None:
        """Change the settings as the advice says, as one step that can be undone. A training is stopped first."""
        # The advice of now: it may be withdrawn before the training has ended.
        self._advised = self._presenter.advised
        if self.session.busy:
            self.session.stop()
        else:
            self._show_advised()

    def _show_advised(self) -> None:
        if self._advised is None:
            return
        settings, action = self._advised
        self._advised = None
        self.form.show_settings(settings)
        text = tr("The settings are changed (“{0}”). Start the training again, or undo the change.", action)
        self.panel.show_message(text, "muted")

    # -- buttons

    @Slot()
    def _pause_or_resume(self) -> None:
        if self.session.state is State.PAUSED:
            self.session.resume()
        else:
            self.session.pause()

    def _enable(self) -> None:
        state, a = self.session.state, self._actions
        a.start_training.setEnabled(state is State.IDLE and self.form.request is not None)
        a.pause_training.setEnabled(state in (State.RUNNING, State.PAUSED))
        for action in (a.step_training, a.epoch_training):
            action.setEnabled(a.start_training.isEnabled() or state is State.PAUSED)
        a.show_paused(state is State.PAUSED)
        a.stop_training.setEnabled(state in (State.PREPARING, State.RUNNING, State.PAUSED))

    # -- the session

    @Slot(object)
    def _state_changed(self, state: State) -> None:
        locked = state is not State.IDLE
        self.form.lock(locked)
        self.pages.data.check.lock(locked)
        self.offer.lock(locked)
        if self.pages.runs is not None:
            self.pages.runs.lock(locked)
            if locked:
                self.pages.runs.cancel_loading()
        self._enable()

    @Slot(object)
    def _receive(self, event: SessionEvent) -> None:
        match event:
            case Prepared():
                # The data page can show the data now.
                self.form.data.refresh()
            case Stored(run_id):
                if self._reason:
                    self._reason = ""
                    self.problem.emit(tr("The training is stored now."))
                self._watch(run_id)
                self._refresh.start()
            case NotStored(reason, again):
                self.stored, self._reason = False, reason
                text = tr("{0} The training continues, but is not stored among the runs.", reason)
                if again:
                    text = tr("{0} The training continues, and is stored as soon as that is possible.", reason)
                self.problem.emit(text)
            case Trained():
                self._trained = True
            case Measuring() if self.session.state is State.RUNNING:
                self._actions.pause_training.setEnabled(False)

    @Slot()
    def _on_started(self) -> None:
        self._reason, self._trained = "", False
        self._watch("")

    def _watch(self, run_id: str) -> None:
        self.stored = bool(run_id)
        self.pages.watch(run_id)

    @Slot()
    def _refresh_run(self) -> None:
        if self.pages.runs is not None and self.pages.runs.isVisible():
            self.pages.refresh_watched()

    @Slot()
    def _on_ended(self) -> None:
        self.form.data.refresh()
        self._refresh.stop()
        self.pages.refresh_watched()
        self._show_advised()
        self.ended.emit()
        if self._reason and self._trained:
            self.not_stored.emit(self._reason)

    @Slot()
    def _form_changed(self) -> None:
        self._enable()
        if self.session.busy:
            return
        if self.form.request is not None:
            text = tr("Choose the settings, then start the training.")
        elif self.form.data.missing:
            text = self.form.data.missing
        else:
            text = tr("A setting is not right yet. {0}", self.form.error)
        self.panel.show_message(text, "muted", fixable=bool(self.form.error))

    @Slot()
    def _show_error(self) -> None:
        if self._folded:
            self._drawer.open_drawer()
        self.form.show_error()
