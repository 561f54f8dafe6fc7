"""Exports hold to their specifications, and to the text."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from entente.model.finding import Finding, Verdict
from entente.model.reading import Reading
from entente.reporting.annotations import annotation_page
from entente.reporting.claimreview import reviews
from entente.reporting.sheet import COLUMNS, sheet
from entente.workspace import Settings, Workspace

ROOT = Path(__file__).resolve().parents[2]

# schema.org: the properties of each type used here, and the types of their values (schema.org/ClaimReview and on).
SCHEMA: dict[str, dict[str, tuple[type, ...] | str]] = {
    "ClaimReview": {
        "claimReviewed": (str,), "datePublished": "day", "inLanguage": (str,), "reviewBody": (str,),
        "author": "SoftwareApplication", "reviewRating": "Rating", "itemReviewed": "Claim",
    },
    "Rating": {
        "ratingValue": (int,), "worstRating": (int,), "bestRating": (int,), "alternateName": (str,),
    },
    "Claim": {"inLanguage": (str,), "author": "Thing", "datePublished": "day", "appearance": "CreativeWork"},
    "CreativeWork": {"name": (str,), "url": (str,)},
    "SoftwareApplication": {"name": (str,)},
    "Thing": {"name": (str,)},
}  # fmt: skip
REQUIRED = {"ClaimReview": {"claimReviewed", "reviewRating", "itemReviewed", "author"}, "Rating": {"alternateName"}}


def fits(item: dict[str, Any], kind: str) -> None:
    """Hold an object of a JSON-LD graph against the properties of its type."""
    assert item["@type"] == kind
    assert set(item) - {"@type"} <= set(SCHEMA[kind]), kind
    assert REQUIRED.get(kind, set()) <= set(item), kind
    for name, value in item.items():
        wanted = SCHEMA[kind].get(name, (str,))
        if wanted == "day":
            date.fromisoformat(value)
        elif isinstance(wanted, str):
            fits(value, wanted)
        else:
            assert isinstance(value, wanted), name


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reading, list[Finding]]:
    house = Workspace(Settings(home=str(tmp_path_factory.mktemp("home"))))
    text = (ROOT / "examples" / "paris.fr.txt").read_text("utf-8")
    reading = house.read(text, language="fr", date=date(2015, 6, 3), id="paris")
    return reading, house.check(reading)


def test_claim_reviews_fit_schema_org(checked: tuple[Reading, list[Finding]]) -> None:
    told = reviews(*checked, "fr", today=date(2026, 11, 24))
    assert told["@context"] == "https://schema.org"
    assert len(told["@graph"]) == sum(one.verdict is not Verdict.SILENT for one in checked[1])
    for review in told["@graph"]:
        fits(review, "ClaimReview")
        assert 1 <= review["reviewRating"]["ratingValue"] <= review["reviewRating"]["bestRating"]


def test_annotations_fit_the_web_annotation_model(checked: tuple[Reading, list[Finding]]) -> None:
    """Sections 3.1 to 3.2.4, 4.2.4, 4.2.5 and 5.1 of the W3C Web Annotation Data Model."""
    page = annotation_page(*checked, "en")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == len(checked[1])
    text = checked[0].statement.text
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["motivation"] == "assessing"
        for body in item["body"]:
            assert body["type"] == "TextualBody"
            assert isinstance(body["value"], str)
        quote, place = item["target"]["selector"]
        assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        start, end = place["start"], place["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_the_sheet_has_a_line_a_reading(checked: tuple[Reading, list[Finding]]) -> None:
    rows = list(csv.DictReader(io.StringIO(sheet(*checked, "en"))))
    assert list(rows[0]) == list(COLUMNS)
    assert len(rows) == sum(max(1, len(one.readings)) for one in checked[1])
    text = checked[0].statement.text
    assert all(text[int(row["start"]) : int(row["end"])] == row["words"] for row in rows)
    assert sum(row["decides"] == "1" for row in rows) == sum(bool(one.readings) for one in checked[1])
