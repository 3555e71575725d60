import { dirname, resolve } from 'node:path'
import type { Argv } from 'yargs'
import { engineNames } from '../container/engine.js'
import type { Measured } from '../report/measure.js'
import { placeOf } from '../report/outcome.js'
import { colorOption, formatOption, lastWordOr } from './flags.js'
import { rewriteInput } from './inputs.js'
import { Misuse } from './misuse.js'
import type { Parts } from './parts.js'
import { openScreen, type Screen } from './screen.js'
import type { Terminal } from './terminal.js'

/** The flags of `measure`. */
export const measureFlags = (yargs: Argv) =>
  yargs
    .option('dockerfile', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'The file that the image was built from: say what would win back what is wasted',
    })
    .option('engine', {
      choices: engineNames,
      requiresArg: true,
      describe: 'Who has the image; without it the first that answers',
    })
    .option('format', formatOption)
    .option('output', {
      type: 'string',
      requiresArg: true,
      coerce: lastWordOr,
      describe: 'Write there what goes to stdout',
    })
    .option('color', colorOption)

/** The flags of `dfslim measure`, and the words behind the command. */
export type MeasureFlags = ReturnType<ReturnType<typeof measureFlags>['parseSync']> & {
  readonly paths: readonly string[]
}

/** Shows what an image is made of and what is wasted in it. The answer is the exit code. @throws Misuse */
export async function measure(
  flags: MeasureFlags,
  terminal: Terminal,
  loadCore: Parts['loadCore'],
): Promise<number> {
  const [source, ...more] = flags.paths
  if (!source || source === '-' || more.length > 0)
    throw new Misuse('measure needs one image: its name, or what docker save wrote')
  const { imageOf } = await import('./image.js')
  const image = await imageOf(source, flags.engine, terminal)
  if (image === 'interrupted') return 130
  const screen = openScreen(flags, terminal)
  if (image.images > 1)
    screen.warn(
      `${source} holds ${image.images} images: this is the first of them, ${image.name ?? 'without a name'}.\n`,
    )
  const { measurementOf } = await import('../image/measurement.js')
  const measured: Measured = { source, image, measurement: measurementOf(image) }
  const dockerfile = await dockerfileOf(measured, flags, terminal, loadCore, screen)
  await print(dockerfile === 'failed' ? measured : { ...measured, dockerfile }, flags, screen, terminal)
  screen.close()
  return dockerfile === 'failed' ? 3 : 0
}

async function dockerfileOf(
  { image, measurement }: Measured,
  { dockerfile: path }: MeasureFlags,
  { cwd }: Terminal,
  loadCore: Parts['loadCore'],
  screen: Screen,
): Promise<Measured['dockerfile'] | 'failed'> {
  if (path === undefined) return undefined
  const absolute = resolve(cwd, path)
  const outcome = rewriteInput({ path, absolute, tree: dirname(absolute) }, await loadCore(), {})
  if (outcome.kind === 'failed') {
    screen.warn(
      `${placeOf(outcome.failure)}: ${outcome.failure.reason}: what would win back the bytes is not known.\n`,
    )
    return 'failed'
  }
  if (outcome.changeset.skipped !== undefined)
    screen.warn(`${path} is marked skip-file: dfslim leaves it alone.\n`)
  const { stepsIn } = await import('../report/steps.js')
  const { remediesOf } = await import('../report/remedy.js')
  const instructions = image.layers.map(({ instruction }) => instruction)
  const { changeset } = outcome
  return { path, remedies: remediesOf(measurement, instructions, stepsIn(changeset.before), changeset) }
}

async function print(measured: Measured, { format }: MeasureFlags, screen: Screen, terminal: Terminal) {
  if (format === 'json') {
    const { measureJson } = await import('../report/measure-json.js')
    return screen.put(measureJson(measured))
  }
  const { measureText } = await import('../report/measure.js')
  screen.put(measureText(measured, { paint: screen.ink, width: terminal.stdout.columns ?? 100 }))
}
