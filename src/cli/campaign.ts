import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { reasonOf } from '../project/failure.js'
import {
  engineNames,
  isEngineName,
  loadEngine,
  shardedEngines,
  type EngineName,
} from '../report/campaign/engines.js'
import type { CampaignFile, Plan } from '../report/campaign/plan.js'
import type { CampaignFlags } from './many.js'
import { closest, Misuse } from './misuse.js'
import { transformNamed, type Call, type Core } from './parts.js'

/** Prints the file that an engine starts with, or writes all that it takes into a folder. */
export async function campaign(flags: CampaignFlags, call: Call, core: Core): Promise<number> {
  const { terminal } = call
  const name = engineOf(flags.paths)
  const files = (await loadEngine(name))(planOf(flags, name, call, core))
  const [first, ...others] = files
  if (flags.output !== undefined && flags.output !== '-') {
    writeAll(files, flags.output, terminal.cwd)
    terminal.stderr.write(`Wrote ${files.map(({ path }) => join(flags.output!, path)).join(', ')}.\n`)
    return 0
  }
  terminal.stdout.write(first!.text)
  terminal.stderr.write(
    `This is ${first!.path}.${others.length === 0 ? '' : ` With it go ${others.map(({ path }) => path).join(' and ')}: --output FOLDER writes all.`}\n`,
  )
  return 0
}

function engineOf([word, ...more]: readonly string[]): EngineName {
  const all = engineNames.join(', ')
  if (word === undefined) throw new Misuse(`name an engine: ${all}`)
  if (more.length > 0) throw new Misuse('campaign takes one engine')
  if (isEngineName(word)) return word
  const meant = closest(word, engineNames)
  throw new Misuse(`there is no engine ${word}: ${meant ? `did you mean ${meant}?` : `there are ${all}`}`)
}

function planOf(flags: CampaignFlags, engine: EngineName, { version }: Call, { transforms }: Core): Plan {
  const { unsafe, only, skip, title, branch, shards } = flags
  for (const id of [...(only ?? []), ...(skip ?? [])]) transformNamed(id, transforms)
  if (shards !== undefined && !shardedEngines.has(engine))
    throw new Misuse(
      `--shards is for ${[...shardedEngines].join(' and ')}: ${engine} shares the work by itself`,
    )
  return {
    version,
    title: titleOf(title ?? 'Make container images smaller'),
    branch: branchOf(branch ?? 'dfslim'),
    shards: shardsOf(shards ?? 4),
    flags: [
      ...(unsafe ? ['--unsafe'] : []),
      ...(only ? ['--only', only.join(',')] : []),
      ...(skip ? ['--skip', skip.join(',')] : []),
    ],
  }
}

/** One line: blanks and control characters become one blank. */
function titleOf(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  if (line === '') throw new Misuse('--title needs words')
  return line
}

/** What git takes for the name of a branch, of letters that mean nothing to a shell. */
function branchOf(name: string): string {
  const isPlain = /^[A-Za-z0-9_][\w./-]*$/.test(name)
  if (!isPlain || /\.\.|\/\/|\/\.|[./]$|\.lock(?:\/|$)/.test(name))
    throw new Misuse(`--branch: git has no branch ${JSON.stringify(name)}; use letters, digits, - _ . and /`)
  return name
}

/** GitLab takes no more than 200 jobs, GitHub no more than 256. */
function shardsOf(count: number): number {
  if (!Number.isInteger(count) || count < 1 || count > 200)
    throw new Misuse('--shards needs a number of jobs from 1 to 200')
  return count
}

function writeAll(files: readonly CampaignFile[], folder: string, cwd: string): void {
  const placed = files.map((file) => ({ ...file, absolute: resolve(cwd, folder, file.path) }))
  const taken = placed.find(({ absolute }) => existsSync(absolute))
  if (taken) throw new Misuse(`${join(folder, taken.path)} is there already: nothing was written`)
  for (const { path, absolute, text, kind } of placed) {
    try {
      mkdirSync(dirname(absolute), { recursive: true })
      writeFileSync(absolute, text, { flag: 'wx', mode: kind === 'script' ? 0o755 : 0o644 })
    } catch (error) {
      throw new Misuse(`cannot write ${join(folder, path)}: ${reasonOf(error)}`)
    }
  }
}
