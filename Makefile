# make run    install what is missing and open the desk on seeds/
# make test   install what is missing (a browser too) and pass every check
# make help   the rest

VENV ?= .venv
BIN := $(VENV)/bin
PY_SOURCES := app.py pages core tests bench

.PHONY: run test quick lint format types score bench-dating complete lock browser help clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t16

run: $(VENV)/.run ## open the desk on seeds/ (TASRIH_INDEX=folder for an index of your own)
	$(BIN)/python -m streamlit run app.py

test: $(VENV)/.dev browser lint types ## every check: lint, format, types, unit, property, page and browser tests
	$(BIN)/python -m pytest -n 2 --dist loadgroup

quick: $(VENV)/.dev lint types ## the checks that need no browser
	$(BIN)/python -m pytest -q -m "not browser"

lint: $(VENV)/.dev ## style and format
	$(BIN)/ruff check $(PY_SOURCES)
	$(BIN)/ruff format --check $(PY_SOURCES)

format: $(VENV)/.dev ## put the format right
	$(BIN)/ruff check --fix $(PY_SOURCES)
	$(BIN)/ruff format $(PY_SOURCES)

types: $(VENV)/.dev ## mypy, strict
	$(BIN)/mypy

browser: $(VENV)/.dev ## a Chromium for the browser tests: the system's, else the package manager's, else Playwright's
	@sh tests/browser/install.sh $(BIN)/python

score: $(VENV)/.run ## accuracy on the hand-made gold
	@$(BIN)/python -m bench.accuracy

bench-dating: $(VENV)/.run ## how well dated sources are dated from their text alone (SOURCE="..." SAMPLE=3000)
	@$(BIN)/python -m bench.dating $(or $(SOURCE),$(wildcard ../shared/corpus/*.jsonl.gz)) $(if $(SAMPLE),--sample $(SAMPLE))

complete: ## .venv-complete with everything camel-tools asks for (torch, some 3 GB on Linux)
	sh requirements/venv.sh .venv-complete $(PYTHON)
	.venv-complete/bin/pip install --quiet --require-hashes -r requirements/complete.lock

lock: ## resolve requirements/*.in anew (needs uv)
	requirements/lock.sh

clean: ## remove what was built
	rm -rf build .pytest_cache .mypy_cache .ruff_cache

# A stamp in the environment says which lock it was made from; a newer lock makes it again.
$(VENV)/.run: requirements/run.lock
	@test -x $(BIN)/python || sh requirements/venv.sh $(VENV) $(PYTHON)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@
