#!/bin/bash
# manual.sh [draw]: writes docs/ръководство.md from the pages that the window shows. With draw it draws the window anew
# first (build/harta gallery, minutes) and keeps the pictures of the manual in docs/pictures, small enough for a repository.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")/.."
out=docs/ръководство.md
shots=docs/pictures

# The chapters in the order of a clerk's day, then what is needed seldom.
pages=(first gate window today new register case letter letters approval dispatch reports destroy calendar calculator journal settings import trouble limits)

# Picture, the page it belongs to, the heading it stands under (- = at its beginning), and what it shows.
pictures='
11-start      gate      Първо_пускане              Първо пускане: ново деловодство или упражнение
11-sheet      gate      Първо_пускане              Листът за възстановяване и проверката на кода
01-login      gate      Вход                       Кой влиза, и паролата
01-login-held gate      Ако_програмата_откаже      Данните са отворени на друго място
12-palette    window    Търсене_навсякъде          Търсене навсякъде с Ctrl+K
18-keys       window    Клавиши_навсякъде          Листът с клавишите, Ctrl+/
02-today      today     -                          Днес
03-new        new       -                          Нова преписка, попълнена
03-new-refused new      Ако_програмата_откаже      Отказите стоят под полетата
04-register   register  -                          Регистър с преглед отдясно
05-case       case      -                          Преписка в работа
13a-extension case      Удължаване_на_срока        Удължаване: първо писмото
05-case-close case      Ако_програмата_откаже      Какво липсва за приключване
06-letter     letter    -                          Писмо, което се пише
06-letter-signed letter Какво_се_пази              Подписано писмо
06-letters    letters   -                          Писмата в работа
07-approval   approval  -                          Писмо за одобрение
08-dispatch   dispatch  -                          Изпращане и разписки
09-reports    reports   -                          Годишен отчет
18-destroy    destroy   -                          Преписките с изтекъл срок за съхранение
18-destroy-lists destroy Ако_програмата_откаже     Списък за унищожаване, от който една преписка отпада
10-calendar   calendar  -                          Календар на работните дни
10-calendar-new calendar Обявяване_на_ден           Проба: кои срокове ще се преместят
10-calendar-import calendar Внасяне_от_файл         Дните от файл, всеки с това какво става с него
19-calculator calculator -                         Калкулаторът с обяснението на избрания вид
17-journal-checked journal -                       Журнал след проверка
16-import-mistakes import  -                          Проба на стар регистър с грешки
15-settings-users settings -                       Потребители и роли
15-settings-backup settings Архив                  Място за архива
'

# draw: the gates show the folder of the office that lived for the pictures; that line is cut off.
draw() {
  local drawn name
  drawn=$(mktemp -d)
  trap 'rm -rf "$drawn"' RETURN
  build/harta gallery --out "$drawn"
  rm -rf "$shots" && mkdir -p "$shots"
  while read -r name _; do
    [ -n "$name" ] || continue
    local cut=()
    case $name in 01-* | 11-*) cut=(-gravity South -chop 0x27) ;; esac
    convert "$drawn/$name.png" "${cut[@]}" +dither -colors 256 -strip "PNG8:$shots/$name.png"
  done <<<"$pictures"
}

# chapter PAGE: the page with its pictures.
chapter() {
  awk -v page="$1" -v pictures="$pictures" '
    function show(under,   i) {
      for (i = 1; i <= count; i++)
        if (of[i] == page && at[i] == under) printf "\n![%s](pictures/%s.png)\n", words[i], name[i]
    }
    BEGIN {
      lines = split(pictures, line, "\n")
      for (i = 1; i <= lines; i++) {
        if (split(line[i], f, " ") < 4) continue
        name[++count] = f[1]; of[count] = f[2]; at[count] = f[3]
        gsub("_", " ", at[count])
        words[count] = line[i]
        sub(/^[^ ]+ +[^ ]+ +[^ ]+ +/, "", words[count])
      }
    }
    { print }
    /^## / { show("-") }
    /^### / { show(substr($0, 5)) }
  ' "resources/manual/$1.md"
}

[ "${1:-}" != draw ] || draw
{
  echo '# Ръководство'
  echo
  echo 'Същите страници са в програмата: F1 показва тази за екрана, а „Помощ“ – останалите. Картините са от учебното'
  echo 'деловодство; всичко в тях е измислено. Прави го `scripts/manual.sh`; поправя се в `resources/manual/`.'
  echo
  for page in "${pages[@]}"; do
    title=$(sed -n '1s/^## //p' "resources/manual/$page.md")
    anchor=$(sed 's/[,.]//g; s/ /-/g; s/.*/\L&/' <<<"$title")
    echo "- [$title](#$anchor)"
  done
  for page in "${pages[@]}"; do
    echo
    chapter "$page"
  done
} >"$out"
