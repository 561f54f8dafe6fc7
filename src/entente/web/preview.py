"""A listing as a small page, to be shown in a frame beside a table."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from starlette.responses import Response

from entente.model.listing import Listing
from entente.text.say import say
from entente.web.catalogue import Dataset
from entente.web.entities import LABELS, SCHEMATA
from entente.web.operations import HTML, Call
from entente.web.yente import dataset_of, listing_of

__all__ = ["preview"]

NAMES = 12  # that are shown
POLICY = "default-src 'none'; style-src 'unsafe-inline'"  # nothing is fetched and nothing runs (CSP level 3)
STYLE = "body{font:14px/1.4 sans-serif;margin:1em}dt{color:#555}dd{margin:0 0 .5em}"


async def preview(call: Call) -> Response:
    """The page of a listing."""
    dataset_of(call)
    listing = listing_of(call)
    rows = _rows(listing, call.catalogue.datasets[listing.list], call.lang)
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows if value)
    title = escape(listing.names[0].name if listing.names else listing.id)
    page = (
        f'<!doctype html><html lang="{call.lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head><body><h1>{title}</h1><dl>{told}</dl></body></html>"
    )
    return Response(page, media_type=HTML, headers={"Content-Security-Policy": POLICY})


def _rows(listing: Listing, dataset: Dataset, lang: str) -> Iterator[tuple[str, str]]:
    yield say("list", lang), f"{dataset.title}, {listing.id}"
    yield say("kind", lang), say(LABELS[SCHEMATA[listing.kind]], lang)
    yield say("other names", lang), "; ".join(name.name for name in listing.names[1 : NAMES + 1])
    yield say("born", lang), ", ".join(birth.text for birth in listing.birth_dates)
    yield say("countries", lang), ", ".join(listing.nationalities)
    yield say("numbers", lang), ", ".join(number.number for number in listing.identifiers)
    yield say("addresses", lang), "; ".join(listing.addresses)
    yield say("programmes", lang), "; ".join(listing.programmes)
    yield say("remarks", lang), listing.remarks
