#!/bin/sh
# The entry point of node's images: what is no command is an argument of node.
set -e
case ${1-} in
  -*) set -- node "$@" ;;
  *) command -v "$1" >/dev/null || set -- node "$@" ;;
esac
exec "$@"
