/** Puts text into colour, or leaves it as it is. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
  readonly cyan: (text: string) => string
}

const same = (text: string) => text
const wrap = (open: number, close: number) => (text: string) => `\x1b[${open}m${text}\x1b[${close}m`

/** Leaves every text as it is. */
export const plain: Paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same }

/** Paints with the escapes of ANSI terminals. */
export const coloured: Paint = {
  bold: wrap(1, 22),
  dim: wrap(2, 22),
  red: wrap(31, 39),
  green: wrap(32, 39),
  yellow: wrap(33, 39),
  cyan: wrap(36, 39),
}

/** A patch in the colours of git; a carriage return stays behind the colour's end. */
export function paintPatch(patch: string, paint: Paint): string {
  if (paint === plain) return patch
  return patch
    .split('\n')
    .map((line) => line.replace(/^[^\r]+/, (text) => paintLine(text, paint)))
    .join('\n')
}

function paintLine(line: string, paint: Paint): string {
  if (/^(?:diff --git|---|\+\+\+) /.test(line)) return paint.bold(line)
  if (line.startsWith('@@')) return line.replace(/^@@.*?@@/, paint.cyan)
  if (line.startsWith('+')) return paint.green(line)
  return line.startsWith('-') ? paint.red(line) : line
}
