import { wordsIn } from './words.js'

/**
 * Commands of Debian-based official images: what a slim image lacks, and the package that brings it back.
 * Source: apt simulation over the Dockerfiles of buildpack-deps, python, node, ruby, rust and perl on the bookworm and trixie
 * archives, November 2026; commands of the slim base from the packages' own file lists.
 */

/** What becomes of a command on the way to the slim image. `also` is what the full image had beside `package` to make it work. */
export type CommandFate =
  | { readonly kind: 'kept' }
  | { readonly kind: 'lost'; readonly package: string; readonly also: readonly string[] }
  | { readonly kind: 'unknown' }

/**
 * What becomes of `command` (a name, or a path below /bin or /usr/bin) when `image` moves to its slim twin on `release`.
 * Without a release, and for bullseye, only what bookworm and trixie agree on; for other releases only what stays.
 * `apt-key` stays up to bookworm, and fails there without gnupg.
 * Kept means that the command is there: what it is asked to do may need more, see `installsPackages` and `tarFilterOf`.
 */
export function lostCommand(image: string, release: string | undefined, command: string): CommandFate {
  if (image === 'debian') return kept
  if (!Object.hasOwn(ownCommands, image)) return unknown
  const name = command.replace(/^(?:\/usr)?\/s?bin\//, '')
  if (name.includes('/')) return unknown
  if (name === command && (builtins.has(name) || wordsIn(ownCommands[image] ?? '').includes(name)))
    return kept
  if (name === 'apt-key' && release !== 'trixie' && slimPackages[image] !== undefined)
    return { kind: 'lost', package: 'gnupg', also: [] }
  if (release === 'bookworm' || release === 'trixie') return fateOn(image, release, name)
  const fates = [fateOn(image, 'bookworm', name), fateOn(image, 'trixie', name)]
  if (fates.some(({ kind }) => kind === 'unknown')) return unknown
  const lost = fates.find(({ kind }) => kind === 'lost')
  if (lost !== undefined) return release === undefined || release === 'bullseye' ? lost : unknown
  return kept
}

/** Whether the command fetches or builds packages of a language: it stays, but may look for a compiler, git or certificates. */
export function installsPackages(command: string): boolean {
  return installers.has(command)
}

/**
 * A path in a text to what full images have beside commands and slim ones may lack: libraries, headers, data and settings of
 * packages; undefined for none. Time zones, keys of archives and apt's own files are not meant.
 */
export function lostFile(text: string): string | undefined {
  return files.exec(text)?.[1]
}

const files =
  /(?:^|[\s"'=:,(<>])(\/usr\/(?:include|libexec|share(?!\/(?:keyrings|zoneinfo)\b)|lib(?!\/(?:apt|node_modules)\b))\/[^\s"',:;)]+|\/etc\/(?:ImageMagick-\d|X11|fonts|krb5|magic|mailcap|mercurial|mime\.types|mysql|perl|python[\d.]*|ssh|ssl|subversion|wgetrc|xml)\b[^\s"',:;)]*)/

/** Whether every Debian before trixie has the command in its smallest image. */
export function staysUntilTrixie(command: string): boolean {
  return /^(add|del)(user|group)$/.test(command)
}

/** The command that unpacks a file of this name; undefined where the name says nothing. */
export function unpackerOf(file: string): string | undefined {
  return Object.entries(unpackers).find(([, suffixes]) =>
    wordsIn(suffixes).some((suffix) => file.endsWith(suffix)),
  )?.[0]
}

/** The command that an option of tar makes it run, as in `xJf`, `-xjf` or `--xz`; undefined for none. */
export function tarFilterOf(option: string): string | undefined {
  if (option.startsWith('--'))
    return wordsIn('bzip2 gzip lzma xz zstd').find((name) => option === `--${name}`)
  const letter = /^-?[A-Za-z]*?([JZjz])[A-Za-z]*$/.exec(option)?.[1]
  return letter === undefined ? undefined : { J: 'xz', Z: 'uncompress', j: 'bzip2', z: 'gzip' }[letter]
}

