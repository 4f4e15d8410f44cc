"""Training data of every kind."""

import gzip
import io
import pickle
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from engine.data.augmentation import Augmentation, augment
from engine.data.dataset import Dataset
from engine.data.dataset_summary import digit_counts, sample_page
from engine.data.label_noise import with_wrong_labels
from engine.data.pen_strokes import PenDigits, load_pen, pen_dataset, save_pen
from engine.data.source import DataSource
from engine.drawings import DrawingStore
from engine.evaluate.data_check import check_data
from engine.io.file_kind import file_kind
from engine.train.config import TrainConfig
from tests.fuzz.checks import SMALL, attempt, check, digits, is_plain, recognizer, train_a_step
from tests.fuzz.target import Files, Target

_AUGMENTED = TrainConfig(augmentation=Augmentation(10, 0.1, 0.1, 1, 0.7, 0.4, 0.5), validation=0.1, patience=1)
_IMAGES = 20
# Of the images of a large set; and those that are looked at one by one.
_USED, _LOOKED_AT = 200, 4


def use(path: Path) -> None:
    """Loaded twice, counted, checked, varied, turned, trained on."""
    file_kind(path)
    source = DataSource.at(path)
    loaded = source.load()
    for text in loaded.faults:
        check(is_plain(text), f"a fault with control characters: {text[:200]!r}")
    train = loaded.train
    check(is_plain(train.name), f"a name with control characters: {train.name!r}")
    digit_counts(train)
    sample_page(train, 3)
    sample_page(loaded.test, 3, seed=1)
    few = train.subset(slice(_USED))
    for text in check_data(
        few.subset(slice(_LOOKED_AT)), read=lambda images: recognizer().probabilities(images)
    ).faults:
        check(is_plain(text), f"a fault with control characters: {text[:200]!r}")
    augment(few.pixels(), _AUGMENTED.augmentation, np.random.default_rng(0))
    with_wrong_labels(few, 0.5)
    few.turned("transpose+invert")
    attempt(lambda: train_a_step(SMALL, _AUGMENTED, few))
    again = replace(source, transform="invert").load().train
    check(np.array_equal(again.images, 255 - train.images), "loaded again, the images are other ones")


def use_pen(path: Path) -> None:
    """Inked, varied, split by sites, stored, exported, predicted."""
    file_kind(path)
    pen = load_pen(path)
    few = pen.subset(range(min(len(pen), 20)))
    pen_dataset(few, "drawings")
    images = pen_dataset(few, "varied", np.random.default_rng(0))
    attempt(lambda: train_a_step(SMALL, TrainConfig(), images))
    for sites in ([pen.sites[0]], ["\n"]):
        attempt(lambda sites=sites: pen.split_sites(sites))
    save_pen(path.with_name("again.npz"), pen)
    store = DrawingStore(path.with_name("drawings"))
    attempt(lambda: store.import_(path))
    stored = store.all()
    if stored:
        recognizer().predict_drawings([drawing.strokes for drawing in stored[:20]])
        store.export(path.with_name("exported.npz"))
        check(
            all(is_plain(drawing.site) and is_plain(drawing.writer) for drawing in stored),
            "a name of two lines",
        )


def _small() -> Dataset:
    return digits().subset(slice(_IMAGES))


def _header(*sides: int) -> bytes:
    return bytes((0, 0, 8, len(sides))) + b"".join(side.to_bytes(4, "big") for side in sides)


def _idx() -> Sequence[Files]:
    data = _small()
    images = _header(_IMAGES, 28, 28) + data.images.tobytes()
    labels = _header(_IMAGES) + data.labels.tobytes()
    both = {"train-images-idx3-ubyte": images, "train-labels-idx1-ubyte": labels}
    packed = {f"{name}.gz": gzip.compress(content, mtime=0) for name, content in both.items()}
    test = {name.replace("train", "t10k"): content for name, content in both.items()}
    return [
        both,
        packed,
        both | test,
        {"images-idx3-ubyte": images, "labels-idx1-ubyte.gz": packed["train-labels-idx1-ubyte.gz"]},
    ]


def _npz() -> Sequence[Files]:
    data, named, unnamed = _small(), io.BytesIO(), io.BytesIO()
    x, t = data.images, data.labels
    np.savez_compressed(named, x_train=x, y_train=t, x_test=x, y_test=t)
    np.savez(unnamed, x.reshape(_IMAGES, 784).astype(np.float32) / 255, np.eye(10)[t])
    return [{"mnist.npz": named.getvalue()}, {"mine.npz": unnamed.getvalue()}]


def _pickles() -> Sequence[Files]:
    x, t = _small().images.reshape(_IMAGES, 784), _small().labels
    book = {"train_img": x, "train_label": t, "test_img": x, "test_label": t}
    tuples = ((x / np.float32(255), t.astype(np.int64)), (x / np.float32(255), t.tolist()))
    return [
        {"mnist.pkl": pickle.dumps(book, 2)},
        {"mnist.pkl": pickle.dumps(book, 4)},
        {"mnist.pkl.gz": gzip.compress(pickle.dumps(tuples, 2), mtime=0)},
        {"mnist.pkl": pickle.dumps(tuples, 5)},
    ]


def _tables() -> Sequence[Files]:
    data = _small().subset(slice(10))
    rows = [
        f"{label}," + ",".join(map(str, image.ravel())) for image, label in zip(data.images, data.labels, strict=True)
    ]
    heading = "label," + ",".join(f"pixel{number}" for number in range(784))
    plain, headed = "\n".join(rows).encode(), "\n".join([heading, *rows, ""]).encode()
    fractions = "\n".join(
        f"{label}," + ",".join(f"{value / 255:.3f}" for value in image.ravel())
        for image, label in zip(data.images, data.labels, strict=True)
    ).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("train.csv"), headed)
        archive.writestr(zipfile.ZipInfo("test.csv"), plain)
    return [
        {"mine.csv": plain},
        {"train.csv": headed, "test.csv": plain},
        {"mine.csv": fractions},
        {"mine.csv.gz": gzip.compress(headed, mtime=0)},
        {"mnist.zip": packed.getvalue()},
    ]


def _folders() -> Sequence[Files]:
    files, endings = {}, ("png", "jpg", "bmp", "gif")
    for number, image in enumerate(_small().images[:8]):
        buffer = io.BytesIO()
        Image.fromarray(image).save(buffer, ("PNG", "JPEG", "BMP", "GIF")[number % 4])
        files[f"{number % 3}/{number}.{endings[number % 4]}"] = buffer.getvalue()
    sets = {f"{'train' if number < 5 else 'test'}/{name}": files[name] for number, name in enumerate(files)}
    return [files, sets]


def _pen() -> Sequence[Files]:
    rng = np.random.default_rng(0)
    drawings = [
        [rng.uniform(4, 24, (8, 2)).cumsum(0).clip(0, 28).astype(np.float32) for _ in range(1 + n % 2)]
        for n in range(6)
    ]
    pen = PenDigits(drawings, np.arange(6, dtype=np.uint8), ["here", "there"] * 3, ["anna"] * 6)
    return [{"pen.npz": _saved(pen)}]


def _saved(pen: PenDigits) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        save_pen(Path(folder) / "pen.npz", pen)
        return (Path(folder) / "pen.npz").read_bytes()


TARGETS = (
    Target("data-idx", _idx, use, 500, folder=True),
    Target("data-npz", _npz, use, 500),
    Target("data-pickle", _pickles, use, 500),
    Target("data-csv", _tables, use, 300),
    Target("data-folder", _folders, use, 80, folder=True),
    Target("pen", _pen, use_pen, 700),
)
