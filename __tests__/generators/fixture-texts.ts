import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The Dockerfiles of the repository, before and after, and BuildKit's edge cases: seeds to mutate. */
export function fixtureTexts(): string[] {
  const files = ['transforms', 'examples'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(^|[./\\])Dockerfile$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .sort(),
  )
  const cases = JSON.parse(readFileSync('__tests__/data/buildkit.json', 'utf8')) as { text: string }[]
  return [...files, ...cases.map(({ text }) => text)]
}
