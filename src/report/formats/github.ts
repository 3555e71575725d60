import { findingsIn, messageOf } from '../finding.js'
import type { OpenFormat } from '../format.js'
import { plural } from '../totals.js'
import { markdown } from './markdown.js'

/** GitHub shows so many annotations of a kind for a step, and drops the others without a word. */
const maxOfKind = 10

/**
 * Annotations for a workflow of GitHub, as of
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands, and a summary of the job.
 */
export const github: OpenFormat = (setting) => {
  const page = markdown(setting)
  const seen = { notice: 0, error: 0 }
  const annotate = (kind: keyof typeof seen, properties: Properties, message: string) =>
    ++seen[kind] > maxOfKind ? '' : `::${kind} ${propertiesOf(properties)}::${data(message)}\n`
  return {
    file: (outcome, patch) => {
      page.file(outcome, patch)
      if (outcome.kind === 'failed') {
        const { path, line, reason } = outcome.failure
        return annotate(
          'error',
          { file: setting.fromRoot(path), line, title: 'dfslim' },
          `Not handled: ${reason}`,
        )
      }
      const file = setting.fromRoot(outcome.source.path)
      return findingsIn(outcome)
        .map((finding) => {
          const { line, column: col, transform, safety } = finding
          const title = `${transform} [${safety}]`
          return annotate('notice', { file, line, col, title }, messageOf(finding))
        })
        .join('')
    },
    end: () => {
      const hidden = Object.entries(seen).filter(([, count]) => count > maxOfKind)
      if (hidden.length === 0) return ''
      const counts = hidden.map(([kind, count]) => plural(count - maxOfKind, `more ${kind}`))
      return `dfslim: ${counts.join(', ')}; a step shows ${maxOfKind} annotations of a kind.\n`
    },
    summary: page.end,
  }
}

type Properties = Readonly<Record<string, string | number | undefined>>

const propertiesOf = (properties: Properties) =>
  Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',')

/** As the runner takes it back: see escapeData and escapeProperty in https://github.com/actions/toolkit. */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