const kept = { kind: 'kept' } as const
const unknown = { kind: 'unknown' } as const

function fateOn(image: string, release: 'bookworm' | 'trixie', name: string): CommandFate {
  if (baseCommands.has(name) || (release === 'bookworm' && bookwormBaseCommands.has(name))) return kept
  const keptPackages = slimPackages[image]
  if (keptPackages === undefined) return unknown
  const found = packageOf(name) ?? packageOf(`${release}/${name}`)
  if (found === undefined) return unknown
  if (wordsIn(keptPackages).includes(found)) return kept
  const also = wordsIn(companions[name] ?? companions[found] ?? '')
  return {
    kind: 'lost',
    package: found,
    also: also.filter((other) => !wordsIn(keptPackages).includes(other)),
  }
}

let packages: ReadonlyMap<string, string> | undefined

/** Command, or `release/command`, -> package. */
function packageOf(key: string): string | undefined {
  packages ??= new Map([
    ...pairsOf(lostCommands, ''),
    ...pairsOf(lostCommandsOn.bookworm, 'bookworm/'),
    ...pairsOf(lostCommandsOn.trixie, 'trixie/'),
  ])
  return packages.get(key)
}

const pairsOf = (table: Readonly<Record<string, string>>, prefix: string): [string, string][] =>
  Object.entries(table).flatMap(([name, list]) =>
    wordsIn(list).map((word): [string, string] => [prefix + word, name]),
  )

/** Commands that the images bring themselves, the same in full and slim. The images named here are built on buildpack-deps. */
export const ownCommands: Readonly<Record<string, string>> = {
  elixir: 'elixir elixirc erl erlc escript iex mix',
  erlang: 'erl erlc escript',
  haskell: '',
  node: 'corepack docker-entrypoint.sh node nodejs npm npx yarn yarnpkg',
  openjdk: 'jar jarsigner java javac javadoc javap jcmd jmap jps jstack jstat keytool',
  perl: `
    corelist cpan cpanm cpm enc2xs encguess h2ph h2xs instmodsh json_pp libnetcfg perl perlbug perldoc perlivp
    perlthanks piconv pl2pm pod2html pod2man pod2text pod2usage podchecker prove ptar ptardiff ptargrep shasum
    splain streamzip xsubpp zipdetails`,
  pypy: 'pip pip3 pypy pypy3',
  python: 'pip pip2 pip3 pydoc pydoc3 python python-config python2 python3 python3-config',
  ruby: 'bundle bundler erb gem irb rake rdoc ri ruby',
  rust: 'cargo cargo-clippy cargo-fmt clippy-driver rustc rustdoc rustfmt rustup',
}

/** Packages of the full image that the slim one holds as well; only for images that were measured. */
const slimPackages: Readonly<Record<string, string>> = {
  node: '',
  perl: '',
  python: 'ca-certificates openssl',
  ruby: 'ca-certificates openssl',
  rust: 'binutils ca-certificates cpp cpp-12 cpp-14 gcc gcc-12 gcc-14 libc6-dev openssl rpcsvc-proto',
}

/** What a command or package leans on in the full image without depending on it. */
export const companions: Readonly<Record<string, string>> = {
  autoconf: 'automake',
  autoreconf: 'automake libtool',
  curl: 'ca-certificates',
  gcc: 'libc6-dev',
  'gcc-12': 'libc6-dev',
  'gcc-14': 'libc6-dev',
  git: 'ca-certificates',
  mercurial: 'ca-certificates',
  subversion: 'ca-certificates',
  wget: 'ca-certificates',
}

