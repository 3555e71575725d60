import { isWithin, type Shipment, type Stage, type Subject } from '../../src/kit.js'
import { distributionOf } from '../../src/knowledge/images.js'
import { localeWords, looksUpAlone, lookupWords, wants, zoneWords } from '../../src/knowledge/scratch.js'
import type { Program } from './program.js'

/** What the program may look for that an empty image lacks; undefined where nothing shows any. */
export function lackOf(
  stage: Stage,
  { takes }: Shipment,
  { language, sources, linkage, image, name }: Program,
  subject: Subject,
): string | undefined {
  const { variables } = subject.model.scopeBehind(stage)
  const uses = (words: RegExp): string | undefined => sources.find(({ text }) => words.test(text))?.file
  const brings = (folder: string): boolean => takes.some(({ target }) => isWithin(target, folder))
  const path = stage.instructions.find(
    ({ keyword, args }) => keyword === 'ENV' && /\$\{?PATH\b/.test(args.text),
  )
  if (path) return `\`$PATH\` of line ${path.startLine} comes from the base image`
  for (const want of wants) {
    const file = want.in.includes(language) ? uses(want.words) : undefined
    if (file !== undefined) return `\`${file}\` ${want.because}`
  }
  if ((variables.has('TZ') || uses(zoneWords) !== undefined) && !brings('/usr/share/zoneinfo'))
    return `\`${name}\` goes by a time zone, and none is brought along`
  if (language !== 'C') return undefined
  const hasLocale = ['LANG', 'LC_ALL', 'LC_CTYPE', 'LANGUAGE'].some((variable) => variables.has(variable))
  if (hasLocale && uses(localeWords) !== undefined)
    return `\`${name}\` goes by the locale that the stage sets, and none is brought along`
  const { family, release } = distributionOf(image.name, image.tag ?? 'latest') ?? {}
  if (uses(lookupWords) === undefined || family === 'alpine') return undefined
  if (linkage.kind === 'static')
    return `\`${name}\` looks up names, for which the C library loads others even where it is static`
  return release !== undefined && looksUpAlone(release)
    ? undefined
    : `\`${name}\` looks up names, for which an older C library loads others by name`
}
