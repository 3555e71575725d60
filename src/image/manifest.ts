import type { Archive } from './archive.js'
import { fieldsOf, listOf, textOf } from './config.js'
import { ImageProblem } from './problem.js'
import { bytesOf, type Section } from './section.js'

/** Where the parts of an image are in its archive. */
export interface Manifest {
  /** The name that the image was saved by; undefined when it has none. */
  readonly name: string | undefined
  /** How many images there are; this is the first. */
  readonly images: number
  /** The image's configuration file, parsed. */
  readonly config: unknown
  /** The lowest first. */
  readonly layers: readonly Section[]
}

/** The first image of an archive, for the platform of this machine if it has it. @throws ImageProblem */
export function readManifest(archive: Archive): Manifest {
  const saved = archive.find('manifest.json')
  if (saved !== undefined) return savedManifest(archive, saved)
  const index = archive.find('index.json')
  if (index !== undefined) return layoutManifest(archive, index)
  throw new ImageProblem(
    `${archive.name} is no image: it has neither the manifest.json of docker save nor the index.json of an OCI layout`,
  )
}

/** What `docker save` writes, also beside an OCI layout. */
function savedManifest(archive: Archive, saved: Section): Manifest {
  const images = listOf(jsonIn(archive, saved, 'manifest.json')).map(fieldsOf)
  const [image = {}] = images
  const partOf = (name: unknown) => find(archive, textOf(name))
  return {
    name: textOf(listOf(image['RepoTags'])[0]) || undefined,
    images: images.length,
    config: jsonIn(archive, partOf(image['Config']), textOf(image['Config'])),
    layers: listOf(image['Layers']).map(partOf),
  }
}

function layoutManifest(archive: Archive, index: Section): Manifest {
  const images = imagesIn(jsonIn(archive, index, 'index.json'))
  const [first = {}] = images
  const { 'org.opencontainers.image.ref.name': tag, 'io.containerd.image.name': name } = fieldsOf(
    first['annotations'],
  )
  let manifest = documentOf(archive, first)
  for (let depth = 0; 'manifests' in manifest && depth < 4; depth++)
    manifest = documentOf(archive, forThisMachine(imagesIn(manifest)))
  return {
    name: textOf(name) || textOf(tag) || undefined,
    images: images.length,
    config: documentOf(archive, fieldsOf(manifest['config'])),
    layers: listOf(manifest['layers']).map((layer) => find(archive, blobName(archive, fieldsOf(layer)))),
  }
}

type Fields = Readonly<Record<string, unknown>>

/** The entries of an index that are images: attestations stand beside them. */
const imagesIn = (index: unknown): readonly Fields[] =>
  listOf(fieldsOf(index)['manifests'])
    .map(fieldsOf)
    .filter(({ annotations }) => fieldsOf(annotations)['vnd.docker.reference.type'] === undefined)

function forThisMachine(images: readonly Fields[]): Fields {
  const architecture =
    ({ x64: 'amd64', ia32: '386' } as Readonly<Record<string, string>>)[process.arch] ?? process.arch
  return images.find(({ platform }) => fieldsOf(platform)['architecture'] === architecture) ?? images[0] ?? {}
}

function documentOf(archive: Archive, descriptor: Fields): Fields {
  const name = blobName(archive, descriptor)
  return fieldsOf(jsonIn(archive, find(archive, name), name))
}

function blobName(archive: Archive, { digest }: Fields): string {
  const [, algorithm, hex] = /^(\w+):(\w+)$/.exec(textOf(digest)) ?? []
  if (hex === undefined)
    throw new ImageProblem(`${archive.name} is no image: a digest in it reads ${String(digest)}`)
  return `blobs/${algorithm}/${hex}`
}

function find(archive: Archive, name: string): Section {
  const section = archive.find(name)
  if (section !== undefined) return section
  throw new ImageProblem(`${archive.name} is no complete image: ${name || 'a part'} is missing: save it anew`)
}

/** More bytes than this are no document, but an attack on memory. */
const maxBytes = 32 * 1024 * 1024

function jsonIn(archive: Archive, section: Section, name: string): unknown {
  try {
    if (section.size > maxBytes) throw new SyntaxError(`${section.size} bytes`)
    return JSON.parse(Buffer.concat([...bytesOf(section)]).toString('utf8')) as unknown
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ImageProblem(`${archive.name} is no image: ${name} holds no JSON (${error.message})`)
  }
}
