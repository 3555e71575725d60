/** How many columns a text takes that is ASCII but for escapes: stands in for `string-width` in the bundle. */
export default function stringWidth(text: string): number {
  return text.replace(/\x1b\[[0-9;]*m/g, '').length
}
