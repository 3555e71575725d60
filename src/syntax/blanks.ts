/** What Go calls a space; `\s` of JavaScript differs in two characters. */
const blank = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'

/** Finds the blanks that a text starts with. */
export const leadingBlanks = new RegExp(`^${blank}*`)

/** Finds one blank. */
export const oneBlank = new RegExp(blank)
