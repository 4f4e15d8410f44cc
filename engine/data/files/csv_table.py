"""Images in a CSV file: a line each, with its label and its 784 pixels, as Kaggle and other books have MNIST.

The file is read part by part. Whole numbers from 0 to 255 are parsed for all bytes of a part at once, in NumPy;
anything else goes to ``numpy.loadtxt``, which takes ten times as long.
"""

import time
from typing import NamedTuple

import numpy as np

from ...i18n import tr, tr_noop
from ...io.checked_file import Fault, quoted
from ...io.limits import MAX_IMAGES
from ...types import CANVAS, ByteArray, FloatArray
from .pixels import BYTE_SLACK, PIXELS, UNIT_SLACK, PixelRange, Report, is_digit
from .stream import Stream
from .whole_numbers import COLUMNS, WholeNumbers

# It stays in the processor's cache.
_PART_BYTES = 1 << 18
_SEPARATORS = (b",", b";", b"\t")
# Of a first column that numbers the lines, as pandas writes it.
_INDEX_NAMES = {"", "id", "imageid", "index", "unnamed: 0"}
_LABEL_NAMES = {"label", "labels", "class", "target", "digit", "y", "number"}
_PROGRESS_SECONDS = 0.04
_MOVED_ROWS = 10_000
_NO_TABLE = tr_noop(
    "it is no table of images: a line needs a label and 784 pixels, separated by commas. Choose another file."
)


class NoLabels(Fault):
    """The table has pixels but no labels."""


class CsvTable(NamedTuple):
    """images: (N, 28, 28) uint8. labels: (N,) uint8."""

    images: ByteArray
    labels: ByteArray


