"""A run as a file for others: it comes back as it went, and what a stranger put into it does no harm."""

import io
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_runs import CONFIG, DATA, grow, interrupted, new_trainer, record, same_bits, trained

from engine.errors import RunError, WeightsError
from engine.io import safetensors_file
from engine.nn.network_spec import NetworkSpec
from engine.runs import RunStore, Status
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
    """A store into which nothing gets."""
    return RunStore(tmp_path_factory.mktemp("strict"))


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


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


def everything(store: RunStore) -> dict[str, bytes]:
    """Every file of the store but the logs of the list."""
    return {
        str(path): path.read_bytes()
        for path in store.folder.rglob("*")
        if path.is_file() and "runs.db" not in path.name
    }


def refused(store: RunStore, file: Path) -> str:
    """What is said of a file that is not imported: one sentence, and nothing is."""
    before = everything(store), store.runs()
    with pytest.raises(RunError) as caught:
        store.import_(file)
    assert (everything(store), store.runs()) == before
    sentence = str(caught.value)
    assert sentence.startswith(f"{file.name} cannot be imported: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 500
    return sentence


def test_a_run_comes_back_as_it_went(origin: RunStore, store: RunStore, file: Path, tmp_path: Path) -> None:
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


def test_what_is_in_it(file: Path) -> None:
    content = members(file)
    assert list(content) == ["run.json", "curves.safetensors", "weights.safetensors"]
    facts = json.loads(content["run.json"])
    assert facts["config"]["lr"] == CONFIG.lr
    assert facts["data"]["fingerprint"] == DATA.fingerprint
    assert facts["spec"]["layers"][0]["units"] == 5


def test_where_the_pictures_lie_is_nobody_elses_business(store: RunStore, tmp_path: Path) -> None:
    with store.start(new_trainer(), replace(DATA, source="folder:/home/anna/digits")) as recorder:
        recorder.finish(Status.STOPPED)
    store.export(recorder.run.id, tmp_path / "run.zip")
    assert b"anna" not in (tmp_path / "run.zip").read_bytes()
    assert store.import_(tmp_path / "run.zip").data.source == "folder"


def test_a_run_that_has_not_ended_or_has_no_weights(store: RunStore, tmp_path: Path) -> None:
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
        grow(recorder, trainer, np.full(1, np.nan, np.float32))
        recorder.finish(Status.DIVERGED)
    assert store.import_(tmp_path / "run.zip").iteration == 3
    store.export(recorder.run.id, tmp_path / "run.zip")
    found = store.import_(tmp_path / "run.zip")
    assert (found.status, found.iteration, found.has_weights) == (Status.DIVERGED, 4, False)


def test_equal_runs_make_equal_files(origin: RunStore, file: Path, tmp_path: Path) -> None:
    origin.export(origin.runs()[0].id, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == file.read_bytes()


def test_packed_again_by_another_program(store: RunStore, file: Path) -> None:
    write(file, members(file), zipfile.ZIP_DEFLATED)
    assert store.import_(file).iteration == 20


def test_a_file_that_cannot_be_written(store: RunStore, file: Path, tmp_path: Path) -> None:
    run = store.import_(file)
    with pytest.raises(RunError, match=r"^runs cannot be exported: the system says"):
        store.export(run.id, store.folder)
    (store.folder / run.id / "weights.safetensors").write_bytes(b"damaged")
    before = file.read_bytes()
    with pytest.raises(WeightsError, match=r"^weights.safetensors cannot be opened"):
        store.export(run.id, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_a_full_disk_leaves_nothing_half_imported(
    store: RunStore, file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    before = everything(store), store.runs()
    with monkeypatch.context() as patched:
        patched.setattr(*{"fsync": (os, "fsync", full), "rename": (Path, "rename", full)}[step])
        with pytest.raises(RunError, match="cannot be imported: the system says “No space left on device”"):
            store.import_(file)
    assert (everything(store), store.runs()) == before
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
def test_other_members(strict: RunStore, file: Path, change: Callable[[Members], object], fault: str) -> None:
    content = members(file)
    change(content)
    write(file, content)
    assert fault in refused(strict, file)


def told(change: dict[str, Any], into: str | None = None) -> Callable[[dict[str, Any]], object]:
    return lambda facts: (facts if into is None else facts[into]).update(change)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (told({"format": "digit-lab weights"}), "it holds the weights of a network, not a training run"),
        (told({"format": 7}), "it holds something else"),
        (told({"format_version": 2}), "a newer version of Digit Lab"),
        (told({"name": 7}), "(“name”)"),
        (told({"note": None}), "(“note”)"),
        (told({"spec": {"layers": []}}), "cannot build"),
        (told({"spec": NetworkSpec.mlp((6,)).to_dict()}), "its weights are of another network than it says"),
        (told({"config": 7}), "(“config”)"),
        (told({"lr": "fast"}, "config"), "“lr” among its settings is malformed"),
        (told({"lr": -1.0}, "config"), "Learning rate must be above 0"),
        (told({"wings": 2}, "config"), "“wings” among its settings"),
        (told({"epochs": 10**9}, "config"), "Epochs must be from 1 to 100,000,000"),
        (told({"data": []}), "(“data”)"),
        (told({"fingerprint": "../../x"}, "data"), "impossible value for the fingerprint of its data"),
        (told({"pictures": 0}, "data"), "impossible value for the number of its images"),
        (told({"pictures": 10**400}, "data"), "impossible value for the number of its images"),
        (told({"test_pictures": -1}, "data"), "impossible value for the number of its images"),
        (told({"pictures": True}, "data"), "(“pictures”)"),
        (told({"per_epoch": 0}), "impossible value for the length of an epoch"),
        (told({"per_epoch": 24}), "impossible value for the length of an epoch"),
        (told({"begun": -1.0}), "impossible value for the start"),
        (told({"begun": 1e300}), "impossible value for the start"),
        (told({"begun": 1}), "(“begun”)"),
        (told({"seconds": -1.0}), "impossible value for the duration"),
        (told({"iteration": 10**30}), "impossible value for the iterations"),
        (told({"iteration": -1}), "impossible value for the iterations"),
        (told({"iteration": 19}), "it holds 20 losses of 19 mini-batches"),
        (told({"iteration": True}), "(“iteration”)"),
        (told({"status": "asleep"}), "its status is unknown"),
        (told({"scores": {"test": "good"}}), "(“test”)"),
        (told({"imported": 1}), "(“imported”)"),
        (lambda facts: facts.pop("seconds"), "(“seconds”)"),
    ],
)
def test_facts_that_cannot_be(
    strict: RunStore, file: Path, change: Callable[[dict[str, Any]], object], fault: str
) -> None:
    content = members(file)
    facts = json.loads(content["run.json"])
    change(facts)
    write(file, content | {"run.json": json.dumps(facts).encode()})
    assert fault in refused(strict, file)


@pytest.mark.parametrize("text", ["NaN", "1e999", "Infinity"])
def test_numbers_that_are_none(strict: RunStore, file: Path, text: str) -> None:
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
        (lambda arrays, facts: facts.update(evaluations=[EVALUATION | {"iteration": 21}]), "impossible value"),
        (lambda arrays, facts: facts.update(evaluations=[EVALUATION, EVALUATION]), "not in order"),
    ],
)
def test_curves_that_cannot_be(strict: RunStore, file: Path, change: Callable[..., object], fault: str) -> None:
    content = members(file)
    arrays, facts = safetensors_file.unpack(content["curves.safetensors"])
    change(arrays, facts)
    write(file, content | {"curves.safetensors": safetensors_file.pack(arrays, facts or {})})
    assert fault in refused(strict, file)


