import { accessSync, constants } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { CompanionText } from '../engine/transform.js'
import { companionAt } from '../project/companions.js'
import { failureAt, reasonOf } from '../project/failure.js'
import { plannedFile, type PlannedFile, planText } from '../project/plan.js'
import { isBelow } from '../project/plan-shape.js'
import { isInside, pathFrom, realPath, repositoryAt } from '../project/tree.js'
import { writeWhole } from '../project/whole-file.js'
import type { Done, Outcome } from '../report/outcome.js'
import { Misuse } from './misuse.js'
import type { Call } from './parts.js'

/** A plan in the making. */
export interface Planning {
  /** Takes a file into the plan; the answer is a failure where that cannot be. */
  readonly add: (done: Done) => Outcome
  /** Writes the plan. @throws Misuse */
  readonly end: () => void
}

/** Begins the plan of `--plan`. @throws Misuse where it cannot be written */
export function openPlan(file: string, { terminal, version }: Call): Planning {
  const absolute = resolve(terminal.cwd, file)
  orMisuse(file, () => accessSync(dirname(absolute), constants.W_OK))
  const here = realPath(terminal.cwd) ?? terminal.cwd
  const repository = repositoryAt(here)
  const root = repository ?? here
  const files = new Map<string, PlannedFile>()
  return {
    add: (done) => {
      const { source, changeset } = done
      const target = realPath(source.absolute) ?? source.absolute
      const path = pathFrom(root, target)
      const pathOf = (companion: CompanionText) => pathFrom(root, companionAt(source, companion))
      const all = [target, ...changeset.companions.map((companion) => companionAt(source, companion))]
      if (!all.every((one) => isInside(root, one) && isBelow(pathFrom(root, one))))
        return outside(done, repository === undefined ? 'the current folder' : 'the repository')
      files.set(path, plannedFile(path, source.bytes, changeset, pathOf))
      return done
    },
    end: () => {
      const text = planText({ dfslim: version, files: inOrder([...files.values()]) })
      if (text === undefined)
        throw new Misuse(`${file} would be larger than a plan can be: make one for each of several folders`)
      orMisuse(file, () => writeWhole(absolute, text))
    },
  }
}

function outside({ source }: Done, folder: string): Outcome {
  const reason = `lies outside ${folder}, and a plan holds what is below it`
  return { kind: 'failed', failure: failureAt('unwritable', source.path, reason) }
}

function orMisuse(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new Misuse(`cannot write ${path}: ${reasonOf(error)}`)
  }
}

const inOrder = (files: readonly PlannedFile[]) =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
