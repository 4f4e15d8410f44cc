"""Where no file can be saved: refused in words, and what is there stays."""

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.cli.entry import run
from engine.data.source import DataSource
from engine.io.checked_file import Fault, write_file
from engine.nn.network_spec import NetworkSpec
from engine.train.config import TrainConfig
from engine.train.settings_file import Settings, save_settings
from engine.weights import load_weights

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


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def long_loop(path: Path) -> None:
    path.symlink_to("other")
    Path("other").symlink_to(path.name)


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


@pytest.mark.parametrize("make", [loop, long_loop])
@pytest.mark.parametrize("command", ["train --data x --out", "train --config x --out", "mistakes --mnist --out"])
def test_a_link_that_leads_back_to_itself(
    make: Callable[[Path], object], command: str, tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused before the work."""
    monkeypatch.chdir(tmp_path)
    target = "a.png" if command.startswith("mistakes") else "a.npz"
    make(Path(target))
    for name in ("train.load_data", "train.load_settings", "commands.load_recognizer"):
        monkeypatch.setattr(f"engine.cli.{name}", lambda *_: pytest.fail("work was done"))
    for out in (target, f"{target}/b{target}"):
        assert run([*command.split(), out], lambda *_: 0) == 1
        assert f"“{out}” cannot be saved: the system says “Too many levels" in capsys.readouterr().err


@pytest.mark.parametrize("make", [pipe, listening, device, linked_pipe, loop, Path.mkdir])
@pytest.mark.parametrize("resume", [[], ["--resume"]], ids=["new", "resumed"])
def test_a_checkpoint_that_cannot_be_saved(
    make: Callable[[Path], object], resume: list[str], tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no interrupted training."""
    monkeypatch.chdir(tmp_path)
    make(Path("a.npz.checkpoint.safetensors"))
    monkeypatch.setattr("engine.cli.train.load_data", lambda *_: pytest.fail("work was done"))
    assert run(["train", "--data", "x", "--out", "a.npz", *resume], lambda *_: 0) == 1
    assert "“a.npz.checkpoint.safetensors” cannot be saved: " in capsys.readouterr().err


def test_a_name_that_is_too_long(tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the weights, or only of the checkpoint."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("engine.cli.train.load_data", lambda *_: pytest.fail("work was done"))
    for length in (240, 300):
        assert run(["train", "--data", "x", "--out", f"{'a' * length}.npz"], lambda *_: 0) == 1
        assert "cannot be saved: the system says “File name too long”" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        "download",
        "download --to loop",
        "download --to loop/x",
        "predict loop",
        "predict loop/x.png",
        "predict x --weights loop/x.npz",
        "evaluate --mnist",
        "evaluate --mnist loop/x",
        "evaluate --data loop/x",
        "evaluate --pen loop/x.npz",
        "mistakes --data loop --out loop/m.png",
        "train --config loop/x.toml",
        "train --config x.toml --log loop/x",
        "train --data loop --out x.npz",
        "train --data loop/x --out x.npz",
        "train --mnist loop/x --out x.npz --log loop",
        "train --out x.npz",
        "--weights loop/x.npz",
        "loop/x.npz",
    ],
)
def test_such_a_link_is_one_line_anywhere(
    command: str, tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where it is the program's data folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIGITLAB_DATA", "loop")
    loop(Path("loop"))
    save_settings("x.toml", Settings(NetworkSpec.mlp((3,), "relu"), TrainConfig(iterations=1), DataSource("starter")))

    def open_window(weights: str | None, *_: object) -> int:
        return 0 if load_weights(weights or "loop/x.npz") else 1

    monkeypatch.setattr("engine.data.source.synthetic_sets", lambda *_: pytest.fail("digits were made"))
    assert run(command.split(), open_window) == 1
    error = capsys.readouterr().err
    assert error.startswith("digit-lab: ")
    assert error.count("\n") == 1


def test_what_a_killed_training_left_is_removed_by_the_next_one(
    tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the weights, or where their link leads."""
    monkeypatch.chdir(tmp_path)
    Path("elsewhere").mkdir()
    Path("b.npz").symlink_to(Path("elsewhere", "b.npz"))
    left = [Path(f".{'0' * 16}.tmp"), Path("elsewhere", f".{'1' * 16}.tmp")]
    for file in left:
        file.write_bytes(b"1")
        os.utime(file, (0, 0))
    for target, remaining in (("a.npz", left[1:]), ("b.npz", [])):
        assert run(["train", "--data", "nothing", "--out", target], lambda *_: 0) == 1
        assert "no folder or file “nothing”" in capsys.readouterr().err
        assert [file for file in left if file.exists()] == remaining


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