def read_csv(stream: Stream, report: Report) -> CsvTable:
    """The images and labels of a CSV file, with or without a head line.

    The label is the first or the last column: the head line says which, or the values do.

    Args:
        report: called with (images so far, about how many in all); an exception that it raises cancels.

    Raises:
        NoLabels: there is no label.
        Fault: it is no such table; the sentence names the line.
    """
    # No more rows than this: a value and its separator take two bytes. Pages that stay empty take no memory.
    table = _Table(stream.length // (2 * COLUMNS) + 1)
    rest, next_report, at_end = b"", 0.0, False
    while not at_end:
        part = stream.read(_PART_BYTES)
        at_end = not part
        text = rest + part if rest else part
        if b"\r" in text:
            # Old programs end a line with \r alone.
            text = text.replace(b"\r\n", b"\n") if b"\n" in text else text.replace(b"\r", b"\n")
        end = len(text) if at_end else text.rfind(b"\n") + 1
        if not end and len(text) > _PART_BYTES:
            raise Fault(tr(_NO_TABLE))
        if end:
            table.add(text[:end])
        rest = text[end:]
        now = time.monotonic()
        if now >= next_report:
            next_report = now + _PROGRESS_SECONDS
            expected = round(table.rows / max(stream.fraction(), 1e-3), -3)
            report(table.rows, max(table.rows, int(expected)))
    result = table.result()
    report(len(result.labels), len(result.labels))
    return result


class _Table:
    """The rows so far."""

    def __init__(self, capacity: int) -> None:
        """Args:
        capacity: for so many rows there is room at first.
        """
        self.rows = 0
        # The lines so far, with the head line and empty ones.
        self._lines = self._blank = 0
        self._separator = b""
        self._has_index = False
        self._heads: list[str] = []
        self._pixels = PixelRange()
        self._whole_numbers = WholeNumbers()
        # It grows in place, so that the rows are never in memory twice.
        self._values: ByteArray = np.empty((min(capacity, MAX_IMAGES), COLUMNS), np.uint8)
        # The first and the last column of each part as they are: one is the label, the other is not scaled yet.
        self._edges: list[FloatArray] = []
        # The number of the first line of each part, and the row that it is.
        self._starts: list[tuple[int, int]] = []

    def add(self, text: bytes) -> None:
        """Lines, each with its end."""
        if not self._lines:
            text = self._start(text)
        # Some programs write one after each line; more would only cost time.
        self._blank += text.count(b"\n\n")
        if self._blank > self.rows + _PART_BYTES:
            raise Fault(tr(_NO_TABLE))
        if self._has_index:
            text = b"\n".join(line.partition(self._separator)[2] for line in text.split(b"\n"))
        for character in (b'"', b" "):
            if character in text:
                text = text.replace(character, b"")
        if not text.endswith(b"\n"):
            text += b"\n"
        values: FloatArray | ByteArray | None = self._whole_numbers.parse(text, self._separator)
        if values is None:
            values = self._any_numbers(text)
        self._starts.append((self._lines, self.rows))
        self._lines += text.count(b"\n") if values.dtype != np.uint8 else len(values)
        self._append(values)

    def _start(self, text: bytes) -> bytes:
        """Find the separator and the head line; returns the text without it."""
        if text.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Fault(tr("it is a text in UTF-16. Save it as CSV in UTF-8 and try again."))
        text = text.removeprefix(b"\xef\xbb\xbf")
        line, _, others = text.partition(b"\n")
        self._separator = max(_SEPARATORS, key=line.count)
        fields = [field.strip(b' "\r') for field in line.split(self._separator)]
        if len(fields) == COLUMNS + 1 and fields[0].decode("latin1").casefold() in _INDEX_NAMES:
            self._has_index = True
            fields = fields[1:]
        if len(fields) != COLUMNS:
            raise _wrong_columns(len(fields))
        if all(map(_is_number, fields)):
            return text
        self._heads = [field.decode("latin1").casefold() for field in fields]
        self._lines = 1
        return others

    def _any_numbers(self, text: bytes) -> FloatArray:
        """The values (n, 785) of a text where some are not whole numbers from 0 to 255."""
        if self._separator == b";":
            text = text.replace(b",", b".")
        rows = []
        for number, line in enumerate(text[:-1].split(b"\n"), self._lines + 1):
            if not line.strip():
                continue
            columns = line.count(self._separator) + 1
            if columns != COLUMNS:
                raise Fault(
                    tr(
                        "line {0:,} has {1:,} values, not {2}: it is cut off or damaged. Copy or "
                        "download the file again.",
                        number,
                        columns,
                        COLUMNS,
                    )
                )
            rows.append((number, line.decode("latin1")))
        if not rows:
            return np.empty((0, COLUMNS), np.float32)
        separator = self._separator.decode()
        try:
            values = np.loadtxt([line for _, line in rows], np.float32, comments=None, delimiter=separator, ndmin=2)
        except ValueError as error:
            for number, row in rows:
                for column, value in enumerate(row.split(separator), 1):
                    if not _is_number(value.encode("latin1")):
                        raise _no_number(number, column, value) from error
            raise Fault(tr(_NO_TABLE)) from error
        outside = np.argwhere(~((values >= -1 - UNIT_SLACK) & (values <= 255 + BYTE_SLACK)))
        if len(outside):
            which, column = outside[0]
            raise Fault(
                tr(
                    "in line {0:,}, value {1} is {2:g}, and a pixel is 0 to 255. Correct the line, "
                    "or choose another file.",
                    rows[which][0],
                    column + 1,
                    values[which, column],
                )
            )
        return values

    def _append(self, values: FloatArray | ByteArray) -> None:
        rows = self.rows + len(values)
        if rows > MAX_IMAGES:
            raise Fault(
                tr("it holds more than the {0:,} images that Digit Lab reads. Choose a smaller file.", MAX_IMAGES)
            )
        if rows > len(self._values):
            self._values.resize((max(rows, len(self._values) * 5 // 4), COLUMNS), refcheck=False)
        self._values[self.rows : rows, 1:-1] = self._pixels.to_bytes(values[:, 1:-1])
        self._edges.append(values[:, [0, -1]].astype(np.float32))
        self.rows = rows

    def result(self) -> CsvTable:
        if not self.rows:
            raise Fault(tr("it has no line with an image. Choose another file."))
        edges = np.concatenate(self._edges)
        last = self._label_is_last(edges)
        labels, pixels = edges[:, int(last)], edges[:, int(not last)]
        wrong = np.flatnonzero(~is_digit(labels))
        if len(wrong):
            raise Fault(
                tr(
                    "in line {0:,} the label, in the last column, is {1:g}, and a digit is 0 to 9. "
                    "Choose a file whose first or last column is the digit.",
                    self._line(int(wrong[0])),
                    labels[wrong[0]],
                )
                if last
                else tr(
                    "in line {0:,} the label, in the first column, is {1:g}, and a digit is 0 to 9. "
                    "Choose a file whose first or last column is the digit.",
                    self._line(int(wrong[0])),
                    labels[wrong[0]],
                )
            )
        values = self._values[: self.rows]
        values[:, 0 if last else -1] = self._pixels.to_bytes(pixels)
        return CsvTable(_images(values, 0 if last else 1), labels.astype(np.uint8))

    def _label_is_last(self, edges: FloatArray) -> bool:
        named = [self._heads[column] in _LABEL_NAMES for column in (0, -1)] if self._heads else [False, False]
        if named[0] != named[1]:
            return named[1]
        # The corners of images are nearly always empty: the label is the column with more different digits.
        different = [len(np.unique(column)) if is_digit(column).all() else 0 for column in edges.T]
        return different[1] > different[0]

    def _line(self, row: int) -> int:
        before, first = next(start for start in reversed(self._starts) if start[1] <= row)
        return before + row - first + 1


def _images(values: ByteArray, first: int) -> ByteArray:
    """The images in the rows (n, 785), whose pixels begin at column ``first``; they are moved together in place."""
    flat = values.reshape(-1)
    for start in range(0, len(values), _MOVED_ROWS):
        part = values[start : start + _MOVED_ROWS, first : first + PIXELS]
        flat[start * PIXELS : (start + len(part)) * PIXELS] = part.copy().reshape(-1)
    return flat[: len(values) * PIXELS].reshape(-1, CANVAS, CANVAS)


def _is_number(field: bytes) -> bool:
    try:
        float(field)
    except ValueError:
        return False
    return True


def _no_number(line: int, column: int, value: str) -> Fault:
    if not value.strip():
        return Fault(
            tr("in line {0:,}, value {1} is empty. Correct the line, or download the file again.", line, column)
        )
    return Fault(
        tr(
            "in line {0:,}, value {1} is {2}, which is no number. Correct the line, or download the file again.",
            line,
            column,
            quoted(value),
        )
    )


def _wrong_columns(columns: int) -> Fault:
    if columns == PIXELS:
        return NoLabels(
            tr(
                "it has 784 columns, the pixels without their labels, as Kaggle’s test.csv. Choose the file with the "
                "labels, such as train.csv."
            )
        )
    side = round((columns - 1) ** 0.5)
    if side > 1 and side * side == columns - 1:
        return Fault(tr("its images are of {0} × {0} pixels, and Digit Lab reads {1} × {1}.", side, CANVAS))
    if columns == 1:
        return Fault(tr(_NO_TABLE))
    return Fault(
        tr(
            "its first line has {0:,} values, and an image needs {1}: its label and {2} pixels. Choose another file.",
            columns,
            COLUMNS,
            PIXELS,
        )
    )
