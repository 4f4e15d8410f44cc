"""Where no file can be saved: refused in words, and what is there stays."""

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cli.entry import run
from engine.io.checked_file import Fault, write_file

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


def device(path: Path) -> None:
    path.symlink_to("/dev/null")


def linked_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


KINDS = pytest.mark.parametrize("make", [pipe, listening, device, linked_pipe, Path.mkdir])


@KINDS
def test_what_is_no_file_is_not_replaced(make: Callable[[Path], object], tmp_path: Path, monkeypatch) -> None:
    # The path of a socket is short.
    monkeypatch.chdir(tmp_path)
    target = Path("a.npz")
    make(target)
    before = target.lstat()
    with pytest.raises(Fault, match="Choose another name"):
        write_file(target, b"1")
    assert os.path.samestat(before, target.lstat())
    assert [path.name for path in Path().iterdir() if path.suffix == ".tmp"] == []


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"0")
    link.symlink_to("file")
    write_file(link, b"1")
    assert (file.read_bytes(), os.readlink(link)) == (b"1", "file")  # noqa: PTH115


@KINDS
def test_weights_are_not_trained_for_nothing(
    make: Callable[[Path], object], tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    make(Path("a.npz"))
    monkeypatch.setattr("engine.cli.train.load_data", lambda *_: pytest.fail("work was done"))
    assert run(["train", "--data", "x", "--out", "a.npz"], lambda *_: 0) == 1
    assert "Choose another name" in capsys.readouterr().err
    assert not stat.S_ISREG(Path("a.npz").lstat().st_mode)


@pytest.mark.parametrize("make", [pipe, listening, linked_pipe, Path.mkdir])
def test_a_log_that_would_wait_for_a_reader(
    make: Callable[[Path], object], tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    make(Path("log"))
    monkeypatch.setattr("engine.cli.train.load_data", lambda *_: pytest.fail("work was done"))
    assert run(["train", "--data", "x", "--out", "a.npz", "--log", "log"], lambda *_: 0) == 1
    assert "log “log” cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["evaluate", "--mnist", "--weights", ""],
        ["evaluate", "--mnist", ""],
        ["evaluate", "--pen", ""],
        ["predict", ""],
        ["mistakes", "--mnist", "--out", ""],
        ["train", "--synthetic", "--out", ""],
        ["train", "--config", ""],
        ["train", "--data", "", "--out", "a.npz"],
        ["train", "--out", "a.npz", "--log", ""],
        ["download", "--to", ""],
        ["--weights", ""],
        [""],
    ],
    ids=" ".join,
)
def test_an_empty_name_does_not_mean_the_default(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments, lambda *_: pytest.fail("the window was opened"))
    assert ended.value.code == 2
    assert "it is empty" in capsys.readouterr().err
