"""Tabs that stay where they are when another one is chosen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTabBar, QWidget


class TabBar(QTabBar):
    """Each tab has room for its text in bold: so the style sheet shows the chosen one, unless the bar is narrow."""

    def __init__(self) -> None:
        super().__init__()
        # As QTabWidget calls the bar that it makes itself.
        self.setObjectName("qt_tabwidget_tabbar")

    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        if index == self.currentIndex() or self.property("narrow"):
            return size
        text = self.tabText(index)
        usual, bold = (_width(each, text) for each in (self.fontMetrics(), bold_metrics(self)))
        return QSize(size.width() + bold - usual, size.height())


def bold_metrics(widget: QWidget) -> QFontMetrics:
    """Of the text of a chosen tab."""
    bold = widget.font()
    bold.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(bold)


def _width(metrics: QFontMetrics, text: str) -> int:
    # As the style of Qt computes it.
    return metrics.size(Qt.TextFlag.TextShowMnemonic, text).width()
