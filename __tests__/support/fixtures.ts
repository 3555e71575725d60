import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildContext } from '../../src/context/build-context.js'
import { contextOf } from '../../src/project/context.js'

/** A Dockerfile with what must become of it, and the files around it. */
export interface Fixture {
  /** Where it lies, seen from the root of the repository. */
  readonly name: string
  /** The transform it belongs to; undefined for an example of the whole pipeline. */
  readonly transform: string | undefined
  /** Undefined when the folder holds none: see `faultsIn`. */
  readonly before: string | undefined
  /** Undefined: nothing may happen. */
  readonly after: string | undefined
  /** The outcome with `unsafe`; undefined: the same as without. */
  readonly unsafe: string | undefined
  /** What some refusal must say. */
  readonly reason: string | undefined
  readonly context: BuildContext | undefined
}

/** The folders below `transforms/` that hold a transform, or cases of one. */
export const transformFolders = (): string[] =>
  foldersIn('transforms').filter(
    (id) => existsSync(`transforms/${id}/index.ts`) || existsSync(`transforms/${id}/cases`),
  )

/** The example of a transform's page. */
export const pageOf = (id: string): Fixture => read(`transforms/${id}`, id)

export const casesOf = (id: string): Fixture[] =>
  foldersIn(`transforms/${id}/cases`).map((name) => read(`transforms/${id}/cases/${name}`, id))

/** The stories below `examples/`. */
export const exampleFixtures = (): Fixture[] =>
  foldersIn('examples').map((name) => read(`examples/${name}`, undefined))

/** What is wrong with a fixture before any transform has seen it, in words that say what to do. */
export function faultsIn({ name, before, after, unsafe, reason }: Fixture): string[] {
  const faults: string[] = []
  if (before === undefined) return [`${name} has no before.Dockerfile: write the file that tells the story`]
  if (after === before)
    faults.push(
      `${name}/after.Dockerfile equals before.Dockerfile: delete it, absent means that nothing happens`,
    )
  if (unsafe !== undefined && unsafe === (after ?? before))
    faults.push(`${name}/unsafe.Dockerfile changes nothing: delete it, absent means the same as without`)
  if (reason !== undefined && (reason === '' || reason.includes('\n')))
    faults.push(`${name}/reason.txt must hold one line, a part of what the refusal says`)
  return faults
}

/** What the cases of a transform lack together. */
export function lackOf(id: string, cases: readonly Fixture[]): string[] {
  const refusals = cases.filter(({ after, reason }) => after === undefined || reason !== undefined)
  const lack: string[] = []
  if (cases.length < 6)
    lack.push(
      `transforms/${id}/cases has ${cases.length} cases: six tell what a transform does and leaves alone`,
    )
  if (refusals.length < 3)
    lack.push(
      `transforms/${id}/cases has ${refusals.length} refusals: show three files that look alike and stay`,
    )
  return lack
}

function read(folder: string, transform: string | undefined): Fixture {
  const text = (file: string): string | undefined =>
    existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined
  return {
    name: folder,
    transform,
    before: text('before.Dockerfile') ?? text('Dockerfile'),
    after: text('after.Dockerfile'),
    unsafe: text('unsafe.Dockerfile'),
    reason: text('reason.txt')?.replace(/\n$/, ''),
    context: folder.includes('/cases/') || transform === undefined ? contextOf(folder) : undefined,
  }
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
