import { relative } from 'node:path'
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { pathFrom } from '../src/project/tree.js'

const part = fc.oneof(
  fc.constantFrom('', '.', '..', '.git', 'a', 'ab', 'a b', 'a\nb'),
  fc.string({ maxLength: 3 }),
)
const path = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`)

it('names a path as Node does, below a folder and elsewhere', () => {
  fc.assert(
    fc.property(path, path, (folder, rest) => {
      for (const absolute of [rest, folder + rest])
        expect(pathFrom(folder, absolute)).toBe(relative(folder, absolute))
    }),
    { numRuns: 2_000 },
  )
})
