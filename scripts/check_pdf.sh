#!/bin/bash
# check_pdf.sh FILE… [-- TEXT…]: structure, embedded fonts, Cyrillic text layer, nothing blank, nothing outside the page.
# Every TEXT must be found in every FILE, white space collapsed. A4=1 demands A4 pages, MAXPAGES=n bounds their number.
# Prints what is wrong and a verdict for each file; exit 0 when all are sound, 1 otherwise.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export LC_ALL=C.UTF-8

no() { echo "FAIL: $*"; bad=1; }
has() { grep -qP "$1" "$tmp/text"; }

structure() {
  [ "$(head -c5 "$file")" = "%PDF-" ] || no "no %PDF- header at byte 0"
  tail -c 1024 "$file" | grep -aq '%%EOF' || no "no %%EOF at the end"
  timeout 60 qpdf --check "$file" >"$tmp/qpdf" 2>&1 || no "qpdf: $(grep -m1 -iE 'warning|error|damaged' "$tmp/qpdf")"
  timeout 60 pdfinfo "$file" >"$tmp/info" 2>"$tmp/complaints" || no "pdfinfo refuses the file"
  [ -s "$tmp/complaints" ] && no "pdfinfo: $(head -1 "$tmp/complaints")"
  pages=$(awk '/^Pages:/ { print $2 }' "$tmp/info")
  [ "${pages:=0}" -ge 1 ] || no "no pages"
  [ "$pages" -le "${MAXPAGES:-$pages}" ] || no "$pages pages, more than $MAXPAGES"
  if [ "${A4:-}" = 1 ] && pdfinfo -f 1 -l "$pages" "$file" 2>/dev/null | grep 'Page.*size:' | grep -vq A4; then no "a page is not A4"; fi
}

fonts() {
  timeout 60 pdffonts "$file" >"$tmp/fonts" 2>/dev/null || no "pdffonts refuses the file"
  [ "$(wc -l <"$tmp/fonts")" -gt 2 ] || no "no fonts: is the page only a picture?"
  # The columns from the right: object, generation, unicode, subset, embedded.
  while read -r complaint; do no "$complaint"; done < <(awk 'NR > 2 {
    if ($(NF-4) != "yes") print "font not embedded: " $1
    if ($(NF-2) != "yes") print "font without ToUnicode: " $1
  }' "$tmp/fonts")
}

words() {
  timeout 60 pdftotext -enc UTF-8 "$file" "$tmp/text" 2>/dev/null || no "pdftotext refuses the file"
  letters=$(grep -oP '[\x{0400}-\x{04FF}]' "$tmp/text" | wc -l)
  [ "$letters" -ge 20 ] || no "only $letters Cyrillic letters in the text layer"
  has '[\x{FFFD}\x{25A1}\x{2370}]' && no "replacement characters or boxes in the text"
  has '[РС][\x{0402}-\x{040F}\x{0452}-\x{045F}°±²µ»†‡€‰‹].?[РС][\x{0400}-\x{040F}°±²µ»†‡]' && no "UTF-8 read as windows-1251"
  /usr/bin/python3 "$here/check_pdf.py" words "$tmp/text" "${texts[@]}" || bad=1
}

drawing() {
  timeout 90 mutool draw -q -r 40 -o "$tmp/page%d.pgm" "$file" "1-$((pages > 20 ? 20 : pages))" >"$tmp/mutool" 2>&1 || no "mutool cannot draw"
  complaint=$(grep -v 'ICC support' "$tmp/mutool" | grep -m1 -iE 'error|warning') && no "mutool: $complaint"
  timeout 60 pdftotext -bbox "$file" "$tmp/boxes" 2>/dev/null || no "pdftotext finds no boxes"
  /usr/bin/python3 "$here/check_pdf.py" boxes "$tmp/boxes" || bad=1
  /usr/bin/python3 "$here/check_pdf.py" blank "$tmp"/page*.pgm || bad=1
}

judge() {
  file=$1 bad=0 pages=0 letters=0
  tmp=$(mktemp -d)
  if ! [ -s "$file" ]; then
    no "missing or empty"
  elif structure; [ "$pages" -ge 1 ]; then
    fonts
    words
    drawing
  fi
  rm -rf "$tmp"
  [ "$bad" = 0 ] && verdict=OK || verdict=FAIL
  echo "$verdict $file: $pages pages, $letters Cyrillic letters"
  return "$bad"
}

files=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  files+=("$1")
  shift
done
texts=("${@:2}")
[ ${#files[@]} -gt 0 ] || { echo "usage: check_pdf.sh FILE… [-- TEXT…]"; exit 1; }

worst=0
for name in "${files[@]}"; do judge "$name" || worst=1; done
exit "$worst"
