#!/usr/bin/env bash
# Builds and runs every benchmark of bench/. With --tiny: only to see that each still runs.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/say.sh

options=()
if [ "${1:-}" = --tiny ]; then
  options=(--benchmark_min_time=0.01 --benchmark_filter=-/1000000)
  export BAS_BENCH_READS_A_DAY=20
fi

if [ ! -f build/bench/build.ninja ]; then cmake --preset bench >/dev/null; fi
mapfile -t names < <(cd bench && ls -- *_bench.cc | sed 's/\.cc$//')
say "building ${#names[@]} benchmarks"
ninja -C build/bench "${names[@]}"
for name in "${names[@]}"; do
  say "$name"
  "build/bench/bench/$name" "${options[@]}"
done
say "done"
