import {
  type Body,
  defineTransform,
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
    parts: ['npm', 'yarn', 'pnpm', 'composer'],
    leaves: [
      'images whose package.json or composer.json cannot be seen in the build context',
      'installs behind which a build, a test or a script runs, or one that the manifest runs with the install',
      'images that start with a program that may be one of those packages, or a script that cannot be read',
      'an install that options or `NODE_ENV` tell which packages are wanted',
      'stages that are not shipped',
    ],
    references: [
      'https://docs.npmjs.com/cli/commands/npm-install#omit',
      'https://getcomposer.org/doc/03-cli.md#install-i',
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
  const judged =
    install.manager === 'composer'
      ? judgeComposer(stage, subject, run, install)
      : optionForNode(stage, subject, run, install)
  if (judged === undefined || typeof judged === 'string') return judged
  const option = 'option' in judged ? (judged.option as string) : '--no-dev'
  const { mapped } = subject.model.bodyOf(stage, run) as Body
  const { names } = judged
  return {
    kind: 'change',
    title: `Leave out ${names.length === 1 ? 'the package' : `the ${names.length} packages`} that the project is only developed with`,
    at: mapped.toSourceSpan(install.command.span),
    edits: [insertAt(mapped.endToSource(install.verb.span.end), ` ${option}`)],
    safety: 'unsafe',
    because: `nothing that is seen runs ${short(names)}; ${risk}`,
    part: install.manager,
  }
}

const short = (names: readonly string[]): string =>
  names
    .slice(0, 3)
    .map((name) => `\`${name}\``)
    .join(', ') + (names.length > 3 ? ' or the others' : '')
