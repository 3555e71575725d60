/**
 * What package managers of systems and languages keep beside what they install, and how it is kept out of a layer.
 * Source: the managers' own documentation, and trials of pip 24, uv 0.13, npm 11, yarn 1.22, pnpm 12, bun 1.4 and composer
 * 2.5 (the cache empty after the remedy, what is installed the same), November 2026. apt and apk
 * have tables of their own.
 */
export interface CacheManager {
  /** How users name it. Two rows may share it. */
  readonly part: string
  /** Names of the program. */
  readonly programs: RegExp
  /** What stands behind the name of a call that fills the cache, options left out: `''` for nothing, `*` for anything. */
  readonly fills: readonly string[]
  /** What it keeps, for a message. */
  readonly keeps: string
  readonly remedy: Remedy
  /** `unsafe` where a program may read it when the image runs. */
  readonly safety: 'safe' | 'unsafe'
  /** Where the cache is; `~` is the home folder. */
  readonly folders: readonly string[]
  /** What stands behind the name of a call that empties the cache, or looks after it. */
  readonly cleans: readonly string[]
  /** Options by which a call fills no cache, or one at another place. */
  readonly options: RegExp
  /** Variables that switch the cache off, or say where it is. */
  readonly variables: readonly string[]
  /** Options, or words of a call, that read what is kept and not the network. */
  readonly offline: RegExp
  /** Whether every later call reads what is kept: it was fetched for that. */
  readonly isReadLater: boolean
  /** Other programs that read it when the image runs. */
  readonly readers?: RegExp
  /** Words of the file that put the cache elsewhere, or make it part of what is installed. */
  readonly settings?: RegExp
}

/**
 * `option`: behind the verb. `assignment`: in front of the call. `clean`: the program again, with these words.
 * `remove`: `rm -rf` of these paths, by the name of the base image where one is named; `$program` is the program.
 */
export type Remedy =
  | { readonly kind: 'option'; readonly text: string }
  | { readonly kind: 'assignment'; readonly text: string }
  | { readonly kind: 'clean'; readonly text: string }
  | { readonly kind: 'remove'; readonly text: string; readonly on?: Readonly<Record<string, string>> }

const never = /^$(?!)/
const offline = /^--offline$/

