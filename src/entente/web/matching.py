"""Screens examples of entities, and tells their matches as entities with our reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time

from entente.model.listing import Listing
from entente.model.match import Match, Side
from entente.screening.account import CHANGES, said
from entente.text.say import say
from entente.web.bodies import Feature, Scored
from entente.web.catalogue import Catalogue, Dataset
from entente.web.entities import Example, entity, subjects
from entente.web.operations import Service
from entente.web.problems import Problem

__all__ = ["FEATURES", "explanations", "matched", "scored", "seen"]

FEATURES = {
    "name": "the score on Entente's own scale, and the listed name that resembles the one asked about",
    "word": "word_1, word_2, ...: one step of the alignment of the two names each, in bits for or against",
    "birth_date": "bits that the birth date speaks for the match (or against it, below zero)",
    "nationality": "bits that the nationality speaks for the match (or against it, below zero)",
    "identifier": "bits that a number of a document or register speaks for the match",
}


async def matched(
    service: Service, dataset: Dataset, examples: Mapping[str, Example], *, cutoff: float, most: int
) -> dict[str, list[Match]]:
    """The matches of each example, best first: of each listing the best of all the names and facts that were told.

    Scores under that which 30 % of innocent names reach are never answered.
    """
    if not examples:
        raise Problem("no-query")
    if len(examples) > service.limits.queries:
        raise Problem("too-many", count=len(examples), most=service.limits.queries)
    asked = [one for key, example in examples.items() for one in subjects(key, example, service.limits)]
    floor = max(dataset.ours(cutoff), dataset.lowest)
    found = await service.desk.screen(dataset.screener, asked, floor=floor, most=most)
    best: dict[str, dict[str, Match]] = {key: {} for key in examples}
    for subject, matches in zip(asked, found, strict=True):
        own = best[subject.id]
        for one in matches:
            if one.listing.id not in own or own[one.listing.id].score < one.score:
                own[one.listing.id] = one
    return {key: sorted(own.values(), key=lambda one: (-one.score, one.listing.id)) for key, own in best.items()}


def scored(dataset: Dataset, match: Match, threshold: float, catalogue: Catalogue, lang: str) -> Scored:
    """A match as an entity with its score on the field's scale, and our reasons as its explanations."""
    score = round(dataset.told(match.score), 4)
    told = explanations(match, lang)
    return Scored(
        **entity(match.listing, seen(catalogue, match.listing)),
        score=score,
        match=score >= threshold,
        features={name: feature.score for name, feature in told.items()},
        explanations=told,
    )


def explanations(match: Match, lang: str) -> dict[str, Feature]:
    """The reasons of a match by name."""
    candidate = match.name.name
    asked = " ".join(part.asked for part in match.parts if part.asked)
    told = {"name": Feature(round(match.score, 4), f"{candidate} ({match.name.quality})", asked, candidate)}
    for number, part in enumerate(match.parts, 1):
        words = say(CHANGES[part.change], lang) + (say(", moved", lang) if part.moved else "")
        bits = round(part.gained - part.against, 1)
        told[f"word_{number}"] = Feature(bits, words, part.asked or None, part.listed or None)
    for reason in match.reasons:
        bits = reason.bits if reason.side is Side.SUPPORTS else -reason.bits
        told[reason.fact] = Feature(round(bits, 1), said(reason.words, lang))
    return told


def seen(catalogue: Catalogue, listing: Listing) -> datetime | None:
    """When the list of a listing was last pulled."""
    day = catalogue.datasets[listing.list].day
    return datetime.combine(day, time(), UTC) if day else None
