"""Exporting and importing runs: an import equals the export, and a hostile file is refused."""

import io
import json
import os
import shutil
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pytest
from test_runs import CONFIG, DATA, interrupted, new_trainer, record, record_losses, same_bits, trained

from engine.data.source import DataSource
from engine.errors import DataError, RunError, WeightsError
from engine.io import safetensors_file
from engine.nn.network_spec import NetworkSpec
from engine.runs import Run, RunStore, Status
from engine.weights import Weights, pack_weights

pytestmark = pytest.mark.usefixtures("unsynced")

Members = dict[str, bytes]


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> RunStore:
    """A store with one run."""
    store = RunStore(tmp_path_factory.mktemp("origin"))
    store.annotate(trained(store, name="exported").id, "a note")
    return store


@pytest.fixture(scope="module")
def exported(origin: RunStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That run as a file."""
    path = tmp_path_factory.mktemp("exported") / "run.zip"
    origin.export(origin.runs()[0].id, path)
    return path


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> RunStore:
    """A store that stays empty."""
    return RunStore(tmp_path_factory.mktemp("strict"))


@pytest.fixture
def file(exported: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(exported, tmp_path))


def members(file: Path) -> Members:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(file: Path, content: Members, compression: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in content.items():
            archive.writestr(name, data)


def file_contents(store: RunStore) -> dict[str, bytes]:
    """Every file of the store except the database."""
    return {
        str(path): path.read_bytes()
        for path in store.folder.rglob("*")
        if path.is_file() and "runs.db" not in path.name
    }


def refused(store: RunStore, file: Path) -> str:
    """The message for a file that is refused: one sentence, and the store stays as it was."""
    before = file_contents(store), store.runs()
    with pytest.raises(RunError) as caught:
        store.import_(file)
    assert (file_contents(store), store.runs()) == before
    sentence = str(caught.value)
    assert sentence.startswith(f"{file.name} cannot be imported: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 500
    return sentence


def test_a_run_of_many_evaluations_is_copied_exported_and_imported(
    store: RunStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are stored as an array, here where they are few."""
    monkeypatch.setattr("engine.train.checkpoint._MAX_AS_JSON", 0)
    run = trained(store)
    store.export(run.id, tmp_path / "run.zip")
    imported = store.import_(tmp_path / "run.zip")
    assert store.evaluations(imported.id) == store.evaluations(run.id) != ()
    copies = [store.folder / each.id / "curves.safetensors" for each in (run, imported)]
    for content in (*(copy.read_bytes() for copy in copies), members(tmp_path / "run.zip")["curves.safetensors"]):
        assert set(safetensors_file.unpack(content)[0]) == {"evaluations", "losses"}


def test_more_evaluations_than_a_file_may_have_are_refused(
    store: RunStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file could hold millions, each of which takes a kilobyte."""
    monkeypatch.setattr("engine.train.checkpoint._MAX_AS_JSON", 0)
    store.export(trained(store).id, tmp_path / "run.zip")
    monkeypatch.setattr("engine.runs.archive.MAX_FILE_EVALUATIONS", 1)
    assert "its accuracies are malformed" in refused(store, tmp_path / "run.zip")


def test_a_run_that_another_program_holds_for_a_moment_is_imported(
    store: RunStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a virus scanner does on Windows: a folder with a file that is open cannot be renamed."""
    held = [2]

    def held_by(rename: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def held_rename(source: Path, target: Path) -> Path:
            if source.is_dir() and held[0]:
                held[0] -= 1
                raise PermissionError(13, "held by another program")
            return rename(source, target)

        return held_rename

    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, held_by(getattr(Path, name)))
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    run = store.import_(file)
    assert held == [0]
    assert store.runs() == [run]


def test_an_imported_run_equals_the_exported_one(origin: RunStore, store: RunStore, file: Path, tmp_path: Path) -> None:
    (run,) = origin.runs()
    found = store.import_(file)
    assert found == replace(run, id=found.id, imported=True, checkpoint=None)
    assert (found.name, found.note, found.resumable) == ("exported", "a note", False)
    assert store.runs() == [found]
    assert store.losses(found.id).tobytes() == origin.losses(run.id).tobytes()
    assert store.evaluations(found.id) == origin.evaluations(run.id)
    assert same_bits(store.weights(found.id).params, origin.weights(run.id).params)
    assert store.weights(found.id).scores == {"noise accuracy": 0.25}
    assert store.checkpoints(found.id) == ()
    store.export(found.id, tmp_path / "again.zip")
    again = store.import_(tmp_path / "again.zip")
    assert again == replace(found, id=again.id)
    assert not RunStore(store.folder).notice


def test_the_members_of_the_file(file: Path) -> None:
    content = members(file)
    assert list(content) == ["run.json", "curves.safetensors", "weights.safetensors"]
    facts = json.loads(content["run.json"])
    assert facts["config"]["lr"] == CONFIG.lr
    assert facts["data"]["fingerprint"] == DATA.fingerprint
    assert facts["spec"]["layers"][0]["units"] == 5


def test_the_folder_of_the_images_is_not_exported(store: RunStore, tmp_path: Path) -> None:
    with store.start(new_trainer(), replace(DATA, source="folder:/home/anna/digits")) as recorder:
        recorder.finish(Status.STOPPED)
    store.export(recorder.run.id, tmp_path / "run.zip")
    assert b"anna" not in (tmp_path / "run.zip").read_bytes()
    assert store.import_(tmp_path / "run.zip").data.source == "folder"


def test_exporting_a_run_that_has_not_ended_or_has_no_weights(store: RunStore, tmp_path: Path) -> None:
    run = interrupted(store)
    store.export(run.id, tmp_path / "run.zip")
    found = store.import_(tmp_path / "run.zip")
    assert (found.status, found.iteration, found.resumable) == (Status.STOPPED, run.iteration, False)
    assert same_bits(store.weights(found.id).params, store.weights(run.id).params)
    with pytest.raises(RunError, match="is stopped and cannot be resumed"):
        store.resume(found.id)

    trainer = new_trainer()
    with store.start(trainer, DATA) as recorder:
        record(recorder, trainer, 3)
        recorder.flush()
        store.export(recorder.run.id, tmp_path / "run.zip")
        record_losses(recorder, trainer, np.full(1, np.nan, np.float32))
        recorder.finish(Status.DIVERGED)
    assert store.import_(tmp_path / "run.zip").iteration == 3
    store.export(recorder.run.id, tmp_path / "run.zip")
    found = store.import_(tmp_path / "run.zip")
    assert (found.status, found.iteration, found.has_weights) == (Status.DIVERGED, 4, False)


def test_equal_runs_make_equal_files(origin: RunStore, file: Path, tmp_path: Path) -> None:
    origin.export(origin.runs()[0].id, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == file.read_bytes()


def test_a_file_packed_again_by_another_program(store: RunStore, file: Path) -> None:
    write(file, members(file), zipfile.ZIP_DEFLATED)
    assert store.import_(file).iteration == 20


def test_a_file_that_cannot_be_written(store: RunStore, file: Path, tmp_path: Path) -> None:
    run = store.import_(file)
    with pytest.raises(RunError, match=r"^runs cannot be exported: that is a folder"):
        store.export(run.id, store.folder)
    (store.folder / run.id / "weights.safetensors").write_bytes(b"damaged")
    before = file.read_bytes()
    with pytest.raises(WeightsError, match=r"^weights.safetensors cannot be opened"):
        store.export(run.id, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("step", ["fsync", "rename the folder"])
def test_a_full_disk_leaves_nothing_half_imported(
    store: RunStore, file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*args: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    replace_file = Path.replace

    def full_for_folders(source: Path, target: Path) -> Path:
        return full() if source.is_dir() else replace_file(source, target)

    before = file_contents(store), store.runs()
    with monkeypatch.context() as patched:
        patched.setattr(*((os, "fsync", full) if step == "fsync" else (Path, "replace", full_for_folders)))
        with pytest.raises(RunError, match="cannot be imported: the system says “No space left on device”"):
            store.import_(file)
    assert (file_contents(store), store.runs()) == before
    assert not list(store.folder.glob("*.new"))


# Hostile and damaged files


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda content: content.pop("run.json"), "it holds no run.json, so it is no training run"),
        (lambda content: content.pop("curves.safetensors"), "it holds no curves.safetensors"),
        (lambda content: content.update({"../../evil.py": b"x"}), "it holds “../../evil.py”, which belongs to no"),
        (lambda content: content.update({"/etc/passwd": b"x"}), "it holds “/etc/passwd”"),
        (lambda content: content.update({"run.json/": b""}), "it holds “run.json/”"),
        (lambda content: content.update({"weights.pkl": b""}), "it holds “weights.pkl”"),
        (lambda content: content.update({"x" * 5_000: b""}), "it holds “xxx"),
        (lambda content: content.update({"run.json": b"{" * 100_000}), "malformed"),
        (lambda content: content.update({"run.json": b"\xff"}), "it is damaged"),
        (lambda content: content.update({"run.json": b"[]"}), "malformed"),
        (lambda content: content.update({"run.json": b" " * (2 << 20)}), "its metadata is too long"),
        (lambda content: content.update({"curves.safetensors": b""}), "no safetensors file"),
        (lambda content: content.update({"weights.safetensors": content["curves.safetensors"]}), "the curves of a"),
        (lambda content: content.update({"curves.safetensors": content["weights.safetensors"]}), "the weights of a"),
    ],
)
def test_unexpected_missing_and_malformed_members_are_refused(
    strict: RunStore, file: Path, change: Callable[[Members], object], fault: str
) -> None:
    content = members(file)
    change(content)
    write(file, content)
    assert fault in refused(strict, file)


def changed(change: dict[str, Any], into: str | None = None) -> Callable[[dict[str, Any]], object]:
    return lambda facts: (facts if into is None else facts[into]).update(change)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (changed({"format": "digit-lab weights"}), "it holds the weights of a network, not a training run"),
        (changed({"format": 7}), "it holds something else"),
        (changed({"format_version": 2}), "a newer version of Digit Lab"),
        (changed({"name": 7}), "(“name”)"),
        (changed({"note": None}), "(“note”)"),
        (changed({"spec": {"layers": []}}), "cannot build"),
        (changed({"spec": NetworkSpec.mlp((6,)).to_dict()}), "its weights are of another network than it says"),
        (changed({"config": 7}), "(“config”)"),
        (changed({"lr": "fast"}, "config"), "“lr” among its settings is malformed"),
        (changed({"lr": -1.0}, "config"), "Learning rate must be above 0"),
        (changed({"wings": 2}, "config"), "“wings” among its settings"),
        (changed({"epochs": 10**9}, "config"), "Epochs must be from 1 to 100,000,000"),
        (changed({"data": []}), "(“data”)"),
        (changed({"fingerprint": "../../x"}, "data"), "impossible value for the fingerprint of its data"),
        (changed({"pictures": 0}, "data"), "impossible value for the number of its images"),
        (changed({"pictures": 10**400}, "data"), "impossible value for the number of its images"),
        (changed({"test_pictures": -1}, "data"), "impossible value for the number of its images"),
        (changed({"pictures": True}, "data"), "(“pictures”)"),
        (changed({"per_epoch": 0}), "impossible value for the length of an epoch"),
        (changed({"per_epoch": 24}), "impossible value for the length of an epoch"),
        (changed({"begun": -1.0}), "impossible value for the time of the start"),
        (changed({"begun": 1e300}), "impossible value for the time of the start"),
        (changed({"begun": 1}), "(“begun”)"),
        (changed({"seconds": -1.0}), "impossible value for the duration"),
        (changed({"scores": {str(n): 0.5 for n in range(33)}}), "impossible value for the scores"),
        *(
            (changed({"scores": {"test accuracy": value}}), "value for the scores")
            for value in (-1e-9, 1.01, 1e9, 1e308)
        ),
        (changed({"iteration": 10**30}), "impossible value for the iterations"),
        (changed({"iteration": -1}), "impossible value for the iterations"),
        (changed({"iteration": 19}), "it holds 20 losses of 19 mini-batches"),
        (changed({"iteration": True}), "(“iteration”)"),
        (changed({"status": "unknown"}), "its status is unknown"),
        (changed({"scores": {"test": "good"}}), "(“test”)"),
        (changed({"imported": 1}), "(“imported”)"),
        (lambda facts: facts.pop("seconds"), "(“seconds”)"),
    ],
)
def test_impossible_facts_are_refused(
    strict: RunStore, file: Path, change: Callable[[dict[str, Any]], object], fault: str
) -> None:
    content = members(file)
    facts = json.loads(content["run.json"])
    change(facts)
    write(file, content | {"run.json": json.dumps(facts).encode()})
    assert fault in refused(strict, file)


