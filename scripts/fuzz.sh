#!/bin/bash
# fuzz.sh TIME: fuzzes every target of the repository in turn, TIME each (60s, or 5000000x for that many executions).
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-60s}

# `go test -list` prints the names of a package and then "ok <package> <time>".
targets=$(go test -list '^Fuzz' ./... | awk '/^Fuzz/ { names[++n] = $1 } /^ok/ { for (i = 1; i <= n; i++) print $2, names[i]; n = 0 }')
[ -n "$targets" ] || { echo "няма цели за fuzz"; exit 1; }

while read -r package target; do
  echo "$package $target"
  go test -run '^$' -fuzz "^$target\$" -fuzztime "$time" "$package"
done <<<"$targets"
