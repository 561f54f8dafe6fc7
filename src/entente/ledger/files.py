"""Files that are there whole or not at all, whenever the power fails or the program is killed."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from entente.errors import Unreadable, Unusable

__all__ = ["SHELF", "UNFINISHED", "blocks", "segment", "settle", "sha256_of", "sweep", "unfinished", "writable"]

SHELF = "watchlists/"  # goes before a list's name where it is the source of a snapshot
UNFINISHED = ".unfinished-"  # how the names of files begin that are being written
BLOCK = 1024 * 1024
DAY = 24 * 60 * 60  # seconds after which nobody is still writing an unfinished file


@contextmanager
def unfinished(folder: Path) -> Iterator[Path]:
    """A new empty file to be filled and settled; it is gone at the end where it was not. Raises `Unusable`."""
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=folder)
        os.close(handle)
    path = Path(name)
    try:
        yield path
    finally:
        path.unlink(missing_ok=True)


def settle(path: Path, place: Path) -> None:
    """Put a filled file in its place, on the disk before it has its name. What stood there is replaced.

    Raises `Unusable`.
    """
    with writable(place.parent):
        place.parent.mkdir(parents=True, exist_ok=True)
        path.chmod(0o444)
        synced(path)
        path.replace(place)
        synced(place.parent)


def segment(table: str, source: str, *snapshots: str) -> str:
    """The path, below a home folder, of the Parquet segment that a snapshot of a source fills in a table.

    Several snapshots that are one list fill one segment, named by the SHA-256 of their hashes, a line each in order.
    """
    together = "\n".join(sorted(snapshots)).encode()
    name = snapshots[0] if len(snapshots) == 1 else sha256(together).hexdigest()
    return f"facts/{table}/source={source.removeprefix(SHELF)}/{name}.parquet"


def sweep(folder: Path) -> None:
    """Remove the unfinished files that a killed program left there more than a day ago."""
    for path in folder.glob(f"{UNFINISHED}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > DAY:
                path.unlink()


def blocks(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file, a megabyte at a time."""
    while block := file.read(BLOCK):
        yield block


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. Raises `Unreadable`."""
    found = sha256()
    try:
        with path.open("rb") as file:
            for block in blocks(file):
                found.update(block)
    except OSError as trouble:
        raise Unreadable(str(path), "cannot be read: {trouble}", trouble=trouble.strerror or trouble) from None
    return found.hexdigest()


@contextmanager
def writable(folder: Path) -> Iterator[None]:
    """What the disk refuses, as a fault of the house."""
    try:
        yield
    except OSError as trouble:
        if trouble.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            what, hint = "there is no room left on the disk", "free some; nothing was lost"
        else:
            what, hint = "cannot be written: {trouble}", "choose a folder that may be written"
        raise Unusable(str(folder), what, hint=hint, trouble=trouble.strerror or trouble) from None


def synced(path: Path) -> None:
    """Have the disk keep what was written to a file or a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
