#!/bin/bash
# check_xlsx.sh FILE… [-- TEXT…]: package, XML, openpyxl, and a LibreOffice round trip without error values.
# Every TEXT must stand in a cell of every FILE. ROWS=n demands that many rows on the first sheet, ALLOWFORMULA=1 silences
# the note about formulas. Prints what is wrong and a verdict for each file; exit 0 when all are sound, 1 otherwise.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# One csv a sheet: fields by ; and ", UTF-8, values as shown, all sheets.
filter='csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1'

no() { echo "FAIL: $*"; bad=1; }

# recalculate opens all files in one LibreOffice; sheet X of file n becomes $tmp/csv/n-X.csv.
recalculate() {
  local n
  mkdir -p "$tmp/in" "$tmp/csv"
  for n in "${!files[@]}"; do cp "${files[n]}" "$tmp/in/$n.xlsx" 2>/dev/null; done
  timeout 300 soffice "-env:UserInstallation=file://$tmp/profile" --headless --norestore \
    --convert-to "$filter" --outdir "$tmp/csv" "$tmp"/in/*.xlsx >"$tmp/log" 2>&1 || tail -1 "$tmp/log"
}

judge() {
  local n=$1 file=${files[$1]} errors sheets
  bad=0
  if [ -s "$file" ]; then
    unzip -tqq "$file" >"$tmp/zip" 2>&1 || no "unzip: $(head -1 "$tmp/zip")"
    /usr/bin/python3 "$here/check_xlsx.py" "$file" "${texts[@]}" || bad=1
    sheets=$(find "$tmp/csv" -name "$n-*.csv" | wc -l)
    [ "$sheets" -ge 1 ] || no "LibreOffice cannot open it"
    errors=$(cat "$tmp/csv/$n"-*.csv 2>/dev/null | grep -oE '#(REF|NAME|VALUE|DIV/0|N/A|NUM)[!?]?|Err:5[0-9][0-9]' | sort | uniq -c | head -3 | xargs)
    [ -z "$errors" ] || no "error values after recalculation: $errors"
  else
    no "missing or empty"
  fi
  [ "$bad" = 0 ] && verdict=OK || verdict=FAIL
  echo "$verdict $file: ${sheets:-0} sheets"
  return "$bad"
}

files=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  files+=("$1")
  shift
done
texts=("${@:2}")
[ ${#files[@]} -gt 0 ] || { echo "usage: check_xlsx.sh FILE… [-- TEXT…]"; exit 1; }

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
recalculate
worst=0
for index in "${!files[@]}"; do judge "$index" || worst=1; done
exit "$worst"
