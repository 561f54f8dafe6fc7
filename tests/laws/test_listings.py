"""What a watchlist's reader yields is what comes back from its segment, field by field."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.ledger.files import segment
from entente.ledger.holdings import Holdings
from entente.ledger.listings import listings_in
from entente.ledger.load import fill
from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality

TEXTS = st.text(max_size=12)
SEVERAL = st.lists(TEXTS, max_size=3).map(tuple)
NAMES = st.builds(ListedName, TEXTS, st.sampled_from(Quality), TEXTS)
BIRTHS = st.builds(BirthDate, st.dates(), st.dates(), st.booleans(), TEXTS)
LISTINGS = st.builds(
    Listing,
    id=TEXTS,
    list=TEXTS,
    kind=st.sampled_from(Kind),
    names=st.lists(NAMES, max_size=3).map(tuple),
    birth_dates=st.lists(BIRTHS, max_size=2).map(tuple),
    nationalities=SEVERAL,
    identifiers=st.lists(st.builds(Identifier, TEXTS, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
    addresses=SEVERAL,
    programmes=SEVERAL,
    references=SEVERAL,
    listed=st.none() | st.dates(),
    remarks=TEXTS,
    row=TEXTS,
)
SHARED = {"source": "un", "edition": "", "licence": "", "snapshot": "ab" * 32, "known": "2031-05-01"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@given(told=st.lists(LISTINGS, min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_a_listing_comes_back_as_it_was_told(home: Path, told: list[Listing]) -> None:
    fill(told, SHARED, home)
    found = listings_in(home / segment("listings", "un", SHARED["snapshot"]), Holdings(home))
    assert [astuple(one) for one in found] == [astuple(one) for one in told]
