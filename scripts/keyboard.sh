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
  Xvfb -displayfd 4 -screen 0 "${SCREEN:-1366x768}x24" 4>"$work/display" >/dev/null 2>&1 &
  display_pid=$!
  wait_for "екран" test -s "$work/display"
  DISPLAY=:$(<"$work/display")
  export DISPLAY
  unset WAYLAND_DISPLAY
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

titles() { xwininfo -root -tree | grep '("Харта"\|("harta' ; }
has_title() { xwininfo -root -tree | grep -q "\"$1.*\": (\|\"$1\": ("; }

# see TITLE: waits until the window shows a screen.
see() { wait_for "$1" has_title "$1"; quiet; }

# quiet waits until two pictures of the screen in a row are the same: everything was drawn.
quiet() {
  local before='' after end=$((SECONDS + patience))
  while after=$(import -window root -silent rgb:- | md5sum) && [ "$after" != "$before" ]; do
    [ $SECONDS -lt $end ] || return 0
    before=$after
    read -rt 0.12 <> <(:) || true
  done
}

keys() { xdotool key --delay 45 "$@"; }

# write puts a text where the focus is, at once: the way a person pastes.
write() {
  printf %s "$1" | xclip -selection clipboard -i
  xdotool key --delay 45 ctrl+v
  quiet
}

# human types a text letter by letter, at the speed of a clerk who types well.
human() { xdotool type --delay 150 -- "$1"; }

until_file() { wait_for "$1" test -e "$1"; }

picture() { import -window root -silent "$out/$1.png" 2>/dev/null || true; }
