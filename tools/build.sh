#!/usr/bin/env bash
# Builds the web and build/release/bas.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/say.sh

if [ -x web/build.sh ]; then
  say "building the web"
  web/build.sh build
fi
mkdir -p build
if [ ! -f build/release/build.ninja ]; then
  say "configuring the release build"
  if ! cmake --preset release >build/configure.log 2>&1; then
    tail -n 20 build/configure.log >&2
    exit 1
  fi
fi
say "building build/release/bas"
ninja -C build/release bas
say "built"
