# keyboard.sh: a display, a window and a keyboard for scripts that use the program as a person would. To be sourced.
# Nothing here waits for a while: everything waits for something, and gives up when that does not come.
# shellcheck shell=bash

patience=${PATIENCE:-40} # seconds until something that does not come is a failure

step() { echo "   $1"; }
now() { date +%s%3N; }

# wait_for WHAT COMMAND…: repeats the command until it succeeds.
wait_for() {
  local what=$1 end=$((SECONDS + patience))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || { echo "не дойде: $what"; return 1; }
    read -rt 0.05 <> <(:) || true
  done
}

start_display() {
  exec 3<><(:)
  Xvfb -noreset -displayfd 4 -screen 0 "${SCREEN:-1366x768}x24" 4>"$work/display" >/dev/null 2>&1 &
  display_pid=$!
  wait_for "екран" test -s "$work/display"
  DISPLAY=:$(<"$work/display")
  export DISPLAY
  unset WAYLAND_DISPLAY
  setxkbmap -layout bg -variant phonetic
}
stop_display() { [ -z "${display_pid:-}" ] || kill "$display_pid" 2>/dev/null || true; }

start_window() {
  "$root/build/harta-desktop" --data "$1" >>"$work/window.log" 2>&1 &
  window_pid=$!
  wait_for "прозорец" has_title "."
  quiet
}
stop_window() {
  [ -n "${window_pid:-}" ] || return 0
  kill -KILL "$window_pid" 2>/dev/null || true
  wait "$window_pid" 2>/dev/null || true
  window_pid=
}

# stacks has the window write into its log what it was doing, and ends it.
stacks() {
  kill -QUIT "$window_pid" 2>/dev/null || return 0
  wait "$window_pid" 2>/dev/null || true
}

has_title() { xwininfo -root -tree | grep -q "\"$1.*\": (\|\"$1\": ("; }

# see TITLE: waits until the window shows a screen.
see() { wait_for "$1" has_title "$1"; quiet; }

# quiet waits until the screen stays as it is and the window has nothing more to do: everything was heard and drawn.
quiet() {
  local before='' after same=0 end=$((SECONDS + patience))
  kill -0 "$window_pid" 2>/dev/null || { echo "прозорецът го няма"; return 1; }
  while [ $same -lt 2 ]; do
    read -rt 0.15 <> <(:) || true
    after=$(import -window root -silent rgb:- | md5sum)$(busy)
    if [ "$after" = "$before" ]; then same=$((same + 1)); else same=0; fi
    before=$after
    [ $SECONDS -lt $end ] || return 0
  done
}

# busy gives how much the window has worked so far, in steps of a fifth of a second: at rest it stays the same.
busy() {
  local stat
  read -ra stat </proc/"$window_pid"/stat
  echo $(((stat[13] + stat[14]) / 20))
}

# The keyboard of the display is a Bulgarian one, so a Latin letter is pressed as the key it stands on.
declare -A keycode=([a]=38 [b]=56 [c]=54 [e]=26 [f]=41 [k]=45 [l]=46 [n]=57 [p]=33 [r]=27 [s]=39 [v]=55
  [1]=10 [2]=11 [3]=12 [4]=13 [5]=14 [6]=15 [7]=16 [8]=17 [9]=18)

# keys presses keys one after the other: Tab, F8, ctrl+n, a.
keys() {
  local key pressed=()
  for key in "$@"; do
    case $key in
      ctrl+?) pressed+=("ctrl+${keycode[${key#ctrl+}]}") ;;
      ?) pressed+=("${keycode[$key]}") ;;
      *) pressed+=("$key") ;;
    esac
  done
  xdotool key --delay 60 "${pressed[@]}"
}

# write puts a text where the focus is, at once: the way a person pastes.
write() {
  printf %s "$1" | xclip -selection clipboard -i
  keys ctrl+v
  quiet
}

# Where the Bulgarian letters stand on it (the phonetic layout).
declare -A letter=([а]=38 [б]=56 [в]=25 [г]=42 [д]=40 [е]=26 [ж]=55 [з]=52 [и]=31 [й]=44 [к]=45 [л]=46 [м]=58 [н]=57 [о]=32
  [п]=33 [р]=27 [с]=39 [т]=28 [у]=30 [ф]=41 [х]=43 [ц]=54 [ч]=49 [ш]=34 [щ]=35 [ъ]=29 [ь]=53 [ю]=51 [я]=24 [" "]=65
  [.]=60 [,]=59 [1]=10 [2]=11 [3]=12 [4]=13 [5]=14 [6]=15 [7]=16 [8]=17 [9]=18 [0]=19)

# human types a text letter by letter, at the speed of a clerk who types well: some 400 letters a minute.
human() {
  local i c low pressed=()
  for ((i = 0; i < ${#1}; i++)); do
    c=${1:i:1} low=${c,,}
    [ -n "${letter[$low]:-}" ] || { echo "няма клавиш за „$c“"; return 1; }
    if [ "$c" = "$low" ]; then pressed+=("${letter[$low]}"); else pressed+=("shift+${letter[$low]}"); fi
  done
  xdotool key --delay 150 "${pressed[@]}"
}

picture() { import -window root -silent "$out/$1.png" 2>/dev/null || true; }
