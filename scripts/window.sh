#!/bin/bash
# window.sh DIR: lives the day of a clerk, an executor, a head and a mayor in the real window under a display of its own,
# with the keyboard alone, and leaves a picture of every step in DIR. Between two keys it waits for what it expects to
# see; at the end the console program is asked whether what was done stands in the journal.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD out=$1
rm -rf "$out" && mkdir -p "$out"
out=$(realpath "$out")
# shellcheck source=scripts/keyboard.sh
. scripts/keyboard.sh

export HARTA_PASSWORD=${HARTA_PASSWORD:-demo-office-2026} LANG=C.UTF-8
work=$(mktemp -d)
export XDG_STATE_HOME=$work/state
mkdir -p "$XDG_STATE_HOME/harta"
echo '{"width":1366,"height":768}' >"$XDG_STATE_HOME/harta/habits.json"
trap 'status=$?; [ $status = 0 ] || { picture провал; cat "$work/window.log"; }; stop_window; stop_display; rm -rf "$work"; exit $status' EXIT

harta() { "$root/build/harta" --data "$work/data-exercise" "$@"; }
subject="Искано пълномощно за справка на гише 3"
text="На гише 3 поискаха пълномощно за справка, за която не се изисква. Чаках петдесет минути. Моля за проверка и писмен отговор."
finding="При проверката се установи, че служителят е поискал пълномощно без основание. Изискването е отменено."

step "Първо стартиране: учебно деловодство"
start_display
start_window "$work/data"
keys Tab Return
write "$HARTA_PASSWORD"
keys Tab
write "$HARTA_PASSWORD"
keys ctrl+Return
see "Вход"
picture 01-вход

step "Деловодителят влиза и завежда жалба"
write "$HARTA_PASSWORD"
keys Return
see "Днес"
quiet
picture 02-днес
keys ctrl+n
see "Нова преписка"
begun=$(now)
human "ж"
keys Tab Tab Tab Tab Tab Tab
human "Таня Петрова Примерова"
keys Escape Tab
