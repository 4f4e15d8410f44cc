"""Brings assets/translations up to date with the source code: run ``python tests/translations/update.py``.

It adds new messages to the .ts files, removes those that are no longer used, and compiles the .qm files that the
program reads. Both are committed, so that a checkout needs no further step. Qt Linguist (pyside6-linguist) edits .ts
files. With ``--fill ko FILE.json``, translations are taken from a JSON file: {"English": "translation"}.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path

from messages import ROOT, source_text

TRANSLATIONS = ROOT / "assets" / "translations"
# English is the language of the source code.
LANGUAGES = ("ko", "ja")


def ts_file(language: str, folder: Path = TRANSLATIONS) -> Path:
    """The translations into one language."""
    return folder / f"digit-lab_{language}.ts"


def extract(folder: Path) -> None:
    """Add the messages of the source code to the .ts files of a folder, and remove all others."""
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary) / "messages.py"
        source.write_text(source_text(), encoding="utf-8")
        for language in LANGUAGES:
            options = ["-locations", "none", "-no-obsolete", "-disable-heuristic", "similartext", "-silent"]
            _run_tool("lupdate", str(source), *options, "-ts", str(ts_file(language, folder)))


def compile_all(source: Path, destination: Path) -> None:
    """Make the .qm files from the .ts files."""
    for language in LANGUAGES:
        file = ts_file(language, source)
        _run_tool("lrelease", "-silent", str(file), "-qm", str(destination / file.with_suffix(".qm").name))


def fill(language: str, translations: Mapping[str, str | Sequence[str]]) -> int:
    """Set the translations of messages; a plural has one for each form. Returns how many are still missing."""
    file = ts_file(language)
    tree = ET.parse(file)
    missing = 0
    for message in tree.getroot().iter("message"):
        text, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        given = translations.get(text)
        if given:
            forms = translation.findall("numerusform")
            for form, words in zip(forms, [given] * len(forms) if isinstance(given, str) else given, strict=True):
                form.text = words
            if not forms:
                assert isinstance(given, str), text
                translation.text = given
            translation.attrib.pop("type", None)
        missing += translation.get("type") == "unfinished"
    tree.write(file, encoding="utf-8", xml_declaration=True)
    return missing


def _run_tool(name: str, *arguments: str) -> None:
    """Run a tool of Qt that PySide6 brings along."""
    import PySide6

    tool = Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)
    ended = subprocess.run([str(tool), *arguments], capture_output=True, text=True)
    if ended.returncode:
        sys.exit(f"{name}: {ended.stdout}{ended.stderr}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "FILE"), help="take translations from a JSON file")
    args = parser.parse_args()
    extract(TRANSLATIONS)
    if args.fill:
        language, file = args.fill
        missing = fill(language, json.loads(Path(file).read_text(encoding="utf-8")))
        print(f"{language}: {missing} messages are not translated")
        # lupdate writes the file in its own format again.
        extract(TRANSLATIONS)
    compile_all(TRANSLATIONS, TRANSLATIONS)


if __name__ == "__main__":
    main()
