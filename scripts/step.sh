#!/bin/bash
# step.sh TITLE COMMAND…: runs one step under a title and says how it ended and how long it took.
title=$1
shift
echo "── $title"
started=$(date +%s%N)
"$@"
code=$?
took=$((($(date +%s%N) - started) / 100000000))
[ "$code" = 0 ] && verdict=добре || verdict="НЕ МИНА (изход $code)"
echo "── $title: $verdict, $((took / 10)),$((took % 10)) с"
exit "$code"
