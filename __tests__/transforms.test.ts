import { describe, expect, it } from '@jest/globals'
import { transforms } from '../src/index.js'
import { faultsIn } from '../src/testing/cases.js'
import { checkCase } from '../src/testing/index.js'
import { casesOf, type Fixture, lackOf, pageOf, transformFolders } from './support/fixtures.js'

it('every folder of a transform is registered: run npm run generate', () => {
  expect(transforms.map(({ id }) => id).sort()).toEqual(transformFolders())
})

describe.each(transforms.map((transform) => [transform.id, transform] as const))('%s', (id, transform) => {
  it('has an example for its page that shows a change', () => {
    const page = pageOf(id)
    expect(page.after ?? page.unsafe ?? page.ignoreUnsafe).toBeDefined()
    expect(checkCase(transform, page)).toEqual([])
  })

  it('has cases enough, and refusals among them', () => {
    expect(lackOf(id, casesOf(id))).toEqual([])
  })

  it.each(casesOf(id).map((fixture) => [fixture.name.split('/').at(-1)!, fixture] as const))(
    '%s',
    (_, fixture) => {
      expect(checkCase(transform, fixture)).toEqual([])
    },
  )
})

describe('the folders are kept honest', () => {
  const fixture: Fixture = {
    ...{ name: 'x', transform: 'run-merge', before: 'FROM a\n', after: undefined, unsafe: undefined },
    ...{ reason: undefined, context: undefined, ignoreAfter: undefined, ignoreUnsafe: undefined },
  }

  it.each([
    ['no before.Dockerfile', { before: undefined }],
    ['equals before.Dockerfile', { after: 'FROM a\n' }],
    ['unsafe.Dockerfile changes nothing', { unsafe: 'FROM a\n' }],
    ['unsafe.Dockerfile changes nothing', { after: 'FROM b\n', unsafe: 'FROM b\n' }],
    ['one line', { reason: 'a\nb' }],
    ['one line', { reason: '' }],
  ])('%s', (message, part) => {
    expect(faultsIn({ ...fixture, ...part })).toEqual([expect.stringContaining(message)])
  })

  it('finds nothing wrong with a plain one', () => {
    expect(faultsIn({ ...fixture, after: 'FROM b\n', reason: 'why' })).toEqual([])
  })

  it('asks for six cases, three of them refusals', () => {
    const change = { ...fixture, after: 'FROM b\n' }
    expect(lackOf('x', [change, change, change, fixture, fixture])).toEqual([
      expect.stringContaining('5 cases'),
      expect.stringContaining('2 refusals'),
    ])
    expect(lackOf('x', [change, change, change, fixture, fixture, { ...change, reason: 'why' }])).toEqual([])
  })
})
