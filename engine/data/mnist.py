"""MNIST: 60,000 training and 10,000 test digits (Y. LeCun, C. Cortes, C. Burges). Found, downloaded, loaded.

Whoever only reads the files never loads network code: it is imported when a download starts.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import numpy as np

from engine.data.dataset import Dataset
from engine.data.idx import read_idx_pair
from engine.errors import DataError, DownloadCancelled
from engine.paths import data_folder
from engine.types import CLASSES, FloatArray, IntArray

_XT: TypeAlias = tuple[FloatArray | IntArray, FloatArray | IntArray]


@dataclass(frozen=True)
class RemoteFile:
    """A file as every mirror serves it: its name, its size in bytes, its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


# In this order: training pictures and labels, test pictures and labels.
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

# The first author's own site has refused downloads for years.
MIRRORS = ("https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/")

# To connect (to each address a mirror has), and to wait for the next bytes.
TIMEOUT_S = (5.0, 10.0)
_CHUNK = 8192


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


def load_mnist_datasets(folder: str | Path | None = None) -> tuple[Dataset, Dataset]:
    """The training set and the test set, from where ``find_mnist`` finds them.

    Raises:
        DataError: the files are missing or damaged.
    """
    train_images, train_labels, test_images, test_labels = _found(folder, FILES)
    return (
        read_idx_pair(train_images, train_labels, "MNIST training set"),
        read_idx_pair(test_images, test_labels, "MNIST test set"),
    )


def load_mnist_test(folder: str | Path | None = None) -> Dataset:
    """The test set alone: its two files are enough.

    Raises:
        DataError: the files are missing or damaged.
    """
    test_images, test_labels = _found(folder, FILES[2:])
    return read_idx_pair(test_images, test_labels, "MNIST test set")


def find_mnist(folder: str | Path | None = None) -> Path | None:
    """The folder that holds the four files, gzipped or not; None where there is none yet.

    Looked at is ``folder``; without it the folder that the environment variable DIGITLAB_MNIST names;
    without that, ``mnist`` in the person's data folder.

    Raises:
        DataError: a folder was named, by argument or by DIGITLAB_MNIST, and a file is missing there.
    """
    place, named = _place(folder)
    missing = _missing(place, FILES)
    if not missing:
        return place
    if not named:
        return None
    raise _not_there(place, missing)


def _found(folder: str | Path | None, wanted: Sequence[RemoteFile]) -> list[Path]:
    """Where these files of MNIST are.

    Raises:
        DataError: one is missing.
    """
    place, named = _place(folder)
    missing = _missing(place, wanted)
    if missing and named:
        raise _not_there(place, missing)
    if missing:
        raise DataError(
            "MNIST is not on this computer yet. Let Digit Lab download it, put its four files into "
            f"{data_folder() / 'mnist'}, or name their folder in the environment variable DIGITLAB_MNIST."
        )
    return [path for file, path in zip(FILES, _files_in(place), strict=True) if file in wanted]


def _missing(place: Path, wanted: Sequence[RemoteFile]) -> list[str]:
    files = zip(FILES, _files_in(place), strict=True)
    return [file.name for file, path in files if file in wanted and not path.is_file()]


def _not_there(place: Path, missing: Sequence[str]) -> DataError:
    if not place.is_dir():
        return DataError(f"There is no folder {place}. Name the folder that holds the files of MNIST.")
    return DataError(
        f"The folder {place} does not hold {', '.join(missing)} (with or without .gz). "
        "Put the files of MNIST there, or name another folder."
    )


def download_mnist(
    folder: str | Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    mirrors: Sequence[str] = MIRRORS,
) -> Path:
    """Fetch the four files into the folder where ``find_mnist(folder)`` looks, and return that folder.

    A file that is there and right is not fetched again. A file takes its name only when it is whole and its
    checksum is right; what was fetched before a failure or a cancellation stays for the next time.

    Args:
        folder: where to put the files; made where it does not exist.
        progress: called with (bytes done, bytes in all), counted over the four files. The first number goes back
            where a mirror fails midway and the next one is tried.
        cancelled: asked before each piece; True ends the download, after TIMEOUT_S where the network is silent.
        mirrors: addresses of folders that serve the files, tried in turn for each file. One that fails is
            tried last from then on.

    Raises:
        DownloadCancelled: ``cancelled`` said so.
        DataError: no mirror gives a file, or the folder cannot be written.
    """
    place, _ = _place(folder)
    queue = list(mirrors)
    total = sum(file.size for file in FILES)
    before = 0  # bytes in the files that are done

    def received(size: int) -> None:
        if cancelled is not None and cancelled():
            raise DownloadCancelled("The download of MNIST was cancelled.")
        if progress is not None:
            progress(before + size, total)

    for file in FILES:
        _fetch(file, place, queue, received)
        before += file.size
    received(0)
    return place


