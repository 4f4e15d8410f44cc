"""A widget over others, inside which the Tab key stays."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusScope(QWidget):
    """Covers other widgets, which stay visible below it for Qt: what they show goes on."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next widget inside that takes the focus."""
        start = each = QApplication.focusWidget() or self
        while (each := _next(each, forward)) is not start:
            takes = each.isEnabled() and each.isVisible() and each.focusProxy() is None
            if takes and self.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                each.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                return True
        return False


def _next(widget: QWidget, forward: bool) -> QWidget:
    found = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    assert found is not None
    return found
