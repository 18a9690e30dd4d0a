#!/bin/bash
# check_pdfa.sh FILE…: PDF/A-1b by Apache PDFBox Preflight, all files in one JVM. Exit 0 all valid, 1 some not, 2 cannot run.
# What it needs from apt stands in deps.sh.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
classes=$here/../build/preflight

jars=
for name in preflight pdfbox2 xmpbox fontbox2 commons-logging commons-io jaxb-api javax.activation; do
  [ -f "/usr/share/java/$name.jar" ] && jars=$jars:/usr/share/java/$name.jar
done
if ! [ -f /usr/share/java/preflight.jar ] || ! command -v javac >/dev/null; then
  echo "PDFBox Preflight or a JDK is missing: scripts/deps.sh test"
  exit 2
fi

if [ "$here/Preflight.java" -nt "$classes/Preflight.class" ]; then
  javac -cp "$jars" -d "$classes" "$here/Preflight.java" || exit 2
fi
# Preflight's own log repeats on standard error what the verdict says; a crash of the JVM is told apart by its code.
complaints=$(mktemp)
trap 'rm -f "$complaints"' EXIT
java -cp "$classes$jars" Preflight "$@" 2>"$complaints"
code=$?
[ "$code" -le 1 ] && exit "$code"
tail -3 "$complaints"
exit 2
