#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing (Debian 12, Ubuntu 24.04 or newer), builds ListBrief with warnings as errors and runs
# its tests. Arguments go to ctest (for example: packaging/test.sh -R thread).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/functions.sh"

need build run test
build dev
cd "$root"
exec ctest --preset dev -j "$(nproc)" "$@"
