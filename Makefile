# `make run` and `make test` do all the set-up themselves; `make help` lists the rest.

PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null \
	&& { echo $$python; break; }; done)
BIN := .venv/bin
# Extra words for the program or for pytest: make run ARGS="--data-dir trial", make pytest ARGS=tests/store
ARGS ?=

# Of the tour's pictures, those that the README shows.
PICTURES := today record-a-visit card call-script call-live call-wrap-up-answered today-dark

.DEFAULT_GOAL := help
.PHONY: help run test setup format lint types contracts pytest quick test-kills desktop coverage bench \
	pictures words lock clean installers deb windows-setup test-installers prove-installers

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 16

run: setup ## open the program (without a screen: draw its day into build/tour)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no screen here, so Followup draws a day in the shop into build/tour instead."; \
		QT_QPA_PLATFORM=offscreen $(BIN)/followup-desktop tour build/tour; \
	else \
		$(BIN)/followup-desktop $(ARGS); \
	fi

test: lint types contracts pytest desktop ## every check there is, as .ci/run does

setup:
	@$(if $(PYTHON),,echo "Followup needs Python 3.11, 3.12 or 3.13 (Debian: apt-get install python3)." >&2; exit 1;) \
	$(PYTHON) scripts/set_up.py

format: setup ## put the code into its form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lint: setup ## ruff: habits and form
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup ## mypy
	$(BIN)/mypy

contracts: setup ## import-linter: which room may lean on which
	$(BIN)/lint-imports --no-logo

pytest: setup ## the tests, off screen; make pytest ARGS="tests/domain -x"
	$(BIN)/python -m pytest $(ARGS)

quick: setup ## the tests without the slow ones
	$(BIN)/python -m pytest -m "not slow" $(ARGS)

test-kills: setup ## nothing is ever lost, in full size: kills, damage, hostile backups
	FOLLOWUP_KILLS=1000 FOLLOWUP_DAMAGED=600 FOLLOWUP_HOSTILE=500 $(BIN)/python -m pytest $(ARGS) \
		tests/store/test_kill.py tests/services/test_kill.py \
		tests/store/test_bad_files.py tests/store/test_restore.py

# An X server of their own, with a window manager and a panel: nothing appears on the screen one works at.
desktop: setup ## the tests in tests/desktop, in a real X session
	@if ls tests/desktop/test_*.py >/dev/null 2>&1; then \
		$(PYTHON) scripts/set_up.py --desktop && \
		QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1366x768x24" dbus-run-session -- \
			sh -c '(openbox & tint2 &) >/dev/null 2>&1; sleep 1; "$$0" "$$@"' \
			$(BIN)/python -m pytest tests/desktop $(ARGS); \
	fi

# Debian's packages as root, or the one line that installs them.
FOR_INSTALLERS := $(PYTHON) scripts/set_up.py --installers

installers: deb windows-setup ## what a shop double-clicks, in dist/: the .deb and the Windows setup

deb: setup
	@$(FOR_INSTALLERS)
	PYTHONPATH=packaging $(BIN)/python packaging/linux/make_deb.py

windows-setup: setup
	@$(FOR_INSTALLERS)
	PYTHONPATH=packaging $(BIN)/python packaging/windows/make_setup.py

test-installers: setup ## install what lies in dist/ as a shop does, use it, and remove it
	@$(FOR_INSTALLERS)
	FOLLOWUP_INSTALLERS=dist $(BIN)/python -m pytest tests/frozen $(ARGS)

prove-installers: setup ## show that each of those tests notices a package that lacks something
	PYTHONPATH=.:packaging:packaging/windows $(BIN)/python tests/frozen/lacking.py

coverage: setup ## which lines no test reaches; the rooms below the windows have to be covered fully
	$(BIN)/python -m pytest -q --cov --cov-report= $(ARGS)
	$(BIN)/coverage report
	$(BIN)/coverage report --include="*/domain/*,*/store/*,*/services/*" --fail-under=100 >/dev/null

bench: setup ## how fast, against what floor
	PYTHONPATH=packaging:packaging/windows $(BIN)/python -m benchmarks $(ARGS)

pictures: setup ## the README's pictures
	@rm -rf build/tour  # pictures of an earlier tour have other numbers
	QT_QPA_PLATFORM=offscreen $(BIN)/followup-desktop tour build/tour
	@mkdir -p docs/pictures
	@for picture in $(PICTURES); do cp build/tour/*-$$picture.png docs/pictures/$$picture.png; done

words: setup ## collect the sentences to translate
	@mkdir -p resources/locale
	$(BIN)/pybabel extract --no-location --sort-output --keywords=N_ --project=Followup \
		--copyright-holder="The Followup authors" --output=resources/locale/followup.pot followup_desktop

# uv alone resolves for Windows and Linux at once; it writes no index address.
lock: ## write the lock files anew from pyproject.toml
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet uv==0.13.9
	build/lock/bin/uv pip compile --quiet --universal --python-version=3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command="make lock" \
		--output-file=requirements.lock pyproject.toml
	build/lock/bin/uv pip compile --quiet --universal --python-version=3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command="make lock" --extra=dev \
		--constraints=requirements.lock --output-file=requirements-dev.lock pyproject.toml
	build/lock/bin/uv pip compile --quiet --universal --python-version=3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command="make lock" --extra=installers \
		--constraints=requirements-dev.lock --output-file=requirements-installers.lock pyproject.toml

clean: ## remove what can be made again, .venv too
	rm -rf .venv build dist *.egg-info .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find followup_desktop tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +
