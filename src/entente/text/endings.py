"""Forms of words written short: a stem and its endings."""

from __future__ import annotations

__all__ = ["forms"]


def forms(listed: str) -> list[str]:
    """The forms of a list separated by `|`, in which `/` parts a stem from its endings and the endings from each other.

    "announc/e/ed" stands for "announce" and "announced", "call/ on/s on" for "call on" and "calls on".
    """
    found = []
    for form in filter(None, listed.split("|")):
        stem, *endings = form.split("/")
        found += [(stem + ending).strip() for ending in endings] if endings else [form]
    return found
