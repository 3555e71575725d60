import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import ts from 'typescript'

/** The rooms of the house, what each may import, and which packages it may use: see CONTRIBUTING.md. */
const rooms: Readonly<
  Record<string, { readonly from: readonly string[]; readonly packages: readonly string[] }>
> = {
  'src/text': { from: ['src/text'], packages: ['diff'] },
  'src/syntax': { from: ['src/text', 'src/syntax'], packages: ['dockerfile-ast', 'unbash'] },
  'src/knowledge': { from: ['src/knowledge'], packages: [] },
  'src/model': { from: ['src/text', 'src/syntax', 'src/knowledge', 'src/model'], packages: [] },
  'src/context': { from: ['src/syntax', 'src/model', 'src/context'], packages: [] },
  'src/engine': {
    from: ['src/text', 'src/syntax', 'src/model', 'src/context', 'src/engine'],
    packages: ['dockerfile-ast'],
  },
  'src/kit.ts': {
    from: ['src/text', 'src/syntax', 'src/model', 'src/context', 'src/engine'],
    packages: [],
  },
  'src/hints': { from: ['src/kit.ts', 'src/knowledge', 'src/hints'], packages: [] },
  'src/index.ts': { from: ['src/engine', 'src/hints', 'transforms/index.ts'], packages: [] },
  'src/container': { from: ['src/engine', 'src/container'], packages: ['node:'] },
  'src/image': { from: ['src/image'], packages: ['fzstd', 'node:', 'tar-stream'] },
  'src/report': {
    from: ['src/text', 'src/engine', 'src/project', 'src/container', 'src/image', 'src/report'],
    packages: [],
  },
  'src/project': {
    from: ['src/text', 'src/context', 'src/engine', 'src/project'],
    packages: ['ignore', 'jsonc-parser', 'node:', 'picomatch', 'yaml'],
  },
  'src/testing': {
    from: ['src/syntax', 'src/model', 'src/context', 'src/engine', 'src/project', 'src/testing'],
    packages: ['node:'],
  },
  'src/cli': {
    from: [
      'src/text',
      'src/engine',
      'src/report',
      'src/project',
      'src/container',
      'src/image',
      'src/cli',
      'src/index.ts',
      'transforms/index.ts',
    ],
    packages: ['node:', 'yargs'],
  },
  'transforms/index.ts': { from: ['transforms', 'src/engine', 'src/report'], packages: [] },
}

const sources = [...filesIn('src'), ...filesIn('transforms')].filter((file) => file.endsWith('.ts'))
const tests = filesIn('__tests__').filter(
  (file) => file.endsWith('.ts') && file !== '__tests__/house.test.ts',
)

