"""The folders of a user's data: private, and said where they cannot be."""

import os
import stat
from pathlib import Path

import numpy as np
import pytest

from engine.drawings import DrawingStore
from engine.errors import DigitLabError
from engine.io.atomic_write import write_atomically
from engine.paths import (
    SHIPPED_FOLDER,
    data_folder,
    home_folder,
    is_same_file,
    make_private_folder,
    settings_folder,
    weights_name,
)

NO_UTF8 = os.fsdecode(b"caf\xe9")
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")


@pytest.fixture
def without_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """As of a container that runs as a user without an entry in the list of users."""

    def no_entry(*_: object) -> None:
        raise KeyError("getpwuid(): uid not found")

    for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "DIGITLAB_DATA"):
        monkeypatch.delenv(name, raising=False)
    if os.name != "nt":
        monkeypatch.setattr("pwd.getpwuid", no_entry)


@POSIX
def test_without_a_home_folder_the_sentence_says_what_to_set(without_home: None) -> None:
    for folder in (data_folder, settings_folder):
        with pytest.raises(DigitLabError, match=r"no home folder.*DIGITLAB_DATA"):
            folder()
    assert home_folder() == Path()


@POSIX
def test_files_are_saved_without_a_home_folder(without_home: None, tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"1")
    assert (tmp_path / "a").read_bytes() == b"1"


@POSIX
def test_a_name_by_a_link_that_leads_back_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for file in (tmp_path / "loop", tmp_path / "loop" / "w.npz"):
        assert weights_name(file) == str(file)
    (tmp_path / "shipped").symlink_to(SHIPPED_FOLDER)
    assert weights_name(tmp_path / "shipped" / "default.safetensors") == "default.safetensors"


@POSIX
def test_names_of_the_same_file(tmp_path: Path) -> None:
    """Also where there is none yet."""
    for name, target in {"link": "file", "loop": "loop", "folder": "."}.items():
        (tmp_path / name).symlink_to(target)
    (tmp_path / "other").touch()
    file = tmp_path / "file"
    for exists in (False, True):
        for name in ("file", "link", "./file", "folder/link"):
            assert is_same_file(tmp_path / name, str(file))
        for name in ("other", "loop", "loop/file", "none", "other/file", "null\0"):
            assert not is_same_file(tmp_path / name, file)
            assert not is_same_file(file, tmp_path / name)
        if not exists:
            file.touch()


def test_a_data_folder_whose_name_is_not_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIGITLAB_DATA", f"/tmp/{NO_UTF8}")
    with pytest.raises(DigitLabError, match="not UTF-8"):
        data_folder()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
def test_what_is_in_the_data_folder_is_for_the_user_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DIGITLAB_DATA", str(tmp_path / "new" / "data"))
    DrawingStore(data_folder() / "drawings").add([np.ones((2, 2), np.float32)], 3, 2.0)
    write_atomically(data_folder() / "drawings" / "image", b"1")
    found = {path: mode(path) for path in (tmp_path / "new").rglob("*")}
    assert {each for path, each in found.items() if path.is_dir()} == {0o700}
    assert {each for path, each in found.items() if path.is_file()} == {0o600}
    assert mode(tmp_path / "new") == 0o700


@POSIX
def test_what_is_saved_elsewhere_is_as_the_user_has_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", b"1")
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == 0o640


@POSIX
def test_permissions_that_were_chosen_stay(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A teacher may share the folder with a group."""
    monkeypatch.setenv("DIGITLAB_DATA", str(tmp_path))
    tmp_path.chmod(0o750)
    (tmp_path / "a").touch(0o640)
    make_private_folder(tmp_path)
    write_atomically(tmp_path / "a", b"1")
    assert (mode(tmp_path), mode(tmp_path / "a")) == (0o750, 0o640)


def test_the_data_folder_may_be_named_from_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every place where a variable is set replaces the "~"."""
    monkeypatch.setenv("DIGITLAB_DATA", "~/digits")
    assert data_folder() == Path.home() / "digits"
