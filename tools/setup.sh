#!/usr/bin/env bash
# Installs what is missing of tools/apt-packages.txt, then the packages of the web.
# As root, or through sudo. Quick when nothing is to do.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/say.sh

# The listed packages that are not installed; nodejs and npm only count when there is no npm.
missing_packages() {
  local wanted installed
  wanted=$(sed 's/#.*//' tools/apt-packages.txt | awk 'NF {print $1}')
  if command -v npm >/dev/null; then wanted=$(grep -vxE 'nodejs|npm' <<<"$wanted"); fi
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null |
    awk '$1 == "installed" {print $2}')
  grep -vxF -f <(printf '%s\n' "$installed") <<<"$wanted" || true
}

install_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "These Debian packages are missing, and neither root nor sudo is at hand:" "$@" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  local log=build/setup.log
  say "installing $# Debian packages (log: $log)"
  mkdir -p build
  if ! { "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q --no-install-recommends "$@"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "apt-get failed; the lines above say why" >&2
    exit 1
  fi
  say "Debian packages installed"
}

mapfile -t missing < <(missing_packages)
if [ "${#missing[@]}" -gt 0 ]; then install_packages "${missing[@]}"; fi
if [ -x web/build.sh ]; then web/build.sh install; fi
say "set-up complete"
