"""The OpenAPI document is true: what schemathesis makes of it is answered as it says, and never with a failure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from entente.web.app import OPERATIONS, application
from entente.web.operations import Operation, Service

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
