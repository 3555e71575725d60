import { baseName, joinPath } from '../model/paths.js'
import type { BuildContext } from './build-context.js'

/** A file of the build context, and the paths that it may have in the image; none where that cannot be known. */
export interface Placed {
  readonly file: string
  readonly at: readonly string[]
}

/** The files of the build context that the image has got so far. */
export class ImageFiles {
  private readonly byPath = new Map<string, string>()
  private readonly brought = new Map<string, boolean>()

  constructor(private readonly context: BuildContext | undefined) {}

  add({ file, at }: Placed): void {
    for (const path of at) this.byPath.set(path, file)
    this.brought.set(file, at.length > 0)
  }

  /** The file that a command in `folder` means by `path`; undefined where it did not come from the build context. */
  find(path: string, folder: string | undefined): string | undefined {
    const whole = joinPath(folder, path)
    const found = whole === undefined ? undefined : this.byPath.get(whole)
    if (found !== undefined) return found
    const [only, ...others] = [...this.brought].filter(([file]) => baseName(file) === baseName(path))
    // Where one of the two places is not known, the one file of that name is meant.
    const isUnsure = whole === undefined || only?.[1] === false
    return only !== undefined && others.length === 0 && isUnsure ? only[0] : undefined
  }

  /** The text of that file; undefined where it cannot be read. */
  read(path: string, folder: string | undefined): string | undefined {
    const file = this.find(path, folder)
    return file === undefined ? undefined : this.context?.read(file)
  }

  /** The texts of the files with a name like that; undefined for one that cannot be read. */
  textsOf(name: RegExp): readonly (string | undefined)[] {
    const files = [...this.brought.keys()].filter((file) => name.test(file))
    return files.map((file) => this.context?.read(file))
  }

  /** Whether some file has a name like that. */
  has(name: RegExp): boolean {
    return [...this.brought.keys()].some((file) => name.test(file))
  }
}
