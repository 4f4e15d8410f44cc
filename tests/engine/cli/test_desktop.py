"""The command ``desktop``: the program in the menu of a Linux desktop."""

import shlex
import subprocess
import sys
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
