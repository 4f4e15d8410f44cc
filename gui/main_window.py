"""The frame: tabs, menus, the network in use, and what happens when the window closes."""

from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QByteArray, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox, QTabWidget, QVBoxLayout, QWidget

from engine.types import FloatArray
from engine.weights import Weights
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.deferred_loading import DeferredLoading
from gui.draw.draw_tab import DrawTab
from gui.file_dialogs import ask_whether_to_save
from gui.i18n import tr
from gui.settings import Settings
from gui.theme import Theme
from gui.weights_bar import WeightsBar
from gui.weights_files import WeightsFiles
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from gui.training.session import TrainingSession
    from gui.training.train_tab import TrainTab

# What the drawing tab can do without.
_LATER = (
    "engine.ink.drawing_file",
    "gui.draw.handwriting.drawing_gallery",
    "gui.draw.handwriting.fine_tuning_task",
    "gui.training.train_tab",
)


class MainWindow(QMainWindow):
    """Lays the tabs out and carries what passes between them: the network, its weights, the training's snapshots."""

    def __init__(self, network: CurrentNetwork, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(tr("Digit Lab"))
        self.setMinimumSize(900, 600)
        self.network, self.settings, self.theme = network, settings, theme
        self.actions_ = Actions(self, theme)
        self.actions_.enable_training(False)
        self.notice = Notice()
        self.draw_tab = DrawTab(network, self.actions_, settings, theme)
        # Made when it is wanted: see ``train_tab``.
        self._training: tuple[TrainingSession, TrainTab] | None = None
        self._train_place = QWidget()
        canvas, pages = self.draw_tab.canvas, self.draw_tab.pages
        self._pages_afterwards = DeferredLoading(canvas, pages.MODULES, pages.make_others, self._hand_rests)
        self._training_afterwards = DeferredLoading(canvas, _LATER, self._make_training, self._hand_rests)
        self._afterwards = (self._pages_afterwards, self._training_afterwards)
        for each in self._afterwards:
            each.ended.connect(self._at_rest)
        self.weights_files = WeightsFiles(network, settings, self)
        self.weights_bar = WeightsBar(network, self.actions_)
        self._closing = False
        # What a diverged training leaves to go back to.
        self._before_training: tuple[Weights, Path | None, bool] | None = None

        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.draw_tab, tr("Draw"))
        self.tabs.addTab(self._train_place, tr("Train"))
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.weights_bar)
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)
        self.statusBar()  # there from the start: the canvas does not jump at the first message
        self._make_menus()
        self._connect()
        self._restore()
        # What the first key is for.
        self.draw_tab.canvas.setFocus()
        self._tell_network()

    # -- the training tab

    @property
    def train_tab(self) -> "TrainTab":
        """To make it takes as long as all the rest: it is made when it is gone to, or when the hand rests."""
        return self._make_training()[1]

    @property
    def session(self) -> "TrainingSession":
        """The trainings."""
        return self._make_training()[0]

    def _hand_rests(self) -> bool:
        return self.draw_tab.model.running is None

    def _make_training(self) -> "tuple[TrainingSession, TrainTab]":
        if self._training is None:
            from gui.training.train_tab import open_training

            self._training_afterwards.forget()
            session, tab, trouble = open_training(self, self.actions_, self.settings, self.theme)
            self._training = session, tab
            self._connect_training(session, tab)
            front = self.tabs.currentWidget()
            self.tabs.currentChanged.disconnect(self._tab_changed)
            index = self.tabs.indexOf(self._train_place)
            self.tabs.insertTab(index, tab, self.tabs.tabText(index))
            self.tabs.setCurrentWidget(tab if front is self._train_place else front)
            self.tabs.removeTab(index + 1)
            self._train_place.deleteLater()
            if trouble:
                self.notice.say(trouble)
        return self._training

    @Slot()
    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is self._train_place:
            self._make_training()

    def _make_menus(self) -> None:
        a = self.actions_
        entries: dict[str, list[QAction | None]] = {
            tr("&File"): [
                a.open_picture,
                a.paste_picture,
                a.save_drawing,
                None,
                a.load_weights,
                a.save_weights,
                None,
                a.quit,
            ],
            tr("&Edit"): [a.undo, a.redo, None, a.copy_input, a.copy_probabilities, None, a.clear],
            tr("T&rain"): [
                a.start_training,
                a.pause_training,
                a.step_training,
                a.epoch_training,
                a.stop_training,
                None,
                a.open_settings,
                a.save_settings,
                None,
                a.download_mnist,
            ],
            tr("&View"): [a.show_draw, a.show_train, None],
            tr("&Help"): [a.about],
        }
        for title, actions in entries.items():
            menu = self.menuBar().addMenu(title)
            menu.setToolTipsVisible(True)
            for action in actions:
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)
            if title == tr("&View"):
                self._add_themes(menu)
            if title == tr("&Edit"):
                menu.addSeparator()
                menu.addMenu(tr("&Keep the drawing")).addActions(a.say)

    def _add_themes(self, menu: QMenu) -> None:
        colours = menu.addMenu(tr("&Colours"))
        for action in self.actions_.themes.actions():
            action.setChecked(action.data() == self.theme.choice)
            colours.addAction(action)

    def _connect(self) -> None:
        a = self.actions_
        a.load_weights.triggered.connect(self.weights_files.load)
        a.save_weights.triggered.connect(self.weights_files.save)
        a.quit.triggered.connect(self.close)
        a.show_draw.triggered.connect(lambda: self.tabs.setCurrentWidget(self.draw_tab))
        a.show_train.triggered.connect(lambda: self.tabs.setCurrentWidget(self.train_tab))
        a.about.triggered.connect(self._about)
        a.themes.triggered.connect(self._choose_theme)
        self.weights_bar.chosen.connect(self.weights_files.use_file)
        self.weights_files.problem.connect(self.notice.say)
        self.weights_files.said.connect(lambda sentence: self.statusBar().showMessage(sentence, 10_000))
        self.draw_tab.in_and_out.coming.connect(lambda: self.tabs.setCurrentWidget(self.draw_tab))
        self.draw_tab.problem.connect(self.notice.say)
        self.draw_tab.said.connect(lambda sentence: self.statusBar().showMessage(sentence, 5_000))
        self.draw_tab.at_rest.connect(self._at_rest)
        self.draw_tab.learned.connect(self.weights_files.use_learned)
        self.draw_tab.keeping.not_kept.connect(self._stay)
        self.network.changed.connect(self._tell_network)
        self.tabs.currentChanged.connect(self._tab_changed)

    def _connect_training(self, session: "TrainingSession", tab: "TrainTab") -> None:
        tab.may_start = self.weights_files.may_be_lost
        tab.problem.connect(self.notice.say)
        tab.use_weights.connect(self.weights_files.use_run)
        tab.picture_chosen.connect(self._open_input)
        tab.at_rest.connect(self._at_rest)
        session.started.connect(self._training_started)
        session.job_event.connect(self._training_event)
        session.ended.connect(self._training_ended)
        session.state_changed.connect(lambda state: self._enable_weights(state is type(state).IDLE))

    # -- the network in use

    @Slot()
    def _tell_network(self) -> None:
        self.setWindowModified(self.network.unsaved)
        self.setWindowTitle(tr("{0}[*] – Digit Lab", self.network.weights.name or self.network.weights.spec.title))

    @Slot(object)
    def _open_input(self, picture: FloatArray) -> None:
        self.tabs.setCurrentWidget(self.draw_tab)
        self.draw_tab.show_input(picture)

    # -- training

    @Slot(object)
    def _training_started(self, request: object) -> None:
        self._before_training = (self.network.weights, self.network.path, self.network.unsaved)

    @Slot(object)
    def _training_event(self, event: object) -> None:
        # The training's modules are loaded late.
        from engine.jobs import Snapshot, Trained

        match event:
            case Snapshot(spec, params):
                self.network.follow(spec, params)
            case Trained(weights):
                self._before_training = None
                # Those of a stored run cannot be lost.
                self.network.use(weights, None, unsaved=not self.train_tab.stored)

    @Slot()
    def _training_ended(self) -> None:
        if self._before_training is not None:
            weights, path, unsaved = self._before_training
            self._before_training = None
            self.network.use(weights, path, unsaved=unsaved)

    @Slot()
    def _at_rest(self) -> None:
        if self._closing:
            # Not from within the signal of what the window is about to destroy.
            QTimer.singleShot(0, self, self.close)

    def _may_forget_hand(self) -> bool:
        """Ask what becomes of a network that has learned the person's hand and is neither kept nor thrown away."""
        if not self.draw_tab.undecided:
            return True
        choice = ask_whether_to_save(
            self,
            "undecided-hand",
            tr("A network has learned your hand, and is neither kept nor thrown away."),
            tr("Keep it? Its weights are then saved to a file."),
        )
        if choice == choice.Save:
            self.draw_tab.learn.keep()
        elif choice == choice.Discard:
            self.draw_tab.learn.throw_away()
        return not self.draw_tab.undecided

    @Slot()
    def _stay(self) -> None:
        """A drawing that could not be kept is to be seen: the window does not close over it."""
        self._closing = False
        self.statusBar().clearMessage()
        # What was not to be made any more is wanted again.
        QTimer.singleShot(0, self, self._make_training)
        QTimer.singleShot(0, self.draw_tab, self.draw_tab.pages.make_others)

    def _enable_weights(self, idle: bool) -> None:
        """While a network is being trained, it is the one in use."""
        self.weights_bar.list.setEnabled(idle)
        self.draw_tab.let_learn(idle)
        self.actions_.load_weights.setEnabled(idle)
        self.actions_.save_weights.setEnabled(idle)

    # -- the window itself

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self.theme.choose(action.data())
        self.settings.keep("theme", action.data())

    @Slot()
    def _about(self) -> None:
        QMessageBox.about(
            self,
            tr("About Digit Lab"),
            tr(
                "<h3>Digit Lab</h3><p>Draw a digit, watch a neural network read it, train your own.</p>"
                "<p>After <i>Deep Learning from Scratch</i> by Saito Koki. MIT licence.</p><p>Qt {0}</p>",
                PySide6.__version__,
            ),
        )

    def _restore(self) -> None:
        geometry = self.settings.data("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1100, 700)
        self.tabs.setCurrentIndex(self.settings.whole("window/tab", 0, 0, self.tabs.count() - 1))

    def showEvent(self, event: QShowEvent) -> None:
        """What the person has drawn is looked up once there is something to be seen: how often it was read right."""
        QTimer.singleShot(0, self.draw_tab.keeping, self.draw_tab.keeping.open)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A training or a download is ended first, without freezing the window; unsaved weights are asked about."""
        # Nothing is made any more that nobody has gone to.
        for each in self._afterwards:
            each.forget()
        parts: list[DrawTab | TrainTab] = [self.draw_tab]
        if self._training is not None:
            parts.append(self._training[1])
        if any(part.busy for part in (*self._afterwards, *parts)):
            event.ignore()
            self._closing = True
            self.statusBar().showMessage(tr("Stopping…"))
            for part in parts:
                part.shut_down()
            return
        if not self._may_forget_hand() or not self.weights_files.may_be_lost():
            self._stay()
            event.ignore()
            return
        self.settings.keep("window/geometry", QByteArray(self.saveGeometry()))
        self.settings.keep("window/tab", self.tabs.currentIndex())
        if self.network.path is not None:
            self.settings.keep("weights/file", str(self.network.path))
        self.settings.flush()
        event.accept()
