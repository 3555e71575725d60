import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BuildContext } from '../context/build-context.js'
import { contextOf } from '../project/context.js'

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
  /** `reason.txt`: what some refusal, or a change that is withheld, must say. */
  readonly reason: string | undefined
  /** All files of the folder. */
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
    reason: text('reason.txt')?.replace(/\r?\n$/, ''),
    context: contextOf(folder),
  }
}

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

/** What the cases of a transform lack together. */
export function missingAmong(cases: readonly Case[]): readonly string[] {
  const lack: string[] = []
  if (!cases.some(({ after, unsafe }) => after !== undefined || unsafe !== undefined))
    lack.push('no case changes anything: write one with an after.Dockerfile or an unsafe.Dockerfile')
  if (!cases.some(({ reason }) => reason !== undefined))
    lack.push('no case is a refusal: write one that looks alike and stays, with the reason in reason.txt')
  return lack
}
