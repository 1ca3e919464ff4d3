#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings translations/*.ts up to date with the texts of the sources: new ones appear as unfinished, vanished ones go.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/functions.sh"

need build
cd "$root"
PATH=$PATH:/usr/lib/qt6/bin
for file in translations/*.ts; do
    [ -f "$file" ] || die "no translations/*.ts here"
    only=
    [ "$file" != translations/listbrief_en.ts ] || only=-pluralonly
    lupdate -silent $only -no-obsolete -locations none -no-ui-lines app ui -I app -I . -ts "$file"
    grep -c 'type="unfinished"' "$file" | sed "s|^|$file: unfinished: |" >&2 || true
done
