#!/bin/bash
# Dumps a database, encrypts the dump where there is a passphrase, and keeps the newest ones.
set -eo pipefail
cd "${BACKUPS:-/backups}"
name=$(date +%Y%m%d-%H%M%S).sql.xz
${DUMP:-pg_dump} | xz >"$name"
if [ -n "$PASSPHRASE" ]; then
  gpg --batch --quiet --pinentry-mode loopback --passphrase "$PASSPHRASE" --symmetric "$name"
  rm "$name"
fi
ls -1 | sort -r | tail -n "+$((KEEP + 1))" | xargs -r rm --
