import { wordsIn } from './words.js'

/**
 * What Debian packages lose with `--no-install-recommends`, and what to name instead.
 * Source: apt simulation over bookworm and trixie archives (amd64) on a minimal root, November 2026; documented failures 2014-2026.
 */

/** Packages that matter only where the text of a build shows a use of them. */
export interface Conditional {
  readonly packages: readonly string[]
  readonly evidence: RegExp
  /** Evidence that counts even where every language package installed is known to need no compiler. */
  readonly evenIfPrebuilt: RegExp
}

/**
 * What goes with the recommended packages of one package; megabytes are those saved once `packages` are named.
 * `none`: nothing that can matter. `adds`: safe when `packages` are named in the same command. `conditional`: so are those of `when`
 * whose evidence is found. `never`: hardly usable without. `unknown`: not measured on that release, or not understood.
 */
export type Recommends =
  | { readonly kind: 'none'; readonly megabytes: number }
  | { readonly kind: 'adds'; readonly packages: readonly string[]; readonly megabytes: number }
  | {
      readonly kind: 'conditional'
      readonly packages: readonly string[]
      readonly when: readonly Conditional[]
      readonly megabytes: number
    }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' }

/** `pkg` without version and architecture; only bookworm and trixie are known. */
export function recommendsOf(pkg: string, release: string | undefined): Recommends {
  if (neverTouch(pkg)) return { kind: 'never' }
  if (release !== 'bookworm' && release !== 'trixie') return { kind: 'unknown' }
  const nothing = nothingLost().get(pkg)?.[release]
  if (nothing !== undefined) return { kind: 'none', megabytes: nothing }
  const entry = entryOf(needed, pkg, release)
  if (entry === undefined) return { kind: 'unknown' }
  const { megabytes, names } = entry
  const packages = names.filter((name) => !name.endsWith('?'))
  const when = names
    .filter((name) => name.endsWith('?'))
    .map((name) => name.slice(0, -1))
    .map((name) => conditionOn(name, wordsIn(evidenceWords[name] ?? name)))
  return when.length > 0
    ? { kind: 'conditional', packages, when, megabytes }
    : { kind: 'adds', packages, megabytes }
}

/** Whether a package (also one that was not measured) is hardly usable without what it recommends. */
export function neverTouch(pkg: string): boolean {
  return metapackages.test(pkg)
}

/** What counts of the packages lost, to name a risk: at most 8; undefined where it was not measured. */
export function recommendsLostOf(
  pkg: string,
  release: string | undefined,
): { readonly lost: readonly string[]; readonly megabytes: number } | undefined {
  if (release !== 'bookworm' && release !== 'trixie') return undefined
  const nothing = nothingLost().get(pkg)?.[release]
  if (nothing !== undefined) return { lost: [], megabytes: nothing }
  const entry = entryOf(needed, pkg, release) ?? entryOf(notUnderstood, pkg, release)
  if (entry === undefined) return undefined
  return { lost: entry.names.map((name) => name.replace('?', '')).slice(0, 8), megabytes: entry.megabytes }
}

/** Packages that bring `name`, one of those that `recommendsOf` names, by themselves: it needs no naming beside them. */
export function broughtBy(name: string): readonly string[] {
  return wordsIn(brought[name] ?? '')
}

type Measured = 'bookworm' | 'trixie'
type Table = Readonly<Record<string, string>>
type Tables = Readonly<Record<'both' | Measured, Table>>

/** `MB name name?`, or for both releases `MB/MB name name?`. */
function entryOf(tables: Tables, pkg: string, release: Measured) {
  const shared = Object.hasOwn(tables.both, pkg) ? tables.both[pkg] : undefined
  const entry = shared ?? (Object.hasOwn(tables[release], pkg) ? tables[release][pkg] : undefined)
  if (entry === undefined) return undefined
  const [size = '', ...names] = wordsIn(entry)
  const [bookworm, trixie = bookworm] = size.split('/')
  return { megabytes: Number(release === 'bookworm' ? bookworm : trixie), names }
}

function conditionOn(name: string, words: readonly string[]): Conditional {
  const evenIfPrebuilt = mentionOf(words.filter((word) => !installers.includes(word)))
  return { packages: [name], evidence: mentionOf(words), evenIfPrebuilt }
}

/** Any of the words, on its own. */
function mentionOf(words: readonly string[]): RegExp {
  const alternatives = words.map((word) => {
    const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return (/^\w/.test(word) ? '(?<!\\w)' : '') + literal + (/\w$/.test(word) ? '(?!\\w)' : '')
  })
  return new RegExp(alternatives.join('|'))
}

const installers = wordsIn('bundle gem node-gyp npm npx pip pip3 pipenv pipx pnpm poetry setup.py uv yarn')

let nothingLostByName: Map<string, Partial<Record<Measured, number>>> | undefined

function nothingLost(): ReadonlyMap<string, Partial<Record<Measured, number>>> {
  nothingLostByName ??= new Map(
    wordsIn(nothing).map((word) => {
      const [name = '', sizes = '0/0'] = word.split('=')
      const [bookworm = 'x', trixie = 'x'] = sizes.split('/')
      return [
        name,
        { ...(bookworm !== 'x' && { bookworm: +bookworm }), ...(trixie !== 'x' && { trixie: +trixie }) },
      ]
    }),
  )
  return nothingLostByName
}

const metapackages =
  /^(?:texlive|libreoffice|r-base|r-bioc-|r-cran-|r-recommended$|octave|ros-|kde|gnome|plasma-|task-|lxde|lxqt|xfce4|mate-|cinnamon|(?:k|l|x)?ubuntu-desktop|dpkg-dev$|debhelper$|devscripts$|dh-)/

/**
 * Packages that lose nothing, or only what nothing uses: documentation, manual pages, locales and translations, the mouse
 * (libgpm2), the public suffix list, tools for debugging libc and what they bring (libgd3, fontconfig-config, fonts-dejavu-core),
 * helpers of dpkg-dev and of systemd, sound and kernel settings, LDAP's and SASL's files where only curl or gnupg link to them, and
 * shared libraries that come by such packages only. `name=56/6`: megabytes saved on bookworm and trixie; `x`: not so there.
 */
