# Shared by run.sh and test.sh: install what is missing, then build with a preset. Sourced, not run.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '==> %s\n' "$*"; }
stop() { printf 'lockstep: %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else stop "This step needs root: $*. Run it as root, or install sudo."
    fi
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The packages of packages.txt that are not there yet. $1: "always", or "unless" for the conditional ones.
missing_packages() {
    local name word path
    while read -r name word path; do
        case $name in ''|'#'*) continue ;; esac
        if [ "$1" = always ]; then
            [ -z "$word" ] || continue
        else
            [ "$word" = unless ] || continue
            compgen -G "$path" >/dev/null && continue
        fi
        is_installed "$name" || printf '%s\n' "$name"
    done <"$ROOT/packaging/packages.txt"
}

# Package lists are fetched once, and only when something is missing.
lists_are_fresh=no
install_packages() {
    [ $# -gt 0 ] || return 0
    command -v apt-get >/dev/null || stop "Missing: $*. This script knows Debian and Ubuntu; install them by hand."
    say "Installing (this may take some minutes): $*"
    if [ $lists_are_fresh = no ]; then
        as_root apt-get -qq update || stop "The package lists could not be fetched. Is there a network?"
        lists_are_fresh=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 \
        install --no-install-recommends "$@" >/dev/null </dev/null ||
        stop "The packages could not be installed."
}

install_missing() {
    local before after
    mapfile -t before < <(missing_packages always)
    install_packages "${before[@]}"
    mapfile -t after < <(missing_packages unless)
    install_packages "${after[@]}"
    [ $((${#before[@]} + ${#after[@]})) -gt 0 ] || say "Everything needed is installed."
}

# Started as "sudo packaging/run.sh": only installing needs root. The rest belongs to whoever owns the clone.
continue_as_owner() {
    [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_UID:-}" ] && [ "$SUDO_UID" -ne 0 ] || return 0
    [ "$(stat -c %u "$ROOT")" = "$SUDO_UID" ] || return 0
    exec sudo --preserve-env=DISPLAY,WAYLAND_DISPLAY,XAUTHORITY -u "#$SUDO_UID" -- bash "$0" "$@"
}

# One job a processor, and at least a gigabyte of memory for each.
job_count() {
    local jobs memory
    jobs=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null)
    if [ -n "$memory" ] && [ "$memory" -lt "$jobs" ]; then jobs=$memory; fi
    echo $((jobs > 0 ? jobs : 1))
}

# $1: a preset of CMakePresets.json.
build() {
    local folder=$ROOT/build/$1 fresh=()
    cd "$ROOT" || exit 1
    if [ -e "$ROOT/build" ] && [ -n "$(find "$ROOT/build" -maxdepth 2 ! -user "$(id -u)" -print -quit)" ] &&
        [ "$(id -u)" -ne 0 ]; then
        say "Taking over the build folder, which belongs to another user"
        as_root chown -R "$(id -u)" "$ROOT/build"
    fi
    # A clone that was copied with its build folder remembers the old place.
    if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$folder/CMakeCache.txt"; then
        fresh=(--fresh)
    fi
    say "Building in build/$1 with $(job_count) jobs (the first time takes some minutes)"
    if [ ! -f "$folder/build.ninja" ] || [ ${#fresh[@]} -gt 0 ]; then
        mkdir -p "$ROOT/build"
        cmake --preset "$1" "${fresh[@]}" >"$ROOT/build/$1.log" 2>&1 ||
            { cat "$ROOT/build/$1.log"; stop "The build could not be prepared; the reason stands above."; }
    fi
    cmake --build --preset "$1" -j "$(job_count)" || stop "The build failed; the reason stands above."
}