@pytest.mark.parametrize("text", ["NaN", "1e999", "Infinity"])
def test_numbers_that_are_not_finite_are_refused(strict: RunStore, file: Path, text: str) -> None:
    content = members(file)
    facts = content["run.json"].decode().replace('"seconds": ', f'"seconds": {text}, "was": ')
    write(file, content | {"run.json": facts.encode()})
    assert "malformed" in refused(strict, file)


F4 = np.float32
EVALUATION = {"iteration": 5, "epoch": 1.0, "train_accuracy": 0.5, "test_accuracy": None, "epoch_end": True}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda arrays, facts: arrays.update(losses=np.full(20, np.nan, F4)), "“losses” holds NaN"),
        (lambda arrays, facts: arrays.update(losses=np.zeros(21, F4)), "it holds 21 losses of 20 mini-batches"),
        (lambda arrays, facts: arrays.update(losses=np.zeros((20, 2), F4)), "its losses are 20 × 2"),
        (lambda arrays, facts: arrays.update(more=np.zeros(2, F4)), "“more” that does not belong there"),
        (lambda arrays, facts: arrays.pop("losses"), "impossible value for the accuracies"),
        (lambda arrays, facts: (arrays.clear(), facts.update(evaluations=[])), "it holds 0 losses of 20 mini-batches"),
        (lambda arrays, facts: facts.update(format="digit-lab training"), "a checkpoint of a training, not the curves"),
        (lambda arrays, facts: facts.update(evaluations=7), "(“evaluations”)"),
        (lambda arrays, facts: facts.update(evaluations=[7]), "its accuracies are malformed"),
        (lambda arrays, facts: facts.update(evaluations=[EVALUATION | {"train_accuracy": 2.0}]), "impossible value"),
        (lambda arrays, facts: facts.update(evaluations=[EVALUATION | {"test_loss": -0.1}]), "impossible value"),
        (lambda arrays, facts: facts.update(evaluations=[EVALUATION | {"iteration": 21}]), "impossible value"),
        (lambda arrays, facts: facts.update(evaluations=[EVALUATION, EVALUATION]), "not in order"),
        (
            lambda arrays, facts: facts.update(
                evaluations=[EVALUATION | {"iteration": at, "epoch": epoch} for at, epoch in ((0, 1e8), (5, 0.0))]
            ),
            "not in order",
        ),
        (
            lambda arrays, facts: facts.update(
                evaluations=[EVALUATION | {"iteration": at, "epoch": e} for at, e in ((5, 1.0), (9, 2.0), (10, 1.9))]
            ),
            "not in order",
        ),
    ],
)
def test_impossible_curves_are_refused(strict: RunStore, file: Path, change: Callable[..., object], fault: str) -> None:
    content = members(file)
    arrays, facts = safetensors_file.unpack(content["curves.safetensors"])
    change(arrays, facts)
    write(file, content | {"curves.safetensors": safetensors_file.pack(arrays, facts or {})})
    assert fault in refused(strict, file)


