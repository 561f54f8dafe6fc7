"""Merkle trees over SHA-256, as RFC 6962, section 2.1, defines them (RFC 9162 in its words).

A leaf is hashed after the byte 0, a pair of hashes after the byte 1, so that neither can pass for the other. Hashes
are bytes; `leaves` are the data of the leaves, at least one.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

__all__ = ["leads", "path", "root"]


def root(leaves: Sequence[bytes]) -> bytes:
    """The hash that stands for all leaves in their order."""
    return top([leaf_hash(leaf) for leaf in leaves])


def path(leaves: Sequence[bytes], place: int) -> tuple[bytes, ...]:
    """The hashes beside the way from a leaf up to the root: with them, one leaf is proved without the others."""
    return beside([leaf_hash(leaf) for leaf in leaves], place)


def leads(leaf: bytes, place: int, count: int, way: Sequence[bytes], to: bytes) -> bool:
    """Whether a leaf at a place among `count` leads to a root (RFC 9162, section 2.1.3.2)."""
    node, last, found = place, count - 1, leaf_hash(leaf)
    for other in way:
        if last == 0:
            return False
        if node % 2 or node == last:
            found = pair_hash(other, found)
            while node and not node % 2:
                node, last = node // 2, last // 2
        else:
            found = pair_hash(found, other)
        node, last = node // 2, last // 2
    return last == 0 and found == to


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of a leaf."""
    return sha256(b"\0" + leaf).digest()


def pair_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two hashes."""
    return sha256(b"\1" + left + right).digest()


def top(hashes: Sequence[bytes]) -> bytes:
    """The root over the hashes of leaves: level by level, an odd one out goes up as it is.

    This is the tree of the RFC: splitting at the largest power of two leaves the same pairs on every level.
    """
    while len(hashes) > 1:
        hashes = level(hashes)
    return hashes[0]


def beside(hashes: Sequence[bytes], place: int) -> tuple[bytes, ...]:
    """The hashes beside the way from a leaf's hash up."""
    found = []
    while len(hashes) > 1:
        if place ^ 1 < len(hashes):
            found.append(hashes[place ^ 1])
        hashes, place = level(hashes), place // 2
    return tuple(found)


def level(hashes: Sequence[bytes]) -> list[bytes]:
    """The level above."""
    pairs = [pair_hash(*hashes[here : here + 2]) for here in range(0, len(hashes) - 1, 2)]
    return [*pairs, hashes[-1]] if len(hashes) % 2 else pairs