/** Debian package -> commands that full images have by it and slim ones lack; on bookworm and on trixie. */
export const lostCommands: Readonly<Record<string, string>> = {
  autoconf: 'autoconf autoheader autom4te autoreconf autoscan autoupdate ifnames',
  automake: 'aclocal automake',
  binutils: `
    addr2line ar as c++filt elfedit gprof gprofng ld ld.bfd nm objcopy objdump ranlib readelf size strings
    strip`,
  bzip2: 'bunzip2 bzcat bzcmp bzdiff bzegrep bzexe bzfgrep bzgrep bzip2 bzip2recover bzless bzmore',
  'ca-certificates': 'update-ca-certificates',
  'comerr-dev': 'compile_et',
  cpp: 'cpp',
  curl: 'curl',
  'default-libmysqlclient-dev': 'mariadb-config mariadb_config mysql_config',
  'dpkg-dev': `
    dpkg-architecture dpkg-buildflags dpkg-buildpackage dpkg-checkbuilddeps dpkg-distaddfile dpkg-genbuildinfo
    dpkg-genchanges dpkg-gencontrol dpkg-gensymbols dpkg-mergechangelogs dpkg-name dpkg-parsechangelog
    dpkg-scanpackages dpkg-scansources dpkg-shlibdeps dpkg-source dpkg-vendor`,
  file: 'file',
  fontconfig: 'fc-cache fc-cat fc-conflist fc-list fc-match fc-pattern fc-query fc-scan fc-validate',
  'g++': 'c++ g++',
  gcc: 'c89 c99 cc gcc gcc-ar gcc-nm gcc-ranlib gcov gcov-dump gcov-tool lto-dump',
  git: 'git git-receive-pack git-shell git-upload-archive git-upload-pack scalar',
  gnupg: 'dirmngr dirmngr-client gpg gpg-agent gpg-connect-agent gpgconf gpgsm pinentry pinentry-curses',
  'icu-devtools': `
    derb escapesrc genbrk genccode gencfu gencmn gencnval gendict gennorm2 genrb gensprep icuexportdata
    icuinfo icupkg makeconv pkgdata uconv`,
  imagemagick: 'compare composite convert identify mogrify montage',
  'libcurl4-openssl-dev': 'curl-config',
  'libgdk-pixbuf2.0-bin': 'gdk-pixbuf-csource gdk-pixbuf-pixdata gdk-pixbuf-thumbnailer',
  'libglib2.0-bin': 'gapplication gdbus gio gio-querymodules glib-compile-schemas gresource gsettings',
  'libglib2.0-dev': `
    gdbus-codegen glib-compile-resources glib-genmarshal glib-gettextize glib-mkenums gobject-query gtester
    gtester-report`,
  'libkrb5-dev': 'krb5-config krb5-config.mit',
  'libncurses-dev': 'ncurses6-config ncursesw6-config',
  'libpcre2-dev': 'pcre2-config',
  'libpng-dev': 'libpng-config libpng16-config',
  'libpq-dev': 'pg_config',
  libtool: 'libtoolize',
  'libwmf-dev': 'libwmf-config',
  'libxml2-dev': 'xml2-config',
  'libxslt1-dev': 'xslt-config',
  m4: 'm4',
  make: 'gmake make make-first-existing-target',
  mercurial: 'chg hg hg-ssh',
  'openssh-client': 'scp sftp ssh ssh-add ssh-agent ssh-argv0 ssh-copy-id ssh-keygen ssh-keyscan',
  openssl: 'c_rehash openssl',
  patch: 'patch',
  perl: `
    corelist cpan enc2xs encguess h2ph h2xs instmodsh json_pp libnetcfg perl perlbug perldoc perlivp
    perlthanks piconv pl2pm pod2html pod2man pod2text pod2usage podchecker prove ptar ptardiff ptargrep shasum
    splain streamzip xsubpp zipdetails`,
  'pkg-config': 'pkg-config pkgconf',
  procps: `
    free kill pgrep pidwait pkill pmap ps pwdx skill slabtop snice sysctl tload top uptime vmstat w watch`,
  python3: 'pdb3 py3clean py3compile py3versions pydoc3 pygettext3 python3',
  'rpcsvc-proto': 'rpcgen',
  'sensible-utils': 'select-editor sensible-browser sensible-editor sensible-pager',
  'shared-mime-info': 'update-mime-database',
  sq: 'sq',
  subversion: `
    svn svnadmin svnauthz svnauthz-validate svnbench svndumpfilter svnfsfs svnlook svnmucc svnrdump svnserve
    svnsync svnversion`,
  tcl: 'tclsh tclsh8.6',
  tk: 'wish wish8.6',
  ucf: 'ucf ucfq ucfr',
  unzip: 'funzip unzip unzipsfx zipgrep zipinfo',
  wget: 'wget',
  'xz-utils': 'lzcat lzma lzmainfo unlzma unxz xz xzcat xzcmp xzdiff xzegrep xzfgrep xzgrep xzless xzmore',
}