def test_unusable_weights_are_refused(strict: RunStore, file: Path) -> None:
    content = members(file)
    arrays, facts = safetensors_file.unpack(content["weights.safetensors"])
    damaged = {name: np.full_like(array, np.nan) for name, array in arrays.items()}
    write(file, content | {"weights.safetensors": safetensors_file.pack(damaged, facts or {})})
    assert "holds NaN" in refused(strict, file)
    write(file, content | {"weights.safetensors": safetensors_file.pack(arrays, {})})
    assert "it holds something else, not the weights" in refused(strict, file)
    other = NetworkSpec.mlp((6,), "relu")
    params = {name: np.zeros(shape, F4) for name, shape in other.param_shapes().items()}
    write(file, content | {"weights.safetensors": pack_weights(Weights(other, params))})
    assert "of another network than it says" in refused(strict, file)


def test_more_losses_than_iterations_are_not_unpacked(strict: RunStore, file: Path, tmp_path: Path) -> None:
    """In a file, where what fills it up allows it to get large unpacked, and in a folder."""
    content = members(file) | {"curves.safetensors": bytes(17 << 20)}
    write(file, content, zipfile.ZIP_DEFLATED)
    file.write_bytes(bytes(2 << 20) + file.read_bytes())
    with file.open("r+b") as opened:
        opened.write(b"PK")
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, data in content.items():
        (folder / name).write_bytes(data)
    tracemalloc.start()
    assert "its curves.safetensors is too large" in refused(strict, file)
    assert "it is larger than the 16 MB" in refused(strict, folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 << 20


def test_a_run_that_is_too_long_is_refused_before_its_losses_are_read(
    strict: RunStore, file: Path, tmp_path: Path
) -> None:
    content, count = members(file), 10_000_001
    facts = json.loads(content["run.json"]) | {"iteration": count}
    facts["config"]["iterations"] = count
    write(file, content | {"run.json": json.dumps(facts).encode(), "curves.safetensors": b"never read"})
    shutil.unpack_archive(file, tmp_path / "folder")
    for path in (file, tmp_path / "folder"):
        assert "it has 10,000,001 losses, and a file of a run holds at most 10,000,000." in refused(strict, path)


def test_what_is_exported_is_not_too_long(
    origin: RunStore, store: RunStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (run,) = origin.runs()
    monkeypatch.setattr("engine.runs.archive.MAX_FILE_LOSSES", run.iteration)
    origin.export(run.id, file)
    assert store.import_(file).iteration == run.iteration
    monkeypatch.setattr("engine.runs.archive.MAX_FILE_LOSSES", run.iteration - 1)
    with pytest.raises(RunError, match=r"run\.zip cannot be exported: it has 20 losses"):
        origin.export(run.id, file)
    assert "it has 20 losses" in refused(store, file)


def test_zip_bombs_are_refused(strict: RunStore, file: Path) -> None:
    content = members(file)
    write(file, content | {"weights.safetensors": bytes(64 << 20)}, zipfile.ZIP_DEFLATED)
    assert file.stat().st_size < 1 << 20
    assert "unpacked, it is larger than" in refused(strict, file)
    # One whose directory declares a smaller size.
    whole = bytearray(file.read_bytes())
    directory = whole.rindex(b"PK\x01\x02")
    whole[directory + 24 : directory + 28] = (1_000).to_bytes(4, "little")
    file.write_bytes(whole)
    assert "it is damaged" in refused(strict, file)
    write(file, {"run.json": content["run.json"]} | {f"{i}": b"" for i in range(200)})
    assert "it holds more than 100 files" in refused(strict, file)
    write(file, content, zipfile.ZIP_BZIP2)
    assert "compressed in a way that Digit Lab does not read" in refused(strict, file)


def test_two_members_of_one_name_are_refused(strict: RunStore, file: Path) -> None:
    buffer = io.BytesIO(file.read_bytes())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("run.json", b"{}")
    file.write_bytes(buffer.getvalue())
    assert "it holds two files called “run.json”" in refused(strict, file)


@pytest.mark.parametrize("name", ["", "\x1b\x07\n\u202e"])
def test_a_run_without_a_name_gets_one_that_no_other_run_has(store: RunStore, file: Path, name: str) -> None:
    content = members(file)
    facts = json.loads(content["run.json"]) | {"name": name}
    write(file, content | {"run.json": json.dumps(facts).encode()})
    own = trained(store)
    names = [store.import_(file).name for _ in range(2)]
    assert names == [f"{own.name} (2)", f"{own.name} (3)"]


def test_an_unpacked_file_is_imported_as_the_file_is(store: RunStore, file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    folder.mkdir()
    for name, content in members(file).items():
        (folder / name).write_bytes(content)
    run, packed = store.import_(folder), store.import_(file)
    assert (run.name, run.note, run.id != packed.id) == (packed.name, packed.note, True)
    assert pack_weights(store.weights(run.id)) == pack_weights(store.weights(packed.id))
    (folder / "curves.safetensors").write_bytes(b"cut")
    assert "run cannot be imported" in refused(store, folder)


def test_missing_files_and_files_of_other_kinds_are_refused(strict: RunStore, file: Path, tmp_path: Path) -> None:
    assert "there is no such file" in refused(strict, tmp_path / "nothing.zip")
    assert "it holds no run.json" in refused(strict, strict.folder)
    (tmp_path / "empty.zip").touch()
    assert "it is empty" in refused(strict, tmp_path / "empty.zip")
    file.write_text("a text")
    assert "it is no file of a training run" in refused(strict, file)


def test_a_truncated_file_or_flipped_bits_raise_only_a_run_error(store: RunStore, file: Path) -> None:
    whole = file.read_bytes()
    rng = np.random.default_rng(5)
    for length in rng.integers(1, len(whole), 12):
        file.write_bytes(whole[:length])
        refused(store, file)
    for place in [*rng.integers(0, 2_000, 30), *rng.integers(len(whole) - 300, len(whole), 20)]:
        damaged = bytearray(whole)
        damaged[place] ^= 1 << rng.integers(8)
        file.write_bytes(damaged)
        try:
            run = store.import_(file)
        except RunError:
            continue
        assert len(store.losses(run.id)) == run.iteration
        store.delete(run.id)


@pytest.mark.parametrize("source", ["file", "folder+transpose", "webcam", "<b>no", ""])
def test_where_the_images_of_a_run_are_is_not_known(source: str) -> None:
    run = Run("a", "a", NetworkSpec.mlp((3,)), CONFIG, replace(DATA, source=source), 3, started=0.0)
    with pytest.raises(DataError, match="are not known: a run from another computer"):
        _ = run.image_source
    assert replace(run, data=replace(run.data, source="mnist")).image_source == DataSource("mnist")