def _fetch(file: RemoteFile, folder: Path, mirrors: list[str], received: Callable[[int], None]) -> None:
    """Bring one file into ``folder`` from the first mirror that gives it whole, unless it is there already.

    Args:
        mirrors: those that fail are moved to the end: the next file need not wait for them again.
        received: told how many bytes of the file there are, over and over; what it raises ends the download.
    """
    import pooch
    import requests

    def stream(url: str, temporary: str, _: Any) -> None:
        """Write what ``url`` serves into pooch's temporary file, which pooch checks and renames, or removes."""
        done = 0
        # The checksum is that of the .gz itself: no server need pack it again, nor is it to be unpacked.
        headers = {"Accept-Encoding": "identity"}
        with requests.get(url, stream=True, timeout=TIMEOUT_S, headers=headers) as response:
            response.raise_for_status()
            with Path(temporary).open("wb") as output:
                for chunk in response.iter_content(_CHUNK):
                    done += len(chunk)
                    if done > file.size:
                        raise ValueError("more bytes than the file has")
                    output.write(chunk)
                    received(done)
                output.flush()
                os.fsync(output.fileno())
        # A temporary file is its owner's alone, but a class may share the folder.
        Path(temporary).chmod(0o644)

    pooch.get_logger().setLevel("WARNING")  # it tells stderr of each download
    failures = []
    for mirror in tuple(mirrors):
        received(0)
        try:
            # The path is absolute since pooch would take a leading ~ for the home folder; nothing else here does.
            pooch.retrieve(
                f"{mirror.rstrip('/')}/{file.name}", file.sha256, file.name, folder.absolute(), downloader=stream
            )
        except requests.RequestException as error:
            failures.append(f"{urlsplit(mirror).netloc} {_in_words(error)}")
        except ValueError:  # pooch's for a wrong checksum, and ours above
            failures.append(f"{urlsplit(mirror).netloc} sent a wrong or damaged file")
        except OSError as error:
            raise DataError(
                f"{file.name} cannot be saved in {folder} ({error.strerror or error}). "
                "Make room and give yourself permission to write there, or name another folder."
            ) from error
        else:
            return
        mirrors.append(mirrors.pop(0))
    received(0)  # the person may have cancelled while the last mirror kept silent
    raise DataError(
        f"{file.name} cannot be downloaded: {', and '.join(failures)}. Check the connection and try again later, or "
        "put the four files of MNIST into a folder by hand and name it in the environment variable DIGITLAB_MNIST."
    )


def _in_words(error: Exception) -> str:
    """What a mirror did, to follow its name in a sentence."""
    import requests

    match error:
        case requests.HTTPError(response=requests.Response(status_code=status)):
            return f"refused it (HTTP {status})"
        case requests.exceptions.SSLError():
            return "made no secure connection"
        case requests.Timeout():
            return "did not answer in time"
        case _:
            return "could not be reached, or broke off"


def _place(folder: str | Path | None) -> tuple[Path, bool]:
    """The folder where MNIST is or will be, and whether the person named it."""
    named = folder or os.environ.get("DIGITLAB_MNIST")
    return (Path(named), True) if named else (data_folder() / "mnist", False)


def _files_in(folder: Path) -> list[Path]:
    """Where the four files lie, in the order of FILES; the name of a download for one that is not there.

    The gzipped file comes first: a download that mends a damaged file writes that one.
    """
    found = []
    for file in FILES:
        plain = file.name.removesuffix(".gz")
        dotted = plain.replace("-idx", ".idx")  # as some unpacking programs name it
        paths = [folder / name for name in (file.name, plain, f"{dotted}.gz", dotted)]
        try:
            found.append(next((path for path in paths if path.is_file()), paths[0]))
        except OSError as error:
            raise DataError(
                f"The folder {folder} cannot be looked into ({error.strerror}). Give yourself permission to read it."
            ) from error
    return found
