#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The checks that need tools of their own: packaging/lint.sh [format] [tidy] [clazy] [data] [--all]
#   format  .clang-format       tidy  clang-tidy        clazy  Qt lints       data  desktop entry, metainfo, man page
# With no names all four run. format and tidy look at the sources that differ from main (or are not committed);
# --all looks at every one. What the compiler and the test suite check is not repeated here.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/functions.sh"

checks=
everything=
for argument in "$@"; do
    case $argument in
    --all) everything=yes ;;
    format | tidy | clazy | data) checks="$checks $argument" ;;
    *) die "unknown check: $argument" ;;
    esac
done
[ -n "$checks" ] || checks="format tidy clazy data"

need build lint
cd "$root"

# The sources in question, one a line.
sources() {
    if [ -n "$everything" ] || ! git rev-parse -q --verify main >/dev/null; then
        git ls-files -- "$@"
    else
        { git diff --name-only --diff-filter=d "$(git merge-base main HEAD)" -- "$@"
          git ls-files -o --exclude-standard -- "$@"; } | sort -u
    fi
}

check_format() {
    sources '*.h' '*.cpp' | xargs -r clang-format --dry-run -Werror
}

# Headers are checked where they are included.
check_tidy() {
    # Not as it is built: what moc makes would be checked, too, and does not pass. Nor after what it links with:
    # moc needs none of that.
    cmake --preset tidy -DCMAKE_CXX_CLANG_TIDY= -DCMAKE_AUTOGEN_ORIGIN_DEPENDS=OFF >/dev/null
    # Files that moc makes are included by the sources, so they must exist; compiling everything is not needed.
    cmake --build --preset tidy --target $(ninja -C build/tidy -t targets all | sed -n 's/^\([^ /]*_autogen\): phony$/\1/p') >/dev/null
    sources 'app/*.cpp' 'ui/*.cpp' 'tests/*.cpp' | xargs -r -P "$(nproc)" -n 1 clang-tidy -p build/tidy --quiet
}

# clazy is a compiler that warns more, so it builds everything; warnings of ours fail the check.
check_clazy() {
    cmake --preset clazy >/dev/null
    cmake --build --preset clazy >build/clazy/warnings.txt 2>&1 || { cat build/clazy/warnings.txt; return 1; }
    ! grep -E 'warning:.*\[-W' build/clazy/warnings.txt
}

check_data() {
    desktop-file-validate packaging/listbrief.desktop
    appstreamcli validate --no-net --pedantic packaging/metainfo.xml
    if command -v man >/dev/null; then
        LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings -E UTF-8 -l -Tutf8 -Z packaging/listbrief.1 2>&1 >/dev/null | { ! grep .; }
    fi
}

failed=
for check in $checks; do
    say "== $check"
    "check_$check" || failed="$failed $check"
done
[ -z "$failed" ] || die "not clean:$failed"
say "All clean:$checks"
