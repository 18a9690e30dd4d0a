#!/bin/bash
# licences.sh: writes docs/лицензи.md, what the two programs are built from and under which licence, and docs/лицензи.txt
# with the texts, from the module cache and scripts/licences (what PDFium is made of, which its library does not carry);
# resources/licences.txt.gz is the same for the program. To be run after a change of go.mod; asks no network.
set -euo pipefail
export LC_ALL=C.UTF-8 GOFLAGS='-trimpath -buildvcs=false'
cd "$(dirname "$0")/.."
table=docs/лицензи.md texts=docs/лицензи.txt packed=resources/licences.txt.gz

# modules OS CGO PACKAGE TAGS: path, version and folder of every module that is compiled in.
modules() {
  GOOS=$1 CGO_ENABLED=$2 go list -tags "$4" -deps -f '{{with .Module}}{{if .Version}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' "$3"
}
window() { modules linux 1 ./cmd/harta-desktop migrated_fynedo,no_emoji,no_animations && modules windows 1 ./cmd/harta-desktop migrated_fynedo,no_emoji,no_animations; }
console() { modules linux 0 ./cmd/harta '' && modules windows 0 ./cmd/harta ''; }

# kind FILE: the licence that a text is.
kind() {
  local text
  text=$(tr -s '[:space:]' ' ' <"$1")
  case $text in
    *'covered by two different licenses: MIT and Apache'*) echo 'MIT, Apache-2.0' ;;
    *UNLICENSE*) echo 'Unlicense или BSD-3-Clause' ;;
    *'Apache License'*'Version 2.0'*) echo Apache-2.0 ;;
    *'SIL OPEN FONT LICENSE'* | *'SIL Open Font License'*) echo OFL-1.1 ;;
    *'zlib/libpng license'* | *'altered source versions'*) echo Zlib ;;
    *'Bitstream Vera'*) echo 'Bitstream Vera' ;;
    *'Permission to use, copy, modify, and/or distribute'*) echo ISC ;;
    *'Permission is hereby granted, free of charge'*) echo MIT ;;
    *'Redistribution and use in source and binary forms'*'Neither the name'*) echo BSD-3-Clause ;;
    *'Redistribution and use in source and binary forms'*) echo BSD-2-Clause ;;
    *) echo "непознат лиценз: $1" >&2 && return 1 ;;
  esac
}

# files DIR: the licences in a folder.
files() { find "$1" -maxdepth 1 -type f | grep -iE '/(apache-)?(licen[cs]e|copying|notice)[^/]*$' | sort; }

# text WHAT FILE…: adds the texts to the collection.
text() {
  local what=$1 file
  shift
  for file; do
    printf '%s\n%s\n%s\n\n' "$(printf '=%.0s' {1..100})" "$what" "$(printf '=%.0s' {1..100})"
    sed 's/\r$//' "$file"
    printf '\n\n'
  done >>"$texts"
}

in_window=$(window | sort -u) in_console=$(console | sort -u)
all=$(sort -u <<<"$in_window"$'\n'"$in_console")
goroot=$(go env GOROOT)
fyne=$(awk '$1 == "fyne.io/fyne/v2" { print $3 }' <<<"$all")
glfw=$(awk '$1 ~ /glfw/ { print $3 }' <<<"$all")

: >"$texts"
text 'Харта' LICENSE
{
  cat <<'TEXT'
# Лицензи

Харта е под [EUPL-1.2](../LICENSE). Двете програми са построени от следното; текстовете на лицензите са в
[лицензи.txt](лицензи.txt) и вървят с програмата. Прави ги `scripts/licences.sh` от кеша на Go.

| от какво | издание | лиценз | прозорец | конзола |
|---|---|---|---|---|
TEXT
  text 'Go' "$goroot/LICENSE"
  echo "| Go и стандартната му библиотека | $(go env GOVERSION | sed 's/^go//') | $(kind "$goroot/LICENSE") | да | да |"
  while read -r path version dir; do
    mapfile -t found < <(files "$dir")
    [ ${#found[@]} -gt 0 ] || { echo "няма лиценз: $path" >&2 && exit 1; }
    kinds=()
    for file in "${found[@]}"; do
      case ${file##*/} in NOTICE*) continue ;; esac
      kinds+=("$(kind "$file")")
    done
    text "$path $version" "${found[@]}"
    kinds_said=$(printf '%s, ' "${kinds[@]}")
    w='–' c='–'
    grep -qF "$path $version " <<<"$in_window" && w=да
    grep -qF "$path $version " <<<"$in_console" && c=да
    echo "| $path | $version | ${kinds_said%, } | $w | $c |"
  done <<<"$all"
  cat <<'TEXT'

## Вградено в библиотеките

| какво | откъде | лиценз |
|---|---|---|
| шрифтът на прозореца Noto Sans | fyne.io/fyne/v2 | OFL-1.1 |
| знаци от Inter | fyne.io/fyne/v2 | OFL-1.1 |
| DejaVu Sans Mono for Powerline | fyne.io/fyne/v2 | Bitstream Vera |
| EmojiOne Color, само в конзолата | fyne.io/fyne/v2 | MIT |
| шрифтовете на писмата Liberation | github.com/go-fonts/liberation | OFL-1.1 |
| GLFW, само в прозореца | github.com/go-gl/glfw | Zlib |
| PDFium като WebAssembly | github.com/klippa-app/go-pdfium | BSD-3-Clause, Apache-2.0 |

В PDFium са вградени FreeType (FTL), libjpeg-turbo (IJG, BSD-3-Clause), libpng, zlib, Little CMS (MIT), OpenJPEG
(BSD-2-Clause), Anti-Grain Geometry, ICU (Unicode-3.0) и Abseil (Apache-2.0). Библиотеката go-pdfium не носи текстовете им;
те са в `scripts/licences` и оттам в лицензи.txt.
TEXT
  for part in pdfium agg23 freetype lcms libjpeg-turbo libpng openjpeg zlib icu abseil; do
    text "PDFium: $part" "scripts/licences/$part.txt"
  done
  text 'fyne.io/fyne/v2, шрифтове' "$fyne"/theme/font/LICENSE*
  if [ -f "$glfw/glfw/LICENSE.md" ]; then text 'GLFW' "$glfw/glfw/LICENSE.md"; fi
} >"$table"
gzip -9nc "$texts" >"$packed"
