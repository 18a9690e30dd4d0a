#!/bin/bash
# story.sh: lives the story in a temporary folder with build/harta and judges every letter and every workbook it leaves.
set -euo pipefail
cd "$(dirname "$0")/.."

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/state" "$dir/out"
XDG_STATE_HOME=$dir/state build/harta tour --data "$dir/data" --out "$dir/out" --import resources/sample/register.csv

mapfile -t letters < <(find "$dir/out" -name '*.pdf' | sort)
mapfile -t workbooks < <(find "$dir/out" -name '*.xlsx' | sort)
if [ ${#letters[@]} = 0 ] || [ ${#workbooks[@]} = 0 ]; then
  echo "историята не остави писма или справки"
  exit 1
fi

code=0
A4=1 scripts/check_pdf.sh "${letters[@]}" || code=1
scripts/check_pdfa.sh "${letters[@]}" || code=1
ALLOWFORMULA=1 scripts/check_xlsx.sh "${workbooks[@]}" || code=1
exit "$code"
