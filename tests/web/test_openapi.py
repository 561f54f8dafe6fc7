"""The OpenAPI document is true: what schemathesis makes of it is answered as it says, and never with a failure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from entente.web.app import OPERATIONS, application
from entente.web.entities import KINDS
from entente.web.openapi import document
from entente.web.operations import Operation, Service
from entente.web.problems import PROBLEMS

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
from schemathesis.specs.openapi.checks import positive_data_acceptance  # noqa: E402

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "http.md"
KNOWN = {"dataset": "default", "id": "red:1", "property": "ownershipOwner"}
EXAMPLES = 10  # requests an operation, right ones and wrong ones each
CALM = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize("asked", OPERATIONS, ids=lambda one: one.name)
def test_whatever_is_asked_is_answered_as_the_document_says(service: Service, asked: Operation, mode: str) -> None:
    app = application(service)
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    cases = schema[asked.path][asked.method].as_strategy(generation_mode=schemathesis.GenerationMode(mode))

    @CALM
    @given(case=cases, known=st.booleans())
    def hold(case: schemathesis.Case, known: bool) -> None:
        if known:
            case.path_parameters |= {name: KNOWN[name] for name in case.path_parameters}
        case.call_and_validate(excluded_checks=[positive_data_acceptance])  # a text need not be a name

    try:
        hold()
    except Unsatisfiable:
        pytest.skip("nothing that is asked of it can be wrong")


def test_the_page_tells_every_operation_parameter_and_problem() -> None:
    page = PAGE.read_text("utf-8")
    rows = {line.split("`")[1]: line for line in page.splitlines() if line.startswith(("| `GET", "| `POST"))}
    told = document(OPERATIONS)["paths"]
    assert set(rows) == {f"{method.upper()} {path}" for path, methods in told.items() for method in methods}
    for path, methods in told.items():
        for method, operation in methods.items():
            names = [one["name"] for one in operation["parameters"] if one["in"] == "query"]
            assert [n for n in names if f"`{n}`" not in rows[f"{method.upper()} {path}"]] == [], path
    codes = [line.split("`")[1] for line in page.splitlines() if line[:3] in {"| 4", "| 5"}]
    assert codes == list(PROBLEMS)
    assert [name for name in KINDS if f"`{name}`" not in page] == []


def test_every_refusal_in_the_document_is_one_of_ours() -> None:
    for one in OPERATIONS:
        assert set(one.problems) <= PROBLEMS.keys()
