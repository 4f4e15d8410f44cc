"""Reading the members of an untrusted zip file: sizes are checked before anything is unpacked."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO

from ..i18n import tr
from .checked_file import DAMAGED, Fault, quoted
from .limits import ANY_RATIO_BYTES, MAX_COMPRESSION_RATIO

# The record at the end of a zip file, its length without a comment, and what stands before it in a zip64 file.
# https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
_END, _END_BYTES, _ZIP64 = b"PK\x05\x06", 22, b"PK\x06\x07"
_MAX_END = _END_BYTES + 0xFFFF
# Bytes of the directory for each member. zipfile makes an object of every entry, so its length is limited first.
_MAX_ENTRY = 512
_ENCRYPTED = 0x1
# The others, bzip2 and LZMA, unpack without a limit.
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile, zlib and struct raise for damaged files; RuntimeError for features of zip that zipfile lacks.
DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)


def read_zip(
    file: BinaryIO,
    kind: str,
    check: Callable[[zipfile.ZipInfo], None],
    max_members: int,
    max_bytes: int,
    only: str | None = None,
    any_ratio_bytes: int = ANY_RATIO_BYTES,
) -> dict[str, bytes]:
    """The members of an open zip file, by name.

    Args:
        kind: what the file should be, for messages: ".npz file".
        check: raises a Fault for a member that does not belong there; called before any is unpacked.
        max_bytes: of all members together, unpacked.
        only: the one member to read, if it is there.
        any_ratio_bytes: of all members together, up to which they may be compressed as much as they like.

    Raises:
        Fault: the file is damaged, hostile, or breaks one of these limits.
    """
    try:
        if file.read(2) != b"PK":
            raise Fault(tr("it is no {0}. Choose another file.", kind))
        too_many = Fault(
            tr("it holds more than {0:,} files, too many for a {1}. Choose another file.", max_members, kind)
        )
        if directory_size(file) > max_members * _MAX_ENTRY:
            raise too_many
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            if len(members) > max_members:
                raise too_many
            names = set()
            for member in members:
                check(member)
                if member.filename in names:
                    raise Fault(tr("it holds two files called {0}. Choose another file.", quoted(member.filename)))
                if member.flag_bits & _ENCRYPTED:
                    raise Fault(tr("it is encrypted. Unpack it and pack it again without a password."))
                if member.compress_type not in _COMPRESSIONS:
                    raise Fault(
                        tr("it is compressed in a way that Digit Lab does not read. Save it as a plain zip file.")
                    )
                names.add(member.filename)
            unpacked = sum(member.file_size for member in members)
            if unpacked > max_bytes:
                raise Fault(
                    tr(
                        "unpacked, it is larger than {0:,.0f} MB, too large for a {1}. Choose another file.",
                        max_bytes / (1 << 20),
                        kind,
                    )
                )
            packed = sum(member.compress_size for member in members)
            # The sizes in the list may be false, and its members may overlap.
            if packed > file.seek(0, 2):
                raise Fault(tr(DAMAGED))
            if only is None and unpacked > max(any_ratio_bytes, MAX_COMPRESSION_RATIO * packed):
                raise Fault(
                    tr(
                        "unpacked, it is more than {0} times as large, which no {1} is. Choose another file.",
                        MAX_COMPRESSION_RATIO,
                        kind,
                    )
                )
            return {member.filename: _read(archive, member) for member in members if only in (None, member.filename)}
    except DAMAGE as error:
        raise Fault(tr(DAMAGED)) from error


def directory_size(file: BinaryIO) -> int:
    """The length in bytes of the list of members of an open zip file.

    Raises:
        Fault: it has none, or a zip64 one.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - _MAX_END))
    tail = file.read()
    # As zipfile decides: one without a comment first, since its numbers may look like another one.
    plain = tail[-_END_BYTES:].startswith(_END) and tail.endswith(b"\0\0")
    end = len(tail) - _END_BYTES if plain else tail.rfind(_END)
    if end < 0 or _ZIP64 in tail[max(0, end - 20) : end]:
        raise Fault(tr(DAMAGED))
    return int.from_bytes(tail[end + 12 : end + 16], "little")


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as file:
        # zipfile unpacks no more than ``file_size`` bytes, and at the end of the member it checks the checksum.
        content = file.read(member.file_size)
        if len(content) != member.file_size or file.read(1):
            raise Fault(tr(DAMAGED))
    return content