export const nothing = `
    acl apt-transport-https apt-utils attr autotools-dev axel bash bash-completion bc bind9-dnsutils=0/1
    bind9-host=0/1 binutils bison brotli bsdmainutils busybox bzip2 ca-certificates ca-certificates-java
    catch2 ccache chrpath cmake-data cpio debconf-utils default-libmysqlclient-dev=56/6 dialog dnsutils=0/1
    doxygen dumb-init expect fakeroot file fontconfig fonts-dejavu fonts-dejavu-core fonts-freefont-ttf
    fonts-liberation=0/x fonts-noto-cjk fonts-noto-color-emoji fonts-noto-core fonts-open-sans fonts-roboto
    fonts-thai-tlwg fonts-wqy-zenhei freetds-bin=0/x freetds-dev=11/12 fuse fuse3 g++=56/6 gawk
    gcc-multilib=56/6 gettext-base gfortran=56/6 gh gifsicle gnupg=6/x gnupg2=6/x gosu gperf gzip haproxy
    html2text htop inetutils-ping inetutils-telnet=0/1 inotify-tools iproute2=0/1 iputils-ping jo jpegoptim jq
    kmod lame less lib32stdc++6 lib32z1 libacl1-dev=56/6 libaio-dev libaio1=0/x libasound2=1/2
    libasound2-dev=1/2 libasound2t64=x/2 libatlas-base-dev=0/x libattr1-dev=56/6 libbenchmark-dev libblas-dev
    libblkid-dev=56/6 libboost-dev=56/6 libboost-filesystem-dev=56/6 libboost-program-options-dev=56/6
    libbrotli-dev libbz2-dev=56/6 libc6 libc6-dev=56/6 libc6-i386 libcairo2 libcap-dev libcap-ng-dev
    libcap2-bin libcpprest-dev=55/6 libdb-dev libdeflate-dev libdrm2 libedit-dev=55/6 libegl1 libeigen3-dev
    libelf-dev=56/6 libevent-dev libexpat1 libexpat1-dev=55/6 libffi-dev libffi8 libfmt-dev libfontconfig1
    libfreetype6 libfribidi-dev libfuse-dev=56/6 libgbm1 libgdbm-compat-dev=56/6 libgdbm-dev=56/6 libgeos-dev
    libgflags-dev libgit2-dev=56/6 libgl1=0/x libgl1-mesa-dev=0/x libgl1-mesa-dri=0/x libgl1-mesa-glx=0/x
    libglu1-mesa libgmp-dev libgmp3-dev libgomp1 libgoogle-glog-dev libgtest-dev libicu-dev=56/6
    libimagequant-dev libjemalloc-dev libjemalloc2 libjpeg-dev=55/6 libjpeg62-turbo libjpeg62-turbo-dev=55/6
    libkrb5-3=0/1 libkrb5-dev=56/6 liblapack-dev liblcms2-dev libldap-common libleveldb-dev liblmdb-dev=2/2
    liblz4-dev liblzma-dev libmagic-dev libmagic1=0/x libmagic1t64=x/0 libmariadb-dev=56/6 libmariadb3
    libmcrypt-dev libncurses-dev=56/6 libncurses5=0/x libncurses5-dev=56/6 libncursesw5-dev=56/6
    libnghttp2-dev libnsl-dev=0/1 libnspr4 libnss3 libnss3-tools libnuma-dev=56/6 libonig-dev libopenblas-dev
    libopenjp2-7 libopenjp2-7-dev libpam0g-dev=56/7 libpcre2-dev=56/6 libpcre3-dev=56/x libpng16-16=0/x
    libportaudio2=1/2 libpq-dev=1/x libpq5=1/x libprotobuf-dev=56/6 libpython3-dev=55/6 librdkafka-dev=0/x
    librdkafka1=0/x libreadline-dev=56/6 libsasl2-modules libseccomp-dev libsm6 libsnappy-dev libsndfile1
    libspdlog-dev libsqlite3-0 libsqlite3-dev=56/6 libssh-dev=56/6 libssh2-1-dev=56/6 libssl-dev libssl3=0/x
    libssl3t64=x/0 libstdc++-12-dev=56/6 libstdc++6 libtidy-dev libtiff-dev=53/6 libtinfo-dev=56/x
    libtinfo5=0/x libudev-dev libunwind-dev libusb-1.0-0 libusb-1.0-0-dev=2/2 libuv1-dev libwebp-dev libwebp7
    libx11-6 libx11-xcb1 libxcb1 libxcomposite1 libxcursor1 libxdamage1 libxext6 libxfixes3 libxi6
    libxkbcommon0 libxml2 libxml2-dev=56/0 libxml2-utils libxmlsec1-dev=56/7 libxrandr2 libxrender1
    libxshmfence1 libxslt1-dev=56/1 libxslt1.1=0/1 libxss1 libxtst6 libyaml-0-2 libyaml-dev libzip-dev=56/6
    libzstd-dev lld locales lsb-release lsof=0/1 ltrace lua5.1 lua5.3 lz4 m4 make man-db nano nasm ncdu
    ncurses-base ncurses-bin net-tools netcat-openbsd netcat-traditional nginx=0/1 nginx-light=0/1 ninja-build
    nlohmann-json3-dev openssh-client=4/4 openssl optipng p7zip p7zip-full pandoc patch patchelf php-bcmath
    php-cli php-gd=0/x php-intl php-mbstring php-mysql php-pear=0/1 php-pgsql=1/x php-xml=0/1 php-zip pigz
    pkg-config pngquant portaudio19-dev=1/2 postgresql-client=1/x postgresql-client-15=1/x protobuf-c-compiler
    psmisc pv pwgen python3-full=73/74 python3-requests python3-venv python3.11-venv=0/x qpdf redis
    redis-server redis-tools rsync screen sed socat sox=1/2 sqlite3 strace sudo swig tar tcl tdsodbc=x/1
    telnet=0/1 time tini tk tmux traceroute tree tzdata tzdata-legacy=x/0 unixodbc=0/x unixodbc-dev unzip
    uuid-dev=56/6 uuid-runtime=0/x webp=0/x whois xfonts-75dpi xfonts-base xmlstarlet=0/1 xsltproc=0/1
    xz-utils yasm zlib1g zlib1g-dev=56/6 zstd`

