import { unprintable } from './markup.js'

/** As code: no letter of it means anything to Markdown, nor ends a cell. */
export function code(text: string): string {
  const line = text.replace(unprintable, '?')
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length)) + 1)
  const inner = line.startsWith('`') || line.endsWith('`') ? ` ${line} ` : line
  return (fence + inner + fence).replaceAll('|', '\\|')
}

/** As text: no letter of it means anything to Markdown, and nobody is called by it. */
export const escaped = (text: string): string =>
  html(text)
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/[@#]/g, '$&<!-- -->')

/** A message: text, in which words between backticks are code. */
export const prose = (text: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 === 0 ? escaped(part) : code(part)))
    .join('')

/** As text between the tags of Markdown. */
export const html = (text: string): string =>
  text.replace(unprintable, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