def test_weights_of_no_use(strict: RunStore, file: Path) -> None:
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


def test_bombs(strict: RunStore, file: Path) -> None:
    content = members(file)
    write(file, content | {"weights.safetensors": bytes(64 << 20)}, zipfile.ZIP_DEFLATED)
    assert file.stat().st_size < 1 << 20
    assert "unpacked, it is larger than" in refused(strict, file)
    # One that lies about its size.
    whole = bytearray(file.read_bytes())
    directory = whole.rindex(b"PK\x01\x02")
    whole[directory + 24 : directory + 28] = (1_000).to_bytes(4, "little")
    file.write_bytes(whole)
    assert "it is damaged" in refused(strict, file)
    write(file, {"run.json": content["run.json"]} | {f"{i}": b"" for i in range(200)})
    assert "it holds more than 100 files" in refused(strict, file)
    write(file, content, zipfile.ZIP_BZIP2)
    assert "compressed in a way that Digit Lab does not read" in refused(strict, file)


def test_two_of_one_name(strict: RunStore, file: Path) -> None:
    buffer = io.BytesIO(file.read_bytes())
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("run.json", b"{}")
    file.write_bytes(buffer.getvalue())
    assert "it holds two files called “run.json”" in refused(strict, file)


def test_no_such_file_and_files_of_other_kinds(strict: RunStore, file: Path, tmp_path: Path) -> None:
    assert "there is no such file" in refused(strict, tmp_path / "nothing.zip")
    assert "it is a folder or a device" in refused(strict, strict.folder)
    (tmp_path / "empty.zip").touch()
    assert "it is empty" in refused(strict, tmp_path / "empty.zip")
    file.write_text("a text")
    assert "it is no file of a training run" in refused(strict, file)


def test_cut_off_or_with_flipped_bits_it_never_surprises(store: RunStore, file: Path) -> None:
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
