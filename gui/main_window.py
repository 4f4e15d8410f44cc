"""The main window: tabs, menus, the current network, and closing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from engine.i18n import tr
from engine.paths import weights_name
from engine.types import FloatArray
from engine.weights import Weights
from gui.actions import Actions
from gui.current_network import CurrentNetwork
from gui.deferred_loading import DeferredLoading
from gui.draw.digit_keys import DigitKeys
from gui.draw.draw_tab import DrawTab
from gui.file_dialogs import ask_whether_to_save
from gui.help.window_help import WindowHelp
from gui.menus import fill_menu_bar
from gui.settings import Settings
from gui.theme import Theme
from gui.weights_bar import WeightsBar
from gui.weights_files import WeightsFiles
from gui.widgets.lazy_page import LazyPage
from gui.widgets.long_words import shortened
from gui.widgets.notice import Notice
from gui.window.card_maximizer import CardMaximizer
from gui.window.file_drops import FileDrops
from gui.window.language_choice import LanguageChoice
from gui.window.learn_page import LearnPage
from gui.window.open_file import FileOpener
from gui.window.presentation import Presentation
from gui.window.screen_fit import ScreenFit
from gui.window.tab_bar import TabBar
from gui.window.zoom import Zoom

if TYPE_CHECKING:
    from engine.runs import RunStore
    from gui.learn.learn_tab import LearnTab
    from gui.training.runs.runs_panel import RunsPanel
    from gui.training.session import TrainingSession
    from gui.training.train_tab import TrainTab
    from gui.window.training_link import TrainingLink

_SMALLEST, _FIRST = QSize(720, 480), QSize(1100, 700)

# Modules that the drawing tab does not need at first; they are imported after it was shown.
_DEFERRED_MODULES = (
    "engine.ink.drawing_file",
    "gui.draw.handwriting.drawing_gallery",
    "gui.draw.handwriting.fine_tuning_task",
    "gui.training.train_tab",
    "gui.window.training_link",
    "gui.learn.learn_tab",
)
# The window is painted first.
_OPEN_DRAWINGS_MS = 100


class MainWindow(QMainWindow):
    """Lays out the tabs and connects them.

    Attributes:
        training: connects a training with the window; None until the training tab is made.
        restarting: whether the program is to be started again once the window is closed.
    """

    def __init__(self, network: CurrentNetwork, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle(tr("Digit Lab"))
        self.network, self.settings, self.theme = network, settings, theme
        self.actions_ = Actions(self, theme)
        self.actions_.enable_training(False)
        DigitKeys(self, self.actions_.label_as)
        self.zoom = Zoom(self.actions_, settings, theme, self)
        self.notice = Notice()
        self.draw_tab = DrawTab(network, self.actions_, settings, theme)
        self._train_page: LazyPage[TrainTab] = LazyPage(self._make_train_tab)
        self._learn_page = LearnPage(settings, theme, self.draw_tab.input_image)
        self._learn_page.ended.connect(self._idle)
        canvas = self.draw_tab.canvas
        self._deferred_pages = DeferredLoading(canvas, DrawTab.MODULES, self.draw_tab.make_pages, self._is_idle)
        self._deferred_training = DeferredLoading(
            canvas,
            _DEFERRED_MODULES,
            self._train_page.make,
            self._is_idle,
            self._open_runs,
            # One after the other: while widgets are made, no other thread uses Qt's classes.
            lambda: self.draw_tab.pages.complete,
        )
        # The stored runs, and a message about a problem with them.
        self._runs: tuple[RunStore | None, str] | None = None
        self._deferred = (self._deferred_pages, self._deferred_training)
        for each in self._deferred:
            each.ended.connect(self._idle)
        self.weights_files = WeightsFiles(network, settings, self)
        self.weights_bar = WeightsBar(network, self.actions_)
        files = self.draw_tab.import_export
        self.opener = FileOpener(
            files, self.weights_files, settings, lambda: network.locked, self._go_to_train_tab, self
        )
        self._drops = FileDrops(files.can_take, files.take, self)
        self._open_drawings = QTimer(self, singleShot=True, interval=_OPEN_DRAWINGS_MS)
        self._open_drawings.timeout.connect(self.draw_tab.store.open)
        self._open_drawings.timeout.connect(self.weights_files.measure_activation)
        self._closing = False
        # One timer: where two parts end at once, the window is closed once, and asks once.
        self._close_soon = QTimer(self, singleShot=True, interval=0)
        self._close_soon.timeout.connect(self.close)
        # Whether somebody can answer a question.
        self._attended = True
        # What the user was told when the window was to be closed: names and notes of runs that are not stored, and
        # other problems.
        self._told: set[tuple[str, str, str]] = set()
        self._told_problems: set[str] = set()
        self.restarting = False
        self.training: TrainingLink | None = None

        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setTabBar(TabBar())
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.draw_tab, tr("Draw"))
        self.tabs.addTab(self._train_page, tr("Train"))
        self.tabs.addTab(self._learn_page, tr("Learn"))
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.weights_bar)
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs, 1)
        self._middle = layout
        self.setCentralWidget(middle)
        self.statusBar()  # created now, so that the canvas does not move at the first message
        self.help = WindowHelp(
            self, self.actions_, settings, theme, self.show_draw_tab, self._go_to_train_tab, self._drops
        )
        fill_menu_bar(self.menuBar(), self.actions_, theme.choice)
        self.presentation = Presentation(self, self.actions_, self.zoom)
        self.maximizer = CardMaximizer(middle, self.actions_.enlarge, theme)
        self.language = LanguageChoice(self.actions_, settings, self)
        theme.style(self)
        self._connect()
        self._restore()
        settings.check()
        # The arrow keys move the pen from the start.
        self.draw_tab.canvas.setFocus()
        self._show_network_title()

    # -- the training tab

    @property
    def train_tab(self) -> "TrainTab":
        """The training tab, created when it is opened or when the user is not drawing: creating it is slow."""
        return self._train_page.make()

    @property
    def _runs_panel(self) -> "RunsPanel | None":
        return None if self._train_page.page is None else self._train_page.page.pages.runs

    @property
    def session(self) -> "TrainingSession":
        """The training session."""
        return self.train_tab.session

    def show_draw_tab(self) -> None:
        """Go to the drawing tab."""
        self.maximizer.restore()
        self.tabs.setCurrentWidget(self.draw_tab)

    def show_train_tab(self) -> None:
        """Go to the training tab."""
        self.maximizer.restore()
        self.tabs.setCurrentWidget(self._train_page)

    @property
    def learn_tab(self) -> "LearnTab":
        """The Learn tab, created when it is opened."""
        return self._learn_page.make()

    def show_learn_tab(self) -> None:
        """Go to the Learn tab."""
        self.maximizer.restore()
        self.tabs.setCurrentWidget(self._learn_page)

    def _go_to_train_tab(self) -> "TrainTab":
        self.show_train_tab()
        return self.train_tab

    def _is_idle(self) -> bool:
        return not self.draw_tab.drawing

    def _make_train_tab(self) -> "TrainTab":
        from gui.training.session import TrainingSession
        from gui.training.train_tab import TrainTab
        from gui.transport.controller import Transport
        from gui.window.training_link import TrainingLink

        self._deferred_training.cancel()
        session = TrainingSession(self)
        self.actions_.enable_training()
        tab = TrainTab(session, self.network, self.actions_, self.settings, self.theme)
        self.maximizer.watch_tabs(tab.pages)
        tab.may_start = self.weights_files.may_be_lost
        tab.problem.connect(self._show_problem)
        tab.use_weights.connect(self.weights_files.use_run)
        tab.not_stored.connect(self._ask_where_to_save)
        tab.image_chosen.connect(self._open_input)
        self.draw_tab.predicted.connect(self._show_drawing_on_map)
        tab.ended.connect(self._idle)
        session.state_changed.connect(self._enable_weights)
        transport = Transport(session, self.network, self.actions_, self.settings, self.theme, self)
        link = TrainingLink(tab, transport, self.network, self)
        link.problem.connect(self.notice.show_message)
        link.ended.connect(self._idle)
        link.add_to(self._middle, self.notice)
        link.tab_changed(self.tabs.currentWidget() is self._train_page)
        self.training = link
        if self._runs is None:
            tab.runs_opener.open()
        else:
            # Usually a thread has already opened them.
            tab.runs_opener.take(*self._runs)
        return tab

    def _open_runs(self) -> None:
        """On a thread, so that making the training tab reads no database."""
        from gui.training.runs.opening import open_runs

        self._runs = open_runs()

    @Slot()
    def _tab_changed(self) -> None:
        on_train_tab = self.tabs.currentWidget() is self._train_page
        if self.training is not None:
            self.training.tab_changed(on_train_tab)
        if on_train_tab:
            # Its modules and the store of runs are loaded on a thread first.
            self._deferred_training.hurry()
        elif self.tabs.currentWidget() is self._learn_page:
            self._learn_page.open()

    def _connect(self) -> None:
        a = self.actions_
        a.load_weights.triggered.connect(self.weights_files.load)
        a.save_weights.triggered.connect(self.weights_files.save)
        a.quit.triggered.connect(self.close)
        a.show_draw.triggered.connect(self.show_draw_tab)
        a.show_train.triggered.connect(self.show_train_tab)
        a.show_learn.triggered.connect(self.show_learn_tab)
        a.themes.triggered.connect(self._choose_theme)
        self.language.restart.connect(self._restart)
        self.settings.problem.connect(self.notice.show_message)
        self.weights_bar.chosen.connect(self.weights_files.use_file)
        self.weights_bar.activation_chosen.connect(self.weights_files.choose_activation)
        self.weights_files.ended.connect(self._idle)
        self.weights_files.problem.connect(self.notice.show_message)
        self.weights_files.message.connect(lambda sentence: self._show_status(sentence, 10_000))
        self.draw_tab.opening.connect(self.show_draw_tab)
        self.draw_tab.problem.connect(self._show_problem)
        self.draw_tab.message.connect(lambda sentence: self._show_status(sentence, 5_000))
        self.draw_tab.import_export.files_given.connect(self.opener.open)
        self.draw_tab.import_export.image_given.connect(self.opener.open_image)
        self.opener.message.connect(lambda sentence: self._show_status(sentence, 10_000))
        self.opener.ended.connect(self._idle)
        a.open_files.triggered.connect(self.opener.ask)
        self.draw_tab.ended.connect(self._idle)
        self.draw_tab.fine_tuned.connect(self.weights_files.use_fine_tuned)
        self.draw_tab.not_kept.connect(self._stay)
        self.network.changed.connect(self._show_network_title)
        self.network.changed.connect(self._enable_saving)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.tabs.currentChanged.connect(self.maximizer.restore)
        self.maximizer.watch_tabs(self.draw_tab.pages)

    def _show_status(self, sentence: str, milliseconds: int) -> None:
        self.statusBar().showMessage(shortened(sentence), milliseconds)

    # -- the current network

    @Slot()
    def _show_network_title(self) -> None:
        self.setWindowModified(self.network.unsaved)
        # Qt shows a star instead of the first "[*]", and each pair as one.
        self.setWindowTitle(tr("{0}[*] – Digit Lab", self.network.name.replace("[*]", "[*][*]")))

    @Slot()
    def _show_drawing_on_map(self) -> None:
        prediction = self.draw_tab.prediction
        image = None if prediction is None or prediction.stages.empty else prediction.stages.centred
        self.train_tab.pages.map.show_drawing(image)

    @Slot(object, int, object, str)
    def _open_input(self, image: FloatArray, label: int, weights: Weights | None, name: str) -> None:
        self.tabs.setCurrentWidget(self.draw_tab)
        self.draw_tab.show_input(image, label, weights, name)

    @Slot(str)
    def _ask_where_to_save(self, reason: str) -> None:
        # Closing asks about unsaved weights, too. Later, so that the session has ended for everyone.
        if not self._closing:
            QTimer.singleShot(0, self, lambda: self.weights_files.save_elsewhere(reason))

    @Slot()
    def _idle(self) -> None:
        if self._closing:
            # Later, because closing destroys the sender of the signal.
            self._close_soon.start()

    def _may_discard_fine_tuned(self) -> bool:
        """Ask about a fine-tuned network that is neither kept nor discarded; False if the user cancels."""
        if not self.draw_tab.undecided:
            return True
        choice = ask_whether_to_save(
            self,
            "undecided-fine-tuning",
            tr("The network that was fine-tuned on your handwriting is neither kept nor discarded."),
            tr("Save it? You then choose a file for its weights."),
        )
        if choice == choice.Save:
            self.draw_tab.decide(keep=True)
        elif choice == choice.Discard:
            self.draw_tab.decide(keep=False)
        return not self.draw_tab.undecided

    def _may_lose_typed(self) -> bool:
        """Whether all names and notes of runs are stored, or the user knows that they are not; else say so."""
        runs = self._runs_panel
        if runs is None or runs.not_stored <= self._told:
            return True
        self._told = runs.not_stored
        self.notice.show_message(
            tr(
                "A name or a note that you typed for a run is not stored yet, so the window stays open. If you close "
                "it again, it closes, and what you typed may be lost."
            )
        )
        return False

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        """Show it. While the window is being closed, stay open, once for each: nobody could read it."""
        # For what is typed, ``_may_lose_typed`` does so.
        is_typed = self._runs_panel is not None and bool(self._runs_panel.not_stored)
        is_new = bool(sentence) and not is_typed and sentence not in self._told_problems
        if is_new and self._closing and self._attended:
            self._told_problems.add(sentence)
            self._stay()
            sentence = f"{sentence} {tr('This window stays open. If you close it again, it closes.')}"
        self.notice.show_message(sentence)

    @Slot()
    def _stay(self) -> None:
        """Do not close: something that could not be stored is still in the window, or the user cancelled."""
        if self._closing:
            for tab in self._made_tabs():
                tab.go_on()
            self.weights_files.go_on()
            self.opener.go_on()
        self._closing = self.restarting = False
        self._close_soon.stop()
        self.statusBar().clearMessage()
        # ``closeEvent`` has cancelled the deferred loading: start it again.
        QTimer.singleShot(0, self._train_page, self._train_page.make)
        QTimer.singleShot(0, self.draw_tab, self.draw_tab.make_pages)
        self._open_drawings.start()
        QTimer.singleShot(0, self, self._tab_changed)
        self.help.offer_tour_once()

    @Slot()
    def _enable_weights(self) -> None:
        """While a network is being trained, it is the current one, and no other can be chosen."""
        busy = self.session.busy
        self.weights_bar.list.setEnabled(not busy)
        self.weights_bar.activation.setEnabled(not busy)
        self.network.lock(busy)
        self.actions_.load_weights.setEnabled(not busy)
        self._enable_saving()

    @Slot()
    def _enable_saving(self) -> None:
        # Those of an earlier epoch are complete.
        self.actions_.save_weights.setEnabled(not self.network.locked or bool(self.network.viewing))

    # -- background work

    @property
    def busy(self) -> bool:
        """Whether anything runs in the background."""
        transport = [self.training.transport] if self.training is not None else []
        return any(
            each.busy for each in (*self._deferred, self.weights_files, self.opener, *self._made_tabs(), *transport)
        )

    def cancel_deferred(self) -> None:
        """Cancel deferred loading: create no more parts that were not opened."""
        for each in (*self._deferred, self._learn_page):
            each.cancel()
        self._open_drawings.stop()
        self.help.shut_down()

    def shut_down(self) -> None:
        """Ask all background work to end; ``busy`` is False when it has. ``_stay`` starts again what is needed."""
        self.cancel_deferred()
        self.weights_files.cancel()
        self.opener.cancel()
        for tab in self._made_tabs():
            tab.shut_down()

    def _made_tabs(self) -> "list[DrawTab | LearnPage | TrainTab]":
        return [self.draw_tab, self._learn_page, *([self._train_page.page] if self._train_page.page else [])]

    # -- the window itself

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self.theme.choose(action.data())
        self.settings.keep("theme", action.data())

    @Slot()
    def _restart(self) -> None:
        self.restarting = True
        self.close()

    def _restore(self) -> None:
        geometry = self.settings.data("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(_FIRST)
        self._screen_fit = ScreenFit(self, _SMALLEST)
        self.tabs.setCurrentIndex(self.settings.whole("window/tab", 0, 0, self.tabs.count() - 1))

    def showEvent(self, event: QShowEvent) -> None:
        """Read the saved drawings soon after the first painting: they give the accuracy on the user's handwriting."""
        self._open_drawings.start()
        self._screen_fit.watch()
        self.windowHandle().installEventFilter(self._drops)
        self.help.offer_tour_once()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where no part of the window uses it, leaves an enlarged card and then the presentation."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.maximizer.card is not None:
            self.maximizer.restore()
        else:
            self.presentation.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs in the background first, without freezing the window; ask about unsaved weights."""
        self.cancel_deferred()
        if self._runs_panel is not None:
            self._runs_panel.store_typed(again=not self._closing)
        if self.busy:
            event.ignore()
            self._closing = True
            self.statusBar().showMessage(tr("Stopping…"))
            self.shut_down()
            return
        if not self._may_close():
            self._stay()
            event.ignore()
            return
        event.accept()

    def _may_close(self) -> bool:
        """Whether everything is stored, or need not be."""
        if not self._attended:
            self._store_settings()
            return True
        agreed = self._may_lose_typed() and self._may_discard_fine_tuned() and self.weights_files.may_be_lost()
        return agreed and self._store_settings()

    @Slot()
    def close_without_asking(self) -> None:
        """The session ends, or the terminal was closed: close once the background work has ended and is stored."""
        self._attended = False
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            dialog.reject()
        # Later: the dialogs' own event loops end first.
        QTimer.singleShot(0, self, self.close)

    def _store_settings(self) -> bool:
        self.settings.keep("window/geometry", self.presentation.geometry)
        self.settings.keep("window/tab", self.tabs.currentIndex())
        if self.network.path is not None:
            self.settings.keep("weights/file", weights_name(self.network.path))
            weights = self.network.weights
            self.settings.keep("weights/activation", weights.activation if weights.activation_from == "chosen" else "")
        return self.settings.flush()
