# `make graph` does all the set-up and the main job; `make test` all the set-up and every test.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STORE ?= kg-store
READY := $(VENV)/.ready

.PHONY: graph test check format lint types docs bench clean browser servers models

graph: $(READY)
	$(BIN)/kg build --store $(STORE)
	$(BIN)/kg ask who-chaired-on --day 2017-12-20 --store $(STORE)
	$(BIN)/kg ask whom-did-a-person-meet --person Lavrov --store $(STORE)
	$(BIN)/kg ask formats-of-a-conflict --conflict "Transdniestrian conflict" --day 2019-06-01 --store $(STORE)
	$(BIN)/kg export --store $(STORE) -o kg.ttl
	$(BIN)/kg graph --store $(STORE) -o graph.html

test: $(READY) browser servers models
	$(BIN)/python -m pytest

check: $(READY) lint types test

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy --strict kg

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Writes the pages of the ontology and the questions to docs/site/ and the JSON-LD context to ontology/, and puts
# what the README's commands print now in the place of what it shows.
docs: $(READY)
	$(BIN)/python docs/build.py
	$(BIN)/python tests/test_readme.py

# Measures everything beside its peers and writes docs/performance.md; bench/README.md tells how long that takes.
# Some of it: make bench PARTS=ask,start SIZES=1000,20000. Archives and stores go to WORK and are deleted at the end.
# JSON=FILE writes what was measured to a file, too.
PARTS ?=
SIZES ?=
JSON ?=
WORK ?= build/bench
bench: $(READY) servers
	$(BIN)/python -m pip install --quiet --editable '.[bench,cluster]'
	$(BIN)/python bench/run.py --work $(WORK) $(if $(PARTS),--parts $(PARTS)) $(if $(SIZES),--sizes $(SIZES)) $(if $(JSON),--json $(JSON))

# Tests of the pages need a Chromium; where none can be installed they are skipped and say so.
browser:
	@command -v chromium >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	       && { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q chromium; } >/dev/null 2>&1; } \
	  || echo "no Chromium here and none could be installed: the tests in tests/browser are skipped"
	@test -d node_modules/axe-core -a -d node_modules/typescript -a -d node_modules/graphology-graphml -a -d node_modules/@comunica \
	  || { command -v npm >/dev/null 2>&1 && npm install --silent --no-audit --no-fund --no-package-lock >/dev/null 2>&1; } \
	  || echo "no npm here: the checks of accessibility, of the JavaScript's types, of GraphML in Gephi Lite and with Comunica are skipped"

# Tests of stores on servers need two; pip installs Oxigraph's with the rest, and where no Virtuoso can be installed its
# tests are skipped and say so. Only the program is installed: no service is started.
servers:
	@command -v virtuoso-t >/dev/null 2>&1 \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
	       && { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q virtuoso-opensource-7-bin; } >/dev/null 2>&1; } \
	  || echo "no Virtuoso here and none could be installed: the tests of stores on it are skipped"

# The optional extractors are tested with spaCy; where no wheel of it is to be had these tests are skipped and say so.
models: $(READY)
	@$(BIN)/python -c 'import spacy' 2>/dev/null \
	  || $(BIN)/python -m pip install --quiet --only-binary :all: 'spacy>=3.7,<4' >/dev/null 2>&1 \
	  || echo "no spaCy here and none could be installed: the tests of a spaCy model are skipped"

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed; try make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[test,dev,cluster]'
	touch $(READY)

clean:
	rm -rf $(VENV) $(STORE) kg.ttl graph.html build dist node_modules
