import { ownValue, wordsIn } from './words.js'

/**
 * Programs of npm packages that build, watch or serve.
 * Source: their documentation, November 2026.
 */

/** Whether a program builds, checks or tests a project, and leaves nothing outside of its folder. */
export const isBuildTool = (program: string): boolean => buildTools.has(program)

/** Whether a program builds, or waits for changes, while the image runs. `verb` is the first word that is no option. */
export function servesDevelopment(program: string, verb: string | undefined): boolean {
  if (watchers.has(program)) return true
  const plain = ownValue(servers, program)
  return plain === undefined ? buildTools.has(program) : !wordsIn(plain).includes(verb ?? '')
}

/** The folder that a program builds to unless it is told otherwise; undefined where its settings alone know. */
export const outputFolder = (program: string): string | undefined => ownValue(outputs, program)

/** The package that brings a program; the one of its name where no other is known. */
export const packageOfProgram = (program: string): string => ownValue(packages, program) ?? program

/** Whether a program serves a folder of files, and reads nothing else unless it is told to. */
export const servesFolder = (program: string): boolean => folderServers.has(program)

/** Whether a package brings native modules, or helps those that depend on it to build theirs. */
export const buildsNatively = (name: string): boolean => natives.has(name)

/** Whether a package fetches programs when it is installed, to a folder of the user's. */
export const fetchesElsewhere = (name: string): boolean => fetching.has(name)

const fetching = new Set(
  wordsIn(`
    @playwright/browser-chromium @playwright/test cypress electron mongodb-memory-server nightmare playwright
    playwright-chromium playwright-firefox playwright-webkit puppeteer`),
)

const watchers = new Set(
  wordsIn(`
    babel-node esno forever-monitor gulp grunt jest live-server lite-server nodemon nest ng node-dev react-app-rewired
    react-scripts storybook supervisor ts-node ts-node-dev ts-node-esm tsc tsc-watch tsnd tsup tsx turbo vitest
    vue-cli-service webpack webpack-dev-server nx lerna craco`),
)

/** Programs that run what was built when they are told to. */
const servers: Readonly<Record<string, string>> = {
  astro: 'preview',
  gatsby: 'serve',
  next: 'start',
  nuxt: 'start preview',
  parcel: '',
  remix: '',
  vite: 'preview',
}

const buildTools = new Set(
  wordsIn(`
    astro babel bower browserify craco cypress elm esbuild eslint gatsby grunt gulp jest lerna ncc nest next ng node-sass
    nuxt nx parcel pkg-prebuilds postcss prettier prisma react-app-rewired react-scripts remix rimraf rollup sass snowpack
    stencil svelte-kit swc tailwindcss tsc tsc-alias tsup turbo typedoc typeorm uglifyjs vite vitest vue-cli-service
    vue-tsc webpack webpack-cli`),
)

const outputs: Readonly<Record<string, string>> = {
  astro: 'dist',
  gatsby: 'public',
  parcel: 'dist',
  'react-scripts': 'build',
  vite: 'dist',
  'vue-cli-service': 'dist',
}

const packages: Readonly<Record<string, string>> = {
  'babel-node': '@babel/node',
  craco: '@craco/craco',
  nest: '@nestjs/cli',
  ng: '@angular/cli',
  'pm2-docker': 'pm2',
  'pm2-runtime': 'pm2',
  'remix-serve': '@remix-run/serve',
  'react-router-serve': '@react-router/serve',
  sequelize: 'sequelize-cli',
  tsc: 'typescript',
  'vue-cli-service': '@vue/cli-service',
}

const folderServers = new Set(wordsIn('http-server serve'))

const natives = new Set(
  wordsIn(`
    @mapbox/node-pre-gyp bindings cmake-js ffi ffi-napi koffi nan node-addon-api node-gyp node-gyp-build node-pre-gyp
    prebuild-install`),
)
