import { htmlOf } from '../markup.js'

const width = 520
const row = 26
const labelWidth = 190
const barWidth = 250

/** Bars beneath each other as one drawing; the values stand behind them. */
export function chart(
  title: string,
  bars: readonly (readonly [name: string, value: number])[],
  show: (value: number) => string,
): string {
  const most = Math.max(1, ...bars.map(([, value]) => value))
  const rows = bars.map(([name, value], i) => {
    const y = i * row
    const length = Math.max(1, Math.round((value / most) * barWidth))
    return [
      `<g><title>${htmlOf(`${name}: ${show(value)}`)}</title>`,
      `<text class="name" x="${labelWidth - 8}" y="${y + 17}">${htmlOf(shortened(name))}</text>`,
      `<rect x="${labelWidth}" y="${y + 4}" width="${length}" height="${row - 8}" rx="2"/>`,
      `<text x="${labelWidth + length + 6}" y="${y + 17}">${htmlOf(show(value))}</text></g>`,
    ].join('')
  })
  const height = bars.length * row
  return `<figure><figcaption>${htmlOf(title)}</figcaption><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${htmlOf(title)}">${rows.join('')}</svg></figure>`
}

/** The end of a long name says more than its start. */
const shortened = (name: string) => (name.length > 26 ? `...${[...name].slice(-23).join('')}` : name)
