# Builds images one after the other. In front of it: H, the folder of the jail, and `as_root`; behind it the steps.
R=$H/root

# from IMAGE: begin a stage with the files of an image. What is ours has a name that no pattern finds.
from() {
  rm -rf "$R"/* "$R"/.[!d]*
  cp -a "$H/$1/." "$R"
}

# save IMAGE: keep the files of a stage.
save() {
  rm -rf "${H:?}/$1"
  mkdir "$H/$1"
  cp -a "$R"/* "$H/$1"
}

# start FAULTS [slow]: begin a build in which some calls fail. Slow calls let what is in the background come up.
start() {
  status=0
  if [ -n "$2" ]; then : > "$R/.dfslim/slow"; elif [ -e "$R/.dfslim/slow" ]; then rm "$R/.dfslim/slow"; fi
  : > "$R/.dfslim/trace"
  printf '%s\n' "$1" > "$R/.dfslim/fail"
  [ ! -e "$R/.dfslim/up" ] || rm "$R/.dfslim/up"
  [ -z "$1" ] || rm -f "$R"/.dfslim/hits.*
}

# inside COMMAND
inside() { /usr/bin/unshare $as_root -R "$R" "$@" < /dev/null; }

workdir() { [ "$status" != 0 ] || inside /.dfslim/busybox mkdir -p "$1" || status=$?; }

# copy FROM FOLDER TARGET SOURCES
copy() {
  [ "$status" = 0 ] || return 0
  rm -rf "$R/.dfslim/from"
  [ "$1" = - ] || cp -a "$H/$1" "$R/.dfslim/from"
  shift
  inside /.dfslim/copy "$@" || status=$?
}

# layer NAME=VALUE.. -- FOLDER COMMAND..: a RUN, over when all its processes are.
layer() {
  [ "$status" = 0 ] || return 0
  : > "$R/.dfslim/layer"
  output=$(
    (
      while [ "$1" != -- ]; do
        export "$1"
        shift
      done
      ulimit -t 20
      [ -d "$R$2" ] || workdir "$2"
      cwd=$2
      shift 2
      exec /usr/bin/unshare $as_root -R "$R" -w "$cwd" "$@"
    ) < /dev/null 2>&1
    echo $? > "$H/status"
    rm -f "$R/.dfslim/layer"
  )
  read -r status < "$H/status"
}

# finish: say how the build ended, who was called, and which files it left.
finish() {
  printf '%s\035' "$status"
  cat "$R/.dfslim/trace"
  printf '\035'
  [ "$status" != 0 ] || (
    cd "$R" && find . -path ./.dfslim -prune -o -path ./dev -prune -o -printf '%M %p %l\n' -type f -exec cksum {} +
  )
  printf '\034'
}
