/** A number of bytes for people, in three digits and powers of a thousand: `950 B`, `19.9 MB`. */
export function sizeOf(bytes: number): string {
  let value = bytes
  for (const unit of units) {
    if (value < 999.5) return `${unit === 'B' ? value : inThreeDigits(value)} ${unit}`
    value /= 1000
  }
  return `${Math.round(value)} PB`
}

/** What a table says of a number of bytes, for people: `about 20 MB`, `less than 1 MB`. */
export function aboutOf(bytes: number): string {
  if (bytes < 1e6) return 'less than 1 MB'
  return `about ${bytes < 999.5e6 ? `${Math.round(bytes / 1e6)} MB` : sizeOf(bytes)}`
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const

const inThreeDigits = (value: number) => value.toFixed(value < 9.995 ? 2 : value < 99.95 ? 1 : 0)

/** A part of a whole as a percentage with one digit behind the point. */
export const percentOf = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (part * 100) / whole).toFixed(1)} %`

/** How a number of bytes changed, for people: `1.14 GB -> 491 MB, -57 %`. */
export const changeOf = (before: number, after: number): string =>
  `${sizeOf(before)} -> ${sizeOf(after)}, ${changeInPercent(before, after)}`

/** `-57 %`, `+0.3 %`. */
export function changeInPercent(before: number, after: number): string {
  const percent = before === 0 ? 0 : (after / before - 1) * 100
  if (percent === 0) return '0 %'
  const digits = Math.abs(percent) < 9.95 ? 1 : 0
  return `${percent < 0 ? '-' : '+'}${Math.abs(percent).toFixed(digits)} %`
}
