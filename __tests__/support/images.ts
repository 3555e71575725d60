import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack, type Header } from 'tar-stream'

/** A member of a tar file: a file with its content, a folder that ends with a slash, or whatever the fields say. */
export type Part = readonly [name: string, content?: string | Uint8Array, fields?: PartFields]

/** What tar says of a member beside name and size. */
export type PartFields = Partial<Omit<Header, 'name' | 'size'>>

/** A tar file of these members, in order: 512 bytes for each and its content in blocks of 512, then 1024 more. */
export async function tarOf(parts: readonly Part[]): Promise<Buffer> {
  const tar = pack()
  for (const [name, content = '', fields = {}] of parts) {
    const type = fields.type ?? (name.endsWith('/') ? 'directory' : 'file')
    tar.entry({ name, mtime: new Date(0), ...fields, type }, Buffer.from(content))
  }
  tar.finalize()
  return buffer(tar)
}

/** An image before it is laid out: the tar files of its layers, as they are to be stored. */
export interface Plan {
  readonly layers: readonly Uint8Array[]
  /** What made each layer. */
  readonly history?: readonly string[]
  readonly config?: Readonly<Record<string, unknown>>
  readonly name?: string
  /** The digests of the layers before they were compressed. */
  readonly diffIds?: readonly string[]
}

/** The files of an image, by name. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** As `docker save` wrote it up to version 24: the manifest comes last, and a layer that is there twice is a link. */
export const savedFiles = (plan: Plan): Files => {
  const layers = plan.layers.map((layer, i) => [`${i}/layer.tar`, layer] as const)
  const manifest = {
    Config: 'config.json',
    RepoTags: plan.name && [plan.name],
    Layers: layers.map(([name]) => name),
  }
  return {
    ...Object.fromEntries(layers),
    'config.json': configOf(plan),
    'manifest.json': JSON.stringify([manifest]),
  }
}

/** An OCI layout, with an index in an index and an attestation, as builders write it. */
export function layoutFiles(plan: Plan): Files {
  const blobs: Record<string, string | Uint8Array> = {}
  const put = (content: string | Uint8Array, more: object = {}) => {
    const digest = digestOf(content)
    blobs[`blobs/sha256/${digest.slice(7)}`] = content
    return { digest, size: content.length, ...more }
  }
  const manifest = put(
    JSON.stringify({ config: put(configOf(plan)), layers: plan.layers.map((layer) => put(layer)) }),
    { platform: { os: 'linux', architecture: 'any' } },
  )
  const attestation = put('{}', { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } })
  const index = put(JSON.stringify({ manifests: [attestation, manifest] }), {
    annotations: plan.name && { 'io.containerd.image.name': plan.name },
  })
  return { ...blobs, 'index.json': JSON.stringify({ manifests: [index] }), 'oci-layout': '{}' }
}

/** As `docker save` writes it from version 25 on: an OCI layout with the old manifest beside it. */
export function newSavedFiles(plan: Plan): Files {
  const blob = (content: string | Uint8Array) => `blobs/sha256/${digestOf(content).slice(7)}`
  const manifest = {
    Config: blob(configOf(plan)),
    RepoTags: plan.name && [plan.name],
    Layers: plan.layers.map(blob),
  }
  return { ...layoutFiles(plan), 'manifest.json': JSON.stringify([manifest]) }
}

function configOf({ history = [], config = {}, diffIds = [] }: Plan): string {
  const steps = history.map((created_by) => ({ created_by }))
  return JSON.stringify({
    config,
    history: [{ created_by: 'ENV A=1', empty_layer: true }, ...steps],
    rootfs: { diff_ids: diffIds },
  })
}

/** `sha256:` and the digest. */
export const digestOf = (content: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`

/** The files as a tar file. */
export const asTar = (files: Files): Promise<Buffer> => tarOf(Object.entries(files))

/** Writes the files into a folder. */
export function putFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** gzip, in two members, as tools write it that compress with several threads. */
export const gzipped = (bytes: Uint8Array): Buffer =>
  Buffer.concat([gzipSync(bytes.subarray(0, 700)), gzipSync(bytes.subarray(700))])

/** zstd that compresses nothing, in two frames with one between them that is to be skipped. */
export const zstandard = (bytes: Uint8Array): Buffer =>
  Buffer.concat([
    frame(bytes.subarray(0, 700)),
    Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2]),
    frame(bytes.subarray(700)),
  ])

/** A frame of raw blocks with a window of 1 MiB. */
function frame(bytes: Uint8Array): Buffer {
  const parts = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50])]
  const step = 100_000
  for (let at = 0; at === 0 || at < bytes.length; at += step) {
    const block = bytes.subarray(at, at + step)
    const head = Buffer.alloc(3)
    head.writeUIntLE((at + step >= bytes.length ? 1 : 0) + block.length * 8, 0, 3)
    parts.push(head, Buffer.from(block))
  }
  return Buffer.concat(parts)
}