/** All managers, those of languages first. */
export const cacheManagers: readonly CacheManager[] = [
  {
    part: 'pip',
    programs: /^pip[\d.]*$/,
    fills: ['install', 'wheel', 'download'],
    keeps: 'the packages that pip downloads',
    // Since pip 6.0 (December 2014).
    remedy: { kind: 'option', text: '--no-cache-dir' },
    safety: 'safe',
    folders: ['~/.cache/pip'],
    cleans: ['cache purge', 'cache remove'],
    options: /^--(no-cache|cache-dir|no-index|dry-run)/,
    variables: ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR', 'PIP_NO_INDEX', 'XDG_CACHE_HOME'],
    offline: never,
    isReadLater: false,
  },
  {
    part: 'pipx',
    programs: /^pipx$/,
    fills: ['install', 'inject', 'upgrade', 'upgrade-all', 'install-all'],
    keeps: 'the packages that pip downloads for pipx',
    remedy: { kind: 'assignment', text: 'PIP_NO_CACHE_DIR=1' },
    safety: 'safe',
    folders: ['~/.cache/pip'],
    cleans: [],
    options: /^--pip-args/,
    variables: ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR', 'XDG_CACHE_HOME', 'UV_NO_CACHE'],
    offline: never,
    isReadLater: false,
    // With uv at hand, pipx installs by it.
    settings: /\buv\b/,
  },
  {
    part: 'poetry',
    programs: /^poetry$/,
    fills: ['install', 'add', 'update', 'sync'],
    keeps: 'the packages that poetry downloads',
    // Environments may lie beside them, in ~/.cache/pypoetry/virtualenvs.
    remedy: { kind: 'remove', text: '~/.cache/pypoetry/artifacts ~/.cache/pypoetry/cache' },
    safety: 'safe',
    folders: ['~/.cache/pypoetry/artifacts', '~/.cache/pypoetry/cache'],
    cleans: ['cache clear'],
    options: /^--(no-cache|dry-run)/,
    variables: ['POETRY_CACHE_DIR', 'XDG_CACHE_HOME'],
    offline: never,
    isReadLater: false,
    settings: /(?<!-)cache-dir|POETRY_HOME=\S*\.cache/,
  },
  {
    part: 'uv',
    programs: /^uv$/,
    fills: ['sync', 'pip install', 'pip sync', 'tool install', 'add'],
    keeps: 'the packages that uv downloads',
    remedy: { kind: 'option', text: '--no-cache' },
    safety: 'safe',
    folders: ['~/.cache/uv'],
    cleans: ['cache clean', 'cache prune', 'clean'],
    options: /^(--no-cache|--cache-dir|-n$|--link-mode|--dry-run|--offline)/,
    variables: ['UV_NO_CACHE', 'UV_CACHE_DIR', 'UV_LINK_MODE', 'UV_OFFLINE', 'XDG_CACHE_HOME'],
    offline,
    isReadLater: false,
    readers: /^(uv|uvx)$/,
  },
  {
    part: 'npm',
    programs: /^npm$/,
    fills: ['ci', 'install', 'i', 'add', 'clean-install', 'update', 'install-ci-test', 'it', 'cit'],
    keeps: 'the packages that npm downloads',
    // `--force` is asked for since npm 5; older ones know the option as well.
    remedy: { kind: 'clean', text: 'cache clean --force' },
    safety: 'safe',
    folders: ['~/.npm'],
    cleans: ['cache clean', 'cache clear', 'cache rm', 'cache verify'],
    options: /^--(cache|offline|dry-run|package-lock-only)/,
    variables: ['NPM_CONFIG_CACHE', 'npm_config_cache', 'NPM_CONFIG_OFFLINE', 'npm_config_offline'],
    offline,
    isReadLater: false,
    readers: /^npx$/,
    settings: /\bset\s+(-g\s+)?cache\b|\bcache-(min|max)\b/,
  },
  {
    part: 'yarn',
    programs: /^(yarn|yarnpkg)$/,
    fills: ['', 'install', 'add', 'global add', 'upgrade'],
    keeps: 'the packages that yarn downloads',
    remedy: { kind: 'clean', text: 'cache clean' },
    safety: 'safe',
    folders: ['/usr/local/share/.cache', '~/.cache/yarn', '~/.yarn-cache'],
    cleans: ['cache clean', 'cache'],
    options: /^--(cache-folder|offline|version|help)|^-[vh]$/,
    variables: ['YARN_CACHE_FOLDER', 'XDG_CACHE_HOME', 'npm_config_cache', 'YARN_ENABLE_GLOBAL_CACHE'],
    offline,
    isReadLater: false,
    settings: /yarn-offline-mirror|cache-folder|npm-packages-offline-cache/,
  },
  {
    part: 'pnpm',
    programs: /^pnpm$/,
    fills: ['install', 'i', 'add', 'update', 'ci'],
    keeps: 'what pnpm knows of packages',
    // The store is hard-linked into node_modules: it costs nothing, and must stay.
    remedy: { kind: 'remove', text: '~/.cache/pnpm' },
    safety: 'safe',
    folders: ['~/.cache/pnpm'],
    cleans: ['store prune', 'cache delete'],
    options: /^--(cache-dir|offline|dry-run|lockfile-only)/,
    variables: ['XDG_CACHE_HOME', 'NPM_CONFIG_CACHE_DIR', 'npm_config_cache_dir', 'PNPM_CONFIG_CACHE_DIR'],
    offline: /^--(offline|prefer-offline)$/,
    isReadLater: false,
    readers: /^pnpx$/,
    settings: /(?<!-)cache-dir|\bdlx\b/,
  },
  {
    part: 'bun',
    programs: /^bun$/,
    fills: ['install', 'i', 'add', 'a', 'update', 'ci'],
    keeps: 'the packages that bun downloads',
    remedy: { kind: 'clean', text: 'pm cache rm' },
    safety: 'safe',
    folders: ['~/.bun/install/cache'],
    cleans: ['pm cache'],
    options: /^--(no-cache|cache-dir|backend|dry-run|global$)|^-g$/,
    variables: ['BUN_INSTALL_CACHE_DIR', 'XDG_CACHE_HOME'],
    offline: /^--(offline|prefer-offline)$/,
    isReadLater: false,
    readers: /^bunx$/,
  },
  {
    part: 'gem',
    programs: /^gem$/,
    fills: ['install', 'update'],
    keeps: 'the archives of installed gems',
    remedy: { kind: 'remove', text: '"$($program env gemdir)"/cache/*.gem' },
    safety: 'safe',
    folders: ['/usr/local/bundle/cache', '/usr/lib/ruby/gems', '/usr/local/lib/ruby/gems', '/var/lib/gems'],
    cleans: [],
    options: /^(-i$|-l$|--(install-dir|user-install|local|system)\b)/,
    variables: [],
    offline: /^(--local|-l|pristine)$/,
    isReadLater: false,
    settings: /\/cache\/\*|\/cache\/\S*\.gem|\/gems\/\S*cache|bundle\/cache|pristine/,
  },
  {
    part: 'bundler',
    programs: /^bundler?$/,
    fills: ['', 'install', 'update'],
    keeps: 'the archives of installed gems',
    remedy: { kind: 'remove', text: '', on: { ruby: '~/.bundle/cache /usr/local/bundle/cache/*.gem' } },
    safety: 'safe',
    folders: ['~/.bundle/cache', '/usr/local/bundle/cache', '/usr/local/bundle/ruby'],
    cleans: ['clean'],
    options: /^--(path|deployment|local|system|version|help)|^-[vh]$/,
    variables: ['BUNDLE_PATH', 'BUNDLE_DEPLOYMENT', 'BUNDLE_USER_HOME', 'BUNDLE_USER_CACHE', 'GEM_HOME'],
    offline: /^(--local|pristine|package|cache)$/,
    isReadLater: false,
    settings: /(config|set)\s.*\b(path|deployment|cache_all|cache_path)\b|--path\b|--deployment\b|pristine/,
  },
  {
    part: 'composer',
    programs: /^composer(\.phar)?$/,
    fills: ['install', 'update', 'require', 'create-project', 'global require', 'global install'],
    keeps: 'the packages that composer downloads',
    remedy: { kind: 'clean', text: 'clear-cache' },
    safety: 'safe',
    folders: ['~/.composer/cache', '~/.cache/composer', '/tmp/cache'],
    cleans: ['clear-cache', 'clearcache', 'cc'],
    options: /^--(no-cache|dry-run)/,
    variables: ['COMPOSER_CACHE_DIR', 'COMPOSER_DISABLE_NETWORK', 'XDG_CACHE_HOME'],
    offline: never,
    isReadLater: false,
    settings: /(?<!-)cache-(dir|files-dir|read-only)/,
  },
  {
    part: 'conda',
    programs: /^(conda|mamba|micromamba)$/,
    fills: ['install', 'create', 'update', 'env create', 'env update', 'upgrade'],
    keeps: 'the archives of installed packages',
    // Without `--force-pkgs-dirs`, which breaks environments that are linked to what it removes.
    remedy: { kind: 'clean', text: 'clean -ay' },
    safety: 'safe',
    folders: ['/opt/conda/pkgs', '~/.conda/pkgs', '~/miniconda3/pkgs'],
    cleans: ['clean'],
    options: /^--(offline|use-local|dry-run|download-only|clone|help|version)/,
    variables: ['CONDA_PKGS_DIRS', 'CONDA_OFFLINE', 'CONDA_ALWAYS_SOFTLINK'],
    offline: /^(--offline|--clone|--use-index-cache|-C|--use-local)$/,
    isReadLater: false,
    settings: /softlink|pkgs_dirs|\/pkgs\b/,
  },
  {
    part: 'dnf',
    programs: /^dnf5?$/,
    fills: fillsOfYum(),
    keeps: 'what it downloads from repositories',
    remedy: { kind: 'clean', text: 'clean all' },
    safety: 'safe',
    folders: ['/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
    cleans: ['clean'],
    options: optionsOfYum(),
    variables: [],
    offline: /^(-C|--cacheonly)$/,
    isReadLater: false,
    settings: /keepcache|cachedir|--installroot/,
  },
  {
    part: 'yum',
    programs: /^yum$/,
    fills: fillsOfYum(),
    keeps: 'what it downloads from repositories',
    remedy: { kind: 'clean', text: 'clean all' },
    safety: 'safe',
    folders: ['/var/cache/yum', '/var/cache/dnf'],
    cleans: ['clean'],
    options: optionsOfYum(),
    variables: [],
    offline: /^(-C|--cacheonly)$/,
    isReadLater: false,
    // Without any repository left in force, yum fails.
    settings:
      /keepcache|cachedir|--installroot|--disablerepo[= ]?["']?\*|--disable(?![\w-])|\/etc\/yum\.repos\.d\/\*/,
  },
  {
    part: 'microdnf',
    programs: /^microdnf$/,
    fills: ['install', 'update', 'upgrade', 'reinstall', 'module enable'],
    keeps: 'what it downloads from repositories',
    remedy: { kind: 'clean', text: 'clean all' },
    safety: 'safe',
    folders: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5'],
    cleans: ['clean'],
    options: optionsOfYum(),
    variables: [],
    offline: /^(-C|--cacheonly)$/,
    isReadLater: false,
    settings: /keepcache|cachedir|--installroot/,
  },
  {
    part: 'zypper',
    programs: /^zypper$/,
    fills: ['install', 'in', 'update', 'up', 'patch', 'dist-upgrade', 'dup', 'source-install', 'si'],
    keeps: 'what it downloads from repositories',
    remedy: { kind: 'clean', text: 'clean --all' },
    safety: 'safe',
    folders: ['/var/cache/zypp', '/var/cache/zypper'],
    cleans: ['clean', 'cc'],
    options:
      /^(--(no-refresh|root|installroot|cache-dir|pkg-cache-dir|download-only|dry-run|version)|-[DRC]$)/,
    variables: [],
    offline: /^--no-refresh$/,
    isReadLater: false,
    settings: /keeppackages|--keep-packages|--installroot|--root\b/,
  },
  {
    part: 'pacman',
    programs: /^pacman$/,
    fills: ['-S'],
    keeps: 'the archives of installed packages',
    // `pacman -Scc --noconfirm` answers no to its own question.
    remedy: { kind: 'remove', text: '/var/cache/pacman/pkg/*' },
    safety: 'safe',
    folders: ['/var/cache/pacman'],
    cleans: ['-Sc'],
    options: /^(--(downloadonly|cachedir|root|sysroot|print|noconfirm=)|-\w*w)/,
    variables: [],
    offline: never,
    isReadLater: false,
    settings: /CacheDir|pacstrap|paccache/,
  },
  {
    part: 'r',
    programs: /^install(2|Github|Bioc)?\.r$/,
    fills: ['*'],
    keeps: 'the packages that littler downloads',
    remedy: { kind: 'remove', text: '/tmp/downloaded_packages' },
    safety: 'safe',
    folders: ['/tmp/downloaded_packages'],
    cleans: [],
    options: /^(-d|--(destdir|help|version))/,
    variables: ['TMPDIR'],
    offline: never,
    isReadLater: false,
  },
  {
    part: 'cpan',
    programs: /^cpanm$/,
    fills: ['*'],
    keeps: 'what cpanm built packages from',
    remedy: { kind: 'remove', text: '~/.cpanm' },
    safety: 'safe',
    folders: ['~/.cpanm'],
    cleans: [],
    options: /^(--(save-dists|mirror-only|mirror|info|version|help|scandeps|showdeps|look)|-[VhLU]$)/,
    variables: ['PERL_CPANM_HOME', 'PERL_CPANM_OPT'],
    offline: never,
    isReadLater: false,
  },
  {
    part: 'cpan',
    programs: /^cpan$/,
    fills: ['*'],
    keeps: 'what cpan built packages from',
    remedy: { kind: 'remove', text: '~/.cpan/build ~/.cpan/sources' },
    safety: 'safe',
    folders: ['~/.cpan'],
    cleans: [],
    options: /^-[aAvhlOLdDj]/,
    variables: ['PERL5_CPAN_HOME'],
    offline: never,
    isReadLater: false,
    settings: /keep_source_where|build_dir|cpan_home/,
  },
  {
    part: 'luarocks',
    programs: /^luarocks(-[\d.]+)?$/,
    fills: ['install', 'make', 'build'],
    keeps: 'what luarocks knows of packages',
    remedy: { kind: 'remove', text: '~/.cache/luarocks' },
    safety: 'safe',
    folders: ['~/.cache/luarocks'],
    cleans: [],
    options: /^--(local-cache|version|help|tree=.*cache)/,
    variables: ['XDG_CACHE_HOME'],
    offline: never,
    isReadLater: false,
    settings: /local_cache/,
  },
  {
    part: 'cargo',
    programs: /^cargo$/,
    fills: ['build', 'install', 'fetch', 'test', 'check', 'rustc', 'b'],
    keeps: 'the crates that cargo downloads',
    remedy: {
      kind: 'remove',
      text: '~/.cargo/registry ~/.cargo/git',
      on: { rust: '"$CARGO_HOME"/registry "$CARGO_HOME"/git' },
    },
    safety: 'unsafe',
    folders: ['~/.cargo/registry', '~/.cargo/git', '/usr/local/cargo/registry', '/usr/local/cargo/git'],
    cleans: ['cache'],
    options: /^--(offline|frozen|help|version)$/,
    variables: ['CARGO_HOME', 'CARGO_NET_OFFLINE'],
    offline: /^--(offline|frozen)$/,
    isReadLater: true,
    readers: /^(cargo|rustc|trunk|cross)(-\w+)?$/,
    settings: /cargo vendor|replace-with|registry\/src/,
  },
  {
    part: 'go',
    programs: /^go$/,
    fills: ['build', 'install', 'get', 'mod download', 'test'],
    keeps: 'the modules that go downloads, and what it compiled',
    remedy: { kind: 'clean', text: 'clean -cache -modcache' },
    safety: 'unsafe',
    folders: ['/go/pkg/mod', '~/go/pkg/mod', '~/.cache/go-build'],
    cleans: ['clean'],
    options: /^-(modcacherw|mod=vendor|n)$/,
    variables: ['GOCACHE', 'GOMODCACHE', 'GOFLAGS', 'GOPROXY'],
    offline: never,
    isReadLater: true,
    readers:
      /^(go|gofmt|air|realize|gin|CompileDaemon|reflex|fresh|modd|dlv|bee|ginkgo|gotestsum|task|make)$/,
    settings: /\bvendor\b|GO111MODULE=off|\/pkg\/mod\b|\bdlv\b|\bgodep\b|\bglide\b/,
  },
  {
    part: 'maven',
    programs: /^(mvn|mvnw)$/,
    fills: ['*'],
    keeps: 'the artifacts that maven downloads',
    remedy: { kind: 'remove', text: '~/.m2/repository' },
    safety: 'unsafe',
    folders: ['~/.m2'],
    cleans: [],
    options: /^(-o|--offline|-Dmaven\.repo\.local.*|-v|--version)$/,
    variables: ['MAVEN_OPTS', 'MAVEN_CONFIG', 'MAVEN_ARGS'],
    offline: /^(-o|--offline)$/,
    isReadLater: true,
    readers: /^(mvn|mvnw|mvnd)$/,
    settings:
      /\.m2\b|localRepository|maven\.repo\.local|dependency:|build-classpath|exec:|appassembler|install-file|-fn\b|fail-never/,
  },
  {
    part: 'gradle',
    programs: /^(gradle|gradlew)$/,
    fills: ['*'],
    keeps: 'the artifacts that gradle downloads',
    remedy: { kind: 'remove', text: '~/.gradle/caches' },
    safety: 'unsafe',
    folders: ['~/.gradle'],
    cleans: [],
    options: /^(--(offline|version|status|stop|project-cache-dir|gradle-user-home)\b|-[gv]$)/,
    variables: ['GRADLE_USER_HOME', 'GRADLE_RO_DEP_CACHE'],
    offline,
    isReadLater: true,
    readers: /^(gradle|gradlew)$/,
    settings: /\.gradle\b(?!\.kts)\/?(caches|\s)|GRADLE_USER_HOME/,
  },
  {
    part: 'dotnet',
    programs: /^dotnet$/,
    fills: ['publish', 'restore', 'build', 'test'],
    keeps: 'the packages that NuGet downloads',
    remedy: { kind: 'clean', text: 'nuget locals all --clear' },
    safety: 'unsafe',
    folders: ['~/.nuget', '~/.local/share/NuGet'],
    cleans: ['nuget locals'],
    options: /^--(packages|no-restore|help|version)$/,
    variables: ['NUGET_PACKAGES', 'NUGET_FALLBACK_PACKAGES', 'NUGET_HTTP_CACHE_PATH'],
    offline: never,
    isReadLater: true,
    settings: /\.nuget\b|globalPackagesFolder|RestorePackagesPath/,
  },
]

function fillsOfYum(): readonly string[] {
  return (
    'install update upgrade reinstall downgrade localinstall groupinstall group-install builddep distro-sync ' +
    'localupdate swap'
  )
    .split(' ')
    .concat('group install', 'module install', 'module enable')
}

function optionsOfYum(): RegExp {
  return /^(--(downloadonly|downloaddir|installroot|cacheonly|setopt=(keepcache|cachedir)\S*|assumeno|version)|-C$)/
}
