"""Downloads MNIST. Network libraries are imported only when a download starts."""

import contextlib
import errno
import gzip
import hashlib
import math
import os
import re
import time
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from struct import unpack
from typing import Any
from urllib.parse import urlsplit

from ...errors import DataError
from ...i18n import tr
from ...paths import is_private, make_private_folder
from ..files.stream import GZIP
from ..idx import read_idx
from ..mnist import FILES, RemoteFile, mnist_folder

# Y. LeCun's own site has refused downloads for years.
MIRRORS = ("https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/")

# To connect (to each address of a mirror), and to wait for the answer and for the next bytes.
TIMEOUT_S = (5.0, 10.0)
# A mirror that sends fewer bytes a second, over so many seconds, is given up: at this speed MNIST would take 3 hours.
LEAST_SPEED = (1_000, 15.0)
# The names of pooch's temporary files. A download that is alive writes more often than it times out.
_TEMPORARY = re.compile(r"tmp[a-z0-9_]{8}")
_LEFTOVER_SECONDS = 2 * TIMEOUT_S[1]


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
    target, _ = mnist_folder(folder)
    for file in FILES:
        _check_replaced(target / file.name, file)
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


def _check_replaced(path: Path, file: RemoteFile) -> None:
    """Raises:
    DataError: there is a file of another dataset, which would be replaced: Fashion-MNIST's have the same names; or
        what is there cannot be read, or is no file. A damaged one is replaced.
    """
    try:
        if path.exists() and not path.is_file():
            # Such as a named pipe: pooch would wait for another program that writes to it.
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
        if not path.is_file() or _is_complete(path, file) or _is_damaged(path):
            return
    except OSError as error:
        raise _not_saved(file, path.parent, error) from error
    with contextlib.suppress(OSError, DataError):
        found = read_idx(path, "images" if "images" in file.name else "labels")
        if hashlib.sha256(found.tobytes()).hexdigest() == file.array_sha256:
            return
    raise DataError(tr("“{0}” holds other data than MNIST, which would be overwritten: name another folder.", path))


def _not_saved(file: RemoteFile, folder: Path, error: OSError) -> DataError:
    # Where the folder may not be written, pooch words the error of the system anew, as the cause of its own.
    reason = error.strerror or getattr(error.__cause__, "strerror", None) or error
    return DataError(
        tr(
            "{0} cannot be saved in {1} ({2}). Make room and give yourself permission to "
            "write there, or name another folder.",
            file.name,
            folder,
            reason,
        )
    )


def _make_folder(folder: Path) -> None:
    """In the data folder it is for the user alone, as all that is stored there."""
    if is_private(Path(os.path.realpath(folder))):
        make_private_folder(folder)
    else:
        folder.mkdir(parents=True, exist_ok=True)


def _is_complete(path: Path, file: RemoteFile) -> bool:
    return path.stat().st_size == file.size and hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256


def _is_damaged(path: Path) -> bool:
    """Whether it is cut off, or neither packed nor an IDX file."""
    with path.open("rb") as file:
        start = file.read(4)
        if start.startswith(GZIP):
            try:
                with gzip.open(path) as packed:
                    while packed.read(1 << 20):
                        pass
            except (EOFError, OSError, zlib.error):
                return True
            return False
        if len(start) < 4 or not start.startswith(b"\0\0"):
            return True
        header = file.read(4 * start[3])
    # A value takes a byte or more.
    return len(header) < 4 * start[3] or path.stat().st_size < 4 + len(header) + math.prod(
        unpack(f">{start[3]}I", header)
    )


def remove_leftovers(folder: str | Path | None = None) -> None:
    """Remove the temporary files of downloads that were killed; those of a running one are younger.

    In a folder that the user named, other programs may have files of such names: only packed or empty ones are removed.
    """
    target, named = mnist_folder(folder)
    oldest = time.time() - _LEFTOVER_SECONDS
    with contextlib.suppress(OSError):
        for path in target.iterdir():
            old = _TEMPORARY.fullmatch(path.name) and path.is_file() and path.stat().st_mtime < oldest
            if old and (not named or _is_leftover(path)):
                path.unlink()


def _is_leftover(path: Path) -> bool:
    with path.open("rb") as file:
        return GZIP.startswith(file.read(len(GZIP)))


def _download(file: RemoteFile, folder: Path, mirrors: list[str], report: Callable[[int], None]) -> None:
    """Download one file into ``folder`` from the first mirror that serves it, unless it is there already.

    Args:
        mirrors: those that fail are moved to the end, so that the next file does not wait for them again.
        report: called with the number of bytes of the file so far; an exception that it raises ends the download.
    """
    import pooch
    import requests

    from .transfer import BrokenOff, TooSlow, chunks

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
        server = urlsplit(mirror).netloc
        try:
            # Of a link that leads back to itself, pooch would raise a RuntimeError.
            _make_folder(folder)
            # The path is absolute because pooch would take a leading ~ for the home folder.
            pooch.retrieve(
                f"{mirror.rstrip('/')}/{file.name}", file.sha256, file.name, folder.absolute(), downloader=stream
            )
            return
        except requests.HTTPError as error:
            reason = (
                tr("{0} refused it", server)
                if error.response is None
                else tr("{0} refused it (HTTP {1})", server, error.response.status_code)
            )
        except requests.exceptions.SSLError:
            reason = tr("{0} made no secure connection", server)
        except requests.Timeout:
            reason = tr("{0} did not answer in time", server)
        except TooSlow:
            reason = tr("{0} sent less than {1:,} bytes a second", server, LEAST_SPEED[0])
        except (requests.RequestException, BrokenOff):
            reason = tr("{0} could not be reached, or broke off", server)
        except ValueError:  # pooch's for a wrong checksum, and that for a wrong size
            reason = tr("{0} sent a wrong or damaged file", server)
        except OSError as error:
            raise _not_saved(file, folder, error) from error
        failures.append(reason)
        mirrors.append(mirrors.pop(0))
    report(0)  # it may have been cancelled while the last mirror was silent
    raise DataError(
        tr(
            "{0} cannot be downloaded: {1}. Check the connection and try again later, or put the "
            "four files of MNIST into a folder by hand and name it in the environment variable "
            "DIGITLAB_MNIST.",
            file.name,
            tr(", and ").join(failures),
        )
    )
