"""The activations and the gradients of each layer over the epochs, and what is wrong with them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engine.data.shown_names import shown_name
from engine.i18n import tr
from engine.nn.layers import AffineSpec
from engine.nn.network_spec import ACTIVATIONS, NetworkSpec
from engine.train.events import Histogram, LayerStatistics
from engine.train.layer_statistics import ENDS
from gui.theme import Theme
from gui.training.statistics.diagnosis import by_name, findings, remedy
from gui.training.statistics.layer_plot import LayerPlot, common_limits
from gui.training.statistics.plot_grid import SPACING, PlotGrid
from gui.training.watched_training import WatchedTraining
from gui.widgets.cards import ElidedLabel, button, column, fill_card, label, row, slider
from gui.widgets.form_controls import restyle, scroll
from gui.widgets.placeholder import Placeholder, centred
from gui.widgets.switch import Switch

# Pixels.
_MOST_HEIGHT = 260


@dataclass(frozen=True)
class _Series:
    """The histograms of one layer or gradient.

    Attributes:
        name: "z1", "W1". kind, title: of its layer.
        main: whether it is shown where not all layers are.
    """

    name: str
    kind: str
    title: str
    main: bool


class _Area(QScrollArea):
    """``resized``: the room for its page has changed."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class LayerHistoryPage(QWidget):
    """Shows the current training, or a stored run until the next training. Nothing is computed while it is hidden.

    Attributes:
        activations, gradients: the plots.
        epochs: the slider, at the last epoch until it is moved.
        message: the sentence that is shown instead; "" if there are statistics.
    """

    def __init__(self, training: WatchedTraining, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("layer-history")
        self._training, self._theme = training, theme
        self._spec: NetworkSpec | None = None
        self._statistics: Sequence[LayerStatistics] = ()
        self._run = ""
        # Of the epoch that the slider is at.
        self._iteration = 0
        # The spec that the plots are for, and whether they show the statistics.
        self._plotted: NetworkSpec | None = None
        self._stale = False
        self._series: tuple[list[_Series], list[_Series]] = ([], [])
        self.activations, self.gradients = PlotGrid(), PlotGrid()
        self._title = ElidedLabel(role="heading", name="layers-title")
        self._back = button(tr("Show the current training"), "layers-back", self.show_training)
        self._epoch = label(name="layers-epoch")
        self.epochs = slider("layers-slider", tr("Epoch"))
        self.epochs.setPageStep(1)
        self._all = Switch(tr("All layers"), theme)
        self._all.setObjectName("layers-all")
        self._same = Switch(tr("Same scale"), theme)
        self._same.setObjectName("layers-same-scale")
        self._same.setToolTip(tr("Show all gradients at the scale of the largest one"))
        self._finding = label(name="layers-findings", wrap=True)
        self._area = _Area()
        self._area.resized.connect(self._fit)
        self._area.setAccessibleName(tr("Histograms of the layers"))
        scroll(self._area, self._make_body())
        top = row(self._title, (self._back, 0), self._epoch, (self.epochs, 1), spacing=12)
        page = QWidget()
        page.setLayout(column(top, (self._area, 1)))
        self._pages = Placeholder(page, centred("", "muted", "layers-empty"), framed=True)
        self.setLayout(column(self._pages, top=8))
        self.epochs.valueChanged.connect(self._show_epoch)
        self._all.toggled.connect(self._choose_layers)
        self._same.toggled.connect(self._scale)
        training.began.connect(self.show_training)
        training.statistics_changed.connect(self._extend_training)
        theme.changed.connect(self._fit)
        self.show_training()

    def _make_body(self) -> QWidget:
        parts: list[QWidget] = []
        for heading, text, switch, grid in (
            (tr("Activations"), tr("left: all epochs; right: the chosen epoch"), self._all, self.activations),
            (tr("Gradients"), tr("of the weights; the same epochs"), self._same, self.gradients),
        ):
            frame = QFrame()
            layout = fill_card(frame)
            layout.addLayout(row(label(heading, "heading"), (ElidedLabel(text, "muted"), 1), switch, spacing=10))
            layout.addWidget(grid)
            parts.append(frame)
        body = QWidget()
        self._body = column(self._finding, *parts, None, spacing=10)
        body.setLayout(self._body)
        return body

    @property
    def message(self) -> str:
        """The sentence."""
        return self._pages.text

    # -- what is shown

    def show_statistics(self, name: str, spec: NetworkSpec, statistics: Sequence[LayerStatistics]) -> None:
        """Show the statistics of a stored run, in the order of its epochs, until the next training begins."""
        self._run = name
        self._set(spec, statistics)

    def show_progress(self, sentence: str) -> None:
        """Show how far the loading of a stored run's data is."""
        if self._run and not self._statistics:
            self._pages.show_text(sentence)

    @Slot()
    def show_training(self) -> None:
        """Show the current training."""
        self._run = ""
        request = self._training.request
        self._set(None if request is None else request.spec, self._training.statistics)

    def extend(self, statistics: Sequence[LayerStatistics]) -> None:
        """These have become more. Others may be shown by now."""
        if statistics is self._statistics:
            self._set(self._spec, statistics)

    @Slot()
    def _extend_training(self) -> None:
        self.extend(self._training.statistics)
        self._update_title()

    def _set(self, spec: NetworkSpec | None, statistics: Sequence[LayerStatistics]) -> None:
        follow = statistics is not self._statistics or self.epochs.value() == self.epochs.maximum()
        self._spec, self._statistics, self._stale = spec, statistics, True
        if statistics:
            self._pages.show_widget()
        elif self._run:
            self._pages.show_text(tr("The layers of “{0}” are being computed…", self._run))
        else:
            text = tr(
                "Start a training: the histograms of the activations and the gradients of each layer come before its "
                "first step, and after each epoch."
            )
            self._pages.show_text(text)
        with QSignalBlocker(self.epochs):
            self.epochs.setRange(0, max(len(statistics) - 1, 0))
            # Epochs before it may have been left out.
            at = bisect_left(statistics, self._iteration, key=lambda each: each.iteration)
            self.epochs.setValue(self.epochs.maximum() if follow else at)
        self._update_title()
        self._draw()

    def _update_title(self) -> None:
        request = self._training.request
        self._title.setText(self._run or ("" if request is None else shown_name(request.spec.title)))
        self._back.setVisible(bool(self._run and self._training.statistics))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    # -- plots

    def _draw(self) -> None:
        if not self._stale or not self.isVisible() or self._spec is None or not self._statistics:
            return
        self._stale = False
        if self._plotted != self._spec:
            self._plotted = self._spec
            self._make_plots(self._spec)
        self._scale()
        self._show_epoch()

    def _make_plots(self, spec: NetworkSpec) -> None:
        first = self._statistics[0]
        last = max(i for i, layer in enumerate(spec.layers) if isinstance(layer, AffineSpec))
        outputs = [
            _Series(name, layer.kind, f"{name}  {layer.title}", layer.kind in ACTIVATIONS or i == last)
            for i, ((name, _), layer) in enumerate(zip(first.activations, spec.layers, strict=True))
        ]
        gradients = [_Series(name, "", f"d{name}", True) for name, _ in first.gradients]
        self._series = (outputs, gradients)
        for grid, series in zip((self.activations, self.gradients), self._series, strict=True):
            plots = []
            for each in series:
                plot = LayerPlot(self._theme, f"plot-{each.name}", each.title, series is self._series[0])
                plot.chosen.connect(self.epochs.setValue)
                plots.append(plot)
            grid.set_plots(plots)
        self._all.setVisible(any(not each.main for each in outputs))
        self._choose_layers()

    @Slot()
    def _choose_layers(self) -> None:
        self.activations.choose([each.main or self._all.isChecked() for each in self._series[0]])
        self.gradients.choose([True] * len(self._series[1]))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Use the height that there is for the plots."""
        grids = (self.activations, self.gradients)
        rows = sum(grid.rows for grid in grids)
        if not rows:
            return
        height = self._body.totalHeightForWidth(self._area.width())
        others = height - sum(grid.minimumHeight() for grid in grids)
        room = self._area.height() - others - SPACING * (rows - len(grids))
        for grid in grids:
            grid.arrange(min(room // rows, self._theme.px(_MOST_HEIGHT)))

    @Slot()
    def _scale(self) -> None:
        """Give each plot its histograms and a scale that fits all epochs."""
        if not self._statistics:
            return
        outputs = _columns([each.activations for each in self._statistics])
        for plot, series, history in zip(self.activations.plots, self._series[0], outputs, strict=True):
            plot.show_history(history, ENDS.get(series.kind) or common_limits(history))
        gradients = _columns([each.gradients for each in self._statistics])
        limits = [common_limits(history) for history in gradients]
        if self._same.isChecked() and limits:
            most = max(max(-low, high) for low, high in limits)
            limits = [(-most, most)] * len(limits)
        for plot, history, limit in zip(self.gradients.plots, gradients, limits, strict=True):
            plot.show_history(history, limit)

    @Slot()
    def _show_epoch(self) -> None:
        if self._spec is None or not self._statistics or self._stale:
            return
        index = self.epochs.value()
        shown = self._statistics[index]
        self._iteration = shown.iteration
        epoch = tr("Epoch {0}", f"{shown.epoch:.4g}")
        self._epoch.setText(epoch)
        self.epochs.setAccessibleDescription(epoch)
        found = findings(self._spec, shown, self._statistics[0])
        brief = by_name(found)
        for grid, series in zip((self.activations, self.gradients), self._series, strict=True):
            for plot, each in zip(grid.plots, series, strict=True):
                plot.show_epoch(index, brief.get(each.name, ""))
        sentences = [each.sentence for each in found] + ([remedy(self._spec)] if found else [])
        self._finding.setText(" ".join(sentences) or tr("No layer is saturated or dead, and no gradient vanishes."))
        restyle(self._finding, "role", "" if found else "muted")
        self._fit()


def _columns(rows: list[tuple[tuple[str, Histogram], ...]]) -> list[list[Histogram]]:
    """For each epoch the histograms of all layers -> for each layer those of all epochs."""
    return [[histogram for _, histogram in column] for column in zip(*rows, strict=True)]
