import { namesOf } from '../engine/parts.js'
import type { Hint } from '../engine/hint.js'
import type { Transform } from '../engine/transform.js'

/** The JSON Schema of dfslim.config.json, for editors. */
export function configSchema(transforms: readonly Transform[], hints: readonly Hint[]): string {
  const level = { enum: ['off', 'safe', 'unsafe'] }
  const texts = (description: string) => ({
    description,
    anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
  })
  const scoped = {
    transforms: {
      description:
        'How far each transform may go; one that is not named goes as far as the command line says.',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries([
        ...transforms.flatMap((transform) =>
          namesOf(transform).map((name) => [name, { ...level, description: transform.meta.summary }]),
        ),
        ...hints.map(({ id, summary }) => [id, { ...level, description: `A hint of check: ${summary}` }]),
      ]),
      patternProperties: { '/': { ...level, description: 'A transform that is loaded with --plugin.' } },
    },
    stages: { description: 'Which stages to rewrite.', enum: ['shipped', 'all'] },
    targets: texts('Stages that count as shipped beside the last one.'),
    smoke: { description: 'A shell command that must do the same in both images.', type: 'string' },
  }
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The configuration of dfslim',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: texts('A file ("./base.json"), a package, or "//" for that of the nearest folder above.'),
      ...scoped,
      ignore: texts('Globs of files to leave alone, seen from this folder.'),
      overrides: {
        description: 'What holds for some files only; a later one wins.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: texts('Globs, seen from this folder.'), ...scoped },
        },
      },
    },
  }
  return `${JSON.stringify(schema, undefined, 2)}\n`
}

/** What `dfslim init` writes: all keys, with what they mean. */
export const starter = `{
  "$schema": "./node_modules/dfslim/schemas/config.schema.json",

  // The nearest dfslim.config.json counts; "//" takes along the one above, "./file.json" or a package another.
  // "extends": "//",

  // "off", "safe" or "unsafe" for each transform: dfslim list names them, dfslim explain says what they do.
  "transforms": {
    // "run-merge": "off"
  },

  // Globs of files to leave alone, seen from this folder.
  "ignore": [],

  // Stages that count as shipped beside the last one of a file.
  "targets": [],

  // A command that must end alike, and print the same, in the image before and after: dfslim verify.
  // "smoke": "app --version",

  // What holds for some files only.
  "overrides": [
    // { "files": "legacy/**", "transforms": { "base-slim": "off" } }
  ]
}
`
