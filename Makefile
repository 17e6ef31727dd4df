# Everything runs from .venv, which is made on first use; uv is used if it is installed.
PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
UV := $(shell command -v uv 2>/dev/null)

.PHONY: demo test bench lint lock screenshots clean

demo: $(VENV)/.installed
	$(BIN)/muqabala demo

test: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

screenshots: $(VENV)/.installed-dev
	$(BIN)/python docs/make_screenshots.py

# requirements.lock and requirements-dev.lock hold every version and hash, for any platform.
lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate -q pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate -q pyproject.toml --group dev -o requirements-dev.lock

$(VENV)/bin/python:
ifdef UV
	$(UV) venv $(VENV)
else
	$(PYTHON) -m venv $(VENV)
endif

$(VENV)/.installed: requirements.lock pyproject.toml
	$(MAKE) --no-print-directory install LOCK=requirements.lock
	touch $@

$(VENV)/.installed-dev: requirements-dev.lock pyproject.toml
	$(MAKE) --no-print-directory install LOCK=requirements-dev.lock
	touch $@ $(VENV)/.installed

.PHONY: install
install: $(VENV)/bin/python
ifdef UV
	VIRTUAL_ENV=$(VENV) $(UV) pip install -q --require-hashes -r $(LOCK)
	VIRTUAL_ENV=$(VENV) $(UV) pip install -q --no-deps -e .
else
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
endif

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
