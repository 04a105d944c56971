#!/usr/bin/env bash
# Installs what is missing, builds Lockstep with its tests and runs all of them without a display.
set -u
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

install_missing
continue_as_owner "$@"
build check

say "Running every test, without a display, under three time zones"
cd "$ROOT" || exit 1
exec ctest --preset check -j "$(job_count)" "$@"
