#!/usr/bin/env bash
# Runs a Docker Engine with BuildKit of its own, from Debian's packages, without installing any.
# It listens on a socket in STATE, has no network bridge (so build and run with `--network host`), and lives in its own
# mount and process namespaces: nothing is left when it stops.
#
# usage: engine.sh fetch FOLDER         unpack the engine in FOLDER, unless it is there
#        engine.sh start FOLDER STATE   start it, with its data in STATE
#        engine.sh env FOLDER STATE     print the variables that point `docker` to it, for eval
#        engine.sh stop FOLDER STATE    stop it; STATE can be removed then
# needs: root with CAP_SYS_ADMIN, Debian 12 or 13
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
command=$1
mkdir -p "$2" "${3:-$2}"
folder=$(cd "$2" && pwd)
state=$(cd "${3:-$2}" && pwd)
socket=unix://$state/docker.sock

# Downloads packages of a release into $work/debs; apt checks their signatures.
download() {
  local release=$1 apt=$work/$1
  shift
  mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$work/debs"
  touch "$apt/status"
  cat >"$apt/sources.list" <<SOURCES
deb [signed-by=$KEYRING] $ARCHIVE $release main
deb [signed-by=$KEYRING] $SECURITY_ARCHIVE $release-security main
SOURCES
  local options=(
    -qq -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State=$apt"
    -o "Dir::State::status=$apt/status" -o "Dir::Cache=$apt" -o Acquire::Check-Valid-Until=false
    -o Acquire::Languages=none -o APT::Sandbox::User=root
  )
  apt-get "${options[@]}" update
  (cd "$work/debs" && apt-get "${options[@]}" download "$@")
}

fetch() {
  [ ! -x "$folder/bin/docker" ] || return 0
  # shellcheck source=archive.sh
  . "$here/archive.sh"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  download trixie docker.io docker-cli docker-buildx containerd
  # These need the libc of the release that runs here.
  download "$(. /etc/os-release && echo "$VERSION_CODENAME")" runc libseccomp2 tini
  local deb program
  for deb in "$work"/debs/*.deb; do dpkg-deb --extract "$deb" "$folder/root"; done
  mkdir -p "$folder/bin" "$folder/config/cli-plugins"
  ln -sfr "$folder"/root/usr/libexec/docker/cli-plugins/docker-buildx "$folder/config/cli-plugins/"
  ln -sfr "$folder/root/usr/bin/tini-static" "$folder/bin/docker-init"
  for program in containerd containerd-shim-runc-v2 runc dockerd docker; do
    ln -sfr "$(find "$folder/root/usr" -type f -name "$program" -perm -1)" "$folder/bin/$program"
  done
}

start() {
  # docker-init is the first process in there: it reaps what containers leave.
  PATH=$folder/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    setsid unshare --mount --pid --fork --kill-child --mount-proc --propagation private \
    docker-init -- dockerd --host "$socket" --pidfile "$state/docker.pid" \
    --data-root "$state/data" --exec-root "$state/exec" --bridge=none --userland-proxy=false \
    --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false \
    >"$state/dockerd.log" 2>&1 </dev/null &
  echo $! >"$state/engine.pid"
  for _ in $(seq 100); do
    ! DOCKER_HOST=$socket "$folder/bin/docker" info >/dev/null 2>&1 || return 0
    kill -0 "$(cat "$state/engine.pid")" 2>/dev/null || break
    sleep 0.2
  done
  tail -n 20 "$state/dockerd.log" >&2
  return 1
}

stop() {
  local outer inner
  outer=$(cat "$state/engine.pid")
  inner=$(pgrep --parent "$outer" || true)
  [ -z "$inner" ] || kill "$inner"
  for _ in $(seq 100); do
    kill -0 "$outer" 2>/dev/null || break
    sleep 0.2
  done
  kill -9 "$outer" 2>/dev/null || true
  rm -f "$state/engine.pid"
}

case $command in
  fetch | start | stop) "$command" ;;
  env)
    echo "export PATH='$folder/bin':\$PATH DOCKER_HOST='$socket' DOCKER_CONFIG='$folder/config' DOCKER_BUILDKIT=1"
    ;;
  *)
    sed -n '/^# usage/,/^# needs/s/^# //p' "$0" >&2
    exit 2
    ;;
esac
