"""The command ``desktop``: the program in the menu of a Linux desktop."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cli.desktop import data_home
from main import main

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="for desktops of Linux")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")  # without the programs that make caches
    return tmp_path


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def entry_in(folder: Path) -> dict[str, str]:
    lines = (folder / "applications" / "digit-lab.desktop").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def test_it_is_installed_again_and_removed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["desktop", "--install"]) == 0
    assert str(folder) in capsys.readouterr().out
    assert (folder / "mime" / "packages" / "digit-lab.xml").is_file()
    assert len(list((folder / "icons" / "hicolor").glob("*/apps/digit-lab.*"))) == 10
    other = folder / "applications" / "other.desktop"
    other.touch()
    for _ in range(2):
        assert main(["desktop", "--remove"]) == 0
    assert files_in(folder) == [other]


def test_the_menu_starts_this_program_wherever_the_desktop_looks(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / 'my $100% \\ "`folder`' / "python"
    script = python.with_name("digit-lab-window")
    script.parent.mkdir()
    script.touch()
    monkeypatch.setattr(sys, "executable", str(python))
    main(["desktop", "--install"])
    # By the desktop entry specification: escaping of values, then field codes, then the quoting of a shell.
    command = entry_in(folder)["Exec"].replace("\\\\", "\\").replace("%%", "%").removesuffix(" %F")
    shell = ["/bin/sh", "-c", f"printf %s {command}"]
    assert subprocess.run(shell, capture_output=True, text=True, check=True).stdout == str(script)


def test_from_the_folder_of_the_project_python_runs_main(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    main(["desktop", "--install"])
    python, program, files = shlex.split(entry_in(folder)["Exec"])
    assert (python, files) == (str(tmp_path / "python"), "%F")
    assert Path(program).is_file()


def test_a_program_whose_name_is_not_utf8_is_refused_before_anything_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = folder / "applications" / "digit-lab.desktop"
    entry.parent.mkdir()
    entry.write_text("old")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "b\udcff" / "python"))
    assert main(["desktop", "--install"]) == 1
    assert "b?/python” is not UTF-8" in capsys.readouterr().err
    assert files_in(folder) == [entry]
    assert entry.read_text() == "old"


ENTRY, ICON = "applications/digit-lab.desktop", "icons/hicolor/48x48/apps/digit-lab.png"


@pytest.mark.parametrize(
    ("name", "target"), [(ENTRY, "mine"), (ENTRY, "missing"), (ENTRY, "folder"), (ENTRY, "/dev/null"), (ICON, "mine")]
)
def test_a_link_is_replaced_and_not_followed(folder: Path, name: str, target: str) -> None:
    mine, link = folder / "mine", folder / name
    mine.write_text("my own file")
    (folder / "folder").mkdir()
    link.parent.mkdir(parents=True)
    link.symlink_to(folder / target)
    for action in ("--install", "--remove"):
        assert main(["desktop", action]) == 0
        assert mine.read_text() == "my own file"
        assert not link.is_symlink()
        assert link.is_file() == (action == "--install")
    assert files_in(folder) == [mine]


@pytest.mark.parametrize(
    ("make", "name", "reason"),
    [
        (Path.mkdir, ENTRY, "that is a folder"),
        (Path.mkdir, ICON, "that is a folder"),
        (lambda path: os.mkfifo(path), ENTRY, "that is a device, a socket or a named pipe"),
        (Path.touch, "applications", "the system says “File exists”"),
        (Path.touch, "icons", "the system says “Not a directory”"),
    ],
)
def test_what_is_in_the_way_is_named_and_stays(
    folder: Path, capsys: pytest.CaptureFixture[str], make: Callable[[Path], None], name: str, reason: str
) -> None:
    there = folder / name
    there.parent.mkdir(parents=True, exist_ok=True)
    make(there)
    assert main(["desktop", "--install"]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert f"{folder / name}" in err
    assert f"cannot be saved: {reason}" in err
    assert main(["desktop", "--remove"]) == 0
    assert there.exists()
    assert [path for path in files_in(folder) if path != there] == []


def test_a_relative_xdg_folder_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert data_home() == Path.home() / ".local" / "share"


def test_other_systems_have_no_such_menu(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert main(["desktop", "--install"]) == 1
    assert "Linux" in capsys.readouterr().err


def test_without_a_home_folder_the_sentence_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(Path, "home", no_home)
    assert main(["desktop", "--remove"]) == 1
    assert "XDG_DATA_HOME" in capsys.readouterr().err
