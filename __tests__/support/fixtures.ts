import { existsSync, readdirSync } from 'node:fs'
import { type Case, readCase } from '../../src/testing/cases.js'

/** A case, or a Dockerfile of a page or an example, with what must become of it. */
export interface Fixture extends Case {
  /** Where it lies, seen from the root of the repository. */
  readonly name: string
  /** The transform it belongs to; undefined for an example of the whole pipeline. */
  readonly transform: string | undefined
}

/** The folders below `transforms/` that hold a transform, or cases of one. */
export const transformFolders = (): string[] =>
  foldersIn('transforms').filter(
    (id) => existsSync(`transforms/${id}/index.ts`) || existsSync(`transforms/${id}/cases`),
  )

/** The example of a transform's page: what lies beside it, if it needs that, is in its folder `context`. */
export const pageOf = (id: string): Fixture => ({
  ...fixtureIn(`transforms/${id}`, id),
  context: existsSync(`transforms/${id}/context`) ? readCase(`transforms/${id}/context`).context : undefined,
})

export const casesOf = (id: string): Fixture[] =>
  foldersIn(`transforms/${id}/cases`).map((name) => fixtureIn(`transforms/${id}/cases/${name}`, id))

/** The stories below `examples/`. */
export const exampleFixtures = (): Fixture[] =>
  storiesIn('examples').map((name) => fixtureIn(`examples/${name}`, undefined))

/** The folders that hold a Dockerfile of the whole pipeline. */
export const storiesIn = (folder: string): string[] =>
  foldersIn(folder).filter((name) => existsSync(`${folder}/${name}/Dockerfile`))

/** How many cases one of our transforms has to have. */
export function lackOf(id: string, cases: readonly Case[]): string[] {
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

const fixtureIn = (folder: string, transform: string | undefined): Fixture => ({
  ...readCase(folder),
  name: folder,
  transform,
})

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
