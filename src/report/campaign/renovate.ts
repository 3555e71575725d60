import { fixing, type Engine, type Plan } from './plan.js'

/**
 * A preset for Renovate, which runs commands behind its own updates:
 * https://docs.renovatebot.com/configuration-options/#postupgradetasks.
 */
export const renovate: Engine = (plan) => [
  { path: 'dfslim.json', kind: 'data', text: `${JSON.stringify(presetOf(plan), undefined, 2)}\n` },
]

function presetOf(plan: Plan) {
  const commands = [`npm install --global dfslim@${plan.version}`, fixing(plan)]
  return {
    $schema: 'https://docs.renovatebot.com/renovate-schema.json',
    description: [
      'Rewrites Dockerfiles so that their images get smaller, in the pull requests that update their bases.',
      `Renovate must be self-hosted and allow the commands: "allowedCommands": ${JSON.stringify(commands.map(patternOf))}`,
    ],
    packageRules: [
      {
        matchManagers: ['dockerfile'],
        postUpgradeTasks: {
          commands,
          fileFilters: ['**/Dockerfile*', '**/dockerfile*', '**/Containerfile*', '**/*.{D,d}ockerfile'],
          executionMode: 'branch',
        },
        prBodyNotes: [
          `Where these images can be smaller, their Dockerfiles were rewritten by \`${fixing(plan)}\`, dfslim ${plan.version}.`,
        ],
      },
    ],
  }
}

/** Exactly this command. */
const patternOf = (command: string) => `^${command.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`
