# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Shared by run.sh, test.sh and lint.sh: sourced with $root set to the clone's folder. Everything said here goes
# to standard error, because the program's standard output may be the report.

say() { printf '%s\n' "$*" >&2; }
die() { say "$0: $*"; exit 1; }

# packages WHEN...: the names that packaging/debian-packages lists for these moments.
packages() {
    for when in "$@"; do
        sed -n "s/^$when //p" "$root/packaging/debian-packages"
    done
}

installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# need WHEN...: installs what is missing of these packages, without asking anything. With everything there it
# touches neither the network nor sudo.
need() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        missing_elsewhere
        return
    fi
    missing=
    for package in $(packages "$@"); do
        installed "$package" || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    as_root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "please install, as root:$missing"
        as_root=sudo
    fi
    say "Installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt_get="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300"
    # The list of packages on a new machine is empty or old, so it is always fetched first.
    $apt_get update >&2 </dev/null || say "The package lists could not be updated; trying with those at hand."
    # shellcheck disable=SC2086 # word by word
    $apt_get install --no-install-recommends $missing >&2 </dev/null \
        || die "these packages could not be installed:$missing
ListBrief needs Debian 12 or Ubuntu 24.04, or newer."
}

# On other systems nothing is installed: what is needed is named, and CMake says exactly what it did not find.
missing_elsewhere() {
    absent=
    for tool in cmake ninja pkg-config c++; do
        command -v "$tool" >/dev/null || absent="$absent $tool"
    done
    for library in gmime-3.0 libgit2 libzstd zlib; do
        pkg-config --exists "$library" 2>/dev/null || absent="$absent $library"
    done
    say "This is not Debian or Ubuntu, so nothing is installed. ListBrief needs: a C++20 compiler (g++ 12 or"
    say "clang 14), CMake 3.25, ninja, pkg-config, Qt 6.4 (base, SVG, SQLite driver, Linguist tools), QtKeychain for"
    say "Qt 6, cmark, GMime 3, libgit2, zstd and zlib, each with its development files."
    [ -z "$absent" ] || die "not found:$absent"
}

# build PRESET: configures when needed, then builds with every core. Compiled objects are kept by ccache.
build() {
    cd "$root" || die "cannot enter $root"
    CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
    export CMAKE_BUILD_PARALLEL_LEVEL
    if [ ! -f "build/$1/build.ninja" ]; then
        rm -f "build/$1/CMakeCache.txt"
        cmake --preset "$1" >&2 || die "CMake could not set up the build: its last lines say what is missing."
    fi
    cmake --build --preset "$1" >&2 || die "the build failed: the compiler's message is above."
    cd - >/dev/null || die "cannot go back"
}
