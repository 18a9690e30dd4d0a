#!/bin/bash
# tour.sh [REGISTER.csv]: lives the story in a fresh demo office under out/ and says where its papers lie.
# Without a register of one's own a made-up one is imported.
set -euo pipefail
register=$(realpath "${1:-$(dirname "$0")/../resources/sample/register.csv}")
cd "$(dirname "$0")/.."

rm -rf out/data out/state out/backup
mkdir -p out/state
# The anchor of the data folder lives with the demo, not among the user's own offices.
XDG_STATE_HOME=$PWD/out/state build/harta tour --data out/data --out out --import "$register"

list() {
  local files
  files=$(find out -path out/data -prune -o -path out/backup -prune -o -path out/state -prune -o -type f -name "$2" -print | sort)
  [ -z "$files" ] || printf '\n%s\n%s\n' "$1" "${files//out\//  out/}"
}
list "Писма и протоколи:" '*.pdf'
list "Годишни справки:" '*.xlsx'
list "Обобщение:" '*.txt'
