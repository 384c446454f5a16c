# One word runs all of it. Needs Python 3.11 or later and make; everything is installed into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The lock files pin all that is installed; the stamp is written last, so that a failed download is tried again.
STAMP := $(VENV)/.installed

.PHONY: demo test check bench train golden docs lock clean

demo: $(STAMP) ## the report of the shipped example
	$(BIN)/quellenlage demo --out out/hochwasser.html

test: $(STAMP) ## all tests
	$(BIN)/python -m pytest

check: $(STAMP) ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(STAMP) ## the measurements: quality beside peers, speed
	$(BIN)/python -m bench

train: $(STAMP) ## build the German weights again, from the training data in ../shared
	$(BIN)/python -m training

golden: $(STAMP) ## the golden report of the example, after a wanted change of a rule
	$(BIN)/python tests/example/test_example.py

docs: $(STAMP) ## docs/cli.md from the parser
	$(BIN)/python docs/cli_reference.py

lock: ## pin every dependency anew
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --output-file requirements-dev.lock --constraint requirements.lock requirements-dev.in

$(STAMP): pyproject.toml requirements.lock requirements-dev.lock
	$(PYTHON) -c 'import sys; sys.exit("quellenlage needs Python 3.11 or later, this is %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

clean:
	rm -rf $(VENV) out dist build
