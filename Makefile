# make demo   every worked case, made and issued in output/demo
# make test   everything that CI runs
# make proofs contact sheets of every kind in output/proofs (needs LibreOffice)
# make forms  the PDF forms of the packs, anew from their Word templates
# make lock   resolve the locked versions anew

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# Where compiled modules may be kept, each of many small programs starts in half the time.
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/pytest --numprocesses 2 --dist worksteal
# These tests cover what is measured, their three floors, without the others; measured, all take twice as long.
DECIDING := tests/check tests/plan tests/wording
FONTS := fonts/package-lock.json hatch_build.py docgen/press/fonts/measures.py

.PHONY: demo test lint types floors tests proofs forms lock clean

demo: $(READY)
	$(BIN)/python tools/demo.py

test:
	$(MAKE) --jobs 2 --output-sync types lint floors
	$(MAKE) tests

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

floors: $(READY)
	$(BIN)/lint-imports

tests: $(READY)
	$(PYTEST) --cov --cov-report=term $(DECIDING)
	$(PYTEST) $(addprefix --ignore=,$(DECIDING))

proofs: $(READY)
	$(BIN)/python tools/proofs.py

forms: $(READY)
	$(BIN)/python tools/forms

lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
		--python-version 3.11 --extra dev pyproject.toml --output-file requirements.lock
	rm -r $(VENV)-lock

$(READY): requirements.lock pyproject.toml $(FONTS)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

clean:
	rm -rf $(VENV) output
