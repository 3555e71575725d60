import { readStages } from '../model/stages.js'
import { parseImage } from '../syntax/image.js'
import { scan } from '../syntax/scan.js'

/** The images that stages of a Dockerfile stand on, each as often as it is named; none where it cannot be read. */
export function basesIn(text: string): readonly string[] {
  const file = scan(text)
  if (file.problem) return []
  return readStages(file, 'all').flatMap(({ image }) => (image === undefined ? [] : [nameOf(image)]))
}

/** An image by the shortest of its names, such as `debian:12` of `docker.io/library/debian:12`; undefined: it is none. */
export function imageNamed(text: string): string | undefined {
  const image = parseImage(text)
  return image && nameOf(image)
}

function nameOf({ name, tag, digest }: NonNullable<ReturnType<typeof parseImage>>): string {
  const tagged = tag === undefined || tag === 'latest' ? name : `${name}:${tag}`
  return digest === undefined ? tagged : `${tagged}@${digest}`
}