/** The same for commands that only one release loses. */
export const lostCommandsOn: Readonly<Record<'bookworm' | 'trixie', Readonly<Record<string, string>>>> = {
  bookworm: {
    automake: 'aclocal-1.16 automake-1.16',
    binutils: 'dwp gold ld.gold',
    'cpp-12': 'cpp-12',
    'g++-12': 'g++-12',
    'gcc-12': 'gcc-12 gcc-ar-12 gcc-nm-12 gcc-ranlib-12 gcov-12 gcov-dump-12 gcov-tool-12 lto-dump-12',
    gnupg: `
      addgnupghome applygnupgdefaults apt-key gpg-wks-server gpg-zip gpgcompose gpgparsemail gpgsplit gpgtar
      kbxutil lspgpot migrate-pubring-from-classic-gpg watchgnupg`,
    imagemagick: 'animate conjure display import stream',
    'libncurses-dev': 'ncurses5-config ncursesw5-config',
    'openssh-client': 'slogin',
  },
  trixie: {
    adduser: 'addgroup adduser delgroup deluser',
    automake: 'aclocal-1.17 automake-1.17',
    'cpp-14': 'cpp-14',
    curl: 'wcurl',
    'dpkg-dev': 'dpkg-buildapi dpkg-buildtree',
    'g++-14': 'g++-14',
    'gcc-14': 'gcc-14 gcc-ar-14 gcc-nm-14 gcc-ranlib-14 gcov-14 gcov-dump-14 gcov-tool-14 lto-dump-14',
    imagemagick: 'magick',
    'libglib2.0-dev': 'gi-compile-repository gi-decompile-typelib gi-inspect-typelib',
    'sensible-utils': 'sensible-terminal',
  },
}

