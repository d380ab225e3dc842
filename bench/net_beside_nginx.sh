#!/usr/bin/env bash
# The bare server beside nginx, both in one run: POST of 600 bytes, answered 200, on kept
# connections. The server has core 0 (one worker, one network thread), wrk has core 1.
#   bench/net_beside_nginx.sh [SECONDS a measurement, default 10] [CONNECTIONS, default 64]
# Three rounds, turn by turn; prints the requests a second of each, the medians and their ratio.
# BAS_BENCH_BUILD names another build folder than build/release.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/say.sh

seconds=${1:-10}
connections=${2:-64}
build=${BAS_BENCH_BUILD:-build/release}
rounds=3

for tool in nginx wrk taskset python3; do
  if ! PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null; then
    echo "$tool is missing; run tools/setup.sh" >&2
    exit 1
  fi
done
if [ "$(nproc)" -lt 2 ]; then
  echo "two cores are needed: one to serve, one to load" >&2
  exit 1
fi
# Debian starts nginx as a service when it is installed; this script needs the program only.
if command -v systemctl >/dev/null && systemctl is-active --quiet nginx 2>/dev/null; then
  echo "note: nginx runs as a service too; if nothing needs it: systemctl disable --now nginx" >&2
fi

if [ ! -f "$build/build.ninja" ]; then cmake --preset release -B "$build" >/dev/null; fi
ninja -C "$build" net_plain_server >/dev/null

folder=$(mktemp -d)
nginx_pid=
ours_pid=
clean_up() {
  exec 3>&- || true
  if [ -n "$nginx_pid" ]; then kill "$nginx_pid" 2>/dev/null || true; fi
  wait 2>/dev/null || true
  rm -rf "$folder"
}
trap clean_up EXIT

start_nginx() {
  nginx_port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0));
print(s.getsockname()[1])')
  cat >"$folder/nginx.conf" <<CONF
daemon off;
worker_processes 1;
pid $folder/nginx.pid;
error_log $folder/error.log;
events { worker_connections 4096; }
http {
  access_log off;
  tcp_nodelay on;
  keepalive_requests 1000000000;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/fastcgi;
  uwsgi_temp_path $folder/uwsgi;
  scgi_temp_path $folder/scgi;
  server {
    listen 127.0.0.1:$nginx_port;
    location = /ingest { default_type text/plain; return 200 "ok"; }
  }
}
CONF
  PATH=$PATH:/usr/sbin taskset -c 0 nginx -p "$folder" -c "$folder/nginx.conf" \
    -e "$folder/error.log" &
  nginx_pid=$!
  nginx_url=http://127.0.0.1:$nginx_port/ingest
}

start_ours() {
  mkfifo "$folder/in" "$folder/out"
  taskset -c 0 "$build/bench/net_plain_server" <"$folder/in" >"$folder/out" &
  ours_pid=$!
  exec 3>"$folder/in"  # closed: it ends
  local port
  read -r port <"$folder/out"
  ours_url=http://127.0.0.1:$port/ingest
}

wait_until_answered() {
  if ! curl -sf --retry 50 --retry-connrefused --retry-delay 0 --retry-max-time 10 \
    -d hello "$1" >/dev/null; then
    echo "$1 does not answer" >&2
    cat "$folder/error.log" >&2 || true
    exit 1
  fi
}

cat >"$folder/post.lua" <<'LUA'
wrk.method = "POST"
wrk.body = string.rep("b", 600)
wrk.headers["Content-Type"] = "application/json"
LUA

# Requests a second; anything but answers of 200 fails the run.
load() {
  local said
  said=$(taskset -c 1 wrk -t1 -c"$connections" -d"${seconds}s" -s "$folder/post.lua" "$1")
  if grep -qE 'Non-2xx|Socket errors' <<<"$said"; then
    echo "$said" >&2
    return 1
  fi
  awk '/Requests\/sec/ {print $2}' <<<"$said"
}

median() { printf '%s\n' "$@" | sort -n | sed -n "$(($# / 2 + 1))p"; }

start_nginx
start_ours
wait_until_answered "$nginx_url"
wait_until_answered "$ours_url"
version=$(PATH=$PATH:/usr/sbin nginx -v 2>&1)
busy=$(cut -d' ' -f1 /proc/loadavg)
say "$version, $connections connections, $seconds s each, load of the machine before $busy"
nginx_figures=()
our_figures=()
for ((round = 1; round <= rounds; round++)); do
  nginx_figures+=("$(load "$nginx_url")")
  our_figures+=("$(load "$ours_url")")
  say "round $round: nginx ${nginx_figures[-1]} a second, ours ${our_figures[-1]}"
done
theirs=$(median "${nginx_figures[@]}")
ours=$(median "${our_figures[@]}")
say "median: nginx $theirs, ours $ours, ratio $(awk "BEGIN {printf \"%.2f\", $ours / $theirs}")"