/** Package -> megabytes saved, packages that must be named and, with `?`, packages that must be named where there is evidence. */
export const needed: Tables = {
  both: {
    apache2: '2/3 ca-certificates libldap-common? libsasl2-modules? netbase? psmisc? ssl-cert',
    'apt-file': '0/0 netbase?',
    aria2: '0/0 ca-certificates',
    autoconf: '0/0 automake netbase?',
    automake: '0/0 netbase?',
    autossh: '0/1 xauth',
    'clang-format': '0/0 ca-certificates',
    cmake: '56/8 ca-certificates gcc libc6-dev make psmisc?',
    curl: '1/3 ca-certificates',
    cython3: '93/43 ca-certificates gcc libc6-dev python3-dev?',
    'default-mysql-client': '3/3 libdbd-mariadb-perl? libdbi-perl? libterm-readkey-perl? netbase?',
    flex: '56/6 gcc libc6-dev libfl-dev',
    'fonts-ipafont-gothic': '0/0 fonts-ipafont-mincho',
    gcc: '56/6 libc6-dev',
    gettext: '12/15 ca-certificates curl?',
    iptables: '2/2 nftables?',
    'krb5-user': '0/1 krb5-config',
    'ldap-utils': '0/0 libldap-common libsasl2-modules',
    'libapache2-mod-php': '1/2 apache2 ca-certificates netbase? ssl-cert',
    'libatk1.0-0': '52/17 shared-mime-info?',
    'libcairo2-dev': '88/14 ca-certificates libpng-tools? shared-mime-info?',
    'libcurl4-gnutls-dev': '1/8 ca-certificates',
    'libcurl4-openssl-dev': '1/8 ca-certificates',
    'libdbd-mysql-perl': '0/0 netbase?',
    'libfreetype6-dev': '54/6 libpng-tools?',
    'libgdk-pixbuf-2.0-0': '10/10 libgdk-pixbuf2.0-bin?',
    'libgdk-pixbuf-2.0-dev': '53/6 ca-certificates libpng-tools?',
    'libglib2.0-0': '52/17 shared-mime-info?',
    'libglib2.0-dev': '98/13 ca-certificates shared-mime-info?',
    'libharfbuzz-dev': '61/14 ca-certificates libpng-tools? shared-mime-info?',
    'libharfbuzz-subset0': '52/17 shared-mime-info?',
    'libhdf5-dev': '55/8 ca-certificates',
    'libldap-dev': '0/0 libldap-common libsasl2-modules',
    'libldap2-dev': '0/0 libldap-common libsasl2-modules',
    'libmemcached-dev': '56/6 libsasl2-modules',
    'libpango-1.0-0': '52/17 shared-mime-info?',
    'libpangocairo-1.0-0': '52/17 shared-mime-info?',
    'libpangoft2-1.0-0': '52/17 shared-mime-info?',
    'libpng-dev': '55/6 libpng-tools?',
    'libproj-dev': '53/8 ca-certificates',
    'libraqm-dev': '61/14 ca-certificates libpng-tools? shared-mime-info?',
    'libsasl2-dev': '56/6 libsasl2-modules',
    libtool: '56/6 libltdl-dev netbase?',
    'libzmq3-dev': '55/6 cppzmq-dev',
    'mariadb-client': '3/3 libdbd-mariadb-perl? libdbi-perl? libterm-readkey-perl? netbase?',
    mediainfo: '1/1 ca-certificates',
    memcached: '0/0 libsasl2-modules netbase?',
    moreutils: '0/0 netbase?',
    nodejs: '15/19 ca-certificates',
    parallel: '26/21 dbus? netbase? psmisc? systemd?',
    perl: '0/0 netbase?',
    php: '1/2 apache2 ca-certificates netbase? ssl-cert',
    'php-curl': '1/2 ca-certificates',
    'php-fpm': '2/4 dbus?',
    procps: '1/1 psmisc?',
    'proj-bin': '1/1 ca-certificates',
    'protobuf-compiler': '56/6 libprotobuf-dev',
    'protobuf-compiler-grpc': '54/6 libprotobuf-dev',
    'python-is-python3': '0/0 ca-certificates',
    python3: '0/0 ca-certificates',
    'python3-dev': '55/6 ca-certificates',
    'python3-numpy': '0/0 ca-certificates',
    'python3-setuptools': '0/0 ca-certificates',
    'python3-tk': '0/0 ca-certificates',
    'python3-wheel': '0/0 ca-certificates',
    'python3-yaml': '0/0 ca-certificates',
    rename: '0/0 netbase?',
    sshfs: '52/17 shared-mime-info? xauth',
    subversion: '0/1 libsasl2-modules',
    supervisor: '0/0 ca-certificates',
    tcpdump: '1/1 dbus?',
    'tesseract-ocr': '15/16 ca-certificates shared-mime-info?',
    vim: '0/0 xxd?',
    'vim-tiny': '0/0 xxd?',
    w3m: '0/0 ca-certificates',
    wget: '0/1 ca-certificates',
    whiptail: '0/0 libfribidi0',
    zip: '0/0 unzip?',
  },
  bookworm: {
    ant: '54 ant-optional dbus? shared-mime-info?',
    'build-essential': '75 fakeroot? gnupg? netbase?',
    bundler:
      '419 binutils? build-essential? bzip2? dpkg-dev? fakeroot? gcc? gnupg? less? netbase? patch? perl? ruby-dev? sudo? unzip? xz-utils? zip?',
    composer: '11 git less? netbase? openssh-client? patch? unzip',
    cron: '16 ca-certificates exim4-daemon-light? netbase? psmisc?',
    'default-jdk':
      '46 at-spi2-core? dbus? fonts-dejavu-extra libatk-wrapper-java-jni libgail-common libgdk-pixbuf2.0-bin? libgtk2.0-bin librsvg2-common procps? psmisc? systemd?',
    'default-jdk-headless': '54 dbus? shared-mime-info?',
    'default-jre':
      '39 at-spi2-core? dbus? fonts-dejavu-extra libatk-wrapper-java-jni libgail-common libgdk-pixbuf2.0-bin? libgtk2.0-bin librsvg2-common procps? psmisc? systemd?',
    'default-jre-headless': '54 dbus? shared-mime-info?',
    dirmngr: '6 gnupg',
    'docker.io':
      '106 apparmor binutils? ca-certificates cgroupfs-mount criu? dbus? gettext-base? git iproute2? less? libterm-readkey-perl? media-types nftables? openssh-client? patch? python3? systemd? xz-utils',
    elixir: '1 erlang-syntax-tools libsctp1 psmisc?',
    ffmpeg:
      '147 ca-certificates dbus? i965-va-driver? intel-media-va-driver? libgdk-pixbuf2.0-bin? libvdpau-va-gl1? media-types mesa-va-drivers? mesa-vdpau-drivers? mesa-vulkan-drivers? python3? va-driver-all? vdpau-driver-all?',
    'fonts-kacst': '0 fonts-kacst-one',
    'gconf-service': '22 dbus? shared-mime-info?',
    'gdal-bin': '2 ca-certificates poppler-data proj-bin?',
    gdb: '17 ca-certificates libc6-dbg shared-mime-info?',
    ghostscript: '1 dbus? fonts-droid-fallback fonts-noto-mono libpaper-utils?',
    git: '12 ca-certificates less? netbase? openssh-client? patch?',
    'git-lfs': '12 ca-certificates less? netbase? openssh-client? patch?',
    golang: '56 g++ gcc libc6-dev pkg-config',
    'golang-go': '56 g++ gcc libc6-dev pkg-config',
    gpg: '6 gnupg',
    'gpg-agent': '6 gnupg',
    graphviz: '55 fonts-liberation2 shared-mime-info?',
    imagemagick:
      '24 dbus? fonts-droid-fallback fonts-noto-mono ghostscript gsfonts libjxr-tools libmagickcore-6.q16-6-extra libpaper-utils? netpbm? shared-mime-info?',
    'libatk-bridge2.0-0': '86 at-spi2-core? dbus? procps? psmisc? shared-mime-info? systemd?',
    'libatspi2.0-0': '88 at-spi2-core? dbus? procps? psmisc? shared-mime-info? systemd?',
    'libavcodec-dev':
      '214 i965-va-driver? intel-media-va-driver? libgdk-pixbuf2.0-bin? libvdpau-va-gl1? mesa-va-drivers? mesa-vdpau-drivers? va-driver-all? vdpau-driver-all?',
    'libavformat-dev':
      '215 i965-va-driver? intel-media-va-driver? libgdk-pixbuf2.0-bin? libvdpau-va-gl1? mesa-va-drivers? mesa-vdpau-drivers? va-driver-all? vdpau-driver-all?',
    'libboost-all-dev': '70 ca-certificates file? gcc? gfortran? libcoarrays-openmpi-dev? libtool? netbase?',
    libcups2: '2 dbus?',
    'libdbd-pg-perl': '1 netbase?',
    'libdbus-1-3': '1 dbus?',
    'libgd-dev': '6 libpng-tools?',
    'libgdal-dev':
      '173 binutils? ca-certificates file? gcc? libpng-tools? libtool? netbase? pkg-config poppler-data proj-bin?',
    'libgdk-pixbuf2.0-0': '10 libgdk-pixbuf2.0-bin?',
    'libgtk-3-0': '17 at-spi2-core? libgdk-pixbuf2.0-bin? libgtk-3-bin librsvg2-common psmisc?',
    'libgtk2.0-0': '11 dbus? libgail-common libgdk-pixbuf2.0-bin? libgtk2.0-bin librsvg2-common',
    'libmagickcore-dev':
      '207 binutils? ca-certificates dbus? file? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 gcc? ghostscript gsfonts libjxr-tools libpaper-utils? libpng-tools? libtool? netbase?',
    'libmagickwand-dev':
      '207 binutils? ca-certificates dbus? file? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 gcc? ghostscript gsfonts libjxr-tools libpaper-utils? libpng-tools? libtool? netbase?',
    'libpcap-dev': '57 dbus?',
    'libsndfile1-dev': '0 pkg-config',
    'libsox-fmt-all': '3 dbus?',
    'libspatialindex-dev': '0 pkg-config',
    'libspatialite-dev': '53 ca-certificates pkg-config',
    'libswscale-dev':
      '242 i965-va-driver? intel-media-va-driver? libvdpau-va-gl1? mesa-va-drivers? mesa-vdpau-drivers? va-driver-all? vdpau-driver-all?',
    'libtiff5-dev': '53 pkg-config',
    'libvips-dev':
      '218 binutils? ca-certificates curl? dbus? file? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 gcc? ghostscript gsfonts libjxr-tools libpaper-utils? libpng-tools? libtool? libvips-tools? netbase? poppler-data',
    'libvips-tools':
      '12 ca-certificates dbus? fonts-droid-fallback fonts-noto-mono ghostscript gsfonts libgdk-pixbuf2.0-bin? libpaper-utils? poppler-data',
    libvips42:
      '12 ca-certificates dbus? fonts-droid-fallback fonts-noto-mono ghostscript gsfonts libgdk-pixbuf2.0-bin? libpaper-utils? poppler-data',
    lldb: '55 binfmt-support? ca-certificates',
    logrotate: '16 ca-certificates exim4-daemon-light? netbase? psmisc?',
    mailutils: '8 ca-certificates cron? exim4-daemon-light? netbase? psmisc? sensible-utils?',
    maven: '54 dbus? shared-mime-info?',
    mercurial: '10 ca-certificates openssh-client?',
    msmtp: '52 ca-certificates shared-mime-info?',
    'msmtp-mta': '52 ca-certificates libsecret-tools? shared-mime-info?',
    ncat: '1 dbus?',
    'nginx-extras': '0 geoip-database netbase?',
    nmap: '1 dbus?',
    npm: '646 binutils? build-essential? bzip2? dbus? dpkg-dev? fakeroot? gcc? git? gnupg? less? libgdk-pixbuf2.0-bin? netbase? openssh-client? patch? perl? shared-mime-info? xz-utils?',
    'openjdk-17-jdk':
      '46 at-spi2-core? dbus? fonts-dejavu-extra libatk-wrapper-java-jni libgail-common libgdk-pixbuf2.0-bin? libgtk2.0-bin librsvg2-common procps? psmisc? systemd?',
    'openjdk-17-jdk-headless': '54 dbus? shared-mime-info?',
    'openjdk-17-jre':
      '39 at-spi2-core? dbus? fonts-dejavu-extra libatk-wrapper-java-jni libgail-common libgdk-pixbuf2.0-bin? libgtk2.0-bin librsvg2-common procps? psmisc? systemd?',
    'openjdk-17-jre-headless': '54 dbus? shared-mime-info?',
    'openssh-server': '29 dbus? psmisc? systemd?',
    pdftk: '54 dbus? shared-mime-info?',
    'poppler-utils': '0 poppler-data',
    postfix: '24 ca-certificates libsasl2-modules media-types python3?',
    postgresql:
      '13 ca-certificates cron? exim4-daemon-light? libldap-common? libsasl2-modules? logrotate? psmisc? sysstat? xz-utils?',
    'postgresql-15':
      '13 ca-certificates cron? exim4-daemon-light? libldap-common? libsasl2-modules? logrotate? psmisc? sysstat? xz-utils?',
    'postgresql-contrib':
      '13 ca-certificates cron? exim4-daemon-light? libldap-common? libsasl2-modules? logrotate? psmisc? sysstat? xz-utils?',
    'python3-distutils': '0 ca-certificates',
    'python3-pip':
      '409 binutils? build-essential? bzip2? dpkg-dev? fakeroot? gcc? gnupg? netbase? patch? perl? python3-dev? xz-utils?',
    'python3.11': '0 ca-certificates',
    rsyslog: '17 ca-certificates cron? exim4-daemon-light? logrotate? netbase? psmisc? sensible-utils?',
    ruby: '13 unzip? zip?',
    'ruby-dev': '30 unzip? zip?',
    'ruby-full': '13 unzip? zip?',
    'software-properties-common': '10 gnupg shared-mime-info?',
    ssh: '29 dbus? psmisc? systemd?',
    sshpass: '18 openssh-client?',
    tdsodbc: '0 libodbc1',
    valgrind: '177 ca-certificates gdb? media-types sensible-utils? shared-mime-info?',
    xvfb: '0 xauth xfonts-base',
    zsh: '0 libgdbm6 libncursesw6 libpcre3',
  },
  trixie: {
    ant: '21 adduser? ant-optional dbus? libasound2t64 libcups2t64 libfontconfig1 libfreetype6 libharfbuzz0b shared-mime-info?',
    'build-essential': '28 fakeroot? netbase? sq?',
    bundler:
      '395 binutils? build-essential? bzip2? dpkg-dev? fakeroot? gcc? less? netbase? patch? perl? ruby-dev? ruby-sdbm? sq? sudo? unzip? xz-utils? zip?',
    cron: '72 ca-certificates dbus? exim4-daemon-light? netbase? perl? psmisc?',
    'default-jdk-headless':
      '21 adduser? dbus? libasound2t64 libcups2t64 libfontconfig1 libfreetype6 libharfbuzz0b shared-mime-info?',
    'default-jre-headless':
      '21 adduser? dbus? libasound2t64 libcups2t64 libfontconfig1 libfreetype6 libharfbuzz0b shared-mime-info?',
    dirmngr: '3 gnupg gnupg-utils? gpgv?',
    elixir: '1 libsctp1 psmisc?',
    ffmpeg:
      '243 adduser? at-spi2-core? dbus? i965-va-driver? intel-media-va-driver? libgdk-pixbuf2.0-bin? libvdpau-va-gl1? mesa-va-drivers? mesa-vdpau-drivers? mesa-vulkan-drivers? procps? psmisc? systemd? va-driver-all? vdpau-driver-all?',
    'fonts-liberation': '0 fonts-liberation-sans-narrow',
    'freetds-bin': '1 libodbccr2',
    'gdal-bin':
      '4 ca-certificates gnupg-utils? gpgv? libheif-plugin-aomenc libheif-plugin-x265 libodbccr2 poppler-data proj-bin?',
    gdb: '19 ca-certificates psmisc? shared-mime-info?',
    ghostscript: '2 adduser? dbus? fonts-droid-fallback fonts-noto-mono libpaper-utils? sensible-utils?',
    git: '12 adduser? ca-certificates less? netbase? openssh-client? patch?',
    'git-lfs': '12 adduser? ca-certificates less? netbase? openssh-client? patch?',
    gnupg: '3 gnupg-utils? gpgv?',
    gnupg2: '3 gnupg-utils? gpgv?',
    golang: '6 g++ gcc libc6-dev pkgconf',
    'golang-go': '6 g++ gcc libc6-dev pkgconf',
    gpg: '3 gnupg gnupg-utils? gpgv?',
    'gpg-agent': '3 gnupg gnupg-utils? gpgv?',
    graphviz:
      '21 fonts-liberation fonts-liberation-sans-narrow libheif-plugin-aomenc libheif-plugin-x265 shared-mime-info?',
    imagemagick:
      '29 adduser? dbus? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 ghostscript libheif-plugin-aomenc libheif-plugin-x265 libjxr-tools libmagickcore-7.q16-10-extra libpaper-utils? netpbm? sensible-utils? shared-mime-info?',
    'libatk-bridge2.0-0t64': '49 adduser? at-spi2-core? dbus? procps? psmisc? shared-mime-info? systemd?',
    'libavcodec-dev':
      '307 i965-va-driver? intel-media-va-driver? libgdk-pixbuf2.0-bin? libvdpau-va-gl1? mesa-va-drivers? mesa-vdpau-drivers? mesa-vulkan-drivers? va-driver-all? vdpau-driver-all?',
    'libavformat-dev':
      '310 i965-va-driver? intel-media-va-driver? libgdk-pixbuf2.0-bin? libvdpau-va-gl1? mesa-va-drivers? mesa-vdpau-drivers? mesa-vulkan-drivers? va-driver-all? vdpau-driver-all?',
    'libboost-all-dev': '27 ca-certificates file? gcc? gfortran? libcoarrays-openmpi-dev? libtool?',
    libcups2: '2 adduser? dbus?',
    'libdbd-pg-perl': '1 ca-certificates netbase?',
    'libdbus-1-3': '2 adduser? dbus?',
    'libgd-dev': '6 libheif-plugin-aomenc libheif-plugin-x265 libpng-tools?',
    'libgdal-dev':
      '66 ca-certificates file? gcc gfortran? gnupg-utils? gpgv? libheif-plugin-aomenc libheif-plugin-x265 libpng-tools? libtool? netbase? poppler-data proj-bin?',
    libgl1: '79 mesa-vulkan-drivers?',
    'libgl1-mesa-dev': '79 mesa-vulkan-drivers?',
    'libgl1-mesa-dri': '79 mesa-vulkan-drivers?',
    'libglib2.0-0t64': '17 shared-mime-info?',
    'libgtk-3-0': '21 adduser? at-spi2-core? libgdk-pixbuf2.0-bin? libgtk-3-bin librsvg2-common psmisc?',
    'libgtk-3-0t64': '21 adduser? at-spi2-core? libgdk-pixbuf2.0-bin? libgtk-3-bin librsvg2-common psmisc?',
    'libmagickcore-dev':
      '207 adduser? binutils? ca-certificates dbus? file? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 gcc? ghostscript libheif-plugin-aomenc libheif-plugin-x265 libjxr-tools libpaper-utils? libpng-tools? libtool? sensible-utils?',
    'libmagickwand-dev':
      '207 adduser? binutils? ca-certificates dbus? file? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 gcc? ghostscript libheif-plugin-aomenc libheif-plugin-x265 libjxr-tools libpaper-utils? libpng-tools? libtool? sensible-utils?',
    'libpcap-dev': '7 adduser? dbus?',
    'libpq-dev': '1 ca-certificates',
    libpq5: '1 ca-certificates',
    'librdkafka-dev': '8 ca-certificates',
    librdkafka1: '1 ca-certificates',
    'libsndfile1-dev': '0 pkgconf',
    'libsox-fmt-all': '4 adduser? dbus?',
    'libspatialindex-dev': '0 pkgconf',
    'libspatialite-dev': '8 ca-certificates',
    'libswscale-dev':
      '299 i965-va-driver? intel-media-va-driver? libvdpau-va-gl1? mesa-va-drivers? mesa-vdpau-drivers? mesa-vulkan-drivers? va-driver-all? vdpau-driver-all?',
    'libtiff5-dev': '6 pkgconf',
    'libvips-dev':
      '218 ca-certificates curl? dbus? file? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 gcc gfortran? ghostscript gnupg-utils? gpgv? libheif-plugin-aomenc libheif-plugin-x265 libjxr-tools libpaper-utils? libpng-tools? libtool? libvips-tools? poppler-data procps? psmisc? sensible-utils?',
    'libvips-tools':
      '19 ca-certificates dbus? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 ghostscript gnupg-utils? gpgv? libgdk-pixbuf2.0-bin? libheif-plugin-aomenc libheif-plugin-x265 libpaper-utils? poppler-data sensible-utils?',
    libvips42t64:
      '19 ca-certificates dbus? fonts-droid-fallback fonts-noto-mono fonts-urw-base35 ghostscript gnupg-utils? gpgv? libgdk-pixbuf2.0-bin? libheif-plugin-aomenc libheif-plugin-x265 libpaper-utils? poppler-data sensible-utils?',
    lldb: '2 ca-certificates',
    logrotate: '72 ca-certificates dbus? exim4-daemon-light? netbase? perl? psmisc?',
    mailutils:
      '79 adduser? ca-certificates cron? dbus? exim4-daemon-light? perl? psmisc? sensible-utils? systemd?',
    maven:
      '21 adduser? dbus? libasound2t64 libcups2t64 libfontconfig1 libfreetype6 libharfbuzz0b shared-mime-info?',
    mercurial: '13 adduser? ca-certificates openssh-client? psmisc?',
    msmtp: '19 ca-certificates psmisc? shared-mime-info?',
    'msmtp-mta': '19 ca-certificates libsecret-tools? psmisc? shared-mime-info?',
    ncat: '2 adduser? dbus?',
    'nginx-extras': '1 geoip-database libheif-plugin-aomenc libheif-plugin-x265 netbase?',
    nmap: '2 adduser? dbus?',
    npm: '773 adduser? binutils? build-essential? bzip2? dbus? dpkg-dev? fakeroot? gcc? git? less? libgdk-pixbuf2.0-bin? mesa-vulkan-drivers? openssh-client? patch? perl? shared-mime-info? sq? xz-utils?',
    'openjdk-21-jdk-headless':
      '21 adduser? dbus? libasound2t64 libcups2t64 libfontconfig1 libfreetype6 libharfbuzz0b shared-mime-info?',
    'openjdk-21-jre-headless':
      '21 adduser? dbus? libasound2t64 libcups2t64 libfontconfig1 libfreetype6 libharfbuzz0b shared-mime-info?',
    'openssh-server': '15 dbus? psmisc?',
    'php-gd': '0 libheif-plugin-aomenc libheif-plugin-x265',
    'php-pgsql': '1 ca-certificates',
    'poppler-utils': '4 ca-certificates gnupg-utils? gpgv? poppler-data',
    postfix: '24 ca-certificates libsasl2-modules media-types python3? ssl-cert',
    postgresql:
      '48 ca-certificates cron? dbus? e2fsprogs? exim4-daemon-light? libldap-common? libsasl2-modules? logrotate? psmisc? sysstat? systemd? xz-utils?',
    'postgresql-client': '1 ca-certificates',
    'postgresql-contrib':
      '48 ca-certificates cron? dbus? e2fsprogs? exim4-daemon-light? libldap-common? libsasl2-modules? logrotate? psmisc? sysstat? systemd? xz-utils?',
    'python3-pip':
      '387 binutils? build-essential? bzip2? dpkg-dev? fakeroot? gcc? patch? perl? python3-dev? sq? xz-utils?',
    'python3-virtualenv':
      '387 binutils? build-essential? bzip2? dpkg-dev? fakeroot? gcc? patch? perl? python3-dev? sq? xz-utils?',
    rsyslog:
      '90 adduser? ca-certificates cron? dbus? exim4-daemon-light? logrotate? netbase? perl? psmisc? sensible-utils? systemd?',
    ruby: '13 ruby-sdbm? unzip? zip?',
    'ruby-dev': '35 ruby-sdbm? unzip? zip?',
    'ruby-full': '13 ruby-sdbm? unzip? zip?',
    rustup: '1 ca-certificates',
    ssh: '15 dbus? psmisc?',
    sshpass: '12 adduser? openssh-client?',
    unixodbc: '0 libodbccr2',
    'uuid-runtime': '4 dbus?',
    valgrind:
      '88 ca-certificates gdb? media-types netbase? procps? psmisc? python3? sensible-utils? shared-mime-info?',
    webp: '79 mesa-vulkan-drivers?',
    xvfb: '79 mesa-vulkan-drivers? xauth xfonts-base',
    zsh: '0 libgdbm6t64 libncursesw6',
  },
}

