/** Physical lines, one after the other. Only `\n` ends a line; `\r` in front of it belongs to the line end. */
export class Lines {
  number = 0
  start = 0
  contentEnd = 0
  end = 0
  content = ''

  constructor(private readonly text: string) {
    if (text.startsWith('\ufeff')) this.end = 1
  }

  next(): boolean {
    if (this.end >= this.text.length) return false
    this.start = this.end
    const newline = this.text.indexOf('\n', this.start)
    this.end = newline < 0 ? this.text.length : newline + 1
    this.contentEnd = newline < 0 ? this.text.length : newline
    while (this.contentEnd > this.start && this.text[this.contentEnd - 1] === '\r') this.contentEnd--
    this.content = this.text.slice(this.start, this.contentEnd)
    this.number++
    return true
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end)
  }

  get tooLong(): boolean {
    const length = this.end - this.start
    return length * 3 > maxLineBytes && utf8Length(this.text, this.start, this.end) > maxLineBytes
  }
}

/** The longest physical line in bytes that BuildKit reads. */
export const maxLineBytes = 65535

function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3
  }
  return bytes
}
