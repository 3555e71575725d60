#!/.dfslim/sh
# Plays every program that a Dockerfile names: writes down how it was called, does to the files what matters, and
# fails where it is told to.
name=${0##*/}
tool='/.dfslim/busybox'

words_of_apt() {
  verb='' recommends=yes packages=''
  while [ $# -gt 0 ]; do
    case $1 in
      -o | -c | -t | --option | --config-file | --target-release) shift ;;
      --no-install-recommends | *Install-Recommends=*) recommends=no ;;
      -*) ;;
      *) if [ -z "$verb" ]; then verb=$1; else packages="$packages $1"; fi ;;
    esac
    shift
  done
}

# The lists lie where `update` puts them, and nothing is installed without.
apt() {
  case $verb in
    update)
      $tool mkdir -p /var/lib/apt/lists/partial
      echo index > /var/lib/apt/lists/debian_Packages
      echo index > /var/lib/apt/lists/debian_InRelease
      ;;
    install | upgrade | dist-upgrade | full-upgrade | build-dep)
      [ -e /var/lib/apt/lists/debian_Packages ] || return 100
      $tool mkdir -p /var/cache/apt/archives
      for package in $packages; do
        echo archive > "/var/cache/apt/archives/${package%%[=/]*}.deb"
        echo "$recommends" > "/var/lib/dpkg/${package%%[=/]*}"
      done
      ;;
    remove | purge | autoremove | autopurge)
      for package in $packages; do $tool rm -f "/var/lib/dpkg/${package%%[=/]*}"; done
      ;;
    clean | autoclean | distclean) $tool rm -rf /var/cache/apt/archives ;;
    search | show | policy) [ ! -e /var/lib/apt/lists/debian_Packages ] || echo found ;;
  esac
}

words_of_apk() {
  verb='' cache=yes group='' packages=''
  while [ $# -gt 0 ]; do
    case $1 in
      --no-cache) cache=no ;;
      -t | --virtual) shift && group=$1 ;;
      --virtual=*) group=${1#*=} ;;
      -p | -X | --root | --repository) shift ;;
      -*) ;;
      *) if [ -z "$verb" ]; then verb=$1; else packages="$packages $1"; fi ;;
    esac
    shift
  done
}

# `add` fetches the index where there is none, and keeps it unless told not to.
apk() {
  case $verb in
    update | add | upgrade | fix)
      if [ "$cache" = yes ]; then
        $tool mkdir -p /var/cache/apk
        echo index > /var/cache/apk/APKINDEX.00000001.tar.gz
      fi
      [ -z "$group" ] || echo "$packages" > "/var/lib/dpkg/$group"
      [ "$verb" != add ] || for package in $packages; do echo apk > "/var/lib/dpkg/$package"; done
      ;;
    del)
      for package in $packages; do
        if [ -e "/var/lib/dpkg/$package" ]; then
          read -r members < "/var/lib/dpkg/$package"
          [ "$members" = apk ] || for member in $members; do $tool rm -f "/var/lib/dpkg/$member"; done
        fi
        $tool rm -f "/var/lib/dpkg/$package"
      done
      ;;
    info) for package in $packages; do [ -e "/var/lib/dpkg/$package" ] || return; done ;;
    search | policy) [ ! -e /var/cache/apk/APKINDEX.00000001.tar.gz ] || echo found ;;
  esac
}

# A source tree: programs to call, and the folders that some `cd` of the file will enter.
tree() {
  $tool mkdir -p "$1" || return
  (
    cd "$1" || exit
    while read -r folder; do $tool mkdir -p "$folder"; done < /.dfslim/folders
    for program in configure build.sh autogen.sh install.sh gradlew mvnw; do
      [ -e "$program" ] || $tool ln -s /.dfslim/stub "$program"
    done
  )
}

unpack() {
  folder=. archive=''
  while [ $# -gt 0 ]; do
    case $1 in
      -C | -d | --directory) shift && folder=$1 ;;
      --directory=*) folder=${1#*=} ;;
      -f | --file) shift && archive=$1 ;;
      -*f | [a-z]*f) archive=$2 && [ $# -lt 2 ] || shift ;;
      -*) ;;
      *) archive=${archive:-$1} ;;
    esac
    shift
  done
  [ -z "$archive" ] || [ "$archive" = - ] || [ -e "$archive" ] || return 2
  [ -d "$folder" ] || [ "$name" = unzip ] || return 2
  tree "$folder"
}

fetch() {
  target='' url=''
  while [ $# -gt 0 ]; do
    case $1 in
      -o | --output | -O | -*[a-zA-Z]o | --output-document)
        if [ "$name$1" = curl-O ]; then target=*; else shift && target=$1; fi
        ;;
      -*O-) target=- ;;
      -*O) [ "$name" = curl ] && target=* || { shift && target=$1; } ;;
      -O*) target=${1#-O} ;;
      --output=* | --output-document=*) target=${1#*=} ;;
      -*) ;;
      *) url=$1 ;;
    esac
    shift
  done
  [ "$name" != wget ] || target=${target:-*}
  [ "$target" != '*' ] || target=${url##*/}
  case $target in '' | -) echo out ;; *) echo fetched > "$target" ;; esac
}

