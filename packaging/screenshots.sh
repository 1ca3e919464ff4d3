#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes every screen of ListBrief, showing the sample week, in each language, light and dark, and at a large and a
# finely dotted screen. Nothing is shown on the desktop: it needs xvfb, xdotool and imagemagick.
# Usage: packaging/screenshots.sh [FOLDER [SCREEN...]]   (build/screenshots; the names below, else all)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/functions.sh"

need build run screenshots
program=${LISTBRIEF:-$root/build/release/bin/listbrief}
[ -n "${LISTBRIEF:-}" ] || build release
folder=${1:-$root/build/screenshots}
[ $# -eq 0 ] || shift
mkdir -p "$folder"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT INT TERM
screens=${*:-window dark first addlist addlist-error settings providers categories export compose shortcuts about jobs error search nomatch thread conversation source attention overview palette keys snooze}

# Colours as a dark desktop has them: Qt reads those of KDE by itself.
dark_colours() {
    cat <<'COLOURS'
[Colors:Window]
BackgroundNormal=42,45,49
ForegroundNormal=238,238,238
[Colors:View]
BackgroundNormal=29,31,34
BackgroundAlternate=38,40,44
ForegroundNormal=238,238,238
ForegroundLink=108,178,247
ForegroundVisited=185,154,240
[Colors:Button]
BackgroundNormal=53,56,61
ForegroundNormal=238,238,238
[Colors:Selection]
BackgroundNormal=47,111,181
ForegroundNormal=255,255,255
[Colors:Tooltip]
BackgroundNormal=42,45,49
ForegroundNormal=238,238,238
COLOURS
}

# What is typed to get from the sample week to a screen: xdotool's names of keys, or text after a colon.
keys_to() {
    case $1 in
        addlist) echo ctrl+n ;;
        addlist-error) echo ctrl+n :/nowhere/at/all.mbox Return ;;
        settings) echo ctrl+comma ;;
        providers) echo ctrl+comma ctrl+Tab ;;
        categories) echo ctrl+comma ctrl+Tab ctrl+Tab ;;
        export) echo ctrl+e ;;
        compose) echo ctrl+shift+e ;;
        shortcuts) echo F1 ;;
        about) echo alt+h Up Return ;;
        jobs) echo F5 ctrl+j ;;
        search) echo slash :selftests Return ;;
        nomatch) echo slash :nobody ;;
        thread) echo j j j Return Down Down ;;
        conversation) echo j alt+4 q d ;;
        source) echo alt+5 ctrl+u ;;
        attention) echo g a ;;
        overview) echo w ;;
        palette) echo ctrl+k :mar ;;
        keys) echo ctrl+comma ctrl+Tab ctrl+Tab ctrl+Tab ctrl+Tab ctrl+Tab ;;
        snooze) echo z ;;
        *) echo ;;
    esac
}

# shoot NAME LANGUAGE LIGHT|DARK WIDTHxHEIGHT SCALE SCREEN
shoot() {
    profile=$home/$1 && mkdir -p "$profile/config"
    printf '[window]\nlanguage=%s\n[report]\nlanguage=%s\n' "$2" "$2" >"$profile/settings.ini"
    desktop=
    if [ "$3" = dark ]; then
        dark_colours >"$profile/config/kdeglobals"
        desktop="XDG_CURRENT_DESKTOP=KDE KDE_SESSION_VERSION=5"
    fi
    case $6 in
        first) archive= ;;
        error) archive=/nowhere/at/all.mbox ;;
        *) archive=$root/resources/sample/kvmarm-2025-week25.mbox.gz ;;
    esac
    # shellcheck disable=SC2086 # word by word
    env $desktop XDG_CONFIG_HOME="$profile/config" QT_QPA_PLATFORM=xcb QT_STYLE_OVERRIDE=Fusion LC_ALL=C.UTF-8 \
        QT_SCALE_FACTOR="$5" PROGRAM="$program" PROFILE="$profile" ARCHIVE="$archive" KEYS="$(keys_to "$6")" \
        PICTURE="$folder/$1.png" xvfb-run -a -s "-screen 0 $4x24" sh -c '
            "$PROGRAM" --profile "$PROFILE" $ARCHIVE 2>"$PROFILE/log" &
            window=$(timeout 60 xdotool search --sync --onlyvisible --pid $! | tail -n 1)
            settle() { # until two pictures are the same
                before=
                for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
                    now=$(import -window root rgb:- | cksum)
                    [ "$now" != "$before" ] || return 0
                    before=$now
                    sleep "$1"
                done
            }
            settle 2
            xdotool windowfocus --sync "$window" mousemove 0 0
            for key in $KEYS; do
                case $key in
                    :*) xdotool type --delay 30 "${key#:}" ;;
                    *) xdotool key "$key" ;;
                esac
                settle 0.5
            done
            import -window root "$PICTURE"
            kill $!
            wait $! 2>/dev/null || true'
    say "$folder/$1.png"
}

for screen in $screens; do
    case $screen in
        window)
            shoot window en light 1280x800 1 window
            shoot window-zh_CN zh_CN light 1280x800 1 window
            shoot window-large en light 2560x1440 1 window
            shoot window-fine en light 2560x1600 2 window ;;
        dark)
            shoot window-dark en dark 1280x800 1 window
            shoot window-dark-zh_CN zh_CN dark 1280x800 1 window ;;
        *)
            shoot "$screen" en light 1280x800 1 "$screen"
            shoot "$screen-zh_CN" zh_CN light 1280x800 1 "$screen"
            shoot "$screen-dark" en dark 1280x800 1 "$screen" ;;
    esac
done
