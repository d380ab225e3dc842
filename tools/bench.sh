#!/usr/bin/env bash
# Builds and runs every benchmark of bench/. With --tiny: only to see that each still runs.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/say.sh

options=()
tiny=()
if [ "${1:-}" = --tiny ]; then
  options=(--benchmark_min_time=0.01 --benchmark_filter=-/1000000)
  tiny=(--tiny)
  export BAS_BENCH_READS_A_DAY=20
fi

cmake --preset release >/dev/null
mapfile -t names < <(cd bench && ls -- *_bench.cc | sed 's/\.cc$//')
programs=(match_quality next_camera pattern_peers)
say "building $((${#names[@]} + ${#programs[@]})) benchmarks"
ninja -C build/release "${names[@]}" "${programs[@]}" match_client
for name in "${names[@]}"; do
  say "$name"
  "build/release/bench/$name" "${options[@]}"
done
for name in "${programs[@]}"; do
  say "$name"
  "build/release/bench/$name" "${tiny[@]}"
done
if [ ! -x build/release/bas ]; then tools/build.sh; fi
say "match_peers"
python3 bench/match_peers.py "${tiny[@]}"
say "done"
