"""A widget, or a sentence in its place."""

import pytest
from PySide6.QtWidgets import QFrame, QWidget

from gui.widgets.placeholder import Placeholder, centred


@pytest.mark.parametrize("framed", [False, True])
def test_the_sentence_is_shown_until_the_widget_is(qtbot, framed: bool) -> None:
    seen, words = QWidget(), centred("Nothing yet.", "muted", "nothing")
    both = Placeholder(seen, words, framed)
    qtbot.addWidget(both)
    both.show()
    assert both.said == "Nothing yet."
    assert (words.isVisible(), seen.isVisible()) == (True, False)
    assert any(frame.property("card") for frame in both.findChildren(QFrame)) is framed
    both.see()
    assert both.said == ""
    assert (words.isVisible(), seen.isVisible()) == (False, True)
    both.say("Nothing any more.")
    assert both.said == words.text() == "Nothing any more."
    assert not seen.isVisible()
