import {
  type Body,
  defineTransform,
  type Edit,
  type Finding,
  insertAt,
  type Instruction,
  refuse,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { type Install, installOf } from './install.js'
import { optionForNode } from './node.js'
import { judgeComposer } from './php.js'
import { judgeBundler } from './ruby.js'

const risk =
  'a program that looks for such a package when it runs, in a way that its text does not show, does not find it.'

export default defineTransform({
  id: 'dev-dependencies-skip',
  meta: {
    summary: 'Leave out the packages that a project is only developed with',
    why:
      'Test runners, compilers and linters of devDependencies are shipped though nothing runs them: of 121 MB of npm ' +
      'packages 19 MB are left without them.',
    safety: 'unsafe',
    risk,
    phase: 'packages',
    alters: ['packages', 'cache'],
    parts: ['npm', 'yarn', 'pnpm', 'composer', 'bundler'],
    leaves: [
      'images whose package.json, composer.json or Gemfile cannot be seen in the build context',
      'installs behind which a build, a test or a script runs, or one that the manifest runs with the install',
      'images that start with a program that may be one of those packages, or a script that cannot be read',
      'an install that options or variables tell which packages are wanted',
      'gems that are installed by a bundler that is not known, or in an image that is not told to run in production',
      'stages that are not shipped',
    ],
    references: [
      'https://docs.npmjs.com/cli/commands/npm-install#omit',
      'https://getcomposer.org/doc/03-cli.md#install-i',
      'https://bundler.io/man/bundle-config.1.html',
    ],
  },
  visit: { instruction: visitRun },
})

function* visitRun(run: Instruction, stage: Stage, subject: Subject): Iterable<Finding> {
  if (run.keyword !== 'RUN') return
  for (const command of subject.model.commandsIn(stage, run)) {
    const install = installOf(command)
    if (install === undefined) continue
    const finding = findingOf(stage, subject, run, install)
    if (finding !== undefined)
      yield typeof finding === 'string' ? refuse(run.span, finding, install.manager) : finding
  }
}

function findingOf(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  install: Install,
): Finding | string | undefined {
  if (!stage.isShipped) return 'the stage is not shipped: its layers cost nothing'
  const judged = judge(stage, subject, run, install)
  if (judged === undefined || typeof judged === 'string') return judged
  const { mapped } = subject.model.bodyOf(stage, run) as Body
  const { names } = judged
  return {
    kind: 'change',
    title: `Leave out ${names.length === 1 ? 'the package' : `the ${names.length} packages`} that the project is only developed with`,
    at: mapped.toSourceSpan(install.command.span),
    edits:
      'edits' in judged
        ? judged.edits
        : [insertAt(mapped.endToSource(install.verb.span.end), ` ${judged.option}`)],
    safety: 'unsafe',
    because: `nothing that is seen runs ${short(names)}; ${risk}`,
    part: install.manager,
  }
}

/** What leaves them out: an option behind the verb, or edits of its own. */
type Judged = { readonly names: readonly string[] } & (
  { readonly option: string } | { readonly edits: readonly Edit[] }
)

function judge(
  stage: Stage,
  subject: Subject,
  run: Instruction,
  install: Install,
): Judged | string | undefined {
  if (install.manager === 'bundler') return judgeBundler(stage, subject, run, install)
  if (install.manager !== 'composer') return optionForNode(stage, subject, run, install)
  const judged = judgeComposer(stage, subject, run, install)
  return typeof judged === 'object' ? { ...judged, option: '--no-dev' } : judged
}

const short = (names: readonly string[]): string =>
  names
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(', ') + (names.length > 3 ? ' or the others' : '')
