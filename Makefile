# make demo, make test: the two commands. Everything is installed into .venv from the project's own files.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
TODAY ?= 2026-03-16

.PHONY: demo test test-lowest torture fuzz check format docs samples bench test-corpus test-rows constraints dist clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group check --group test
	touch $@

demo: $(VENV)/.installed
	@mkdir -p demo
	@test -e demo/log.xlsx || cp sample_workbooks/plain-log.xlsx demo/log.xlsx
	$(BIN)/netsheet refresh demo/log.xlsx --today $(TODAY)

# Without the short form of torture: its kills and time limits want a computer that does nothing else meanwhile. CI runs it
# right after this, by itself (.ci/run): make torture TORTURE=--short, which fails when anything was lost or left untried.
test: $(VENV)/.installed-dev
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n 2 --dist worksteal --ignore tests/test_torture.py
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	for system in win32 darwin; do $(BIN)/mypy --platform $$system --cache-dir .mypy_cache/$$system netsheet || exit 1; done
	$(BIN)/lint-imports
	$(BIN)/python -m tests.known_vulnerabilities

docs: $(VENV)/.installed-dev
	$(BIN)/python -m docs.generate

# The programs that read calendars, for tests/test_calendar_programs.py: in a folder of their own, apart from our packages.
CALENDAR := .venv-calendar
$(CALENDAR)/.installed:
	$(PYTHON) -m venv $(CALENDAR)
	PIP_CONSTRAINT= $(CALENDAR)/bin/python -m pip install --quiet --disable-pip-version-check khal todoman radicale vdirsyncer
	npm install --prefix $(CALENDAR) --no-save --no-audit --no-fund --silent ical.js@2 node-ical
	touch $@

# Kills, full disks, rivals, hostile files: about six minutes; TORTURE=--short for one minute, TORTURE=crash for one chapter.
torture: $(VENV)/.installed-dev
	$(BIN)/python -m tests.torture $(TORTURE)

# Coverage-guided, for FUZZ_SECONDS on each target: atheris where it installs, else Hypothesis with targets.
FUZZ_SECONDS ?= 60
fuzz: $(VENV)/.installed-dev
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fuzz
	$(BIN)/python -m fuzz --seconds $(FUZZ_SECONDS)

# The tests on the lowest versions that pyproject.toml allows, in an environment of their own.
test-lowest:
	$(PYTHON) -m venv .venv-lowest
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	.venv-lowest/bin/python -m tests.lowest > .venv-lowest/lowest.txt
	.venv-lowest/bin/python -m pip install --quiet --disable-pip-version-check --constraint .venv-lowest/lowest.txt --editable . --group test
	.venv-lowest/bin/python -m pytest $(or $(TESTS),tests)

# The versions of everything that the tests ran with, for a release and for who wants the very same.
constraints: $(VENV)/.installed-dev
	$(BIN)/python -m tests.constraints

test-corpus: $(VENV)/.installed-dev
	$(BIN)/python -m tests.engine.corpus $(or $(CORPUS),sample_workbooks)

test-rows: $(VENV)/.installed-dev
	$(BIN)/python -m tests.engine.row_corpus $(or $(CORPUS),sample_workbooks)

bench: $(VENV)/.installed
	cd benchmarks && ../$(BIN)/python bench.py $(BENCH)

# A wheel, the sources, and one file that runs with only Python (of this system and this minor version).
dist: $(VENV)/.installed
	rm -rf dist
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group release
	$(BIN)/python -m hatchling build --directory dist
	$(BIN)/python -m release.make_pyz
	$(BIN)/python -m release.try_pyz

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) .venv-lowest $(CALENDAR) demo .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
