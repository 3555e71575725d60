/**
 * What each transform may do to a stage, in BuildKit's words; nothing else may differ. All transforms but the one that
 * says so leave every instruction except RUN where it is, as it is.
 *
 * - `words`: of a RUN's shell text; what may be added, and what may go, to and from commands that hold a word
 *   like `of`. `named` are the packages that the title names.
 * - `commands`: the same for whole commands, of which those words are taken away.
 * - `joins`: RUNs become one; a WORKDIR between them becomes `mkdir -p` and `cd`.
 * - `moves`: commands go to an earlier RUN of the stage.
 * - `removes`: a RUN may go whose commands all went.
 * - `base`: another tag in FROM, of which that pattern tells, and one more RUN.
 * - `system`: the name that Debian or Ubuntu becomes in FROM.
 * - `splits`: the last stage becomes two: one that builds, and one with its whole configuration.
 * - `expands`: another tag in FROM, and instructions more; those of the file stay in their order.
 * - `unpacks`: the COPY of an archive may become an ADD to another place.
 * - `mounts`: the COPY of one file may become a mount of it in a RUN.
 * - `owns`: COPY and ADD may get `--chown` and `--chmod`.
 * - `from`: where `system` may begin, beside Debian and Ubuntu, and whether it needs no tag there.
 * - `supplies`: COPY instructions that are new and copy from an earlier stage.
 * - `starts`: words that CMD may lose at its start, where the image says them, and ENTRYPOINT may name by a path.
 * - `quiets`: ENV and ARG may go that tell debconf not to ask.
 * - `reaches`: `file` where a change in one stage edits those built on it as well.
 */
