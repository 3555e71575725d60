// dfslim and formatters that install from npm, by their documented APIs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const home = join(root, 'node_modules/.cache/peers')

/** What is installed; the judges use the project's own copies. */
const versions = {
  '@dprint/dockerfile': '0.6.0',
  '@dprint/formatter': '0.6.0',
  '@reteps/dockerfmt': '0.5.4',
  'dockerfile-utils': '0.16.3',
  prettier: '3.10.1',
  'prettier-plugin-sh': '0.20.0',
  'vscode-languageserver-textdocument': '1.0.13',
}

/** Each makes a function from text to text, by its documented API; undefined or an error is a refusal. */
export const formatters = {
  dfslim: async () => {
    const { rewrite } = await import(pathToFileURL(join(root, 'dist/index.js')).href)
    return (text) => {
      const { after, problem } = rewrite(text)
      return problem === undefined ? after : undefined
    }
  },
  'dockerfile-utils': async () => {
    const [{ format }, { TextDocument }] = await load(
      'dockerfile-utils',
      'vscode-languageserver-textdocument',
    )
    return (text) =>
      TextDocument.applyEdits(
        TextDocument.create('', '', 0, text),
        format(text, { tabSize: 4, insertSpaces: true }),
      )
  },
  '@dprint/dockerfile': async () => {
    const [{ createFromBuffer }, plugin] = await load('@dprint/formatter', '@dprint/dockerfile')
    const formatter = createFromBuffer(readFileSync(plugin.getPath()))
    return (fileText) => formatter.formatText({ filePath: 'Dockerfile', fileText })
  },
  '@reteps/dockerfmt': async () => {
    compileOnce()
    const [{ formatDockerfileContents }] = await load('@reteps/dockerfmt')
    return (text) =>
      formatDockerfileContents(text, { indent: 4, trailingNewline: true, spaceRedirects: false })
  },
  'prettier-plugin-sh': async () => {
    compileOnce()
    const [prettier, plugin] = await load('prettier', 'prettier-plugin-sh')
    return (text) => prettier.format(text, { parser: 'dockerfile', plugins: [plugin] })
  },
}

/** Installs them where they are not yet; false where that cannot be. */
export function installFormatters() {
  const manifest = `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`
  const file = join(home, 'package.json')
  const done = join(home, 'node_modules/prettier')
  if (existsSync(done) && existsSync(file) && readFileSync(file, 'utf8') === manifest) return true
  mkdirSync(home, { recursive: true })
  writeFileSync(file, manifest)
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
  })
  return status === 0 && existsSync(done)
}

async function load(...names) {
  const require = createRequire(join(home, 'package.json'))
  const modules = names.map((name) => import(pathToFileURL(require.resolve(name)).href))
  return (await Promise.all(modules)).map((module) => module.default ?? module)
}

/** dockerfmt compiles its module anew for every text, which takes three quarters of its time: here it does so once. */
function compileOnce() {
  const { instantiate } = WebAssembly
  const modules = new Map()
  WebAssembly.instantiate = async (source, imports) => {
    if (!ArrayBuffer.isView(source)) return instantiate(source, imports)
    if (!modules.has(source.byteLength)) modules.set(source.byteLength, WebAssembly.compile(source))
    const module = await modules.get(source.byteLength)
    return { module, instance: await instantiate(module, imports) }
  }
}
