# What there is to do here. `make help` lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup tools run test test-fast test-slow test-all check fix bench docs

# The first Python of this machine that is new enough; `make PYTHON=… setup` takes another.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input

WORKERS ?= 2
PURE := $(wildcard tests/ledger tests/thai tests/problems tests/spec tidtam/ledger tidtam/thai tidtam/problems)
BEHAVIOUR := $(PY) -m pytest -q -n $(WORKERS) --ignore=tests/shape --ignore=tests/bench
ON_SQLITE := TIDTAM_TEST_DATABASE=sqlite $(BEHAVIOUR)
ON_POSTGRES := TIDTAM_TEST_DATABASE=postgres $(BEHAVIOUR) --database-only

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | \
		while IFS='|' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

setup: $(VENV)/.ready ## make .venv with the `tidtam` command in it

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { \
		echo "Tidtam needs Python 3.11 or newer, and this machine has none: install it, then run make again."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python is here, but not its venv module: on Debian and Ubuntu install python3-venv."; exit 1; }

$(VENV)/.ready: requirements/run.lock pyproject.toml | $(VENV)/bin/python
	@echo "installing the libraries (a minute or two, once)"
	$(PIP) install --quiet --require-hashes -r requirements/run.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

tools: $(VENV)/.tools # what the tests and checks need besides

$(VENV)/.tools: requirements/dev.lock $(VENV)/.ready
	$(PIP) install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

run: setup ## load the definitions and examples, and serve on http://127.0.0.1:8000
	$(VENV)/bin/tidtam demo

test-fast: tools ## the pure parts, in under 5 seconds
	$(PY) -m pytest -q -m "not slow" --hypothesis-profile=tidtam-quick --doctest-modules $(PURE)

test: tools ## behaviour on SQLite, then on PostgreSQL, in under 3 minutes
	$(ON_SQLITE) -m "not slow" --doctest-modules tests tidtam/ledger tidtam/thai tidtam/problems
	$(ON_POSTGRES) -m "not slow and not browser" tests

test-slow: tools
	$(ON_SQLITE) -m slow tests || [ $$? -eq 5 ]
	$(ON_POSTGRES) -m "slow or browser" tests || [ $$? -eq 5 ]

test-all: test test-slow ## everything: also kills, big files, faults, LibreOffice (TIDTAM_REQUIRE_ALL=1: nothing skipped)

check: tools ## style, types, import contract and shape of the code
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) -m pytest -q tests/shape

fix: tools ## put right what the style checker can put right by itself
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

bench: tools ## loads and timings, each beside the same thing done plainly
	@$(PY) -m tests.bench
	@$(PY) -m tests.bench.load

docs: tools ## write anew the parts of docs/ that come from the code
	$(PY) docs/render.py
