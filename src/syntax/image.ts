/** An image reference without variables. */
export interface ImageReference {
  /** With `docker.io/` and `library/` removed: `python`, `ghcr.io/owner/name`. */
  readonly name: string
  readonly tag: string | undefined
  readonly digest: string | undefined
  /** Offset of the tag in the text that was read; its end when there is none. */
  readonly tagAt: number
}

const reference =
  /^((?:(?:[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+(?::\d+)?|localhost(?::\d+)?|[a-zA-Z0-9-]+:\d+)\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::([\w][\w.-]{0,127}))?(?:@([a-z0-9+._-]+:[0-9a-fA-F]{32,}))?$/

/** Reads a reference; undefined when it is none, or holds variables or quotes. */
export function parseImage(text: string): ImageReference | undefined {
  const match = reference.exec(text)
  if (!match) return undefined
  const [, name, tag, digest] = match
  return {
    name: name!.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, ''),
    tag,
    digest,
    tagAt: name!.length + (tag === undefined ? 0 : 1),
  }
}
