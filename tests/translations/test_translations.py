"""The translations are complete, up to date, and use the words of the glossary."""

import ast
import re
import shutil
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from messages import ROOT, calls, source_files
from update import LANGUAGES, TRANSLATIONS, compile_all, extract, ts_file

_PLACE = re.compile(r"\{(\d*)[^{}]*\}|(%n)|(</?\w+)")
# Not of HTML, such as "&nbsp;".
_MNEMONIC = re.compile(r"&(?!\w+;)\w")


def translated(language: str) -> Iterator[tuple[str, list[str], bool]]:
    """Each English text, its translation, or one for each plural form, and whether it is finished."""
    for message in ET.parse(ts_file(language)).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        yield message.findtext("source", ""), forms, translation.get("type") is None and all(forms)


def places(text: str) -> set[str]:
    return {"".join(each) for each in _PLACE.findall(text)}


def glossary(language: str) -> dict[str, dict[str, object]]:
    """English term -> {"word": the translation, "avoid": other words}."""
    file = TRANSLATIONS / "glossary" / f"{language}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_the_files_are_up_to_date(tmp_path: Path) -> None:
    """Otherwise: python tests/translations/update.py"""
    for language in LANGUAGES:
        shutil.copy(ts_file(language), tmp_path)
    extract(tmp_path)
    compile_all(tmp_path, tmp_path)
    for language in LANGUAGES:
        for suffix in (".ts", ".qm"):
            committed = ts_file(language).with_suffix(suffix)
            assert (tmp_path / committed.name).read_bytes() == committed.read_bytes(), committed.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    missing = [text for text, _, finished in translated(language) if not finished]
    assert not missing, f"{len(missing)}: {missing[:20]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_places_and_the_key_of_its_message(language: str) -> None:
    wrong = []
    for text, forms, finished in translated(language):
        for form in forms if finished else ():
            if places(form) != places(text) or bool(_MNEMONIC.search(text)) != bool(_MNEMONIC.search(form)):
                wrong.append(f"{text} -> {form}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_glossary_are_used(language: str) -> None:
    texts = [(f"“{text}”", form) for text, forms, _ in translated(language) for form in forms]
    for folder in ("help", "lessons"):
        files = sorted((ROOT / "assets" / folder / language).glob("*.*"))
        texts += [(f"{folder}/{file.name}", file.read_text(encoding="utf-8")) for file in files]
    wrong = []
    for term in glossary(language).values():
        avoided = term.get("avoid", [])
        assert isinstance(avoided, list)
        wrong += [f"{where}: {word}, not {term['word']}" for where, text in texts for word in avoided if word in text]
    assert not wrong, "\n".join(wrong)


def test_the_text_of_a_message_is_a_literal_or_comes_from_a_table() -> None:
    """lupdate reads no other ones: no f-strings, and nothing put together."""
    wrong = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in source_files()
        for call, function in calls(file)
        if not isinstance(call.args[0], ast.Constant)
        and (function != "tr" or not isinstance(call.args[0], ast.Name | ast.Attribute | ast.Subscript | ast.Call))
    ]
    assert not wrong, wrong
