"""The language of the window: the translations of its texts, the form of its dates, and its fonts."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontInfo

from engine.i18n import set_translator
from gui.theme import ASSETS

# The name of each in itself: a person who does not read the language of the window finds the own one.
LANGUAGES = {"en": "English", "ko": "한국어", "ja": "日本語"}
SYSTEM = "system"
# The language of processes that the window starts, and of the window where its user chose none.
ENVIRONMENT = "DIGITLAB_LANGUAGE"
# Fonts that have the characters of a language in its own forms: a kanji of a Chinese font is drawn differently.
# In the order of Windows, macOS and Linux.
_FONTS = {
    "ko": (
        *("Malgun Gothic", "Apple SD Gothic Neo"),
        *("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans K", "NanumGothic", "UnDotum", "Baekmuk Gulim"),
    ),
    "ja": (
        *("Yu Gothic UI", "Meiryo", "Hiragino Sans", "Hiragino Kaku Gothic ProN"),
        *(
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "Source Han Sans",
            "IPAexGothic",
            "IPAGothic",
            "VL Gothic",
            "TakaoGothic",
        ),
    ),
}
_translator: QTranslator | None = None
# What the variable was when the program started.
_inherited = os.environ.get(ENVIRONMENT)
_language = "en"


def language() -> str:
    """One of LANGUAGES: that of the window."""
    return _language


def language_of(choice: str) -> str:
    """The language of a choice, one of LANGUAGES, or SYSTEM: the first one of the system's that there is."""
    if choice in LANGUAGES:
        return choice
    asked = [_inherited or "", *QLocale.system().uiLanguages()]
    found = (name.replace("_", "-").partition("-")[0].lower() for name in asked)
    return next((name for name in found if name in LANGUAGES), "en")


def use(chosen: str) -> None:
    """Translate all texts from now on into one of LANGUAGES. The application need not exist yet."""
    global _translator, _language
    _language = chosen
    _translator = QTranslator()
    _translator.load(str(ASSETS / "translations" / f"digit-lab_{chosen}.qm"))
    set_translator(_translated)
    # Not the system's: dates would have names of another language, and numbers other marks than the texts around them.
    QLocale.setDefault(QLocale(chosen))
    os.environ[ENVIRONMENT] = chosen


def _translated(text: str, disambiguation: str | None, n: int | None) -> str:
    assert _translator is not None
    return _translator.translate("", text, disambiguation, -1 if n is None else n) or text


def environment_at_start() -> dict[str, str]:
    """The variables that this process was started with: without the language that it chose for its own processes."""
    others = {name: value for name, value in os.environ.items() if name != ENVIRONMENT}
    return others if _inherited is None else others | {ENVIRONMENT: _inherited}


def translate_qt(application: QCoreApplication) -> None:
    """Let the texts of Qt itself, such as those of buttons and file dialogs, be in the language, too."""
    translator = QTranslator(application)
    if translator.load(f"qtbase_{_language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def with_fallbacks(font: QFont) -> QFont:
    """The font, and after it fonts with the language's characters, for what it does not have."""
    font.setFamilies([QFontInfo(font).family(), *_FONTS.get(_language, ())])
    return font


def localized(folder: Path, name: str) -> Path:
    """A file in the folder of the language, or that in English where it is not translated."""
    file = folder / _language / name
    return file if file.exists() else folder / "en" / name
