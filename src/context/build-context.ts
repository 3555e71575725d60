/** The files of the build context, as far as they can be seen; all paths relative to its root, with `/`. */
export interface BuildContext {
  /** The text of a file; undefined when there is none, it is too large or not text. */
  read(path: string): string | undefined
  /** The files below a folder (or the file itself), sorted; undefined when there is none or they are too many. */
  list(path: string): readonly string[] | undefined
  /** The bytes of a file, that of a link itself; undefined when there is none. */
  size?(path: string): number | undefined
  /** What keeps files out of it; undefined where that cannot be told. */
  ignoreFile?(): IgnoreFile | undefined
}

/** The file that keeps files out of a build context. */
export interface IgnoreFile {
  /** Seen from the root: `.dockerignore`, or the one of a Dockerfile's own. */
  readonly path: string
  /** Undefined where there is no such file. */
  readonly text: string | undefined
  /** The path of the Dockerfile that is built, where it lies in the context. */
  readonly dockerfile: string | undefined
  /**
   * All that a build sees, sorted; folders that tools fill, such as `.git` and `node_modules`, by their name with a slash
   * behind it, and not what they hold. Undefined where there is too much to see.
   */
  entries(): readonly string[] | undefined
  /** Whether an exception (`!`) in it may mean a path, or something below it. */
  mayBringBack(path: string): boolean
  /** The context as it is with another text in the place of this one. */
  with(text: string): BuildContext
}
