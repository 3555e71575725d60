import type { Instruction } from '../syntax/nodes.js'
import type { Subject } from './transform.js'

/** Where the comments name hadolint rules, the transforms that answer them hold still too. */
export class FileSubject implements Subject {
  constructor(
    readonly file: Subject['file'],
    readonly model: Subject['model'],
    readonly context: Subject['context'],
    private readonly noPragmas: boolean,
    private readonly asker?: Parameters<Subject['as']>[0],
  ) {}

  as(asker: Parameters<Subject['as']>[0]): Subject {
    return new FileSubject(this.file, this.model, this.context, this.noPragmas, asker)
  }

  isIgnored(instruction: Instruction, part?: string): boolean {
    const { asker } = this
    if (this.noPragmas || !asker) return false
    return this.model
      .pragmasOf(instruction)
      .some(({ tool, names }) =>
        tool === 'dfslim'
          ? names.includes(asker.id) || (part !== undefined && names.includes(`${asker.id}:${part}`))
          : names.some((name) => asker.meta?.hadolint?.includes(name.toUpperCase())),
      )
  }
}
