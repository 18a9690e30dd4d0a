#!/bin/bash
# bench-pair.sh BEFORE [AFTER]: measures the window of two commits in turns, beside an empty one, and prints the medians:
# what a change to it gains on a machine that does other things too. AFTER is what lies here when it is left out. It
# takes the made-up office of bench-window.sh. ROUNDS is how often both are opened, PARTS what is measured of
# "first", "start", "memory" and "keys".
set -euo pipefail
cd "$(dirname "$0")/.."

root=$PWD
office=out/office-${CASES:-100000}
[ -e "$office.made" ] || { echo "първо scripts/bench-window.sh" >&2; exit 1; }
export HARTA_PASSWORD=${HARTA_PASSWORD:-demo-office-2026}
export GOFLAGS=${GOFLAGS:--trimpath -buildvcs=false} CGO_ENABLED=1
export XDG_STATE_HOME=$PWD/out/bench-state
tags=migrated_fynedo,no_emoji,no_animations

trees=$(mktemp -d)
trap 'for t in "$trees"/*; do git worktree remove --force "$t"; done; rmdir "$trees"' EXIT
build() { # NAME COMMIT
  local tree=.
  if [ -n "$2" ]; then
    tree=$trees/$1
    git worktree add --quiet --detach "$tree" "$2"
  fi
  (cd "$tree" && go build -tags "$tags" -o "$root/build/window-$1" ./cmd/harta-desktop)
}
build before "$1"
build after "${2:-}"
go build -tags "bench,$tags" -o build/empty-window ./scripts/empty-window
python3 scripts/bench_pair.py "$office" out/bench-pair.txt build/window-before build/window-after
cat out/bench-pair.txt
