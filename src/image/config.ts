/** What an image says of how it runs; the keys are those of the OCI image configuration. Absent keys are not there. */
export type ImageConfig = Readonly<Partial<Record<ConfigKey, unknown>>>

/** The keys that are looked at. */
export const configKeys = [
  'User',
  'ExposedPorts',
  'Env',
  'Entrypoint',
  'Cmd',
  'Volumes',
  'WorkingDir',
  'Labels',
  'StopSignal',
  'Healthcheck',
  'Shell',
  'OnBuild',
] as const
/** One of `configKeys`. */
export type ConfigKey = (typeof configKeys)[number]

/** What an image's configuration file says. */
export interface ImageDescription {
  readonly config: ImageConfig
  /** What made each layer. */
  readonly instructions: readonly string[]
  /** The digests of the layers' tar files. */
  readonly diffIds: readonly (string | undefined)[]
}

/** Reads an image's configuration file; what is not there, or is of another kind, is left out. */
export function readConfig(json: unknown): ImageDescription {
  const { config, history, rootfs } = fieldsOf(json)
  const fields = fieldsOf(config)
  const entries = configKeys.filter((key) => !isNothing(fields[key])).map((key) => [key, fields[key]])
  const steps = listOf(history).map(fieldsOf)
  const instructions = steps
    .filter(({ empty_layer }) => empty_layer !== true)
    .map(({ created_by, comment }) => instructionOf(textOf(created_by) || textOf(comment)))
  const diffIds = listOf(fieldsOf(rootfs)['diff_ids']).map((id) => textOf(id) || undefined)
  return { config: Object.fromEntries(entries) as ImageConfig, instructions, diffIds }
}

/** Engines write the same nothing as `null`, `""`, `[]`, `{}` or not at all. */
const isNothing = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** As one would write it in a Dockerfile, in one line. */
export function instructionOf(created: string): string {
  const text = created
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ # buildkit$/, '')
  const nop = /^\/bin\/sh -c #\(nop\) (.*)$/.exec(text)
  if (nop) return nop[1]!.trim()
  return text.replace(runPrefix, 'RUN ')
}

/** `RUN`, build arguments and shell in front of a command, as the builders write them. */
const runPrefix =
  /^(?:RUN )?(?:\|\d+ (?:.*? )?)?\/(?:usr\/)?(?:local\/)?bin\/(?:ba|da|a|z|k)?sh (?:-[\w-]+ |pipefail )*-\w*c /

/** The fields of a JSON object; none of anything else. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

/** The values of a JSON array; none of anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** A JSON string; empty for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
