import { wordsIn } from './words.js'

/**
 * What npm packages do when they are installed and run, as far as it matters to a slim image.
 * Source: the packages' own manifests and sources, domain knowledge, November 2026. What they need of Debian is in
 * `languages.ts`.
 */

/** Whether the install script of a package, in every version, needs node alone: it prints, checks or fetches. */
export function needsNodeAlone(name: string): boolean {
  return scripts.has(name)
}

/** Whether a package that is a binary for one system needs nothing but libc and libstdc++. */
export function isPlainBinary(name: string): boolean {
  return binaries.test(name)
}

/** Whether a package is there to start other programs, so that what depends on it does so. */
export function startsPrograms(name: string): boolean {
  return starters.has(name)
}

/** Whether a package that depends on one of those is known to start nothing that a slim image lacks. */
export function startsNodeAlone(name: string): boolean {
  return harmless.has(name) || harmlessFamilies.test(name)
}

/** Debian packages of the programs that a package calls, beside those in `languages.ts`; undefined where none is known. */
export function callsProgramsOf(name: string): readonly string[] | undefined {
  return callers.get(name)
}

/** What a program of a package does with the words that follow it. */
export type ToolKind = 'alone' | 'runner' | 'prefix' | 'interpreter'

/**
 * `alone`: works by itself. `interpreter`: runs the script that is named. `prefix`: runs what follows as a command.
 * `runner`: runs commands that stand elsewhere. Undefined: loads whatever plug-ins are installed.
 */
export function toolKind(program: string): ToolKind | undefined {
  return kinds.find((kind) => tools[kind].has(program))
}

/** Whether `npm install -g` of the package, with what it depends on in any version, runs no script that needs more than node. */
export function isPlainTool(name: string): boolean {
  return plainTools.has(name)
}

const scripts = new Set(
  wordsIn(`
    @apollo/protobufjs @firebase/util @nestjs/core @scarf/scarf @swc/core bootstrap-vue core-js core-js-bundle
    core-js-pure ejs es5-ext esbuild msw nodemon protobufjs styled-components unrs-resolver vue-demi`),
)

const binaries =
  /^(@biomejs\/cli-|@esbuild\/|@msgpackr-extract\/|@next\/swc-|@nx\/nx-|@oxc-[a-z]+\/binding-|@parcel\/watcher-|@rolldown\/binding-|@rollup\/rollup-|@swc\/core-|@tailwindcss\/oxide-|@unrs\/resolver-binding-|esbuild-(linux|android|sunos|freebsd|netbsd|openbsd|windows|darwin)|lightningcss-|turbo-)/

/** Helpers to start programs, and browsers that are looked for on the machine. */
const starters = new Set(
  wordsIn(`
    @sparticuz/chromium child-process-promise child_process chrome-aws-lambda chrome-launcher cross-spawn
    cross-spawn-async cross-spawn-promise default-shell exec-sh execa execspawn foreground-child grunt-exec grunt-shell
    gulp-exec gulp-run gulp-shell nano-spawn node-cmd npm-run-path playwright playwright-core puppeteer puppeteer-core
    selenium-webdriver shell-exec shelljs shx spawn-command spawn-sync spawn-wrap spawndamnit systeminformation tinyexec
    tinyspawn webpack-shell-plugin webpack-shell-plugin-next zx`),
)

/** By the Debian package. */
const callersOf: Readonly<Record<string, string>> = {
  curl: 'curl-runner curlrequest mongodb-memory-server mongodb-memory-server-core',
  git: `
    @changesets/git @commitlint/read @docusaurus/utils @semantic-release/git @vuepress/plugin-git
    @vuepress/plugin-last-updated bower bumpp changelogen commitizen conventional-changelog-core degit
    download-git-repo dugite gatsby-source-git gh-pages ghooks git-branch git-clone git-describe git-last-commit
    git-raw-commits git-rev git-rev-sync git-revision-webpack-plugin git-semver-tags git-state git-user-name
    gitbook-cli gitlog np pre-commit release-it simple-git-hooks vitepress vizion vuepress yorkie`,
  imagemagick: `
    easyimage im-magick imagemagick imagemagick-native imagemagick-stream node-imagemagick pdf-image pdf2pic`,
  'openssh-client': 'rsync rsyncwrapper ssh-exec',
  openssl: 'devcert node-openssl-cert openssl-nodejs openssl-wrapper pem',
  procps: `
    find-process forever-monitor pidtree ps-list ps-node ps-nodejs ps-tree start-server-and-test tree-kill`,
  python3: 'node-calls-python python-shell pythonia youtube-dl youtube-dl-exec zerorpc',
  subversion: 'node-svn-ultimate svn-spawn',
  unzip: 'cross-unzip cross-zip',
}

const callers: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['node-gyp', 'node-pre-gyp', 'cmake-js'].map((name) => [name, ['g++', 'make', 'python3']] as const),
  ...Object.entries(callersOf).flatMap(([debian, names]) =>
    wordsIn(names).map((name) => [name, [debian]] as const),
  ),
])

/** Those that start node, npm, a browser, or what they are told to. */
const harmless = new Set(
  wordsIn(`
    cross-env cross-env-shell cross-spawn eslint execa foreground-child glob jackspeak npm-run-path nodemon open opn
    pstree.remy react-dev-utils rimraf typescript-eslint which yargs os-locale term-size default-gateway`),
)

/** Test runners and their parts: what they start are tests. */
const harmlessFamilies =
  /^(@?jest(\/|-|$)|@babel\/|@eslint\/|@typescript-eslint\/|c8$|mocha$|nyc$|test-exclude$|vitest$)/

const kinds = ['alone', 'interpreter', 'prefix', 'runner'] as const

const tools: Readonly<Record<ToolKind, ReadonlySet<string>>> = {
  alone: new Set(
    wordsIn(`
      copyfiles cpx cpx2 del del-cli esbuild http-server json-server mkdirp ncp rimraf serve swc tsc tsc-alias`),
  ),
  interpreter: new Set(wordsIn(`babel-node esno nodemon node-dev ts-node ts-node-dev ts-node-esm tsnd tsx`)),
  prefix: new Set(wordsIn(`cross-env`)),
  runner: new Set(
    wordsIn(`
      conc concurrently cross-env-shell dotenv dotenvx env-cmd forever gulp grunt lerna nf npm-run-all nps nx pm2 pm2-dev
      pm2-docker pm2-runtime run-p run-s shx start-server-and-test supervisor tsc-watch turbo wait-on wsrun
      husky lint-staged semantic-release`),
  ),
}

const plainTools = new Set(wordsIn(`corepack http-server nodemon npm pnpm rimraf serve typescript yarn`))
