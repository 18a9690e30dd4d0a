#!/bin/bash
# bench.sh: runs every benchmark of the repository; the figures stay in out/bench.txt beside the machine they were made on.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p out
{
  echo "# $(date -u +%F) $(go env GOVERSION) $(uname -srm), $(nproc) CPU"
  go test -run '^$' -bench . -benchmem ./...
} | tee out/bench.txt
