"""Takes a picture of every page: ``python tests/translations/page_pictures.py --language ko --out FOLDER``.

For a person who reads them: what is cut off, and what sounds wrong.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / each) for each in (".", "tests/gui/helpers", "tests/gui/walks")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default="ko", help="en, ko, ja or pseudo")
    parser.add_argument("--out", required=True, type=Path, help="the folder of the pictures")
    parser.add_argument("--size", default="1100x700", help="of the window: WIDTHxHEIGHT")
    parser.add_argument("--theme", default="light", choices=("light", "dark"))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        os.environ["DIGITLAB_DATA"] = data
        _take(args.language, args.out, [int(each) for each in args.size.split("x")], args.theme)


def _take(language: str, folder: Path, size: list[int], theme_name: str) -> None:
    # With the data folder of this process.
    from layout_walk import faults, settle, walk
    from pseudo_language import pseudo
    from PySide6.QtWidgets import QApplication
    from trained_window import draw_and_train, make_window
    from window_shutdown import shut_down_window

    from engine.i18n import set_translator
    from gui import localization
    from gui.settings import Settings
    from gui.theme import Theme

    localization.use("en" if language == "pseudo" else language)
    if language == "pseudo":
        set_translator(pseudo)
    application = QApplication(["digit-lab", "-style", "fusion"])
    localization.translate_qt(application)
    application.setFont(localization.with_fallbacks(application.font()))
    window = make_window(Settings(folder / "settings.ini"), Theme(application, theme_name))
    window.resize(*size)
    draw_and_train(window)
    for number, page in enumerate(walk(window)):
        settle()
        name = "".join(each if each.isalnum() else "-" for each in page)
        window.grab().save(str(folder / f"{number:02}-{name}.png"))
        print(page, *(f"  {each}" for each in faults(window)), sep="\n")
    window.help.show_help()
    assert window.help.help_window is not None
    settle()
    window.help.help_window.grab().save(str(folder / "help.png"))
    for menu in window.menuBar().actions():
        menu.menu().popup(window.pos())
        settle()
        menu.menu().grab().save(str(folder / f"menu-{menu.text().replace('&', '')}.png"))
        menu.menu().close()
    shut_down_window(window)
    window.close()


if __name__ == "__main__":
    main()
