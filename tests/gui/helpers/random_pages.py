"""A simulated user of the network, of the pages of a training, and of the bar below them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSlider, QTabBar
from random_choices import ARROWS, Actions, RandomChoices, wait

from gui.widgets.switch import Switch

_Key = Qt.Key


class RandomPages(RandomChoices):
    """Attributes:
    actions: see ``Actions``.
    """

    @property
    def actions(self) -> Actions:
        return [
            (5, self.inspect_network),
            (4, self.calculation),
            (3, self.speed),
            (2, self.step_or_epoch),
            (4, self.view_epoch),
            (3, self.watch),
            (2, self.map),
            (2, self.errors),
            (1, self.layers_of_a_run),
            (1, self.data),
        ]

    # -- the network

    def inspect_network(self) -> None:
        """Point, click, open layers, and go back."""
        pages = self.window.draw_tab.pages
        page = pages.network.make()
        pages.setCurrentWidget(pages.network)
        if page.opened is None:
            self.use(page.diagram, *ARROWS, _Key.Key_Return, _Key.Key_Escape)
            return
        layer = page.layer_view
        layer.view.choose(int(self.rng.integers(3)))
        QTest.keyClick(layer.title, self.one_of((_Key.Key_Left, _Key.Key_Right, _Key.Key_Escape)))
        self.use(layer.tiles if layer.tiles.isVisible() else layer.bars, *ARROWS, _Key.Key_Return)

    def calculation(self) -> None:
        """How a number comes about; other numbers by keys."""
        page = self.window.draw_tab.pages.network.make()
        if not page.calculation.isVisible():
            self.inspect_network()
        keys = (*ARROWS, _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Home, _Key.Key_End)
        for _ in range(int(self.rng.integers(1, 6))):
            if page.calculation.isVisible():
                QTest.keyClick(page.calculation, self.one_of(keys))
        if page.calculation.isVisible() and self.rng.random() < 0.3:
            QTest.keyClick(page.calculation, _Key.Key_Escape)

    # -- the bar

    def speed(self) -> None:
        """Another speed."""
        if self.window.actions_.speeds.isEnabled():
            self.one_of(self.window.actions_.speeds.actions()).trigger()

    def step_or_epoch(self) -> None:
        """Train for one step or one epoch."""
        actions = self.window.actions_
        self.one_of((actions.step_training, actions.epoch_training)).trigger()

    def view_epoch(self) -> None:
        """An earlier epoch, or now."""
        found = self.window.findChild(QSlider, "epoch-slider")
        now = self.window.findChild(QPushButton, "epoch-now")
        if found is not None and found.isVisible() and found.isEnabled():
            found.setValue(int(self.rng.integers(found.minimum(), found.maximum() + 1)))
            if self.rng.random() < 0.3:
                now.click()

    # -- the pages of a training

    def _back(self) -> None:
        wait(20)
        if self.rng.random() < 0.8:
            self.window.tabs.setCurrentIndex(0)

    def watch(self) -> None:
        """The pages that show a step and the layers."""
        pages = self.window.train_tab.pages
        page = self.one_of((pages.step, pages.layers, pages.curves))
        self.window.show_train_tab()
        pages.open(page)
        controls = [
            *self.visible(QSlider, page),
            *self.visible(QTabBar, page),
            *self.visible(Switch, page),
        ]
        match self.one_of([*controls, None]):
            case QSlider() as control:
                control.setValue(int(self.rng.integers(control.maximum() + 1)))
            case QTabBar() as control:
                control.setCurrentIndex(int(self.rng.integers(control.count())))
            case Switch() as control:
                control.click()
        self._back()

    def map(self) -> None:
        """Point at digits, and open one on the canvas."""
        self.window.show_train_tab()
        pages = self.window.train_tab.pages
        pages.open(pages.map)
        self.use(pages.map.view, *ARROWS, _Key.Key_Return)
        self._back()

    def errors(self) -> None:
        """The errors of a run; one is opened on the canvas."""
        self.window.show_train_tab()
        pages = self.window.train_tab.pages
        pages.open(pages.errors)
        if pages.runs is not None and pages.runs.model.runs and self.rng.random() < 0.3:
            pages.show_errors(self.one_of(pages.runs.model.runs))
        wait(int(self.rng.choice([0, 50, 300])))
        self.use(pages.errors.card.matrix, *ARROWS)
        images = pages.errors.gallery.list
        if images.isVisible() and images.images.rowCount():
            images.setCurrentIndex(images.images.index(int(self.rng.integers(images.images.rowCount()))))
            QTest.keyClick(images, _Key.Key_Return)
        self._back()

    def layers_of_a_run(self) -> None:
        """The histograms of a stored run."""
        pages = self.window.train_tab.pages
        if pages.runs is not None and pages.runs.model.runs:
            self.window.show_train_tab()
            pages.show_layers(self.one_of(pages.runs.model.runs))
            self._back()

    def data(self) -> None:
        """The images, which are loaded then; or other ones are chosen."""
        self.window.show_train_tab()
        form = self.window.train_tab.form
        if not self.window.session.busy:
            form.data.choose(self.one_of(("starter", "mnist")))
        self.window.train_tab.pages.open(self.window.train_tab.pages.data)
        self._back()
