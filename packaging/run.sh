#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing (Debian 12, Ubuntu 24.04 or newer), builds ListBrief and starts it. Arguments go to the
# program as they are. Without any it opens the window on the built-in sample week or, where there is no
# display, writes the sample's report and says where.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/functions.sh"

need build run
build release
program=$root/build/release/bin/listbrief
sample=$root/resources/sample/kvmarm-2025-week25.mbox.gz

if [ $# -gt 0 ]; then
    exec "$program" "$@"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$program" "$sample"
else
    report=$root/build/report.md
    "$program" --export "$report" --since 2025-06-16 --until 2025-06-22 \
        --profile "$root/build/sample-profile" "$sample"
    echo "There is no display, so this is the sample week's report: $report"
fi
