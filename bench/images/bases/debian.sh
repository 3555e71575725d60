#!/usr/bin/env bash
# Makes debian:SUITE and debian:SUITE-slim as tars, with debuerreotype, which makes the official images.
#
# usage: debian.sh SUITE FOLDER
# makes: FOLDER/debian-SUITE.tar and FOLDER/debian-SUITE-slim.tar, unless they are there
# needs: root, and the Debian packages debuerreotype, debootstrap and debian-archive-keyring
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
suite=$1
folder=$2
full=$folder/debian-$suite.tar
slim=$folder/debian-$suite-slim.tar

if [ -s "$full" ] && [ -s "$slim" ]; then exit 0; fi

missing=()
for package in debuerreotype debootstrap debian-archive-keyring; do
  dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  echo "debian.sh needs Debian packages that are not installed: ${missing[*]}" >&2
  exit 1
fi

# shellcheck source=archive.sh
. "$here/archive.sh"

work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
root=$work/root
mkdir -p "$root" "$folder"

quietly() {
  "$@" >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; exit 1; }
}

# What is not a dated snapshot is "non-debian" to debuerreotype; signatures are checked all the same.
quietly debuerreotype-init --non-debian --keyring "$KEYRING" --debootstrap-script sid "$root" "$suite" "$ARCHIVE"
quietly debuerreotype-minimizing-config "$root"

rm -f "$root/etc/apt/sources.list"
cat >"$root/etc/apt/sources.list.d/debian.sources" <<SOURCES
Types: deb
URIs: $ARCHIVE
Suites: $suite $suite-updates
Components: main
Signed-By: $KEYRING

Types: deb
URIs: $SECURITY_ARCHIVE
Suites: $suite-security
Components: main
Signed-By: $KEYRING
SOURCES

# The archive may be a copy that lags behind.
echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/99archive-copy"

cp /etc/resolv.conf "$root/etc/"
quietly debuerreotype-apt-get "$root" update
quietly debuerreotype-apt-get "$root" dist-upgrade --yes

quietly debuerreotype-tar "$root" "$work/full.tar"
quietly debuerreotype-slimify "$root"
quietly debuerreotype-tar "$root" "$work/slim.tar"
mv "$work/full.tar" "$full"
mv "$work/slim.tar" "$slim"
