"""Snapshots: raw bytes as they came, each in a file named by its hash: `snapshots/ab/abcdef...` of the home folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from entente.errors import Unreadable
from entente.ledger.files import UNFINISHED, blocks, settle, sha256_of, sweep, unfinished, writable

__all__ = ["Snapshots"]


class Snapshots:
    """The raw bytes kept in a home folder."""

    def __init__(self, home: Path) -> None:
        """Name the folder; it is made when something is kept."""
        self.folder = home / "snapshots"

    def path(self, hash: str) -> Path:
        """Where the bytes of a SHA-256 are kept."""
        return self.folder / hash[:2] / hash

    def keep(self, raw: bytes | Path) -> str:
        """Keep bytes, or the bytes of a file, and give their SHA-256. Raises `Unreadable` and `Unusable`.

        Bytes that are kept already stay as they are; a damaged copy is replaced.
        """
        if isinstance(raw, bytes):
            return self.keep_blocks([raw])
        try:
            with raw.open("rb") as file:
                return self.keep_blocks(blocks(file))
        except OSError as trouble:
            raise Unreadable(str(raw), "cannot be read: {trouble}", trouble=trouble.strerror or trouble) from None

    def keep_as(self, path: Path, hash: str) -> None:
        """Keep the bytes of a file that was read, unless they are kept. Raises `Unreadable` where they are not those of
        its SHA-256 any more."""
        if not self.path(hash).exists() and self.keep(path) != hash:
            raise Unreadable(path.name, "changed while it was read", hint="pull it again")

    def keep_blocks(self, raw: Iterable[bytes]) -> str:
        """Keep bytes that come block by block."""
        found = sha256()
        with unfinished(self.folder) as path:
            sweep(self.folder)
            for block in raw:
                found.update(block)
                with writable(self.folder), path.open("ab") as file:
                    file.write(block)
            hash = found.hexdigest()
            place = self.path(hash)
            if not place.exists() or sha256_of(place) != hash:
                settle(path, place)
        return hash

    def all(self) -> Iterator[Path]:
        """The files of all bytes kept, in the order of their hashes."""
        for path in sorted(self.folder.glob("*/*")):
            if not path.name.startswith(UNFINISHED):
                yield path
