import { type Ended, endedIn } from '../knowledge/end-of-life.js'
import type { Hint, Remark, Stage, Subject } from '../kit.js'

export const baseEndOfLife: Hint = {
  id: 'base-end-of-life',
  summary: 'Move off releases whose support has ended',
  why:
    'A base that gets no more fixes stays as it is, with the holes that it has, and the mirrors of old distributions are ' +
    'taken down, so that installs in a build fail sooner or later.',
  leaves: [
    'images that are pinned by a digest, which says what they are',
    'images that depend on a build argument',
    'releases that are not in the table, and tags that move, such as `latest`',
  ],
  visit: visitFile,
}

function* visitFile({ model }: Subject): Iterable<Remark> {
  for (const stage of model.stages) {
    const ended = endedOf(stage)
    if (ended.length === 0) continue
    yield {
      at: stage.from.span,
      title: `Move off \`${stage.reference}\`, which gets no more fixes`,
      because: supportOf(ended),
    }
  }
}

function endedOf({ image, variables }: Stage): readonly Ended[] {
  if (image === undefined || image.digest !== undefined || variables.length > 0) return []
  return endedIn(image.name, image.tag)
}

/** Of Ubuntu the standard support is meant. */
function supportOf(ended: readonly Ended[]): string {
  const ends = ended.map(({ name, month }, i) => `of ${name} ${i === 0 ? 'ended ' : ''}in ${inWords(month)}`)
  const successor = ended.find((one) => one.successor !== undefined)?.successor
  return `support ${ends.join(', ')}${successor === undefined ? '' : `; \`${successor}\` is made in its place`}`
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

const inWords = (month: string): string => `${months[Number(month.slice(5)) - 1]!} ${month.slice(0, 4)}`
