/** A gem that bundler installs. */
export interface LockedGem {
  readonly name: string
  /** Whether it is locked with a binary for Linux. */
  readonly isBinary: boolean
  /** Whether bundler clones it. */
  readonly isCloned: boolean
}

/** Reads a Gemfile.lock; undefined where it names no gem. */
export function gemsIn(text: string): readonly LockedGem[] | undefined {
  const gems = new Map<string, LockedGem>()
  let section = ''
  for (const line of text.split(/\r?\n/)) {
    section = /^[A-Z]+(?= *$)/.exec(line)?.[0] ?? section
    const [, name, version = ''] = /^ {4}(\S+) \(([^)]*)\)$/.exec(line) ?? []
    if (name === undefined || !/^(GEM|GIT|PATH)$/.test(section)) continue
    gems.set(name, {
      name,
      isBinary: gems.get(name)?.isBinary === true || /-(x86_64|aarch64)-linux(-gnu)?$/.test(version),
      isCloned: section === 'GIT',
    })
  }
  return gems.size === 0 ? undefined : [...gems.values()]
}
