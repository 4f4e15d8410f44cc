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


class Column(NamedTuple):
    """Attributes:
    name, kind: of the column in the table.
    """

    name: str
    kind: str


def raw_rows(content: bytes, columns: Sequence[Column]) -> list[dict[str, Any]]:
    """All rows in the content of a file that may be whole. The same row may be there in several versions; the one that
    its page lists comes before those that are left of it elsewhere.

    Args:
        columns: of the table; the first is the number of the row, the second its id.
    """
    found = [row for start in range(0, len(content), PAGE) for row in _rows_of_page(content, start, columns)]
    return [row for _, row in sorted(found, key=lambda pair: not pair[0])]


def _rows_of_page(content: bytes, start: int, columns: Sequence[Column]) -> Iterator[tuple[bool, dict[str, Any]]]:
    """The rows that begin on a page, and whether the page lists them."""
    page = content[start : start + PAGE]
    places = [match.start() for match in _START.finditer(page)]
    if places:
        count = min(int.from_bytes(page[3:5], "big"), (len(page) - 8) // 2)
        cells = set(struct.unpack_from(f">{count}H", page, 8))
        for at in places:
            # Mostly these are no rows at all.
            with contextlib.suppress(IndexError, struct.error):
                row, cell = _row(content, page, start, at, cells, columns)
                yield cell in cells, row


def _row(
    content: bytes, page: bytes, start: int, at: int, cells: set[int], columns: Sequence[Column]
) -> tuple[dict[str, Any], int]:
    """The row whose record begins at a place on a page, and where its cell begins.

    Raises:
        IndexError, struct.error: there is none.
    """
    types = _types(page, at)
    if len(types) != len(columns):
        raise IndexError
    lengths = [_length(kind) for kind in types]
    length = page[at] + sum(lengths)
    cell, number = _cell(page, at, length, cells)
    record, row, part = _record(content, start + at, length), {}, page[at]
    for column, kind, n in zip(columns, types, lengths, strict=True):
        row[column.name] = _stored(_value(kind, record[part : part + n]), column.kind)
        part += n
    return row | {columns[0].name: number}, cell


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
    head = _packed(length)
    for is_listed in (False, True):
        for first in range(at - len(head) - 1, max(7, at - len(head) - 10), -1):
            number, end = _varint(page, first + len(head))
            if end == at and (first in cells if is_listed else page.startswith(head, first)):
                return first, number
    raise IndexError


def _record(content: bytes, at: int, length: int) -> bytes:
    """A record with the pages on which it continues.

    Raises:
        IndexError: they are not in the file.
    """
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
        if not 0 < start < len(content):
            raise IndexError
        following = content[start : start + 4]
        parts.append(content[start + 4 : start + 4 + min(left, PAGE - 4)])
        left -= PAGE - 4
    return b"".join(parts)


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's variable length, and where it ends."""
    value = 0
    for end in range(at, at + 8):
        value = value << 7 | page[end] & 0x7F
        if page[end] < 0x80:
            return value, end + 1
    value = value << 8 | page[at + 8]
    return value - (value >> 63 << 64), at + 9


def _packed(value: int) -> bytes:
    """A number below 2 ** 56 in SQLite's variable length."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(value & 0x7F | 0x80)
    return bytes(parts[::-1])


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
