"""The file of the settings: what Qt must not meet in it never reaches it, and what the window writes does."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from gui.settings import Settings

# The number 5, as Qt would write it of its type: harmless, so that a test can see that Qt reads it.
FIVE = rb"@Variant(\0\0\0\x2\0\0\0\x5)"
# Qt passes over each of them in a value.
SKIPPED = (
    *(b"\\" + each for each in (b"q", b"8", b" ", b"@", b"(", b"\r", b"\n", b"\r\n", b"\n\r", b"\xff", b"x")),
    *(b'""', b'\\q""', b"\\\n\\\r"),
)
ESCAPED = (b"\\x40", b"\\X40\\x40", b"\\x00000040", b"\\x10040", b"\\100", b"\\0100", b"\\200100")


def spellings() -> Iterator[bytes]:
    """Values that Qt reads as FIVE, or as a list with it."""
    for skipped in SKIPPED:
        yield from (FIVE[:place] + skipped + FIVE[place:] for place in (0, 4, 13))
        yield b'"%b"' % (FIVE[:3] + skipped + FIVE[3:])
    for start in (
        *ESCAPED,
        b" \t",
        b'"@',
        b'"\\x40',
        b"\xef\xbb\xbf@",
        b'"\xef\xbb\xbf@',
        b"\\q\xef\xbb\xbf@",
        b'" "\\\n@',
    ):
        quote = b'"' if start.startswith(b'"') and start.count(b'"') == 1 else b""
        yield start + FIVE[start.strip() != b"" :] + quote
    for before, after in ((b"a, ", b""), (b"", b", a"), (b'"a", "', b'"'), (b"a,\\q", b"")):
        yield before + FIVE + after


KEYS = (b"geometry", b"geom%65try", b"%U0067eometry", b"a\nb;c\nGEOMETRY ", b"; c\rgeometry")


def test_no_spelling_of_a_foreign_type_reaches_qt(tmp_path: Path) -> None:
    seen = 0
    for number, (value, key) in enumerate(zip(spellings(), cycle(KEYS))):
        content = b"[General]\ntheme=dark\n[windo%77]\n" + key + b"=" + value + b"\ntab=3\n[weights]\nfile=a.npz\n"
        files = [tmp_path / f"{name}{number}.ini" for name in ("alone", "settings")]
        for file in files:
            file.write_bytes(content)
        alone = QSettings(str(files[0]), QSettings.Format.IniFormat)
        seen += not isinstance(alone.value("window/geometry"), str)
        settings = Settings(files[1])
        assert settings.number("window/geometry", 0, 0, 9) == 0, value
        assert not settings.data("window/geometry")
        assert "geometry" not in files[1].read_text().casefold()
        # What the person has chosen besides stays.
        assert settings.text("theme", "") == "dark", value
        assert settings.text("weights/file", "") == "a.npz", value
    assert seen > 50, seen


def test_what_is_in_a_group_of_a_damaged_name_is_no_setting_of_another(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text('[train]\nepochs=3\n[wind"ow]\nepochs=4\n[weights]\nfile=a.npz\n=1\n')
    settings = Settings(file)
    assert settings.whole("train/epochs", 1, 1, 9) == 3
    settings.keep("theme", "dark")
    assert settings.flush()
    assert Settings(file).text("weights/file", "") == "a.npz"


def test_what_a_person_wrote_by_hand_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    content = (
        b"\xef\xbb\xbf; mine\r\n[General]\r\n  theme = dark  ; not light\r\n\r\n[train]\r\nown=C:\\\\a=b@c\r\n"
        b'folder="/\xec\x88\xab\xec\x9e\x90, 2"  \r\n'
    )
    file.write_bytes(content)
    settings = Settings(file)
    assert settings.text("theme", "") == "dark"
    assert settings.text("train/own", "") == "C:\\a=b@c"
    assert settings.text("train/folder", "") == "/숫자, 2"
    assert file.read_bytes() == content.removeprefix(b"\xef\xbb\xbf")


# Qt leaves out a mark of the byte order at the start.
@hypothesis.settings(deadline=None, max_examples=8)
@given(
    text=(st.text() | st.text('@\\",;=[]%\0\n\r 04axé한')).filter(lambda text: not text.startswith("\ufeff")),
    data=st.binary(max_size=40),
)
def test_what_the_window_writes_is_all_read(tmp_path_factory: pytest.TempPathFactory, text: str, data: bytes) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.ini"
    written = Settings(file)
    for key, value in (("weights/file", text), ("window/geometry", QByteArray(data)), ("zoom", 1.25), ("a/b c/d", "x")):
        written.keep(key, value)
    assert written.flush()
    content = file.read_bytes()
    read = Settings(file)
    assert (read.text("weights/file", "?"), read.data("window/geometry"), read.number("zoom", 0, 0, 9)) == (
        text, QByteArray(data), 1.25,
    )  # fmt: skip
    assert file.read_bytes() == content


def test_what_cannot_be_removed_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a folder that only others may write."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("gui.start.ini_file.write_atomically", refuse)
    file = tmp_path / "settings.ini"
    file.write_bytes(b"[General]\nzoom=" + FIVE)
    settings, problems = Settings(file), []
    settings.problem.connect(problems.append)
    assert settings.number("zoom", 1, 0, 9) == 1
    settings.check()
    settings.flush()
    assert file.read_bytes().endswith(FIVE)
