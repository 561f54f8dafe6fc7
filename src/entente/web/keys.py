"""API keys: kept as hashes, compared in constant time."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256

from entente.errors import Unusable

__all__ = ["Keys"]

HASHED = "sha256:"
DIGEST = re.compile(r"[0-9a-f]{64}")
SHORTEST = 16  # characters of a key: a hash without salt keeps no shorter one
SCHEMES = ("apikey", "bearer")
LABEL = 8  # hexadecimal digits by which a key is named in the log


@dataclass(frozen=True, slots=True)
class Keys:
    """The SHA-256 digests of the keys that are let in; without any, everybody is."""

    digests: tuple[str, ...] = ()

    @classmethod
    def of(cls, setting: str) -> Keys:
        """The keys of a setting, apart by commas or blanks, each as it is or as `sha256:` and its digest in hex.

        Raises `Unusable` for a key that is too short, or a digest that is none.
        """
        return cls(tuple(_digest(key) for key in re.split(r"[\s,]+", setting) if key))

    def label(self, authorization: str, given: str = "") -> str:
        """The name of the key in an `Authorization` header, or given by itself; empty where it is none of ours."""
        scheme, _, key = authorization.partition(" ")
        key = key.strip() if scheme.lower() in SCHEMES else given
        if not key:
            return ""
        digest = sha256(key.encode()).hexdigest()
        known = [hmac.compare_digest(digest, each) for each in self.digests]  # all of them, whichever it is
        return digest[:LABEL] if any(known) else ""


def _digest(key: str) -> str:
    if key.startswith(HASHED):
        digest = key.removeprefix(HASHED).lower()
        if not DIGEST.fullmatch(digest):
            raise Unusable("api_keys", "no SHA-256 digest", hint="sha256: and 64 hexadecimal digits")
        return digest
    if len(key) < SHORTEST:
        raise Unusable(
            "api_keys", "a key is shorter than {least} characters", hint="openssl rand -hex 24", least=SHORTEST
        )
    return sha256(key.encode()).hexdigest()