describe('imports run one way', () => {
  it.each(sources)('%s', (file) => {
    const { from, packages } = roomOf(file)
    const strange = importsOf(file).filter((target) =>
      target.startsWith('.') ? !isBelow(from, resolveFrom(file, target)) : !isPackageOf(packages, target),
    )
    expect(strange).toEqual([])
  })

  it('from what the core says a type alone may come from the rim', () => {
    const values = sources
      .filter((file) => file.startsWith('src/report/'))
      .flatMap((file) =>
        importLines(file).filter(
          (line) => /\/(project|container|image)\//.test(line) && !/^import type /.test(line),
        ),
      )
    expect(values).toEqual([])
  })

  it('what runs in a browser uses nothing that Node alone has', () => {
    const globals = /(?<![\w.'"`])(process|Buffer|require|__dirname|setImmediate)\b(?=[.([])/
    const found = sources
      .filter((file) => !roomOf(file).packages.includes('node:'))
      .filter((file) => globals.test(readFileSync(file, 'utf8').replace(/\/.*\/[a-z]*,?$/gm, '')))
    expect(found).toEqual([])
  })

  it('nothing is left without a room', () => {
    expect(sources.filter((file) => roomNameOf(file) === undefined)).toEqual([])
  })
})

describe('what has no place in the sources', () => {
  it('any', () => {
    const found = [...sources, ...tests].flatMap((file) => placesOfAny(file))
    expect(found).toEqual([])
  })

  it.each([
    ['an answer to the compiler', /@ts-(ignore|nocheck|expect-error)|eslint-disable/],
    ['a note to oneself', /\b(TODO|FIXME|XXX)\b/],
    [
      'a skipped or lonely test',
      /\b(it|describe|test)(\.each)?\.(skip|only|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/,
    ],
  ])('%s', (_, pattern) => {
    const found = [...sources, ...tests].flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  })

  it('a test file that expects nothing', () => {
    const files = tests.filter((file) => file.endsWith('.test.ts'))
    expect(files.filter((file) => !/\bexpect\w*\(/.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})

describe('the package', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
    readonly dependencies: Readonly<Record<string, string>>
    readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
  }

  it('runs nothing where it is installed', () => {
    const hooks = Object.keys(manifest.scripts).filter((name) =>
      /^(pre|post)?(install|uninstall|prepare)$/.test(name),
    )
    expect(hooks).toEqual(['prepare'])
  })

  it('has types for all modules that it exports, made from what is bundled', () => {
    const { include } = JSON.parse(readFileSync('tsconfig.build.json', 'utf8')) as { include: string[] }
    const modules = Object.values(manifest.exports).filter((target) => typeof target !== 'string')
    const typed = modules.map(({ types }) => types.replace('./dist/types/', '').replace('.d.ts', '.ts'))
    expect(typed.filter((file) => !include.includes(file))).toEqual([])
    const script = readFileSync('scripts/build.mjs', 'utf8')
    const bundled = [...script.matchAll(/\b(\w+): source\('([^']+)'\)/g)]
    expect(bundled.map(([, name, file]) => [`./dist/${name}.js`, `src/${file}`])).toEqual(
      modules.map(({ default: file }, i) => [file, typed[i]]),
    )
  })

  it('pins the shell parser and needs nothing else than was chosen', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['diff', 'dockerfile-ast', 'unbash', 'yargs'])
    expect(manifest.dependencies['unbash']).toBe('6.0.4')
  })

  it('has lock files that name no registry', () => {
    const names = execFileSync('git', ['ls-files', '*package-lock.json'], { encoding: 'utf8' }).split('\n')
    const found = names.filter(
      (name) => name !== '' && /"resolved": "https?:/.test(readFileSync(name, 'utf8')),
    )
    expect(names).toContain('package-lock.json')
    expect(found).toEqual([])
  })
})

function roomOf(file: string): { readonly from: readonly string[]; readonly packages: readonly string[] } {
  const own = /^transforms\/[\w-]+(?=\/)/.exec(file)?.[0]
  if (own !== undefined) return { from: [own, 'src/kit.ts', 'src/knowledge'], packages: [] }
  return rooms[roomNameOf(file)!]!
}

function roomNameOf(file: string): string | undefined {
  if (/^transforms\/[\w-]+\//.test(file)) return 'transforms'
  return Object.keys(rooms).find((room) => file === room || file.startsWith(`${room}/`))
}

const resolveFrom = (file: string, target: string): string =>
  normalize(join(dirname(file), target)).replace(/\.js$/, '.ts')

const isBelow = (rooms: readonly string[], file: string): boolean =>
  rooms.some((room) => file === room || file.startsWith(`${room}/`))

const isPackageOf = (packages: readonly string[], target: string): boolean =>
  packages.some((name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`))

const importsOf = (file: string): string[] => {
  const text = readFileSync(file, 'utf8')
  const found = [
    ...text.matchAll(/(?:^|\n)(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|\bimport\(?\s*'([^']+)'/g),
  ]
  return found.map((match) => match[1] ?? match[2]!)
}

const importLines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^import\b/.test(line))

function placesOfAny(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const places: string[] = []
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      places.push(`${file}:${source.getLineAndCharacterOfPosition(node.end).line + 1}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return places
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}
