import { closest } from '../text/closest.js'

/** Where a value stands in a JSON text: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[]

/** A value that is not what was asked for. */
export class Misfit extends Error {
  constructor(
    readonly path: JsonPath,
    what: string,
  ) {
    super(`${nameOf(path)}${what}`)
  }
}

/** A value of a JSON text, asked what it is. Each question @throws Misfit */
export class Shape {
  constructor(
    private readonly value: unknown,
    private readonly path: JsonPath = [],
  ) {}

  /** The values of an object that has all of these keys, and no others but the optional ones. */
  object<K extends string, O extends string = never>(
    keys: readonly K[],
    optional: readonly O[] = [],
  ): Readonly<Record<K, Shape> & Partial<Record<O, Shape>>> {
    const { value } = this
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.fail('must be an object')
    const known: readonly string[] = [...keys, ...optional]
    const strange = Object.keys(value).find((key) => !known.includes(key))
    if (strange !== undefined)
      return this.at(strange).fail(`is no key that belongs there${hint(strange, known)}`)
    const missing = keys.find((key) => !Object.hasOwn(value, key))
    if (missing !== undefined) return this.fail(`lacks ${JSON.stringify(missing)}`)
    const present = known.filter((key) => Object.hasOwn(value, key))
    return Object.fromEntries(present.map((key) => [key, this.at(key)])) as Readonly<
      Record<K, Shape> & Partial<Record<O, Shape>>
    >
  }

  /** The value of one key, whatever else there is; undefined where it is missing. */
  peek(key: string): unknown {
    const { value } = this
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    return (value as Readonly<Record<string, unknown>>)[key]
  }

  /** What `read` makes of the items of a list. */
  list<T>(read: (item: Shape) => T): readonly T[] {
    const { value } = this
    if (!Array.isArray(value)) return this.fail('must be a list')
    return value.map((item: unknown, i) => read(new Shape(item, [...this.path, i])))
  }

  /** A text that matches; `what` says which texts do. */
  string(pattern = /^/, what = 'a text'): string {
    const { value } = this
    return typeof value === 'string' && pattern.test(value) ? value : this.fail(`must be ${what}`)
  }

  strings(): readonly string[] {
    return this.list((item) => item.string())
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.value)
    return found ?? this.fail(`must be ${choices.map((choice) => JSON.stringify(choice)).join(' or ')}`)
  }

  /** A whole number from `least` on. */
  count(least: number): number {
    const { value } = this
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
      ? value
      : this.fail(`must be a whole number from ${least} on`)
  }

  /** A number of bytes or the like; it need not be whole. */
  number(): number {
    const { value } = this
    return typeof value === 'number' && Number.isFinite(value) ? value : this.fail('must be a number')
  }

  fail(what: string): never {
    throw new Misfit(this.path, what)
  }

  private at(key: string): Shape {
    return new Shape(this.peek(key), [...this.path, key])
  }
}

function hint(key: string, known: readonly string[]): string {
  const meant = closest(key, known)
  return meant === undefined ? '' : `: did you mean ${meant}?`
}

/** `files[3].path ` */
function nameOf(path: JsonPath): string {
  if (path.length === 0) return ''
  const steps = path.map((step) =>
    typeof step === 'number' ? `[${step}]` : /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`,
  )
  return `${steps.join('').replace(/^\./, '')} `
}
