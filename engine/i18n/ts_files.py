"""The translations that come with the program: files of Qt Linguist, which the window loads compiled."""

from functools import cached_property
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "translations"


def ts_file(language: str) -> Path:
    """Where the translations into a language are: digit-lab_ko.ts."""
    return FOLDER / f"digit-lab_{language}.ts"


class Catalogue:
    """Looks up texts in the .ts file of a language, which is read when the first of them is asked for.

    A text that the file lacks, or a file that is missing or damaged, gives the English text.
    """

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, text: str, disambiguation: str | None = None, n: int | None = None) -> str:
        if self._language == "en" and n is None:  # its file has nothing but plural forms
            return text
        forms = self._messages.get((text, disambiguation or ""))
        if not forms:
            return text
        # English has two forms, Korean and Japanese one.
        return forms[0 if n in (None, 1) else -1]

    @cached_property
    def _messages(self) -> dict[tuple[str, str], list[str]]:
        """The forms of each text, one where it is no plural, by the text and its disambiguation."""
        # Not loaded where everything is English.
        from xml.etree import ElementTree

        try:
            root = ElementTree.parse(ts_file(self._language)).getroot()
        except (OSError, ElementTree.ParseError, ValueError, LookupError):
            return {}
        found: dict[tuple[str, str], list[str]] = {}
        for message in root.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:  # unfinished, or no longer in the program
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if all(forms):
                found[message.findtext("source", ""), message.findtext("comment", "")] = forms
        return found
