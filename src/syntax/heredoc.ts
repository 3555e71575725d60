/** A here-document opener that BuildKit sees in an instruction's line. */
export interface HeredocMark {
  readonly name: string
  readonly fileDescriptor: number
  readonly expand: boolean
  readonly chomp: boolean
}

const opener = /^(\d*)<<(-?)[\t\n\f\r ]*([^<]*)$/

/**
 * The here-documents that the line of an ADD, COPY or RUN opens. As in BuildKit the whole line is split into words
 * with `\` as the escape character whatever the file says; where that splitting fails there are none.
 */
export function findHeredocs(line: string): HeredocMark[] {
  const marks: HeredocMark[] = []
  for (const word of splitWords(line, true) ?? []) {
    const match = opener.exec(word)
    if (!match || match[3] === '') continue
    const plain = splitWords(match[3]!, false)
    if (plain?.length !== 1) continue
    marks.push({
      name: plain[0]!,
      fileDescriptor: Number(match[1] || 0),
      expand: !/(^|[^\\])['"]/.test(match[3]!),
      chomp: match[2] === '-',
    })
  }
  return marks
}

/** Words as BuildKit's `shell.Lex` splits them, variables left as they are; undefined where it gives up. */
function splitWords(text: string, raw: boolean): string[] | undefined {
  const lexer = new Lexer(text, raw)
  return lexer.words('') ? lexer.out : undefined
}

class Lexer {
  readonly out: string[] = []
  private at = 0
  private word = ''

  constructor(
    private readonly text: string,
    private readonly raw: boolean,
  ) {}

  /** Reads up to `stop`; false on a syntax error. */
  words(stop: string): boolean {
    while (this.at < this.text.length) {
      const char = this.text[this.at]!
      if (stop !== '' && char === stop) {
        this.at++
        return this.flush()
      }
      if (char === "'" || char === '"') {
        if (!this.quoted(char)) return false
      } else if (char === '$') {
        const value = this.dollar()
        if (value === undefined) return false
        for (const c of value) this.add(c)
      } else if (char === '<') this.angle()
      else {
        this.at++
        if (char === '\\') {
          if (this.raw) this.word += char
          if (this.at >= this.text.length) break
          this.word += this.text[this.at++]!
        } else this.add(char)
      }
    }
    return stop === '' && this.flush()
  }

  private flush(): boolean {
    if (this.word !== '') this.out.push(this.word)
    this.word = ''
    return true
  }

  private add(char: string): void {
    if (/\s/.test(char)) this.flush()
    else this.word += char
  }

  private angle(): void {
    this.at++
    this.word += '<'
    if (this.text[this.at] !== '<') return
    this.at++
    const blanks = /^[\t\n\r ]*/.exec(this.text.slice(this.at, this.at + 1000))![0]
    this.word += '<' + blanks
    this.at += blanks.length
  }

  private quoted(quote: string): boolean {
    this.at++
    let value = this.raw ? quote : ''
    while (this.at < this.text.length) {
      const char = this.text[this.at]!
      if (char === quote) {
        this.at++
        this.word += this.raw ? value + quote : value
        return true
      }
      if (quote === '"' && char === '$') {
        const inner = this.dollar()
        if (inner === undefined) return false
        value += inner
        continue
      }
      this.at++
      if (
        quote === '"' &&
        char === '\\' &&
        this.at < this.text.length &&
        '"$\\'.includes(this.text[this.at]!)
      ) {
        if (this.raw) value += char
        value += this.text[this.at++]!
      } else value += char
    }
    return false
  }

  /** The text of an expansion, or undefined where BuildKit knows no such expansion. */
  private dollar(): string | undefined {
    const start = this.at++
    if (this.text[this.at] !== '{') {
      this.name()
      return this.text.slice(start, this.at)
    }
    this.at++
    if (this.at >= this.text.length || '{}:'.includes(this.text[this.at]!)) return undefined
    this.name()
    let operator = this.text[this.at++] ?? ''
    if (operator === '}') return this.text.slice(start, this.at)
    const colon = operator === ':'
    if (colon) operator = this.text[this.at++] ?? ''
    if (operator === '/' && !colon) {
      if (this.text[this.at] === '/') this.at++
      return this.operand('/') && this.operand('}') ? this.text.slice(start, this.at) : undefined
    }
    const known = colon ? '+-?' : '+-?#%'
    if (operator === '' || !known.includes(operator)) return undefined
    return this.operand('}') ? this.text.slice(start, this.at) : undefined
  }

  /** Reads an operand inside braces; its words are thrown away. */
  private operand(stop: string): boolean {
    const inner = new Lexer(this.text, this.raw)
    inner.at = this.at
    if (!inner.words(stop)) return false
    this.at = inner.at
    return true
  }

  private name(): void {
    const special = /^(\d+|[@*#?\-$!]|[\p{L}\p{Nd}_]*)/u.exec(this.text.slice(this.at, this.at + 256))
    this.at += special?.[0].length ?? 0
  }
}