/** Package -> megabytes lost and the largest of the packages lost whose use cannot be told. */
export const notUnderstood: Tables = {
  both: {
    aptitude: '50/53 libdpkg-perl sensible-utils',
    awscli: '132/40 python3-pygments python3-pil ca-certificates libpaper-utils',
    cpanminus: '33/34 make libsoftware-license-perl libpod-readme-perl libmodule-signature-perl',
    'fonts-noto':
      '711/711 fonts-noto-extra fonts-noto-cjk-extra fonts-noto-cjk fonts-noto-ui-extra fonts-noto-color-emoji fonts-noto-ui-core',
    'liblocal-lib-perl': '31/33 libsoftware-license-perl libpod-readme-perl libmodule-signature-perl',
    lynx: '56/61 mailcap',
    mc: '108/78 shared-mime-info perl unzip mailcap sensible-utils',
    meson: '375/352 dpkg-dev ca-certificates',
    'openssh-sftp-server': '34/38 openssh-server xauth',
    'python3-apt': '23/25 iso-codes ca-certificates lsb-release',
    'r-base':
      '687/795 shared-mime-info x11-utils libnet-dbus-perl x11-xserver-utils r-base-html libx11-protocol-perl',
    'tesseract-ocr-eng': '110/116 tesseract-ocr',
    texinfo: '15/11 libwww-perl libxml-sax-expat-perl',
    'texlive-latex-base':
      '427/532 lmodern shared-mime-info dvisvgm x11-utils libnet-dbus-perl x11-xserver-utils',
    'texlive-latex-extra':
      '898/1042 texlive-plain-generic lmodern texlive-fonts-recommended shared-mime-info dvisvgm x11-utils',
    'texlive-xetex':
      '893/1037 texlive-plain-generic lmodern texlive-fonts-recommended shared-mime-info dvisvgm x11-utils',
    x11vnc: '206/284 x11-utils dbus',
    'xdg-utils':
      '337/413 x11-utils libnet-dbus-perl x11-xserver-utils libx11-protocol-perl libfile-mimeinfo-perl',
  },
  bookworm: {
    buildah: '16 netavark crun nftables fuse-overlayfs',
    'cabal-install': '62 curl',
    cargo: '526 llvm-14 ca-certificates',
    chromium:
      '203 udev fonts-liberation system-config-printer libnet-dbus-perl x11-xserver-utils libx11-protocol-perl',
    'chromium-driver':
      '203 udev fonts-liberation system-config-printer libnet-dbus-perl x11-xserver-utils libx11-protocol-perl',
    clang: '524 llvm-14-dev libclang-rt-14-dev python3',
    'clang-tidy': '500 llvm-14-dev libclang-rt-14-dev ca-certificates',
    debhelper: '136 libltdl-dev gnupg curl fakeroot libmail-sendmail-perl libarchive-cpio-perl',
    devscripts: '500 debian-keyring lintian man-db strace libsoap-lite-perl python3-apt',
    'dpkg-dev': '297 gnupg fakeroot gcc build-essential',
    emacs:
      '129 fonts-noto-color-emoji mailutils libgtk-3-bin at-spi2-core librsvg2-common libgdk-pixbuf2.0-bin',
    erlang:
      '658 erlang-src gstreamer1.0-plugins-bad erlang-examples xdg-desktop-portal-gtk erlang-mode gstreamer1.0-gl',
    'erlang-base': '8 erlang-syntax-tools erlang-crypto libsctp1',
    'firefox-esr': '337 libavcodec59 libgtk-3-bin at-spi2-core librsvg2-common libgdk-pixbuf2.0-bin',
    ghc: '55',
    gnuplot:
      '59 qtwayland5 qt5-gtk-platformtheme libgtk-3-bin at-spi2-core librsvg2-common libgdk-pixbuf2.0-bin',
    'gnuplot-nox': '220 groff shared-mime-info fonts-liberation',
    'libabsl-dev': '397 cmake g++',
    'libclang-dev': '112 libclang-rt-14-dev',
    'libgconf-2-4': '61 shared-mime-info gconf-service dbus',
    'libgrpc++-dev': '280 g++',
    'libgtk2.0-dev': '390 debhelper libgail-common ca-certificates libpng-tools dbus librsvg2-common',
    'libimage-exiftool-perl': '2 libarchive-zip-perl libunicode-linebreak-perl',
    'libopencv-core-dev': '52 libhwloc-plugins',
    'libopencv-dev':
      '216 intel-media-va-driver poppler-data mesa-va-drivers mesa-vdpau-drivers opencv-data gstreamer1.0-plugins-base',
    lighttpd: '53 perl lighttpd-mod-openssl lighttpd-mod-deflate spawn-fcgi',
    llvm: '484 llvm-14-dev ca-certificates binfmt-support',
    luarocks: '295 libtool libtool-bin ca-certificates lua-sec pkgconf pkg-config',
    'mariadb-server':
      '4 libdbd-mariadb-perl libhtml-template-perl pv mariadb-plugin-provider-lzma mariadb-plugin-provider-bzip2 mariadb-plugin-provider-lz4',
    pipx: '136 libjs-bootstrap4 mkdocs libjs-highlight.js fonts-font-awesome python3-psutil libjs-lunr',
    podman: '107 buildah shared-mime-info netavark catatonit uidmap nftables',
    'python3-minimal': '17 libpython3.11-stdlib python3.11',
    'python3-opencv':
      '196 intel-media-va-driver poppler-data mesa-va-drivers mesa-vdpau-drivers gstreamer1.0-plugins-base i965-va-driver',
    'python3-virtualenv': '410 python3-distutils python3-dev build-essential',
    'r-base-dev':
      '286 shared-mime-info gnupg x11-utils libnet-dbus-perl x11-xserver-utils libx11-protocol-perl',
    rustc: '543 llvm-14 cargo',
    'tk-dev': '259 gnupg fakeroot libpng-tools gcc build-essential',
    unar: '1 dbus',
    unoconv:
      '1112 libreoffice-writer libreoffice-calc libreoffice-draw poppler-data libreoffice-impress shared-mime-info',
    wkhtmltopdf: '195 xnest gstreamer1.0-plugins-base qtwayland5 qt5-gtk-platformtheme geoclue-2.0 dbus',
  },
  trixie: {
    buildah: '104 netavark crun gnupg-utils gpgv nftables fuse-overlayfs',
    'cabal-install': '47 libstdc++-14-dev curl',
    cargo: '724 rust-llvm ca-certificates',
    chromium:
      '331 mesa-vulkan-drivers udev fonts-liberation system-config-printer libnet-dbus-perl x11-xserver-utils',
    'chromium-driver':
      '331 mesa-vulkan-drivers udev fonts-liberation system-config-printer libnet-dbus-perl x11-xserver-utils',
    clang: '581 llvm-19-dev libclang-rt-19-dev clang-tools-19 python3',
    'clang-tidy': '514 llvm-19-dev libclang-rt-19-dev ca-certificates',
    composer: '129 git xz-utils unzip php8.4-curl php8.4-zip php-curl',
    debhelper: '106 sq libltdl-dev curl fakeroot libmail-sendmail-perl libarchive-cpio-perl',
    'default-jdk':
      '156 mesa-vulkan-drivers fonts-dejavu-extra librsvg2-common libgtk-3-bin at-spi2-core libatk-wrapper-java-jni',
    'default-jre':
      '120 mesa-vulkan-drivers fonts-dejavu-extra librsvg2-common libgtk-3-bin at-spi2-core libatk-wrapper-java-jni',
    devscripts: '509 debian-keyring sq lintian man-db strace libsoap-lite-perl',
    'docker.io': '292 git docker-cli apparmor criu xz-utils ca-certificates',
    'dpkg-dev': '263 sq fakeroot gcc build-essential',
    emacs:
      '202 fonts-noto-color-emoji mailutils librsvg2-common libgtk-3-bin at-spi2-core libheif-plugin-aomenc',
    erlang:
      '732 mesa-vulkan-drivers erlang-src gstreamer1.0-plugins-bad erlang-examples xdg-desktop-portal-gtk erlang-mode',
    'erlang-base': '1 erlang-crypto libsctp1',
    'firefox-esr': '414 libavcodec61 librsvg2-common libgtk-3-bin at-spi2-core libgdk-pixbuf2.0-bin',
    ghc: '27 libstdc++-14-dev',
    gnuplot:
      '159 mesa-vulkan-drivers qtwayland5 qt5-gtk-platformtheme librsvg2-common ca-certificates libgtk-3-bin',
    'gnuplot-nox': '258 groff shared-mime-info fonts-liberation libheif-plugin-aomenc libheif-plugin-x265',
    'libabsl-dev': '355 cmake libgmock-dev g++',
    'libclang-dev': '67 libclang-rt-19-dev',
    'libgrpc++-dev': '252 libgmock-dev g++',
    'libgtk2.0-0':
      '29 gnome-themes-extra libgail-common librsvg2-common dbus libgdk-pixbuf2.0-bin libgtk2.0-bin',
    'libgtk2.0-dev':
      '391 debhelper gnome-themes-extra libgail-common librsvg2-common ca-certificates libpng-tools',
    'libimage-exiftool-perl':
      '3 libarchive-zip-perl libunicode-linebreak-perl libcompress-raw-lzma-perl libio-compress-brotli-perl',
    'libopencv-core-dev': '88 mesa-vulkan-drivers libhwloc-plugins',
    'libopencv-dev':
      '280 mesa-vulkan-drivers intel-media-va-driver poppler-data opencv-data gstreamer1.0-plugins-base i965-va-driver',
    lighttpd: '1 lighttpd-mod-openssl lighttpd-mod-deflate',
    llvm: '478 llvm-19-dev ca-certificates binfmt-support',
    luarocks: '260 libtool ca-certificates lua-sec pkgconf',
    'mariadb-server':
      '5 pv libdbd-mariadb-perl libhtml-template-perl mariadb-plugin-provider-lzma mariadb-plugin-provider-bzip2 mariadb-plugin-provider-lz4',
    pipx: '1 python3-psutil',
    podman: '259 buildah containers-storage shared-mime-info aardvark-dns criu gnupg-utils',
    'python3-minimal': '14 libpython3.13-stdlib python3.13',
    'python3-opencv':
      '259 mesa-vulkan-drivers intel-media-va-driver poppler-data gstreamer1.0-plugins-base i965-va-driver qtwayland5',
    'r-base-dev': '373 sq shared-mime-info x11-utils libnet-dbus-perl x11-xserver-utils libx11-protocol-perl',
    rustc: '764 cargo rust-llvm',
    'tk-dev': '240 sq fakeroot libpng-tools gcc build-essential',
    unar: '301 sq shared-mime-info fonts-liberation fakeroot dbus libheif-plugin-aomenc',
  },
}