/** Commands of the packages that every slim image is made of, on bookworm and on trixie (perl is not: only perl-base is there). */
const baseCommands = new Set(
  wordsIn(`
    [ add-shell agetty apt apt-cache apt-cdrom apt-config apt-get apt-mark arch awk b2sum base32 base64
    basename basenc bash bashbug blkdiscard blkid blkzone blockdev captoinfo cat chage chcon chcpu chfn
    chgpasswd chgrp chmem chmod choom chown chpasswd chroot chrt chsh cksum clear clear_console cmp comm cp
    csplit cut dash date dd deb-systemd-helper deb-systemd-invoke debconf debconf-apt-progress
    debconf-communicate debconf-copydb debconf-escape debconf-set-selections debconf-show df diff diff3 dir
    dircolors dirname dmesg dnsdomainname domainname dpkg dpkg-deb dpkg-divert dpkg-maintscript-helper
    dpkg-preconfigure dpkg-query dpkg-realpath dpkg-reconfigure dpkg-split dpkg-statoverride dpkg-trigger du
    echo egrep env expand expiry expr factor faillock fallocate false fgrep find findfs findmnt flock fmt fold
    fsck fsfreeze fstab-decode fstrim getconf getent getopt getty gpasswd grep groupadd groupdel groupmod
    groups grpck grpconv grpunconv gunzip gzexe gzip hardlink head hostid hostname iconv iconvconfig id
    infocmp infotocap install installkernel invoke-rc.d ionice ipcmk ipcrm ipcs ischroot isosize join killall5
    ld.so ldattach ldconfig ldd link linux32 linux64 ln locale localedef logger login logname losetup ls lsblk
    lscpu lsipc lslocks lslogins lsmem lsns mawk mcookie md5sum mkdir mkfifo mkfs mkhomedir_helper mknod
    mkswap mktemp more mount mountpoint mv namei nawk newgrp newusers nice nisdomainname nl nohup nologin
    nproc nsenter numfmt od pager pam-auth-update pam_getenv pam_namespace_helper pam_timestamp_check partx
    passwd paste pathchk pidof pinky pivot_root pldd pr printenv printf prlimit ptx pwck pwconv pwd
    pwhistory_helper pwunconv rbash readlink readprofile realpath remove-shell rename.ul renice reset rev
    rgrep rm rmdir rmt rmt-tar rtcwake run-parts runcon runuser savelog script scriptlive scriptreplay sdiff
    sed seq service setarch setpriv setsid setterm sg sh sha1sum sha224sum sha256sum sha384sum sha512sum
    shadowconfig shred shuf sleep sort split start-stop-daemon stat stdbuf stty su sulogin sum swaplabel
    swapoff swapon switch_root sync tabs tac tail tar tarcat taskset tee tempfile test tic timeout toe touch
    tput tr true truncate tset tsort tty tzselect uclampset umount uname uncompress unexpand uniq unix_chkpwd
    unix_update unlink unshare update-alternatives update-passwd update-rc.d update-shells useradd userdel
    usermod users vdir vigr vipw wall wc wdctl whereis which which.debianutils who whoami wipefs xargs yes
    ypdomainname zcat zcmp zdiff zdump zegrep zfgrep zforce zgrep zic zless zmore znew zramctl`),
)

/** Those that trixie's base no longer has. `apt-key` is left out: without gnupg it fails. */
const bookwormBaseCommands = new Set(
  wordsIn(`
    addgroup addpart adduser badblocks chattr cpgr cppw ctrlaltdel debugfs delgroup delpart deluser
    dpkg-fsys-usrunmess dumpe2fs e2freefrag e2fsck e2image e2label e2mmpstatus e2scrub e2scrub_all e2undo
    e4crypt e4defrag faillog filefrag fincore fsck.cramfs fsck.ext2 fsck.ext3 fsck.ext4 fsck.minix gpgv
    groupmems hwclock last lastb lastlog logsave lsattr lsfd lsirq md5sum.textutils mesg mke2fs mkfs.bfs
    mkfs.cramfs mkfs.ext2 mkfs.ext3 mkfs.ext4 mkfs.minix mklost+found resize2fs resizepart tune2fs utmpdump`),
)

/** Commands of the shell itself, dash's and bash's. */
const builtins = new Set(
  wordsIn(`
    . : [ alias bg builtin cd command declare dirs echo eval exec exit export false fg getopts hash help jobs kill let
    local logout mapfile popd printf pushd pwd read readarray readonly return set shift shopt source test times trap true
    type typeset ulimit umask unalias unset wait`),
)

const installers = new Set(
  wordsIn(
    'bundle bundler cabal cargo corepack cpan cpanm cpm gem mix npm npx pdm pip pip2 pip3 pipenv pnpm poetry rebar3 rustup stack uv yarn yarnpkg',
  ),
)

const unpackers: Readonly<Record<string, string>> = {
  bzip2: '.bz2 .tbz .tbz2',
  gzip: '.gz .tgz',
  unzip: '.zip',
  xz: '.lzma .txz .xz',
  zstd: '.tzst .zst',
}
