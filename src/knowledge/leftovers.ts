/** What lies in build contexts and belongs in no image. */
export interface Leftover {
  /** The name of a file, or with a slash behind it of a folder; of a file also `*` and its ending. */
  readonly name: string
  /** `trifle`: too small to be worth a change of its own. */
  readonly group: 'history' | 'dependencies' | 'output' | 'cache' | 'report' | 'key' | 'trifle'
  /** What has to lie beside it, or in it, so that it is what its name says. */
  readonly beside?: string
  readonly inside?: readonly string[]
  /** The programs of which one makes it anew in the image; without them it is left alone. */
  readonly madeBy?: readonly string[]
}

const packagers = ['npm', 'yarn', 'pnpm', 'bun']

/**
 * Dependencies and outputs are only known where the image makes them itself. The rest nobody reads but the tool that
 * left it.
 * The names are those that the tools give their folders by default.
 */
export const leftovers: readonly Leftover[] = [
  { name: '.git/', group: 'history' },
  { name: '.hg/', group: 'history' },
  { name: '.svn/', group: 'history' },
  { name: 'node_modules/', group: 'dependencies', beside: 'package.json', madeBy: packagers },
  {
    name: '.venv/',
    group: 'dependencies',
    inside: ['pyvenv.cfg'],
    madeBy: ['pip', 'pip3', 'poetry', 'uv', 'pipenv', 'pdm'],
  },
  {
    name: 'venv/',
    group: 'dependencies',
    inside: ['pyvenv.cfg'],
    madeBy: ['pip', 'pip3', 'poetry', 'uv', 'pipenv', 'pdm'],
  },
  { name: 'target/', group: 'output', beside: 'Cargo.toml', inside: ['CACHEDIR.TAG'], madeBy: ['cargo'] },
  { name: '.next/', group: 'output', beside: 'package.json', madeBy: [...packagers, 'next'] },
  { name: '.nuxt/', group: 'output', beside: 'package.json', madeBy: [...packagers, 'nuxt'] },
  { name: '.parcel-cache/', group: 'cache', beside: 'package.json' },
  { name: '__pycache__/', group: 'cache' },
  { name: '.pytest_cache/', group: 'cache' },
  { name: '.mypy_cache/', group: 'cache' },
  { name: '.ruff_cache/', group: 'cache' },
  { name: '.tox/', group: 'cache' },
  { name: '.nox/', group: 'cache' },
  { name: '.nyc_output/', group: 'report' },
  {
    name: 'coverage/',
    group: 'report',
    inside: ['lcov.info', 'clover.xml', 'coverage-final.json', 'lcov-report/index.html'],
  },
  { name: 'htmlcov/', group: 'report', inside: ['index.html'] },
  { name: 'id_rsa', group: 'key' },
  { name: 'id_dsa', group: 'key' },
  { name: 'id_ecdsa', group: 'key' },
  { name: 'id_ed25519', group: 'key' },
  { name: '.coverage', group: 'trifle' },
  { name: 'npm-debug.log', group: 'trifle' },
  { name: 'yarn-error.log', group: 'trifle' },
  { name: 'yarn-debug.log', group: 'trifle' },
  { name: 'lerna-debug.log', group: 'trifle' },
  { name: 'pnpm-debug.log', group: 'trifle' },
  { name: '.idea/', group: 'trifle' },
  { name: '.vscode/', group: 'trifle' },
  { name: '.DS_Store', group: 'trifle' },
  { name: 'Thumbs.db', group: 'trifle' },
  { name: '*.swp', group: 'trifle' },
]
