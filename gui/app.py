"""The application: settings, theme, window, signals and errors of the process, until the window closes."""

import gc
import logging
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from gui.start import qt_exceptions  # noqa: F401 - before the classes of the window

# isort: split
import PySide6
from PySide6.QtCore import (
    QEvent,
    QLoggingCategory,
    QMessageLogContext,
    QSocketNotifier,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from engine.allocator import give_large_blocks_back, use_one_arena
from engine.cli.interruption import signals_handled
from engine.errors import WeightsError
from engine.i18n import tr
from engine.nn.network_spec import ACTIVATIONS
from engine.paths import data_folder, default_weights, named_weights
from engine.weights import Weights, chosen_note, load_weights
from gui.current_network import CurrentNetwork
from gui.file_dialogs import file_of_url
from gui.localization import environment_at_start, language_of, translate_qt, use, with_fallbacks
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.start.identity import identify, qt_arguments
from gui.start.log_file import log_path
from gui.system_libraries import missing_library, missing_plugin_library
from gui.theme import Theme
from gui.window.language_choice import chosen_language
from gui.window.restart import at_exit

_log = logging.getLogger("digitlab")
_Attribute = Qt.ApplicationAttribute
_STDERR = 2
# After the first painting.
_GARBAGE_MS = 1_000
# The original standard error, while it is redirected to a file.
_real_stderr: list[int] = []


def run(weights: str | None, verbose: bool = False, files: Sequence[str] = ()) -> int:
    """Show the window, with the weights of a file if one is named; the exit status once it is closed.

    Args:
        weights: the file, or None for the weights used last.
        verbose: where the window cannot be opened, also show what Qt and the system's libraries print about it.
        files: paths or file:// URLs, to be opened in the window.

    Raises:
        WeightsError: the weights cannot be read.
        DigitLabError: there is no folder for the user's data.
    """
    use_one_arena()
    give_large_blocks_back()
    # Before the settings: Qt has messages about values of types that it does not know.
    before = qInstallMessageHandler(_qt_message)
    try:
        return _run(weights, verbose, files)
    finally:
        qInstallMessageHandler(before)


def _run(weights: str | None, verbose: bool, files: Sequence[str]) -> int:
    settings = Settings()
    use(language_of(chosen_language(settings)))
    data_folder()
    loaded, file, problem = first_weights(weights, settings)
    # Of images that are pasted: Qt reads them or not, and the window says which.
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false\nqt.gui.icc*=false")
    try:
        # Qt would merge the points of a fast pen otherwise.
        for attribute in (_Attribute.AA_CompressHighFrequencyEvents, _Attribute.AA_CompressTabletEvents):
            QApplication.setAttribute(attribute, False)
        with _errors_of_libraries(verbose):
            application = Application(qt_arguments())
        identify(application)
        translate_qt(application)
        application.setFont(with_fallbacks(application.font()))
        theme = Theme(application, settings.text("theme", "system", ("system", "light", "dark")))
        with close_on_signals() as set_window:
            window = MainWindow(CurrentNetwork(loaded, file), settings, theme)
            sys.excepthook = lambda kind, error, trace: _unexpected(window, kind, error, trace)
            window.show()
            if problem:
                window.notice.show_message(problem)
            set_window(window)
            application.files_given.connect(window.opener.open)
            if files:
                # After the first painting.
                QTimer.singleShot(0, window, lambda: window.opener.open([local_path(file) for file in files]))
            QTimer.singleShot(_GARBAGE_MS, collect_garbage_from_now_on)
            status = application.exec()
            if window.restarting:
                at_exit(environment_at_start())
            return status
    finally:
        sys.excepthook = sys.__excepthook__


class Application(QApplication):
    """``files_given``: macOS sends a file for “Open with”, as a list with its path."""

    files_given = Signal(object)

    def event(self, event: QEvent) -> bool:
        # Of the application itself: the events of widgets do not come here.
        if isinstance(event, QFileOpenEvent):
            self.files_given.emit([local_path(event.file())])
            return True
        return super().event(event)


def local_path(name: str) -> Path:
    """The file of a path or of a file:// URL; relative paths start at the folder that the program was started in."""
    return (file_of_url(QUrl(name)) or Path(name)).absolute()


def collect_garbage_from_now_on() -> None:
    """What was imported and made so far stays: it need not be looked through again and again."""
    gc.freeze()
    gc.enable()


def first_weights(named: str | None, settings: Settings) -> tuple[Weights, Path, str]:
    """The weights of the named file, else those used last, else the shipped ones; their file; a sentence about a
    problem, or "".
    """
    if named is not None:
        file = Path(os.path.realpath(named))
        return load_weights(file), file, ""
    last = settings.text("weights/file", "")
    if last:
        try:
            file = named_weights(last)
            return _with_chosen_activation(load_weights(file), settings), file, ""
        except WeightsError as error:
            problem = tr("{0} This file was used last time; the shipped network is used now.", error)
            return load_weights(default_weights()), default_weights(), problem
    return load_weights(default_weights()), default_weights(), ""


def _with_chosen_activation(weights: Weights, settings: Settings) -> Weights:
    """With the activation that a person chose for them the last time, where their file does not say it."""
    chosen = settings.text("weights/activation", "", tuple(ACTIVATIONS))
    if not chosen or weights.activation_from == "file":
        return weights
    return weights.with_activation(chosen, "chosen", chosen_note(chosen))


@contextmanager
def close_on_signals() -> Iterator[Callable[[MainWindow], None]]:
    """Ctrl-C in the terminal closes the window, which is passed to the function that this yields. A closed terminal
    and the end of a session close it without a question: a training is stored first.

    While the window is being made, the request waits: an exception would leave Qt with half a window. Python runs its
    signal handler only between two Python instructions, so a socket wakes the event loop.
    """
    asked: int | None = None
    windows: list[MainWindow] = []

    def ask(number: int, *_: object) -> None:
        nonlocal asked
        asked = number
        if windows:
            close = windows[0].close if number == signal.SIGINT else windows[0].close_without_asking
            # Later, because Python code may be painting this window right now.
            QTimer.singleShot(0, windows[0], close)

    def set_window(window: MainWindow) -> None:
        windows.append(window)
        if asked is not None:
            ask(asked)

    reading, writing = socket.socketpair()
    with reading, writing:
        reading.setblocking(False)
        writing.setblocking(False)
        notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda: reading.recv(64))
        descriptor = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
        try:
            with signals_handled(lambda before: ask):
                yield set_window
        finally:
            signal.set_wakeup_fd(descriptor)
            notifier.setEnabled(False)


