import { DockerfileParser, type From } from 'dockerfile-ast'
import { parseFrom } from '../syntax/arguments.js'
import type { Dockerfile } from '../syntax/nodes.js'
import { LineIndex } from '../text/lines.js'
import type { Problem } from './transform.js'

/**
 * The second view: dockerfile-ast reads the text on its own, and both must see the same escape character, the same
 * instructions on the same lines, and the same base images. Returns where they part, or undefined.
 */
export function checkAgreement(text: string, file: Dockerfile): Problem | undefined {
  const other = DockerfileParser.parse(text)
  const lines = new LineIndex(text)
  const theirs = other.getInstructions()
  const ours = file.instructions
  const apart = (line: number | undefined): Problem => ({
    message: 'two parsers read this file differently',
    line,
  })
  if (other.getEscapeCharacter() !== file.escape) return apart(1)
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const [our, their] = [ours[i], theirs[i]]
    // Where they see one more it is told by our last: their lines also end at a lone carriage return.
    if (!our || !their) return apart((our ?? ours.at(-1))?.startLine ?? 1)
    const { line } = lines.locate(our.span.start)
    if (their.getKeyword() !== our.keyword || their.getRange().start.line + 1 !== line) return apart(line)
    if (our.keyword === 'FROM') {
      const { image, name } = parseFrom(our.args.text)
      const from = their as From
      if (from.getImage() !== image || from.getBuildStage()?.toLowerCase() !== name) return apart(line)
    }
  }
  return undefined
}
