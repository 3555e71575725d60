import {
  baseName,
  type Command,
  findScript,
  type ImageFiles,
  namesDocumentation,
  resolve,
  type Word,
} from '../../src/kit.js'
import { lostCommand } from '../../src/knowledge/commands.js'
import { callsNoInstaller } from '../../src/knowledge/programs.js'
import type { Judge, Place } from './place.js'
import { runners } from './programs.js'

/**
 * Judges a command on Debian itself, whose slim image is the same but for documentation: only what nobody knows could miss it
 * unseen at build time, and only a script that the image starts with later.
 */
export function judgeOnDebian(
  judge: Judge,
  place: Place,
  command: Command,
  installed: ReadonlySet<string>,
  files: ImageFiles,
): void {
  const { line, instruction } = place
  if (/^(CMD|ENTRYPOINT)$/.test(instruction.keyword)) return judgeStart(judge, place, command, files)
  if (instruction.keyword !== 'RUN') return
  const { name, args } = resolve(command)
  if (name === undefined || !isKnown(name, installed))
    judge.doubt(`${line} runs \`${name ?? '$...'}\`, which cannot be seen`)
  const base = baseName(name ?? '')
  if (/^(sh|bash|dash)$/.test(base)) judgeShell(judge, place, base, args)
}

/** A script that the image starts with must not read documentation. */
function judgeStart(judge: Judge, { line, folder }: Place, { words }: Command, files: ImageFiles): void {
  for (const { value } of words) {
    if (value === undefined || !/^[^\s=]*(\.sh|entrypoint[^/\s]*)$/.test(value)) continue
    const file = findScript(files, value, folder)
    const text = file === undefined ? undefined : files.read(value, folder)
    if (text === undefined) judge.doubt(`${line} starts \`${value}\`, which cannot be seen`)
    else if (namesDocumentation(text))
      judge.doubt(`\`${file}\` of ${line} names documentation, which slim images leave out`)
  }
}

function isKnown(name: string, installed: ReadonlySet<string>): boolean {
  const bare = name.replace(/^(?:\/usr)?\/s?bin\//, '')
  if (/^exec$/.test(bare)) return true
  if (runners.test(bare) && !/^(sh|bash|dash|timeout|nohup|xargs)$/.test(bare)) return false
  return (
    callsNoInstaller(bare) ||
    installed.has(bare) ||
    lostCommand('python', 'bookworm', bare).kind !== 'unknown'
  )
}

/** A shell that is told what to run is seen through; one that reads a script is not. */
function judgeShell(judge: Judge, place: Place, name: string, args: readonly Word[]): void {
  const [first, second] = args.map(({ value }) => value)
  if (/^-\w*c$/.test(first ?? '') && second !== undefined) return judge.text(place, second)
  const said = [name, ...args.map(({ text }) => text)].join(' ').slice(0, 40)
  judge.doubt(`${place.line} runs \`${said}\`, which cannot be seen through`)
}
