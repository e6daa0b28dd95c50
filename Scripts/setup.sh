#!/bin/sh
# Installs the system packages that building certdesk takes, where they are missing; with "bench" also the programs
# that the bench measures beside.
set -eu

command -v swift >/dev/null || {
  echo "certdesk needs a Swift 6.2 toolchain or newer on the PATH (https://www.swift.org/install)." >&2
  exit 2
}

missing=""
need() { # need FILE PACKAGE [PACKAGE-WHERE-THAT-NAME-HAS-GONE]
  for root in /usr/include /usr/include/"$(uname -m)"-linux-gnu; do
    [ -e "$root/$1" ] && return 0
  done
  missing="$missing $2${3:+|$3}"
}
need ncursesw/curses.h libncursesw5-dev libncurses-dev
need sqlite3.h libsqlite3-dev
need sodium.h libsodium-dev
need minizip/unzip.h libminizip-dev
need xlsxwriter.h libxlsxwriter-dev
if [ "${1:-}" = bench ]; then
  for program in sqlite3 htop; do
    command -v $program >/dev/null || missing="$missing $program"
  done
fi
[ -z "$missing" ] && exit 0

command -v apt-get >/dev/null || {
  echo "Missing:$missing. Install them with this system's package manager, then try again." >&2
  exit 2
}
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "Missing:$missing. Installing them takes root: run this as root, or install sudo." >&2
    exit 2
  }
  echo "Installing$missing with sudo (it may ask for your password)."
  as_root=sudo
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
for names in $missing; do
  first=${names%%|*}
  second=${names##*|}
  $as_root apt-get install -y -q --no-install-recommends "$first" ||
    $as_root apt-get install -y -q --no-install-recommends "$second" || {
    echo "Could not install $first (nor $second). Install it by hand, then try again." >&2
    exit 2
  }
done