export const declared = {
  'apk-skip-cache': {
    words: {
      of: /^(apk|rm)$/,
      added: exactly('--no-cache'),
      gone: oneOf(/^(-U|--update|--update-cache)$/, apkCache()),
    },
    commands: { added: none, gone: oneOf(apkUpdate(), /^(sudo )?rm( -\S+)*$/) },
    removes: true,
    reaches: 'file',
  },
  'apt-clean-lists': {
    words: { added: none, gone: none },
    commands: { added: oneOf(cleaning(), aptUpdate()), gone: none },
    reaches: 'file',
  },
  'apt-skip-recommends': {
    words: {
      of: install(),
      added: (word, named) => word === '--no-install-recommends' || named.has(word),
      gone: none,
    },
    commands: { added: none, gone: none },
  },
  'base-alpine': {
    words: { of: /^rm$/, added: none, gone: oneOf(/^\/var\/(lib|cache)\/(apt|dpkg|debconf)/) },
    commands: {
      added: oneOf(/^apk (add|del|upgrade) /, /^add(user|group) /),
      gone: oneOf(/^([A-Z_]+=\S* )*(apt|apt-get|useradd|groupadd|usermod|adduser|addgroup) /, /^rm( -\S+)*$/),
    },
    base: /alpine/,
    system: /^alpine$/,
    quiets: true,
    removes: true,
    reaches: 'file',
  },
  'base-debian': {
    words: { added: none, gone: none },
    commands: { added: none, gone: none },
    base: /slim/,
    system: /^debian$/,
  },
  'base-distroless': {
    words: { added: none, gone: none },
    commands: { added: none, gone: certifying() },
    base: /^latest$/,
    from: compiled(),
    system: /^(static|base|cc|java(17|21|25)|nodejs(22|24|26))-debian13$/,
    starts: /^((\/usr\/local\/bin\/)?node|java|-jar)$/,
    removes: true,
  },
  'base-jre': {
    words: { added: none, gone: none },
    commands: { added: none, gone: none },
    base: /jre/,
  },
  'base-runtime': {
    words: { added: none, gone: none },
    commands: { added: none, gone: none },
    base: /^latest$/,
    from: /^(docker\.io\/)?(library\/)?(maven|gradle)$|^mcr\.microsoft\.com\/dotnet\/(core\/)?sdk$/,
    system: /^(eclipse-temurin|openjdk|aspnet)$/,
  },
  'base-scratch': {
    words: { added: none, gone: none },
    commands: {
      added: oneOf(/^mkdir \/(runtime-)?libs$/, /^cp -L --parents /, /^ldd /, /^grep -o /, /^sort -u/),
      gone: certifying(),
    },
    base: /^latest$/,
    from: compiled(),
    system: /^scratch$/,
    removes: true,
    supplies: true,
    reaches: 'file',
  },
  'base-slim': {
    words: { of: /^(install|purge)$/, added: (word, named) => named.has(word), gone: none },
    commands: {
      added: oneOf(
        /^apt-get update$/,
        /^apt-get install -y( --no-install-recommends)?$/,
        /^apt-get purge -y --auto-remove$/,
        /^microdnf( |$)/,
        /^rm -rf \/var\/cache\/yum/,
        cleaning(),
      ),
      gone: oneOf(/^(dnf|yum)( |$)/, /^rm -rf \/var\/cache\/dnf/),
    },
    base: /slim|minimal/,
  },
  'build-packages-purge': {
    words: { of: /^(install|add)$/, added: (word, named) => named.has(word), gone: none },
    commands: { added: oneOf(/^(sudo )?(apt-get purge -y --auto-remove|apk del)( |$)/), gone: none },
  },
  'cache-skip': {
    words: {
      of: /^(pip[\d.]*|uv|pipx)$|\/pip[\d.]*$/,
      added: exactly('--no-cache-dir', '--no-cache', 'PIP_NO_CACHE_DIR=1'),
      gone: none,
    },
    commands: {
      added: oneOf(
        cacheCleaning(),
        /^(sudo )?rm -rf (~|\/usr\/local\/bundle|\/var\/cache\/pacman|\/tmp\/downloaded|"\$)\S*/,
      ),
      gone: oneOf(
        /^(sudo )?(\S*\/)?(npm|yarn|conda|mamba|micromamba|dnf|yum|microdnf|zypper|composer|pip[\d.]*|pacman) .*(cl(ean|ear)|purge|-S\w*c)/,
      ),
    },
    removes: true,
  },
  'cleanup-hoist': {
    words: { added: none, gone: none },
    commands: { added: none, gone: oneOf(/^(sudo )?apt(-get)?( -\S+)* (auto-?)?clean( -\S+)*$/) },
    moves: true,
    removes: true,
  },
  'context-ignore': {
    words: { added: none, gone: none },
    commands: { added: none, gone: none },
  },
  'copy-archive': {
    words: { added: none, gone: none },
    commands: { added: none, gone: oneOf(/^(sudo )?(tar|rm|mkdir|set)( |$)/) },
    removes: true,
    unpacks: true,
    mounts: true,
  },
  'copy-owner': {
    words: {
      of: /^(chown|chmod)$/,
      added: (word) => /^-[cfhv]+$/.test(word),
      gone: (word) => /^(-\w*R\w*|--recursive)$/.test(word),
    },
    commands: { added: none, gone: oneOf(/^(sudo )?chown( -\w+)* \S+ \S+$/, /^(set( -\w+)+|:|true)$/) },
    removes: true,
    owns: true,
  },
  'dev-dependencies-skip': {
    words: {
      of: /^(ci|install|i|clean-install|yarn)$/,
      added: oneOf(/^--(omit=dev|production|prod|no-dev|without)$/, /^(development|test)$/),
      gone: none,
    },
    commands: {
      added: oneOf(/^bundle config set --local without (development|test|'development test')$/),
      gone: none,
    },
  },
  'docs-skip': {
    words: { added: none, gone: none },
    commands: {
      added: oneOf(
        /^(printf|echo) 'path-(ex|in)clude=\/usr\/share\/.* >>? \/etc\/dpkg\/dpkg\.cfg\.d\/01-nodoc$/,
      ),
      gone: none,
    },
  },
  'install-sink': {
    words: { added: none, gone: none },
    commands: { added: none, gone: none },
    moves: true,
  },
  'onbuild-expand': {
    words: { added: none, gone: none },
    commands: { added: none, gone: none },
    expands: true,
  },
  'stage-split': {
    words: { added: none, gone: none },
    commands: { added: none, gone: none },
    splits: true,
  },
  'run-merge': {
    words: { added: none, gone: none },
    commands: { added: none, gone: none },
    joins: true,
  },
}

/** What installs what an image without a package manager has, or gets. */
function certifying() {
  return oneOf(
    /^([A-Z_]+=\S* )*(sudo )?(apk|apt|apt-get|aptitude) /,
    /^update-ca-certificates( |$)/,
    /^rm( -\S+)*( \/var\/(cache|lib)\/\S*| \/(var\/)?tmp\/\*)*$/,
    /^(true|:)$/,
    /^\|\|$/,
  )
}

/** Bases of programs that bring all they need. */
function compiled() {
  return /^(docker\.io\/)?(library\/)?(alpine|almalinux|amazonlinux|buildpack-deps|busybox|centos|debian|fedora|gcc|golang|oraclelinux|rockylinux|rust|ubuntu|node|eclipse-temurin)$/
}

function none() {
  return false
}

function exactly(...words) {
  return (word) => words.includes(word)
}

function oneOf(...patterns) {
  return (text) => patterns.some((pattern) => pattern.test(text))
}

function install() {
  return /^install$/
}

function cleaning() {
  return /^(sudo )?rm -rf \/var\/lib\/apt\/lists\/\*$/
}

function aptUpdate() {
  return /^(sudo )?(apt|apt-get|aptitude)( -\S+| \S+=\S+)* update( -\S+| \S+=\S+)*$/
}

function apkCache() {
  return /^["']?\/var\/cache\/apk/
}

function apkUpdate() {
  return /^(sudo )?apk( -\S+)* update( -\S+)*( (\d+ )?(>>?|>&|&>>?) \S+)*$/
}

function cacheCleaning() {
  return /^\S.*(cache clean( --force)?|pm cache rm|clear-cache|clean (all|--all|-ay|-cache( -modcache)?)|nuget locals all --clear)$/
}
