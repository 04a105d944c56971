#!/usr/bin/env bash
# Installs what is missing, builds Lockstep and opens the bank incident, or the files named.
# With no display it writes the picture into the current folder instead.
set -u
here=$PWD
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing
continue_as_owner "$@"
build app

cd "$here" || exit 1
[ $# -gt 0 ] || set -- "$ROOT/timelines/bank-vietnam.md"
program=$ROOT/build/app/lockstep
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "Opening $1"
    "$program" "$@"
    code=$?
    [ $code -eq 2 ] || exit $code # 2: the display named there does not answer
fi

picture=$(basename "$1")
picture=$PWD/${picture%.*}.png
say "No display here, so the picture is written instead"
"$program" export "$1" -o "$picture" || exit $?
say "Wrote $picture"
