#!/bin/bash
# manual.sh [PICTURES]: writes docs/ръководство.md from the pages that the window shows. PICTURES is a folder that
# `harta gallery` has drawn; those that a page has are copied beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
pictures=${1:-}
out=docs/ръководство.md
shots=docs/картини
# place, and the picture of it
pages=(today:02-today new:03-new register:04-register case:05-case letters:06-letters letter:06-letter approval:07-approval
  dispatch:08-dispatch reports:09-reports calendar:10-calendar journal:17-journal settings:11-settings)

{
  echo '# Ръководство'
  echo
  echo 'Същите страници се отварят в програмата с F1, всяка на своя екран. Всички клавиши са в листа Ctrl+/.'
  for page in "${pages[@]}"; do
    place=${page%%:*} picture=${page#*:}
    echo
    if [ -n "$pictures" ] && [ -f "$pictures/$picture.png" ]; then
      mkdir -p "$shots"
      cp "$pictures/$picture.png" "$shots/$picture.png"
    fi
    if [ -f "$shots/$picture.png" ]; then
      sed -n 1,2p "resources/manual/$place.md"
      echo "![](картини/$picture.png)"
      sed 1d "resources/manual/$place.md"
    else
      cat "resources/manual/$place.md"
    fi
  done
} > "$out"
