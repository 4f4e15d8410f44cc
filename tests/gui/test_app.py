"""The whole process: started, used and ended as from a terminal."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from small_weights import random_weights

from engine.errors import WeightsError
from engine.ink.drawing_file import SavedDrawing, save_drawing
from engine.paths import default_weights, shipped_weights
from engine.runs import RunStore, Status
from engine.weights import save_weights
from gui.app import close_on_signals, first_weights, local_path
from gui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
# Signals that end a program when its terminal is closed, or the session ends.
ENDS = ("SIGTERM", "SIGHUP")

# Runs main.py's window with a probe in it, which prints what it finds and closes the window.
PROBE = """
import sys
from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
import gui.main_window

class Probed(gui.main_window.MainWindow):
    waits = 300

    def showEvent(self, event):
        QTimer.singleShot(300, self, self.probe)

    def probe(self):
        self.waits -= 1
        if sys.argv[1:] and self.waits and not self.draw_tab.model.content.strokes:  # the file is not open yet
            QTimer.singleShot(100, self, self.probe)
            return
        attribute = Qt.ApplicationAttribute
        print("compressed", QCoreApplication.testAttribute(attribute.AA_CompressHighFrequencyEvents))
        print("not needed", sorted({"requests", "urllib3", "pooch", "threadpoolctl"} & set(sys.modules)))
        print("weights", self.network.path.name)
        print("drawn", len(self.draw_tab.model.content.strokes))
        self.network.changed.connect(lambda: print("opened", self.network.path.name))
        self.network.changed.connect(lambda: QTimer.singleShot(0, self, self.close))
        if sys.argv[1:]:
            QCoreApplication.sendEvent(QCoreApplication.instance(), QFileOpenEvent(sys.argv[1].replace("svg", "npz")))
        QTimer.singleShot(20_000 if sys.argv[1:] else 500, self, self.close)
        raise RuntimeError("unexpected error")

gui.main_window.MainWindow = Probed
import PySide6.QtWidgets
PySide6.QtWidgets.QMessageBox.exec = lambda box: print("message:", box.text())
from main import main
sys.exit(main(sys.argv[1:]))
"""

# A window that trains for ever.
TRAINS = """
import sys
if __name__ == "__main__":
    sys.path.append("tests/gui/helpers")
    from PySide6.QtCore import QTimer
    from small_digits import SmallGenerator
    import gui.main_window
    from engine.jobs.protocol import Progress
    from engine.nn.network_spec import NetworkSpec
    from engine.train.trainer import TrainConfig
    from gui.training.data import dataset_cache
    from gui.training.train_request import TrainRequest
    dataset_cache.GeneratorProcess = SmallGenerator

    class Trains(gui.main_window.MainWindow):
        def showEvent(self, event):
            super().showEvent(event)
            self.session.job_event.connect(self.seen)
            QTimer.singleShot(100, self, self.begin)

        def begin(self):
            if self.session.store is None:
                return QTimer.singleShot(100, self, self.begin)
            config = TrainConfig(epochs=100_000, lr=0.001, batch_size=1)
            self.session.start(TrainRequest(NetworkSpec.mlp((50,), "relu"), config, dataset_cache.SYNTHETIC))

        def seen(self, event):
            if isinstance(event, Progress) and event.iteration:
                self.session.job_event.disconnect(self.seen)
                print("trains", flush=True)

    gui.main_window.MainWindow = Trains
    from main import main
    sys.exit(main([]))
