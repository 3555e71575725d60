import type { Instruction } from '../syntax/nodes.js'
import type { Subject, Transform } from './transform.js'

/** Where the comments name hadolint rules, the transforms that answer them hold still too. */
export class FileSubject implements Subject {
  constructor(
    readonly file: Subject['file'],
    readonly model: Subject['model'],
    readonly context: Subject['context'],
    private readonly noPragmas: boolean,
    private readonly transform?: Transform,
  ) {}

  as(transform: Transform): Subject {
    return new FileSubject(this.file, this.model, this.context, this.noPragmas, transform)
  }

  isIgnored(instruction: Instruction, part?: string): boolean {
    const { transform } = this
    if (this.noPragmas || !transform) return false
    return this.model
      .pragmasOf(instruction)
      .some(({ tool, names }) =>
        tool === 'dfslim'
          ? names.includes(transform.id) || (part !== undefined && names.includes(`${transform.id}:${part}`))
          : names.some((name) => transform.meta.hadolint?.includes(name.toUpperCase())),
      )
  }
}
