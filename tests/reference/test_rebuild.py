"""The tables that come with Entente agree with the publishers' files."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib.resources import files

import pytest

from entente.feeds.countries import country
from entente.feeds.days import span_of_days
from entente.ledger import coalitions
from entente.reference.rebuild import COMPILERS, table
from tests.shared import SHARED, shared

ORGANISATIONS = {"Arab League": "LAS", "European Union": "EU"}


@pytest.mark.parametrize("name", COMPILERS)
def test_a_table_is_what_its_compiler_makes_of_the_publishers_files(name: str) -> None:
    shared("opendata", "README.md")
    kept = files("entente.reference").joinpath(f"{name}.csv").read_text("utf-8")
    assert kept == table(name, COMPILERS[name](SHARED))


def test_every_row_names_its_source_edition_and_licence() -> None:
    for name in COMPILERS:
        header, *lines = files("entente.reference").joinpath(f"{name}.csv").read_text("utf-8").splitlines()
        assert header.startswith("source,edition,licence")
        assert lines
        assert not [line for line in lines if line.startswith(",") or ",," in line.split(",", 3)[:3]]


def test_the_tables_are_small() -> None:
    sizes = [len(files("entente.reference").joinpath(f"{name}.csv").read_bytes()) for name in COMPILERS]
    assert sum(sizes) < 600_000


def test_the_coalition_file_has_the_members_and_delegations_of_the_transcribed_lists() -> None:
    listed = json.loads(shared("opendata", "coalition", "membership.json").read_text("utf-8"))
    [known] = [one for one in coalitions() if one.id == "Global Coalition"]
    names = [
        name
        for key, names in listed["participants_2016_08"].items()
        if key.endswith(("excerpt", "Slove"))
        for name in names
    ]
    assert Counter(ORGANISATIONS.get(name) or country(name) for name in names) == Counter(
        member.member for member in known.members
    )
    [paris] = known.meetings
    stated = listed["small_group_paris_2015_06_02"]
    assert len(paris.delegations) == len(stated["delegations"]) == stated["count_stated"]
    assert sum(one.kind == "state" for one in paris.delegations) == stated["states"]


def test_the_coalition_file_has_each_size_of_the_transcribed_series() -> None:
    listed = json.loads(shared("opendata", "coalition", "membership.json").read_text("utf-8"))["count_series"]
    [known] = [one for one in coalitions() if one.id == "Global Coalition"]
    told = [(*span_of_days(one["date"].rstrip("+")), int(re.search(r"\d+", one["count"])[0])) for one in listed]
    assert sorted(told) == sorted((size.day, size.last, size.count) for size in known.sizes)
