#!/usr/bin/env bash
# How many pages a second the web application makes, and how long the slowest wait:
#
#     Scripts/web-load.sh PROGRAM [SECONDS]
#
# PROGRAM is `qoshat`, built for release; needs wrk and curl. It serves the example register on a port of its own.
set -euo pipefail
program=$1
seconds=${2:-20}
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
site=http://127.0.0.1:$port
"$program" register init --register "$folder/r.sqlite" >/dev/null
"$program" register import "$root/fixtures/register" --register "$folder/r.sqlite" >/dev/null
"$program" serve --register "$folder/r.sqlite" --templates "$root/templates" --port "$port" \
  --today 2021-12-15 >"$folder/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$folder"' EXIT
until curl -sf "$site/health" >/dev/null; do sleep 0.1; done

memory() { awk '/VmRSS/ {printf "%d MB", $2 / 1024}' "/proc/$server/status"; }

# A letter of the example, by the pages.
jar=$folder/cookies
token() { curl -s -c "$jar" -b "$jar" "$site$1" | grep -o 'name="formToken" value="[0-9a-f]*' | head -1 | cut -d'"' -f4; }
letter=$(curl -s -o /dev/null -w '%{redirect_url}' -c "$jar" -b "$jar" \
  -d "formToken=$(token /letters/new)&kind=response" "$site/letters/new")
cookie="$(awk '!/^# / && NF >= 7 {printf "%s=%s; ", $6, $7}' "$jar")"

run() {
  echo "== $1 ($(memory) before)"
  shift
  wrk -t2 -c16 "-d${seconds}s" --latency -H "Cookie: $cookie" "$@" |
    grep -E 'Requests/sec|50%|99%|requests in|Non-2xx|Socket errors' || true
}

run "health" "$site/health"
run "list of letters" "$site/letters"
run "page of resources" "$site/register/resources"
run "preview, unchanged letter" "$letter/preview/ru"

python3 - "$root/fixtures/cases/warning-2021.json" >"$folder/render.lua" <<'P'
import json, sys
data = json.dumps(json.load(open(sys.argv[1])), ensure_ascii=True)
print('wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"')
print("wrk.body = " + json.dumps(data))
P
run "letter pairs rendered and checked" -s "$folder/render.lua" "$site/api/letters/warning"
echo "memory at the end: $(memory)"
