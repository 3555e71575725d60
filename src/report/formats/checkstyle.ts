import { findingsIn, messageOf } from '../finding.js'
import type { OpenFormat } from '../format.js'
import { xmlOf } from '../markup.js'

/** The XML of Checkstyle, which many CI servers read. */
export const checkstyle: OpenFormat = () => ({
  start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
  file: (outcome) => {
    if (outcome.kind === 'failed') {
      const { path, line, kind, reason } = outcome.failure
      const place = { line: line ?? 1, column: 1 }
      return fileOf(path, [errorOf(place, 'error', `Not handled: ${reason}`, `failed-${kind}`)])
    }
    const errors = findingsIn(outcome).map((finding) =>
      errorOf(finding, finding.safety === 'safe' ? 'warning' : 'info', messageOf(finding), finding.transform),
    )
    return errors.length === 0 ? '' : fileOf(outcome.source.path, errors)
  },
  end: () => '</checkstyle>\n',
})

const fileOf = (path: string, errors: readonly string[]) =>
  `  <file name="${xmlOf(path)}">\n${errors.join('')}  </file>\n`

function errorOf(
  { line, column }: { readonly line: number; readonly column: number },
  severity: 'error' | 'warning' | 'info',
  message: string,
  rule: string,
): string {
  const source = xmlOf(`dfslim.${rule}`)
  return `    <error line="${line}" column="${column}" severity="${severity}" message="${xmlOf(message)}" source="${source}"/>\n`
}
