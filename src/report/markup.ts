/** A text for HTML, between tags or in a quoted attribute. */
export const htmlOf = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** A message for HTML: control characters are visible, words between backticks are code. */
export const proseOf = (text: string): string =>
  visible(text)
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 === 0 ? htmlOf(part) : `<code>${htmlOf(part)}</code>`))
    .join('')

/** A text for an attribute of XML: what it has no letter for becomes U+FFFD, and no parser takes a line end for another. */
export const xmlOf = (text: string): string =>
  htmlOf(text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')).replace(
    /[\t\n\r\u0085\u2028]/g,
    (blank) => `&#${blank.charCodeAt(0)};`,
  )

/** Letters that move a cursor, end a line or turn the direction of writing. */
export const unprintable = /[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** A line of an HTML page or a terminal: control characters become visible. */
export const visible = (text: string): string => text.replace(unprintable, nameOf)

function nameOf(letter: string): string {
  if (letter === '\n') return '\\n'
  if (letter === '\r') return '\\r'
  if (letter === '\t') return '\\t'
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
