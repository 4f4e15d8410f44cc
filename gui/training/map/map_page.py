"""Map: the test digits as points, near each other where the last hidden layer gives similar activations."""

import numpy as np
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from engine.i18n import tr
from engine.types import CANVAS, FloatArray
from gui.current_network import CurrentNetwork
from gui.task import TaskGroup
from gui.theme import Theme
from gui.training.map.map_task import Map, MapTask
from gui.training.map.scatter_view import ScatterView
from gui.widgets.array_view import Cell
from gui.widgets.cards import button, card, column, label, row
from gui.widgets.pixel_view import PixelView
from gui.widgets.placeholder import Placeholder, centred

# Between two updates while a network is trained.
_UPDATE_MS = 60
_SIDE_WIDTH = 170


class MapPage(QWidget):
    """Computes only while it is visible.

    Signals:
        image_opened: a digit (28, 28) float32 in 0..1 to be shown on the canvas, and its true label.
        problem: why there is no map, in a sentence.
        ended: no thread is left.

    Attributes:
        view: the points.
    """

    image_opened = Signal(object, int)
    problem = Signal(str)
    ended = Signal()

    def __init__(self, network: CurrentNetwork, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("map")
        self._network, self._theme = network, theme
        self._source = ""
        self._drawing: FloatArray | None = None
        self._map: Map | None = None
        self._task = MapTask()
        self._tasks = TaskGroup(self)
        self._tasks.ended.connect(self.ended)
        self._tasks.failed.connect(self._fail)
        self._due = QTimer(self, singleShot=True, interval=_UPDATE_MS)
        self._due.timeout.connect(self._start)
        self._outdated = True
        # Whether the map that is being computed is of other data, or of a network that was replaced.
        self._dropped = False
        self.view = ScatterView(theme)
        self._lay_out()
        self.view.pointed.connect(self._point)
        self.view.clicked.connect(self._open)
        network.replaced.connect(self._drop)
        network.updated.connect(self._update)
        theme.changed.connect(self._resize_side)
        self._resize_side()

    def _lay_out(self) -> None:
        self._title = label(tr("Last hidden layer"), "heading", wrap=True)
        self._facts = label("", "muted", "map-facts", wrap=True)
        self._image = PixelView(self._theme, "map-image")
        self._image.setAccessibleName(tr("The digit that is pointed at"))
        self._caption = label("", "", "map-caption", wrap=True)
        self._open_button = button(tr("Open on the canvas"), "map-open", lambda: self._open(self.view.current))
        self._side = QWidget()
        hint = label(tr("★ is your drawing. Point at a digit to see it, click it to open it."), "muted", wrap=True)
        self._side.setLayout(
            column(self._title, self._facts, self._image, self._caption, self._open_button, None, hint, spacing=8)
        )
        frame, layout = card()
        layout.addLayout(row((self.view, 1), self._side, spacing=14))
        self._placeholder = Placeholder(frame, centred("", "muted", "map-message"), framed=True)
        self.setLayout(column(self._placeholder))
        self._placeholder.show_text(tr("Computing the map…"))
        self._point(None)

    @Slot()
    def _resize_side(self) -> None:
        self._side.setFixedWidth(max(self._theme.px(_SIDE_WIDTH), self._open_button.sizeHint().width()))
        self._image.setFixedSize(self._theme.px(_SIDE_WIDTH), self._theme.px(_SIDE_WIDTH))

    # -- what is shown

    def set_source(self, source: str) -> None:
        """Show the test digits of these data, a ``DataSource`` as text."""
        if source != self._source:
            self._source = source
            self._drop()
            self._update()

    def show_drawing(self, image: FloatArray | None) -> None:
        """The network's input (28, 28) for the drawing on the canvas; None for an empty canvas."""
        self._drawing = image
        self._update()

    @property
    def busy(self) -> bool:
        """Whether a thread runs."""
        return self._tasks.busy

    def shut_down(self) -> None:
        """Let what runs end soon."""
        self._outdated = self._outdated or self._due.isActive() or self._tasks.busy
        self._due.stop()
        self._tasks.cancel()

    def go_on(self) -> None:
        """The window stays open after ``shut_down``: compute what was cancelled."""
        if self._outdated:
            self._update()

    def showEvent(self, event: QShowEvent) -> None:
        if self._outdated:
            self._update()

    # -- computing

    @Slot()
    def _update(self) -> None:
        self._outdated = True
        if self.isVisible() and self._source and not self._due.isActive() and not self._tasks.busy:
            self._start()

    @Slot()
    def _drop(self) -> None:
        """It is not cancelled, since it may be loading the digits."""
        self._dropped = True

    @Slot()
    def _start(self) -> None:
        if not self.isVisible():
            return
        self._outdated = self._dropped = False
        source, recognizer, drawing = self._source, self._network.recognizer, self._drawing
        spec, params = recognizer.spec, recognizer.params
        self._tasks.start(
            lambda task: self._task.compute(task, source, spec, params, drawing),
            self._show,
            on_progress=self._show_progress,
            on_end=self._on_end,
            error=tr("The map could not be computed because of an error in the program ({0})."),
            no_memory=tr("There is not enough memory for the map of this network."),
        )

    def _on_end(self) -> None:
        # What changed meanwhile, a moment later: the window stays responsive while a network is trained.
        if self._outdated and self.isVisible():
            self._due.start()

    def _show_progress(self, sentence: str) -> None:
        if self._map is None and not self._dropped:
            self._placeholder.show_text(sentence)

    def _show(self, found: Map) -> None:
        if self._dropped:
            return
        self._map = found
        self._placeholder.show_widget()
        self.view.show_points(found.points, found.digits.labels)
        self.view.show_star(None if self._drawing is None else found.star)
        self._facts.setText(
            tr(
                "{0} test digits, {1} activations each. The two axes show {2} % of their variance.",
                f"{len(found.digits):,}",
                f"{found.neurons:,}",
                f"{100 * found.explained:.0f}",
            )
        )
        self._point(self.view.pointed_at)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        if not self._dropped:
            self._placeholder.show_text(sentence)
            self.problem.emit(sentence)

    # -- one digit

    @Slot(object)
    def _point(self, cell: Cell | None) -> None:
        cell = self.view.current if cell is None else cell
        found = self._map
        if found is None or cell is None or cell >= len(found.digits):
            self._image.show_pixels(np.zeros((CANVAS, CANVAS), np.float32))
            self._caption.setText("")
            self._open_button.setEnabled(False)
            return
        self._image.show_pixels(found.digits.pixels(slice(cell, cell + 1)).reshape(CANVAS, CANVAS))
        self._caption.setText(tr("True label {0}", int(found.digits.labels[cell])))
        self._open_button.setEnabled(self.view.current is not None)

    @Slot(object)
    def _open(self, cell: Cell | None) -> None:
        if self._map is not None and cell is not None:
            image = self._map.digits.pixels(slice(cell, cell + 1)).reshape(CANVAS, CANVAS)
            self.image_opened.emit(image, int(self._map.digits.labels[cell]))
