"""The language of the window: the translations of its texts, the form of its dates, and its fonts."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontInfo

from engine.i18n import set_translator, use_language
from engine.i18n.language import NAMES, VARIABLE, chosen_language
from gui.theme import ASSETS

SYSTEM = "system"
# Fonts that have the characters of a language in its own forms: a kanji of a Chinese font is drawn differently.
# In the order of Windows, macOS and Linux.
_FONTS = {
    "ko": "Malgun Gothic, Apple SD Gothic Neo, Noto Sans CJK KR, Noto Sans KR, Source Han Sans K, NanumGothic, UnDotum",
    "ja": "Yu Gothic UI, Meiryo, Hiragino Sans, Hiragino Kaku Gothic ProN, Noto Sans CJK JP, Noto Sans JP, Source Han "
    "Sans, IPAexGothic, IPAGothic, VL Gothic, TakaoGothic",
}
# What the variable was when the program started.
_inherited = os.environ.get(VARIABLE)
_language = "en"
# The largest number that Qt takes. A larger one has the same plural form in each of NAMES.
_MOST = 2**31 - 1


def language() -> str:
    """One of NAMES: that of the window."""
    return _language


def language_of(choice: str) -> str:
    """The language of a choice: one of NAMES, or SYSTEM."""
    if choice in NAMES:
        return choice
    environment = environment_at_start()
    # On Linux the environment says what Qt could say, and the command line follows it, too.
    if environment.get(VARIABLE) or platform.system() == "Linux":
        return chosen_language(environment)
    return first_known(QLocale.system().uiLanguages())


def first_known(names: Sequence[str]) -> str:
    """The first language, such as "ko-KR", that there are translations into, as one of NAMES; or else "en"."""
    found = (name.replace("_", "-").partition("-")[0].lower() for name in names)
    return next((name for name in found if name in NAMES), "en")


def use(chosen: str) -> None:
    """Translate all texts from now on into one of NAMES. The application need not exist yet."""
    global _language
    _language = chosen
    translator = QTranslator()

    def translated(text: str, disambiguation: str | None, n: int | None) -> str:
        return translator.translate("", text, disambiguation, -1 if n is None else min(n, _MOST)) or text

    if translator.load(str(ASSETS / "translations" / f"digit-lab_{chosen}.qm")):
        set_translator(translated)
    else:
        use_language("en")
    # Not the system's: dates would have names of another language, and numbers other marks than the texts around them.
    QLocale.setDefault(QLocale(chosen))
    os.environ[VARIABLE] = chosen


def environment_at_start() -> dict[str, str]:
    """The variables that this process was started with: without the language that it chose for its own processes."""
    others = {name: value for name, value in os.environ.items() if name != VARIABLE}
    return others if _inherited is None else others | {VARIABLE: _inherited}


def translate_qt(application: QCoreApplication) -> None:
    """Let the texts of Qt itself, such as those of buttons and file dialogs, be in the language, too."""
    translator = QTranslator(application)
    if translator.load(f"qtbase_{_language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def with_fallbacks(font: QFont) -> QFont:
    """The font, and after it fonts with the language's characters, for what it does not have."""
    others = _FONTS.get(_language)
    font.setFamilies([QFontInfo(font).family(), *(others.split(", ") if others else ())])
    return font


def localized(folder: Path, name: str) -> Path:
    """A file in the folder of the language, or that in English where it is not translated."""
    file = folder / _language / name
    return file if file.exists() else folder / "en" / name
