"""Findings as schema.org ClaimReview, in JSON-LD (schema.org 15 and later; the type's page names the properties).

The rating goes from 1 (contradicted) to 5 (confirmed); a silent finding is no review and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from entente.model.finding import Finding, Verdict
from entente.model.reading import Reading
from entente.reporting.names import name
from entente.reporting.phrases import phrase
from entente.reporting.terminal import result
from entente.text.say import say

__all__ = ["RATINGS", "reviews"]

RATINGS = {Verdict.CONTRADICTED: 1, Verdict.BOUNDED: 3, Verdict.CLOSE: 4, Verdict.CONFIRMED: 5}

Item = dict[str, Any]


def reviews(reading: Reading, findings: Sequence[Finding], lang: str, *, today: date) -> Item:
    """The findings on a statement as one JSON-LD graph; texts are in `lang`, `today` is the day of the review."""
    told = [_review(one, reading, lang, today) for one in findings if one.verdict in RATINGS]
    return {"@context": "https://schema.org", "@graph": told}


def _review(finding: Finding, reading: Reading, lang: str, today: date) -> Item:
    statement = reading.statement
    body = result(finding, lang)
    if finding.reading:
        body += f"; {say('reading: {words}', lang, words=phrase(finding.reading.answer.words, lang))}"
    return {
        "@type": "ClaimReview",
        "datePublished": today.isoformat(),
        "inLanguage": lang,
        "claimReviewed": finding.claim.span.cut(statement.text).replace("\n", " "),
        "reviewBody": body,
        "author": {"@type": "SoftwareApplication", "name": "Entente"},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[finding.verdict],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": say(str(finding.verdict), lang),
        },
        "itemReviewed": _claim(finding, reading, lang),
    }


def _claim(finding: Finding, reading: Reading, lang: str) -> Item:
    statement = reading.statement
    claim: Item = {"@type": "Claim", "inLanguage": statement.language}
    if finding.claim.who:
        claim["author"] = {"@type": "Thing", "name": name(finding.claim.who, lang)}
    if statement.date:
        claim["datePublished"] = statement.date.isoformat()
    work: Item = {"@type": "CreativeWork", "name": statement.title or statement.id}
    if statement.url:
        work["url"] = statement.url
    claim["appearance"] = work
    return claim
