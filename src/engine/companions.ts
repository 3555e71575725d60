import type { BuildContext } from '../context/build-context.js'
import type { Companion, CompanionText } from './transform.js'

/** The files beside a Dockerfile that a rewrite extends, and the build context as it is then. */
export class Companions {
  private text: CompanionText | undefined
  context: BuildContext | undefined

  constructor(context: BuildContext | undefined) {
    this.context = context
  }

  get texts(): readonly CompanionText[] {
    return this.text ? [this.text] : []
  }

  /** What was put behind the texts before; empty: nothing. */
  get added(): string {
    return this.text?.after.slice(this.text.before?.length ?? 0) ?? ''
  }

  /** Puts the lines at the end; false where the context does not tell what it would be then. */
  extend({ path, lines }: Companion): boolean {
    const file = this.context?.ignoreFile?.()
    if (file?.path !== path || lines.length === 0) return false
    const after = withLines(file.text ?? '', lines)
    this.text = { path, before: this.text ? this.text.before : file.text, after }
    this.context = file.with(after)
    return true
  }
}

/** The lines end as those before them do, and so does what had no end. */
function withLines(text: string, lines: readonly string[]): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const head = text === '' || text.endsWith('\n') ? text : text + end
  return head + lines.map((line) => line + end).join('')
}
