"""What can go wrong with a request: a status, a stable code, and words in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from entente.model.finding import Phrase
from entente.text.say import LANGUAGES, say

__all__ = ["PROBLEMS", "Kind", "Problem", "Told", "told", "tongue"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: its HTTP status (RFC 9110, section 15) and what is said of it."""

    status: int
    words: Phrase


PROBLEMS: Mapping[str, Kind] = {
    "bad-request": Kind(400, Phrase("the request cannot be read: {trouble}")),
    "no-query": Kind(400, Phrase("there is no query in the request")),
    "no-name": Kind(400, Phrase("query {key} has no name")),
    "no-schema": Kind(400, Phrase("there is no schema {name}; there are {names}")),
    "no-algorithm": Kind(400, Phrase("there is no algorithm {name}; there are {names}")),
    "not-supported": Kind(400, Phrase("{name} is not supported, and is refused rather than passed over")),
    "too-many": Kind(400, Phrase("{count} queries or ids in one request, at most {most}")),
    "too-varied": Kind(400, Phrase("query {key} can be read in {count} ways, at most {most}")),
    "too-long": Kind(400, Phrase("a name of {count} characters, at most {most}")),
    "no-key": Kind(401, Phrase("this service asks for a key, as Authorization: ApiKey KEY")),
    "not-allowed": Kind(403, Phrase("the lists are only reloaded with a key; none is set here")),
    "no-dataset": Kind(404, Phrase("there is no dataset {name}; there are {names}")),
    "no-entity": Kind(404, Phrase("there is no entity {name}")),
    "no-page": Kind(404, Phrase("there is nothing at this address")),
    "no-method": Kind(405, Phrase("this address does not take this method")),
    "too-slow-body": Kind(408, Phrase("the body did not come within {seconds} seconds")),
    "too-large": Kind(413, Phrase("the body is larger than {most} bytes")),
    "too-often": Kind(429, Phrase("more than {rate} requests a second")),
    "broken": Kind(500, Phrase("the service failed; its log tells where")),
    "not-ready": Kind(503, Phrase("the lists are not loaded yet")),
    "too-slow": Kind(503, Phrase("the request was not done within {seconds} seconds")),
}


class Problem(Exception):
    """A request that is not answered: the name of a kind in `PROBLEMS`, and the values of its words.

    `wait` are the seconds after which it may be.
    """

    def __init__(self, code: str, *, wait: float = 0.0, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.wait = wait
        self.values = values

    @property
    def status(self) -> int:
        """The HTTP status."""
        return PROBLEMS[self.code].status


class Told(msgspec.Struct, frozen=True):
    """A problem as it is answered: `detail` as yente has it, and the members of RFC 9457 beside it."""

    detail: str
    code: str
    status: int


def told(problem: Problem, lang: str) -> Told:
    """A problem in a language."""
    words = PROBLEMS[problem.code].words
    return Told(say(words.template, lang, **problem.values), problem.code, problem.status)


def tongue(accepted: str) -> str:
    """The language of ours that an `Accept-Language` header likes best (RFC 9110, section 12.5.4), else English."""
    wishes = []
    for wish in accepted.lower().split(","):
        name, _, weight = wish.partition(";q=")
        try:
            wishes.append((-float(weight or 1), name.strip().partition("-")[0]))
        except ValueError:
            continue
    return next((name for _, name in sorted(wishes, key=lambda one: one[0]) if name in LANGUAGES), "en")
