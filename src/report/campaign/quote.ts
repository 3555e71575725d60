/** A text as a scalar of YAML, in double quotes, in which it is JSON as well. */
export const yamlOf = (text: string): string =>
  JSON.stringify(text).replace(/[\x7f-\xa0\u2028\u2029\ufeff]/g, escapeOf)

const escapeOf = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A text as one word of a shell. */
export const shellOf = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** Some lines, each that holds something indented by so many blanks. */
export const indented = (text: string, width: number): string => text.replace(/^(?=.)/gm, ' '.repeat(width))
