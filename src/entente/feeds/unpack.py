"""Files out of archives: a zip file stands for the files in it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from entente.errors import Refused, Unreadable

__all__ = ["files_in"]

LARGEST = 32 << 30  # bytes that an archive may unpack to
SWELL = 200  # times its packed size that a file may unpack to


def files_in(path: Path, scratch: Path) -> Iterator[tuple[str, Path]]:
    """The files of a zip archive by their names in it, each unpacked into `scratch` and removed when the next is asked.

    Raises `Refused` for an archive that would fill the disk, `Unreadable` for a damaged one.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            refuse_bombs(path, members)
            for number, member in enumerate(members):
                kept = scratch / f"{number}-{PurePosixPath(member.filename).name}"
                with archive.open(member) as packed, kept.open("wb") as plain:
                    shutil.copyfileobj(packed, plain)
                yield member.filename, kept
                kept.unlink()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise Unreadable(path.name, "not a zip archive that can be opened: {why}", why=error) from error


def refuse_bombs(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that unpacks to far more than it holds."""
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if size > LARGEST or size > SWELL * max(packed, 1 << 20):
        raise Refused(path.name, "unpacks to {size} bytes", hint="unpack it by hand", size=size)
