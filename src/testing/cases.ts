import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BuildContext, IgnoreFile } from '../context/build-context.js'
import { contextOf } from '../project/context.js'
import { readDockerignore } from '../project/dockerignore.js'

/** A Dockerfile with what must become of it, and the files around it: one folder. */
export interface Case {
  /** The name of the folder: the sentence that the case proves. */
  readonly name: string
  /** `before.Dockerfile`, or `Dockerfile`; undefined where there is none. */
  readonly before: string | undefined
  /** `after.Dockerfile`; undefined: nothing may happen. */
  readonly after: string | undefined
  /** `unsafe.Dockerfile`: the outcome with `--unsafe`; undefined: the same as without. */
  readonly unsafe: string | undefined
  /** `after.dockerignore`: what `.dockerignore` becomes; undefined: it stays as it is. */
  readonly ignoreAfter: string | undefined
  /** `unsafe.dockerignore`: what it becomes with `--unsafe`; undefined: the same as without. */
  readonly ignoreUnsafe: string | undefined
  /** `reason.txt`: what some refusal, or a change that is withheld, must say. */
  readonly reason: string | undefined
  /** All files of the folder; `dot-git` stands for `.git`, which no repository takes. */
  readonly context: BuildContext | undefined
}

/** The cases in a folder, by name: each is a folder of its own. Empty where there is no such folder. */
export function casesIn(folder: string): readonly Case[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCase(join(folder, name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The case that a folder holds. */
export function readCase(folder: string): Case {
  const text = (file: string): string | undefined =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined
  return {
    name: basename(folder),
    before: text('before.Dockerfile') ?? text('Dockerfile'),
    after: text('after.Dockerfile'),
    unsafe: text('unsafe.Dockerfile'),
    ignoreAfter: text('after.dockerignore'),
    ignoreUnsafe: text('unsafe.dockerignore'),
    reason: text('reason.txt')?.replace(/\r?\n$/, ''),
    context: asBuilt(contextOf(folder, 'Dockerfile'), folder),
  }
}

/** What a build of a case sees: its Dockerfile by its name, no goldens, and `.git` where there is a `dot-git`. */
function asBuilt(context: BuildContext, folder: string): BuildContext {
  const file = context.ignoreFile?.()
  if (!file) return context
  const hasHistory =
    existsSync(join(folder, 'dot-git')) && readDockerignore(file.text ?? '')?.isIgnored('.git') === false
  const entries = (): readonly string[] | undefined => {
    const others = file.entries()?.filter((entry) => !goldens.test(entry))
    return others && [...(hasHistory ? ['.git/'] : []), 'Dockerfile', ...others]
  }
  const seen: IgnoreFile = { ...file, entries, with: (text) => asBuilt(file.with(text), folder) }
  return { ...context, ignoreFile: () => seen }
}

const goldens = /^((before|after|unsafe)\.\w+|reason\.txt|dot-git|Dockerfile)$/

/** What is wrong with a case before any transform has seen it, in words that say what to do. */
export function faultsIn({ before, after, unsafe, reason }: Case): readonly string[] {
  if (before === undefined) return ['there is no before.Dockerfile: write the file that tells the story']
  const faults: string[] = []
  if (after === before)
    faults.push('after.Dockerfile equals before.Dockerfile: delete it, absent means that nothing happens')
  if (unsafe !== undefined && unsafe === (after ?? before))
    faults.push('unsafe.Dockerfile changes nothing: delete it, absent means the same as without')
  if (reason !== undefined && (reason === '' || reason.includes('\n')))
    faults.push('reason.txt must hold one line, a part of what the refusal says')
  return faults
}

/** Whether something is to happen in a case. */
export const isChange = ({ after, unsafe, ignoreAfter, ignoreUnsafe }: Case): boolean =>
  [after, unsafe, ignoreAfter, ignoreUnsafe].some((golden) => golden !== undefined)

/** What the cases of a transform lack together. */
export function missingAmong(cases: readonly Case[]): readonly string[] {
  const lack: string[] = []
  if (!cases.some(isChange))
    lack.push('no case changes anything: write one with an after.Dockerfile or an unsafe.Dockerfile')
  if (!cases.some(({ reason }) => reason !== undefined))
    lack.push('no case is a refusal: write one that looks alike and stays, with the reason in reason.txt')
  return lack
}