/** Package -> words that show a use of it: its commands, and what calls them. */
export const evidenceWords: Table = {
  adduser: 'addgroup adduser delgroup deluser',
  'at-spi2-core': 'at-spi dbus',
  'binfmt-support': 'binfmt',
  binutils: 'ar ld nm objcopy objdump ranlib readelf strings strip',
  'build-essential':
    'bundle c++ cargo cc cmake configure cpp g++ gcc gem ld make meson ninja node-gyp npm npx pip pip3 pipenv pipx pnpm poetry setup.py uv yarn',
  bzip2: 'bunzip2 bzcat bzip2 tar.bz2 tbz',
  criu: 'checkpoint criu',
  cron: 'cron crontab',
  curl: 'curl',
  dbus: 'dbus',
  'dpkg-dev': 'dpkg-architecture dpkg-buildflags dpkg-buildpackage',
  e2fsprogs: 'chattr e2fsck lsattr mke2fs mkfs.ext2 mkfs.ext3 mkfs.ext4 resize2fs tune2fs',
  'exim4-daemon-light': 'MAILTO exim exim4 mail mailx sendmail',
  fakeroot: 'fakeroot',
  file: 'file',
  gcc: 'c++ cargo cc cmake configure g++ gcc go make meson ninja',
  gdb: 'gdb vgdb',
  'gettext-base': 'envsubst gettext ngettext',
  gfortran: 'gfortran',
  git: 'git github npm',
  gnupg: 'add-apt-repository apt-key dirmngr gpg gpg2 gpgconf gpgv',
  'gnupg-utils': 'gpg-zip gpgsplit gpgtar kbxutil',
  gpgv: 'gpgv',
  'i965-va-driver': 'hwaccel qsv vaapi',
  'intel-media-va-driver': 'hwaccel qsv vaapi',
  iproute2: 'bridge ip ss tc',
  less: 'PAGER less',
  'libcoarrays-openmpi-dev': 'caf coarray',
  'libdbd-mariadb-perl': 'DBI mytop',
  'libdbi-perl': 'DBI mytop',
  'libgdk-pixbuf2.0-bin': 'gdk-pixbuf-csource gdk-pixbuf-pixdata gdk-pixbuf-thumbnailer',
  'libldap-common': 'ldap',
  'libpaper-utils': 'paperconf',
  'libpng-tools': 'png-fix-itxt pngfix',
  'libsasl2-modules': 'ldap',
  'libsecret-tools': 'secret-tool',
  'libterm-readkey-perl': 'ReadKey mytop',
  libtool: 'autogen.sh autoreconf libtool libtoolize',
  'libvdpau-va-gl1': 'hwaccel vdpau',
  'libvips-tools': 'vips vipsedit vipsthumbnail',
  logrotate: 'logrotate',
  'mesa-va-drivers': 'hwaccel qsv vaapi',
  'mesa-vdpau-drivers': 'hwaccel vdpau',
  'mesa-vulkan-drivers': 'hwaccel vulkan',
  netbase: 'cabal getent ghc stack',
  netpbm: 'pgm pnm ppm',
  nftables: 'nft',
  'openssh-client': '.ssh git@ known_hosts rsync scp sftp ssh',
  patch: 'patch',
  perl: 'cpan perl',
  procps: 'free kill pgrep pkill ps sysctl top uptime vmstat watch',
  'proj-bin': 'cs2cs geod proj projinfo projsync',
  psmisc: 'fuser killall peekfd prtstat pslog pstree',
  python3: 'python python3',
  'python3-dev': 'Python.h cmake make pip pip3 pipenv pipx poetry python3-config python3.h setup.py uv',
  'ruby-dev': 'bundle gem make mkmf rake ruby.h',
  'ruby-sdbm': 'sdbm',
  'sensible-utils': 'select-editor sensible-browser sensible-editor sensible-pager',
  'shared-mime-info': 'mimemagic update-mime-database xdg-mime',
  sq: 'sq',
  sudo: 'sudo',
  sysstat: 'iostat mpstat pidstat sar',
  systemd: 'systemctl systemd',
  unzip: 'unzip zipinfo',
  'va-driver-all': 'hwaccel qsv vaapi',
  'vdpau-driver-all': 'hwaccel vdpau',
  xxd: 'xxd',
  'xz-utils': 'tar.xz txz unxz xz xzcat',
  zip: 'zip',
}

