# Every target works from a clean checkout: it makes .venv and installs what it needs, pinned by hash.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types docs bench lock clean

demo: $(VENV)/.run  ## read the built-in case, print its findings, write its report
	$(BIN)/python -m clew demo --to demo-case

test: $(VENV)/.dev  ## run all tests
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.dev  ## ruff
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.dev  ## mypy --strict
	$(BIN)/mypy

docs: $(VENV)/.dev  ## write the generated pages of the manual
	$(BIN)/python scripts/manual.py

bench: $(VENV)/.dev  ## measure, as ratios against named baselines
	$(BIN)/python bench/spine.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/ocr.py

lock: $(VENV)/.dev  ## pin the dependencies anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --extra build pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --extra dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) demo-case

$(VENV)/.run: requirements.lock pyproject.toml scripts/system-packages
	sh scripts/system-packages run $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	sh scripts/system-packages dev $(PYTHON)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
	touch $@
