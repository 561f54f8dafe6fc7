"""The commands on the ledger: verify, trace and diff, in both languages, their exit codes and their JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from entente.cli import diff, trace, verify
from entente.cli.parser import Parser
from entente.errors import Unusable
from entente.ledger.entries import id_of
from entente.ledger.snapshots import Snapshots
from entente.model.entry import DecisionEntry
from tests.ledger.invented import CLAIM, FINDING, STATEMENT
from tests.ledger.pulled import PLAN, Pulled

DAY = date(2031, 5, 1)
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pulled:
    """The home that commands open."""
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path))
    monkeypatch.delenv("ENTENTE_RECORD", raising=False)
    return Pulled(tmp_path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command: its exit code, and what it printed."""

    def command(module: ModuleType, *words: str, lang: str = "en") -> tuple[int, str]:
        parser = Parser("entente", module.SUMMARY, module.EXAMPLE, lang)
        module.arguments(parser)
        parser.set_defaults(lang=lang)
        return module.run(parser.parse_args(words)), capsys.readouterr().out

    return command


def test_nothing_to_verify(home: Pulled, run: Run) -> None:
    assert run(verify) == (0, "verified: 0 entries in 0 batches, 0 files\nnothing was altered\n")
    assert list(home.home.iterdir()) == []


def test_verify_tells_what_is_whole_and_what_is_not(home: Pulled, run: Run) -> None:
    snapshot = home.flows("flows.csv", DAY, {"a": 1})
    [batch] = home.record.batches()
    whole = f"verified: 3 entries in 1 batches, 3 files\nnothing was altered\nroot: {batch.root}\n"
    assert run(verify) == run(verify, "--root", batch.root) == (0, whole)
    path = Snapshots(home.home).path(snapshot)
    path.chmod(0o644)
    path.write_bytes(b"a;2\n")
    name = path.relative_to(home.home)
    code, said = run(verify, lang="fr")
    assert (code, said.splitlines()[0]) == (1, f"{name} : ses octets ne sont pas ceux qui furent inscrits")
    code, said = run(verify, "--json", "--root", "00")
    assert [damage["place"] for damage in json.loads(said)["damages"]] == [str(name), "record"]
    assert code == 1


def test_trace_lists_findings_and_follows_one(home: Pulled, run: Run) -> None:
    assert run(trace) == (0, "the record holds no finding\n")
    home.record.add([STATEMENT, CLAIM, FINDING], day=DAY)
    code, said = run(trace)
    first, second = said.splitlines()
    assert (code, first) == (0, f"{id_of(FINDING)[:12]}  2031-05-01  funding       BOUNDED  4.1 million EUR")
    assert second == f"    {STATEMENT.name}: {CLAIM.claim.span.cut(STATEMENT.text)}"
    code, said = run(trace, id_of(FINDING)[:12])
    assert code == 0
    assert said.splitlines()[:8] == [
        f"finding {id_of(FINDING)}, recorded 1 May 2031 in batch 1",
        "    BOUNDED  4.1 million EUR",
        "    reading: what its government paid",
        f"claim {id_of(CLAIM)}, recorded 1 May 2031 in batch 1",
        "    Le Portugal verse près de 4,5 millions d’euros au HCR.",
        f"    {'^' * 53}",
        f"statement {id_of(STATEMENT)}, recorded 1 May 2031 in batch 1",
        "    lisbonne, in fr, 54 characters",
    ]
    assert said.splitlines()[-1].endswith("holds")
    told = json.loads(run(trace, id_of(CLAIM), "--json")[1])
    assert [entry["kind"] for entry in told["entries"]] == ["claim", "statement"]


def test_diff_names_the_causes(home: Pulled, run: Run) -> None:
    home.flows("flows.csv", DAY, {"a": 100, "b": 200})
    home.flows("flows.csv", DAY + timedelta(days=7), {"a": 150, "c": 30})
    asked = ("donors", "--plan", PLAN, "--year", "2031", "--from", "2031-05-01", "--to", "2031-05-31")
    assert run(diff, *asked) == (
        0,
        "as known on 1 May 2031: 300 USD\n"
        "as known on 31 May 2031: 180 USD\n"
        "change: −120 USD\n"
        "    new rows (1): +30 USD\n"
        "    corrected rows (1): +50 USD\n"
        "    withdrawn rows (1): −200 USD\n"
        f"    withdrawn rows: Portugal, Government of, {PLAN}, line 2: 200 to nothing\n"
        f"    corrected rows: Portugal, Government of, {PLAN}, line 1: 100 to 150\n"
        f"    new rows: Portugal, Government of, {PLAN}, line 2: nothing to 30\n",
    )
    told = json.loads(run(diff, *asked, "--json")[1])
    assert [part["cause"] for part in told["parts"]] == ["new", "corrected", "withdrawn"]


def test_diff_needs_an_earlier_day(home: Pulled, run: Run) -> None:
    for days in ((), ("--from", "2031-05-02", "--to", "2031-05-01")):
        with pytest.raises(Unusable) as fault:
            run(diff, "donors", "--year", "2031", *days)
        assert str(fault.value) == (
            "--from: which day is it to be compared with?\n  try: --from 2026-01-31 --to 2026-02-28"
        )


def test_trace_tells_what_a_person_ruled(home: Pulled, run: Run) -> None:
    home.record.add([STATEMENT, CLAIM, FINDING], day=DAY)
    made = datetime(2031, 5, 2, 9, tzinfo=UTC)
    ruling = DecisionEntry(
        subject=id_of(FINDING), ruling="confirmed", reason="the receipts", author="A. Officer", made=made
    )
    home.record.add([ruling], day=DAY)
    _, said = run(trace, id_of(FINDING)[:12])
    assert "A. Officer ruled confirmed: the receipts" in said
    _, told = run(trace, id_of(FINDING)[:12], "--json")
    assert [one["ruling"] for one in json.loads(told)["rulings"]] == ["confirmed"]
