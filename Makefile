# make demo   every worked case, made and issued in output/demo
# make test   everything that CI runs
# make proofs contact sheets of every kind in output/proofs (needs LibreOffice)
# make lock   resolve the locked versions anew

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FONTS := fonts/package-lock.json hatch_build.py docgen/press/fonts/measures.py

.PHONY: demo test lint types floors tests proofs lock clean

demo: $(READY)
	$(BIN)/python tools/demo.py

test: lint types floors tests

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

floors: $(READY)
	$(BIN)/lint-imports

tests: $(READY)
	$(BIN)/pytest -n 2 --cov --cov-report=term

proofs: $(READY)
	$(BIN)/python tools/proofs.py

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
