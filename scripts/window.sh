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
trap 'status=$?; [ $status = 0 ] || { picture провал; stacks; cat "$work/window.log" "$XDG_STATE_HOME/harta/crash.txt" 2>/dev/null || true; }; stop_window; stop_display; rm -rf "$work"; exit $status' EXIT

# What the program shows in the viewer of the system is kept among the pictures.
mkdir "$work/bin"
printf '#!/bin/bash\ncp "$1" "%s/показано-$(date +%%s%%3N).${1##*.}"\n' "$out" >"$work/bin/xdg-open"
chmod +x "$work/bin/xdg-open"
export PATH=$work/bin:$PATH

harta() { "$root/build/harta" --data "$work/data-exercise" "$@"; }
# sign_out_as N: locks the window and signs in as the user in place N of the list, from 0.
sign_out_as() {
  local i
  keys ctrl+l
  see "Вход"
  for ((i = 0; i < 12; i++)); do keys Up; done # the arrows choose from the field of the password
  for ((i = 0; i < $1; i++)); do keys Down; done
  write "$HARTA_PASSWORD"
  keys Return
  see "Днес"
}

# draft_has: what is typed lies on the disk, sealed to who types it.
draft_has() { ls "$work"/data-exercise/drafts/* >/dev/null 2>&1; }

subject="Искано пълномощно за справка на гише 3"
text="На гише 3 ми поискаха пълномощно, което не се изисква. Моля за проверка."
finding="Проверката установи, че пълномощно не се изисква."

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
keys Tab Right Right
keys Tab Tab Tab Tab Tab Tab
human "Таня Петрова Примерова"
keys Tab Tab Tab
human "Примерно"
keys Tab Tab
human "ул. Трета 3"
keys Tab Tab Tab Tab Tab Tab
human "$subject"
keys Tab
human "$text"
took=$(($(now) - begun))
quiet
picture 03-нова-преписка
keys ctrl+Return
see "94-"
echo "   жалбата е заведена за $((took / 1000)) с писане"
[ $took -le 60000 ] || { echo "повече от 60 секунди"; exit 1; }
quiet
picture 04-преписка

step "Деловодителят решава допустимостта"
keys Return
quiet
picture 05-допустимост
keys ctrl+Return
quiet

# open_case: finds the case by a word of its subject, as one does who has no number.
open_case() {
  keys ctrl+k
  quiet
  human "$subject"
  quiet
  keys Return
  see "94-"
}

step "Секретарят резолира"
sign_out_as 9
picture 06-секретар
keys ctrl+k
quiet
human "$subject"
quiet
picture 07-търсене
keys Return
see "94-"
keys Return
quiet
keys Return
human "строит"
keys Return Tab Return
human "иво"
keys Return Tab Tab
human "За проверка и отговор"
quiet
picture 08-резолюция
keys ctrl+Return
quiet

step "Изпълнителят приема и решава"
sign_out_as 2
open_case
keys Return
quiet
keys Return
quiet
keys Return
human "уваж"
keys Return Tab Tab
human "$finding"
keys Tab
human "Служителят е инструктиран."
quiet
picture 09-решение
keys ctrl+Return
quiet
picture z1

step "Изпълнителят пише отговора; програмата е убита насред думата"
keys F8
see "Писмо"
quiet
human "Уважаема госпожо Примерова, "
wait_for "чернова" draft_has
quiet
stop_window
start_window "$work/data-exercise"
see "Вход"
write "$HARTA_PASSWORD"
keys Return
see "Днес"
open_case
keys F8
see "Писмо"
quiet
picture 10-писмото-след-срива
keys ctrl+Return
quiet
picture z1

step "Началникът одобрява"
sign_out_as 6
keys ctrl+5
see "За одобрение"
quiet
picture 11-одобряване
keys a
quiet
keys a
quiet

step "Кметът подписва"
sign_out_as 8
keys ctrl+5
see "За одобрение"
quiet
picture 12-подпис
for _ in 1 2 3 4 5; do
  keys s
  quiet
  keys Return
  quiet
done

step "Деловодителят изпраща и приключва"
sign_out_as 0
keys ctrl+6
see "Изпращане"
quiet
for _ in 1 2 3 4 5 6 7 8 9; do keys space Down; done
quiet
picture 13-изпращане
keys ctrl+Return
quiet
picture 14-изпратени

step "Секретарят отчита изпълнението, приключва и гледа отчета"
sign_out_as 9
open_case
keys Return
quiet
keys Tab
human "Инструктажът е проведен."
keys ctrl+Return
quiet
keys Return
quiet
picture 15-приключване
keys ctrl+Return
quiet
picture 16-приключена
keys ctrl+7
see "Годишен отчет"
quiet
picture 17-отчет
keys ctrl+9
see "Журнал"
quiet
picture 18-журнал
stop_window

step "Дневникът знае същото"
number=$(harta list --user clerk --json | python3 -c '
import json, sys
found = [e["number"] for e in json.load(sys.stdin) if e["subject"] == sys.argv[1]]
assert len(found) == 1, found
print(found[0])' "$subject")
harta show "$number" --user clerk >"$out/преписка.txt"
for words in "приключена" "Таня Петрова Примерова" "изпратено"; do
  grep -q "$words" "$out/преписка.txt" || { echo "преписката не казва „$words“"; cat "$out/преписка.txt"; exit 1; }
done
letter=$(harta letter show "$number" 1 --user clerk)
grep -q "Уважаема госпожо Примерова" <<<"$letter" || { echo "писаното преди срива го няма"; echo "$letter"; exit 1; }
"$root/build/harta" verify "$work/data-exercise" --full
echo "   $number е заведена, решена, отговорена и приключена само с клавиатура; картините са в $1"
