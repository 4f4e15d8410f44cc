"""Rows of drawings in the bytes of a damaged file, whatever has become of the pages and lists that lead to them.

Each is found by the start of its record: https://www.sqlite.org/fileformat2.html#record_format
"""

import contextlib
import re
import struct
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

PAGE = 4096
# A record begins with the length of its header and a type for each column: that of the number, which is kept before
# the record, and that of an id of 32 letters.
_START = re.compile(rb"(?=[\x10-\x7f]\x00\x4d)")
# Bytes of numbers, by type.
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_TEXT, _BLOB, _FLOAT, _ZERO = 13, 12, 7, 8
# Types of a time: a float, or a whole one as an integer of 4 or 6 bytes. The type of NULL is 0, and that of 0 is 8.
_TIMES = (_FLOAT, 4, 5)
# The log, which SQLite keeps beside the file: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
# Its header ends with 8 bytes of checksums; before them, as in each frame, are the 8 bytes that differ in each new log.
_LOG_HEADER, _FRAME_HEADER = 32, 24
_SALT_IN_LOG, _SALT_IN_FRAME, _COMMITTED = slice(16, 24), slice(8, 16), slice(4, 8)
# How many times all pages may be read on which rows continue. Each belongs to one row, and to versions that are left of
# it; in a damaged file they may lead in circles.
_READS = 8


class Column(NamedTuple):
    """Attributes:
    name, kind: of the column in the table.
    """

    name: str
    kind: str


class _Row(NamedTuple):
    """A row that begins on a page.

    Attributes:
        at: where its record begins.
        types: of its columns.
        cell: where its cell begins, which is the length of the record, the number and the record.
        number: of the row.
        is_listed: whether the page lists the cell.
    """

    at: int
    types: list[int]
    cell: int
    number: int
    is_listed: bool


def raw_rows(content: bytes, columns: Sequence[Column]) -> Iterator[dict[str, Any]]:
    """All rows in the content of a file that may be whole. The same row may be there in several versions; the one that
    its page lists comes before those that are left of it elsewhere.

    Args:
        columns: of the table; the first is the number of the row, the second its id.
    """
    file = _File(content, columns)
    for is_listed in (True, False):
        for start in range(0, len(content), PAGE):
            yield from file.rows(start, is_listed)


def deleted_in_log(log: bytes, columns: Sequence[Column]) -> set[str]:
    """The ids of the rows whose last version in the log is marked as deleted. They may have been removed since: then
    only the file, without the log, still has them, and perhaps from before they were deleted.
    """
    place = [column.name for column in columns].index("deleted")
    is_deleted: dict[str, bool] = {}
    for page in _committed_pages(log):
        for row in _rows(page, len(columns)):
            # With another length, a bit of the types is flipped.
            if row.is_listed and _varint(page, row.cell)[0] == page[row.at] + sum(map(_length, row.types)):
                start = row.at + page[row.at]
                row_id = page[start : start + _length(row.types[1])].decode(errors="replace")
                is_deleted[row_id] = row.types[place] in _TIMES
    return {row_id for row_id, deleted in is_deleted.items() if deleted}


