#!/usr/bin/env bash
# Builds buildpack-deps:bookworm, node:20 and node:20-slim. The node binary is the one that npm has as a package.
#
# usage: node.sh FOLDER
# keeps: downloads in FOLDER/node
# needs: docker with debian:bookworm and debian:bookworm-slim, and npm
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
folder=$1/node
node=20.19.5
npm=10.8.2
yarn=1.22.22
case $(uname -m) in
  x86_64) cpu=x64 ;;
  aarch64) cpu=arm64 ;;
  *) echo "node.sh knows no node for $(uname -m)" >&2; exit 1 ;;
esac

mkdir -p "$folder"
cd "$folder"
for package in "node-linux-$cpu@$node" "npm@$npm" "yarn@$yarn"; do
  [ -s "${package/@/-}.tgz" ] || npm pack --silent "$package" >/dev/null
done
cp "$here/docker-entrypoint.sh" .
cat /usr/local/share/ca-certificates/*.crt >host-ca.crt 2>/dev/null || true

build() {
  docker build --quiet --network host "$@" >/dev/null
}

build --tag buildpack-deps:bookworm - <"$here/buildpack-deps.Dockerfile"

for slim in '' -slim; do
  base=buildpack-deps:bookworm
  [ -z "$slim" ] || base=debian:bookworm-slim
  build --tag "node:20$slim" --tag "node:20-bookworm$slim" --file "$here/node.Dockerfile" \
    --build-arg "BASE=$base" --build-arg "CPU=$cpu" \
    --build-arg "NODE=$node" --build-arg "NPM=$npm" --build-arg "YARN=$yarn" .
done
