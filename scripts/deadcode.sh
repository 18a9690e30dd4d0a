#!/bin/bash
# deadcode.sh: names the functions that neither a program nor a test can reach; exit 1 if there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

dead=$(build/bin/deadcode -test ./...)
[ -z "$dead" ] || { echo "$dead"; exit 1; }
