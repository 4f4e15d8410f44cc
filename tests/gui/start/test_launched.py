"""A start without a terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.errors import WeightsError
from gui import preflight
from gui.preflight import NoWindowError
from gui.start.launched import open_window
from gui.start.log_file import log_path

ROOT = Path(__file__).resolve().parents[3]
# Everything that would fail without the streams: a flush, a print, a progress bar. The window itself is not opened.
PROGRAM = """
import os, sys
from pathlib import Path
assert sys.stdout is None and sys.stderr is None, (sys.stdout, sys.stderr)
import gui.preflight

def use(*arguments):
    from tqdm import tqdm
    sys.stdout.flush()
    print("out"), print("error", file=sys.stderr)
    for _ in tqdm(range(3)):
        pass
    file = open(sys.argv[1], "w")
    assert file.fileno() > 2
    os.write(2, b"a line of a library")
    return 7

gui.preflight.open_window = use
from main import main
os._exit(main([]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the streams")
def test_without_standard_streams_what_is_printed_goes_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "file"
    command = ["sh", "-c", 'exec "$0" -c "$1" "$2" <&- >&- 2>&-', sys.executable, PROGRAM, str(file)]
    environment = os.environ | {"DIGITLAB_DATA": str(tmp_path)}
    assert subprocess.run(command, cwd=ROOT, env=environment, timeout=60, check=False).returncode == 7
    assert file.read_text() == ""


def box_text(shown: list[str]) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.textFormat() == Qt.TextFormat.PlainText
    shown.append(box.text())
    box.close()


def fail_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object) -> int:
        raise error

    monkeypatch.setattr(preflight, "open_window", fail)


def test_an_error_at_the_start_is_shown_in_a_box(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, WeightsError("“mine.npz” is damaged."))
    shown: list[str] = []
    QTimer.singleShot(50, lambda: box_text(shown))
    assert open_window(None) == 1
    assert shown == ["“mine.npz” is damaged."]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guesses the home folder of any user")
def test_without_a_data_folder_a_box_says_so(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITLAB_DATA", "~nosuchuser/x")
    shown: list[str] = []
    QTimer.singleShot(50, lambda: box_text(shown))
    assert open_window(None) == 1
    assert shown[0].startswith("There is no home folder")


def test_a_bug_at_the_start_is_shown_with_the_log_file(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, ValueError("a bug"))
    shown: list[str] = []
    QTimer.singleShot(50, lambda: box_text(shown))
    with pytest.raises(ValueError, match="a bug"):
        open_window(None)
    assert str(log_path()) in shown[0]
    assert "ValueError: a bug" in log_path().read_text(encoding="utf-8")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux's")
def test_without_a_screen_there_is_no_box(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(NoWindowError):
        open_window(None)
