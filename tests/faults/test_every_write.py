"""Every write of every operation fails once: one sentence, the old or the new content, nothing left over, and the
next time it works.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from engine.data.download import mnist_download, transfer
from engine.data.mnist import RemoteFile
from engine.errors import DigitLabError
from engine.runs import RunStore, Status
from engine.train.trainer import Trainer
from tests.faults.failing_disk import failing, files
from tests.faults.operations import DIGITS, DRAWINGS, FILES, RUNS, Operation, train, trainer

_MOST = 400
# Where all later writes fail, too, and for what takes longer: only every fourth.
_EVERY = 4


def sentence(error: BaseException | None) -> str:
    """The sentence of an error that a person understands."""
    assert isinstance(error, DigitLabError), repr(error)
    text = str(error)
    assert "\n" not in text
    assert text[0].isupper() or text[0] in "“0123456789" or text.split()[0].count("."), text
    assert text.endswith("."), text
    assert "Errno" not in text, text
    return text


def attempt(act: Callable[[], object]) -> Exception | None:
    """The error of an operation."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 - it is looked at
        return error
    return None


@pytest.mark.parametrize("once", [True, False], ids=["once", "from then on"])
@pytest.mark.parametrize("operation", [*FILES, *DRAWINGS, *RUNS], ids=lambda operation: operation.name)
def test_nothing_is_lost_and_nothing_is_left_over(operation: Operation, once: bool, tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    operation.prepare(before)
    shutil.copytree(before, after)
    operation.do(after)
    old, new = operation.look(shutil.copytree(before, tmp_path / "old")), operation.look(after)
    assert old != new
    for n in range(1, _MOST, 1 if once else _EVERY):
        folder = shutil.copytree(before, tmp_path / str(n))
        opened = operation.open(folder)
        with failing(n, once) as disk:
            error = attempt(partial(operation.act, opened))
        found = operation.look(folder)
        if not disk.failed:
            assert error is None
            assert n > 2, "it should have been noticed that it writes"
            break
        if error is None:
            assert found == new, f"write {n} failed, and nothing was said"
        else:
            sentence(error)
            assert found in (old, new), f"write {n}"
        check_files(operation, folder, before, after)
        if n % _EVERY == 1 and found == old:
            operation.do(folder)
            assert operation.look(folder) == new, f"after write {n} it does not work any more"
        shutil.rmtree(folder)
    else:
        pytest.fail("it never came to an end")


def check_files(operation: Operation, folder: Path, before: Path, after: Path) -> None:
    """There are no other files than before or after it, but for databases and locks."""
    known = {name.rpartition("/")[2] for name in (*files(before), *files(after))}
    for name in files(folder):
        assert name.rpartition("/")[2] in known or name.endswith(operation.private), f"{name} is left over"


@pytest.mark.parametrize("once", [True, False], ids=["once", "from then on"])
def test_a_run_from_its_start_to_its_end(once: bool, tmp_path: Path) -> None:
    """It is finished, or interrupted with all checkpoints that were stored, and then trained to the same bits."""
    whole = RunStore(tmp_path / "whole")
    train(whole)
    (wanted,) = whole.runs()
    folder = tmp_path / "runs"
    for n in range(1, _MOST, 1 if once else _EVERY):
        opened = RunStore(folder)
        with failing(n, once) as disk:
            error = attempt(partial(train, opened))
        store = RunStore(folder)
        runs = store.runs()
        assert len(runs) <= 1
        if error is not None:
            sentence(error)
        elif runs[0].status is not Status.FINISHED:
            pytest.fail(f"write {n} failed, and nothing was said")
        for run in runs:
            assert run.status in (Status.FINISHED, Status.INTERRUPTED)
            for checkpoint in store.checkpoints(run.id):
                kept = whole.weights(wanted.id, checkpoint.iteration).params["W1"]
                assert store.weights(run.id, checkpoint.iteration).params["W1"].tobytes() == kept.tobytes()
            if run.status is Status.INTERRUPTED and n % _EVERY == 1:
                resume(store, run.id)
                assert store.losses(run.id).tobytes() == whole.losses(wanted.id).tobytes()
            # “curves.safetensors” is a copy, which may be missing.
            names = {path.name for path in (whole.folder / wanted.id).iterdir()}
            assert {path.name for path in (folder / run.id).iterdir()} <= names
        assert {path.name for path in folder.iterdir()} <= {"opening", "runs.db", *(run.id for run in runs)}
        shutil.rmtree(folder)
        if not disk.failed:
            assert n > 30
            return
    pytest.fail("it never came to an end")


def resume(store: RunStore, run_id: str) -> None:
    """Train it to its end."""
    with store.resume(run_id) as recorder:
        made = Trainer.resumed(recorder.state, DIGITS) if recorder.state else trainer()
        for event in made.run():
            recorder.record(event, made)
        recorder.finish(Status.FINISHED)


@pytest.mark.parametrize("once", [True, False], ids=["once", "from then on"])
def test_a_download(once: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is complete stays, and the rest comes the next time."""
    contents = {file.name: b"%d" % i * (20_000 - 100 * i) for i, file in enumerate(mnist_download.FILES)}
    remote = [RemoteFile(name, len(each), hashlib.sha256(each).hexdigest()) for name, each in contents.items()]
    monkeypatch.setattr(mnist_download, "FILES", remote)

    def chunks(url: str, *_: object) -> Iterator[bytes]:
        content = contents[url.rpartition("/")[2]]
        return (content[at : at + 8192] for at in range(0, len(content), 8192))

    monkeypatch.setattr(transfer, "chunks", chunks)
    for n in range(1, _MOST, 1 if once else _EVERY):
        folder = tmp_path / str(n)
        with failing(n, once) as disk:
            error = attempt(partial(mnist_download.download_mnist, folder))
        found = files(folder)
        if error is not None:
            assert "No space left on device" in sentence(error)
        else:
            # Something else could be done instead: looking for a folder for temporary files.
            assert found == contents
        # The names of complete files, and no others.
        assert found.items() <= contents.items()
        mnist_download.download_mnist(folder)
        assert files(folder) == contents
        if not disk.failed:
            assert n > 12
            return
    pytest.fail("it never came to an end")
