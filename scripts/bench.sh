#!/bin/bash
# bench.sh: runs every benchmark of the repository, and measures the real window; the figures stay in out/bench.txt beside
# the machine they were made on.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p out
{
  echo "# $(date -u +%F) $(go env GOVERSION) $(uname -srm), $(nproc) CPU"
  go test -run '^$' -bench . -benchmem ./internal/...
  scripts/bench-window.sh
} | tee out/bench.txt
