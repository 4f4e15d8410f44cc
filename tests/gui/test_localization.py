"""The language of the window: which one, what follows it, and the restart that the choice of another one offers."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout
from PySide6.QtWidgets import QMessageBox, QWidget

from engine.i18n import tr, tr_n
from gui import localization
from gui.actions import Actions
from gui.learn.lesson_text import LessonTextError, parse_lesson
from gui.localization import first_known
from gui.settings import Settings
from gui.window.language_choice import LanguageChoice, chosen_language

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    localization.use("en")


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        (["ko-KR"], "ko"),
        (["ja_JP"], "ja"),
        (["de-DE", "ja"], "ja"),
        (["fr"], "en"),
        (["en-GB", "ko"], "en"),
        ([], "en"),
    ],
    ids=["Korean", "Japanese", "German and Japanese", "French", "English and Korean", "none"],
)
def test_the_system_names_the_language(system: list[str], expected: str) -> None:
    assert first_known(system) == expected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems name the language in other ways")
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "de:ja"}, "ja"),
        ({"LC_ALL": "C", "LANGUAGE": "ko"}, "en"),
        ({"DIGITLAB_LANGUAGE": "ko.UTF-8", "LANG": "ja_JP"}, "ko"),
        ({"DIGITLAB_LANGUAGE": "de", "LANG": "ko_KR"}, "en"),
    ],
    ids=["language", "list", "C", "own variable", "unknown"],
)
def test_the_window_and_the_command_line_speak_the_same_language(environment: dict[str, str], expected: str) -> None:
    code = (
        "from os import environ; from engine.i18n.language import chosen_language; "
        "from gui.localization import SYSTEM, language_of; print(chosen_language(environ), language_of(SYSTEM))"
    )
    others = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "DIGITLAB_L"))}
    found = subprocess.check_output([sys.executable, "-c", code], env=others | environment, cwd=ROOT, text=True)
    assert found.split() == [expected, expected]


@pytest.mark.parametrize("code", ["en", "ko", "ja"])
def test_numbers_are_written_as_python_does_in_all_languages(code: str) -> None:
    """So f"{n:,}" is right everywhere."""
    localization.use(code)
    assert QLocale().toString(1_234_567) == f"{1_234_567:,}"
    assert QLocale().toString(1234.5, "f", 1) == f"{1234.5:,.1f}"


def test_dates_and_the_texts_of_qt_follow_the_language(qapp) -> None:
    before = set(qapp.findChildren(QTranslator))
    localization.use("ko")
    localization.translate_qt(qapp)
    assert QLocale().monthName(3) == "3월"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "취소"
    for each in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(each)
        each.deleteLater()
    assert os.environ["DIGITLAB_LANGUAGE"] == "ko"
    assert localization.environment_at_start().get("DIGITLAB_LANGUAGE") != "ko"


def test_a_text_without_a_translation_is_english() -> None:
    localization.use("ko")
    assert tr("No such text: {0}", 3) == "No such text: 3"
    assert tr_n("%n such text(s)", None, 1_000) == "1,000 such texts"


@pytest.mark.parametrize("code", ["en", "ko", "ja"])
@pytest.mark.parametrize("n", [2**31 - 1, 2**31, 2**53, 10**400], ids=["int", "more than int", "hyperparameter", "any"])
def test_a_count_may_be_larger_than_a_number_of_qt(code: str, n: int) -> None:
    localization.use(code)
    assert f"{n:,}" in tr_n("%n epoch(s)", None, n)
    assert tr_n("%n epoch(s)", None, n).replace(f"{n:,}", "5") == tr_n("%n epoch(s)", None, 5)


@pytest.mark.parametrize(("code", "text"), [("ko", "한글 뷁"), ("ja", "かな 直骨")], ids=["ko", "ja"])
@pytest.mark.parametrize("bold", [False, True], ids=["normal", "bold"])
def test_no_character_is_a_box_and_bold_stays_bold(code: str, text: str, bold: bool, qapp) -> None:
    localization.use(code)
    font = localization.with_fallbacks(QFont(qapp.font()))
    font.setBold(bold)
    wanted = [name for name in font.families()[1:] if QFontDatabase.hasFamily(name)]
    if not wanted:
        # Only the system's own choice of fonts is left.
        return
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert all(all(run.glyphIndexes()) for run in runs)
    assert wanted[0] in {run.rawFont().familyName() for run in runs}
    assert all((run.rawFont().weight() >= QFont.Weight.Bold) == bold for run in runs)


def test_a_file_that_is_not_translated_is_english(tmp_path: Path) -> None:
    for folder, names in (("en", ("a.md", "b.md")), ("ja", ("a.md",))):
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / name).touch()
    localization.use("ja")
    assert localization.localized(tmp_path, "a.md") == tmp_path / "ja" / "a.md"
    assert localization.localized(tmp_path, "b.md") == tmp_path / "en" / "b.md"


@pytest.mark.parametrize("code", ["en", "ko", "ja"])
def test_every_lesson_can_be_read(code: str) -> None:
    wrong = []
    for file in sorted((ROOT / "assets" / "lessons" / code).glob("*.toml")):
        try:
            parse_lesson(file.read_text(encoding="utf-8"), file.stem)
        except LessonTextError as error:
            wrong.append(str(error))
    assert not wrong


def test_another_language_offers_a_restart(qtbot, actions: Actions, settings: Settings, monkeypatch) -> None:
    window, asked = QWidget(), []
    qtbot.addWidget(window)

    def accept(box: QMessageBox) -> None:
        asked.append(box.objectName())
        box.defaultButton().click()

    monkeypatch.setattr(QMessageBox, "exec", accept)
    choice = LanguageChoice(actions, settings, window)
    names = [action.text() for action in actions.languages.actions()]
    assert names[1:] == ["English", "한국어", "日本語"]
    with qtbot.waitSignal(choice.restart):
        actions.languages.actions()[2].trigger()
    assert chosen_language(settings) == "ko"
    # The window is English: there is nothing to ask.
    actions.languages.actions()[1].trigger()
    assert asked == ["language-restart"]
    assert chosen_language(settings) == "en"


PROGRAM = """
import atexit, os, sys
from gui.window.restart import at_exit
atexit.register(print, "ended", flush=True)
print(ascii(sys.argv[1:]), os.environ.get("ROUND"), flush=True)
if "ROUND" not in os.environ:
    at_exit(os.environ | {"ROUND": "2"})
"""


def test_the_program_is_started_again_with_its_arguments(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--weights", "with space", "한글"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    arguments = ascii(["--weights", "with space", "한글"])
    assert done.stdout.splitlines() == [f"{arguments} None", "ended", f"{arguments} 2", "ended"]
