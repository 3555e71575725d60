import {
  defineTransform,
  type Edit,
  type Finding,
  insertAt,
  lineEndAt,
  nextLine,
  refuse,
  retag,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { type Onbuild, onbuildOf } from '../../src/knowledge/onbuild.js'

export default defineTransform({
  id: 'onbuild-expand',
  meta: {
    summary: 'Write out what an `onbuild` image did, on a base that is still built',
    why:
      'The `onbuild` tags of official images have not been built since 2018 to 2019, and what they run in a build cannot be ' +
      'seen in the Dockerfile. Written out it can be read, cached and made smaller by all that follows.',
    safety: 'unsafe',
    risk: 'The tag may have stood for another version when the Dockerfile was written, or have run other instructions.',
    phase: 'stages',
    alters: ['base'],
    leaves: [
      '`onbuild` images of others, of which it is not known what they run',
      'tags with a digest or a variable',
      'stages that are not shipped',
    ],
    references: [
      'https://github.com/docker-library/official-images/issues/2076',
      'https://docs.docker.com/reference/dockerfile/#onbuild',
    ],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { from, image, reference, variables } = stage
  if (!/onbuild/.test(reference) || stage.parent) return
  if (!image || variables.length > 0) return yield refuse(from.span, 'a variable decides which image it is')
  if (subject.file.escape === '`')
    return yield refuse(from.span, 'the escape character is a backtick, as on Windows')
  if (image.digest !== undefined) return yield refuse(from.span, 'a digest pins the image')
  const onbuild = onbuildOf(image.name, image.tag ?? '')
  if (onbuild === undefined)
    return yield refuse(from.span, `it is not known what \`${reference}\` runs in the builds on it`)
  if (!stage.isShipped) return yield refuse(from.span, 'the stage is not shipped: nothing gets smaller')
  const edit = retag(stage, subject.file, image.tag!, onbuild.tag)
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  yield {
    kind: 'change',
    title: `Write out what ${image.name}:${image.tag} did, on ${image.name}:${onbuild.tag}`,
    at: from.span,
    edits: [edit, writtenOut(stage, subject, onbuild)],
    safety: 'unsafe',
    because: onbuild.isMoving
      ? `the tag was moved until ${onbuild.until}: that it stands for ${onbuild.tag} is known of its last version alone`
      : `such tags were built until ${onbuild.until}: the instructions are those of the last`,
    expands: stage,
  }
}

/**
 * The instructions behind FROM and what describes the image there, which is all the same to them; the command where the
 * stage has none of its own.
 */
function writtenOut(stage: Stage, { file }: Subject, { instructions, command }: Onbuild): Edit {
  const hasOwn = stage.instructions.some(({ keyword }) => /^(CMD|ENTRYPOINT)$/.test(keyword))
  const lines = [...instructions, ...(command === undefined || hasOwn ? [] : [`CMD ${command}`])]
  const first = stage.instructions.findIndex(({ keyword }) => !/^(MAINTAINER|LABEL)$/.test(keyword))
  const described = stage.instructions.slice(0, first < 0 ? stage.instructions.length : first)
  const { span } = described.at(-1) ?? stage.from
  const lineEnd = lineEndAt(file.text, span.start)
  const isSpaced = /^[ \t]*\r?\n/.test(file.text.slice(nextLine(file.text, span.end)))
  const { rawKeyword } = stage.from
  const isLower = rawKeyword === rawKeyword.toLowerCase()
  const cased = lines.map((line) => (isLower ? line.replace(/^\w+/, (word) => word.toLowerCase()) : line))
  return insertAt(span.end, lineEnd + (isSpaced ? lineEnd : '') + cased.join(lineEnd))
}