"""


def environment(tmp_path: Path) -> dict[str, str]:
    return os.environ | {"DIGITLAB_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}


def test_the_window_opens_files_survives_an_error_and_closes(tmp_path: Path) -> None:
    file = tmp_path / "with space.svg"
    save_drawing(file, SavedDrawing([np.ones((2, 2), np.float32)], 2.0))
    save_weights(file.with_suffix(".npz"), random_weights())
    done = subprocess.run(
        [sys.executable, "-c", PROBE, file], cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "compressed False" in done.stdout  # every point of a fast pen
    assert "not needed []" in done.stdout
    assert f"weights {default_weights().name}" in done.stdout
    assert "drawn 1" in done.stdout
    assert "opened with space.npz" in done.stdout
    assert "message: An error in the program" in done.stdout
    assert "unexpected error" in done.stderr
    assert (tmp_path / "settings.ini").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes the stream")
def test_the_window_opens_without_a_standard_error(tmp_path: Path) -> None:
    """As from a launcher that closes the stream."""
    program = PROBE.replace('raise RuntimeError("unexpected error")', "pass")
    command = ["sh", "-c", 'exec "$0" -c "$1" 2>&-', sys.executable, program]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE, text=True, timeout=60, check=False
    )
    assert done.returncode == 0
    assert f"weights {default_weights().name}" in done.stdout


def test_settings_of_types_that_qt_does_not_know_are_silent(tmp_path: Path) -> None:
    foreign = (r"\0\0\0\x7f", r"\0\0\0\x80\0\0\0\x1", r"\0\0\x4\0\0\0\0\x1")
    lines = [f"value{number}=@Variant({value})" for number, value in enumerate(foreign)]
    (tmp_path / "settings.ini").write_text("\n".join(("[General]", "brush=3", *lines, "")))
    program = PROBE.replace('raise RuntimeError("unexpected error")', "pass")
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment(tmp_path), capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    stored = (tmp_path / "settings.ini").read_text()
    assert "brush=3" in stored
    assert "value" not in stored


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_closes_the_idle_window(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "main.py"], cwd=ROOT, env=environment(tmp_path), stderr=subprocess.PIPE, text=True
    )
    with process:
        deadline = time.monotonic() + 60
        # The handler is there once the window is: until then Ctrl-C ends a program that has nothing to lose.
        while not _handles_sigint(process.pid) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


class SignalledWindow(QWidget):
    asks = True

    def close_without_asking(self) -> None:
        self.asks = False
        self.close()


@pytest.mark.parametrize("number", [signal.SIGINT, *(getattr(signal, each) for each in ENDS if hasattr(signal, each))])
def test_a_signal_while_the_window_is_made_closes_it_once_it_is_there(qtbot, number: int) -> None:
    with close_on_signals() as set_window:
        signal.raise_signal(number)
        window = SignalledWindow()
        qtbot.addWidget(window)
        window.show()
        set_window(window)
        qtbot.waitUntil(lambda: not window.isVisible())
    assert window.asks == (number == signal.SIGINT)


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows has no signals")
@pytest.mark.parametrize("name", ENDS)
def test_a_training_is_paused_and_stored_when_the_session_ends(tmp_path: Path, name: str) -> None:
    """The signal reaches the window and the process that trains."""
    process = subprocess.Popen(
        [sys.executable, "-c", TRAINS], cwd=ROOT, env=environment(tmp_path), stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "trains\n"
        os.killpg(process.pid, getattr(signal, name))
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
    (run,) = RunStore(tmp_path / "runs").runs()
    assert run.status is Status.PAUSED
    assert run.checkpoint == run.iteration > 0


def _handles_sigint(pid: int) -> bool:
    """Linux tells which signals a process waits for; elsewhere a while is waited."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        time.sleep(3)
        return True
    maps = Path(f"/proc/{pid}/maps").read_text()
    return "libqoffscreen" in maps


def test_the_network_of_the_last_time_is_opened_again(settings: Settings) -> None:
    other = shipped_weights()[1]
    settings.keep("weights/file", str(other))
    assert first_weights(None, settings)[1] == other
    settings.keep("weights/file", "/nowhere/gone.safetensors")
    _, file, trouble = first_weights(None, settings)
    assert file == default_weights()
    assert "gone.safetensors" in trouble
    assert first_weights(str(other), settings)[1] == other
    with pytest.raises(WeightsError):
        first_weights("/nowhere/gone.safetensors", settings)


def test_a_moved_program_finds_its_own_networks_again(settings: Settings) -> None:
    name = shipped_weights()[1].name
    for remembered in (name, f"/another/place/weights/{name}"):
        settings.keep("weights/file", remembered)
        _, file, trouble = first_weights(None, settings)
        assert (file, trouble) == (shipped_weights()[1], "")


@pytest.mark.parametrize("name", ["x" * 300, f"/weights/{'x' * 300}.npz", "w\0.npz"], ids=["long", "path", "null"])
def test_a_remembered_name_that_no_file_can_have_does_not_keep_the_window_closed(settings: Settings, name: str) -> None:
    settings.keep("weights/file", name)
    _, file, trouble = first_weights(None, settings)
    assert file == default_weights()
    assert trouble.endswith("This file was used last time; the shipped network is used now.")


def test_a_relative_path_is_the_same_file(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    other = shipped_weights()[1]
    monkeypatch.chdir(other.parent)
    assert first_weights(other.name, settings)[1] == other


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_that_leads_back_to_itself(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for name in ("loop", "loop/w.npz"):
        with pytest.raises(WeightsError, match=r"cannot be opened: .*[.]$"):
            first_weights(str(tmp_path / name), settings)


def test_a_url_and_a_path_name_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a b %41.svg"
    assert local_path(file.as_uri()) == local_path(str(file)) == local_path(file.name) == file
