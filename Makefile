# Two commands are enough: `make demo` and `make test`. Both make their environment first (Python 3.11 or newer).
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check unit wheel browser install clean

demo: $(VENV)/.installed
	mkdir -p demo
	$(BIN)/crossread dossier examples/sarnik --format html -o demo/sarnik.html
	$(BIN)/crossread dossier examples/sarnik --format json -o demo/sarnik.json
	$(BIN)/crossread verify demo/sarnik.json examples/sarnik
	@echo
	@echo "The dossier page: file://$(CURDIR)/demo/sarnik.html"

test: $(VENV)/.installed-dev browser check unit wheel

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m crossread.faces.schema --check

unit:
	$(BIN)/pytest -n 2

# The wheel, built and installed bare into an empty environment, makes a dossier with the network off.
wheel:
	PYTHON=$(BIN)/python bash tests/wheel.sh

# The page's tests drive a real Chromium; it is installed where that can be done, else those tests say that they skip.
browser:
	bash tests/browser.sh

install: $(VENV)/.installed-dev

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist demo *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
