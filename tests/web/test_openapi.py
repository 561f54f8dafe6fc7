"""The OpenAPI document is true: what schemathesis makes of it is answered as it says, and never with a failure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from starlette.testclient import TestClient

from entente.web.app import OPERATIONS, application
from entente.web.entities import KINDS
from entente.web.openapi import document
from entente.web.operations import Service
from entente.web.problems import PROBLEMS
from tests.shared import SHARED

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
from schemathesis import checks as checked  # noqa: E402
from schemathesis.specs.openapi import checks as openapi_checks  # noqa: E402

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "http.md"
EXAMPLES = 12  # requests an operation
CHECKS = (
    checked.not_a_server_error,
    openapi_checks.status_code_conformance,
    openapi_checks.content_type_conformance,
    openapi_checks.response_headers_conformance,
    openapi_checks.response_schema_conformance,
    openapi_checks.unsupported_method,
)
