"""Names of files, runs and networks without spaces make nothing wider than a small window."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from small_weights import random_weights

from gui.current_network import CurrentNetwork
from gui.file_dialogs import ask_whether_to_save
from gui.transport.previous_network import PreviousNetwork
from gui.widgets.cards import label, plain_tip
from gui.widgets.long_words import breakable, shortened
from gui.widgets.notice import MessageBar, Notice
from gui.widgets.placeholder import Placeholder, centred

LONG = "W" * 200
# Pixels.
WIDEST = 700


def the_notice(sentence: str) -> tuple[QWidget, str]:
    notice = Notice()
    notice.show_message("Before.")
    # Each is shown once.
    notice.show_message(sentence)
    notice.show_message(sentence)
    return notice, notice.text.removeprefix("Before.\n")


def the_bar(sentence: str) -> tuple[QWidget, str]:
    bar = MessageBar("bar", label(wrap=True))
    bar.show_message(sentence)
    return bar, bar.text


def the_placeholder(sentence: str) -> tuple[QWidget, str]:
    placeholder = Placeholder(QWidget(), centred("", "muted"), framed=True)
    placeholder.show_text(sentence)
    return placeholder, placeholder.text


def the_label(sentence: str) -> tuple[QWidget, str]:
    made = label(sentence, wrap=True)
    return made, made.text()


@pytest.mark.parametrize("shown", [the_notice, the_bar, the_placeholder, the_label])
def test_a_long_name_is_broken(qtbot, shown: Callable[[str], tuple[QWidget, str]]) -> None:
    sentence = f"“{LONG}” was not opened: it is damaged."
    widget, text = shown(sentence)
    qtbot.addWidget(widget)
    assert text == sentence
    assert widget.minimumSizeHint().width() < WIDEST


def test_a_long_name_in_a_question_and_in_a_tool_tip_is_broken(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def answer(box: QMessageBox) -> int:
        shown.append(box.text())
        return box.StandardButton.Cancel.value

    monkeypatch.setattr(QMessageBox, "exec", answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_whether_to_save(parent, "question", f"“{LONG}” is not saved.", "Save it?")
    for text in (*shown, plain_tip(LONG)):
        assert max(map(len, text.split("\u200b"))) < 60
        assert text.count("W") == 200


def test_markup_and_languages_without_spaces_are_left_alone(qtbot) -> None:
    markup = '<span style="color:#123456;font-weight:bold">a</span>'
    rich = label(markup, wrap=True, rich=True)
    qtbot.addWidget(rich)
    assert QLabel.text(rich) == markup
    for text in ("この線は" * 20 + "。", "학습" * 40, f"日本語{'W' * 29}。", "an ordinary sentence " * 5):
        assert breakable(text) == text
    once = breakable(LONG)
    assert breakable(once) == once


def test_what_is_one_character_is_not_broken() -> None:
    accents, family = "e\u0301" * 60, "👨\u200d👩\u200d👧" * 20
    for text, parts in ((accents, "e\u0301"), (family, "👨\u200d👩\u200d👧"), ("👍🏽" * 60, "👍🏽")):
        pieces = breakable(text).split("\u200b")
        assert len(pieces) > 1
        assert all(piece == parts * (len(piece) // len(parts)) for piece in pieces)
    assert breakable("x" * 90).split("\u200b") == ["x" * 30] * 3


def test_a_single_line_shows_the_ends_of_a_long_name() -> None:
    assert shortened(f"Loaded “{LONG}.npz”.") == f"Loaded “{'W' * 29}…{'W' * 24}.npz”."
    assert shortened("Loaded “a.npz”. Its network has no hidden layer.") == (
        "Loaded “a.npz”. Its network has no hidden layer."
    )


@pytest.mark.parametrize("name", ["Tom & Jerry", f"Tom & Jerry {LONG}", "&&", "W" * 200])
def test_the_button_for_the_network_before_shows_its_name(qtbot, name: str) -> None:
    weights = replace(random_weights(), name=name)
    network = CurrentNetwork(random_weights(), None)
    offer = PreviousNetwork(network)
    qtbot.addWidget(offer)
    offer.offer(weights, None, False)
    button = offer.findChild(QPushButton, "use-previous-network")
    assert button is not None
    assert button.accessibleName() == f"Use “{name}” again"
    assert button.sizeHint().width() < WIDEST / 2
    # As it is painted: "&&" is one "&".
    assert button.text().replace("&&", "") == button.text().replace("&", "")
    painted = button.text().replace("&&", "&")
    assert painted.startswith("Use “" + name[:2])
    assert (painted == f"Use “{name}” again") == (button.toolTip() == "") == (len(name) < 34)
