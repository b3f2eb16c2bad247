# The only door. `make setup` is called by the others; a second run finds nothing to do.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STAMP := .venv/.installed
SWEEP := .venv-bench

.PHONY: help setup demo test check docs bench bench-reader bench-sweep fix format lint types contracts

help:
	@echo "make demo    set up, then show the year 2024, one place and one explanation, and start the portal (DEMO_SECONDS=5: for 5 s)"
	@echo "make test    set up, then run the tests"
	@echo "make check   exactly what CI runs: format, lint, types, import contracts, tests and docs"
	@echo "make docs    set up, then write the generated pages in docs again (after a change of the library or the rules)"
	@echo "make bench   set up, then measure speed and weight, and what bench-sweep does"
	@echo "make bench-reader   set up, then measure how well documents are read (needs ../shared)"
	@echo "make bench-sweep   make .venv-bench, then measure 10 000 scenarios beside OpenFisca and NumPy (about three minutes)"
	@echo "make fix     mend format and what lint can mend"

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: install it, or run make PYTHON=/path/to/python3"; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; $(PYTHON) is older"; exit 2; }
	@echo "Setting up .venv (once) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $(STAMP)

demo: setup
	@$(BIN)/python -m overens.cli.demo

test: setup
	@$(BIN)/python -m pytest -n 2 tests src pages

check: setup format lint types contracts test

format: setup
	$(BIN)/ruff format --check src tests benchmarks pages

lint: setup
	$(BIN)/ruff check src tests benchmarks pages

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports

docs: setup
	@$(BIN)/python -m pages.build

bench: setup
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -m benchmarks.run; measured=$$?; $(MAKE) --no-print-directory bench-sweep; swept=$$?; exit $$((measured | swept))

bench-reader: setup
	@$(BIN)/python -m benchmarks.reader

bench-sweep: $(SWEEP)/.installed
	@PYTHONPATH=src:. $(SWEEP)/bin/python -m benchmarks.sweep.run

# What is compared with is no part of the project: OpenFisca has an environment of its own, outside the project's lock.
$(SWEEP)/.installed: benchmarks/sweep/requirements.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed: install it, or run make PYTHON=/path/to/python3"; exit 2; }
	@echo "Setting up $(SWEEP) (once) ..."
	@{ $(PYTHON) -m venv --clear $(SWEEP) && \
	  $(SWEEP)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<; } || \
	  { echo "bench-sweep: nothing was measured: $(SWEEP) could not be made from $< (why: see above). pip must reach a package index, or be told of a folder of wheels: PIP_NO_INDEX=1 PIP_FIND_LINKS=FOLDER make bench-sweep"; exit 2; }
	@touch $@

fix: setup
	$(BIN)/ruff check --fix src tests benchmarks pages
	$(BIN)/ruff format src tests benchmarks pages
