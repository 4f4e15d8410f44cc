"""One file from the network, in chunks: whatever the server does, its receiver gets to act several times a second."""

import contextlib
import socket
import threading
import time
from collections import deque
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

_CHUNK = 8192
# The receiver gets an empty chunk after so long without bytes.
_SILENT_SECONDS = 0.2
# How long to wait for the thread once its connection is closed; it may be looking up the address of the server.
_END_SECONDS = 1.0


class TooSlow(Exception):
    """The server sends too few bytes a second."""


class BrokenOff(Exception):
    """The connection ended before the file did."""


class _Connections(HTTPAdapter):
    """Knows its connections, so that another thread can close them while they wait for an answer."""

    def __init__(self) -> None:
        super().__init__()
        # What has arrived can still be read then.
        self.closed = False
        # Those that are being made, and their sockets: a response takes the socket out of its connection.
        self._made: list[Any] = []
        self._sockets: list[Any] = []

    def get_connection_with_tls_context(self, *args: Any, **options: Any) -> Any:
        pool = super().get_connection_with_tls_context(*args, **options)
        made, sockets = self._made, self._sockets

        class Known(pool.ConnectionCls):  # type: ignore[name-defined, misc]
            def connect(self) -> None:
                made.append(self)
                super().connect()
                sockets.append(self.sock)

        pool.ConnectionCls = Known
        return pool

    def build_response(self, req: Any, resp: Any) -> requests.Response:
        """Without the body of a redirection: requests would read and unpack it, and it may have no end."""
        response = super().build_response(req, resp)
        if response.is_redirect:
            response.close()
        return response

    def shut_down(self) -> None:
        """End what waits for one of them."""
        self.closed = True
        for each in [*(connection.sock for connection in self._made), *self._sockets]:
            if each is not None:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)


def chunks(url: str, size: int, timeout: tuple[float, float], least_speed: tuple[int, float]) -> Iterator[bytes]:
    """The bytes of a file of ``size`` bytes, as they arrive; in between empty ones, several times a second.

    Args:
        timeout: seconds to connect, and to wait for the answer, and then for the next bytes.
        least_speed: bytes a second, measured over so many seconds.

    Raises:
        requests.RequestException: the server cannot be reached, does not answer in time, or refuses.
        TooSlow, BrokenOff: it stopped sending.
        ValueError: it sends a file of another size.
    """
    received: SimpleQueue[bytes | Exception] = SimpleQueue()
    connections, ended = _Connections(), threading.Event()
    threading.Thread(
        target=_receive, args=(url, size, timeout, connections, received, ended), name="download", daemon=True
    ).start()
    done, answered, start = 0, False, time.monotonic()
    # When how many bytes had arrived.
    arrived = deque([(start, 0)])
    try:
        while True:
            try:
                chunk = received.get(timeout=_SILENT_SECONDS)
            except Empty:
                chunk = None
            now = time.monotonic()
            if isinstance(chunk, Exception):
                raise chunk
            if chunk == b"" and answered:
                return
            if chunk is not None:
                if not answered:
                    answered, arrived = True, deque([(now, 0)])
                done += len(chunk)
            if done > size:
                raise ValueError("more bytes than the file has")
            if not answered and now - start > sum(timeout):
                raise requests.Timeout("no answer")
            arrived.append((now, done))
            while now - arrived[0][0] > least_speed[1]:
                if done - arrived[0][1] < least_speed[0] * least_speed[1] and answered:
                    raise TooSlow
                arrived.popleft()
            yield chunk or b""
    finally:
        connections.shut_down()
        # Not ``join``: it would make Python list the window's own threads.
        ended.wait(_END_SECONDS)


def _receive(
    url: str,
    size: int,
    timeout: tuple[float, float],
    connections: _Connections,
    received: "SimpleQueue[bytes | Exception]",
    ended: threading.Event,
) -> None:
    """On a thread: puts b"" when the server has answered, the bytes, and b"" at the end; or the error."""
    # The checksum is that of the .gz itself, so the transfer must not be compressed on top.
    headers = {"Accept-Encoding": "identity"}
    try:
        with requests.Session() as session:
            for scheme in ("http://", "https://"):
                session.mount(scheme, connections)
            with session.get(url, stream=True, timeout=timeout, headers=headers) as response:
                response.raise_for_status()
                if int(response.headers.get("Content-Length") or size) != size:
                    raise ValueError("another size")
                received.put(b"")
                while (chunk := response.raw.read1(_CHUNK)) and not connections.closed:
                    received.put(chunk)
        received.put(b"")
    except (HTTPError, OSError) as error:
        # Those of requests are OSErrors, too.
        received.put(error if isinstance(error, requests.RequestException) else BrokenOff(str(error)))
    except Exception as error:  # noqa: BLE001 - raised by the receiver
        received.put(error)
    finally:
        ended.set()
