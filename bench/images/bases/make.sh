#!/usr/bin/env bash
# Makes the base images of the benchmark in the engine that `docker` reaches, where no registry can be reached.
# An image that the engine has is kept: remove it, and its tar in FOLDER, to have it made anew.
#
# usage: make.sh FOLDER [IMAGE ..]      debian:SUITE, node:20 or their slim twins; without any all of them
# keeps: tars and downloads in FOLDER
# needs: docker, npm for node, and what debian.sh needs
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- debian:bookworm debian:trixie node:20

has() {
  docker image inspect "$@" >/dev/null 2>&1
}

debian() {
  local suite=$1 tag
  for tag in "$suite" "$suite-slim"; do
    has "debian:$tag" && continue
    "$here/debian.sh" "$suite" "$folder"
    docker import --change 'CMD ["bash"]' "$folder/debian-$tag.tar" "debian:$tag" >/dev/null
  done
}

for image in "$@"; do
  case $image in
    debian:*)
      suite=${image#debian:}
      debian "${suite%-slim}"
      ;;
    node:20*)
      debian bookworm
      has node:20 node:20-slim node:20-bookworm node:20-bookworm-slim || "$here/node.sh" "$folder"
      ;;
    *)
      echo "make.sh knows no $image" >&2
      exit 2
      ;;
  esac
done
