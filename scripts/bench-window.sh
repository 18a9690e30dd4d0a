#!/bin/bash
# bench-window.sh: measures the real window – time to the first usable frame, memory, idle load, keys and scrolling –
# beside an empty window of the same toolkit in the same run, and prints the figures. The made-up office of CASES cases
# stays under out/, because making it takes minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

cases=${CASES:-100000}
office=out/office-$cases
export HARTA_PASSWORD=${HARTA_PASSWORD:-demo-office-2026}
export GOFLAGS=${GOFLAGS:--trimpath -buildvcs=false}

# One state folder for every run: this machine has to know the office it made.
export XDG_STATE_HOME=$PWD/out/bench-state
mkdir -p "$XDG_STATE_HOME/harta"
echo '{"width":1366,"height":768}' >"$XDG_STATE_HOME/harta/habits.json"

CGO_ENABLED=0 go build -o build/harta ./cmd/harta
CGO_ENABLED=1 go build -tags migrated_fynedo,no_emoji,no_animations -o build/harta-desktop ./cmd/harta-desktop
CGO_ENABLED=1 go build -tags bench,migrated_fynedo,no_emoji,no_animations -o build/empty-window ./scripts/empty-window
if [ ! -e "$office.made" ]; then
  rm -rf "$office"
  build/harta seed --data "$office" --cases "$cases" --seed 1
  touch "$office.made"
fi
python3 scripts/bench_window.py "$office" out/bench-window.txt
cat out/bench-window.txt
