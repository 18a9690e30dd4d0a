#!/bin/bash
# killloop.sh ROUNDS [DIR]: kills build/harta with SIGKILL at a random moment of its registering, ROUNDS times over one
# data folder (DIR, else a temporary one), and then asks whether every acknowledged number is present exactly once.
# `harta stress` founds a demo office where there is none and prints "acknowledged NUMBER" after each registration.
# HARTA names another program, SEED repeats the moments of an earlier run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:?usage: killloop.sh ROUNDS [DIR]}

dir=${2:-}
if [ -z "$dir" ]; then
  dir=$(mktemp -d)
  trap 'rm -rf "$dir"' EXIT
fi
mkdir -p "$dir/state"

export HARTA_PASSWORD=${HARTA_PASSWORD:-demo-office-2026} XDG_STATE_HOME=$dir/state
/usr/bin/python3 "$here/killloop.py" "${HARTA:-$here/../build/harta}" "$dir/data" "$rounds" "${SEED:-$(date +%s)}"