/** Package -> packages that bring it, without recommends, on bookworm and trixie. */
export const brought: Table = {
  automake: 'libboost-all-dev libgdal-dev libmagickcore-dev libmagickwand-dev libvips-dev',
  'ca-certificates': `
    ant bundler ca-certificates-java composer default-jdk default-jdk-headless default-jre
    default-jre-headless maven npm openjdk-17-jdk openjdk-17-jdk-headless openjdk-17-jre
    openjdk-17-jre-headless openjdk-21-jdk-headless openjdk-21-jre-headless pdftk pipx python3-full
    python3-pip python3-requests python3-venv python3-virtualenv python3.11-venv ruby ruby-dev ruby-full
    software-properties-common unar`,
  'g++': 'build-essential',
  gcc: 'build-essential cabal-install cargo g++ gcc-multilib gfortran ghc libtool rustc',
  git: 'git-lfs',
  gnupg: 'buildah gnupg2 libvips42t64 podman',
  'libc6-dev': `
    build-essential cabal-install cargo clang clang-tidy default-libmysqlclient-dev g++ gcc-multilib gfortran
    ghc libacl1-dev libattr1-dev libblkid-dev libboost-all-dev libboost-dev libboost-filesystem-dev
    libboost-program-options-dev libbz2-dev libcairo2-dev libclang-dev libcpprest-dev libedit-dev libelf-dev
    libexpat1-dev libfreetype6-dev libfuse-dev libgd-dev libgdal-dev libgdbm-compat-dev libgdbm-dev
    libgdk-pixbuf-2.0-dev libgit2-dev libglib2.0-dev libgrpc++-dev libgtk2.0-dev libharfbuzz-dev libhdf5-dev
    libicu-dev libjpeg-dev libjpeg62-turbo-dev libkrb5-dev libmagickcore-dev libmagickwand-dev libmariadb-dev
    libmemcached-dev libncurses-dev libncurses5-dev libncursesw5-dev libnuma-dev libopencv-core-dev
    libopencv-dev libpam0g-dev libpcap-dev libpcre2-dev libpcre3-dev libpng-dev libproj-dev libprotobuf-dev
    libpython3-dev libraqm-dev libreadline-dev libsasl2-dev libspatialite-dev libsqlite3-dev libssh-dev
    libssh2-1-dev libstdc++-12-dev libtiff-dev libtiff5-dev libtinfo-dev libtool libvips-dev libxmlsec1-dev
    libzip-dev libzmq3-dev luarocks python3-dev rustc tk-dev uuid-dev zlib1g-dev`,
  'libltdl-dev': 'libboost-all-dev libgdal-dev libmagickcore-dev libmagickwand-dev libvips-dev',
  make: 'build-essential dpkg-dev tk-dev',
  patch: 'build-essential dpkg-dev tk-dev',
  perl: `
    apache2 apt-file autoconf automake build-essential cpanminus default-mysql-client dpkg-dev git git-lfs
    libapache2-mod-php libboost-all-dev libdbd-mysql-perl libdbd-pg-perl libgdal-dev libimage-exiftool-perl
    liblocal-lib-perl libmagickcore-dev libmagickwand-dev libvips-dev mariadb-client mariadb-server memcached
    moreutils nginx-extras parallel php postgresql postgresql-15 postgresql-client postgresql-client-15
    postgresql-contrib rename texinfo tk-dev`,
  'pkg-config': `
    libcairo2-dev libeigen3-dev libgd-dev libgdk-pixbuf-2.0-dev libglib2.0-dev libgrpc++-dev libgtk2.0-dev
    libharfbuzz-dev libmagickcore-dev libmagickwand-dev libnghttp2-dev libopencv-dev libpcap-dev libraqm-dev
    libvips-dev pkg-config tk-dev`,
  python3: `
    awscli clang-format clang-tidy cython3 gdal-bin libboost-all-dev libcairo2-dev libgdk-pixbuf-2.0-dev
    libglib2.0-dev libgtk2.0-dev libharfbuzz-dev libmagickcore-dev libmagickwand-dev libraqm-dev libvips-dev
    libvips-tools mercurial meson npm pipx python-is-python3 python3-apt python3-dev python3-distutils
    python3-full python3-numpy python3-opencv python3-pip python3-requests python3-setuptools python3-tk
    python3-venv python3-virtualenv python3-wheel python3-yaml python3.11-venv software-properties-common
    supervisor`,
  'xz-utils': 'build-essential dpkg-dev parallel tk-dev',
}
