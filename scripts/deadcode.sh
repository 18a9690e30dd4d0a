#!/bin/bash
# deadcode.sh: names the functions that neither a program nor a test can reach; exit 1 if there is one. The window is a
# program too, and needs cgo.
set -euo pipefail
cd "$(dirname "$0")/.."

dead=$(CGO_ENABLED=1 build/bin/deadcode -test -tags migrated_fynedo,no_emoji,no_animations ./...)
[ -z "$dead" ] || { echo "$dead"; exit 1; }
