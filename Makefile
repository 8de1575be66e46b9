# For everybody: `make demo` shows the example letter, `make test` checks everything, `make serve` opens the web application.
.PHONY: demo serve install package release test lint build goldens costs lexicon bench dependencies test-dependencies git-diff \
	packaging-dependencies

SWIFT ?= swift
PACKAGES = pkg-config libxml2-dev libzip-dev libsqlite3-dev libqrencode-dev zlib1g-dev libdeflate-dev \
	libhunspell-dev libssl-dev hunspell-kk hunspell-ru
OUT = out
PREFIX = /usr/local

# The command line alone, without the web application, which takes as long to compile as all the rest.
demo: dependencies
	$(SWIFT) build $(COMMAND_LINE) --product qoshat
	rm -rf $(OUT)
	mkdir -p $(OUT)
	$(DEMO) register init --register $(OUT)/register.sqlite >/dev/null
	$(DEMO) register import fixtures/register --register $(OUT)/register.sqlite
	$(DEMO) render response --data fixtures/cases/response-2021.json \
		--register $(OUT)/register.sqlite --out $(OUT)
COMMAND_LINE = --disable-default-traits --scratch-path .build/command-line
DEMO = "$$($(SWIFT) build $(COMMAND_LINE) --show-bin-path)/qoshat"

# The web application on the example register, optimised; the first build takes a quarter of an hour on two cores.
serve: dependencies
	$(SWIFT) build -c release --product qoshat
	mkdir -p $(OUT)
	test -e $(OUT)/example.sqlite || { \
		$(SERVE) register init --register $(OUT)/example.sqlite && \
		$(SERVE) register import fixtures/register --register $(OUT)/example.sqlite; }
	(sleep 2; xdg-open http://127.0.0.1:8080/ >/dev/null 2>&1 || true) & \
	$(SERVE) serve --register $(OUT)/example.sqlite
SERVE = "$$($(SWIFT) build -c release --show-bin-path)/qoshat"

# The program for daily work, with templates, manual and completions: `make install PREFIX=$HOME/.local`.
install: $(if $(PROGRAM),,release) packaging-dependencies
	Packaging/stage.sh "$(RELEASED)" "$(DESTDIR)" "$(PREFIX)"

# An archive and a package of Debian in out/, for machines without Swift. PROGRAM= takes a program that is built already.
package: $(if $(PROGRAM),,release) packaging-dependencies
	Packaging/package.sh "$(RELEASED)" $(OUT)

# Optimised, and with the Swift runtime built in; takes some ten minutes on two cores. Nothing looks its symbols up, and
# without them it starts a millisecond earlier.
release: dependencies
	$(SWIFT) build $(RELEASE) --product qoshat
RELEASE = -c release --static-swift-stdlib -Xlinker --no-export-dynamic --scratch-path .build/static
RELEASED = $(or $(PROGRAM),$$($(SWIFT) build $(RELEASE) --show-bin-path)/qoshat)
install package: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)

test: dependencies test-dependencies lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

build: dependencies
	$(SWIFT) build

# Writes what the letters are now into fixtures/golden; read the difference before committing it.
goldens: dependencies
	RECORD_GOLDENS=1 $(SWIFT) test --filter 'Golden(Letter|Report)Tests' || true
	git --no-pager diff --stat -- fixtures/golden

# Counts anew what letters cost and writes it into fixtures/costs.txt; read the difference before committing it.
costs: dependencies
	$(MAKE) dependencies PACKAGES="$(COUNTERS)"
	RECORD_COSTS=1 $(SWIFT) test --filter RecordedCostTests || true
	git --no-pager diff -- fixtures/costs.txt
COUNTERS = valgrind binutils

# Builds what stands in templates/reference into the program, so that it knows it without reading a file.
lexicon: dependencies
	RECORD_LEXICON=1 $(SWIFT) test --filter LexiconFileTests || true
	git --no-pager diff --stat -- Sources/Language Sources/Letters/Reference

# Measures filling beside other engines and a C program for the limit, and an export of letters in pairs
# (docs/performance.md); then the grammar, on one core, the check of a pair of letters, the register with a million resources,
# and the export of ten thousand letters; takes some minutes. `make bench QUICK=1` does the first alone with fewer runs, in
# two minutes once everything is built.
bench: dependencies .build/peers/installed
	$(MAKE) dependencies PACKAGES=pandoc
	$(SWIFT) build $(RELEASE) --product qoshat
	$(SWIFT) build $(RELEASE) --product ExampleRegister
	$(SWIFT) build -c release --package-path Benchmarks --product BenchRender
	cc -O2 -o .build/limit Benchmarks/Limit/*.c -lz -ldeflate -lpthread
	PYTHONDONTWRITEBYTECODE=1 python3 Benchmarks/Comparison/run.py $(if $(QUICK),--quick) \
		--render "$$($(SWIFT) build -c release --package-path Benchmarks --show-bin-path)/BenchRender" \
		--qoshat "$$($(SWIFT) build $(RELEASE) --show-bin-path)/qoshat" \
		--example "$$($(SWIFT) build $(RELEASE) --show-bin-path)/ExampleRegister" \
		--limit .build/limit --python .build/peers/bin/python --folder .build/comparison --json .build/comparison.json
ifndef QUICK
	$(SWIFT) run -c release --package-path Benchmarks BenchGrammar
	$(SWIFT) run -c release --package-path Benchmarks BenchParity .
	$(SWIFT) run -c release --package-path Benchmarks BenchRegister
	$(SWIFT) run -c release --package-path Benchmarks BenchExport . \
		"$$($(SWIFT) build $(RELEASE) --show-bin-path)"
endif

# The engines for Python that the product is measured beside.
.build/peers/installed: Benchmarks/Peers/requirements.txt
	$(MAKE) dependencies PACKAGES=python3-venv
	python3 -m venv .build/peers
	.build/peers/bin/pip install -q --disable-pip-version-check -r $<
	touch $@

# What only tests need: a real browser with its driver, a proxy, a counter of instructions and blocks of memory, and axe-core,
# which tells what hinders people with disabilities.
test-dependencies:
	$(MAKE) dependencies PACKAGES="chromium chromium-driver python3-pip nginx-light openssl curl $(COUNTERS)"
	test -e .build/axe/axe.min.js || { \
		mkdir -p .build/axe && cd .build/axe && \
		python3 -m pip download -q --no-deps axe-playwright-python && \
		python3 -m zipfile -e axe_playwright_python-*.whl . && \
		cp axe_playwright_python/axe.min.js .; }

packaging-dependencies:
	$(MAKE) dependencies PACKAGES="binutils dpkg-dev python3"

# Lets `git diff` show .docx files as text in this clone.
git-diff:
	git config diff.docx.textconv 'sh Scripts/docx-as-text.sh'

# Installs the Debian packages that are missing, and asks for nothing where all are there.
dependencies:
	@missing=""; for package in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
		$$sudo apt-get update -q && \
		$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; \
	fi
