# Two commands do all the set-up on a fresh Debian or Ubuntu machine with a Swift 6 toolchain: make run, make test.
PREFIX ?= /usr/local
DATA = $(if $(XDG_DATA_HOME),$(XDG_DATA_HOME),$(HOME)/.local/share)
STORE ?= $(if $(CERTDESK_STORE),$(CERTDESK_STORE),$(DATA)/certdesk/office.sqlite)
RELEASE = swift build -c release --static-swift-stdlib --product certdesk
BINARY = .build/release/certdesk

.PHONY: run test bench lint format golden docs install clean setup build

run: build
	@test -e "$(STORE)" || $(BINARY) demo --store "$(STORE)"
	@$(BINARY) desk --store "$(STORE)"

build: setup
	@$(RELEASE)

# What `make run` builds goes through the optimizer, which has refused what the tests were built from.
test:
	@Scripts/setup.sh test
	swift test
	@$(RELEASE)

bench:
	@Scripts/setup.sh bench
	@$(RELEASE)
	swift build -c release --static-swift-stdlib --product certdesk-bench
	@test -x .build/bench/bin/python3 || { python3 -m venv .build/bench && .build/bench/bin/pip install -q duckdb python-calamine; } \
		|| echo "Without DuckDB and calamine: the bench measures beside what is there."
	@.build/release/certdesk-bench

lint:
	swift format lint --strict -r Package.swift Sources Tests

format:
	swift format -i -r Package.swift Sources Tests

# Writes the pictures of the screens anew; look at the difference before committing it.
golden: setup
	RECORD=1 swift test --filter ScreensTests

# Writes the documents that are printed from the program.
docs: setup
	swift build --product certdesk
	.build/debug/certdesk workflow --lang en > docs/workflows.md

install: build
	install -D -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/certdesk"

clean:
	rm -rf .build

setup:
	@Scripts/setup.sh
