/** Whether a file is a source that node runs, or that is built for it, and not one of tests or of tools. */
export const isNodeSource = (file: string): boolean => sources.test(file) && !tests.test(file)

/** The packages of npm that a source loads by their names, each as often as it does. */
export const packagesLoaded = (text: string): readonly string[] =>
  [...text.matchAll(loads)].map(({ groups }) =>
    packageIn(groups!['from'] ?? groups!['bare'] ?? groups!['called']!),
  )

/** `@scope/name/file` -> `@scope/name`. */
export const packageIn = (path: string): string => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path

const sources = /\.([cm]?[jt]sx?|vue|svelte)$/
const tests =
  /(^|\/)(tests?|__tests__|__mocks__|specs?|e2e|cypress|stories|\.storybook|node_modules)\/|^(scripts|tools|bench\w*)\/|\.(test|spec|e2e|stories|cy)\.[cm]?[jt]sx?$|\.d\.ts$|(^|\/)(babel|commitlint|craco|cypress|esbuild|eslint|jest|karma|lint-staged|metro|playwright|postcss|prettier|protractor|release|rollup|stylelint|svelte|tailwind|tsup|vite|vitest|vue|webpack)[\w.-]*\.(config|conf)\.[cm]?[jt]s$|(^|\/)(gulpfile|Gruntfile|setupTests|config-overrides|\.[^/]*rc|webpack[^/]*|rollup[^/]*|karma[^/]*)\.[cm]?[jt]s$|\/webpack\//
const loads =
  /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^'";]*?\sfrom\s*['"](?<from>[^'".][^'"]*)['"]|(?:^|\n)\s*import\s*['"](?<bare>[^'".][^'"]*)['"]|\b(?:require|import)\(\s*['"](?<called>[^'".][^'"]*)['"]/g