def _unexpected(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """An unexpected exception in a slot: show a message, log the traceback, keep the window open."""
    _log.error("an unexpected error", exc_info=(kind, error, trace))
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Digit Lab"), "", QMessageBox.StandardButton.Ok, window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        tr(
            "An error in the program: {0}. Your drawing and your weights are still there. The details are in the file "
            "“{1}”.",
            error,
            log_path(),
        )
    )
    box.exec()
    box.deleteLater()


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's messages: a fatal one becomes one sentence and exit status 1 instead of a core dump."""
    if kind == QtMsgType.QtFatalMsg:
        _give_up(message)
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }
    # Qt prints long warnings about why a platform plugin does not load; the sentence below is shorter. And a setting of
    # a type that it does not know counts as missing.
    known = ("platform plugin", "could not connect to display", "QVariant::load")
    if not any(words in message for words in known):
        _log.log(level.get(kind, logging.ERROR), message)


@contextmanager
def _errors_of_libraries(shown: bool) -> Iterator[None]:
    """What Qt and the libraries below it print to standard error while the application starts waits in a file.

    It follows once the application has started. Where that fails, ``_give_up`` ends the process with one line of ours:
    theirs would surround it, so they are shown only if ``shown``. libwayland prints without asking Qt.
    """
    file = None
    if not shown and sys.stderr is not None and sys.platform.startswith("linux"):
        # Where no folder for temporary files can be written, nothing waits.
        with suppress(OSError):
            file = tempfile.TemporaryFile()  # noqa: SIM115 - closed below
    if file is None:
        yield
        return
    with file:
        stderr = os.dup(_STDERR)
        sys.stderr.flush()
        os.dup2(file.fileno(), _STDERR)
        _real_stderr.append(stderr)
        try:
            yield
        finally:
            sys.stderr.flush()
            os.dup2(_real_stderr.pop(), _STDERR)
            os.close(stderr)
            # The window opens, whoever does not read them.
            with suppress(OSError):
                file.seek(0)
                os.write(_STDERR, file.read())


def _give_up(message: str) -> NoReturn:
    platform = "wayland" if os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY") else "xcb"
    plugins = Path(PySide6.__file__).parent / "Qt" / "plugins"
    library = missing_plugin_library(plugins, os.environ.get("QT_QPA_PLATFORM", platform).split(":")[0])
    reason = missing_library(library) if library else tr("The window cannot be opened: {0}", " ".join(message.split()))
    with suppress(OSError):
        line = f"digit-lab: {reason}\n".encode(errors="backslashreplace")
        os.write(_real_stderr[-1] if _real_stderr else _STDERR, line)
    # Qt aborts the process when this returns.
    os._exit(1)
