#!/bin/bash
# deps.sh run|lint|test|windows: installs what the system lacks for that target of make (Debian and Ubuntu) and says what and
# why.
# Does nothing when all is there. The Go toolchain itself is asked for, never installed.
set -uo pipefail

java=/usr/share/java
what=${1:-test}

# need WHAT PACKAGE WHY: remembers a package when WHAT (a command, a file, or py:module) is not on the system.
need() {
  case $1 in
    py:*) /usr/bin/python3 -c "import ${1#py:}" 2>/dev/null && return ;;
    /*) [ -e "$1" ] && return ;;
    *) command -v "$1" >/dev/null && return ;;
  esac
  packages+=("$2")
  reasons+=("$(printf '  %-24s %s' "$2" "$3")")
}

# window: what the window is built with, and a display of its own where there is none.
window() {
  need gcc gcc "строеж на прозореца / building the window"
  need /usr/include/stdlib.h libc6-dev "строеж на прозореца / building the window"
  need /usr/include/GL/gl.h libgl1-mesa-dev "строеж на прозореца / building the window"
  need /usr/include/X11/extensions/Xrandr.h xorg-dev "строеж на прозореца / building the window"
  need /usr/include/wayland-client-core.h libwayland-dev "строеж на прозореца / building the window"
  need /usr/include/xkbcommon/xkbcommon.h libxkbcommon-dev "строеж на прозореца / building the window"
  need /usr/include/EGL/egl.h libegl1-mesa-dev "строеж на прозореца / building the window"
  need Xvfb xvfb "екран, когато няма / a display where there is none"
  need xdotool xdotool "клавиатура без човек / a keyboard without a person"
  need xclip xclip "клавиатура без човек / a keyboard without a person"
  need xprop x11-utils "клавиатура без човек / a keyboard without a person"
  need import imagemagick "картини на екрана / pictures of the screen"
  need "$(echo /usr/lib/*/dri/swrast_dri.so)" libgl1-mesa-dri "рисуване без графична карта / drawing without a graphics card"
}

windows() {
  need x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64 "прозорецът за Windows / the window for Windows"
  need x86_64-w64-mingw32-windres binutils-mingw-w64-x86-64 "строеж за Windows / building for Windows"
}

look() {
  packages=() reasons=()
  case $what in
    run) window ;;
    windows) windows ;;
    lint) window && windows ;;
    *) window && windows && judges ;;
  esac
  return 0
}

judges() {
  need gcc gcc "тестове с -race / the race detector"
  need /usr/include/stdlib.h libc6-dev "тестове с -race / the race detector"
  need /usr/bin/python3 python3 "проверки на изхода / judging the outputs"
  need qpdf qpdf "строеж на PDF / PDF structure"
  need pdftotext poppler-utils "текст и шрифтове в PDF / PDF text and fonts"
  need mutool mupdf-tools "изчертаване на PDF / drawing PDF pages"
  need javac default-jdk-headless "проверка за PDF/A / PDF/A validation"
  need "$java/preflight.jar" libpdfbox2-java "проверка за PDF/A / PDF/A validation"
  need "$java/fontbox2.jar" libfontbox2-java "проверка за PDF/A / PDF/A validation"
  need "$java/commons-logging.jar" libcommons-logging-java "проверка за PDF/A / PDF/A validation"
  need "$java/commons-io.jar" libcommons-io-java "проверка за PDF/A / PDF/A validation"
  need "$java/javax.activation.jar" libactivation-java "проверка за PDF/A / PDF/A validation"
  need "$java/jaxb-api.jar" libjaxb-api-java "проверка за PDF/A / PDF/A validation"
  need unzip unzip "пакет на xlsx / xlsx package"
  need py:openpyxl python3-openpyxl "клетки на xlsx / xlsx cells"
  need py:lxml python3-lxml "XML в xlsx / xlsx XML"
  need soffice libreoffice-calc-nogui "преизчисляване на xlsx / recalculating xlsx"
}

say() { printf '%s\n' "$@"; }
root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# apt VERB…: a package installation can fail once (a mirror, a lock) and pass when repeated.
apt() {
  local try log
  log=$(mktemp)
  for try in 1 2 3; do
    root env DEBIAN_FRONTEND=noninteractive \
      apt-get -qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@" </dev/null >"$log" 2>&1 && break
    say "  опит $try не мина / attempt $try did not pass: $(tail -1 "$log")"
    sleep $((try * 5))
  done
  rm -f "$log"
}

if ! (cd "$(dirname "$0")/.." && go list -m) >/dev/null; then
  say "Нужен е Go 1.26 или по-нов: https://go.dev/dl / Go 1.26 or newer is needed"
  exit 1
fi
look
[ ${#packages[@]} = 0 ] && exit 0
say "Системата няма следното и сега се инсталира / The system lacks the following, now being installed:" "${reasons[@]}"
if ! command -v apt-get >/dev/null; then
  say "Тук няма apt-get: инсталирайте ги по обичайния си начин / No apt-get here: install them in your usual way"
  exit 1
fi
apt update && apt install --no-install-recommends "${packages[@]}"

look
[ ${#packages[@]} = 0 ] && exit 0
say "Още липсва / Still missing:" "${reasons[@]}"
exit 1
