import {
  accountDoubt,
  defineTransform,
  type Finding,
  rebase,
  rebasedBytes,
  refuse,
  type Stage,
  shipmentOf,
  type Subject,
} from '../../src/kit.js'
import { destinationOf } from './destination.js'

export default defineTransform({
  id: 'base-runtime',
  meta: {
    summary: 'Move a last stage off the image that builds, where it only runs what another one built',
    why:
      'Maven, Gradle and the SDK of .NET carry what builds into an image that only takes the program from an earlier ' +
      'stage. The JRE of the same Java, or the runtime with the same tag, runs it: 200 to 600 MB less.',
    safety: 'unsafe',
    risk: 'the program may use what only the image that builds has: a compiler, git, curl, or a setting of its environment',
    phase: 'base',
    alters: ['base', 'build'],
    leaves: [
      'stages that build, or run any command',
      'HEALTHCHECK in shell form, and what runs more than one plain command or a script',
      'stages that start neither `java` nor an assembly with `dotnet`',
      'agents and other options of `java` that load more than the program',
      'tags of which no image for running is known',
      'programs of .NET before 8.0 that listen where only the base tells',
      'users and groups by name',
      'Go, Rust and C: `base-distroless` and `base-scratch` take them on',
    ],
    references: [
      'https://docs.docker.com/build/building/multi-stage/',
      'https://github.com/dotnet/dotnet-docker',
    ],
  },
  visit: { stage: visitStage },
})

const builders = /^(maven|gradle|mcr\.microsoft\.com\/dotnet\/(core\/)?sdk)$/

function* visitStage(stage: Stage, subject: Subject): Iterable<Finding> {
  const { from, image, isShipped } = stage
  if (!image || !isShipped || stage.sources.length === 0) return
  if (!builders.test(image.name) || /windows|nanoserver|onbuild/.test(image.tag ?? '')) return
  if (image.digest !== undefined) return yield refuse(from.span, 'a digest pins the image')
  const shipment = shipmentOf(stage, subject, 'shell')
  if (typeof shipment === 'string') return yield refuse(from.span, shipment)
  const [run] = shipment.runs
  if (run) return yield refuse(from.span, `line ${run.startLine} runs commands`)
  const doubt = accountDoubt(stage, shipment, isAnywhere, isAnywhere)
  if (doubt !== undefined) return yield refuse(from.span, doubt)
  const destination = destinationOf(stage, shipment, subject)
  if (typeof destination === 'string') return yield refuse(from.span, destination)
  const edit = rebase(stage, subject.file, destination.image)
  if (typeof edit === 'string') return yield refuse(from.span, edit)
  yield {
    kind: 'change',
    title: `Move the base to \`${destination.image}\``,
    at: from.span,
    edits: [edit],
    safety: 'unsafe',
    because: `${destination.because}; but the program may call what only the builder has`,
    saves: rebasedBytes(subject.model, stage, destination.image, []),
  }
}

const isAnywhere = (name: string): boolean => /^(root|nobody)$/.test(name)
