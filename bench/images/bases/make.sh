#!/usr/bin/env bash
# Makes the base images of the benchmark in the engine that `docker` reaches, where no registry can be reached.
# An image that the engine has is kept: remove it, and its tar in FOLDER, to have it made anew.
#
# usage: make.sh FOLDER
# keeps: tars and downloads in FOLDER
# needs: docker, npm and what debian.sh needs
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

has() {
  docker image inspect "$@" >/dev/null 2>&1
}

for suite in bookworm trixie; do
  for tag in "$suite" "$suite-slim"; do
    has "debian:$tag" && continue
    "$here/debian.sh" "$suite" "$folder"
    docker import --change 'CMD ["bash"]' "$folder/debian-$tag.tar" "debian:$tag" >/dev/null
  done
done

has node:20 node:20-slim node:20-bookworm node:20-bookworm-slim || "$here/node.sh" "$folder"

docker image ls --filter reference=debian --filter reference=buildpack-deps --filter reference=node
