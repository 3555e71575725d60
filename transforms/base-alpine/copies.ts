import { copiedBy, copyOf, rootOf, type Stage } from '../../src/kit.js'
import type { Journey, Place } from './journey.js'

/** Why what a COPY or ADD brings does not go along, behind `line 5 `; what is seen of it is taken down. */
export function judgeCopy(journey: Journey, place: Place, members: readonly Stage[]): string | undefined {
  const { stage, instruction } = place
  const owner = instruction.flags.find(({ name }) => name === 'chown')?.value
  if (owner !== undefined && !journey.accounts.knows(owner))
    return `gives files to \`${owner}\`, whom Alpine does not have`
  const source = stage.sources.find((found) => found.instruction === instruction)
  if (source !== undefined) return judgeSource(journey, place, source.from, members)
  const { files, doubts } = copiedBy(journey.subject, stage, instruction)
  for (const file of files) {
    journey.files.add(file)
    const text = journey.subject.context?.read(file.file)
    if (text !== undefined && /^#!.*\bbash\b/.test(text)) journey.want(place, `\`${file.file}\``, ['bash'])
  }
  if (doubts.length > 0 && !isInert(copyOf(instruction))) journey.unseen.push(instruction.startLine)
  return undefined
}

/** Files for which the C library is all one. */
const inert =
  /\/(html|htdocs|www|static|public|dist|assets|webapps|templates|locale|conf\.d|certs)(\/|$)|\.(jar|war|json|conf|html|css|js|crt|pem|txt|ya?ml|toml|ini|php|py|rb|xml|sql)$/

const isInert = ({ sources, target }: ReturnType<typeof copyOf>): boolean =>
  inert.test(target) || sources.every((source) => inert.test(source))

/** Parts of a path that tell of programs and libraries. */
const alive = /(^|\/)(s?bin|lib(64)?|node_modules|vendor|\.?venv|site-packages)(\/|$)/

/** Whether an image does nothing with the files of a folder but serve them. */
const servesFiles = (image: string, target: string): boolean =>
  /^(nginx|httpd|caddy)$/.test(image) && /\/(html|htdocs|www|public|srv)(\/|$)/.test(target)

/** Images of which programs run on musl, or are no programs. */
const portable =
  /^(composer|mlocati\/php-extension-installer|ghcr\.io\/astral-sh\/uv|alpine|busybox:.*musl|hairyhenderson\/gomplate|amacneil\/dbmate)(:|@|$)|alpine/

function judgeSource(
  journey: Journey,
  { instruction }: Place,
  from: Stage | string,
  members: readonly Stage[],
): string | undefined {
  const { sources, target } = copyOf(instruction)
  if (typeof from === 'string')
    return portable.test(from) ? undefined : `takes programs from \`${from}\`, which may be built for glibc`
  if (members.includes(from) || isMusl(from)) return undefined
  const isData = sources.every((path) => inert.test(path)) || servesFiles(journey.image, target)
  if ((isData && !sources.some((path) => alive.test(path))) || isStatic(journey, from, sources))
    return undefined
  return 'takes what may be built for another C library from another stage'
}

/** Whether a stage stands on musl, or on nothing. */
export function isMusl(stage: Stage): boolean {
  const { image, reference } = rootOf(stage)
  return reference === 'scratch' || image?.name === 'alpine' || /alpine/.test(image?.tag ?? '')
}

/** Whether the files come from building Go without cgo. */
function isStatic({ subject }: Journey, stage: Stage, sources: readonly string[]): boolean {
  const runs = stage.instructions.filter(({ keyword }) => keyword === 'RUN')
  const scope = subject.model.scopeBehind(stage)
  const builds = runs.filter(({ args }) => /\bgo\s+(build|install)\b/.test(args.text))
  return (
    builds.length > 0 &&
    sources.every(
      (path) => path.startsWith('/go/bin/') || builds.some(({ args }) => args.text.includes(path)),
    ) &&
    builds.every(
      ({ args }) => /\bCGO_ENABLED=0\b/.test(args.text) || scope.variables.get('CGO_ENABLED') === '0',
    )
  )
}
