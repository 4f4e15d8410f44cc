"""MNIST: 60,000 training and 10,000 test digits (Y. LeCun, C. Cortes, C. Burges). Finding, downloading, loading.

Network libraries are imported only when a download starts.
"""

import contextlib
import os
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import numpy as np

from engine.data.dataset import Dataset
from engine.data.files.own_data import find_file, read_file, two_sets_of
from engine.data.files.stream import GZIP
from engine.data.idx import read_idx_pair
from engine.data.idx_dataset import find_idx_files
from engine.errors import DataError
from engine.paths import data_folder
from engine.types import CLASSES, FloatArray, IntArray

_XT: TypeAlias = tuple[FloatArray | IntArray, FloatArray | IntArray]


@dataclass(frozen=True)
class RemoteFile:
    """A file as every mirror serves it: its name, its size in bytes, its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


# In this order: training images and labels, test images and labels.
FILES = (
    RemoteFile(
        "train-images-idx3-ubyte.gz", 9912422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"
    ),
    RemoteFile("train-labels-idx1-ubyte.gz", 28881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
    RemoteFile(
        "t10k-images-idx3-ubyte.gz", 1648877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"
    ),
    RemoteFile("t10k-labels-idx1-ubyte.gz", 4542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"),
)

# Y. LeCun's own site has refused downloads for years.
MIRRORS = ("https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/")

# To connect (to each address of a mirror), and to wait for the answer and for the next bytes.
TIMEOUT_S = (5.0, 10.0)
# A mirror that sends fewer bytes a second, over so many seconds, is given up: at this speed MNIST would take 3 hours.
LEAST_SPEED = (1_000, 15.0)
# The names of pooch's temporary files. A download that is alive writes more often than it times out.
_TEMPORARY = re.compile(r"tmp[a-z0-9_]{8}")
_LEFTOVER_SECONDS = 2 * TIMEOUT_S[1]


def load_mnist(
    normalize: bool = True, flatten: bool = True, one_hot_label: bool = False, folder: str | Path | None = None
) -> tuple[_XT, _XT]:
    """MNIST as the book's ``load_mnist`` gives it (chapter 3): (x_train, t_train), (x_test, t_test).

    Args:
        normalize: x is float32 in 0..1, each byte divided by 255; else the bytes themselves, uint8 in 0..255.
        flatten: x is (N, 784); else (N, 1, 28, 28).
        one_hot_label: t is (N, 10) float32; else (N,) uint8.
        folder: where the files are; see ``find_mnist``.

    Raises:
        DataError: the files are missing or damaged.
    """

    def arrays(dataset: Dataset) -> _XT:
        images, labels = dataset.images, dataset.labels
        x = images.reshape(len(images), -1) if flatten else images[:, np.newaxis]
        t = np.eye(CLASSES, dtype=np.float32)[labels] if one_hot_label else labels
        return np.divide(x, np.float32(255)) if normalize else x, t

    train, test = load_mnist_datasets(folder)
    return arrays(train), arrays(test)


def load_mnist_datasets(
    folder: str | Path | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[Dataset, Dataset]:
    """The training set and the test set, from where ``find_mnist`` finds them.

    Args:
        progress: see ``load_own``; called where they are in another kind of file.

    Raises:
        DataError: the files are missing or damaged.
    """
    train, test = _load(folder, FILES, progress)
    return train, test


def load_mnist_test(folder: str | Path | None = None) -> Dataset:
    """The test set alone; its two files are enough.

    Raises:
        DataError: the files are missing or damaged.
    """
    return _load(folder, FILES[2:])[-1]


def _load(
    folder: str | Path | None, files: Sequence[RemoteFile], progress: Callable[[int, int], None] | None = None
) -> list[Dataset]:
    target, paths = _find(folder, files)
    if paths == [target]:
        found = read_file(target, progress or (lambda done, total: None))
        if found.test is None:
            loaded = two_sets_of(found)
            return [loaded.train, loaded.test]
        return [replace(found.train, name="MNIST training set"), replace(found.test, name="MNIST test set")]
    if not paths:
        raise DataError(
            "MNIST is not on this computer yet. Let Digit Lab download it, put its four files into "
            f"{target}, or name their folder in the environment variable DIGITLAB_MNIST."
        )
    return [
        read_idx_pair(images, labels, f"MNIST {which} set")
        for which, images, labels in zip(("training", "test")[-len(files) // 2 :], paths[::2], paths[1::2], strict=True)
    ]


def find_mnist(folder: str | Path | None = None) -> Path | None:
    """The folder that holds the four files, gzipped or not, or the one file that holds all; None where there is none
    yet.

    The folder is ``folder``; by default the folder in the environment variable DIGITLAB_MNIST, or else ``mnist`` in the
    user's data folder.

    Raises:
        DataError: a folder was named, by argument or by DIGITLAB_MNIST, and a file is missing there.
    """
    found, paths = _find(folder, FILES)
    return found if paths else None


def _folder(folder: str | Path | None) -> tuple[Path, bool]:
    """The folder where MNIST is or will be, and whether the user named it."""
    named = folder or os.environ.get("DIGITLAB_MNIST")
    return (Path(named), True) if named else (data_folder() / "mnist", False)


def _find(folder: str | Path | None, files: Sequence[RemoteFile]) -> tuple[Path, list[Path]]:
    """The folder of MNIST and the paths of these files there: none at all where one of them is missing. Where MNIST is
    in one file, as Keras and the book have it, that file.

    Raises:
        DataError: the user named the folder, and a file is missing there.
    """
    target, named = _folder(folder)
    try:
        if target.is_file():
            return target, _deeper(target)[-len(files) :] or [target]
        found = {file.name: path for file in files if (path := next(filter(Path.is_file, _paths(target, file)), None))}
    except OSError as error:
        raise DataError(
            f"The folder {target} cannot be opened ({error.strerror}). Give yourself permission to read it."
        ) from error
    missing = [file.name for file in files if file.name not in found]
    if missing and target.is_dir():
        paths = _deeper(target)[-len(files) :]
        if paths:
            return target, paths
        other = find_file(target)
        if other is not None:
            return other, [other]
    if named and missing:
        if not target.is_dir():
            raise DataError(f"There is no folder {target}. Name the folder that holds the files of MNIST.")
        raise DataError(
            f"The folder {target} does not hold {', '.join(missing)} (with or without .gz). "
            "Put the files of MNIST there, or name another folder."
        )
    return target, [] if missing else list(found.values())


def _deeper(folder: Path) -> list[Path]:
    """The four files, where they are in folders of that folder, as torchvision and some archives have them; or []."""
    try:
        train, test = find_idx_files(folder)
    except DataError:
        return []
    return [] if test is None else [*train, *test]


def _paths(folder: Path, file: RemoteFile) -> list[Path]:
    """Where a file may be. The gzipped one comes first, because a download replaces that one if it is damaged."""
    plain = file.name.removesuffix(".gz")
    dotted = plain.replace("-idx", ".idx")  # some programs unpack it to this name
    return [folder / name for name in (file.name, plain, f"{dotted}.gz", dotted)]


def download_mnist(
    folder: str | Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    mirrors: Sequence[str] = MIRRORS,
) -> Path:
    """Download the four files into the folder where ``find_mnist(folder)`` looks, and return that folder.

    A file that is there with the right checksum is not downloaded again. A file gets its name only when it is complete
    and its checksum is right; what was downloaded before a failure or a cancellation stays for the next time.

    Args:
        folder: where to put the files; created if missing.
        progress: called with (bytes done, bytes in all) for each chunk, counted over the four files; an exception that
            it raises cancels. The first number decreases where a mirror fails midway and the next one is tried. It is
            called several times a second, whatever the network does.
        mirrors: addresses of folders that serve the files, tried in turn for each file. One that fails is
            tried last from then on.

    Raises:
        DataError: no mirror serves a file, or the folder cannot be written.
    """
    target, _ = _folder(folder)
    remove_leftovers(target)
    queue = list(mirrors)
    total = sum(file.size for file in FILES)
    before = 0  # bytes in the files that are done

    def report(size: int) -> None:
        if progress is not None:
            progress(before + size, total)

    for file in FILES:
        _download(file, target, queue, report)
        before += file.size
    report(0)
    return target


def remove_leftovers(folder: str | Path | None = None) -> None:
    """Remove the temporary files of downloads that were killed; those of a running one are younger.

    In a folder that the user named, other programs may have files of such names: only packed ones are removed.
    """
    target, named = _folder(folder)
    oldest = time.time() - _LEFTOVER_SECONDS
    with contextlib.suppress(OSError):
        for path in target.iterdir():
            old = _TEMPORARY.fullmatch(path.name) and path.is_file() and path.stat().st_mtime < oldest
            if old and (not named or _begins_packed(path)):
                path.unlink()


def _begins_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(GZIP)) == GZIP


def _download(file: RemoteFile, folder: Path, mirrors: list[str], report: Callable[[int], None]) -> None:
    """Download one file into ``folder`` from the first mirror that serves it, unless it is there already.

    Args:
        mirrors: those that fail are moved to the end, so that the next file does not wait for them again.
        report: called with the number of bytes of the file so far; an exception that it raises ends the download.
    """
    import pooch
    import requests

    from engine.data.transfer import BrokenOff, TooSlow, chunks

    def stream(url: str, temporary: str, _: Any) -> None:
        """Write what ``url`` serves into pooch's temporary file, which pooch checks and renames, or deletes."""
        done = 0
        # Unbuffered: the time of the file says that its download is alive.
        with Path(temporary).open("wb", buffering=0) as output:
            for chunk in chunks(url, file.size, TIMEOUT_S, LEAST_SPEED):
                done += len(chunk)
                output.write(chunk)
                report(done)
            os.fsync(output.fileno())
        # Only the owner may read a temporary file, but a class may share the folder.
        Path(temporary).chmod(0o644)

    pooch.get_logger().setLevel("WARNING")  # it logs each download to stderr
    failures = []
    for mirror in tuple(mirrors):
        report(0)
        try:
            # The path is absolute because pooch would take a leading ~ for the home folder.
            pooch.retrieve(
                f"{mirror.rstrip('/')}/{file.name}", file.sha256, file.name, folder.absolute(), downloader=stream
            )
            return
        except requests.HTTPError as error:
            reason = "refused it" if error.response is None else f"refused it (HTTP {error.response.status_code})"
        except requests.exceptions.SSLError:
            reason = "made no secure connection"
        except requests.Timeout:
            reason = "did not answer in time"
        except TooSlow:
            reason = f"sent less than {LEAST_SPEED[0]:,} bytes a second"
        except (requests.RequestException, BrokenOff):
            reason = "could not be reached, or broke off"
        except ValueError:  # pooch's for a wrong checksum, and that for a wrong size
            reason = "sent a wrong or damaged file"
        except OSError as error:
            raise DataError(
                f"{file.name} cannot be saved in {folder} ({error.strerror or error}). "
                "Make room and give yourself permission to write there, or name another folder."
            ) from error
        failures.append(f"{urlsplit(mirror).netloc} {reason}")
        mirrors.append(mirrors.pop(0))
    report(0)  # it may have been cancelled while the last mirror was silent
    raise DataError(
        f"{file.name} cannot be downloaded: {', and '.join(failures)}. Check the connection and try again later, or "
        "put the four files of MNIST into a folder by hand and name it in the environment variable DIGITLAB_MNIST."
    )
