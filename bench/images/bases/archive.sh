# shellcheck shell=bash
# Sourced by the scripts beside it: the Debian archive that apt uses on this machine.
# Sets ARCHIVE and SECURITY_ARCHIVE, unless they are set, and KEYRING.

archives() {
  apt-get indextargets --format "\$(REPO_URI)" 2>/dev/null | sed 's|/$||' | sort -u
}

: "${ARCHIVE:=$(archives | grep -v security | head -n 1)}"
: "${SECURITY_ARCHIVE:=$(archives | grep security | head -n 1)}"
: "${SECURITY_ARCHIVE:=$ARCHIVE-security}"
KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg
export ARCHIVE SECURITY_ARCHIVE KEYRING

if [ -z "$ARCHIVE" ]; then
  echo "apt has no archive: run apt-get update, or set ARCHIVE and SECURITY_ARCHIVE" >&2
  exit 1
fi
