# partner-recovery: everything one does here, each with one command.
# `make tools` (in .ci/tools.mk) fetches what is missing; the targets that need it call it themselves.

.DEFAULT_GOAL := help
include .ci/tools.mk

SITE ?= dist
PORT ?= 8080
API_PORT ?= 8081
DRIVER ?= recovery-v1
WASM := --target wasm32-unknown-unknown
# Tests of what only WebAssembly has, its files and its memory, and tests that say themselves whether there is any.
ONLY_WITH_WEBASSEMBLY := again_and_again areas connection fallback

.PHONY: help run run-recovery-v1 run-allauth run-entra build configure check test test-hosts bench free-ports

help:
	@echo "make run        build the site, start it with a stand-in for the recovery API, and say what to try;"
	@echo "                DRIVER=allauth starts it with a real server of django-allauth,"
	@echo "                DRIVER=entra with a stand-in for Microsoft Entra External ID"
	@echo "make check      format, lints and native tests (seconds, once compiled)"
	@echo "make test       everything: lints of every build, native tests, the built site in a real browser"
	@echo "make test-hosts the built site in the programs of Cloudflare and Azure (which take minutes to fetch, once)"
	@echo "make bench      the sign-in page measured beside others, with the budgets; ROUNDS=, PEERS=, BESIDE=, JOURNEYS=, WRITE="
	@echo "make build      the site as it is deployed, in dist/, with a table of its sizes"
	@echo "make configure  bring the files for hosts in dist/ into line with dist/config.json (SITE= for another folder);"
	@echo "                what pages show before the app has arrived stays as it was built"
	@echo "make tools      fetch the tools that are missing (the targets above do so too)"

# Trunk works offline, so that it never fetches tools by itself; hence `cargo fetch` comes first.
build: tools
	@cargo fetch --locked --quiet
	trunk build --release

configure: rust-parts
	@cargo run --quiet --features site --bin prerender -- configure "$(SITE)"

run: free-ports build
	@# As an operator does: the entries that depend on the API.
	@sed -i -e 's#"base_url": "[^"]*"#"base_url": "http://127.0.0.1:$(API_PORT)"#' \
		-e 's#"driver": "[^"]*"#"driver": "$(DRIVER)", "client_id": "11111111-2222-3333-4444-555555555555"#' dist/config.json
	@$(MAKE) --no-print-directory configure
	@$(MAKE) --no-print-directory run-$(DRIVER)

run-recovery-v1:
	@echo "Starting the stand-in for the recovery API (the first time it is compiled, about a minute). Ctrl+C stops it."
	@cargo run --quiet --example stand-in -- --port $(API_PORT) --origin http://127.0.0.1:$(PORT) \
		--site dist --site-port $(PORT)

# The server reads from a line on which nobody speaks, and ends with everything else.
run-allauth: allauth-server
	@cargo build --quiet --example stand-in
	@folder=$$(mktemp -d); mkfifo "$$folder/line"; \
	ALLAUTH_FOLDER="$$folder" ALLAUTH_SITE=http://127.0.0.1:$(PORT) ALLAUTH_MAIL=console ALLAUTH_PASSWORD="sample passphrase 1" \
		PYTHONDONTWRITEBYTECODE=1 "$(ALLAUTH_PYTHON)" tests/allauth_server/serve.py --port $(API_PORT) \
		user@contoso.example admin@contoso.example <>"$$folder/line" & \
	trap "kill $$! 2>/dev/null; rm -rf '$$folder'" EXIT; trap 'exit 0' INT TERM; \
	echo "django-allauth: user@contoso.example and admin@contoso.example, password: sample passphrase 1."; \
	echo "Mails with codes appear here. Ctrl+C stops it."; \
	cargo run --quiet --example stand-in -- --api http://127.0.0.1:$(API_PORT) --site dist --site-port $(PORT)

# Both of them get the Ctrl+C.
run-entra:
	@cargo build --quiet --example stand-in --example entra-stand-in
	@cargo run --quiet --example entra-stand-in -- --port $(API_PORT) --origin http://127.0.0.1:$(PORT) & \
	trap "kill $$! 2>/dev/null" EXIT; trap 'exit 0' INT TERM; \
	echo "Codes appear here. Ctrl+C stops it."; \
	cargo run --quiet --example stand-in -- --api http://127.0.0.1:$(API_PORT) --site dist --site-port $(PORT)

free-ports: node-and-npm
	@for port in $(PORT) $(API_PORT); do \
		node -e 'require("net").createServer().on("error", () => process.exit(1)).listen(+process.argv[1], "127.0.0.1", function () { this.close(); })' $$port || { \
			echo "Port $$port of 127.0.0.1 is in use. Stop what uses it, or choose others: make run PORT=9080 API_PORT=9081" >&2; exit 1; }; \
	done

check: rust-parts allauth-server
	@echo "== Format"
	@cargo fmt --check
	@echo "== Lints: core"
	@cargo clippy --quiet --all-targets -- -D warnings
	@echo "== Tests: native"
	@cargo test --quiet
	@echo "== Tests: help articles"
	@cargo test --quiet --features site --bin prerender

test: tools browser-tools msal check
	@echo "== Lints: browser (WebAssembly)"
	@cargo clippy --quiet $(WASM) --features browser -- -D warnings
	@echo "== Lints: prerender"
	@cargo clippy --quiet --features prerender -- -D warnings
	@echo "== Lints: site"
	@cargo clippy --quiet --features site -- -D warnings
	@echo "== Tests: the app as JavaScript"
	@cargo test --quiet --features site --bin prerender -- --ignored
	@echo "== Build: the site"
	@$(MAKE) --no-print-directory build
	@echo "== Tests: the site in a browser"
	@cargo test --quiet --test browser
	@echo "== Tests: the site in a browser without WebAssembly"
	@WEBASSEMBLY=missing cargo test --quiet --test browser -- $(ONLY_WITH_WEBASSEMBLY:%=--skip %::)
	@echo "== Tests: Microsoft's own client with the stand-in for Entra"
	@cargo test --quiet --test entra_msal
	@echo "== Measured: the sign-in page (make bench measures it often, and beside others)"
	@# A measurement says something and decides nothing.
	@cargo test --quiet --test bench -- --rounds 1 || echo "The measurement stopped before its end; everything else is as said above."

test-hosts: build host-tools
	@echo "== Tests: the site in the programs of its hosts"
	@cargo test --quiet --test hosts

# Without WRITE= it only prints; WRITE=docs/performance.md puts the result there. BESIDE= is the folder of another build.
ROUNDS ?= 9
JOURNEYS ?= 200
GROWTH ?= yes
bench: build browser-tools bench-tools
	@cargo test --quiet --test bench -- --rounds $(ROUNDS) --journeys $(JOURNEYS) --peers "$(PEERS)" \
		--packages "$(BENCH_PACKAGES)" $(if $(BESIDE),--beside "$(BESIDE)") $(if $(GROWTH),--growth) $(if $(WRITE),--write "$(WRITE)")
