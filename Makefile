# Entente: `make demo` does the main job, `make test` passes the tests. Each makes `.venv` first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test lint eval bench clean

help: ## what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/.core: pyproject.toml
	@echo "entente: making $(VENV) with the program (first time: a minute or so)"
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv -q --allow-existing $(VENV) && uv pip install -q --python $(BIN)/python -e .; \
	else \
	  $(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install -q --disable-pip-version-check -e .; \
	fi
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.core
	@echo "entente: adding to $(VENV) what the tests need"
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip install -q --python $(BIN)/python -e '.[test]'; \
	else \
	  $(BIN)/python -m pip install -q --disable-pip-version-check -e '.[test]'; \
	fi
	@touch $@

demo: $(VENV)/.core ## check the French example statement against the facts that come with Entente
	$(BIN)/entente check examples/paris.fr.txt --date 2015-06-03

test: $(VENV)/.test ## run the tests
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.test ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

eval: $(VENV)/.test ## hold the scores on ../shared above their floors
	$(BIN)/python -m eval.gate

bench: $(VENV)/.test ## compare speed with peers, side by side
	$(BIN)/python -m bench

clean: ## remove what was made
	rm -rf $(VENV) build dist