def _committed_pages(log: bytes) -> list[bytes]:
    """The pages in a log, the earliest first, without those of a change that was not completed."""
    pages, committed = list[bytes](), 0
    for at in range(_LOG_HEADER, len(log) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        frame = log[at : at + _FRAME_HEADER]
        if frame[_SALT_IN_FRAME] != log[_SALT_IN_LOG]:
            break  # what is left of an earlier log
        pages.append(log[at + _FRAME_HEADER : at + _FRAME_HEADER + PAGE])
        if any(frame[_COMMITTED]):
            committed = len(pages)
    return pages[:committed]


class _File:
    """The content of a file with a table that has these columns."""

    def __init__(self, content: bytes, columns: Sequence[Column]) -> None:
        self._content, self._columns = content, columns
        self._pages_left = _READS * len(content) // PAGE

    def rows(self, start: int, is_listed: bool) -> Iterator[dict[str, Any]]:
        """The rows that begin on a page: those that the page lists, or the others."""
        for row in _rows(self._content[start : start + PAGE], len(self._columns)):
            if row.is_listed == is_listed:
                with contextlib.suppress(IndexError, struct.error):
                    yield self._row(start + row.at, row.types, row.number)

    def _row(self, at: int, types: list[int], number: int) -> dict[str, Any]:
        """The row whose record begins at a place.

        Raises:
            IndexError, struct.error: there is none.
        """
        lengths, part = [_length(kind) for kind in types], self._content[at]
        record, row = self._record(at, part + sum(lengths)), dict[str, Any]()
        for column, kind, n in zip(self._columns, types, lengths, strict=True):
            row[column.name] = _stored(_value(kind, record[part : part + n]), column.kind)
            part += n
        return row | {self._columns[0].name: number}

    def _record(self, at: int, length: int) -> bytes:
        """A record with the pages on which it continues.

        Raises:
            IndexError: they are not in the file, or too many have been read.
        """
        content = self._content
        if length > len(content):
            raise IndexError
        local, least = length, (PAGE - 12) * 32 // 255 - 23
        if length > PAGE - 35:
            local = least + (length - least) % (PAGE - 4)
            local = local if local <= PAGE - 35 else least
        parts, left = [content[at : at + local]], length - local
        following = content[at + local : at + local + 4]
        while left > 0:
            start = (int.from_bytes(following, "big") - 1) * PAGE
            if not 0 < start < len(content) or not self._pages_left:
                raise IndexError
            self._pages_left -= 1
            following = content[start : start + 4]
            parts.append(content[start + 4 : start + 4 + min(left, PAGE - 4)])
            left -= PAGE - 4
        return b"".join(parts)


def _rows(page: bytes, columns: int) -> Iterator[_Row]:
    """The rows that begin on a page, of a table with so many columns."""
    places = [match.start() for match in _START.finditer(page)]
    if places:
        count = min(int.from_bytes(page[3:5], "big"), (len(page) - 8) // 2)
        cells = set(struct.unpack_from(f">{count}H", page, 8))
        for at in places:
            # Mostly these are no rows at all.
            with contextlib.suppress(IndexError, struct.error):
                types = _types(page, at)
                if len(types) == columns:
                    cell, number = _cell(page, at, page[at] + sum(map(_length, types)), cells)
                    yield _Row(at, types, cell, number, cell in cells)


def _types(page: bytes, at: int) -> list[int]:
    """The types in the header of the record at a place in a page."""
    types, end = list[int](), at + page[at]
    at += 1
    while at < end:
        kind, at = _varint(page, at)
        types.append(kind)
    return types if at == end else []


def _cell(page: bytes, at: int, length: int, cells: set[int]) -> tuple[int, int]:
    """Where the cell of a record of this length begins, and the number of its row: a cell is the length, the number and
    the record.

    Raises:
        IndexError: the length is another one, and the page does not list the cell: it is what is left of a removed row.
    """
    size = -(-length.bit_length() // 7)
    for first in range(at - size - 1, max(7, at - size - 10), -1):
        number, end = _varint(page, first + size)
        if end == at and (first in cells or _varint(page, first) == (length, first + size)):
            return first, number
    raise IndexError


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's variable length, and where it ends."""
    value = 0
    for end in range(at, at + 8):
        value = value << 7 | page[end] & 0x7F
        if page[end] < 0x80:
            return value, end + 1
    value = value << 8 | page[at + 8]
    return value - (value >> 63 << 64), at + 9


def _length(kind: int) -> int:
    return (kind - _BLOB) // 2 if kind >= _BLOB else _SIZES[kind]


def _value(kind: int, part: bytes) -> Any:
    if kind >= _BLOB:
        return part.decode(errors="replace") if kind % 2 else part
    if kind == _FLOAT:
        return struct.unpack(">d", part)[0]
    if kind >= _ZERO:
        return kind - _ZERO
    return int.from_bytes(part, "big", signed=True) if kind else None


def _stored(value: Any, kind: str) -> Any:
    """SQLite stores a float that is whole as an integer."""
    return float(value) if kind == "REAL" and isinstance(value, int) else value
