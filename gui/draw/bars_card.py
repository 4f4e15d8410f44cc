"""The bars, and below them in words which other bars stand beside them."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from engine.recognizer import Prediction
from gui.draw.probability_chart import Comparison, ProbabilityChart
from gui.i18n import tr
from gui.theme import Theme
from gui.widgets.cards import ElidedLabel, fill_card, label


class BarsCard(QFrame):
    """Attributes:
    chart: the bars.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chart = ProbabilityChart(theme)
        # It takes what room there is.
        self.chart.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._compared = ElidedLabel()
        self._compared.setObjectName("compared")
        self._compared_colour = label("■")
        self._legend = QWidget()
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(6)
        legend.addWidget(self._compared_colour)
        legend.addWidget(self._compared, 1)
        layout = fill_card(self)
        layout.addWidget(label(tr("Probabilities, by softmax"), "heading"))
        layout.addWidget(self.chart, 1)
        layout.addWidget(self._legend)
        self._legend.setVisible(False)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self._compared_colour.setStyleSheet(f"color: {self._theme.colour('compared').name()}")

    def show_prediction(self, prediction: Prediction, comparison: Comparison | None) -> None:
        """The bars of an answer, coloured where it is sure, and others beside them."""
        digit = prediction.digit
        self.chart.show_probabilities(prediction.probabilities, digit if prediction.sure else None, comparison)
        self._legend.setVisible(comparison is not None)
        if comparison is not None:
            self._tell(comparison, digit)

    def _tell(self, comparison: Comparison, digit: int | None) -> None:
        """In words which bars these are, bold where they say another digit."""
        likeliest = int(comparison.probabilities.argmax())
        share = f"{100 * comparison.probabilities[likeliest]:.1f}"
        self._compared.setText(tr("{0} ({1} %) {2}", likeliest, share, comparison.name))
        font = self._compared.font()
        font.setBold(likeliest != digit)
        self._compared.setFont(font)
