"""Looking up translations, and choosing the language."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.i18n import and_list, comma_list, tr, tr_n, tr_noop, use_language
from engine.i18n.language import chosen_language

_TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}">
<context>
    <name></name>
{messages}
</context>
</TS>
"""


def message(source: str, translation: str, *forms: str, kind: str = "") -> str:
    """One message of a .ts file; with ``forms`` a plural."""
    plural = "".join(f"<numerusform>{form}</numerusform>" for form in forms)
    numerus = ' numerus="yes"' if forms else ""
    unfinished = f' type="{kind}"' if kind else ""
    text = f"<translation{unfinished}>{translation}{plural}</translation>"
    return f"<message{numerus}><source>{source}</source>{text}</message>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of translations; English is restored after the test."""
    monkeypatch.setattr("engine.i18n.ts_files.FOLDER", tmp_path)
    yield tmp_path
    use_language("en")


def write(folder: Path, language: str, *messages: str) -> None:
    text = _TS.replace("{language}", language).replace("{messages}", "\n".join(messages))
    (folder / f"digit-lab_{language}.ts").write_text(text, encoding="utf-8")


def test_a_text_is_translated_and_its_places_are_filled_in_another_order(folder: Path) -> None:
    write(folder, "ko", message("{0} of {1:,} images", "이미지 {1:,}개 중 {0}개"), message("digit", "숫자"))
    use_language("ko")
    assert tr("{0} of {1:,} images", 3, 1234) == "이미지 1,234개 중 3개"
    assert tr(tr_noop("digit")) == "숫자"
    assert tr("not translated {0}", "{1}") == "not translated {1}"


def test_plural_forms_of_english_and_of_a_language_with_one_form(folder: Path) -> None:
    write(folder, "ko", message("%n image(s) in {0}", "", "{0}의 이미지 %n개"))
    write(folder, "en", message("%n mouse(s)", "", "%n mouse", "%n mice"))
    use_language("ko")
    assert [tr_n("%n image(s) in {0}", None, n, "A") for n in (1, 2000)] == ["A의 이미지 1개", "A의 이미지 2,000개"]
    use_language("en")
    assert [tr_n("%n mouse(s)", None, n) for n in (0, 1, 2)] == ["0 mice", "1 mouse", "2 mice"]


def test_english_plurals_need_no_file(folder: Path) -> None:
    use_language("en")
    text = "%n image(s) in {0} (was/were) found"
    assert tr_n(text, None, 1, "A") == "1 image in A was found"
    assert tr_n(text, None, 1000, "A") == "1,000 images in A were found"


def test_a_translation_with_other_places_gives_the_english_text(folder: Path) -> None:
    write(folder, "ko", message("{0} images", "{1}개"), message("{0} files", "{0:q}"), message("{0} runs", "{0"))
    use_language("ko")
    assert tr("{0} images", 3) == "3 images"
    assert tr("{0} files", 3) == "3 files"
    assert tr("{0} runs", 3) == "3 runs"


def test_unfinished_obsolete_and_empty_translations_do_not_count(folder: Path) -> None:
    unfinished = message("A", "가", kind="unfinished"), message("B", "나", kind="vanished"), message("C", "")
    write(folder, "ko", *unfinished, "<message><source>D</source></message>")
    use_language("ko")
    assert [tr(text) for text in "ABCD"] == ["A", "B", "C", "D"]


@pytest.mark.parametrize(
    "content", [None, b"", b"<TS><context>", b"\xff\xfe\x00", b"<!DOCTYPE TS [<!ENTITY a '&a;'>]>"]
)
def test_a_missing_or_damaged_file_gives_english(folder: Path, content: bytes | None) -> None:
    if content is not None:
        (folder / "digit-lab_ja.ts").write_bytes(content)
    use_language("ja")
    assert tr("{0} images", 3) == "3 images"
    assert tr_n("%n image(s)", None, 1) == "1 image"


def test_lists_are_translatable(folder: Path) -> None:
    assert (and_list("abc"), and_list("a"), comma_list([1, 2])) == ("a, b and c", "a", "1, 2")
    write(folder, "ja", message(", ", "、"), message("{0} and {1}", "{0}と{1}"))
    use_language("ja")
    assert (and_list("abc"), comma_list([1, 2])) == ("a、bとc", "1、2")


def test_english_texts_read_no_file_and_load_no_xml_reader(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "en", message("digit", "DIGIT"))
    monkeypatch.setitem(sys.modules, "xml.etree", None)
    use_language("en")
    assert tr("digit") == "digit"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.eucKR"}, "ko"),
        ({"LANG": "ja"}, "ja"),
        ({"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "ko"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "ja_JP.UTF-8", "LANG": "ko_KR.UTF-8"}, "ja"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:ja:ko"}, "ja"),
        ({"LANG": "ko_KR.UTF-8", "LANGUAGE": "en_GB:ko"}, "en"),
        ({"DIGITLAB_LANGUAGE": "ko", "LC_ALL": "C"}, "ko"),
        ({"DIGITLAB_LANGUAGE": "en", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"DIGITLAB_LANGUAGE": "../ko", "LANG": "ko_KR.UTF-8"}, "en"),
        ({"LANG": "ko\0"}, "en"),
        # Longer than the name of a file.
        ({"DIGITLAB_LANGUAGE": "k" * 300}, "en"),
        ({"LANG": "k" * 300}, "en"),
        ({"LC_ALL": "k" * 300, "LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": f"{'k' * 300}:ja"}, "ja"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value) or "nothing",
)
def test_the_language_is_that_of_the_environment(variables: dict[str, str], language: str) -> None:
    if sys.platform == "win32" and not variables:
        pytest.skip("the language of the system counts there")
    assert chosen_language(variables) == language
