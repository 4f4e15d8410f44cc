"""A widget, or a sentence in its place."""

import pytest
from PySide6.QtWidgets import QFrame, QWidget

from gui.widgets.placeholder import Placeholder, centred


@pytest.mark.parametrize("framed", [False, True])
def test_the_sentence_is_shown_until_the_widget_is(qtbot, framed: bool) -> None:
    widget, label = QWidget(), centred("Nothing yet.", "muted", "nothing")
    placeholder = Placeholder(widget, label, framed)
    qtbot.addWidget(placeholder)
    placeholder.show()
    assert placeholder.text == "Nothing yet."
    assert (label.isVisible(), widget.isVisible()) == (True, False)
    assert any(frame.property("card") for frame in placeholder.findChildren(QFrame)) is framed
    placeholder.show_widget()
    assert placeholder.text == ""
    assert (label.isVisible(), widget.isVisible()) == (False, True)
    placeholder.show_text("Nothing now.")
    assert placeholder.text == label.text() == "Nothing now."
    assert not widget.isVisible()
