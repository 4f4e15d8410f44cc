"""Names from files are shown as they are: in one line, and never as markup."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from engine.errors import DataError, DigitLabError
from engine.io.checked_file import error_context, read_file
from gui.file_dialogs import ask_whether_to_save
from gui.widgets.cards import label, plain_tip
from gui.widgets.notice import Notice

HOSTILE = "<b>a<b>\n\x1b[31mb\u202egnp.c"


def test_the_sentence_of_an_error_is_one_line_of_plain_characters() -> None:
    with pytest.raises(DigitLabError) as found, error_context(Path(HOSTILE), "opened", DataError):
        read_file(Path(HOSTILE))
    assert str(found.value).startswith("<b>a<b>??[31mb?gnp.c cannot be opened: ")
    assert str(DataError("1\u202f000\u00a0%")) == "1\u202f000\u00a0%"


def test_markup_in_a_label_is_shown(qtbot) -> None:
    made = label("<b>a</b>")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_markup_in_a_tool_tip_is_shown() -> None:
    assert plain_tip("<b>1</b>\n2") == "<span>&lt;b&gt;1&lt;/b&gt;<br>2</span>"
    assert plain_tip("") == ""


def test_markup_in_a_question_is_shown(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    formats = []

    def answer(box) -> int:
        formats.append(box.textFormat())
        return box.StandardButton.Cancel.value

    monkeypatch.setattr("PySide6.QtWidgets.QMessageBox.exec", answer)
    parent = label()
    qtbot.addWidget(parent)
    ask_whether_to_save(parent, "question", "“<b>a</b>” is not saved.", "Save it?")
    assert formats == [Qt.TextFormat.PlainText]


def test_later_notices_do_not_hide_the_first_one(qtbot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show()
    for sentence in ("Trainings are not stored.", *(f"“{number}” was not opened." for number in range(20))):
        notice.show_message(sentence)
    lines = notice.text.splitlines()
    assert lines[0] == "Trainings are not stored."
    assert lines[1:] == [f"“{number}” was not opened." for number in range(16, 20)]
    notice.show_message("")
    assert notice.text == ""
