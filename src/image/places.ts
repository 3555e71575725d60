/** What lies at a place in a file system that is known by its path. */
export interface Place {
  readonly kind: PlaceKind
  /** In words, for people. */
  readonly what: string
  /** The transform that keeps it out of an image, if there is one. */
  readonly transform?: string
}

/**
 * `lists`: indexes of a package manager. `cache`: what a tool would fetch or make again. `documentation`: manuals,
 * translations and the like. `records`: what a package manager knows of what is installed.
 */
export type PlaceKind = 'lists' | 'cache' | 'documentation' | 'records'

/** A place, and where it begins. */
export interface Found {
  readonly place: Place
  readonly root: string
}

/** The place that a path lies in; the innermost where one lies in another. */
export function findPlace(path: string): Found | undefined {
  const general = generalOf(path)
  for (let end = general.length; end > 0; end = general.lastIndexOf('/', end - 1)) {
    const place = places.get(general.slice(0, end))
    if (place === elsewhere) return undefined
    // The end of a path is the same in its general form.
    if (place !== undefined) return { place, root: path.slice(0, path.length - general.length + end) }
  }
  return undefined
}

/** A path with `~` for a home and `*` for a version of Ruby, below which alone there are places. */
function generalOf(path: string): string {
  if (path.startsWith('/usr/')) return path.includes('/ruby/') ? path.replace(rubyFolder, '$1/*') : path
  return path.replace(/^(?:\/root|\/home\/[^/]+|\/var\/www)(?=\/)/, '~')
}

const rubyFolder = /^(\/usr\/(?:lib\/ruby\/gems|local\/lib\/ruby\/gems|local\/bundle\/ruby))\/[^/]+(?=\/)/

/** What looks like a cache, and tools run from it. */
const elsewhere: Place = { kind: 'cache', what: '' }

/** Where a place begins. */
type Row = readonly [place: Place, ...roots: string[]]

const lists = (what: string, transform?: string): Place => placed('lists', what, transform)
const cache = (what: string, transform?: string): Place => placed('cache', what, transform)
const placed = (kind: PlaceKind, what: string, transform?: string): Place =>
  transform === undefined ? { kind, what } : { kind, what, transform }

/** From the documentation of the tools, as of November 2026. */
const rows: readonly Row[] = [
  [elsewhere, '~/.cache/ms-playwright', '~/.cache/puppeteer', '~/.cache/pypoetry/virtualenvs'],
  [elsewhere, '~/.cache/node/corepack', '~/.cache/huggingface', '~/.cache/torch', '~/.cache/whisper'],
  [lists('package lists of apt', 'apt-clean-lists'), '/var/lib/apt/lists'],
  [cache('archives and tables of apt'), '/var/cache/apt'],
  [lists('index of apk', 'apk-skip-cache'), '/var/cache/apk', '/etc/apk/cache'],
  [cache('cache of dnf'), '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/yum'],
  [cache('cache of zypper'), '/var/cache/zypp'],
  [cache('archives of pacman'), '/var/cache/pacman/pkg'],
  [lists('package lists of pacman'), '/var/lib/pacman/sync'],
  [cache('cache of pip'), '~/.cache/pip'],
  [cache('cache of uv'), '~/.cache/uv'],
  [cache('cache of poetry'), '~/.cache/pypoetry'],
  [cache('packages of conda'), '/opt/conda/pkgs', '/opt/miniconda3/pkgs', '~/miniconda3/pkgs'],
  [cache('cache of npm'), '~/.npm', '/usr/local/share/.npm'],
  [cache('cache of yarn'), '/usr/local/share/.cache/yarn', '~/.cache/yarn', '~/.yarn/berry/cache'],
  [cache('store of pnpm'), '~/.local/share/pnpm/store', '~/.cache/pnpm'],
  [cache('cache of bun'), '~/.bun/install/cache'],
  [
    cache('cache of gem'),
    '/usr/local/bundle/cache',
    '/usr/lib/ruby/gems/*/cache',
    '/usr/local/lib/ruby/gems/*/cache',
  ],
  [cache('cache of bundler'), '~/.bundle/cache', '/usr/local/bundle/ruby/*/cache'],
  [
    cache('crates of cargo'),
    '/usr/local/cargo/registry',
    '/usr/local/cargo/git',
    '~/.cargo/registry',
    '~/.cargo/git',
  ],
  [cache('modules of go'), '/go/pkg/mod', '~/go/pkg/mod'],
  [cache('build cache of go'), '~/.cache/go-build'],
  [cache('repository of Maven'), '~/.m2/repository'],
  [cache('cache of Gradle'), '~/.gradle/caches', '~/.gradle/wrapper/dists'],
  [cache('packages of NuGet'), '~/.nuget/packages', '~/.local/share/NuGet'],
  [cache('cache of composer'), '~/.composer/cache', '~/.cache/composer'],
  [cache('cache of cpan'), '~/.cpan', '~/.cpanm'],
  [cache('other caches'), '~/.cache'],
  [placed('records', 'records of dpkg and apt'), '/var/lib/dpkg', '/var/lib/apt', '/var/cache/debconf'],
  [placed('records', 'records of apk'), '/lib/apk/db', '/usr/lib/apk/db', '/etc/apk/world'],
  [placed('records', 'records of rpm'), '/var/lib/rpm', '/usr/lib/sysimage/rpm', '/var/lib/dnf'],
  [placed('documentation', 'documentation'), '/usr/share/doc', '/usr/share/doc-base', '/usr/share/gtk-doc'],
  [placed('documentation', 'manuals'), '/usr/share/man', '/usr/share/info', '/usr/share/groff'],
  [placed('documentation', 'manuals'), '/usr/local/share/doc', '/usr/local/share/man', '/usr/local/man'],
  [placed('documentation', 'translations'), '/usr/share/locale', '/usr/share/i18n'],
  [placed('documentation', 'help'), '/usr/share/help', '/usr/share/lintian', '/usr/share/linda'],
]

const places: ReadonlyMap<string, Place> = new Map(
  rows.flatMap(([place, ...roots]) => roots.map((root) => [root, place] as const)),
)

/** What differs between two builds of one file: times in logs and caches, and keys that are made anew. */
export const isNoise = (path: string): boolean => noise.some((pattern) => pattern.test(path))

const noise = [
  /^\/var\/(?:log\/(?:dpkg\.log|alternatives\.log|apt\/[^/]+)|cache\/ldconfig\/aux-cache)$/,
  /^\/(?:etc|var\/lib\/dbus)\/machine-id$|^\/etc\/ssh\/ssh_host_\w+key(?:\.pub)?$/,
  /^\/etc\/ssl\/(?:certs|private)\/ssl-cert-snakeoil\.(?:pem|key)$|^\/etc\/ssl\/certs\/java\/cacerts$/,
  /\/\.npm\/_cacache\/index-v5\/|\/\.npm\/_update-notifier-last-checked$|\.pyc$/,
]

/** What has a name of its own in every build. */
export const isPassing = (path: string): boolean => /\/\.npm\/_logs\/[^/]+$/.test(path)

/** Every place that is known. */
export const knownPlaces: readonly Place[] = [...new Set(rows.map(([place]) => place))]
