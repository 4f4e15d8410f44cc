"""Deferred loading: after the first painting, not during drawing, and not after it was cancelled."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from gui.deferred_loading import DeferredLoading


class Maker:
    """Records the calls."""

    def __init__(self) -> None:
        self.made = 0
        self.free = True

    def make(self) -> None:
        self.made += 1


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def widget(qtbot) -> QLabel:
    made = QLabel("first")
    qtbot.addWidget(made)
    return made


def after(widget: QLabel, maker: Maker, module: str) -> DeferredLoading:
    return DeferredLoading(widget, [module], maker.make, lambda: maker.free)


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A module that no other test imports; importing it writes to a file."""
    (tmp_path / "wanted_later.py").write_text(
        "import threading, pathlib\n"
        f"pathlib.Path({str(tmp_path / 'imported')!r}).write_text(str(threading.get_ident()))\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    return "wanted_later"


def test_it_is_imported_and_made_after_the_first_painting(qtbot, widget, maker, module, tmp_path, monkeypatch) -> None:
    monkeypatch.delitem(sys.modules, module, raising=False)
    later = after(widget, maker, module)
    qtbot.wait(250)
    assert not maker.made
    assert not (tmp_path / "imported").exists()
    widget.show()
    qtbot.waitUntil(lambda: maker.made == 1)
    assert (tmp_path / "imported").read_text() != str(threading.get_ident())
    qtbot.waitUntil(lambda: not later.busy)
    widget.update()
    qtbot.wait(250)
    assert maker.made == 1


def test_loading_waits_until_the_user_is_not_drawing(qtbot, widget, maker) -> None:
    later = after(widget, maker, "json")
    maker.free = False
    widget.show()
    qtbot.wait(700)
    assert not maker.made
    maker.free = True
    qtbot.waitUntil(lambda: maker.made == 1)
    assert not later.busy


def test_a_part_that_exists_is_not_created_again(qtbot, widget, maker) -> None:
    later = after(widget, maker, "json")
    later.cancel()
    widget.show()
    qtbot.wait(300)
    assert not maker.made
    assert not later.busy


def test_a_part_that_is_needed_is_made_at_once(qtbot, widget, maker, module, tmp_path, monkeypatch) -> None:
    """Without a first painting, and whoever draws; its modules are still imported on a thread."""
    monkeypatch.delitem(sys.modules, module, raising=False)
    later = after(widget, maker, module)
    maker.free = False
    later.hurry()
    qtbot.waitUntil(lambda: maker.made == 1)
    assert (tmp_path / "imported").read_text() != str(threading.get_ident())
    widget.show()
    qtbot.wait(250)
    assert maker.made == 1


def test_cancelled_during_the_imports_it_prepares_nothing(qtbot, widget, maker) -> None:
    prepared = []
    later = DeferredLoading(widget, ["json"], maker.make, lambda: True, lambda: prepared.append(1))
    later.hurry()
    later.cancel()
    qtbot.waitUntil(lambda: not later.busy)
    assert maker.made == 0
