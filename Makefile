# make extract   the five articles of seeds/ to output/, and the result on the screen
# make report    the same as a page to look at
# make test      everything that must hold
# make help      the rest

.DEFAULT_GOAL := help
# Steps of `make test` speak one after the other, pytest last.
.NOTPARALLEL:
.PHONY: help extract report test lint types unit gold output renew bench compile docs lock clean

# Any Python of 3.11 or later that can make an environment; name another with `make PYTHON=… extract`.
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$python && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' Makefile

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or later with venv is here. On Debian: apt-get install python3 python3-venv" >&2; exit 2; }
	$(PYTHON) -m venv .venv

.venv/installed: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/developing: .venv/installed
	$(PIP) install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

extract: .venv/installed  ## extract the quotations of seeds/ to output/ and show them
	$(BIN)/quotes extract seeds/

report: .venv/installed  ## the same as a page to look at, output/report.html
	$(BIN)/quotes extract seeds/ --quiet
	$(BIN)/quotes report output/ --texts seeds/ -o output/report.html

test: lint types docs gold output unit  ## everything that must hold

lint: .venv/developing  ## ruff: rules and layout
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/developing  ## mypy, strict
	$(BIN)/mypy

unit: .venv/developing  ## all tests, those in docstrings and the README included
	$(BIN)/python -m pytest

gold: .venv/installed  ## the scores on the seeds; a test holds them above tests/gold/floors.toml
	$(BIN)/quotes extract seeds/ --quiet
	$(BIN)/quotes evaluate tests/gold/seeds.jsonl output/ --texts seeds/

output: gold  ## the records of seeds/ against the schema and their text
	$(BIN)/quotes validate output/ --texts seeds/

renew: .venv/installed  ## write tests/golden/ anew, what is extracted from the texts of the tests; read its git diff
	$(BIN)/python tests/golden.py

bench: .venv/developing  ## speed and memory, on a quiet machine some ten minutes
	$(BIN)/python -m benchmarks

compile: .venv/developing  ## machine code of the stages; needs a C compiler and some minutes
	$(BIN)/python -m benchmarks.compiled

docs: .venv/developing  ## the pages of docs/, links checked, to site/
	$(BIN)/mkdocs build --strict --quiet

lock: .venv/developing  ## write constraints.txt anew: the newest versions that pyproject.toml allows
	$(PIP) install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade --quiet \
		--no-annotate --no-header --no-emit-index-url --no-emit-find-links --output-file constraints.txt

clean:  ## take away all that was made
	rm -rf .venv output site build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache *__mypyc*.so
	find quotes -name '*.so' -delete
