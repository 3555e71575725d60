/** The files of the build context, as far as they can be seen; all paths relative to its root, with `/`. */
export interface BuildContext {
  /** The text of a file; undefined when there is none, it is too large or not text. */
  read(path: string): string | undefined
  /** The files below a folder (or the file itself), sorted; undefined when there is none or they are too many. */
  list(path: string): readonly string[] | undefined
}
