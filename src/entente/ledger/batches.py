"""Batches: entries sealed together under a Merkle root whose first leaf names the batch before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import msgspec

from entente.ledger import merkle
from entente.model.entry import Batch

__all__ = ["Proof", "leaves", "proof", "root_of", "sealed"]

DAMAGED = "surrogateescape"  # an id that is no text any more is a leaf that leads elsewhere


@dataclass(frozen=True, slots=True)
class Proof:
    """The way from an entry's id up to the root of its batch: hashes in hexadecimal (docs/explanation/proof.md)."""

    id: str
    batch: Batch
    place: int
    way: tuple[str, ...]

    def holds(self) -> bool:
        """Whether the way leads to the root."""
        way = [bytes.fromhex(each) for each in self.way]
        root = bytes.fromhex(self.batch.root)
        return merkle.leads(self.id.encode(), self.place + 1, self.batch.count + 1, way, root)


def sealed(head: Batch | None, day: date, ids: Sequence[str]) -> Batch:
    """The batch of new entries after the last one."""
    number, previous = (head.number + 1, head.root) if head else (1, "")
    batch = Batch(number=number, previous=previous, day=day, count=len(ids), root="")
    return replace(batch, root=root_of(batch, ids))


def root_of(batch: Batch, ids: Sequence[str]) -> str:
    """The Merkle root of a batch with entries of these ids, in hexadecimal."""
    return merkle.root(leaves(batch, ids)).hex()


def leaves(batch: Batch, ids: Sequence[str]) -> list[bytes]:
    """The leaves of a batch's tree: what it says of itself, naming the batch before, then the ids of its entries."""
    told = {"number": batch.number, "previous": batch.previous, "day": batch.day, "count": batch.count}
    return [msgspec.json.encode(told, order="sorted"), *(id.encode("utf-8", DAMAGED) for id in ids)]


def proof(batch: Batch, ids: Sequence[str], place: int) -> Proof:
    """What proves that the entry at a place of a batch is in it, without the others."""
    way = merkle.path(leaves(batch, ids), place + 1)
    return Proof(ids[place], batch, place, tuple(each.hex() for each in way))
