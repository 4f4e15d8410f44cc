"""The download of MNIST, from mirrors on this machine, some of which fail."""

import contextlib
import errno
import gzip
import hashlib
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from logging.handlers import BufferingHandler
from pathlib import Path

import numpy as np
import pytest

from engine.data import mnist
from engine.data.download import mnist_download
from engine.data.download.mnist_download import download_mnist
from engine.data.mnist import RemoteFile
from engine.errors import DataError
from engine.paths import data_folder

NAMES = [file.name for file in mnist.FILES]
# The first file takes several chunks. Their content is not read here.
CONTENT = {
    name: np.random.default_rng(1).bytes(size) for name, size in zip(NAMES, (50_000, 300, 9_000, 20), strict=True)
}
TOTAL = sum(map(len, CONTENT.values()))


class Mirrors(ThreadingHTTPServer):
    """Serves http://127.0.0.1:port/<behaviour>/<file>; the behaviours are the methods of ``Handler``."""

    daemon_threads = False  # server_close() waits for them: no thread outlives its test

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.released = threading.Event()

    def urls(self, *behaviours: str) -> list[str]:
        return [f"http://127.0.0.1:{self.server_port}/{behaviour}/" for behaviour in behaviours]


class Handler(BaseHTTPRequestHandler):
    server: Mirrors

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        _, behaviour, name = self.path.split("/")
        with contextlib.suppress(ConnectionError):  # a client may close the connection
            getattr(self, behaviour)(CONTENT[name])

    def log_message(self, *_: object) -> None:
        pass

    def send(self, content: bytes, length: int | None) -> None:
        self.send_response(200)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(content)

    def good(self, content: bytes) -> None:
        self.send(content, len(content))

    def gone(self, _: bytes) -> None:
        self.send_error(404)

    def only_large(self, content: bytes) -> None:
        (self.good if len(content) > 1000 else self.gone)(content)

    def only_small(self, content: bytes) -> None:
        (self.gone if len(content) > 1000 else self.good)(content)

    def wrong(self, content: bytes) -> None:
        self.send(content[::-1], len(content))

    def short(self, content: bytes) -> None:
        self.send(content[: len(content) // 2], len(content))

    def endless(self, content: bytes) -> None:
        self.send(content, None)
        while not self.server.released.is_set():
            self.wfile.write(content)

    def stalled(self, content: bytes) -> None:
        self.short(content)
        self.server.released.wait(30)

    def silent(self, _: bytes) -> None:
        self.server.released.wait(30)

    def dripping(self, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.drip(content)

    def dripping_headers(self, content: bytes) -> None:
        self.drip(b"HTTP/1.0 200 OK\r\nX-Long: " + content)

    def drip(self, content: bytes) -> None:
        for i in range(len(content)):
            self.wfile.write(content[i : i + 1])
            if self.server.released.wait(0.05):
                return

    def page(self, _: bytes) -> None:
        self.send(b"<html>Please log in to this network.</html>", None)

    def another_length(self, content: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        self.server.released.wait(30)

    def redirected(self, _: bytes) -> None:
        self.redirect()

    def talkative(self, _: bytes) -> None:
        """Redirects with a body that does not end."""
        self.redirect()
        while not self.server.released.is_set():
            self.wfile.write(bytes(10_000))

    def talkative_in_pieces(self, _: bytes) -> None:
        self.redirect(("Transfer-Encoding", "chunked"))
        while not self.server.released.is_set():
            self.wfile.write(b"2710\r\n" + bytes(10_000) + b"\r\n")

    def talkative_and_packed(self, _: bytes) -> None:
        self.redirect(("Content-Encoding", "gzip"))
        while not self.server.released.is_set():
            self.wfile.write(gzip.compress(bytes(1_000_000)))

    def redirect(self, *headers: tuple[str, str]) -> None:
        self.send_response(302)
        for header in (("Location", f"/good/{self.path.split('/')[-1]}"), *headers):
            self.send_header(*header)
        self.end_headers()

    def circle(self, content: bytes) -> None:
        self.send_response(302)
        self.send_header("Location", self.path)
        self.end_headers()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirrors]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    files = [RemoteFile(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in CONTENT.items()]
    for module in (mnist, mnist_download):
        monkeypatch.setattr(module, "FILES", tuple(files))
    with Mirrors() as mirrors:
        thread = threading.Thread(target=mirrors.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield mirrors
        finally:
            mirrors.released.set()
            mirrors.shutdown()
            thread.join()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mnist_download, "TIMEOUT_S", (0.3, 0.7))
    monkeypatch.setattr(mnist_download, "LEAST_SPEED", (1_000, 0.4))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_four_files_are_downloaded(server: Mirrors, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    folder = download_mnist(
        tmp_path / "new" / "mnist", lambda done, total: seen.append((done, total)), mirrors=server.urls("good")
    )
    assert folder == tmp_path / "new" / "mnist"
    assert contents(folder) == CONTENT
    assert mnist.find_mnist(folder) == folder

    done = [done for done, _ in seen]
    assert {total for _, total in seen} == {TOTAL}
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, TOTAL)
    assert len(set(done)) > 8


@pytest.mark.parametrize("bad", ["gone", "wrong", "short", "endless"])
def test_the_second_mirror_is_tried(server: Mirrors, tmp_path: Path, bad: str) -> None:
    download_mnist(tmp_path, mirrors=server.urls(bad, "good"))
    assert contents(tmp_path) == CONTENT
    # The mirror that failed once is not asked for the other files.
    assert server.asked == [f"/{bad}/{NAMES[0]}", *(f"/good/{name}" for name in NAMES)]


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("bad", ["stalled", "silent"])
def test_a_silent_mirror_times_out(server: Mirrors, tmp_path: Path, bad: str) -> None:
    download_mnist(tmp_path, mirrors=server.urls(bad, "good"))
    assert contents(tmp_path) == CONTENT


def test_every_mirror_is_tried_for_each_file(server: Mirrors, tmp_path: Path) -> None:
    download_mnist(tmp_path, mirrors=server.urls("only_large", "only_small"))
    assert contents(tmp_path) == CONTENT


def test_a_mirror_that_does_not_exist_is_skipped(server: Mirrors, tmp_path: Path) -> None:
    download_mnist(tmp_path, mirrors=["http://127.0.0.1:1/", *server.urls("good")])
    assert contents(tmp_path) == CONTENT


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("gone", r"refused it \(HTTP 404\)"),
        ("wrong", "sent a wrong or damaged file"),
        ("endless", "sent a wrong or damaged file"),
        ("short", "could not be reached, or broke off"),
        ("stalled", "sent less than 1,000 bytes a second"),
        ("dripping", "sent less than 1,000 bytes a second"),
        ("silent", "did not answer in time"),
        ("dripping_headers", "did not answer in time"),
        ("page", "sent a wrong or damaged file"),
        ("another_length", "sent a wrong or damaged file"),
        ("circle", "could not be reached, or broke off"),
    ],
)
def test_when_every_mirror_fails(server: Mirrors, tmp_path: Path, bad: str, reason: str) -> None:
    message = rf"{NAMES[0]} cannot be downloaded: 127.* refused it \(HTTP 404\), and 127.* {reason}\. .*by hand"
    with pytest.raises(DataError, match=message):
        download_mnist(tmp_path, mirrors=server.urls("gone", bad))
    assert contents(tmp_path) == {}


def test_files_downloaded_before_a_failure_stay(
    server: Mirrors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    *right, last = mnist.FILES
    monkeypatch.setattr(mnist_download, "FILES", (*right, RemoteFile(last.name, last.size, "0" * 64)))
    with pytest.raises(DataError, match=last.name):
        download_mnist(tmp_path, mirrors=server.urls("good"))
    assert sorted(contents(tmp_path)) == sorted(NAMES[:3])


def test_complete_files_are_not_downloaded_again(server: Mirrors, tmp_path: Path) -> None:
    for name, content in CONTENT.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / NAMES[2]).write_bytes(b"damaged")
    seen: list[int] = []
    download_mnist(tmp_path, lambda done, _: seen.append(done), mirrors=server.urls("good"))
    assert server.asked == [f"/good/{NAMES[2]}"]
    assert contents(tmp_path) == CONTENT
    assert seen[-1] == TOTAL


def test_a_damaged_file_is_replaced_only_by_a_complete_one(server: Mirrors, tmp_path: Path) -> None:
    (tmp_path / NAMES[0]).write_bytes(b"damaged")
    with pytest.raises(DataError):
        download_mnist(tmp_path, mirrors=server.urls("wrong"))
    assert contents(tmp_path) == {NAMES[0]: b"damaged"}


def idx(array: np.ndarray) -> bytes:
    return bytes([0, 0, 8, array.ndim]) + np.array(array.shape, ">i4").tobytes() + array.tobytes()


@pytest.mark.parametrize("packed", [gzip.compress, bytes], ids=["packed", "plain"])
def test_another_dataset_with_the_names_of_mnist_is_not_overwritten(
    server: Mirrors, tmp_path: Path, packed: Callable[[bytes], bytes]
) -> None:
    """Fashion-MNIST has these names."""
    images, labels = idx(np.ones((2, 28, 28), np.uint8)), idx(np.ones(2, np.uint8))
    for name, content in zip(NAMES, (images, labels, images, labels), strict=True):
        before = contents(tmp_path) | {name: packed(content)}
        (tmp_path / name).write_bytes(before[name])
        with pytest.raises(DataError, match=f"{NAMES[0]}” holds other data than MNIST, which would be overwritten"):
            download_mnist(tmp_path, mirrors=server.urls("good"))
        assert contents(tmp_path) == before
    assert server.asked == []
    for name in NAMES[:3]:
        (tmp_path / name).unlink()
    with pytest.raises(DataError, match=f"{NAMES[3]}” holds other data"):
        download_mnist(tmp_path, mirrors=server.urls("good"))
    # Cut off, it is a damaged file, as of a download by another program.
    (tmp_path / NAMES[3]).write_bytes(packed(labels)[:-3])
    download_mnist(tmp_path, mirrors=server.urls("good"))
    assert contents(tmp_path) == CONTENT


@pytest.mark.parametrize("shape", [(2, 32, 32), (2, 28, 28, 3), (2, 8), (2,)])
@pytest.mark.parametrize("packed", [gzip.compress, bytes], ids=["packed", "plain"])
def test_data_of_another_shape_are_not_overwritten(
    server: Mirrors, tmp_path: Path, packed: Callable[[bytes], bytes], shape: tuple[int, ...]
) -> None:
    content = {NAMES[0]: packed(idx(np.full(shape, 26, np.uint8)))}
    (tmp_path / NAMES[0]).write_bytes(content[NAMES[0]])
    with pytest.raises(DataError, match="holds other data than MNIST"):
        download_mnist(tmp_path, mirrors=server.urls("good"))
    assert contents(tmp_path) == content


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize(
    "make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/full")], ids=["pipe", "folder", "device"]
)
def test_what_is_no_file_is_left_alone(server: Mirrors, tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Of a named pipe, the download waited for another program that writes to it."""
    name = NAMES[2]
    make(tmp_path / name)
    mode = (tmp_path / name).lstat().st_mode
    with pytest.raises(DataError, match=rf"{name} cannot be saved in .* \(File exists\)\. .* name another folder"):
        download_mnist(tmp_path, mirrors=server.urls("good"))
    assert (tmp_path / name).lstat().st_mode == mode
    assert server.asked == []


def test_mnist_that_another_program_has_packed_is_replaced(
    server: Mirrors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    images = np.arange(2 * 784, dtype=np.uint8).reshape(2, 28, 28)
    (tmp_path / NAMES[0]).write_bytes(gzip.compress(idx(images), 1))
    first = replace(mnist_download.FILES[0], array_sha256=hashlib.sha256(images.tobytes()).hexdigest())
    monkeypatch.setattr(mnist_download, "FILES", (first, *mnist_download.FILES[1:]))
    download_mnist(tmp_path, mirrors=server.urls("good"))
    assert contents(tmp_path) == CONTENT


class Cancelled(Exception):
    """Raised by a progress callback."""


def test_cancelled_before_it_starts(server: Mirrors, tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        download_mnist(tmp_path, cancel, mirrors=server.urls("good"))
    assert server.asked == []


def test_cancelled_in_the_middle_of_a_file(server: Mirrors, tmp_path: Path) -> None:
    seen: list[int] = []

    def cancel_the_third(done: int, total: int) -> None:
        seen.append(done)
        if len(seen) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        download_mnist(tmp_path, cancel_the_third, mirrors=server.urls("good"))
    assert 0 < seen[-1] < len(CONTENT[NAMES[0]])
    assert contents(tmp_path) == {}
    assert len(server.asked) == 1


@pytest.mark.parametrize("behaviour", ["silent", "stalled", "dripping", "dripping_headers", "another_length"])
def test_cancelled_while_the_network_is_slow(server: Mirrors, tmp_path: Path, behaviour: str) -> None:
    asked = 0.0

    def cancel(done: int, total: int) -> None:
        nonlocal asked
        if server.asked:
            asked = asked or time.monotonic()
            raise Cancelled

    with pytest.raises((Cancelled, DataError)):
        download_mnist(tmp_path, cancel, mirrors=server.urls(behaviour))
    assert time.monotonic() - asked < 1.0
    assert contents(tmp_path) == {}
    # Its thread has ended although the server has not.
    assert "download" not in [thread.name for thread in threading.enumerate()]


def test_a_redirection_is_followed(server: Mirrors, tmp_path: Path) -> None:
    download_mnist(tmp_path, mirrors=server.urls("redirected"))
    assert contents(tmp_path) == CONTENT


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("behaviour", ["talkative", "talkative_in_pieces", "talkative_and_packed"])
def test_what_a_redirection_says_is_not_read(server: Mirrors, tmp_path: Path, behaviour: str) -> None:
    """It may have no end, or be packed so that it fills the memory."""
    download_mnist(tmp_path, mirrors=server.urls(behaviour))
    assert contents(tmp_path) == CONTENT


def test_what_a_killed_download_left_is_removed(server: Mirrors, tmp_path: Path) -> None:
    """Not the files of one that runs, nor other files."""
    now = time.time()
    for name, age in (("tmpab12_xyz", 60), ("tmpq9z8_abc", 1), ("tmp.txt", 60), ("tmpab12_xyz.gz", 60)):
        (tmp_path / name).write_bytes(b"\x1f\x8bhalf a file")
        os.utime(tmp_path / name, (now - age, now - age))
    # It was killed before its first byte.
    (tmp_path / "tmpemptyabc").touch()
    os.utime(tmp_path / "tmpemptyabc", (now - 60, now - 60))
    # As other programs name theirs, in a folder that the user chose.
    (tmp_path / "tmpfrom_abc").write_bytes(b"of another program")
    os.utime(tmp_path / "tmpfrom_abc", (now - 60, now - 60))
    download_mnist(tmp_path, mirrors=server.urls("good"))
    assert set(contents(tmp_path)) == {*NAMES, "tmpq9z8_abc", "tmp.txt", "tmpab12_xyz.gz", "tmpfrom_abc"}


def test_a_folder_that_cannot_be_made(server: Mirrors, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match=f"{NAMES[0]} cannot be saved in .*file"):
        download_mnist(tmp_path / "file", mirrors=server.urls("good"))


def refuse(function: Callable[..., object], folder: Path) -> Callable[..., object]:
    """The function; what it is asked to do in the folder is not permitted."""

    def refused(*arguments: object, **options: object) -> object:
        if folder in [path for each in (*arguments, *options.values()) for path in Path(str(each)).parents]:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return function(*arguments, **options)

    return refused


@pytest.mark.parametrize(
    ("owner", "function"), [(Path, Path.stat), (Path, Path.open), (tempfile, tempfile.NamedTemporaryFile)]
)
def test_a_folder_that_may_not_be_searched_read_or_written(
    server: Mirrors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, function: Callable[..., object]
) -> None:
    folder = tmp_path / "refused"
    folder.mkdir()
    if function is Path.open:
        (folder / NAMES[0]).write_bytes(b"unknown")
    before = contents(folder)
    with monkeypatch.context() as patched:
        patched.setattr(owner, function.__name__, refuse(function, tmp_path))
        message = rf"{NAMES[0]} cannot be saved in .*refused \(Permission denied\)\. Make room"
        with pytest.raises(DataError, match=message):
            download_mnist(folder, mirrors=server.urls("good"))
    assert contents(folder) == before


def test_a_folder_whose_name_is_too_long(server: Mirrors, tmp_path: Path) -> None:
    """Nothing is there that would be overwritten."""
    with pytest.raises(DataError, match=rf"{NAMES[0]} cannot be saved in .*n \(.+\)\. Make room"):
        download_mnist(tmp_path / ("n" * 300), mirrors=server.urls("good"))


def test_a_full_disk(server: Mirrors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match=r"cannot be saved in .* \(No space left on device\)"):
        download_mnist(tmp_path, mirrors=server.urls("good", "good"))
    assert contents(tmp_path) == {}
    assert len(server.asked) == 1


def test_files_are_downloaded_where_find_mnist_looks(
    server: Mirrors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert download_mnist(mirrors=server.urls("good")) == data_folder() / "mnist" == mnist.find_mnist()
    monkeypatch.setenv("DIGITLAB_MNIST", str(tmp_path / "named"))
    assert download_mnist(mirrors=server.urls("good")) == tmp_path / "named" == mnist.find_mnist()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_other_users_can_read_the_files(server: Mirrors, tmp_path: Path) -> None:
    download_mnist(tmp_path, mirrors=server.urls("good"))
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o644}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mirror", ["good", "gone"])
def test_a_new_data_folder_is_for_the_user_alone(
    server: Mirrors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mirror: str
) -> None:
    """Drawings are stored there later. A folder that the user named is as their other folders are."""
    data, named = tmp_path / "above" / "data", tmp_path / "named"
    usual = tmp_path / "usual"
    usual.mkdir()
    monkeypatch.setenv("DIGITLAB_DATA", str(data))
    for folder in (None, data / "own", named):
        with contextlib.suppress(DataError):
            download_mnist(folder, mirrors=server.urls(mirror))
    assert {each.stat().st_mode & 0o777 for each in (data, data / "mnist", data / "own")} == {0o700}
    assert named.stat().st_mode == usual.stat().st_mode


def test_pooch_logs_nothing(server: Mirrors, tmp_path: Path) -> None:
    pooch = pytest.importorskip("pooch")
    log = BufferingHandler(capacity=100)
    pooch.get_logger().addHandler(log)
    try:
        download_mnist(tmp_path, mirrors=server.urls("wrong", "good"))
    finally:
        pooch.get_logger().removeHandler(log)
    assert log.buffer == []
