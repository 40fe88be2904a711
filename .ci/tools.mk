# What a bare Debian machine with rustup, git, make and gcc lacks, and how it is fetched.
#
# A program of exactly the right version that is already on PATH is used; every other one goes into a
# folder of its own, so that nothing on the machine changes and all clones share it. Every target below
# first looks, so that a second run costs about a second.

TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/partner-recovery/tools
export PATH := $(TOOLS)/bin:$(TOOLS)/node_modules/.bin:$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

TRUNK_VERSION := 0.21.14
ESBUILD_VERSION := 0.28.2
AXE_VERSION := 4.14.1
MSAL_VERSION := 5.30.0
# Later ones want Node.js 22, which Debian 12 does not have.
WRANGLER_VERSION := 4.30.0
SWA_VERSION := 2.0.10
BINARYEN := 132
# Written down in Cargo.lock already; Trunk refuses any other version.
WASM_BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/version = "\(.*\)"/\1/p;}' Cargo.lock)

AXE_JS := $(TOOLS)/node_modules/axe-core/axe.min.js
CHROMIUM ?= $(or $(shell command -v chromium),chromium)
CHROMEDRIVER ?= $(or $(shell command -v chromedriver),chromedriver)
# Not just NGINX: nginx itself takes that for sockets to go on with. Debian has servers where not everybody's PATH leads.
NGINX_PROGRAM ?= $(or $(shell command -v nginx),/usr/sbin/nginx)
NGINX_BROTLI := /usr/lib/nginx/modules/ngx_http_brotli_static_module.so
export AXE_JS CHROMIUM CHROMEDRIVER NGINX_PROGRAM NGINX_BROTLI

.PHONY: tools browser-tools msal host-tools bench-tools allauth-server node-and-npm rust-parts trunk wasm-bindgen npm-packages

tools: rust-parts node-and-npm trunk wasm-bindgen npm-packages

# $(call debian-packages,names,what for)
define debian-packages
	echo "Installing the Debian packages $(1) ($(2); about a minute, once)."; \
	as_root=; \
	if [ "$$(id -u)" != 0 ]; then as_root=sudo; fi; \
	if ! command -v apt-get >/dev/null || { [ -n "$$as_root" ] && ! command -v sudo >/dev/null; }; then \
		echo "This needs Debian's apt-get and root. Install these yourself, then run make again: $(1)" >&2; exit 1; \
	fi; \
	$$as_root env DEBIAN_FRONTEND=noninteractive sh -c \
		'apt-get -q -o DPkg::Lock::Timeout=500 update && \
		 apt-get -q -y -o DPkg::Lock::Timeout=500 install --no-install-recommends "$$@"' apt-get $(1) </dev/null
endef

# $(call from-crates,crate,version,what for,minutes,cargo install options)
define from-crates
	if [ "$$($(1) --version 2>/dev/null | cut -d ' ' -f 2)" != "$(3)" ]; then \
		echo "Installing $(2) $(3) into $(TOOLS) ($(4); about $(5) minutes, once)."; \
		{ command -v cargo-binstall >/dev/null && \
			cargo binstall --no-confirm --disable-strategies compile --root "$(TOOLS)" $(2)@$(3) </dev/null; } || \
		cargo install --root "$(TOOLS)" --version $(3) $(6) $(2); \
	fi
endef

rust-parts:
	@if ! command -v rustup >/dev/null; then \
		command -v cargo >/dev/null || { echo "Rust is missing: install rustup first (https://rustup.rs)." >&2; exit 1; }; \
		echo "No rustup here: taking for granted that this Rust has wasm32-unknown-unknown, rustfmt and clippy."; \
	else \
		rustup target list --installed | grep -qx wasm32-unknown-unknown || { \
			echo "Adding Rust's wasm32-unknown-unknown target (the app is compiled for it; seconds, once)."; \
			rustup target add wasm32-unknown-unknown; }; \
		cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || { \
			echo "Adding rustfmt and clippy (make check and make test need them; seconds, once)."; \
			rustup component add rustfmt clippy; }; \
	fi

node-and-npm:
	@node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)' 2>/dev/null && \
		command -v npm >/dev/null || { \
		$(call debian-packages,nodejs npm,they run wasm-opt and fetch esbuild); \
	}

trunk: rust-parts
	@$(call from-crates,trunk,trunk,$(TRUNK_VERSION),it builds the site,8,--locked)

# Without --locked: the lock file published with it has named a crate version that registries do not offer.
wasm-bindgen: rust-parts
	@$(call from-crates,wasm-bindgen,wasm-bindgen-cli,$(WASM_BINDGEN_VERSION),it writes the JavaScript side of the app,3,)

# npm removes what a command does not name, hence always all three together.
npm-packages: node-and-npm
	@wasm-opt --version 2>/dev/null | grep -q 'version $(BINARYEN)\b' && \
		[ "$$(esbuild --version 2>/dev/null)" = "$(ESBUILD_VERSION)" ] && \
		grep -q '"version": "$(AXE_VERSION)"' "$(TOOLS)/node_modules/axe-core/package.json" 2>/dev/null || { \
		echo "Installing binaryen $(BINARYEN), esbuild $(ESBUILD_VERSION) and axe-core $(AXE_VERSION) into $(TOOLS)" \
			"(they shrink the app, and check that it is accessible; seconds, once)."; \
		npm install --prefix "$(TOOLS)" --no-save --no-package-lock --no-audit --no-fund --loglevel=error \
			binaryen@$(BINARYEN).0.0 esbuild@$(ESBUILD_VERSION) axe-core@$(AXE_VERSION); \
	}

