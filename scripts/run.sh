#!/bin/bash
# run.sh: opens the window on a demo office under out/, which stays until out/ is cleaned. Where there is no display the
# same window lives the clerk's day by keyboard under a virtual one, and leaves pictures.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "Няма екран: прозорецът работи сам, картините остават в out/window"
  exec scripts/window.sh out/window
fi
export XDG_STATE_HOME=$PWD/out/state
mkdir -p "$XDG_STATE_HOME"
[ -d out/demo/journal ] || build/harta demo --data out/demo
echo "Учебно деловодство. Паролата на всички е ${HARTA_PASSWORD}"
exec build/harta-desktop --data out/demo
