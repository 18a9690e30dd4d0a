#!/bin/bash
# windows.sh: cross-compiles build/harta.exe and build/harta-desktop.exe, the latter with icon, manifest and version.
set -euo pipefail
cd "$(dirname "$0")/.."
export GOOS=windows GOARCH=amd64
mkdir -p build

CGO_ENABLED=0 go build -o build/harta.exe ./cmd/harta

# The linker takes every *.syso of the package's folder; this one is made anew each time and never committed.
version=$(sed -n 's/^Version = "\(.*\)"$/\1/p' FyneApp.toml)
numbers="${version//./,},$(sed -n 's/^Build = \([0-9]*\)$/\1/p' FyneApp.toml)"
syso=$PWD/cmd/harta-desktop/resource_windows_amd64.syso
(cd cmd/harta-desktop/windows && x86_64-w64-mingw32-windres -D "HARTA_VERSION=\\\"$version\\\"" -D "HARTA_NUMBERS=$numbers" -O coff -o "$syso" harta.rc)
trap 'rm -f "$syso"' EXIT

CGO_ENABLED=1 CC=x86_64-w64-mingw32-gcc go build -tags migrated_fynedo,no_emoji,no_animations -ldflags "-s -w -H=windowsgui" \
  -o build/harta-desktop.exe ./cmd/harta-desktop
cp docs/лицензи.txt build/ # the program carries them too; beside it they are found without it
ls -l build/harta.exe build/harta-desktop.exe