browser-tools:
	@missing=; \
	command -v "$(CHROMIUM)" >/dev/null || missing="$$missing chromium"; \
	command -v "$(CHROMEDRIVER)" >/dev/null || missing="$$missing chromium-driver"; \
	fc-list :lang=ja 2>/dev/null | grep -q . || missing="$$missing fontconfig fonts-noto-cjk"; \
	[ -z "$$missing" ] || { \
		$(call debian-packages,$$missing,the browser tests drive a real Chromium and look at Japanese text); \
	}
	@missing=; \
	command -v "$(NGINX_PROGRAM)" >/dev/null || missing="$$missing nginx-light"; \
	[ -e "$(NGINX_BROTLI)" ] || missing="$$missing libnginx-mod-http-brotli-static"; \
	[ -z "$$missing" ] || { \
		$(call debian-packages,$$missing,the tests visit the site in a real nginx of their own; Debian starts another one as a service); \
	}

# Microsoft's own client of Entra, which tests the stand-in for it.
MSAL := $(TOOLS)/msal/node_modules/@azure/msal-browser
MSAL_JS := $(MSAL)/lib/custom-auth-path/msal-custom-auth.js
export MSAL_JS

msal: node-and-npm
	@grep -q '"version": "$(MSAL_VERSION)"' "$(MSAL)/package.json" 2>/dev/null || { \
		echo "Installing @azure/msal-browser $(MSAL_VERSION) into $(TOOLS)/msal" \
			"(Microsoft's own client tries the stand-in for Entra; 25 MB, seconds, once)."; \
		npm install --prefix "$(TOOLS)/msal" --ignore-scripts --no-save --no-package-lock --no-audit --no-fund \
			--loglevel=error @azure/msal-browser@$(MSAL_VERSION); \
	}

# The real server of one of the drivers, with the packages that its project names and nothing of the machine's own.
ALLAUTH_REQUIREMENTS := tests/allauth_server/requirements.txt
ALLAUTH_PYTHON ?= $(TOOLS)/allauth/bin/python
export ALLAUTH_PYTHON

allauth-server:
	@cmp -s "$(ALLAUTH_REQUIREMENTS)" "$(TOOLS)/allauth/requirements.txt" && [ -x "$(ALLAUTH_PYTHON)" ] || { \
		python3 -c 'import ensurepip, venv' 2>/dev/null || { \
			$(call debian-packages,python3-venv,the driver for django-allauth is tried with the real server); }; \
		echo "Installing Django and django-allauth into $(TOOLS)/allauth" \
			"(a driver is tried with the real server; 110 MB, about half a minute, once)."; \
		python3 -m venv --clear "$(TOOLS)/allauth" && \
		"$(TOOLS)/allauth/bin/python" -m pip install --quiet --disable-pip-version-check -r "$(ALLAUTH_REQUIREMENTS)" && \
		cp "$(ALLAUTH_REQUIREMENTS)" "$(TOOLS)/allauth/"; \
	}

# The hosts' own programs, apart from the rest: they are large, and only `make test-hosts` needs them.
HOST_TOOLS := $(TOOLS)/hosts/node_modules
WRANGLER ?= $(HOST_TOOLS)/.bin/wrangler
SWA ?= $(HOST_TOOLS)/.bin/swa
export WRANGLER SWA

# Without scripts: one of them would compile what is for uploads only.
host-tools: node-and-npm
	@grep -q '"version": "$(WRANGLER_VERSION)"' "$(HOST_TOOLS)/wrangler/package.json" 2>/dev/null && \
		grep -q '"version": "$(SWA_VERSION)"' "$(HOST_TOOLS)/@azure/static-web-apps-cli/package.json" 2>/dev/null || { \
		echo "Installing wrangler $(WRANGLER_VERSION) and the Static Web Apps CLI $(SWA_VERSION) into $(TOOLS)/hosts" \
			"(by these the site is tried as its hosts serve it; 340 MB, about 2 minutes, once)."; \
		npm install --prefix "$(TOOLS)/hosts" --ignore-scripts --no-save --no-package-lock --no-audit --no-fund \
			--loglevel=error wrangler@$(WRANGLER_VERSION) @azure/static-web-apps-cli@$(SWA_VERSION); \
	}

# The pages that `make bench` measures beside ours are made of these, each in a folder of its own. What a recipe names, it
# names exactly; it is fetched again when the recipe names something else.
PEERS ?= react supertokens msal amplify okta auth0-lock
BENCH_PACKAGES := $(TOOLS)/bench

bench-tools: node-and-npm npm-packages
	@for peer in $(PEERS); do \
		recipe=tests/bench/peers/$$peer/package.json; into="$(BENCH_PACKAGES)/$$peer"; \
		cmp -s $$recipe "$$into/installed.json" || { \
			echo "Installing what the page of $$peer is made of into $$into (\`make bench\` measures it; seconds, once)."; \
			mkdir -p "$$into" && cp $$recipe "$$into/package.json" && \
			npm install --prefix "$$into" --ignore-scripts --no-package-lock --no-audit --no-fund --loglevel=error && \
			cp $$recipe "$$into/installed.json"; \
		} || exit 1; \
	done
