// Builds dist/: the command with parts that it loads when it needs them, the library, and the types.
// `--command FILE` builds the command alone, into that file and its parts beside it; `--library FOLDER` the library.
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundles the command into `outfile`, and what a run may do without into files beside it. */
async function buildCommand(outfile) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const built = await build({
    ...shared,
    entryPoints: { [basename(outfile, extname(outfile))]: join(root, 'src/cli/bin.ts') },
    outdir: dirname(outfile),
    outExtension: { '.js': extname(outfile) },
    chunkNames: 'parts/[name]-[hash]',
    splitting: true,
    metafile: true,
    platform: 'node',
    // yargs needs the width of its own help text only, which is ASCII; string-width takes 20 ms to load.
    // The main file of jsonc-parser cannot be bundled; its other form can.
    alias: { 'string-width': join(root, 'src/cli/width.ts'), 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    define: { DFSLIM_VERSION: JSON.stringify(version) },
    banner: {
      js: `#!/usr/bin/env node\nconst require = process.getBuiltinModule('module').createRequire(import.meta.url)`,
    },
    plugins: [lazyBuiltins],
  })
  chmodSync(outfile, 0o755)
  return built
}

/** The licences of the packages whose files are bundled. */
function notices(inputs) {
  const folders = inputs.map((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
  const parts = [...new Set(folders.filter((folder) => folder !== undefined))].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry))
    const text = file === undefined ? '' : `\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`
    return `${name} ${version}, ${license}\n${text}`
  })
  return `dfslim holds these packages.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`
}

/**
 * Bundles the library, and what authors of transforms import, into `outdir`: what they share is there once, so that an
 * object that one of them made is known to the other. All but the tests of transforms run in a browser as well.
 */
async function buildLibrary(outdir) {
  const source = (path) => join(root, 'src', path)
  const { metafile } = await build({
    ...shared,
    entryPoints: { index: source('index.ts'), kit: source('kit.ts'), testing: source('testing/index.ts') },
    outdir,
    splitting: true,
    chunkNames: 'library/[hash]',
    metafile: true,
    platform: 'neutral',
    external: ['node:*'],
    mainFields: ['module', 'main'],
  })
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [resolve(path), output]))
  const externals = (path) =>
    outputs.get(path).imports.flatMap((one) => (one.external ? [one.path] : externals(resolve(one.path))))
  for (const name of ['index.js', 'kit.js']) {
    const imports = externals(join(outdir, name))
    if (imports.length > 0) throw new Error(`${name} needs node: ${imports.join(', ')}`)
  }
}

/**
 * Turns imports of Node's own modules into calls at the place of use: an import statement would load them all before
 * the first line runs, with everything that they export.
 */
const lazyBuiltins = {
  name: 'lazy-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path }) => (isBuiltin(path) ? { path, namespace: 'builtin' } : undefined))
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}

const shared = {
  bundle: true,
  format: 'esm',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
}

if (process.argv[2] === '--command') await buildCommand(process.argv[3])
else if (process.argv[2] === '--library') await buildLibrary(resolve(process.argv[3]))
else await buildAll()

async function buildAll() {
  const dist = join(root, 'dist')
  rmSync(dist, { recursive: true, force: true })
  const { metafile } = await buildCommand(join(dist, 'dfslim.js'))
  await buildLibrary(dist)
  writeFileSync(join(dist, 'NOTICES.txt'), notices(Object.keys(metafile.inputs)))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}
