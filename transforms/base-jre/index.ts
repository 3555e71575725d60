import { defineTransform, type Finding, refuse, retag, type Stage, type Subject } from '../../src/kit.js'
import { jreTwin } from '../../src/knowledge/images.js'
import { savedByMove } from '../../src/knowledge/installed.js'
import { needOf } from './need.js'

export default defineTransform({
  id: 'base-jre',
  meta: {
    summary: 'Move a JDK that only runs a program to its JRE',
    why:
      'A JDK carries the compiler, the tools and the modules that only building needs. The JRE of the same build on the ' +
      'same release runs the program without them: about 140 MB less.',
    safety: 'unsafe',
    risk: 'a program may use what only the JDK has at run time: the compiler, the attach API, `jcmd`, `jstack`',
    phase: 'base',
    alters: ['base'],
    leaves: [
      'a stage that compiles, builds, or calls a tool of the JDK',
      'a stage that runs a script or a program that cannot be seen through',
      'a stage that nothing shows to run `java`',
      'tags of which no JRE of the same build is known, digests, and tags that a build argument decides',
      'stages that are not shipped',
    ],
    references: ['https://hub.docker.com/_/eclipse-temurin', 'https://openjdk.org/jeps/220'],
  },
  visit: { stage: visitStage },
})

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { image, from } = stage
  if (!image) return
  const { name, tag = 'latest', digest } = image
  const twin = jreTwin(name, tag)
  if (twin === undefined) return
  if (!stage.isShipped) return yield refuse(from.span, 'the stage is not shipped: its base costs nothing')
  if (digest !== undefined) return yield refuse(from.span, 'a digest pins the image')
  const need = needOf(stage, subject)
  if (need !== undefined) return yield refuse(from.span, need)
  const edit = retag(stage, subject.file, tag, twin)
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  yield {
    kind: 'change',
    title: `Move the base to \`${name}:${twin}\``,
    at: from.span,
    edits: [edit],
    safety: 'unsafe',
    because: 'it only runs `java`, and what that runs may use the compiler or a tool of the JDK all the same',
    saves: savedByMove(name, tag, name, twin),
  }
}