clone() {
  [ "$1" = clone ] || return 0
  shift
  url='' folder=''
  while [ $# -gt 0 ]; do
    case $1 in
      -b | --branch | --depth | -c | --config | -j) shift ;;
      -*) ;;
      *) if [ -z "$url" ]; then url=$1; else folder=$1; fi ;;
    esac
    shift
  done
  folder=${folder:-${url##*/}}
  tree "${folder%.git}"
}

# COPY: what no other stage made is a program, or a tree of them.
copy() {
  $tool mkdir -p "$1" && cd "$1" || return
  target=$2
  shift 2
  for source; do
    into=$target
    case $target in */ | . | ..) into=$target/${source##*/} ;; esac
    [ ! -d "$target" ] || into=$target/${source##*/}
    $tool mkdir -p "$($tool dirname "$into")"
    if [ -e "/.dfslim/from/$source" ]; then
      $tool cp -a "/.dfslim/from/$source" "$into"
      continue
    fi
    case $target/$source in
      */. | *\** | */) tree "$target" ;;
      *.* | */bin/*) $tool ln -sf /.dfslim/stub "$into" ;;
      *) tree "$target" ;;
    esac
  done
}

if [ "$0" = /.dfslim/copy ]; then
  copy "$@"
  exit
fi

# A pipe is read to its end before anything is written down: what stands in front of it comes first.
case $name in
  cat | grep | egrep | sed | awk | tee | sort | head | tail | wc | tr | cut | xargs)
    $tool cat > "/.dfslim/in.$$"
    exec < "/.dfslim/in.$$"
    $tool rm "/.dfslim/in.$$"
    ;;
  sudo | env | eatmydata | nice | time | timeout | gosu | su-exec | daemon) ;;
  *) while IFS= read -r line; do :; done 2> /dev/null ;;
esac
[ ! -e /.dfslim/slow ] || $tool sleep 0.04

args=''
for arg; do args="$args	$arg"; done
state=$(unset PWD OLDPWD SHLVL _ && export -p && printf '\037' && umask && printf '\037' && pwd -P)
up=''
[ ! -e /.dfslim/up ] || up=up
[ "$name" != daemon ] || : > /.dfslim/up
# What is asked to fail: a program with its words; of a package manager the verb alone, for words may be added.
key="$name $*"
case $name in
  apt | apt-get | aptitude)
    words_of_apt "$@"
    key="$name $verb"
    ;;
  apk)
    words_of_apk "$@"
    key="$name $verb"
    ;;
  sudo) key="sudo $1 $2" ;;
  yarn) key=yarn ;;
  pip | pip[0-9]* | pipx | uv | npm | pnpm | composer | bundle) key="$name $1" ;;
  python | python[0-9]*) [ "$1 $2" != '-m pip' ] || key="$name -m pip" ;;
esac

# Words end with tabs, fields with the unit separator, calls with the record separator.
printf '%s\037%s\037%s\037%s\036' "$0$args" "$key" "$up" "$state" >> /.dfslim/trace

fail=''
. /.dfslim/fail
if [ -n "$fail" ]; then
  echo >> "/.dfslim/hits.$fail"
  [ -z "$nth" ] || [ "$($tool wc -l < "/.dfslim/hits.$fail")" -eq "$nth" ] || fail=''
  [ -z "$fail" ] || exit 7
fi

trap '' PIPE
case $name in
  apt | apt-get | aptitude) apt "$@" ;;
  apk) apk "$@" ;;
  tar | unzip) unpack "$@" ;;
  curl | wget) fetch "$@" ;;
  git) clone "$@" ;;
  useradd | adduser) echo "user ${*##* }" >> /etc/passwd ;;
  id) [ $# -eq 0 ] || [ "${1#-}" != "$1" ] || $tool grep -q "^user $1\$" /etc/passwd ;;
  pip) for arg; do [ "$arg" != pip ] || $tool ln -sf /.dfslim/stub /usr/local/bin/pip; done ;;
  mktemp) $tool mkdir -p /tmp/made && echo /tmp/made ;;
  make)
    case $1 in -C) [ -d "$2" ] ;; esac
    ;;
  sudo | eatmydata | nice | time | gosu | su-exec)
    while [ "${1#-}" != "$1" ]; do shift; done
    case $name in gosu | su-exec) shift ;; esac
    [ $# -eq 0 ] || exec "$@"
    ;;
  # Works until its layer is over. Whoever waits for it waits in vain.
  daemon)
    turns=''
    while [ -e /.dfslim/layer ] && [ ${#turns} -lt 100 ]; do $tool sleep 0.02 && turns=x$turns; done
    $tool rm -f /.dfslim/up
    [ ${#turns} -lt 100 ]
    ;;
  tail)
    case $1 in -f | -F) ;; *) exec $tool tail "$@" ;; esac
    ;;
  cat | grep | egrep | sed | awk | tee | sort | head | wc | tr | cut | xargs | rm | rmdir | mkdir | touch | \
    cp | mv | ln | chmod | ls | echo | printf | test | [ | find | dirname | basename | env | readlink | true | false | \
    seq | expr | install)
    exec $tool "$name" "$@"
    ;;
  *) echo out 2> /dev/null ;;
esac
